/** The error table's examples of these datasets bring about their own codes, and what the fixes propose is taken. */
import { describe, expect, test } from 'vitest'
import { DIVISION_ROW_ERRORS } from '../../../gateway/errors/division-rows.ts'
import { RISK_ROW_ERRORS } from '../../../gateway/errors/risk-rows.ts'
import { riskRow, unitRow } from './helpers.ts'

/** `列 = 值 ← 列 = 值` as cells; marks of absence as they stand. */
function cellsOf(example: string): Record<string, string> {
  const pairs = example.split(' ← ').map((part) => part.split(' = '))
  return Object.fromEntries(
    pairs.filter(([, value]) => value !== undefined).map(([name = '', value = '']) => [name, value]),
  )
}

const POSITION = { 经度: '105.8486', 纬度: '29.0164', 坐标系: 'CGCS2000' } as const

test.each(Object.entries({ ...RISK_ROW_ERRORS }))('the example of %s brings it about', (code, { example = '' }) => {
  const cells = cellsOf(example)
  const whole = code.startsWith('crs') || code.startsWith('coordinates') ? { ...POSITION, ...cells } : cells
  const { rejection } = code === 'permit-unreadable' ? unitRow(whole) : riskRow(whole)
  expect(rejection?.type).toBe(code)
})

test.each([
  ['division-missing', 'sc'],
  ['division-unknown', 'cq'],
  ['division-ambiguous', 'sc'],
  ['territory-outside', 'cq'],
] as const)('the example of %s brings it about', (code, party) => {
  expect(riskRow(cellsOf(DIVISION_ROW_ERRORS[code].example ?? ''), party).rejection?.type).toBe(code)
})

test('so do those with a day or a side beside them', () => {
  const [code = '', day = ''] = (DIVISION_ROW_ERRORS['division-not-in-force'].example ?? '').split(' ← ')
  const absent = unitRow({ 所在区县: '', ...cellsOf(code), 填报日期: day, 受纳水体: '长江' })
  expect(absent.rejection?.type).toBe('division-not-in-force')
  const [province = ''] = (DIVISION_ROW_ERRORS['row-of-other-side'].example ?? '').split(' ← ')
  expect(riskRow(cellsOf(province), 'cq').rejection?.type).toBe('row-of-other-side')
})

describe('what the fixes propose is taken', () => {
  test.each([
    { ...POSITION, 经度: '105°50′55.2″' },
    { '经度(CGCS2000)': '105.848667', '纬度(CGCS2000)': '29.0164' },
    { 风险等级: '重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]' },
    { 风险物质: '液氨[7664-41-7]:12.5/5(气态,涉气)' },
    { 风险物质1: '液氨', '存量1(t)': '12.5', '临界量1(t)': '5' },
  ])('%j', (cells) => {
    expect(riskRow(cells).record).toBeDefined()
  })
})
