/** The texts of stored records: in their own row, or cut out of a chunk, which may be packed (Zstandard, RFC 8878). */
import zlib from 'node:zlib'
import { bytes, number, text } from './columns.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import type { Rows, SqlRow } from './rows.ts'

/** The columns that lead to a record's text, for a table named `r`. */
export const TEXT_COLUMNS = 'r.body, r.chunk, r.start, r.length'

/** What a Zstandard frame begins with; a chunk as it is begins with the brace of its first record. */
const FRAME = [0x28, 0xb5, 0x2f, 0xfd] as const

/** What a chunk nearly always unpacks to at most; in smaller pieces it takes twice as long. */
const USUAL_BYTES = 144 * 1024

/** Unpacked chunks that are remembered; pages and sections read the same ones again. */
const CHUNKS_KEPT = 64

const chunks = ({ numbers }: Dialect) =>
  `SELECT c.id, c.bytes FROM ${numbers} j CROSS JOIN chunk c WHERE c.id = j.value`

/** Chunks by id, unpacked or about to be: whoever needs one that is being read waits for it. */
type ChunkCache = Map<number, Promise<Uint8Array>>

/** A chunk never changes, so what was unpacked once holds as long as its database is open. */
const caches = new WeakMap<Rows, ChunkCache>()

/** Lets connections to one database unpack a chunk for each other. */
export function shareChunks(connections: readonly Rows[]): void {
  const known = connections.map((one) => caches.get(one)).find((cache) => cache !== undefined)
  const cache: ChunkCache = known ?? new Map()
  for (const connection of connections) caches.set(connection, cache)
}

function cacheOf(db: Rows): ChunkCache {
  const known = caches.get(db)
  if (known) return known
  const made: ChunkCache = new Map()
  caches.set(db, made)
  return made
}

function unpack(stored: Uint8Array): Uint8Array {
  return FRAME.every((byte, at) => stored[at] === byte)
    ? zlib.zstdDecompressSync(stored, { chunkSize: USUAL_BYTES })
    : stored
}

async function readChunks(db: Rows, ids: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const dialect = dialectOf(db)
  const rows = await db.all(chunks(dialect), [dialect.list(ids)])
  return new Map(rows.map((row) => [number(row, 'id'), unpack(bytes(row, 'bytes'))]))
}

async function chunksOf(db: Rows, ids: ReadonlySet<number>): Promise<ReadonlyMap<number, Uint8Array>> {
  const cache = cacheOf(db)
  const missing = [...ids].filter((id) => !cache.has(id))
  if (missing.length > 0) {
    const read = readChunks(db, missing)
    for (const id of missing) {
      const one = read.then((unpacked) => {
        const found = unpacked.get(id)
        if (!found) throw new TypeError(`the store has no chunk ${id}`)
        return found
      })
      // A failed read is forgotten; whoever waited for it is told.
      one.catch(() => cache.delete(id))
      cache.set(id, one)
    }
  }
  const found = await Promise.all([...ids].map(async (id) => [id, await cache.get(id)] as const))
  for (const oldest of cache.keys()) {
    if (cache.size <= CHUNKS_KEPT) break
    cache.delete(oldest)
  }
  return new Map(found.flatMap(([id, chunk]) => (chunk ? [[id, chunk]] : [])))
}

function inlineText(row: SqlRow): Uint8Array {
  if (row.chunk !== null || row.start !== null || row.length !== null)
    throw new TypeError('the store has two places for the text of one record')
  return Buffer.from(text(row, 'body'), 'utf8')
}

/** The text of each row, as UTF-8. Throws TypeError when a chunk is missing or too short. */
export async function textsOf(db: Rows, rows: readonly SqlRow[]): Promise<readonly Uint8Array[]> {
  const ids = new Set<number>()
  for (const row of rows) if (row.body === null) ids.add(number(row, 'chunk'))
  const unpacked = ids.size > 0 ? await chunksOf(db, ids) : new Map<number, Uint8Array>()
  return rows.map((row) => {
    if (row.body !== null) return inlineText(row)
    const start = number(row, 'start')
    const end = start + number(row, 'length')
    const chunk = unpacked.get(number(row, 'chunk'))
    if (!chunk || chunk.length < end) throw new TypeError(`the store's chunk ${number(row, 'chunk')} lacks a text`)
    return chunk.subarray(start, end)
  })
}
