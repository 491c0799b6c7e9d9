/** Chongqing's own words: 市级 is the municipality, 区县级 a district; the score ends at 108. */
import { expect, test } from 'vitest'
import { chongqingCredit } from '../../../adapters/chongqing/credit.ts'
import { readRow } from '../credit/helpers.ts'

test('it is the adapter of cq', () => {
  expect(chongqingCredit).toMatchObject({ id: 'chongqing/credit', party: 'cq', contract: 'enterprise-credit' })
})

test.each([
  ['市级', 'municipality'],
  ['区级', 'district'],
  ['县级', 'district'],
  ['区县级', 'district'],
])('%s is %s', (级别, level) => {
  expect(readRow({ 级别 }, 'cq').record?.authority.level).toBe(level)
})

test('a province’s rating is refused, since the scheme has none', () => {
  expect(readRow({ 级别: '省级' }, 'cq').rejection?.type).toBe('authority-unclear')
})

test('what its whole numbers leave open is settled by half-open bands: 99.5 is good', () => {
  const { record } = readRow({ 评价等级: '环保良好企业', 得分: '99.5' }, 'cq')
  expect(record?.notes.map(({ rule }) => rule)).not.toContain('level-score-differ')
  expect(readRow({ 评价等级: '环保诚信企业', 得分: '99.5' }, 'cq').record?.notes.map(({ rule }) => rule)).toContain(
    'level-score-differ',
  )
})

test('108 is the highest score', () => {
  expect(readRow({ 评价等级: '诚信', 得分: '108' }, 'cq').record?.score?.value).toBe(108)
  expect(readRow({ 评价等级: '诚信', 得分: '108.5' }, 'cq').rejection?.type).toBe('value-out-of-range')
})
