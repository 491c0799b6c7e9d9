/** Entry bundles: leaves one after another, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries"). */
import { view } from './encoding.ts'
import { LedgerError } from './error.ts'
import { TILE_WIDTH } from './tile.ts'

/** The longest entry a bundle can hold, in bytes. */
export const ENTRY_BYTES_MAX = 65_535

/** The bytes of a bundle of 1 to 256 entries. Throws `tile-data`. */
export function printBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH || entries.some((entry) => entry.length > ENTRY_BYTES_MAX)) {
    throw new LedgerError(
      'tile-data',
      `expected 1 to 256 entries of at most 65535 bytes, got ${entries.length} entries`,
    )
  }
  const bundle = Buffer.alloc(entries.reduce((bytes, entry) => bytes + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    bundle.writeUInt16BE(entry.length, at)
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bundle
}

/** The entries of a bundle of exactly `width`, as views of its bytes. Throws `tile-data`. */
export function parseBundle(bundle: Uint8Array, width: number): Uint8Array[] {
  const bytes = view(bundle)
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length && entries.length <= width) {
    const from = at + 2
    at = from <= bytes.length ? from + bytes.readUInt16BE(at) : Number.POSITIVE_INFINITY
    if (at > bytes.length) throw new LedgerError('tile-data', `entry ${entries.length} of the bundle is cut short`)
    entries.push(bytes.subarray(from, at))
  }
  if (entries.length !== width) {
    throw new LedgerError('tile-data', `expected exactly ${width} entries in the bundle`)
  }
  return entries
}
