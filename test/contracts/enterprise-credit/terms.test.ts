/** The crosswalk both sides signed: one row a level, complete for the schemes it names; no recognition without a new signature. */
import { describe, expect, test } from 'vitest'
import { commonLevel, creditTerms, readCreditTerms } from '../../../contracts/enterprise-credit/terms.ts'
import json from '../../../contracts/enterprise-credit/v1.0.0.json' with { type: 'json' }
import { CREDIT_LEVELS } from '../../../contracts/standards/credit-types.ts'
import { CREDIT_SCHEMES, HF2013_150 } from '../../../contracts/standards/index.ts'

const { crosswalk, display, mutualRecognition } = creditTerms('1.0.0')

describe('the crosswalk', () => {
  test('has each common level once, in the order of the national scheme that is its scale', () => {
    expect(crosswalk.scale).toBe(HF2013_150.id)
    expect(crosswalk.rows.map(({ common }) => common)).toEqual([...CREDIT_LEVELS])
    expect(HF2013_150.levels.map(({ key }) => key)).toEqual([...CREDIT_LEVELS])
  })

  test.each(['cq', 'sc'] as const)('has a row for every level of every scheme of %s, and no other', (party) => {
    const schemes = CREDIT_SCHEMES.filter((scheme) => scheme.party === party)
    expect(crosswalk.schemes[party]).toEqual(schemes.map(({ id }) => id))
    for (const { levels } of schemes) {
      expect(levels.map(({ title }) => title.zh).sort()).toEqual(crosswalk.rows.map((row) => row[party]).sort())
    }
  })

  test.each([
    ['sc', '环保诚信企业', 'trustworthy'],
    ['sc', '环保良好企业', 'good'],
    ['sc', '环保警示企业', 'warning'],
    ['sc', '环保不良企业', 'poor'],
    ['cq', '环保诚信企业', 'trustworthy'],
    ['cq', '环保良好企业', 'good'],
    ['cq', '环保警示企业', 'warning'],
    ['cq', '环保不良企业', 'poor'],
  ] as const)('takes %s %s to %s', (party, name, level) => {
    expect(commonLevel(crosswalk, party, name)).toBe(level)
  })

  test('may hold another pair of names, and each side’s own is looked up', () => {
    const rows = [{ common: 'good', cq: '蓝', sc: '守信' } as const]
    expect(commonLevel({ ...crosswalk, rows }, 'cq', '蓝')).toBe('good')
    expect(commonLevel({ ...crosswalk, rows }, 'sc', '蓝')).toBeUndefined()
    expect(commonLevel({ ...crosswalk, rows }, 'sc', '守信')).toBe('good')
  })

  test.each(['', '守信', '一般失信', 'A', 'constructor', '__proto__', '诚信'])('has no row for %j', (name) => {
    expect(commonLevel(crosswalk, 'sc', name)).toBeUndefined()
    expect(commonLevel(crosswalk, 'cq', name)).toBeUndefined()
  })
})

test('mutual recognition is off, and says why in both languages', () => {
  expect(mutualRecognition.enabled).toBe(false)
  expect(mutualRecognition.zh).toContain('互认')
  expect(mutualRecognition.en).toMatch(/mutual recognition/)
})

test('a rating is gone once repaired or expired', () => {
  expect([...display.goneOn].sort()).toEqual(['expiry', 'repair-granted'])
  expect(display.yearsWithoutValidity).toBe(2)
})

test('a version the gateway does not know has no terms', () => {
  for (const version of ['', '1.0', '9.9.9', 'constructor']) expect(() => creditTerms(version)).toThrow(RangeError)
})

describe('reading terms', () => {
  const { terms } = json
  const [row] = terms.crosswalk.rows
  test.each([
    ['a level of no scheme', { crosswalk: { ...terms.crosswalk, rows: [{ ...row, common: 'middling' }] } }, /common/],
    ['a level in two rows', { crosswalk: { ...terms.crosswalk, rows: [row, row] } }, /two rows/],
    ['unknown levels let through', { crosswalk: { ...terms.crosswalk, unknown: 'pass' } }, /unknown/],
    ['no word on recognition', { mutualRecognition: undefined }, /mutualRecognition/],
    ['a side left out', { crosswalk: { ...terms.crosswalk, schemes: { cq: [] } } }, /schemes\/sc/],
  ])('refuses %s and names it', (_what, change, message) => {
    expect(() => readCreditTerms({ ...terms, ...change })).toThrow(message)
  })
})
