/** Writes the records of a group as revisions: an equal body adds nothing, a different one supersedes, none is overwritten. */
import type { PackedTexts, SubmissionRow } from '../../ports.ts'
import { number } from '../sql/columns.ts'
import type { PlacedSubmission } from '../sql/commit.ts'
import { TEXT_COLUMNS, textsOf } from '../sql/texts.ts'
import type { Database } from './database.ts'
import { insertRows } from './insert.ts'
import { packTexts } from './pack.ts'
import { insertRecordRows, type NewRow } from './record-rows.ts'

interface Current {
  readonly revision: number
  readonly body: Uint8Array
  /** The stored row's number; null for a row of this group, which is not yet written. */
  readonly seq: number | null
  readonly pending: NewRow | null
}

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

interface Streamed extends PlacedSubmission {
  readonly stream: number
  readonly packed: PackedTexts
}

/** The keys of each stream of the group, in their order, so that looking them up walks the index once. */
function keysByStream(placed: readonly Streamed[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>()
  for (const [stream, members] of Map.groupBy(placed, (one) => one.stream)) {
    const [only] = members
    const ordered = members.flatMap(({ submission, packed }) =>
      Array.from(packed.order, (position) => submission.records.keys[position] ?? ''),
    )
    found.set(stream, only && members.length === 1 ? ordered : ordered.sort())
  }
  return found
}

/** Gives each chunk that is used its number, and keeps it to be written. */
class Chunks {
  readonly rows: (readonly [id: number, bytes: Uint8Array])[] = []
  #next: number

  constructor(next: number) {
    this.#next = next
  }

  add(bytes: Uint8Array): number {
    this.rows.push([this.#next, bytes])
    return this.#next++
  }
}

async function openChunks(db: Database, placed: readonly Streamed[]): Promise<Chunks> {
  if (placed.every(({ packed }) => packed.chunks.length === 0)) return new Chunks(0)
  const [row] = await db.all('SELECT coalesce(max(id), 0) + 1 AS next FROM chunk')
  return new Chunks(Number(row?.next))
}

/** Where the texts of a submission lie, asked for in key order; a chunk is numbered once a text of it is wanted. */
function placesOf({ packed }: Streamed, chunks: Chunks): (length: number, wanted: boolean) => NewRow['place'] {
  let ordinal = 0
  let left = packed.counts[0] ?? 0
  let start = 0
  let id: number | null = null
  return (length, wanted) => {
    if (packed.chunks.length === 0) return null
    if (left === 0) {
      ordinal += 1
      left = packed.counts[ordinal] ?? 0
      start = 0
      id = null
    }
    const from = start
    start += length
    left -= 1
    if (!wanted) return null
    const bytes = packed.chunks[ordinal]
    if (!bytes) throw new RangeError('a submission has fewer chunks than texts')
    id ??= chunks.add(bytes)
    return { chunk: id, start: from }
  }
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
  const chunks = await openChunks(db, placed)
  const rows: NewRow[] = []
  for (const one of placed) {
    const superseded: number[] = []
    addRevisions(one, current.get(one.stream) ?? new Map(), chunks, rows, superseded)
    if (superseded.length > 0) {
      await db.run('UPDATE record SET superseded = ? WHERE seq IN (SELECT value FROM json_each(?))', [
        one.index,
        JSON.stringify(superseded),
      ])
    }
  }
  await insertRows(db, 'chunk', chunks.rows)
  await insertRecordRows(db, rows)
}

/** What one submission adds: new rows, and the numbers of stored rows that they supersede. */
function addRevisions(
  one: Streamed,
  current: Map<string, Current>,
  chunks: Chunks,
  rows: NewRow[],
  superseded: number[],
): void {
  const { submission, index, stream, packed } = one
  const { keys, subjects, ends, rows: sources, bodies, offsets } = submission.records
  const placeOf = placesOf(one, chunks)
  for (const position of packed.order) {
    const [from = 0, to = 0] = [offsets[position], offsets[position + 1]]
    const [key = '', subject = '', end = 0, row = 0] = [
      keys[position],
      subjects[position],
      ends[position],
      sources[position],
    ]
    const text = bodies.subarray(from, to)
    const before = current.get(key)
    const same = before !== undefined && Buffer.compare(before.body, text) === 0
    const place = placeOf(to - from, !same)
    if (same) continue
    if (before?.pending) before.pending.superseded = index
    else if (before && before.seq !== null) superseded.push(before.seq)
    const revision = (before?.revision ?? 0) + 1
    const pending: NewRow = { stream, key, revision, subject, end, index, position, row, superseded: null, text, place }
    rows.push(pending)
    current.set(key, { revision, body: text, seq: null, pending })
  }
}
