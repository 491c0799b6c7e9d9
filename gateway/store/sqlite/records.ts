/** Writes the records of a group as revisions. */
import type { SubmissionRow } from '../../ports.ts'
import { number } from '../sql/columns.ts'
import type { PlacedSubmission } from '../sql/commit.ts'
import { packTexts } from '../sql/pack.ts'
import { type Current, hasChunks, keysByStream, revise, type Streamed } from '../sql/revisions.ts'
import { TEXT_COLUMNS, textsOf } from '../sql/texts.ts'
import type { Database } from './database.ts'
import { insertRows } from './insert.ts'
import { insertRecordRows } from './record-rows.ts'

const streams = new WeakMap<Database, Map<string, number>>()

/** To be called when a transaction is rolled back: a number made in it does not exist. */
export function forgetStreams(db: Database): void {
  streams.delete(db)
}

/** The number of a dataset and party, made on first use and then remembered. */
async function streamOf(db: Database, { dataset, party }: Pick<SubmissionRow, 'dataset' | 'party'>): Promise<number> {
  const known = streams.get(db) ?? new Map<string, number>()
  streams.set(db, known)
  const name = `${dataset} ${party}`
  const found = known.get(name)
  if (found !== undefined) return found
  await db.run('INSERT INTO stream (dataset, party) VALUES (?, ?) ON CONFLICT DO NOTHING', [dataset, party])
  const [row] = await db.all('SELECT id FROM stream WHERE dataset = ? AND party = ?', [dataset, party])
  const made = Number(row?.id)
  known.set(name, made)
  return made
}

// CROSS JOIN, so that each key is looked up once; the planner would otherwise read every record for every key.
const CURRENT = `SELECT j.key AS at, r.seq, r.revision, ${TEXT_COLUMNS} FROM json_each(?1) j
  CROSS JOIN record r ON r.stream = ?2 AND r.key = j.value WHERE r.superseded IS NULL`

/** The current revision of those keys of a stream that have one. */
async function currentRevisions(db: Database, stream: number, keys: readonly string[]): Promise<Map<string, Current>> {
  const rows = await db.all(CURRENT, [JSON.stringify(keys), stream])
  const bodies = await textsOf(db, rows)
  const found = new Map<string, Current>()
  for (const [at, row] of rows.entries()) {
    const body = bodies[at]
    const key = keys[number(row, 'at')]
    if (!body || key === undefined) throw new RangeError('a current revision has no text or no key')
    found.set(key, { revision: number(row, 'revision'), body, seq: number(row, 'seq'), pending: null })
  }
  return found
}

async function nextChunk(db: Database, placed: readonly Streamed[]): Promise<number> {
  if (!hasChunks(placed)) return 0
  const [row] = await db.all('SELECT coalesce(max(id), 0) + 1 AS next FROM chunk')
  return Number(row?.next)
}

/** Inserts the records of several submissions, in ledger order, those of each in the order of their keys. */
export async function insertRecords(db: Database, submissions: readonly PlacedSubmission[]): Promise<void> {
  const placed: Streamed[] = []
  for (const one of submissions) {
    const { records } = one.submission
    placed.push({ ...one, stream: await streamOf(db, one.submission), packed: records.packed ?? packTexts(records) })
  }
  const current = new Map<number, Map<string, Current>>()
  for (const [stream, keys] of keysByStream(placed)) current.set(stream, await currentRevisions(db, stream, keys))
  const { rows, chunks, superseded } = revise(placed, current, await nextChunk(db, placed))
  for (const { index, seqs } of superseded) {
    await db.run('UPDATE record SET superseded = ? WHERE seq IN (SELECT value FROM json_each(?))', [
      index,
      JSON.stringify(seqs),
    ])
  }
  await insertRows(db, 'chunk', chunks)
  await insertRecordRows(db, rows)
}
