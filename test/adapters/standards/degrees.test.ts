/** Angles in decimal degrees and in 度分秒 (standards §7.4): read exactly, and nothing else read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDegrees } from '../../../adapters/standards/degrees.ts'

describe('decimal degrees', () => {
  test.each([
    ['105.848667', '105.848667'],
    ['105.8486670', '105.8486670'],
    ['105', '105'],
    ['105.5°', '105.5'],
    ['１０５．８', '105.8'],
    ['E105.8', '105.8'],
    ['东经 105.8', '105.8'],
    ['105.8°E', '105.8'],
    ['030.5', '30.5'],
  ])('%s keeps its digits', (text, degrees) => {
    expect(parseDegrees(text, 'longitude')).toEqual({ degrees, form: 'decimal' })
  })
})

describe('degrees, minutes and seconds', () => {
  // 50/60 + 55.2/3600 = 0.848666…; 50.92/60 = 0.848666…; 30/60 = 0.5.
  test.each([
    ['105°50′55.2″', '105.848667'],
    ['105°50\'55.2"', '105.848667'],
    ["105°50'55.2''", '105.848667'],
    ['105º50’55.2”', '105.848667'],
    ['105度50分55.2秒', '105.848667'],
    ['东经105度50分55.2秒', '105.848667'],
    ['105° 50′ 55.2″ E', '105.848667'],
    ['105:50:55.2', '105.848667'],
    ['105 50 55.2', '105.848667'],
    ['105°50.92′', '105.848667'],
    ['105°30′', '105.500000'],
    ['105°00′00″', '105.000000'],
    ['105°59′59.9999″', '106.000000'],
  ])('%s is %s', (text, degrees) => {
    expect(parseDegrees(text, 'longitude')).toEqual({ degrees, form: 'dms' })
  })

  test('are within half of the last place of the exact angle', () => {
    const whole = fc.tuple(fc.nat(179), fc.nat(59), fc.nat(59), fc.nat(99))
    fc.assert(
      fc.property(whole, ([d, m, s, hundredths]) => {
        const text = `${d}°${m}′${s}.${String(hundredths).padStart(2, '0')}″`
        const exact = BigInt(d) * 360_000n + BigInt(m) * 6000n + BigInt(s) * 100n + BigInt(hundredths)
        const { degrees = '' } = parseDegrees(text, 'longitude') ?? {}
        const found = BigInt(degrees.replace('.', ''))
        const twice = 2n * (found * 360_000n - exact * 1_000_000n)
        expect(twice <= 360_000n && twice >= -360_000n, text).toBe(true)
      }),
    )
  })
})

describe('what is no angle', () => {
  test.each([
    '',
    '——',
    '105°60′',
    '105°50′60″',
    '105°50.5′30″',
    '-105.8',
    '105.8.6',
    '105,8',
    '西经105°',
    'W105',
    '105°50′55″55',
    '1050.5',
    'x'.repeat(500),
  ])('%j', (text) => expect(parseDegrees(text, 'longitude')).toBeUndefined())

  test('a latitude where a longitude should be, by its letter', () => {
    expect(parseDegrees('N29.5', 'longitude')).toBeUndefined()
    expect(parseDegrees('北纬29.5', 'latitude')).toEqual({ degrees: '29.5', form: 'decimal' })
  })

  test('any text gives a decimal or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.°′″\'"度分秒: EN') })),
        (text) => {
          const found = parseDegrees(text, 'latitude')
          if (found) expect(found.degrees).toMatch(/^\d{1,3}(\.\d{1,15})?$/)
        },
      ),
    )
  })
})
