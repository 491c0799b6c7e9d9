/** The append-only Merkle tree: its root, its growth a batch at a time, and its proofs (RFC 6962 §2.1). */
import { LedgerError } from './error.ts'
import { HASH_BYTES, type Hashes, nodeHash, nodeHashInto, packHashes, sha256 } from './hash.ts'
import { checkSize, consistencyRanges, inclusionRanges, type LeafRange, type NodeId, nodesOf } from './range.ts'

/** Levels of the tree that one level of tiles spans (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8

/** The complete subtrees of a tree, widest first: one for each 1 bit of its size. All that appending needs. */
export type Frontier = readonly Uint8Array[]

/** A complete subtree and its hash. */
export interface TreeNode extends NodeId {
  readonly hash: Uint8Array
}

/** Reads the hashes of complete subtrees, in the order asked, in one batch. */
export type HashReader = (nodes: readonly NodeId[]) => Promise<readonly Uint8Array[]>

/** The root over leaf hashes; of none, SHA-256 of nothing. Throws `tree-hash`. */
export function rootOf(leafHashes: Hashes): Uint8Array {
  const source = packHashes(leafHashes)
  let count = source.length / HASH_BYTES
  if (count === 0) return sha256('')
  const level = Buffer.from(source)
  // Carrying the odd last hash up unchanged gives the same tree as splitting at the largest power of two.
  while (count > 1) count = raise(level, level, count)
  return level.subarray(0, HASH_BYTES)
}

/** Writes the level above `count` hashes of `source` into `target` (which may be `source`) and returns how many it has. */
function raise(target: Buffer, source: Buffer, count: number): number {
  const pairs = Math.floor(count / 2)
  for (let i = 0; i < pairs; i++) nodeHashInto(target, i * HASH_BYTES, source, 2 * i * HASH_BYTES)
  if (count % 2 === 1) source.copy(target, pairs * HASH_BYTES, (count - 1) * HASH_BYTES, count * HASH_BYTES)
  return pairs + (count % 2)
}

/** The root of the tree that a frontier stands for. */
export function frontierRoot(frontier: Frontier): Uint8Array {
  const last = frontier.at(-1)
  if (last === undefined) return sha256('')
  return frontier.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** What to append to, and what: `frontier` belongs to a tree of `size` leaves. */
export interface Append {
  readonly frontier: Frontier
  readonly size: number
  readonly leafHashes: Hashes
}

/** The tree after an append. `nodes` are the newly complete subtrees that tiles hold (levels 0, 8, 16 …), leaves included; within a level in order. */
export interface Appended {
  readonly frontier: Frontier
  readonly size: number
  readonly root: Uint8Array
  readonly nodes: readonly TreeNode[]
}

/** Appends any number of leaves at once; the same as appending them one by one. Throws `tree-range`, `tree-hash`. */
export function appendLeaves({ frontier, size, leafHashes }: Append): Appended {
  checkSize(size)
  if (frontier.length !== nodesOf(0, size).length || frontier.some((hash) => hash.length !== HASH_BYTES)) {
    throw new LedgerError(
      'tree-hash',
      `expected the frontier of a tree of ${size} leaves, got ${frontier.length} hashes`,
    )
  }
  const leaves = Buffer.from(packHashes(leafHashes))
  const count = leaves.length / HASH_BYTES
  checkSize(size + count)
  const stack = [...frontier]
  const nodes: TreeNode[] = []
  for (let i = 0; i < count; i++) {
    let hash: Uint8Array = leaves.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)
    let level = 0
    let index = size + i
    nodes.push({ level, index, hash })
    for (; index % 2 === 1; index = (index - 1) / 2) {
      const left = stack.pop()
      if (left === undefined) throw new LedgerError('tree-hash', 'the frontier is shorter than its size says')
      hash = nodeHash(left, hash)
      level++
      if (level % TILE_HEIGHT === 0) nodes.push({ level, index: (index - 1) / 2, hash })
    }
    stack.push(hash)
  }
  return { frontier: stack, size: size + count, root: frontierRoot(stack), nodes }
}

/** Reads a tree's frontier back, in one batch. Throws `tree-range`, `tree-hash`. */
export async function readFrontier(reader: HashReader, size: number): Promise<Frontier> {
  checkSize(size)
  return size === 0 ? [] : readNodes(reader, nodesOf(0, size))
}

/** The root as it was when the tree had `size` leaves. Throws `tree-range`, `tree-hash`. */
export async function readRoot(reader: HashReader, size: number): Promise<Uint8Array> {
  return frontierRoot(await readFrontier(reader, size))
}

/** The proof that leaf `index` is in the tree of `size` leaves, leaf's sibling first (RFC 6962 §2.1.1). Throws `tree-range`, `tree-hash`. */
export async function inclusionProof(reader: HashReader, index: number, size: number): Promise<readonly Uint8Array[]> {
  return readRanges(reader, inclusionRanges(index, size))
}

/** The proof that the tree of `first` leaves is the start of that of `second`; empty when they are one (RFC 6962 §2.1.2). Throws `tree-range` unless 0 < first ≤ second, `tree-hash`. */
export async function consistencyProof(
  reader: HashReader,
  first: number,
  second: number,
): Promise<readonly Uint8Array[]> {
  return readRanges(reader, consistencyRanges(first, second))
}

async function readRanges(reader: HashReader, ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> {
  const groups = ranges.map(([from, to]) => nodesOf(from, to))
  if (groups.length === 0) return []
  const hashes = await readNodes(reader, groups.flat())
  let at = 0
  return groups.map((group) => {
    at += group.length
    return frontierRoot(hashes.slice(at - group.length, at))
  })
}

async function readNodes(reader: HashReader, nodes: readonly NodeId[]): Promise<readonly Uint8Array[]> {
  const hashes = await reader(nodes)
  if (hashes.length !== nodes.length || hashes.some((hash) => hash.length !== HASH_BYTES)) {
    throw new LedgerError('tree-hash', `expected ${nodes.length} hashes of 32 bytes, got ${hashes.length}`)
  }
  return hashes
}

/** A whole tree in memory, for the rows of one submission: hashed once, then each proof is a few copies. */
export interface MemoryTree {
  readonly size: number
  readonly root: Uint8Array
  /** The inclusion proof of leaf `index`. Throws `tree-range`. */
  inclusion(index: number): readonly Uint8Array[]
}

/** The tree over leaf hashes, every level kept. Throws `tree-hash`. */
export function memoryTree(leafHashes: Hashes): MemoryTree {
  const leaves = Buffer.from(packHashes(leafHashes))
  const size = leaves.length / HASH_BYTES
  const levels = [leaves]
  let top = leaves
  while (top.length > HASH_BYTES) {
    const count = top.length / HASH_BYTES
    const above = Buffer.alloc(Math.ceil(count / 2) * HASH_BYTES)
    raise(above, top, count)
    levels.push(above)
    top = above
  }
  return {
    size,
    root: size === 0 ? sha256('') : top,
    inclusion: (index) => {
      inclusionRanges(index, size)
      const proof: Uint8Array[] = []
      let at = index
      for (const level of levels) {
        const sibling = (at % 2 === 0 ? at + 1 : at - 1) * HASH_BYTES
        if (sibling < level.length) proof.push(level.subarray(sibling, sibling + HASH_BYTES))
        at = Math.floor(at / 2)
      }
      return proof
    },
  }
}
