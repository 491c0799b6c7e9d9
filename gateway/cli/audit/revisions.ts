/** The revisions of each record: numbered without a gap, each ended by the next, none equal to the one before, all in ledger order. */
import { number, text } from '../../store/sql/columns.ts'
import type { Rows, SqlRow } from '../../store/sql/rows.ts'
import { TEXT_COLUMNS, textsOf } from '../../store/sql/texts.ts'
import { same } from './claims.ts'
import { FAULTS_KEPT, type Findings } from './report.ts'

const CHAIN = `
SELECT key, revision, number, ended_well, rising FROM (
  SELECT key, revision,
    CASE WHEN revision = coalesce(lag(revision) OVER chain, 0) + 1 THEN 1 ELSE 0 END AS number,
    CASE WHEN superseded IS NOT DISTINCT FROM lead(idx) OVER chain THEN 1 ELSE 0 END AS ended_well,
    CASE WHEN idx >= coalesce(lag(idx) OVER chain, idx) THEN 1 ELSE 0 END AS rising
  FROM record WINDOW chain AS (PARTITION BY stream, key ORDER BY revision)
) AS chained WHERE number + ended_well + rising < 3 LIMIT ${FAULTS_KEPT}`

const ORDER = `
SELECT key, revision FROM (
  SELECT key, revision, idx, lag(idx) OVER line AS idx_before FROM record WINDOW line AS (ORDER BY seq)
) AS lined WHERE idx < idx_before LIMIT ${FAULTS_KEPT}`

/** Revisions that have one before, with the columns of that one's text as well. */
const PAIRS = `
SELECT r.seq, r.key, r.revision, ${TEXT_COLUMNS}, o.body AS body_before, o.chunk AS chunk_before, o.start AS start_before, o.length AS length_before
FROM record r JOIN record o ON o.stream = r.stream AND o.key = r.key AND o.revision = r.revision - 1
WHERE r.seq > ? AND r.revision > 1 ORDER BY r.seq LIMIT ?`
const PAGE = 500

const STRAYS = `SELECT key, revision FROM record WHERE idx NOT IN (SELECT idx FROM submission) LIMIT ${FAULTS_KEPT}`

function nameOf(row: SqlRow): string {
  return `record ${text(row, 'key')} r${number(row, 'revision')}`
}

/** A revision that equals the one before it should not have been added. */
async function auditChanges(db: Rows, findings: Findings): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db.all(PAIRS, [after, PAGE])
    const bodies = await textsOf(db, rows)
    const before = await textsOf(
      db,
      rows.map((row) => ({
        body: row.body_before,
        chunk: row.chunk_before,
        start: row.start_before,
        length: row.length_before,
      })),
    )
    for (const [at, row] of rows.entries()) {
      const changed = !same(bodies[at], before[at] ?? new Uint8Array())
      findings.expect(changed, 'records', nameOf(row), '与上一修订相同', 'it equals the revision before')
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = number(last, 'seq')
  }
}

/** Audits all records together; each by itself is audited with its submission. */
export async function auditRevisions(db: Rows, findings: Findings): Promise<void> {
  for (const row of await db.all(CHAIN)) {
    const where = nameOf(row)
    findings.expect(row.number === 1, 'records', where, '修订号不连续', 'revisions are not numbered without a gap')
    findings.expect(
      row.ended_well === 1,
      'records',
      where,
      '被替代的位置不是下一修订',
      'it does not end where the next revision begins',
    )
    findings.expect(row.rising === 1, 'records', where, '修订次序与账本不符', 'revisions are not in ledger order')
  }
  await auditChanges(db, findings)
  for (const row of await db.all(ORDER))
    findings.fault('records', nameOf(row), '存储次序与账本不符', 'stored out of ledger order')
  for (const row of await db.all(STRAYS))
    findings.fault('records', nameOf(row), '所属批次缺失', 'its submission is missing')
}
