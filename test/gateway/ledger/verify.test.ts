import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consistencyProof, memoryTree } from '../../../gateway/ledger/tree.ts'
import { verifyConsistency, verifyInclusion } from '../../../gateway/ledger/verify.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { flipped, leafOf, merkleTreeHash, numbered, present } from './rfc6962.ts'

interface InclusionCase {
  leafIdx: number
  treeSize: number
  root: string
  leafHash: string
  proof: string[] | null
  wantErr: boolean
  file: string
}

interface ConsistencyCase {
  size1: number
  size2: number
  root1: string
  root2: string
  proof: string[] | null
  wantErr: boolean
  file: string
}

const bytes = (base64: string | null) => Buffer.from(base64 ?? '', 'base64')
const read = (name: string): unknown => JSON.parse(readFileSync(sharedPath('vectors/merkle', name), 'utf8'))

describeShared('the shared vectors of Merkle proofs', () => {
  test('every inclusion case comes out as its vector says', () => {
    const cases = read('inclusion.json') as InclusionCase[]
    expect(cases.length).toBeGreaterThan(90)
    for (const { leafIdx, treeSize, root, leafHash, proof, wantErr, file } of cases) {
      const claim = {
        index: leafIdx,
        size: treeSize,
        leafHash: bytes(leafHash),
        root: bytes(root),
        proof: (proof ?? []).map(bytes),
      }
      expect(verifyInclusion(claim), file).toBe(!wantErr)
    }
  })

  test('every consistency case comes out as its vector says', () => {
    const cases = read('consistency.json') as ConsistencyCase[]
    expect(cases.length).toBeGreaterThan(90)
    for (const { size1, size2, root1, root2, proof, wantErr, file } of cases) {
      const claim = {
        first: size1,
        second: size2,
        firstRoot: bytes(root1),
        secondRoot: bytes(root2),
        proof: (proof ?? []).map(bytes),
      }
      expect(verifyConsistency(claim), file).toBe(!wantErr)
    }
  })
})

describe('an inclusion proof', () => {
  const claimOf = (size: number, index: number) => {
    const leaves = numbered(size)
    const proof = memoryTree(leaves).inclusion(index)
    return { index, size, leafHash: present(leaves[index]), proof, root: merkleTreeHash(leaves) }
  }

  test('fails with any one bit turned, in the leaf, the root or the proof', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 255 }),
        (size, pick, part, bit) => {
          const claim = claimOf(size, pick % size)
          const at = part % (claim.proof.length + 2)
          const broken =
            at === claim.proof.length
              ? { ...claim, leafHash: flipped(claim.leafHash, bit) }
              : at > claim.proof.length
                ? { ...claim, root: flipped(claim.root, bit) }
                : { ...claim, proof: claim.proof.map((hash, i) => (i === at ? flipped(hash, bit) : hash)) }
          expect(verifyInclusion(claim)).toBe(true)
          expect(verifyInclusion(broken)).toBe(false)
        },
      ),
    )
  })

  test('fails at any other index, and when shortened, lengthened or reordered', () => {
    for (let size = 1; size <= 20; size++) {
      for (let index = 0; index < size; index++) {
        const claim = claimOf(size, index)
        for (let other = -1; other <= size; other++) {
          expect(verifyInclusion({ ...claim, index: other }), `${index} as ${other} of ${size}`).toBe(other === index)
        }
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, leafOf('more')] })).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [leafOf('more'), ...claim.proof] })).toBe(false)
        if (claim.proof.length > 0) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
        if (claim.proof.length > 1) expect(verifyInclusion({ ...claim, proof: claim.proof.toReversed() })).toBe(false)
      }
    }
  })

  test('needs sizes that a number holds exactly, and hashes of 32 bytes', () => {
    const claim = claimOf(8, 3)
    for (const index of [3.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(verifyInclusion({ ...claim, index })).toBe(false)
    for (const size of [0, 8.5, Number.NaN, 2 ** 53, 2 ** 64]) expect(verifyInclusion({ ...claim, size })).toBe(false)
    expect(verifyInclusion({ ...claim, leafHash: claim.leafHash.subarray(1) })).toBe(false)
    expect(verifyInclusion({ ...claim, root: Buffer.concat([claim.root, Buffer.of(0)]) })).toBe(false)
    expect(verifyInclusion({ ...claim, proof: claim.proof.map((hash) => hash.subarray(0, 31)) })).toBe(false)
    const [only] = numbered(1)
    const short = present(only).subarray(0, 31)
    expect(verifyInclusion({ index: 0, size: 1, leafHash: short, proof: [], root: short })).toBe(false)
  })
})

describe('a consistency proof', () => {
  const claimOf = async (first: number, second: number) => {
    const leaves = numbered(second)
    const reader = async (nodes: readonly { level: number; index: number }[]) =>
      nodes.map(({ level, index }) => merkleTreeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)))
    const proof = await consistencyProof(reader, first, second)
    return {
      first,
      second,
      firstRoot: merkleTreeHash(leaves.slice(0, first)),
      secondRoot: merkleTreeHash(leaves),
      proof,
    }
  }

  test('fails with any one bit turned, in either root or the proof', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 255 }),
        async (second, pick, part, bit) => {
          const claim = await claimOf(1 + (pick % second), second)
          const at = part % (claim.proof.length + 2)
          const broken =
            at === claim.proof.length
              ? { ...claim, firstRoot: flipped(claim.firstRoot, bit) }
              : at > claim.proof.length
                ? { ...claim, secondRoot: flipped(claim.secondRoot, bit) }
                : { ...claim, proof: claim.proof.map((hash, i) => (i === at ? flipped(hash, bit) : hash)) }
          expect(verifyConsistency(claim)).toBe(true)
          expect(verifyConsistency(broken)).toBe(false)
        },
      ),
    )
  })

  test('needs hashes of 32 bytes', async () => {
    const claim = await claimOf(4, 8)
    expect(verifyConsistency({ ...claim, firstRoot: claim.firstRoot.subarray(1) })).toBe(false)
    expect(verifyConsistency({ ...claim, secondRoot: Buffer.concat([claim.secondRoot, Buffer.of(0)]) })).toBe(false)
    expect(verifyConsistency({ ...claim, proof: claim.proof.map((hash) => hash.subarray(1)) })).toBe(false)
  })

  test('fails for a log that was rewritten', async () => {
    const claim = await claimOf(6, 11)
    const other = merkleTreeHash([...numbered(5), leafOf('rewritten')])
    expect(verifyConsistency({ ...claim, firstRoot: other })).toBe(false)
  })

  test('fails at any other first size', async () => {
    for (const [first, second] of [
      [1, 2],
      [3, 7],
      [4, 7],
      [6, 8],
      [5, 13],
    ] as const) {
      const claim = await claimOf(first, second)
      for (let other = 0; other <= second + 1; other++) {
        expect(verifyConsistency({ ...claim, first: other }), `${first} as ${other} of ${second}`).toBe(other === first)
      }
      expect(verifyConsistency({ ...claim, proof: [...claim.proof, leafOf('more')] })).toBe(false)
      expect(verifyConsistency({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
    }
  })

  test('from the empty tree shows nothing, and between equal sizes needs equal roots and no hashes', () => {
    const root = merkleTreeHash(numbered(4))
    const empty = merkleTreeHash([])
    const same = { first: 4, second: 4, firstRoot: root, secondRoot: root, proof: [] }
    expect(verifyConsistency(same)).toBe(true)
    expect(verifyConsistency({ ...same, secondRoot: empty })).toBe(false)
    expect(verifyConsistency({ ...same, proof: [root] })).toBe(false)
    expect(verifyConsistency({ first: 0, second: 4, firstRoot: empty, secondRoot: root, proof: [] })).toBe(false)
    expect(verifyConsistency({ first: 0, second: 0, firstRoot: empty, secondRoot: empty, proof: [] })).toBe(false)
    expect(verifyConsistency({ ...same, first: 2 ** 53, second: 2 ** 53 })).toBe(false)
    expect(verifyConsistency({ ...same, first: 3.5 })).toBe(false)
  })
})
