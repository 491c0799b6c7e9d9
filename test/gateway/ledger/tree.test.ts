import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consistencyRanges, inclusionRanges, type NodeId, nodesOf } from '../../../gateway/ledger/range.ts'
import {
  appendLeaves,
  consistencyProof,
  type Frontier,
  frontierRoot,
  type HashReader,
  inclusionProof,
  memoryTree,
  readFrontier,
  readRoot,
  rootOf,
} from '../../../gateway/ledger/tree.ts'
import { verifyConsistency, verifyInclusion } from '../../../gateway/ledger/verify.ts'
import { codeOf, hex, leafOf, merkleTreeHash, numbered, present } from './rfc6962.ts'

/** The entries and roots of the certificate-transparency reference tree. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const LEAVES = ENTRIES.map((entry) => leafOf(Buffer.from(entry, 'hex')))

const readerOver = (leaves: readonly Uint8Array[]): HashReader => {
  return async (nodes) =>
    nodes.map(({ level, index }) => merkleTreeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)))
}

describe('the root', () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))(
    'of %i reference leaves is the published one',
    async (size, root) => {
      const leaves = LEAVES.slice(0, size)
      expect(hex(rootOf(leaves))).toBe(root)
      expect(hex(rootOf(Buffer.concat(leaves)))).toBe(root)
      expect(hex(memoryTree(leaves).root)).toBe(root)
      expect(hex(appendLeaves({ frontier: [], size: 0, leafHashes: leaves }).root)).toBe(root)
      expect(hex(await readRoot(readerOver(LEAVES), size))).toBe(root)
    },
  )

  test('is that of RFC 6962 for any number of leaves, and the leaves are not touched', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (size) => {
        const packed = Buffer.concat(numbered(size))
        const before = hex(packed)
        expect(hex(rootOf(packed))).toBe(hex(merkleTreeHash(numbered(size))))
        expect(hex(packed)).toBe(before)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the examples of RFC 6962 §2.1.3, a tree of 7 leaves', () => {
  const [b, c, d, f, g, h, i, j, k, l] = [
    [1, 2],
    [2, 3],
    [3, 4],
    [5, 6],
    [0, 2],
    [2, 4],
    [4, 6],
    [6, 7],
    [0, 4],
    [4, 7],
  ]

  test('PATH of d0, d3, d4 and d6', () => {
    expect(inclusionRanges(0, 7)).toEqual([b, h, l])
    expect(inclusionRanges(3, 7)).toEqual([c, g, l])
    expect(inclusionRanges(4, 7)).toEqual([f, j, k])
    expect(inclusionRanges(6, 7)).toEqual([i, k])
  })

  test('PROOF from 3, 4 and 6 leaves', () => {
    expect(consistencyRanges(3, 7)).toEqual([c, d, g, l])
    expect(consistencyRanges(4, 7)).toEqual([l])
    expect(consistencyRanges(6, 7)).toEqual([i, j, k])
    expect(consistencyRanges(7, 7)).toEqual([])
  })
})

describe('appending', () => {
  test('in batches is the same as one by one, and every root is that of RFC 6962', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (batches) => {
        let batched: { frontier: Frontier; size: number } = { frontier: [], size: 0 }
        let single = batched
        for (const count of batches) {
          const leaves = numbered(count, batched.size)
          const result = appendLeaves({ ...batched, leafHashes: leaves })
          const nodes = leaves.flatMap((leaf) => {
            const one = appendLeaves({ ...single, leafHashes: [leaf] })
            single = one
            return one.nodes
          })
          batched = result
          expect(result.frontier.map(hex)).toEqual(single.frontier.map(hex))
          expect(result.nodes.map(({ level, index, hash }) => [level, index, hex(hash)])).toEqual(
            nodes.map(({ level, index, hash }) => [level, index, hex(hash)]),
          )
          expect(hex(result.root)).toBe(hex(merkleTreeHash(numbered(batched.size))))
        }
      }),
      { numRuns: 50 },
    )
  })

  test('gives the subtrees that tiles hold: every leaf, and one of level 8 for every 256', () => {
    const leaves = numbered(600)
    const { frontier, size } = appendLeaves({ frontier: [], size: 0, leafHashes: leaves.slice(0, 200) })
    const { nodes } = appendLeaves({ frontier, size, leafHashes: leaves.slice(200) })
    expect(nodes.filter(({ level }) => level === 0).map(({ index }) => index)).toEqual(
      Array.from({ length: 400 }, (_, at) => 200 + at),
    )
    expect(nodes.filter(({ level }) => level > 0).map(({ level, index, hash }) => [level, index, hex(hash)])).toEqual([
      [8, 0, hex(merkleTreeHash(leaves.slice(0, 256)))],
      [8, 1, hex(merkleTreeHash(leaves.slice(256, 512)))],
    ])
  })

  test('leaves the frontier it was given as it was', () => {
    const { frontier, size } = appendLeaves({ frontier: [], size: 0, leafHashes: numbered(7) })
    const before = frontier.map(hex)
    appendLeaves({ frontier, size, leafHashes: numbered(3) })
    expect(frontier.map(hex)).toEqual(before)
  })

  test('refuses a frontier of another size, leaves that are not hashes, and sizes past 2^53-1', () => {
    const { frontier } = appendLeaves({ frontier: [], size: 0, leafHashes: numbered(3) })
    expect(codeOf(() => appendLeaves({ frontier, size: 4, leafHashes: [] }))).toBe('tree-hash')
    expect(codeOf(() => appendLeaves({ frontier: [Buffer.alloc(31)], size: 1, leafHashes: [] }))).toBe('tree-hash')
    expect(codeOf(() => appendLeaves({ frontier, size: 3, leafHashes: [Buffer.alloc(20)] }))).toBe('tree-hash')
    expect(codeOf(() => appendLeaves({ frontier, size: -1, leafHashes: [] }))).toBe('tree-range')
    expect(codeOf(() => appendLeaves({ frontier, size: 1.5, leafHashes: [] }))).toBe('tree-range')
    const full = Number.MAX_SAFE_INTEGER
    const widest = nodesOf(0, full).map(() => leafOf(''))
    expect(codeOf(() => appendLeaves({ frontier: widest, size: full, leafHashes: [leafOf('')] }))).toBe('tree-range')
  })

  test('starts again from a frontier that was read back', async () => {
    const leaves = numbered(45)
    const frontier = await readFrontier(readerOver(leaves), 37)
    expect(hex(frontierRoot(frontier))).toBe(hex(merkleTreeHash(leaves.slice(0, 37))))
    expect(hex(appendLeaves({ frontier, size: 37, leafHashes: leaves.slice(37) }).root)).toBe(
      hex(merkleTreeHash(leaves)),
    )
    expect(await readFrontier(readerOver([]), 0)).toEqual([])
  })
})

describe('proofs', () => {
  test('every leaf of every tree is proven, from storage and from memory alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 130 }), fc.nat(), async (size, pick) => {
        const index = pick % size
        const leaves = numbered(size)
        const root = merkleTreeHash(leaves)
        const proof = await inclusionProof(readerOver(leaves), index, size)
        expect(memoryTree(leaves).inclusion(index).map(hex)).toEqual(proof.map(hex))
        expect(verifyInclusion({ index, size, leafHash: present(leaves[index]), proof, root })).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('every tree is proven to be the start of every longer one', async () => {
    const leaves = numbered(35)
    const reader = readerOver(leaves)
    for (let second = 1; second <= leaves.length; second++) {
      const secondRoot = merkleTreeHash(leaves.slice(0, second))
      for (let first = 1; first <= second; first++) {
        const proof = await consistencyProof(reader, first, second)
        const firstRoot = merkleTreeHash(leaves.slice(0, first))
        expect(verifyConsistency({ first, second, firstRoot, secondRoot, proof }), `${first} ${second}`).toBe(true)
      }
    }
  })

  test('are read in one batch of at most two hashes a level', async () => {
    const asked: (readonly NodeId[])[] = []
    const reader: HashReader = async (nodes) => {
      asked.push(nodes)
      return nodes.map(() => leafOf(''))
    }
    await inclusionProof(reader, 12_345, 1_000_003)
    await consistencyProof(reader, 700_001, 1_000_003)
    expect(asked.length).toBe(2)
    for (const nodes of asked) expect(nodes.length).toBeLessThanOrEqual(40)
  })

  test('hold past 2^32 leaves, in a tree of equal leaves', async () => {
    const levels = [leafOf('same')]
    for (let level = 1; level < 53; level++)
      levels.push(Buffer.from(merkleTreeHash([present(levels[level - 1]), present(levels[level - 1])])))
    const reader: HashReader = async (nodes) => nodes.map(({ level }) => present(levels[level]))
    const first = 2 ** 33 + 12_345
    const second = 2 ** 52 + 2 ** 40 + 7
    const [firstRoot, secondRoot] = [await readRoot(reader, first), await readRoot(reader, second)]
    const proof = await consistencyProof(reader, first, second)
    expect(verifyConsistency({ first, second, firstRoot, secondRoot, proof })).toBe(true)
    expect(verifyConsistency({ first: first + 1, second, firstRoot, secondRoot, proof })).toBe(false)
    for (const index of [0, 2 ** 32 + 1, second - 1]) {
      const path = await inclusionProof(reader, index, second)
      const leafHash = present(levels[0])
      expect(verifyInclusion({ index, size: second, leafHash, proof: path, root: secondRoot })).toBe(true)
      expect(verifyInclusion({ index, size: second, leafHash: leafOf('other'), proof: path, root: secondRoot })).toBe(
        false,
      )
    }
  })

  test('there is none outside the tree', async () => {
    const reader = readerOver(numbered(8))
    for (const [index, size] of [
      [8, 8],
      [-1, 8],
      [0, 0],
      [0.5, 8],
      [0, 2 ** 53],
      [Number.NaN, 8],
    ] as const) {
      await expect(inclusionProof(reader, index, size)).rejects.toMatchObject({ code: 'tree-range' })
    }
    for (const [first, second] of [
      [0, 8],
      [9, 8],
      [-1, 8],
      [1.5, 8],
      [1, 2 ** 53],
    ] as const) {
      await expect(consistencyProof(reader, first, second)).rejects.toMatchObject({ code: 'tree-range' })
    }
    expect(codeOf(() => memoryTree(numbered(3)).inclusion(3))).toBe('tree-range')
    expect(codeOf(() => memoryTree([]).inclusion(0))).toBe('tree-range')
  })

  test('a reader that answers short or with other than hashes is refused', async () => {
    await expect(inclusionProof(async () => [], 1, 8)).rejects.toMatchObject({ code: 'tree-hash' })
    await expect(readRoot(async (nodes) => nodes.map(() => Buffer.alloc(31)), 8)).rejects.toMatchObject({
      code: 'tree-hash',
    })
  })
})
