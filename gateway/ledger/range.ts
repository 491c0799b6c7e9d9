/** Which subtrees the roots and proofs of a tree are made of (RFC 6962 §2.1, §2.1.1, §2.1.2), as arithmetic over sizes up to 2^53−1. */
import { LedgerError } from './error.ts'

/** A complete subtree: the leaves `[index·2^level, (index+1)·2^level)`. */
export interface NodeId {
  readonly level: number
  readonly index: number
}

/** The leaves `[from, to)`, whose Merkle tree hash is one element of a proof. */
export type LeafRange = readonly [from: number, to: number]

/** Throws `tree-range` unless `size` is an integer from 0 to 2^53−1. */
export function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new LedgerError('tree-range', `expected a tree size from 0 to 2^53-1, got ${size}`)
  }
}

/** Throws `tree-range` unless `index` is a leaf of a tree of `size`. */
function checkIndex(index: number, size: number): void {
  checkSize(size)
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new LedgerError('tree-range', `expected a leaf index below the tree size ${size}, got ${index}`)
  }
}

/** The complete subtrees that `[from, to)` splits into, widest first. `from` is 0 or an offset at which the tree of `to` leaves splits. */
export function nodesOf(from: number, to: number): NodeId[] {
  const nodes: NodeId[] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (2 ** (level + 1) <= to - at) level++
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** Where the tree over `width` leaves splits: the largest power of two smaller than `width`, for a `width` of two or more. */
function split(width: number): number {
  let k = 1
  while (k * 2 < width) k *= 2
  return k
}

/** The siblings on the way from a leaf up to the root, PATH(index, D[size]) of RFC 6962 §2.1.1. Throws `tree-range`. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  checkIndex(index, size)
  const ranges: LeafRange[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      ranges.push([middle, to])
      to = middle
    } else {
      ranges.push([from, middle])
      from = middle
    }
  }
  return ranges.reverse()
}

/** What shows that a tree of `first` leaves is the start of one of `second`, PROOF(first, D[second]) of RFC 6962 §2.1.2. Throws `tree-range` unless 0 < first ≤ second. */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  checkSize(second)
  if (!Number.isSafeInteger(first) || first < 1 || first > second) {
    throw new LedgerError('tree-range', `expected a first size from 1 to the second, ${second}, got ${first}`)
  }
  const ranges: LeafRange[] = []
  let from = 0
  let to = second
  while (to !== first) {
    const middle = from + split(to - from)
    if (first <= middle) {
      ranges.push([middle, to])
      to = middle
    } else {
      ranges.push([from, middle])
      from = middle
    }
  }
  // The verifier knows the first root already, so it is sent only when it is not the whole of what is left.
  if (from > 0) ranges.push([from, to])
  return ranges.reverse()
}
