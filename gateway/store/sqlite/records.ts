/** Writes the records of a group as revisions: an equal body adds nothing, a different one supersedes, none is overwritten. */
import type { SubmissionRow } from '../../ports.ts'
import type { PlacedSubmission } from '../sql/commit.ts'
import type { Database } from './database.ts'

interface Current {
  readonly revision: number
  readonly body: Uint8Array
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
  /** Which batch of the group holds the text, and where in it. */
  readonly batch: number
  readonly start: number
  readonly stop: number
  superseded: number | null
}

const streams = new WeakMap<Database, Map<string, number>>()

/** To be called when a transaction is rolled back: a number made in it does not exist. */
export function forgetStreams(db: Database): void {
  streams.delete(db)
}

/** The number of a dataset and party, made on first use and then remembered. */
async function streamOf(db: Database, { dataset, party }: SubmissionRow): Promise<number> {
  const known = streams.get(db) ?? new Map<string, number>()
  streams.set(db, known)
  const name = `${dataset} ${party}`
  const number = known.get(name)
  if (number !== undefined) return number
  await db.run('INSERT INTO stream (dataset, party) VALUES (?, ?) ON CONFLICT DO NOTHING', [dataset, party])
  const [row] = await db.all('SELECT id FROM stream WHERE dataset = ? AND party = ?', [dataset, party])
  const made = Number(row?.id)
  known.set(name, made)
  return made
}

// CROSS JOIN, so that each key is looked up once; the planner would otherwise read every record for every key.
const CURRENT = `SELECT r.stream, r.seq, r.key, r.revision, r.body FROM json_each(?) j
  CROSS JOIN record r ON r.stream = j.value ->> 0 AND r.key = j.value ->> 1 WHERE r.superseded IS NULL`

/** The current revision of every key of the group, by stream and key. */
async function currentRevisions(db: Database, placed: readonly Streamed[]): Promise<Map<number, Map<string, Current>>> {
  const keys = placed.flatMap(({ stream, submission }) => submission.records.keys.map((key) => [stream, key]))
  const rows = await db.all(CURRENT, [JSON.stringify(keys)])
  const found = new Map<number, Map<string, Current>>(placed.map(({ stream }) => [stream, new Map()]))
  for (const row of rows) {
    const current = {
      revision: Number(row.revision),
      body: Buffer.from(String(row.body), 'utf8'),
      seq: Number(row.seq),
      pending: null,
    }
    found.get(Number(row.stream))?.set(String(row.key), current)
  }
  return found
}

interface Streamed extends PlacedSubmission {
  readonly stream: number
}

/**
 * One statement for all rows. The texts go as one blob that each row cuts its own piece out of: SQLite then neither
 * parses nor escapes them, and the many small values travel as one JSON text read off the main thread.
 */
const INSERT = `INSERT INTO record (stream, key, revision, subject, ended, idx, position, row, superseded, body)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
    CAST(substr(?2, value ->> 9, value ->> 10) AS TEXT)
  FROM json_each(?1)`

async function insertRows(db: Database, rows: readonly NewRow[], batches: readonly Uint8Array[]): Promise<void> {
  const [only] = batches
  const texts = only && batches.length === 1 ? only : Buffer.concat(batches)
  const starts: number[] = []
  let total = 0
  for (const batch of batches) {
    starts.push(total)
    total += batch.length
  }
  const values = rows.map((row) => {
    const { stream, key, revision, subject, end, index, position, row: source, superseded, batch, start, stop } = row
    // substr counts from one.
    const from = (starts[batch] ?? 0) + start + 1
    return [stream, key, revision, subject, end, index, position, source, superseded, from, stop - start]
  })
  await db.run(INSERT, [JSON.stringify(values), texts])
}

/** Inserts the records of several submissions, in ledger order. */
export async function insertRecords(db: Database, submissions: readonly PlacedSubmission[]): Promise<void> {
  const placed: Streamed[] = []
  for (const one of submissions) placed.push({ ...one, stream: await streamOf(db, one.submission) })
  const known = await currentRevisions(db, placed)
  const rows: NewRow[] = []
  for (const [batch, { submission, index, stream }] of placed.entries()) {
    const current = known.get(stream) ?? new Map<string, Current>()
    const { keys, subjects, ends, rows: sources, bodies, offsets } = submission.records
    const superseded: number[] = []
    for (const [position, key] of keys.entries()) {
      const [start = 0, stop = 0] = [offsets[position], offsets[position + 1]]
      const body = bodies.subarray(start, stop)
      const before = current.get(key)
      if (before && Buffer.compare(before.body, body) === 0) continue
      if (before?.pending) before.pending.superseded = index
      else if (before && before.seq !== null) superseded.push(before.seq)
      const revision = (before?.revision ?? 0) + 1
      const [subject = '', end = 0, row = 0] = [subjects[position], ends[position], sources[position]]
      const pending = {
        stream,
        key,
        revision,
        subject,
        end,
        index,
        position,
        row,
        batch,
        start,
        stop,
        superseded: null,
      }
      rows.push(pending)
      current.set(key, { revision, body, seq: null, pending })
    }
    if (superseded.length > 0) {
      await db.run('UPDATE record SET superseded = ? WHERE seq IN (SELECT value FROM json_each(?))', [
        index,
        JSON.stringify(superseded),
      ])
    }
  }
  if (rows.length > 0) {
    await insertRows(
      db,
      rows,
      placed.map(({ submission }) => submission.records.bodies),
    )
  }
}
