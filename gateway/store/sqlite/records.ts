/** Writes the records of a group as revisions: an equal body adds nothing, a different one supersedes, none is overwritten. */
import type { SubmissionRow } from '../../ports.ts'
import type { Database } from './database.ts'

/** A submission with its ledger index. */
export interface PlacedSubmission {
  readonly submission: SubmissionRow
  readonly index: number
}

interface Current {
  readonly revision: number
  readonly body: string
  /** The stored row's number; null for a row of this group, which is not yet written. */
  readonly seq: number | null
  readonly pending: NewRow | null
}

interface NewRow {
  readonly stream: number
  readonly key: string
  readonly revision: number
  readonly subject: string
  readonly end: number
  readonly index: number
  readonly position: number
  readonly row: number
  readonly body: string
  superseded: number | null
}

/** The number of a dataset and party, made on first use. */
async function streamOf(db: Database, { dataset, party }: SubmissionRow): Promise<number> {
  await db.run('INSERT INTO stream (dataset, party) VALUES (?, ?) ON CONFLICT DO NOTHING', [dataset, party])
  const [row] = await db.all('SELECT id FROM stream WHERE dataset = ? AND party = ?', [dataset, party])
  return Number(row?.id)
}

// CROSS JOIN, so that each key is looked up once; the planner would otherwise read every record for every key.
const CURRENT = `SELECT r.seq, r.key, r.revision, r.body FROM json_each(?) j
  CROSS JOIN record r ON r.stream = ? AND r.key = j.value WHERE r.superseded IS NULL`

async function currentRevisions(
  db: Database,
  stream: number,
  submission: SubmissionRow,
): Promise<Map<string, Current>> {
  const rows = await db.all(CURRENT, [JSON.stringify(submission.records.map((record) => record.key)), stream])
  const found = new Map<string, Current>()
  for (const row of rows) {
    const current = { revision: Number(row.revision), body: String(row.body), seq: Number(row.seq), pending: null }
    found.set(String(row.key), current)
  }
  return found
}

/**
 * One statement for all rows. The texts go as one blob that each row cuts its own piece out of: SQLite then neither
 * parses nor escapes them, and the many small values travel as one JSON text read off the main thread.
 */
const INSERT = `INSERT INTO record (stream, key, revision, subject, ended, idx, position, row, superseded, body)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
    CAST(substr(?2, value ->> 9, value ->> 10) AS TEXT)
  FROM json_each(?1)`

/** A UTF-16 code unit takes at most three bytes of UTF-8. */
const WIDEST = 3

async function insertRows(db: Database, rows: readonly NewRow[]): Promise<void> {
  const texts = Buffer.allocUnsafe(rows.reduce((sum, { body }) => sum + body.length * WIDEST, 0))
  let offset = 0
  const values = rows.map((row) => {
    const length = texts.write(row.body, offset, 'utf8')
    const { stream, key, revision, subject, end, index, position, row: source, superseded } = row
    const value = [stream, key, revision, subject, end, index, position, source, superseded, offset + 1, length]
    offset += length
    return value
  })
  await db.run(INSERT, [JSON.stringify(values), texts.subarray(0, offset)])
}

/** Inserts the records of several submissions, in ledger order. */
export async function insertRecords(db: Database, submissions: readonly PlacedSubmission[]): Promise<void> {
  const known = new Map<number, Map<string, Current>>()
  const rows: NewRow[] = []
  const superseded = new Map<number, number[]>()
  for (const { submission, index } of submissions) {
    const stream = await streamOf(db, submission)
    const current = known.get(stream) ?? new Map<string, Current>()
    known.set(stream, current)
    for (const [key, value] of await currentRevisions(db, stream, submission))
      if (!current.has(key)) current.set(key, value)
    superseded.set(index, [])
    for (const { key, subject, end, position, row, body } of submission.records) {
      const before = current.get(key)
      if (before?.body === body) continue
      if (before?.pending) before.pending.superseded = index
      else if (before && before.seq !== null) superseded.get(index)?.push(before.seq)
      const revision = (before?.revision ?? 0) + 1
      const pending = { stream, key, revision, subject, end, index, position, row, body, superseded: null }
      rows.push(pending)
      current.set(key, { revision, body, seq: null, pending })
    }
  }
  for (const [index, sequences] of superseded) {
    if (sequences.length === 0) continue
    await db.run('UPDATE record SET superseded = ? WHERE seq IN (SELECT value FROM json_each(?))', [
      index,
      JSON.stringify(sequences),
    ])
  }
  if (rows.length > 0) await insertRows(db, rows)
}
