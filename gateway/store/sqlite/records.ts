/** Writes the records of a group as revisions: an equal body adds nothing, a different one supersedes, none is overwritten. */
import type { SubmissionRow } from '../../ports.ts'
import type { Database, SqlValue } from './database.ts'
import { insertRows } from './insert.ts'

const COLUMNS =
  'record (dataset, party, key, revision, subject, ended, submission, position, row, idx, superseded, body)'
const SUPERSEDED = 10

interface Current {
  readonly revision: number
  readonly body: string
  /** The stored row's number, or the row of this group that is not yet written. */
  readonly seq: number | null
  readonly pending: SqlValue[] | null
}

async function currentRevisions(db: Database, submission: SubmissionRow): Promise<Map<string, Current>> {
  const rows = await db.all(
    `SELECT r.seq, r.key, r.revision, r.body FROM json_each(?) j
     JOIN record r ON r.dataset = ? AND r.party = ? AND r.key = j.value WHERE r.superseded IS NULL`,
    [JSON.stringify(submission.records.map((record) => record.key)), submission.dataset, submission.party],
  )
  return new Map(
    rows.map((row) => [
      String(row.key),
      { revision: Number(row.revision), body: String(row.body), seq: Number(row.seq), pending: null },
    ]),
  )
}

/** Inserts the records of several submissions, in ledger order. */
export async function insertRecords(
  db: Database,
  submissions: readonly { readonly submission: SubmissionRow; readonly index: number }[],
): Promise<void> {
  const known = new Map<string, Map<string, Current>>()
  const rows: SqlValue[][] = []
  const superseded: [number, number][] = []
  for (const { submission, index } of submissions) {
    const stream = `${submission.dataset} ${submission.party}`
    const current = known.get(stream) ?? new Map<string, Current>()
    known.set(stream, current)
    for (const [key, value] of await currentRevisions(db, submission)) if (!current.has(key)) current.set(key, value)
    for (const record of submission.records) {
      const before = current.get(record.key)
      if (before?.body === record.body) continue
      if (before?.pending) before.pending[SUPERSEDED] = index
      else if (before && before.seq !== null) superseded.push([before.seq, index])
      const revision = (before?.revision ?? 0) + 1
      const row: SqlValue[] = [
        submission.dataset,
        submission.party,
        record.key,
        revision,
        record.subject,
        record.end,
        submission.id,
        record.position,
        record.row,
        index,
        null,
        record.body,
      ]
      rows.push(row)
      current.set(record.key, { revision, body: record.body, seq: null, pending: row })
    }
  }
  if (superseded.length > 0) {
    await db.run('UPDATE record SET superseded = j.value ->> 1 FROM json_each(?) j WHERE record.seq = j.value ->> 0', [
      JSON.stringify(superseded),
    ])
  }
  await insertRows(db, COLUMNS, rows)
}
