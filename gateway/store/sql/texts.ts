/** The texts of stored records: in their own row, or cut out of a chunk, which may be packed (Zstandard, RFC 8878). */
import zlib from 'node:zlib'
import { bytes, number, text } from './columns.ts'
import type { Rows, SqlRow } from './rows.ts'

/** The columns that lead to a record's text, for a table named `r`. */
export const TEXT_COLUMNS = 'r.body, r.chunk, r.start, r.length'

/** What a Zstandard frame begins with; a chunk as it is begins with the brace of its first record. */
const FRAME = [0x28, 0xb5, 0x2f, 0xfd] as const

/** Unpacked chunks that are remembered; pages and sections read the same ones again. */
const CHUNKS_KEPT = 64

const CHUNKS = 'SELECT c.id, c.bytes FROM json_each(?) j CROSS JOIN chunk c ON c.id = j.value'

/** A chunk never changes, so what was unpacked once holds as long as its database is open. */
const unpacked = new WeakMap<Rows, Map<number, Uint8Array>>()

function unpack(stored: Uint8Array): Uint8Array {
  return FRAME.every((byte, at) => stored[at] === byte) ? zlib.zstdDecompressSync(stored) : stored
}

async function chunksOf(db: Rows, ids: ReadonlySet<number>): Promise<ReadonlyMap<number, Uint8Array>> {
  const kept = unpacked.get(db) ?? new Map<number, Uint8Array>()
  unpacked.set(db, kept)
  const found = new Map<number, Uint8Array>()
  const missing: number[] = []
  for (const id of ids) {
    const known = kept.get(id)
    if (known) found.set(id, known)
    else missing.push(id)
  }
  const rows = missing.length > 0 ? await db.all(CHUNKS, [JSON.stringify(missing)]) : []
  for (const row of rows) {
    const id = number(row, 'id')
    const texts = unpack(bytes(row, 'bytes'))
    found.set(id, texts)
    kept.set(id, texts)
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= CHUNKS_KEPT) break
    kept.delete(oldest)
  }
  return found
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
  const chunks = ids.size > 0 ? await chunksOf(db, ids) : new Map<number, Uint8Array>()
  return rows.map((row) => {
    if (row.body !== null) return inlineText(row)
    const start = number(row, 'start')
    const end = start + number(row, 'length')
    const chunk = chunks.get(number(row, 'chunk'))
    if (!chunk || chunk.length < end) throw new TypeError(`the store's chunk ${number(row, 'chunk')} lacks a text`)
    return chunk.subarray(start, end)
  })
}
