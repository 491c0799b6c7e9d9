/** Texts made ready to be stored: in the order of their keys, so that an index grows along its own order and a section's records lie together, and packed many to a chunk. */
import { constants, zstdCompressSync } from 'node:zlib'
import type { PackedTexts, RecordBatch } from '../../ports.ts'
import { keyOrder } from './key-order.ts'

/** Bytes of text a chunk holds before it is packed; unpacking one for a single record must stay cheap. */
const CHUNK_BYTES = 128 * 1024
/** Texts that come to less stay in their rows. */
const INLINE_BYTES = 8 * 1024

// The texts of a file repeat themselves so much that a higher level gains little for its time.
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** How a batch is kept; no chunks when its texts are few. */
export function packTexts({ keys, bodies, offsets }: Pick<RecordBatch, 'keys' | 'bodies' | 'offsets'>): PackedTexts {
  const order = keyOrder(keys)
  if (bodies.length <= INLINE_BYTES) return { order, counts: [], chunks: [] }
  const source = Buffer.from(bodies.buffer, bodies.byteOffset, bodies.byteLength)
  const chunks: Uint8Array[] = []
  const counts: number[] = []
  let texts = Buffer.allocUnsafe(2 * CHUNK_BYTES)
  let length = 0
  let count = 0
  const cut = (): void => {
    if (count === 0) return
    chunks.push(zstdCompressSync(texts.subarray(0, length), LEVEL))
    counts.push(count)
    length = 0
    count = 0
  }
  for (const position of order) {
    const [start = 0, end = 0] = [offsets[position], offsets[position + 1]]
    if (length + end - start > texts.length) cut()
    if (end - start > texts.length) texts = Buffer.allocUnsafe(end - start)
    length += source.copy(texts, length, start, end)
    count += 1
    if (length >= CHUNK_BYTES) cut()
  }
  cut()
  return { order, counts, chunks }
}
