/** Rows as JSON arrays for `json_each`, cut so that each stays far below D1's 2,000,000 bytes a value. */
import type { SqlValue } from '../sql/rows.ts'

/** Bytes of JSON a statement carries, brackets and all; a single row may be more. */
export const CHUNK_BYTES = 1_000_000

/** The bracket that opens. */
const OPENING = 1

/** A JSON array and how many rows it has. */
export interface Chunk {
  readonly json: string
  readonly count: number
}

/** Rows as JSON texts, joined into arrays of at most `CHUNK_BYTES`; with `keys`, none has two rows of one key. */
export function jsonChunks(rows: readonly string[], keys?: readonly string[]): Chunk[] {
  const chunks: Chunk[] = []
  const seen = new Set<string>()
  let start = 0
  let size = OPENING
  const cut = (end: number): void => {
    if (end > start) chunks.push({ json: `[${rows.slice(start, end).join()}]`, count: end - start })
    start = end
    size = OPENING
    seen.clear()
  }
  for (const [at, row] of rows.entries()) {
    // With its comma, or the bracket that closes.
    const bytes = Buffer.byteLength(row, 'utf8') + 1
    const key = keys?.[at]
    if (size + bytes > CHUNK_BYTES || (key !== undefined && seen.has(key))) cut(at)
    if (key !== undefined) seen.add(key)
    size += bytes
  }
  cut(rows.length)
  return chunks
}

/** A row as JSON, its bytes in hexadecimal. */
export function jsonRow(row: readonly SqlValue[]): string {
  return JSON.stringify(row.map((value) => (value instanceof Uint8Array ? hex(value) : value)))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
