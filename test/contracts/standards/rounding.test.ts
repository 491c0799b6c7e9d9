/** GB/T 8170-2008 as data: its rules, and the arithmetic held to its examples. */
import { describe, expect, test } from 'vitest'
import { roundHalfEven } from '../../../adapters/standards/rounding.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { inForceAt, STANDARDS, standardById } from '../../../contracts/standards/index.ts'
import { GBT8170_2008, readRoundingStandard } from '../../../contracts/standards/rounding.ts'

describe('GB/T 8170-2008', () => {
  test('is among the standards, by the id that contracts name and by its slug', () => {
    expect(STANDARDS).toContain(GBT8170_2008)
    expect(standardById('gbt8170-2008')).toBe(GBT8170_2008)
    const naming = CONTRACTS.filter(({ source }) => source.includes(`"${GBT8170_2008.id}"`))
    expect(naming.map(({ id }) => id)).toContain('water-section-quality')
  })

  test('is in force from the first day of 2009', () => {
    expect(inForceAt([GBT8170_2008], Date.parse('2009-01-01T00:00:00+08:00'))).toBe(GBT8170_2008)
    expect(() => inForceAt([GBT8170_2008], Date.parse('2008-12-31T23:59:59+08:00'))).toThrow(RangeError)
  })

  test('says each rule in both languages, how sure it is, and nothing twice', () => {
    expect(GBT8170_2008.rules.map(({ key, confidence }) => [key, confidence])).toEqual([
      ['half-even', 'V2'],
      ['negative', 'M-high'],
      ['once', 'M-high'],
      ['comparison', 'M-high'],
    ])
    for (const { rule } of GBT8170_2008.rules) {
      expect(rule.zh).toMatch(/\p{Script=Han}/u)
      expect(rule.en).toMatch(/[a-z]{3}/)
    }
  })

  // The half between an even and an odd digit, both ways, and just above it.
  test.each(GBT8170_2008.examples.map(({ value, places, rounded }) => [value, places, rounded] as const))(
    'rounds %s to %i places as %s, and so does the arithmetic',
    (value, places, rounded) => {
      expect(roundHalfEven(value, places)).toBe(rounded)
    },
  )

  test.each([
    ['a rule of another kind', { rules: [{ ...GBT8170_2008.rules[0], key: 'up' }] }, /\/rules\/0\/key/],
    ['an example in words', { examples: [{ value: 'half', places: 0, rounded: '0' }] }, /\/examples\/0\/value/],
    ['a source in one language', { source: { zh: '文本' } }, /\/source\/en/],
  ])('is not read with %s', (_, change, message) => {
    expect(() => readRoundingStandard({ ...GBT8170_2008, ...change })).toThrow(message)
  })
})
