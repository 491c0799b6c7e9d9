/** The revisions of each record: numbered without a gap, each ended by the next, none equal to the one before, all in ledger order. */
import { number, text } from '../../store/sql/columns.ts'
import type { Database, SqlRow } from '../../store/sqlite/database.ts'
import { FAULTS_KEPT, type Findings } from './report.ts'

const CHAIN = `
SELECT key, revision, number, ended_well, rising, changed FROM (
  SELECT key, revision,
    revision = coalesce(lag(revision) OVER chain, 0) + 1 AS number,
    superseded IS lead(idx) OVER chain AS ended_well,
    idx >= coalesce(lag(idx) OVER chain, idx) AS rising,
    body IS NOT lag(body) OVER chain AS changed
  FROM record WINDOW chain AS (PARTITION BY stream, key ORDER BY revision)
) WHERE NOT (number AND ended_well AND rising AND changed) LIMIT ${FAULTS_KEPT}`

const ORDER = `
SELECT key, revision FROM (
  SELECT key, revision, idx, position, lag(idx) OVER line AS idx_before, lag(position) OVER line AS position_before
  FROM record WINDOW line AS (ORDER BY seq)
) WHERE idx < idx_before OR (idx = idx_before AND position <= position_before) LIMIT ${FAULTS_KEPT}`

const STRAYS = `SELECT key, revision FROM record WHERE idx NOT IN (SELECT idx FROM submission) LIMIT ${FAULTS_KEPT}`

function nameOf(row: SqlRow): string {
  return `record ${text(row, 'key')} r${number(row, 'revision')}`
}

/** Audits all records together; each by itself is audited with its submission. */
export async function auditRevisions(db: Database, findings: Findings): Promise<void> {
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
    findings.expect(row.changed === 1, 'records', where, '与上一修订相同', 'it equals the revision before')
  }
  for (const row of await db.all(ORDER))
    findings.fault('records', nameOf(row), '存储次序与账本不符', 'stored out of ledger order')
  for (const row of await db.all(STRAYS))
    findings.fault('records', nameOf(row), '所属批次缺失', 'its submission is missing')
}
