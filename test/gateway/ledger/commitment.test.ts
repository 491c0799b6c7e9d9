import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rejection } from '../../../contracts/types.ts'
import {
  commit,
  groupCommitment,
  openedLeaf,
  recordLeaf,
  recordTree,
  rejectionLeaf,
  rejectionTree,
  verifyOpened,
} from '../../../gateway/ledger/commitment.ts'
import { memoryTree } from '../../../gateway/ledger/tree.ts'
import { verifyInclusion } from '../../../gateway/ledger/verify.ts'
import { codeOf, flipped, hex, leafOf, merkleTreeHash, present } from './rfc6962.ts'

const sha256 = (...parts: (Uint8Array | string)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest()
const saltsOf = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 7 + 3) % 256))

describe('a leaf’s commitment', () => {
  test('is base64url of SHA-256 over the salt and the JCS of the header', () => {
    const salt = saltsOf(16)
    const expected = sha256(salt, '{"a":[1,"水"],"b":2}').toString('base64url')
    expect(commit({ b: 2, a: [1, '水'] }, salt)).toBe(expected)
    expect(expected.length).toBe(43)
  })

  test('changes with the salt and with the header', () => {
    const one = commit({ a: 1 }, saltsOf(16))
    expect(commit({ a: 2 }, saltsOf(16))).not.toBe(one)
    expect(commit({ a: 1 }, flipped(saltsOf(16), 0))).not.toBe(one)
  })

  test('needs a salt of 16 bytes and a header that is JSON', () => {
    expect(codeOf(() => commit({}, saltsOf(15)))).toBe('commitment-input')
    expect(codeOf(() => commit({}, saltsOf(17)))).toBe('commitment-input')
    expect(() => commit({ at: new Date(0) }, saltsOf(16))).toThrow(TypeError)
  })
})

const parts = fc.array(
  fc.tuple(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
  { maxLength: 40 },
)

describe('the tree of accepted records', () => {
  test('is what its definition says, record by record', () => {
    fc.assert(
      fc.property(parts, (records) => {
        const salts = saltsOf(records.length * 32)
        const groups = records.map(([open, joint], i) => [
          sha256(salts.subarray(i * 32, i * 32 + 16), open),
          sha256(salts.subarray(i * 32 + 16, i * 32 + 32), joint),
        ])
        const leaves = groups.map((pair) => leafOf(Buffer.concat(pair)))
        const tree = recordTree({
          publicParts: records.map(([open]) => open),
          jointParts: records.map(([, joint]) => joint),
          salts,
        })
        expect(hex(tree.commitments)).toBe(hex(Buffer.concat(groups.flat())))
        expect(hex(tree.leaves)).toBe(hex(Buffer.concat(leaves)))
        expect(hex(tree.root)).toBe(hex(merkleTreeHash(leaves)))
      }),
    )
  })

  test('of no records has the root of the empty tree', () => {
    const { root, leaves } = recordTree({ publicParts: [], jointParts: [], salts: Buffer.alloc(0) })
    expect(hex(root)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(leaves.length).toBe(0)
  })

  test('needs as many parts of each kind, as many salts, and well-formed text', () => {
    const good = { publicParts: ['a', 'b'], jointParts: ['c', 'd'], salts: saltsOf(64) }
    expect(codeOf(() => recordTree({ ...good, jointParts: ['c'] }))).toBe('commitment-input')
    expect(codeOf(() => recordTree({ ...good, salts: saltsOf(63) }))).toBe('commitment-input')
    expect(codeOf(() => recordTree({ ...good, publicParts: ['a', '\ud800'] }))).toBe('commitment-input')
    expect(codeOf(() => recordTree({ ...good, jointParts: ['\udc00', 'd'] }))).toBe('commitment-input')
    expect(codeOf(() => groupCommitment('\ud800', saltsOf(16)))).toBe('commitment-input')
  })

  test('a public part stands in no joint part’s place', () => {
    const salts = Buffer.alloc(32, 5)
    const one = recordTree({ publicParts: ['a'], jointParts: ['b'], salts })
    const other = recordTree({ publicParts: ['b'], jointParts: ['a'], salts })
    expect(hex(one.root)).not.toBe(hex(other.root))
  })
})

describe('an opened record', () => {
  const publicParts = Array.from({ length: 11 }, (_, i) => `{"id":${i}}`)
  const jointParts = Array.from({ length: 11 }, (_, i) => `{"tp":"0.${i}"}`)
  const salts = saltsOf(11 * 32)
  const { root, leaves, commitments } = recordTree({ publicParts, jointParts, salts })
  const tree = memoryTree(leaves)

  const opened = (index: number) => ({
    index,
    size: 11,
    root,
    proof: tree.inclusion(index),
    public: { text: present(publicParts[index]), salt: salts.subarray(index * 32, index * 32 + 16) },
    joint: { commitment: commitments.subarray(index * 64 + 32, index * 64 + 64) },
  })

  test('its public part, salt and the joint commitment prove it, and show no joint value', () => {
    for (let index = 0; index < 11; index++) {
      expect(hex(openedLeaf(opened(index)))).toBe(hex(leaves.subarray(index * 32, index * 32 + 32)))
      expect(verifyOpened(opened(index))).toBe(true)
    }
  })

  test('both parts opened prove it too, and so does the commitment of a removed one', () => {
    const one = opened(4)
    const joint = { text: present(jointParts[4]), salt: salts.subarray(4 * 32 + 16, 5 * 32) }
    expect(verifyOpened({ ...one, joint })).toBe(true)
    expect(verifyOpened({ ...one, joint, public: { commitment: commitments.subarray(4 * 64, 4 * 64 + 32) } })).toBe(
      true,
    )
  })

  test('fails with another text, salt, commitment or place', () => {
    const one = opened(4)
    expect(verifyOpened({ ...one, public: { ...one.public, text: '{"id":5}' } })).toBe(false)
    expect(verifyOpened({ ...one, public: { ...one.public, salt: flipped(one.public.salt, 3) } })).toBe(false)
    expect(verifyOpened({ ...one, joint: { commitment: flipped(one.joint.commitment, 3) } })).toBe(false)
    expect(verifyOpened({ ...one, index: 5 })).toBe(false)
    expect(verifyOpened({ ...one, size: 17 })).toBe(false)
    expect(verifyOpened({ ...one, public: one.joint, joint: one.public })).toBe(false)
  })

  test('salts and commitments of another size are refused', () => {
    const one = opened(4)
    expect(codeOf(() => verifyOpened({ ...one, public: { ...one.public, salt: salts.subarray(0, 15) } }))).toBe(
      'commitment-input',
    )
    expect(codeOf(() => verifyOpened({ ...one, joint: { commitment: commitments.subarray(0, 31) } }))).toBe(
      'commitment-input',
    )
    expect(codeOf(() => recordLeaf(commitments.subarray(0, 33), commitments.subarray(0, 31)))).toBe('commitment-input')
  })
})

describe('the tree of rejected rows', () => {
  const rejections: Rejection[] = [2, 5, 9].map((row) => ({
    row,
    type: 'section-unknown',
    pointer: '断面名称',
    value: '某断面',
    detail: { zh: '断面未登记', en: 'unknown section' },
  }))
  const salts = saltsOf(48)

  test('has the leaf hash of salt and JCS for each row, in order', () => {
    const leaves = [2, 5, 9].map((row, i) => {
      const text = `{"detail":{"en":"unknown section","zh":"断面未登记"},"pointer":"断面名称","row":${row},"type":"section-unknown","value":"某断面"}`
      return leafOf(Buffer.concat([salts.subarray(i * 16, i * 16 + 16), Buffer.from(text)]))
    })
    const tree = rejectionTree({ rejections, salts })
    expect(hex(tree.leaves)).toBe(hex(Buffer.concat(leaves)))
    expect(hex(tree.root)).toBe(hex(merkleTreeHash(leaves)))
    const index = 1
    const leafHash = rejectionLeaf(present(rejections[index]), salts.subarray(16, 32))
    const proof = memoryTree(tree.leaves).inclusion(index)
    expect(verifyInclusion({ index, size: 3, leafHash, proof, root: tree.root })).toBe(true)
  })

  test('needs 16 bytes of salt a row, and may have no rows', () => {
    expect(codeOf(() => rejectionTree({ rejections, salts: saltsOf(47) }))).toBe('commitment-input')
    expect(hex(rejectionTree({ rejections: [], salts: saltsOf(0) }).root)).toBe(hex(merkleTreeHash([])))
  })
})

test('5,000 records of a kilobyte are committed in well under a second', () => {
  const publicParts = Array.from({ length: 5000 }, (_, i) => `{"id":${i},"x":"${'断面'.repeat(50)}"}`)
  const jointParts = Array.from({ length: 5000 }, (_, i) => `{"id":${i},"x":"${'x'.repeat(700)}"}`)
  const salts = saltsOf(5000 * 32)
  const start = performance.now()
  recordTree({ publicParts, jointParts, salts })
  expect(performance.now() - start).toBeLessThan(500)
})
