/** RFC 6962 §2.1 written down as it stands, over node:crypto alone: what the tree's tests compare with. */
import { createHash } from 'node:crypto'

function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function leafOf(data: Uint8Array | string): Buffer {
  return sha256(Buffer.of(0), Buffer.from(data))
}

/** MTH over leaf hashes. */
export function merkleTreeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return only
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Buffer.of(1), merkleTreeHash(leaves.slice(0, k)), merkleTreeHash(leaves.slice(k)))
}

/** Leaf hashes of the entries 0, 1, 2 … */
export function numbered(count: number, from = 0): Buffer[] {
  return Array.from({ length: count }, (_, i) => leafOf(String(from + i)))
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The code of what `act` throws, or what else happened. */
export function codeOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
  return 'nothing was thrown'
}

/** Undefined is no value here: it fails the test. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value')
  return value
}

/** `bytes` with one bit turned. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = Math.floor(bit / 8) % copy.length
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8))
  return copy
}
