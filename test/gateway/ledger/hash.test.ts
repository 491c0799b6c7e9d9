import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash, nodeHash, nodeHashInto, packHashes, sha256, sha256Into } from '../../../gateway/ledger/hash.ts'
import { codeOf, hex, leafOf } from './rfc6962.ts'

describe('SHA-256', () => {
  test('of "abc" is the value of FIPS 180-4', () => {
    expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(hex(sha256(Buffer.from('abc')))).toBe(hex(sha256('abc')))
  })

  test('of a string is that of its UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hex(sha256(text))).toBe(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'))
      }),
    )
  })

  test('is written where it is asked, and nowhere else', () => {
    const target = Buffer.alloc(34, 0xff)
    sha256Into(target, 1, Buffer.from('abc'))
    expect(target.toString('hex')).toBe(`ff${hex(sha256('abc'))}ff`)
  })
})

describe('the hashes of RFC 6962 §2.1', () => {
  test('of an empty leaf is SHA-256 of a zero byte', () => {
    expect(hex(leafHash(Buffer.alloc(0)))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })

  test('of a leaf is the same below, at and above the size of an entry', () => {
    for (const length of [1, 65_534, 65_535, 65_536, 200_000]) {
      const data = Buffer.alloc(length, length % 251)
      expect(hex(leafHash(data)), String(length)).toBe(hex(leafOf(data)))
    }
  })

  test('of a node marks it apart from a leaf', () => {
    const left = leafHash(Buffer.from('a'))
    const right = leafHash(Buffer.from('b'))
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.of(1), left, right]))
      .digest('hex')
    expect(hex(nodeHash(left, right))).toBe(expected)
    expect(hex(nodeHash(right, left))).not.toBe(expected)
    expect(hex(leafHash(Buffer.concat([left, right])))).not.toBe(expected)
  })

  test('earlier hashes stay what they were when more is hashed', () => {
    const first = leafHash(Buffer.from('first'))
    const before = hex(first)
    leafHash(Buffer.from('second'))
    nodeHash(first, first)
    expect(hex(first)).toBe(before)
  })

  test('a node can overwrite what it is made of', () => {
    const both = Buffer.concat([leafOf('a'), leafOf('b')])
    const expected = hex(nodeHash(both.subarray(0, 32), both.subarray(32)))
    nodeHashInto(both, 0, both, 0)
    expect(hex(both.subarray(0, 32))).toBe(expected)
  })

  test('what is not 32 bytes is no hash', () => {
    expect(codeOf(() => nodeHash(Buffer.alloc(31), Buffer.alloc(32)))).toBe('tree-hash')
    expect(codeOf(() => nodeHash(Buffer.alloc(32), Buffer.alloc(33)))).toBe('tree-hash')
    expect(codeOf(() => packHashes([Buffer.alloc(32), Buffer.alloc(31), Buffer.alloc(33)]))).toBe('tree-hash')
    expect(codeOf(() => packHashes(Buffer.alloc(33)))).toBe('tree-hash')
  })
})
