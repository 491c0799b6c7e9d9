/** Sichuan's own words: 市级 is a prefecture, and a county rates nothing. */
import { expect, test } from 'vitest'
import { sichuanCredit } from '../../../adapters/sichuan/credit.ts'
import { readRow } from '../credit/helpers.ts'

test('it is the adapter of sc', () => {
  expect(sichuanCredit).toMatchObject({ id: 'sichuan/credit', party: 'sc', contract: 'enterprise-credit' })
})

test.each([
  ['省级', 'province'],
  ['市级', 'prefecture'],
  ['州级', 'prefecture'],
  ['市州级', 'prefecture'],
])('%s is %s', (级别, level) => {
  expect(readRow({ 级别 }, 'sc').record?.authority.level).toBe(level)
})

test('a county’s or a district’s rating is refused, since the scheme has none', () => {
  for (const 级别 of ['区级', '县级', '区县级'])
    expect(readRow({ 级别 }, 'sc').rejection?.type).toBe('authority-unclear')
})

test('a veto is named by the five cases of the 2019 edition', () => {
  const { record } = readRow({ 评价等级: '不良', 一票否决: '是（发生较大突发环境事件）' }, 'sc')
  expect(record?.veto).toEqual({ applied: true, case: 'larger-event' })
})

test('a score above 108 is none of its scheme’s concern', () => {
  expect(readRow({ 评价等级: '诚信', 得分: '115' }, 'sc').record?.score?.value).toBe(115)
})
