/** The level of a row: as sent, as computed by HJ 941, and where they differ; grades of other schemes refused by name. */
import { describe, expect, test } from 'vitest'
import { riskSourceAdapter } from '../../../adapters/risk/risk-source.ts'
import { readCrosswalks } from '../../../contracts/risk-source/crosswalks.ts'
import { codeOf, csv, read, riskRow, rules } from './helpers.ts'

const WHOLE = '重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]'

describe('as sent', () => {
  test('the text form gives both media, and holds by the matrix', () => {
    const { record } = riskRow({ 环境风险等级: WHOLE })
    expect(record?.riskLevel).toEqual({
      air: { basis: 'reported', e: 1, level: 'major', m: 2, q: 3, ratio: null, reported: 'major' },
      computed: 'major',
      penalised: null,
      reported: 'major',
      standard: 'HJ 941-2018',
      text: WHOLE,
      water: { basis: 'reported', e: 2, level: 'large', m: 1, q: 2, ratio: null, reported: 'large' },
    })
    expect(rules(record)).toEqual([])
  })

  test('in columns of their own the media give the same', () => {
    const { record } = riskRow({
      环境风险等级: '重大',
      大气环境风险等级: '重大-大气(Q3-M2-E1)',
      水环境风险等级: '较大-水(Q2-M1-E2)',
    })
    expect(record?.riskLevel.text).toBe(WHOLE)
    expect(rules(record)).toEqual([])
  })

  test('in columns of Q, M and E too; Q as a ratio is banded, M as a score is typed, and that is noted', () => {
    const { record } = riskRow({
      环境风险等级: '重大',
      大气Q值: '120.5',
      大气M类型: 'M2',
      大气E类型: 'E1',
      水Q值: 'Q2',
      水M值: '24.5',
      水E类型: '2',
    })
    expect(record?.riskLevel).toMatchObject({
      air: { q: 3, ratio: '120.5000', m: 2, e: 1, level: 'major', reported: null },
      water: { q: 2, ratio: null, m: 1, e: 2, level: 'large' },
      text: WHOLE,
    })
    expect(record?.notes).toEqual([{ field: '/riskLevel/water/m', rule: 'm-by-score', sent: '24.5' }])
  })

  test('a word alone is kept and nothing is computed', () => {
    expect(riskRow({ 风险等级: '较大' }).record?.riskLevel).toEqual({
      air: null,
      computed: null,
      penalised: null,
      reported: 'large',
      standard: 'HJ 941-2018',
      text: null,
      water: null,
    })
  })

  test('nothing is nothing', () => {
    expect(riskRow({ 风险等级: '——' }).record?.riskLevel).toMatchObject({ reported: null, computed: null })
  })
})

describe('computed from the substances', () => {
  // 600/5 = 120: Q3; with M2 and E1 重大. 60/10 + 3.5/7.5 = 6.4667: Q1; with M1 and E2 一般.
  const SUBSTANCES = '甲:600/5(气态,涉气);乙:60/10(涉水);丙:3.5/7.5(液态,涉水)'

  test('Q goes before the Q sent, and the difference is noted, in its medium and where it changes its level', () => {
    const { record } = riskRow({ 风险等级: WHOLE, 风险物质: SUBSTANCES })
    expect(record?.riskLevel).toMatchObject({
      air: { basis: 'substances', q: 3, ratio: '120.0000', level: 'major' },
      water: { basis: 'substances', q: 1, ratio: '6.4667', level: 'general', reported: 'large' },
      computed: 'major',
      text: '重大[重大-大气(Q3-M2-E1)+一般-水(Q1-M1-E2)]',
    })
    expect(record?.notes).toEqual([
      { field: '/riskLevel/water', rule: 'q-differs', sent: 'Q2' },
      { field: '/riskLevel/water', rule: 'medium-level-differs', sent: '较大' },
    ])
  })

  test('a substance of both media counts in both', () => {
    const { record } = riskRow({
      风险物质: '甲:10/10(涉气涉水)',
      大气M类型: 'M1',
      大气E类型: 'E3',
      水M类型: 'M3',
      水E类型: 'E3',
    })
    expect(record?.riskLevel).toMatchObject({
      air: { q: 1, level: 'general' },
      water: { q: 1, level: 'large' },
      computed: 'large',
      text: '较大[一般-大气(Q1-M1-E3)+较大-水(Q1-M3-E3)]',
    })
  })

  test('ten tenths of a threshold are Q1', () => {
    const tenths = Array.from({ length: 10 }, (_, at) => `物${at}:0.1/1(涉水)`).join(';')
    expect(riskRow({ 风险物质: tenths }).record?.riskLevel.water).toMatchObject({ q: 1, ratio: '1.0000' })
  })

  test('below 1 all round is 一般 without M and E', () => {
    const { record } = riskRow({ 风险物质: '甲:0.5/5(涉气涉水)' })
    expect(record?.riskLevel).toMatchObject({ computed: 'general', text: '一般[一般-大气(Q0)+一般-水(Q0)]' })
  })

  test('from Q1 on M and E are needed', () => {
    const { record } = riskRow({ 风险物质: '甲:50/5(涉气)' })
    expect(record?.riskLevel).toMatchObject({ air: { q: 2, level: null }, computed: null, text: null })
  })

  test.each([
    ['甲:600/5', 'whose medium is not known'],
    ['甲:600/(涉气)', 'without a threshold'],
  ])('%s, %s, leaves Q to the sender', (text) => {
    const { record } = riskRow({ 风险等级: '较大-大气(Q1-M1-E1)', 风险物质: text })
    expect(record?.riskLevel.air).toMatchObject({ basis: 'reported', q: 1, ratio: null })
  })

  test('an overall level sent otherwise is noted as it was sent', () => {
    const { record } = riskRow({ 风险等级: '一般', 大气环境风险等级: '重大-大气(Q3-M2-E1)' })
    expect(record?.riskLevel).toMatchObject({ reported: 'general', computed: 'major' })
    expect(record?.notes).toEqual([{ field: '/riskLevel', rule: 'risk-level-differs', sent: '一般' }])
  })

  test('one medium without a level leaves the whole open, unless the other is 重大 already', () => {
    const open = { 水环境风险等级: '较大' } as const
    expect(riskRow({ ...open, 大气环境风险等级: '较大-大气(Q1-M1-E1)' }).record?.riskLevel.computed).toBeNull()
    expect(riskRow({ ...open, 大气环境风险等级: '重大-大气(Q3-M2-E1)' }).record?.riskLevel.computed).toBe('major')
  })
})

describe('after a penalty in the last three years', () => {
  test.each([
    ['一般-大气(Q0)', 'large', '较大[一般-大气(Q0)]'],
    ['较大-水(Q2-M1-E2)', 'major', '重大[较大-水(Q2-M1-E2)]'],
    [WHOLE, 'major', WHOLE],
  ])('%s is %s', (sent, computed, text) => {
    const { record } = riskRow({ 风险等级: sent, 近三年是否受处罚: '是' })
    expect(record?.riskLevel).toMatchObject({ penalised: true, computed, text })
  })

  test.each([
    ['否', false, []],
    ['', null, []],
    ['待查', null, ['penalised-unreadable']],
  ])('%j is no penalty', (sent, penalised, noted) => {
    const { record } = riskRow({ 风险等级: '一般-大气(Q0)', 近三年是否受处罚: sent })
    expect(record?.riskLevel).toMatchObject({ penalised, computed: 'general' })
    expect(rules(record)).toEqual(noted)
  })
})

describe('E for air by people', () => {
  test('is worked out where none was sent, and noted', () => {
    const { record } = riskRow({ 大气Q值: 'Q1', 大气M类型: 'M1', 周边5公里人口: '60000', 周边500米人口: 120 })
    expect(record?.riskLevel.air).toMatchObject({ e: 1, level: 'large' })
    expect(rules(record)).toEqual(['e-by-people'])
  })

  test('gives way to the E sent', () => {
    const { record } = riskRow({ 风险等级: '一般-大气(Q1-M1-E3)', 周边5公里人口: '60000', 周边500米人口: '120' })
    expect(record?.riskLevel.air?.e).toBe(3)
    expect(rules(record)).toEqual([])
  })

  test('a score that differs from the M sent, or is none, is noted', () => {
    expect(riskRow({ 风险等级: WHOLE, 大气M值: '70' }).record?.notes).toEqual([
      { field: '/riskLevel/air/m', rule: 'm-differs', sent: '70' },
    ])
    expect(rules(riskRow({ 风险等级: WHOLE, 水M值: '120' }).record)).toEqual(['m-score-unreadable'])
  })
})

describe('near the boundary', () => {
  test.each([
    ['10', ['water-e2-near-boundary-suggested']],
    ['10.01', []],
  ])('E3 for water %s km away: %j, and E stays as sent', (distance, noted) => {
    const { record } = riskRow({ 风险等级: '一般-水(Q1-M2-E3)', '距省界距离(km)': distance })
    expect(record?.riskLevel.water?.e).toBe(3)
    expect(record?.riskLevel.computed).toBe('general')
    expect(rules(record)).toEqual(noted)
  })

  test('E2, E1 and air alone are left alone', () => {
    for (const sent of ['较大-水(Q2-M1-E2)', '较大-水(Q1-M1-E1)', '一般-大气(Q1-M1-E3)']) {
      expect(rules(riskRow({ 风险等级: sent, '距省界距离(km)': '1' }).record), sent).toEqual([])
    }
  })
})

describe('a distance', () => {
  const of = (heading: string, sent: string) => riskRow({ [heading]: sent })

  test.each([
    ['距省界距离(km)', '8.50', '8.50', []],
    ['距省界距离（公里）', '8.5', '8.5', []],
    ['距省界距离(m)', '8500', '8.500', ['unit-converted']],
    ['距省界距离', '8500米', '8.500', ['unit-converted']],
    ['距省界距离(m)', '8.5km', '8.5', []],
    ['距川渝界距离(km)', '约8', '8', ['approximate-read']],
    ['距省界距离(km)', '1,200', '1200', []],
  ])('%s %s is %s km', (heading, sent, reported, noted) => {
    const { record } = of(heading, sent)
    expect(record?.distanceToBoundary).toEqual({ qualifier: null, reported, unit: 'km', value: Number(reported) })
    expect(rules(record)).toEqual(noted)
  })

  test.each([
    ['距省界距离(km)', '较近', 'value-not-a-number'],
    ['距省界距离(km)', '-3', 'value-not-a-number'],
    ['距省界距离(里)', '3', 'unit-unknown'],
  ])('%s %s is refused: %s', (heading, sent, type) => {
    expect(of(heading, sent).rejection).toMatchObject({ type, pointer: heading })
  })
})

describe('another scheme', () => {
  test.each([
    ['橙色', '安全风险四级'],
    ['较大（橙）', '安全风险四级'],
    ['一级', '重大危险源'],
    ['H2S1R3', '尾矿库'],
    ['B级', '化工园区'],
    ['重大隐患', '隐患'],
  ])('%s is refused by its name, %s', (sent, name) => {
    const { rejection } = riskRow({ 风险等级: sent })
    expect(rejection).toMatchObject({ type: 'grade-of-other-scheme', pointer: '风险等级', value: sent })
    expect(rejection?.detail.zh).toContain(name)
    expect(rejection?.detail.zh).toContain('对照表')
  })

  test('in a column of its own is not read, and the column is named', () => {
    const { record, fileNotes } = riskRow({ 安全风险等级: '重大', 重大危险源等级: '一级', 风险等级: '一般' })
    expect(record?.riskLevel.reported).toBe('general')
    expect(fileNotes).toEqual([
      { rule: 'grade-scheme-refused', sent: '安全风险等级' },
      { rule: 'grade-scheme-refused', sent: '重大危险源等级' },
    ])
  })

  test('is taken where a signed crosswalk names it, word by word, and that is noted', () => {
    const crosswalks = readCrosswalks([{ scheme: 'major-hazard', levels: { 一级: 'major' } }])
    const adapter = riskSourceAdapter({ party: 'cq', own: ['重庆市'], other: ['四川省'] }, { crosswalks })
    const header = ['企业名称', '统一社会信用代码', '所在区县', '填报日期', '风险等级']
    const rows = ['一级', '二级', '橙色'].map((level, at) => ['示例', codeOf(at), '永川区', '2026-11-16', level])
    const { records, rejections } = read(adapter, csv(header, ...rows))
    expect(records.map(({ record }) => [record.riskLevel.reported, record.notes])).toEqual([
      ['major', [{ field: '/riskLevel', rule: 'grade-by-crosswalk', sent: '一级' }]],
    ])
    expect(rejections.map(({ type }) => type)).toEqual(['grade-of-other-scheme', 'grade-of-other-scheme'])
  })

  test.each(['中等', '重大-大气(Q3)', '特别重大'])('%s is no grade of any', (sent) => {
    expect(riskRow({ 风险等级: sent }).rejection).toMatchObject({ type: 'risk-level-unreadable', value: sent })
  })

  test('a level of water in the column of air is refused', () => {
    expect(riskRow({ 大气环境风险等级: '较大-水(Q2-M1-E2)' }).rejection).toMatchObject({
      type: 'risk-level-unreadable',
      pointer: '大气环境风险等级',
    })
  })
})
