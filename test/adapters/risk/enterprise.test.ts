/** Who a row is about: credit code, name, site, industry, day. GB 32100-2015; GB/T 4754-2017. */
import { describe, expect, test } from 'vitest'
import { AT, codeOf, riskRow, rules } from './helpers.ts'

describe('the credit code', () => {
  test('is taken as it stands when it holds', () => {
    expect(riskRow({}).record?.enterprise).toEqual({ code: codeOf(1), name: '示例化工有限公司' })
  })

  test('is narrowed, put in capitals and freed of blanks, and that is noted', () => {
    const sent = ` ${codeOf(1).toLowerCase()}`
    const { record } = riskRow({ 统一社会信用代码: `${sent}　` })
    expect(record?.enterprise.code).toBe(codeOf(1))
    expect(rules(record)).toEqual(['credit-code-normalised'])
  })

  test('of the textbook with its organisation code right has no note, one whose organisation code fails has', () => {
    expect(rules(riskRow({ 统一社会信用代码: '91350100M000100Y43' }).record)).toEqual([])
    // Its organisation code is 00000000-1, where 11 − 0 = 11 asks for 0.
    expect(rules(riskRow({ 统一社会信用代码: '91000000000000001N' }).record)).toEqual(['credit-code-organisation'])
  })

  test.each([
    ['91510000201867648B', '校验位'],
    ['91500000202803284B', '校验位'],
    ['9135010OM000100Y43', '91350100M000100Y43'],
    ['91350100M000100Y4', '17 位'],
    ['', '0 位'],
  ])('%j is refused: %s', (sent, told) => {
    const { rejection } = riskRow({ 统一社会信用代码: sent })
    expect(rejection).toMatchObject({ type: 'credit-code-invalid', pointer: '统一社会信用代码', value: sent })
    expect(rejection?.detail.zh).toContain(told)
  })
})

test('an enterprise without a name is refused', () => {
  expect(riskRow({ 企业名称: '——' }).rejection).toMatchObject({ type: 'enterprise-name-missing', pointer: '企业名称' })
})

test('sites of one enterprise have keys of their own', () => {
  expect(riskRow({}).key).toBe(`${codeOf(1)}/`)
  expect(riskRow({ 厂区: '二厂区' })).toMatchObject({ key: `${codeOf(1)}/二厂区`, record: { site: '二厂区' } })
})

describe('the industry', () => {
  test.each([
    [{ 行业类别: 'C2614 有机化学原料制造' }, 'C2614', '有机化学原料制造', []],
    [{ 行业类别: '有机化学原料制造(C2614)' }, 'C2614', '有机化学原料制造', []],
    [{ 行业类别: '有机化学原料制造', 行业代码: '2614' }, '2614', '有机化学原料制造', []],
    [{ 行业类别: '有机化学原料制造', 行业代码: 'ｃ２６１４' }, 'C2614', '有机化学原料制造', []],
    [{ 行业代码: 2614 }, '2614', '有机化学原料制造', ['industry-name-by-code']],
    [{ 行业类别: '白酒制造' }, '1512', '白酒制造', ['industry-code-by-name']],
    [{ 行业类别: '皮革鞣制加工' }, null, '皮革鞣制加工', []],
    [{ 行业类别: '皮革鞣制加工', 行业代码: '1910' }, '1910', '皮革鞣制加工', []],
    [{ 行业类别: '白酒制造', 行业代码: '2614' }, '2614', '白酒制造', ['industry-differs']],
    [
      { 行业类别: '白酒制造', 行业代码: '26' },
      '1512',
      '白酒制造',
      ['industry-code-unreadable', 'industry-code-by-name'],
    ],
  ])('of %j is %s %s', (columns, code, name, noted) => {
    const { record } = riskRow(columns)
    expect(record?.industry).toEqual({ code, name })
    expect(rules(record)).toEqual(noted)
  })

  test('may be absent', () => expect(riskRow({ 行业类别: '——' }).record?.industry).toBeNull())
})

describe('the day', () => {
  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026/11/16', '2026-11-16'],
    ['2026年11月16日', '2026-11-16'],
    ['20261116', '2026-11-16'],
    ['2026-11-16 08:30', '2026-11-16'],
    ['2026-11-20', '2026-11-20'],
  ])('%s is %s', (sent, day) => {
    const { record, end } = riskRow({ 填报日期: sent })
    expect(record?.asOf).toBe(day)
    expect(end).toBe(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000)
    expect(rules(record)).toEqual([])
  })

  test('is that of the submission, in Asia/Shanghai, where the table has none, and that is noted', () => {
    const late = Date.parse('2026-11-20T23:30:00+08:00')
    for (const at of [AT, late, Date.parse('2026-11-20T00:00:00+08:00')]) {
      const { record } = riskRow({ 填报日期: '' }, 'cq', { at })
      expect(record?.asOf).toBe('2026-11-20')
      expect(rules(record)).toEqual(['as-of-submission'])
    }
  })

  test('that is not over yet is taken, one that has not begun is refused', () => {
    expect(riskRow({ 填报日期: '2026-11-20' }).record).toBeDefined()
    expect(riskRow({ 填报日期: '2026-11-21' }).rejection).toMatchObject({ type: 'time-in-future', value: '2026-11-21' })
  })

  test.each(['2026-02-30', '上周', '2026'])('%s is unreadable', (sent) => {
    expect(riskRow({ 填报日期: sent }).rejection).toMatchObject({ type: 'time-unreadable', pointer: '填报日期' })
  })

  test('before the standard was in force has no level to judge', () => {
    expect(riskRow({ 填报日期: '2018-02-28' }).rejection?.type).toBe('standard-not-in-force')
    expect(riskRow({ 填报日期: '2018-03-01' }).record).toBeDefined()
  })
})
