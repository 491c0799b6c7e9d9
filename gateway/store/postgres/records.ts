/** Writes the records of a group as revisions, under the lock on the head: numbers are given here, one after another. */
import { number, text } from '../sql/columns.ts'
import type { PlacedSubmission } from '../sql/commit.ts'
import { packTexts } from '../sql/pack.ts'
import { type Current, hasChunks, keysByStream, type NewRow, revise, type Streamed } from '../sql/revisions.ts'
import type { SqlValue } from '../sql/rows.ts'
import { TEXT_COLUMNS, textsOf } from '../sql/texts.ts'
import type { Transaction } from './database.ts'
import { insertRows } from './insert.ts'

/** The numbers of the streams that the submissions go to, by dataset and party; those that are new are made. */
async function streamsOf(db: Transaction, placed: readonly PlacedSubmission[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all('SELECT id, dataset, party FROM stream')
  const known = new Map(rows.map((row) => [`${text(row, 'dataset')} ${text(row, 'party')}`, number(row, 'id')]))
  const made: [number, string, string][] = []
  let next = Math.max(0, ...known.values()) + 1
  for (const { submission } of placed) {
    const { dataset, party } = submission
    const name = `${dataset} ${party}`
    if (known.has(name)) continue
    known.set(name, next)
    made.push([next++, dataset, party])
  }
  await insertRows(db, 'stream', made)
  return known
}

const CURRENT = `SELECT j.at, r.seq, r.revision, ${TEXT_COLUMNS} FROM unnest(?::text[]) WITH ORDINALITY j (key, at)
  JOIN record r ON r.stream = ? AND r.key = j.key WHERE r.superseded IS NULL`

/** The current revision of those keys of a stream that have one. */
async function currentRevisions(
  db: Transaction,
  stream: number,
  keys: readonly string[],
): Promise<Map<string, Current>> {
  const rows = await db.all(CURRENT, [keys, stream])
  const bodies = await textsOf(db, rows)
  const found = new Map<string, Current>()
  for (const [at, row] of rows.entries()) {
    const body = bodies[at]
    const key = keys[number(row, 'at') - 1]
    if (!body || key === undefined) throw new RangeError('a current revision has no text or no key')
    found.set(key, { revision: number(row, 'revision'), body, seq: number(row, 'seq'), pending: null })
  }
  return found
}

const NEXT_CHUNK = 'SELECT coalesce(max(id), 0) + 1 AS next FROM chunk'
const NEXT_ROW = `SELECT coalesce(max(seq), 0) + 1 AS next,
  (SELECT reltuples <= 0 FROM pg_class WHERE oid = 'record'::regclass) AS uncounted FROM record`

/** With fewer records any plan will do. */
const COUNTED_FROM = 1000
// The server counts by itself, a while later: until then it would read all records for a page of them.
const COUNT = 'ANALYZE (SKIP_LOCKED) record, stream, submission, chunk'

async function nextIn(db: Transaction, sql: string): Promise<{ readonly next: number; readonly uncounted: boolean }> {
  const [row] = await db.all(sql)
  if (!row) throw new RangeError('expected a number')
  return { next: number(row, 'next'), uncounted: row.uncounted === true }
}

function values(seq: number, row: NewRow): SqlValue[] {
  const { stream, key, revision, subject, end, index, position, row: source, superseded, place } = row
  const where = place ? [null, place.chunk, place.start, row.text.length] : [inline(row.text), null, null, null]
  return [seq, stream, key, revision, subject, end, index, position, source, superseded, ...where]
}

function inline(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
}

/** Inserts the records of several submissions, in ledger order, those of each in the order of their keys. */
export async function insertRecords(db: Transaction, submissions: readonly PlacedSubmission[]): Promise<void> {
  const streams = await streamsOf(db, submissions)
  const placed: Streamed[] = submissions.map((one) => {
    const { dataset, party, records } = one.submission
    return { ...one, stream: streams.get(`${dataset} ${party}`) ?? 0, packed: records.packed ?? packTexts(records) }
  })
  const current = new Map<number, Map<string, Current>>()
  for (const [stream, keys] of keysByStream(placed)) current.set(stream, await currentRevisions(db, stream, keys))
  const nextChunk = hasChunks(placed) ? (await nextIn(db, NEXT_CHUNK)).next : 0
  const { rows, chunks, superseded } = revise(placed, current, nextChunk)
  for (const { index, seqs } of superseded)
    await db.run('UPDATE record SET superseded = ? WHERE seq = ANY (?::bigint[])', [index, seqs])
  await insertRows(db, 'chunk', chunks)
  if (rows.length === 0) return
  const { next: first, uncounted } = await nextIn(db, NEXT_ROW)
  await insertRows(
    db,
    'record',
    rows.map((row, at) => values(first + at, row)),
  )
  if (uncounted && first + rows.length > COUNTED_FROM) await db.run(COUNT)
}
