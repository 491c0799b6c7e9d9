/** DER out of signing programs: one form, exactly read. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rawFromDer } from '../../../../gateway/cli/signer/der.ts'
import { derOf } from '../../identity/openssl.ts'

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex')
const one = (digits: string): string => digits.padStart(64, '0')

test.each([
  // By hand, X.690 §8.3: shortest form, a zero led where the first bit is set.
  ['small numbers', '30 06 02 01 01 02 01 7f', one('01') + one('7f')],
  ['a zero led', '30 07 02 02 00 80 02 01 05', one('80') + one('05')],
  ['zero itself', '30 06 02 01 00 02 01 00', one('00') + one('00')],
  [
    'full length, both led',
    `30 46 02 21 00 ${'ff'.repeat(32)} 02 21 00 ${'80'.repeat(32)}`,
    'ff'.repeat(32) + '80'.repeat(32),
  ],
  [
    'full length, none led',
    `30 44 02 20 ${'7f'.repeat(32)} 02 20 ${'01'.repeat(32)}`,
    '7f'.repeat(32) + '01'.repeat(32),
  ],
])('%s', (_what, der, raw) => {
  expect(rawFromDer(hex(der))?.toString('hex')).toBe(raw)
})

test.each([
  ['nothing', ''],
  ['no sequence', '31 06 02 01 01 02 01 01'],
  ['a length too long', '30 07 02 01 01 02 01 01'],
  ['a length too short', '30 05 02 01 01 02 01 01'],
  ['a byte behind', '30 06 02 01 01 02 01 01 00'],
  ['a byte behind, counted', '30 07 02 01 01 02 01 01 00'],
  ['a third number', '30 09 02 01 01 02 01 01 02 01 01'],
  ['one number', '30 03 02 01 01'],
  ['a negative number', '30 06 02 01 80 02 01 01'],
  ['a zero too many', '30 07 02 02 00 01 02 01 01'],
  ['two zeros too many', '30 08 02 03 00 00 80 02 01 01'],
  ['an empty number', '30 05 02 00 02 01 01'],
  ['no integer', '30 06 03 01 01 02 01 01'],
  ['a number of 33 bytes', `30 46 02 21 01 ${'ff'.repeat(32)} 02 21 00 ${'80'.repeat(32)}`],
  ['a length in its long form', '30 81 06 02 01 01 02 01 01'],
  ['a number in its long form', '30 08 02 81 01 01 02 81 01 01'],
  ['an indefinite length', '30 80 02 01 01 02 01 01 00 00'],
  ['a number past the end', '30 06 02 01 01 02 05 01'],
])('%s is refused', (_what, der) => {
  expect(rawFromDer(hex(der))).toBeUndefined()
})

test('any two numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(31), fc.nat(31), (bytes, zeros, others) => {
      const raw = Buffer.from(bytes)
        .fill(0, 0, zeros)
        .fill(0, 32, 32 + others)
      expect(rawFromDer(derOf(raw))?.equals(raw)).toBe(true)
    }),
  )
})

test('any bytes are a signature in its one form, or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const raw = rawFromDer(Buffer.from(bytes))
      if (raw) expect(derOf(raw).equals(bytes)).toBe(true)
    }),
  )
  const whole = derOf(Buffer.alloc(64, 0x91))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(whole)
      changed[at] = byte
      const raw = rawFromDer(changed)
      if (raw) expect(derOf(raw).equals(changed)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
