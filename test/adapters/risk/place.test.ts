/** Divisions as rows have them: by code and name on the row's day, retired ones, the other side's, and what lies outside (standards §7.2). */
import { describe, expect, test } from 'vitest'
import { riskRow, rules, unitRow } from './helpers.ts'

describe('a county', () => {
  test.each([
    [{ 所在区县: '永川区' }, '500118'],
    [{ 所在区县: '永川' }, '500118'],
    [{ 所在区县: '重庆市永川区' }, '500118'],
    [{ 所在区县: null, 行政区划代码: '500118' }, '500118'],
    [{ 所在区县: '永川区', 行政区划代码: '500118' }, '500118'],
    [{ 所在区县: null, 行政区划代码: 500118 }, '500118'],
    [{ 所在区县: null, 行政区划代码: '５００１１８' }, '500118'],
    [{ 所在区县: '石柱土家族自治县' }, '500240'],
  ])('of %j is %s', (columns, code) => {
    expect(riskRow(columns).record?.division.code).toBe(code)
  })

  test('is found by the code of a town in it, and that is noted', () => {
    const { record } = riskRow({ 所在区县: null, 行政区划代码: '500118101000' })
    expect(record?.division).toEqual({ code: '500118', id: '500118', name: '永川区' })
    expect(record?.notes).toContainEqual({
      field: '/division/code',
      rule: 'division-code-shortened',
      sent: '500118101000',
    })
  })

  test('whose name repeats is told apart by the prefecture', () => {
    const { rejection } = riskRow({ 所在区县: '市中区' }, 'sc')
    expect(rejection).toMatchObject({ type: 'division-ambiguous', value: '市中区' })
    expect(rejection?.detail.zh).toContain('市中区(内江市)')
    expect(riskRow({ 所在区县: '市中区', '所在市(州)': '乐山市' }, 'sc').record?.division.code).toBe('511102')
    expect(riskRow({ 所在区县: '市中区', 所在市: '内江' }, 'sc').record?.division.code).toBe('511002')
  })

  test('by another name is noted with what was sent', () => {
    expect(riskRow({ 所在区县: '永川' }).record?.notes).toContainEqual({
      field: '/division/name',
      rule: 'division-alias',
      sent: '永川',
    })
    expect(rules(riskRow({ 所在区县: '永川区' }).record)).toEqual([])
  })
})

describe('on the day of the row', () => {
  test('江北区 is itself on 5 November 2025 and 两江新区 on the 6th, whose code the register does not guess', () => {
    expect(riskRow({ 所在区县: '江北区', 填报日期: '2025-11-05' }).record?.division).toEqual({
      code: '500105',
      id: '500105',
      name: '江北区',
    })
    const { record } = riskRow({ 所在区县: '江北区', 填报日期: '2025-11-06' })
    expect(record?.division).toEqual({ code: null, id: 'cq-两江新区', name: '两江新区' })
    expect(record?.notes).toContainEqual({ field: '/division', rule: 'division-retired', sent: '江北区' })
  })

  test('the retired code 500226 is 荣昌区', () => {
    const { record } = riskRow({ 所在区县: null, 行政区划代码: '500226' })
    expect(record?.division).toEqual({ code: '500153', id: '500153', name: '荣昌区' })
    expect(record?.notes).toContainEqual({ field: '/division', rule: 'division-retired', sent: '500226' })
  })

  test('513425 会理县 is 会理市', () => {
    expect(riskRow({ 所在区县: '会理县', 行政区划代码: '513425' }, 'sc').record?.division.code).toBe('513402')
  })

  test('500110 is 綦江区 now and, used twice, 万盛区 in 2010', () => {
    const code = { 所在区县: null, 行政区划代码: '500110' }
    expect(riskRow(code).record?.division.name).toBe('綦江区')
    expect(unitRow({ ...code, 填报日期: '2010-06-01', 受纳水体: '长江' }).record?.division.name).toBe('万盛区')
  })

  test('a code and a name that disagree are not settled by guess', () => {
    const { rejection } = riskRow({ 所在区县: '永川区', 行政区划代码: '500116' })
    expect(rejection).toMatchObject({ type: 'division-ambiguous', pointer: '所在区县' })
    expect(rejection?.detail.zh).toContain('500118永川区')
    expect(rejection?.detail.zh).toContain('500116江津区')
  })

  test('a code that is not the register’s gives way to a known name, and that is noted', () => {
    const { record } = riskRow({ 所在区县: '两江新区', 行政区划代码: '500157' })
    expect(record?.division.id).toBe('cq-两江新区')
    expect(record?.notes).toContainEqual({
      field: '/division/code',
      rule: 'division-code-unregistered',
      sent: '500157',
    })
  })
})

describe('no county', () => {
  test.each(['', '——', '/', '无'])('%j and no code are missing', (sent) => {
    expect(riskRow({ 所在区县: sent, 行政区划代码: '' }).rejection).toMatchObject({ type: 'division-missing' })
  })

  test('a name that is not known is refused with near ones', () => {
    const { rejection } = riskRow({ 所在区县: '永州区' })
    expect(rejection).toMatchObject({ type: 'division-unknown', pointer: '所在区县', value: '永州区' })
    expect(rejection?.detail.zh).toContain('永川区')
  })

  test.each(['成都市', '四川省', '川南'])('%s is too wide', (sent) => {
    expect(riskRow({ 所在区县: sent }, 'sc').rejection?.type).toBe('division-unknown')
  })

  test('the code of a prefecture is too wide as well', () => {
    expect(riskRow({ 所在区县: null, 行政区划代码: '510100' }, 'sc').rejection?.type).toBe('division-unknown')
  })
})

describe('whose it is', () => {
  test.each([
    ['cq', { 所在区县: '合江县' }],
    ['cq', { 所在区县: null, 行政区划代码: '510522' }],
    ['sc', { 所在区县: '永川区' }],
    ['sc', { 所在区县: null, 行政区划代码: '500226' }],
  ] as const)('%s may not send %j of the other side', (party, columns) => {
    expect(riskRow(columns, party).rejection?.type).toBe('row-of-other-side')
  })

  test('by the province column too', () => {
    expect(riskRow({ 省份: '四川省' }).rejection).toMatchObject({ type: 'row-of-other-side', value: '四川省' })
    expect(riskRow({ 省份: '重庆' }).record).toBeDefined()
    expect(riskRow({ 省份: '重庆市' }, 'sc').rejection).toMatchObject({ type: 'row-of-other-side', value: '重庆市' })
    expect(riskRow({ 省市: '四川' }, 'sc').record).toBeDefined()
  })

  test.each([
    { 省份: '贵州省' },
    { 所在区县: null, 行政区划代码: '520300' },
    { 所在区县: null, 行政区划代码: '420000' },
  ])('%j lies outside the territory', (columns) => {
    expect(riskRow(columns).rejection?.type).toBe('territory-outside')
  })

  test('any county of both provinces may be a risk source', () => {
    expect(riskRow({ 所在区县: '巫溪县' }).record?.division.code).toBe('500238')
    expect(riskRow({ 所在区县: '石渠县' }, 'sc').record?.division.code).toBe('513332')
  })
})
