/** Level, status and veto: by the crosswalk both sides signed, never from a score; a status is no level. */
import { describe, expect, test } from 'vitest'
import { readRow, rules } from './helpers.ts'

describe('a level', () => {
  test.each([
    ['环保诚信企业', 'trustworthy'],
    ['环保诚信', 'trustworthy'],
    ['诚信', 'trustworthy'],
    [' 良 好 ', 'good'],
    ['环保警示企业', 'warning'],
    ['警示', 'warning'],
    ['不良企业', 'poor'],
    ['环保诚信企业（绿牌）', 'trustworthy'],
    ["<span class='c'>良好</span>", 'good'],
  ])('%s is %s, with what was sent and the rule beside it', (sent, level) => {
    for (const party of ['cq', 'sc'] as const) {
      const { record } = readRow({ 评价等级: sent }, party)
      expect(record).toMatchObject({ level, status: 'rated' })
      expect(record?.levelSent).toBe(sent.replace(/<[^>]*>/g, '').trim())
      expect(record?.notes).toContainEqual({ field: '/level', rule: 'level-by-crosswalk', sent: record?.levelSent })
    }
  })

  test.each([
    ['绿牌', 'trustworthy'],
    ['蓝牌', 'good'],
    ['黄牌企业', 'warning'],
    ['红牌', 'poor'],
  ])('%s is the plate of %s, and the note says so', (sent, level) => {
    const { record } = readRow({ 评价等级: sent })
    expect(record?.level).toBe(level)
    expect(record?.notes).toContainEqual({ field: '/level', rule: 'level-by-plate', sent })
  })

  test.each(['守信', '一般失信', '绿', '诚信（红牌）', '优秀', 'constructor', '__proto__', '100'])(
    '%s is not in the crosswalk, and refused with the levels that are',
    (sent) => {
      const { rejection } = readRow({ 评价等级: sent })
      expect(rejection).toMatchObject({ type: 'credit-level-unknown', pointer: '评价等级', value: sent })
      expect(rejection?.detail.zh).toContain('环保诚信企业、环保良好企业')
    },
  )

  test.each(['A', 'B', 'B-', 'Ｂ－', 'C', 'D', 'A级', '绩效引领性企业'])(
    '%s is a grade of heavy-pollution weather, and refused by that name',
    (sent) => {
      const { rejection } = readRow({ 评价等级: sent })
      expect(rejection).toMatchObject({ type: 'credit-scheme-other', pointer: '评价等级', value: sent })
      expect(rejection?.detail.zh).toContain('重污染天气绩效分级')
      expect(rejection?.detail.en).toContain('performance grade')
    },
  )

  test('is not computed from a score when there is none', () => {
    const { rejection } = readRow({ 评价等级: '——', 得分: '95' })
    expect(rejection).toMatchObject({ type: 'credit-level-missing', pointer: '评价等级', value: '' })
  })
})

describe('a status', () => {
  test.each([
    ['未参评', 'not-rated'],
    ['因故未参评', 'not-rated'],
    ['不予评级', 'not-rated'],
    ['停产', 'suspended'],
    ['因故未参评（停产）', 'suspended'],
  ])('%s is %s wherever it stands, and no level', (sent, status) => {
    const expected = { status, level: null, levelSent: null, score: null }
    const stated = readRow({ 参评状态: sent, 评价等级: null })
    expect(stated.record).toMatchObject(expected)
    const inLevel = readRow({ 评价等级: sent })
    expect(inLevel.record).toMatchObject(expected)
    expect(inLevel.record?.notes).toContainEqual({ field: '/status', rule: 'status-from-level', sent })
    const inRemark = readRow({ 评价等级: '——', 备注: sent })
    expect(inRemark.record).toMatchObject(expected)
    expect(inRemark.record?.notes).toContainEqual({ field: '/status', rule: 'status-from-remark', sent })
  })

  test('stated beside a word in the level’s column goes before it', () => {
    expect(readRow({ 参评状态: '停产', 评价等级: '未参评' }).record?.status).toBe('suspended')
  })

  test.each(['已参评', '参评', '已评价', '', '——'])('%j goes with a level', (sent) => {
    expect(readRow({ 参评状态: sent }).record).toMatchObject({ status: 'rated', level: 'good' })
  })

  test.each([
    [{ 参评状态: '未参评' }, '评价等级', '环保良好企业'],
    [{ 参评状态: '停产', 评价等级: '环保不良企业' }, '评价等级', '环保不良企业'],
    [{ 参评状态: '未参评', 评价等级: null, 得分: '80' }, '得分', '80'],
    [{ 评价等级: '停产', 得分: '0' }, '得分', '0'],
    [{ 参评状态: '已参评', 评价等级: '停产' }, '评价等级', '停产'],
  ])('%j contradicts itself, told at %s', (columns, pointer, value) => {
    expect(readRow(columns).rejection).toMatchObject({ type: 'credit-status-conflict', pointer, value })
  })

  test.each(['待定', '关停', 'constructor', '已参评（停产）'])('%s cannot be read', (sent) => {
    expect(readRow({ 参评状态: sent }).rejection).toMatchObject({ type: 'credit-status-unreadable', value: sent })
  })

  test('said to be rated without a level is a level that is missing', () => {
    expect(readRow({ 参评状态: '已参评', 评价等级: null }).rejection?.type).toBe('credit-level-missing')
    expect(readRow({ 评价等级: null, 备注: '已参评' }).rejection?.type).toBe('credit-level-missing')
  })

  test('is not taken from a remark that says more, nor from one beside a level', () => {
    expect(readRow({ 评价等级: null, 备注: '2024年曾停产' }).rejection?.type).toBe('credit-level-missing')
    expect(readRow({ 备注: '停产' }).record).toMatchObject({ status: 'rated', level: 'good' })
  })
})

describe('a veto', () => {
  test.each([
    ['是', true, null, []],
    ['有', true, null, []],
    ['√', true, null, []],
    ['否', false, null, []],
    ['无', false, null, []],
    ['——', null, null, []],
    ['', null, null, []],
    ['是（被吊销排污许可证）', true, 'permit-revoked', []],
    ['是：其他', true, null, ['veto-case-unlisted']],
    ['发生较大突发环境事件', true, 'larger-event', []],
    ['待定', null, null, ['veto-unreadable']],
    ['constructor', null, null, ['veto-unreadable']],
  ])('%j applies: %s, case %s, notes %j', (sent, applied, known, noted) => {
    const { record } = readRow({ 评价等级: '环保不良企业', 一票否决: sent }, 'sc')
    expect(record?.veto).toEqual({ applied, case: known })
    expect(rules(record).filter((rule) => rule.startsWith('veto'))).toEqual(noted)
  })

  test('may have its case in a column of its own', () => {
    const of = (columns: Readonly<Record<string, string>>) => readRow({ 评价等级: '不良', ...columns }, 'sc').record
    expect(of({ 一票否决: '是', 否决情形: '员工被行政拘留' })?.veto).toEqual({
      applied: true,
      case: 'detention-or-crime',
    })
    expect(of({ 否决情形: '暴力抗拒检查' })?.veto).toEqual({ applied: true, case: 'inspection-refused' })
    expect(of({ 一票否决: '否', 否决情形: '无' })?.veto).toEqual({ applied: false, case: null })
    const differ = of({ 一票否决: '否', 否决情形: '暴力抗拒检查' })
    expect(differ?.veto).toEqual({ applied: false, case: null })
    expect(rules(differ)).toContain('veto-case-differ')
  })

  test('of a side whose cases are not established has none by name', () => {
    const { record } = readRow({ 评价等级: '不良', 一票否决: '是', 否决情形: '员工被行政拘留' }, 'cq')
    expect(record?.veto).toEqual({ applied: true, case: null })
    expect(rules(record)).toContain('veto-case-unlisted')
  })

  test('puts no words of its cell into the record, since they may name a person', () => {
    const { record } = readRow({ 评价等级: '不良', 一票否决: '是（张某被行政拘留）' }, 'cq')
    expect(JSON.stringify(record)).not.toContain('张某')
  })

  test('with a better level than poor is noted, and the level stands', () => {
    const { record } = readRow({ 一票否决: '是' })
    expect(record?.level).toBe('good')
    expect(rules(record)).toContain('veto-level-differ')
  })
})
