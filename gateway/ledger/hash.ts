/** SHA-256 and the two hashes of a Merkle tree: leaf = SHA-256(0x00‖data), node = SHA-256(0x01‖left‖right) (RFC 6962 §2.1). */
import crypto from 'node:crypto'
import { view } from './encoding.ts'
import { LedgerError } from './error.ts'

/** Bytes of a SHA-256 hash. */
export const HASH_BYTES = 32

// A digest as a one-byte string costs a third of one as a Buffer; some runtimes have no one-shot hash, or none in this encoding.
const oneShot = typeof crypto.hash === 'function' && crypto.hash('sha256', '', 'binary').length === HASH_BYTES
const digest: (data: Uint8Array | string) => string = oneShot
  ? (data) => crypto.hash('sha256', data, 'binary')
  : (data) => crypto.createHash('sha256').update(data).digest('binary')

// Reused between calls: hashing is synchronous, so no two calls share them.
const pair = Buffer.alloc(1 + 2 * HASH_BYTES)
pair[0] = 0x01
const leaf = Buffer.alloc(1 + 65_535)

/** SHA-256 of bytes, or of a string's UTF-8. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return Buffer.from(digest(data), 'latin1')
}

/** Writes SHA-256 of `data` into `target` at `offset`. */
export function sha256Into(target: Buffer, offset: number, data: Uint8Array): void {
  target.write(digest(data), offset, HASH_BYTES, 'latin1')
}

/** The hash of a leaf's data, RFC 6962 §2.1. */
export function leafHash(data: Uint8Array): Uint8Array {
  if (data.length >= leaf.length) return sha256(Buffer.concat([Buffer.of(0x00), data]))
  leaf.set(data, 1)
  return sha256(leaf.subarray(0, 1 + data.length))
}

/** The hash of an inner node, RFC 6962 §2.1. Throws `tree-hash` unless both are 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) {
    throw new LedgerError('tree-hash', `expected two hashes of 32 bytes, got ${left.length} and ${right.length}`)
  }
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return sha256(pair)
}

/** Writes into `target` at `offset` the node over the two hashes that lie side by side in `source` at `at`; the two may overlap. */
export function nodeHashInto(target: Buffer, offset: number, source: Buffer, at: number): void {
  source.copy(pair, 1, at, at + 2 * HASH_BYTES)
  sha256Into(target, offset, pair)
}

/** Hashes as a list, or side by side in one array of 32 bytes each. */
export type Hashes = readonly Uint8Array[] | Uint8Array

/** The hashes side by side: a view of packed ones, a copy of a list. Throws `tree-hash` unless each is 32 bytes. */
export function packHashes(hashes: Hashes): Buffer {
  if (hashes instanceof Uint8Array) {
    if (hashes.length % HASH_BYTES !== 0) {
      throw new LedgerError('tree-hash', `expected hashes of 32 bytes side by side, got ${hashes.length} bytes`)
    }
    return view(hashes)
  }
  const wrong = hashes.find((hash) => hash.length !== HASH_BYTES)
  if (wrong !== undefined) throw new LedgerError('tree-hash', `expected a hash of 32 bytes, got ${wrong.length}`)
  return Buffer.concat(hashes)
}
