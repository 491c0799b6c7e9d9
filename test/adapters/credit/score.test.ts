/** Scores: digits kept, with their scheme, inside its bounds; where level and score differ the level stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CREDIT_LEVELS } from '../../../contracts/standards/credit-types.ts'
import { readRow, rules } from './helpers.ts'

describe('a score', () => {
  test.each([
    ['88', 88, '88'],
    ['88.50', 88.5, '88.50'],
    ['88.5分', 88.5, '88.5'],
    ['８８．５', 88.5, '88.5'],
    [88.5, 88.5, '88.5'],
    [99.30000000000001, 99.3, '99.3'],
    ['99.999999', 99.999999, '99.999999'],
    ['100', 100, '100'],
    ['108', 108, '108'],
    ['0', 0, '0'],
    ['-0', 0, '-0'],
  ])('%j is %d as reported %s, with the scheme that made it', (sent, value, reported) => {
    expect(readRow({ 得分: sent }).record?.score).toEqual({
      qualifier: null,
      reported,
      scheme: '渝环规〔2021〕7号',
      unit: '分',
      value,
    })
  })

  test.each(['评价得分', '得分（分）', '总分', '分数'])('may be headed %s', (heading) => {
    expect(readRow({ [heading]: '90' }).record?.score?.value).toBe(90)
  })

  test.each(['', '——', '/', null])('%j is none', (sent) => {
    expect(readRow({ 得分: sent }).record?.score).toBeNull()
  })

  test('is Sichuan’s by Sichuan’s scheme, which has no ceiling seen', () => {
    expect(readRow({ 得分: '112', 评价等级: '诚信' }, 'sc').record?.score).toMatchObject({
      scheme: '四川省企业环境信用评价指标及计分方法（2019年版）',
      value: 112,
    })
  })

  test.each([
    ['cq', '2025', '108.01'],
    ['cq', '2025', '-1'],
    ['cq', '2025', '-0.5'],
    ['cq', '2020', '201'],
    ['sc', '2025', '201'],
    ['sc', '2025', '-3'],
    ['sc', '2025', '999999'],
  ] as const)('of %s for %s may not be %s', (party, 评价年度, 得分) => {
    expect(readRow({ 评价年度, 得分 }, party).rejection).toMatchObject({
      type: 'value-out-of-range',
      pointer: '得分',
      value: 得分,
    })
  })

  test('above 108 is only refused where 108 is the ceiling: not before 2021', () => {
    expect(readRow({ 评价年度: '2020', 得分: '109', 评价等级: '诚信' }).record?.score?.value).toBe(109)
  })

  test.each(['优', '90+5', '1e2', '9 0', '0x50', '99.9999999', 'NaN', '90/100'])('%s is not a number', (sent) => {
    expect(readRow({ 得分: sent }).rejection).toMatchObject({
      type: 'value-not-a-number',
      pointer: '得分',
      value: sent,
    })
  })

  test('that was summed in a spreadsheet has its digits as shown, noted', () => {
    expect(readRow({ 得分: 99.30000000000001 }).record?.notes).toContainEqual({
      field: '/score',
      rule: 'score-digits-as-shown',
      sent: '99.30000000000001',
    })
    expect(rules(readRow({ 得分: 99.3 }).record)).not.toContain('score-digits-as-shown')
  })
})

describe('level and score', () => {
  test.each([
    ['99.5', '环保良好企业'],
    ['79.9', '环保警示企业'],
    ['59.9', '环保不良企业'],
    ['100', '环保诚信企业'],
    ['80', '环保良好企业'],
    ['60', '环保警示企业'],
  ])('agree at %s and %s by half-open bands', (得分, 评价等级) => {
    expect(rules(readRow({ 得分, 评价等级 }).record)).toEqual([
      'authority-level-by-side',
      'authority-name-by-level',
      'level-by-crosswalk',
    ])
  })

  test('that differ are noted with the score, and the level stands', () => {
    const { record } = readRow({ 得分: '95', 评价等级: '环保警示企业' })
    expect(record?.level).toBe('warning')
    expect(record?.notes).toContainEqual({ field: '/level', rule: 'level-score-differ', sent: '95' })
    expect(rules(record)).not.toContain('level-by-veto')
  })

  test('that differ by a veto say that the veto explains it', () => {
    const { record } = readRow({ 得分: '95', 评价等级: '环保不良企业', 一票否决: '是' }, 'sc')
    expect(rules(record)).toEqual(expect.arrayContaining(['level-score-differ', 'level-by-veto']))
  })

  test('a veto does not explain another level than poor', () => {
    const noted = rules(readRow({ 得分: '95', 评价等级: '环保警示企业', 一票否决: '是' }, 'sc').record)
    expect(noted).toEqual(expect.arrayContaining(['level-score-differ', 'veto-level-differ']))
    expect(noted).not.toContain('level-by-veto')
  })

  test('the level sent is the level kept, whatever the score', () => {
    const words = { trustworthy: '诚信', good: '良好', warning: '警示', poor: '不良' } as const
    fc.assert(
      fc.property(fc.constantFrom(...CREDIT_LEVELS), fc.integer({ min: 0, max: 10_800 }), (level, cents) => {
        const { record } = readRow({ 评价等级: words[level], 得分: (cents / 100).toFixed(2) })
        const band = cents >= 10_000 ? 'trustworthy' : cents >= 8000 ? 'good' : cents >= 6000 ? 'warning' : 'poor'
        expect(record?.level).toBe(level)
        expect(rules(record).includes('level-score-differ')).toBe(band !== level)
      }),
      { numRuns: 200 },
    )
  })
})
