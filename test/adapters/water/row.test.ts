/** One row → one record: class by GB 3838-2002 from unrounded values, what the sender said differently as notes. */
import { describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { Rejection } from '../../../contracts/types.ts'
import { csv, read, readRow, rules } from './helpers.ts'

describe('the class', () => {
  test.each([
    ['Ⅰ', 1],
    ['Ⅱ', 2],
    ['II', 2],
    ['Ⅱ类', 2],
    ['III类', 3],
    ['Ⅲ', 3],
    ['3', 3],
    ['三类', 3],
    ['IV', 4],
    ['Ⅳ类', 4],
    ['V', 5],
    ['Ⅴ', 5],
    ['劣Ⅴ', 6],
    ['劣V', 6],
    ['劣Ⅴ类', 6],
    ['劣五类', 6],
    ['ⅲ', 3],
    ["<span class='c'>Ⅲ</span>", 3],
  ])('%s sent is class %i', (sent, reported) => {
    expect(readRow({ 水质类别: sent }).record?.class.reported).toBe(reported)
    expect(readRow({ 水质目标: sent, 断面名称: '两河口' }).record?.target).toBe(reported)
  })

  test.each(['', '*', '--', '/', '——', '-;'])('%j is no class', (mark) => {
    expect(readRow({ 水质类别: mark, 水质目标: mark }).record).toMatchObject({
      class: { reported: null },
      target: null,
    })
  })

  test.each(['Ⅵ', '7', '0', '类', '优', '劣', 'constructor', '__proto__'])('%s is refused, with the column', (sent) => {
    expect(readRow({ 水质类别: sent }).rejection).toMatchObject({
      pointer: '水质类别',
      type: 'class-unreadable',
      value: sent,
    })
    expect(readRow({ 规定类别: sent }).rejection).toMatchObject({
      pointer: '规定类别',
      type: 'class-unreadable',
      value: sent,
    })
  })

  test('comes from the unrounded value: 0.1504 shown as 0.150 is Ⅱ, not Ⅰ', () => {
    const { record } = readRow({ '氨氮(mg/L)': "<span title='原始值：0.1504'>0.150</span>", 水质类别: 'Ⅰ' })
    expect(record?.class).toMatchObject({ computed: 2, determining: ['nh3n'], reported: 1 })
    expect(record?.results.nh3n).toMatchObject({ value: 0.1504, reported: '0.150' })
    expect(record?.notes).toContainEqual({ field: '/class', rule: 'class-differs', sent: 'Ⅰ' })
    expect(readRow({ '氨氮(mg/L)': '0.150', 水质类别: 'Ⅰ' }).record?.class.computed).toBe(1)
  })

  test.each([
    [{ '氨氮(mg/L)': '0.15' }, 1, []],
    [{ '氨氮(mg/L)': '0.151' }, 2, ['nh3n']],
    [{ '氨氮(mg/L)': '1.5', '总磷(mg/L)': '0.3' }, 4, ['nh3n', 'tp']],
    [{ '溶解氧(mg/L)': '1.99' }, 6, ['do']],
    [{ 'pH(无量纲)': '9.01' }, 6, ['pH']],
    [{ '总氮(mg/L)': '9', '粪大肠菌群(个/L)': '50000', '水温(℃)': '30' }, 1, []],
  ])('%j is class %i by %j', (figures, computed, determining) => {
    expect(readRow(figures).record?.class).toMatchObject({ computed, determining, standard: 'GB 3838-2002' })
  })

  test('a figure below its limit counts at that limit; what was not detected does not count', () => {
    expect(readRow({ '氨氮(mg/L)': '--', '汞(mg/L)': '0.00004L' }).record?.class).toMatchObject({
      computed: 1,
      items: ['hg'],
    })
    expect(readRow({ '氨氮(mg/L)': '--', '汞(mg/L)': 'ND' }).record?.class).toMatchObject({ computed: null, items: [] })
  })

  test('without a figure there is none, and the record says so', () => {
    const { record } = readRow({ '氨氮(mg/L)': '--', 站点情况: '维护' })
    expect(record).toMatchObject({ class: { computed: null, determining: [], items: [] }, station: 'maintenance' })
    expect(rules(record)).toContain('no-figure')
  })

  test('sent without a figure to compute it from differs', () => {
    expect(rules(readRow({ '氨氮(mg/L)': '*', 水质类别: 'Ⅱ' }).record)).toEqual(['no-figure', 'class-differs'])
  })
})

describe('the edition in force', () => {
  test.each([
    ['2002-06-01 00:01', 'record'],
    ['2002-06-01 04:00', 'record'],
    ['2002-06-01', 'record'],
    ['2002-06-01 00:00', 'refused'],
    ['2002-05-31 24:00', 'refused'],
    ['2002-05-31', 'refused'],
    ['2001-01-01 04:00', 'refused'],
  ])('%s, by the last instant of its interval: %s', (time, outcome) => {
    const { record, rejection } = readRow({ 监测时间: time })
    expect(record ? 'record' : 'refused').toBe(outcome)
    if (rejection) expect(rejection).toMatchObject({ pointer: '监测时间', type: 'standard-not-in-force', value: time })
  })
})

describe('the target', () => {
  test('is the register’s when none is sent', () => {
    expect(readRow({ 断面名称: '朱沱' }).record).toMatchObject({ target: 2, notes: [] })
  })

  test('that differs from the register’s is taken as sent and noted', () => {
    const { record } = readRow({ 断面名称: '朱沱', 规定类别: 'III类' })
    expect(record?.target).toBe(3)
    expect(record?.notes).toEqual([{ field: '/target', rule: 'target-differs', sent: 'III类' }])
  })
})

describe('station, review and originator', () => {
  test.each([
    ['正常', 'normal'],
    ['维护', 'maintenance'],
    ['不具备运行条件', 'not-ready'],
    ['停站', 'stopped'],
    ['停运', 'stopped'],
    ['', 'unknown'],
    ['--', 'unknown'],
  ])('a station that is %j is %s', (sent, station) => {
    expect(readRow({ 站点情况: sent }).record?.station).toBe(station)
  })

  test.each(['检修', 'constructor', '__proto__'])('the state %s is refused with the known ones', (sent) => {
    const { rejection } = readRow({ 站点情况: sent })
    expect(rejection).toMatchObject({ pointer: '站点情况', type: 'station-unreadable', value: sent })
    expect(rejection?.detail.zh).toContain('不具备运行条件')
  })

  test.each([
    ['未审核', 'raw', []],
    ['已审核', 'reviewed', []],
    ['终审', 'final', []],
    ['--', 'raw', []],
    ['待定', 'raw', ['review-unreadable']],
    ['constructor', 'raw', ['review-unreadable']],
  ])('the review %s is %s, notes %j', (sent, review, noted) => {
    const { record } = readRow({ 审核状态: sent })
    expect([record?.review, rules(record)]).toEqual([review, noted])
  })

  test.each([
    ['中国环境监测总站', 'cnemc', []],
    ['重庆市生态环境监测中心', 'cq', []],
    ['', 'cnemc', []],
    ['/', 'cnemc', []],
    ['某公司', 'cnemc', ['originator-unreadable']],
    ['constructor', 'cnemc', ['originator-unreadable']],
  ])('figures of a national section by %j are of %s, notes %j', (sent, originator, noted) => {
    const { record, key } = readRow({ 数据来源: sent })
    expect([record?.originator, rules(record)]).toEqual([originator, noted])
    expect(key?.endsWith(`/${originator}`)).toBe(true)
  })

  test('figures of another section are the sender’s own', () => {
    expect(readRow({ 断面名称: '白鹤桥' }, 'sc').record?.originator).toBe('sc')
  })
})

describe('units', () => {
  test('micrograms become milligrams exactly, noted once', () => {
    const { record } = readRow({ '汞(μg/L)': '0.04', '铅(ug/L)': '1.30' })
    expect(record?.results.hg).toEqual({ qualifier: null, reported: '0.00004', unit: 'mg/L', value: 0.00004 })
    expect(record?.results.pb).toEqual({ qualifier: null, reported: '0.00130', unit: 'mg/L', value: 0.0013 })
    expect(record?.notes).toEqual([{ field: '/results', rule: 'unit-converted' }])
  })

  test('an unknown one is refused by name', () => {
    expect(readRow({ '总磷(g/kg)': '0.1' }).rejection).toMatchObject({
      pointer: '总磷(g/kg)',
      type: 'unit-unknown',
      value: 'g/kg',
    })
  })

  test('a cell that is no number is refused by its column', () => {
    expect(readRow({ '总磷(mg/L)': '偏高' }).rejection).toMatchObject({
      pointer: '总磷(mg/L)',
      type: 'value-not-a-number',
      value: '偏高',
    })
  })
})

test('a manual sample of all 24 items is read whole', () => {
  const items: readonly (readonly [string, string])[] = [
    ['水温(℃)', '16.2'],
    ['pH', '7.8'],
    ['溶解氧', '8.1'],
    ['高锰酸盐指数', '1.9'],
    ['化学需氧量(CODcr)', '8'],
    ['五日生化需氧量', '1.2'],
    ['氨氮', '0.025L'],
    ['总磷(以P计)', '0.08'],
    ['总氮(以N计)', '1.52'],
    ['铜', '0.001L'],
    ['锌', '0.05L'],
    ['氟化物(以F-计)', '0.21'],
    ['硒', '0.0004L'],
    ['砷', '0.0012'],
    ['汞', '0.00004L'],
    ['镉', '0.0001L'],
    ['铬(六价)', '0.004L'],
    ['铅', '0.001L'],
    ['氰化物', '0.001L'],
    ['挥发酚', '0.0003L'],
    ['石油类', '0.01L'],
    ['阴离子表面活性剂', '0.05L'],
    ['硫化物', '0.005L'],
    ['粪大肠菌群(个/L)', '2.4e3'],
  ]
  const { records } = read(
    'sc',
    csv(
      ['断面名称', '采样日期', '规定类别', '本期类别', ...items.map(([name]) => name)],
      ['金子', '2026-11-05', 'II', 'Ⅱ', ...items.map(([, value]) => value)],
    ),
  )
  const [record] = records.map((one) => one.record)
  expect(Object.keys(record?.results ?? {})).toHaveLength(24)
  expect(record?.results).toMatchObject({
    cod: { value: 8, qualifier: null },
    nh3n: { value: 0.025, qualifier: 'L', reported: '0.025L' },
    fc: { value: 2400, reported: '2.4e3', unit: '个/L' },
  })
  // 总磷 0.08 lies between 0.02 and 0.1; the three items that never count are not among the 21.
  expect(record?.class).toMatchObject({ basis: 'manual', computed: 2, determining: ['tp'], reported: 2 })
  expect(record?.class.items).toHaveLength(21)
  expect(record?.notes).toEqual([])
})

describe('what is signed later', () => {
  const broken = '\ud800'
  const texts = [
    '省份',
    '断面名称',
    '站点编码',
    '所在河流',
    '监测时间',
    '水质类别',
    '水质目标',
    '站点情况',
    '断面级别',
    '断面类型',
    '监测方式',
    '数据来源',
    '审核状态',
    '氨氮(mg/L)',
  ]

  test.each(texts)('half a character in %s still gives a rejection or notes that JSON can say', (column) => {
    const { record, rejection } = readRow({ [column]: `寸滩${broken}` })
    expect(() => canonical(record ?? rejection)).not.toThrow()
  })

  test('nor does one in a heading, of a figure, a unit or nothing at all', () => {
    for (const heading of [`总磷(${broken})`, `总磷(mg/L)${broken}`, broken, `说明${broken}`]) {
      const { rejection, record, fileNotes } = readRow({ [heading]: '1' })
      expect(() => canonical([rejection ?? record ?? null, fileNotes]), JSON.stringify(heading)).not.toThrow()
    }
  })

  test('a whole character is never cut in two by the length of a message', () => {
    const { rejection } = readRow({ 断面名称: `${'江'.repeat(119)}😀😀` })
    expect(() => canonical(rejection)).not.toThrow()
    expect([...(rejection?.value ?? '')].length).toBeLessThanOrEqual(121)
  })

  test.each(texts)('words every object has are only words in %s', (column) => {
    for (const word of ['constructor', '__proto__', 'toString']) {
      const { record, rejection } = readRow({ [column]: word })
      const known: Rejection | undefined = rejection
      if (known) expect(known.detail.zh).not.toMatch(/native code|\[object/)
      else expect(CONTRACTS[0]?.validate(record)).toBe(true)
    }
  })
})

test('the members of a record, its class, section and results are in the order of their canonical text', () => {
  const { record } = readRow({
    省份: '重庆市',
    断面名称: '金子',
    所属河流: '嘉陵江',
    断面级别: '市控',
    断面类型: '入境',
    站点编码: 'A500382_0001000',
    监测时间: '11-16 08:00',
    水质类别: 'Ⅳ',
    水质目标: 'Ⅲ',
    审核状态: '？',
    数据来源: '？',
    '总磷(μg/L)': '８０',
    'pH(无量纲)': "<span title='原始值：7.812'>7.81</span>",
    '溶解氧(mg/L)': '8.1',
  })
  expect(rules(record).length).toBeGreaterThan(8)
  expect(JSON.stringify(record)).toBe(canonical(record))
  expect(CONTRACTS[0]?.validate(record)).toBe(true)
})
