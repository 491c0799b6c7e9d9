/** What the records of a group come to as revisions: an equal body adds nothing, a different one supersedes, none is overwritten. */
import type { PackedTexts } from '../../ports.ts'
import type { PlacedSubmission } from './commit.ts'

/** A row to insert. Its text stands in `text`, or in a stored chunk from `start` on. */
export interface NewRow {
  readonly stream: number
  readonly key: string
  readonly revision: number
  readonly subject: string
  readonly end: number
  readonly index: number
  readonly position: number
  readonly row: number
  superseded: number | null
  readonly text: Uint8Array
  /** The chunk's id and where the text begins in it, or null for a text that stays in its row. */
  readonly place: { readonly chunk: number; readonly start: number } | null
}

/** The current revision of a key. */
export interface Current {
  readonly revision: number
  readonly body: Uint8Array
  /** The stored row's number; null for a row of this group, which is not yet written. */
  readonly seq: number | null
  readonly pending: NewRow | null
}

/** A submission with the number of its stream, and its texts as they are to be kept. */
export interface Streamed extends PlacedSubmission {
  readonly stream: number
  readonly packed: PackedTexts
}

/** Numbered chunks to insert. */
export type ChunkRow = readonly [id: number, bytes: Uint8Array]

/** What a group adds: rows in the order of their sequence numbers, chunks, and which stored rows each leaf supersedes. */
export interface Revisions {
  readonly rows: readonly NewRow[]
  readonly chunks: readonly ChunkRow[]
  readonly superseded: readonly { readonly index: number; readonly seqs: readonly number[] }[]
}

/** The keys of each stream of the group, in their order, so that looking them up walks the index once. */
export function keysByStream(placed: readonly Streamed[]): ReadonlyMap<number, readonly string[]> {
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

/** Whether any text of the group comes in a chunk. */
export function hasChunks(placed: readonly Streamed[]): boolean {
  return placed.some(({ packed }) => packed.chunks.length > 0)
}

/** Gives each chunk that is used its number, and keeps it to be written. */
class Chunks {
  readonly rows: ChunkRow[] = []
  #next: number

  constructor(next: number) {
    this.#next = next
  }

  add(bytes: Uint8Array): number {
    this.rows.push([this.#next, bytes])
    return this.#next++
  }
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

/** Works it out: submissions in ledger order, the records of each in the order of their keys. `nextChunk` is the first free number. */
export function revise(
  placed: readonly Streamed[],
  current: ReadonlyMap<number, Map<string, Current>>,
  nextChunk: number,
): Revisions {
  const chunks = new Chunks(nextChunk)
  const rows: NewRow[] = []
  const superseded = placed.map((one) => {
    const seqs: number[] = []
    addRevisions(one, current.get(one.stream) ?? new Map(), chunks, rows, seqs)
    return { index: one.index, seqs }
  })
  return { rows, chunks: chunks.rows, superseded: superseded.filter(({ seqs }) => seqs.length > 0) }
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
