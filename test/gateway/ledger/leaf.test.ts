import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { LedgerError } from '../../../gateway/ledger/error.ts'
import { LEAF_PARTIES, type Leaf, leafBytes, leafTime, nextTime, parseLeaf } from '../../../gateway/ledger/leaf.ts'
import { LEAF_TYPES } from '../../../gateway/ports.ts'
import { codeOf, hex } from './rfc6962.ts'

const LEAF: Leaf = {
  actor: 'cq-emc',
  commitment: 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
  party: 'cq',
  time: '2026-11-23T09:30:00.123Z',
  type: 'submission',
  v: 1,
}
const TEXT =
  '{"actor":"cq-emc","commitment":"ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0","party":"cq","time":"2026-11-23T09:30:00.123Z","type":"submission","v":1}'

const anyLeaf: fc.Arbitrary<Leaf> = fc.record({
  actor: fc.stringMatching(/^[!-~]([ -~]{0,126}[!-~])?$/),
  commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  party: fc.constantFrom(...LEAF_PARTIES),
  time: fc
    .date({ min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  type: fc.constantFrom(...LEAF_TYPES),
  v: fc.constant(1 as const),
})

describe('a leaf', () => {
  test('is its members in JCS order, and nothing else', () => {
    expect(Buffer.from(leafBytes(LEAF)).toString('utf8')).toBe(TEXT)
    expect(parseLeaf(Buffer.from(TEXT))).toEqual(LEAF)
  })

  test('is its own JCS and reads back, whatever it says', () => {
    fc.assert(
      fc.property(anyLeaf, (leaf) => {
        const bytes = leafBytes(leaf)
        expect(Buffer.from(bytes).toString('utf8')).toBe(canonical({ ...leaf }))
        expect({ ...parseLeaf(bytes) }).toEqual({ ...leaf })
        expect(bytes.length).toBeLessThan(65_536)
      }),
    )
  })

  test('member order of the caller does not matter', () => {
    const { v, type, ...rest } = LEAF
    expect(hex(leafBytes({ v, type, ...rest }))).toBe(hex(leafBytes(LEAF)))
  })

  const wrong: [string, Record<string, unknown>][] = [
    ['an empty actor', { actor: '' }],
    ['an actor of 129 characters', { actor: 'a'.repeat(129) }],
    ['an actor with a control character', { actor: 'a\nb' }],
    ['an actor that is not ASCII', { actor: '重庆' }],
    ['an actor that starts with a space', { actor: ' a' }],
    ['an actor that ends with a space', { actor: 'a ' }],
    ['no text as actor', { actor: 1 }],
    ['a commitment of 42 characters', { commitment: LEAF.commitment.slice(1) }],
    ['a commitment of 44 characters', { commitment: `${LEAF.commitment}A` }],
    ['a padded commitment', { commitment: `${LEAF.commitment}=` }],
    [
      'a commitment whose last character does not re-encode to itself',
      { commitment: `${LEAF.commitment.slice(0, -1)}1` },
    ],
    ['a commitment in Base 64', { commitment: LEAF.commitment.replace('-', '+') }],
    ['another party', { party: 'gs' }],
    ['a party in capitals', { party: 'CQ' }],
    ['a time without milliseconds', { time: '2026-11-23T09:30:00Z' }],
    ['a time with an offset', { time: '2026-11-23T09:30:00.123+00:00' }],
    ['30 February', { time: '2026-02-30T00:00:00.000Z' }],
    ['24 o’clock', { time: '2026-11-23T24:00:00.000Z' }],
    ['a leap second', { time: '2026-06-30T23:59:60.000Z' }],
    ['a year of five digits', { time: '+12026-11-23T09:30:00.123Z' }],
    ['a space for the T', { time: '2026-11-23 09:30:00.123Z' }],
    ['another type', { type: 'receipt' }],
    ['another version', { v: 2 }],
    ['the version as text', { v: '1' }],
    ['one member more', { note: '' }],
    ['a null member', { actor: null }],
  ]

  test.each(wrong)('is not one with %s', (_, change) => {
    const bytes = Buffer.from(canonical({ ...LEAF, ...change }))
    expect(codeOf(() => parseLeaf(bytes))).toBe('leaf-malformed')
    expect(codeOf(() => leafBytes({ ...LEAF, ...change }))).toBe('leaf-malformed')
  })

  test.each(Object.keys(LEAF))('is not one without %s', (name) => {
    const rest = Object.fromEntries(Object.entries(LEAF).filter(([member]) => member !== name))
    expect(codeOf(() => parseLeaf(Buffer.from(canonical(rest))))).toBe('leaf-malformed')
  })

  test.each([
    ['a space', TEXT.replace(':', ': ')],
    ['a newline at the end', `${TEXT}\n`],
    ['another order', JSON.stringify(Object.fromEntries(Object.entries(LEAF).toReversed()))],
    ['an escape that is not needed', TEXT.replace('cq-emc', '\\u0063q-emc')],
    ['a member twice', TEXT.replace('"v":1', '"v":1,"v":1')],
    ['another spelling of the number', TEXT.replace('"v":1', '"v":1.0')],
    ['a byte order mark', `\ufeff${TEXT}`],
    ['half of it', TEXT.slice(0, 80)],
    ['nothing', ''],
    ['null', 'null'],
    ['an array', '[1,2,3,4,5,6]'],
    ['too many bytes', ' '.repeat(65_536)],
  ])('is not one with %s', (_, text) => {
    expect(codeOf(() => parseLeaf(Buffer.from(text)))).toBe('leaf-malformed')
  })

  test('is not one when it is not UTF-8', () => {
    const bytes = Buffer.from(TEXT)
    bytes[10] = 0x80
    expect(codeOf(() => parseLeaf(bytes))).toBe('leaf-malformed')
  })

  test('no bytes make the reader fail in another way, and what it takes it would write', () => {
    const edits = fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(([at, byte]) => {
      const bytes = Buffer.from(TEXT)
      bytes[at % bytes.length] = byte
      return bytes
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
          edits,
        ),
        (bytes) => {
          try {
            expect(hex(leafBytes(parseLeaf(bytes)))).toBe(hex(bytes))
          } catch (error) {
            expect(error).toBeInstanceOf(LedgerError)
            expect(error).toMatchObject({ code: 'leaf-malformed' })
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('commit times', () => {
  test('are now, and one millisecond past the last when the clock stands still or runs back', () => {
    expect(nextTime(1000, null)).toBe(1000)
    expect(nextTime(1000, 900)).toBe(1000)
    expect(nextTime(1000, 999)).toBe(1000)
    expect(nextTime(1000, 1000)).toBe(1001)
    expect(nextTime(1000, 5000)).toBe(5001)
  })

  test('are written in UTC to the millisecond', () => {
    expect(leafTime(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(leafTime(1_795_426_200_123)).toBe('2026-11-23T09:30:00.123Z')
    for (const ms of [Number.NaN, 0.5, 8.64e15, Number.POSITIVE_INFINITY, 253_402_300_800_000])
      expect(codeOf(() => leafTime(ms))).toBe('leaf-malformed')
  })
})
