/** Whose rating it is: the code decides, by GB 32100-2015; a division that cannot be found does not cost the record. */
import { describe, expect, test } from 'vitest'
import { creditCodeOf } from '../../../adapters/standards/credit-code.ts'
import { readRow, rules, sampleCode } from './helpers.ts'

describe('the credit code', () => {
  test.each([
    [sampleCode(7).toLowerCase(), sampleCode(7)],
    [sampleCode(7).replace(/[0-9A-Z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)), sampleCode(7)],
  ])('%s is put right and noted', (sent, code) => {
    const { record } = readRow({ 统一社会信用代码: sent })
    expect(record?.enterprise.code).toBe(code)
    expect(record?.notes).toContainEqual({ field: '/enterprise/code', rule: 'credit-code-normalised', sent })
  })

  test('that holds but for its organisation code is taken with a warning', () => {
    // Eight zeros have the organisation check 0, and this one says 1.
    const code = creditCodeOf('91000000000000001')
    const { record } = readRow({ 统一社会信用代码: code })
    expect(record?.enterprise.code).toBe(code)
    expect(rules(record)).toContain('credit-code-organisation')
    expect(rules(readRow({ 统一社会信用代码: '91000000000000000K' }).record)).not.toContain('credit-code-organisation')
  })

  test('with O for 0 is refused, and the code probably meant is named but not taken', () => {
    const { record, rejection } = readRow({ 统一社会信用代码: '91350100MOOO1OOY43' })
    expect(record).toBeUndefined()
    expect(rejection).toMatchObject({
      type: 'credit-code-invalid',
      pointer: '统一社会信用代码',
      value: '91350100MOOO1OOY43',
    })
    expect(rejection?.detail.zh).toContain('是否为 91350100M000100Y43')
    expect(rejection?.detail.en).toContain('91350100M000100Y43')
  })

  test.each([
    ['91510000201867648B', '校验码不符'],
    ['91500000202803284B', '校验码不符'],
    ['91350100M000100Y4', '17 位'],
    ['', '0 位'],
    ['——', '0 位'],
    ['91350100M000100Y4企', '第 18 位'],
    ['9.14403E+17', '按数值保存'],
    [Number('914403001922038216'), '按数值保存'],
  ])('%j is refused: %s', (sent, why) => {
    const { rejection } = readRow({ 统一社会信用代码: sent })
    expect(rejection?.type).toBe('credit-code-invalid')
    expect(rejection?.detail.zh).toContain(why)
  })
})

test.each(['', '——', null])('an enterprise named %j has no name', (企业名称) => {
  expect(readRow({ 企业名称 }).rejection).toMatchObject({ type: 'enterprise-name-missing', pointer: '企业名称' })
})

describe('the division', () => {
  const of = (columns: Readonly<Record<string, string>>, party: 'cq' | 'sc' = 'cq') => readRow(columns, party)

  test.each([
    ['铜梁区', '500151', '铜梁区', []],
    ['重庆市铜梁区', '500151', '铜梁区', ['division-alias']],
    ['铜梁', '500151', '铜梁区', ['division-alias']],
  ])('%s is %s', (区县, id, name, noted) => {
    const { record } = of({ 区县 })
    expect(record?.enterprise.division).toEqual({ id, name })
    expect(rules(record).filter((rule) => rule.startsWith('division'))).toEqual(noted)
  })

  test('may be a code alone, or a county within the city of another column', () => {
    expect(of({ 行政区划代码: '500151' }).record?.enterprise.division?.name).toBe('铜梁区')
    expect(of({ 市州: '内江市', 区县: '市中区' }, 'sc').record?.enterprise.division?.id).toBe('511002')
    expect(of({ 市州: '乐山市', 区县: '市中区' }, 'sc').record?.enterprise.division?.id).toBe('511102')
    expect(of({ 市州: '成都市' }, 'sc').record?.enterprise.division?.id).toBe('510100')
  })

  test('is meant on the last day of the rating year: 江北区 still stood in 2024', () => {
    expect(of({ 评价年度: '2024', 区县: '江北区' }).record?.enterprise.division?.id).toBe('500105')
    const { record } = of({ 评价年度: '2025', 区县: '江北区' })
    expect(record?.enterprise.division?.name).toBe('两江新区')
    expect(record?.notes).toContainEqual({ field: '/enterprise/division', rule: 'division-retired', sent: '江北区' })
  })

  test.each([
    ['示例工业园', 'division-unknown'],
    ['constructor', 'division-unknown'],
  ])('%s is not known: the record stands without, noted', (区县, rule) => {
    const { record } = of({ 区县 })
    expect(record?.enterprise.division).toBeNull()
    expect(record?.notes).toContainEqual({ field: '/enterprise/division', rule, sent: 区县 })
  })

  test('that fits several is left open', () => {
    const { record } = of({ 区县: '市中区' }, 'sc')
    expect(record?.enterprise.division).toBeNull()
    expect(rules(record)).toContain('division-ambiguous')
  })

  test.each([
    ['cq', '武侯区'],
    ['cq', '成都市'],
    ['sc', '铜梁区'],
    ['sc', '重庆市荣昌区'],
    ['sc', '江北区'],
  ] as const)('%s may not send a row of %s, which is the other side’s', (party, 区县) => {
    expect(of({ 区县 }, party).rejection).toMatchObject({ type: 'row-of-other-side', pointer: '区县', value: 区县 })
  })

  test('a city of the other side says whose it is, whatever the county', () => {
    expect(of({ 市州: '成都市', 区县: '示例工业园' }).rejection?.type).toBe('row-of-other-side')
    expect(of({ 市州: '成都市' }).rejection).toMatchObject({ type: 'row-of-other-side', pointer: '市州' })
    expect(of({ 行政区划代码: '510107' }).rejection).toMatchObject({ pointer: '行政区划代码', value: '510107' })
  })
})
