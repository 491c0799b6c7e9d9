/** Verifying inclusion and consistency proofs (RFC 9162 §2.1.3.2, §2.1.4.2, over the same tree as RFC 6962). False for anything that is not exactly right; never throws. */
import { equalBytes } from './encoding.ts'
import { HASH_BYTES, nodeHash } from './hash.ts'

/** That the leaf of `leafHash` is at `index` in the tree of `size` leaves and `root`. */
export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leafHash: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** That the tree of `first` leaves and `firstRoot` is the start of that of `second` and `secondRoot`. */
export interface Consistency {
  readonly first: number
  readonly second: number
  readonly firstRoot: Uint8Array
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the inclusion proof holds. A root alone does not fix the size, so take both from one signed place. Sizes above 2^53−1, hashes that are not 32 bytes and proofs of another length do not. */
export function verifyInclusion({ index, size, leafHash, proof, root }: Inclusion): boolean {
  if (!areSizes(index, size) || index >= size || !areHashes([leafHash, root, ...proof])) return false
  let node = index
  let last = size - 1
  let hash = leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(hash, root)
}

/** Whether the consistency proof holds. Equal sizes need equal roots and an empty proof; a first size of 0 shows nothing and does not hold. */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }: Consistency): boolean {
  if (!areSizes(first, second) || first < 1 || first > second) return false
  // Nothing is hashed between equal sizes: whoever trusts one root trusts the same bytes again, of whatever length.
  if (first === second) return proof.length === 0 && equalBytes(firstRoot, secondRoot)
  if (proof.length === 0 || !areHashes([firstRoot, secondRoot, ...proof])) return false

  let node = first - 1
  let last = second - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  // A first size that is a power of two is a subtree of the second tree: its root is the start of the proof and is not sent.
  const [start = firstRoot, ...rest] = node === 0 ? [firstRoot, ...proof] : proof
  let firstHash = start
  let secondHash = start
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      firstHash = nodeHash(sibling, firstHash)
      secondHash = nodeHash(sibling, secondHash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      secondHash = nodeHash(secondHash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(firstHash, firstRoot) && equalBytes(secondHash, secondRoot)
}

function areSizes(...sizes: number[]): boolean {
  return sizes.every((size) => Number.isSafeInteger(size) && size >= 0)
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash instanceof Uint8Array && hash.length === HASH_BYTES)
}
