/** GB/T 8170-2008 §3.2, with the examples of its text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, formatDecimal, parseDecimal } from '../../../adapters/standards/decimal.ts'
import { halfDecimal, meanDecimal, roundHalfEven, sumDecimal } from '../../../adapters/standards/rounding.ts'

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
  .map(([units, scale]) => formatDecimal({ units, scale }))
const places = fc.integer({ min: 0, max: 12 })

describe('roundHalfEven', () => {
  test.each([
    ['60.5', 0, '60'],
    ['61.5', 0, '62'],
    ['35.5', 0, '36'],
    ['60.6', 0, '61'],
    ['0.25', 1, '0.2'],
    ['0.35', 1, '0.4'],
    ['0.2501', 1, '0.3'],
    ['12.1498', 0, '12'],
    ['12.1498', 1, '12.1'],
    ['10.5002', 0, '11'],
    ['1.050', 1, '1.0'],
    ['2.675', 2, '2.68'],
    ['1.005', 2, '1.00'],
    ['0.15', 3, '0.150'],
    ['7', 2, '7.00'],
  ])('rounds %s to %i places as %s', (value, to, expected) => {
    expect(roundHalfEven(value, to)).toBe(expected)
  })

  test.each([
    ['-0.25', 1, '-0.2'],
    ['-0.35', 1, '-0.4'],
    ['-36.5', 0, '-36'],
    ['-31.052', 1, '-31.1'],
  ])('rounds the absolute value of %s to %i places', (value, to, expected) => {
    expect(roundHalfEven(value, to)).toBe(expected)
  })

  test.each(['-0.04', '-0', '-0.0'])('never gives zero a sign: %s', (value) => {
    expect(roundHalfEven(value, 1)).toBe('0.0')
  })

  test.each([
    [String(1e-7), 7, '0.0000001'],
    [String(2.5e-7), 7, '0.0000002'],
    [String(1e21), 0, '1000000000000000000000'],
    ['1.5E+1', 0, '15'],
    ['.5', 0, '0'],
    ['5.', 0, '5'],
    ['+3.5', 0, '4'],
  ])('reads the exponent or the short form of %s', (value, to, expected) => {
    expect(roundHalfEven(value, to)).toBe(expected)
  })

  test.each(['', '.', 'e5', '0x10', '1,5', 'NaN', '１', ' 1', '1e9999', '9'.repeat(401)])(
    'refuses %j, which is no decimal',
    (value) => {
      expect(parseDecimal(value)).toBeUndefined()
      expect(() => roundHalfEven(value, 1)).toThrow(TypeError)
    },
  )

  test.each([-1, 1.5, Number.NaN, 101])('refuses %d places', (to) => {
    expect(() => roundHalfEven('1', to)).toThrow(TypeError)
  })

  test('rounding again changes nothing', () => {
    fc.assert(
      fc.property(decimals, places, (value, to) => {
        const once = roundHalfEven(value, to)
        expect(roundHalfEven(once, to)).toBe(once)
      }),
    )
  })

  test('moves a value by at most half a unit of the last place', () => {
    fc.assert(
      fc.property(decimals, places, (value, to) => {
        const before = decimal(value)
        const after = decimal(roundHalfEven(value, to))
        const scale = Math.max(before.scale, after.scale)
        const gap =
          before.units * 10n ** BigInt(scale - before.scale) - after.units * 10n ** BigInt(scale - after.scale)
        expect((gap < 0n ? -gap : gap) * 2n <= 10n ** BigInt(scale - to)).toBe(true)
      }),
    )
  })

  test('a negative value rounds to the negative of its opposite', () => {
    fc.assert(
      fc.property(decimals, places, (value, to) => {
        const opposite = value.startsWith('-') ? value.slice(1) : `-${value}`
        expect(sumDecimal([roundHalfEven(value, to), roundHalfEven(opposite, to)])).toMatch(/^0(\.0+)?$/)
      }),
    )
  })
})

describe('means and sums', () => {
  test('a mean is rounded once, not digit by digit', () => {
    expect(meanDecimal(['0.2', '0.2', '0.245'], 1)).toBe('0.2')
    expect(meanDecimal(['0.24', '0.26'], 1)).toBe('0.2')
    expect(meanDecimal(['0.1', '0.2', '0.4'], 3)).toBe('0.233')
  })

  test('sums are exact where binary fractions are not', () => {
    expect(sumDecimal(['0.1', '0.2'])).toBe('0.3')
    expect(
      meanDecimal(
        Array.from({ length: 10 }, () => '0.1'),
        20,
      ),
    ).toBe('0.10000000000000000000')
  })

  test('the mean of nothing is refused', () => {
    expect(() => meanDecimal([], 1)).toThrow(TypeError)
  })

  test('half a detection limit is exact', () => {
    expect(halfDecimal('0.025')).toBe('0.0125')
    expect(halfDecimal('0.02')).toBe('0.01')
    expect(halfDecimal('1')).toBe('0.5')
  })
})
