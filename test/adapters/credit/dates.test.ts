/** Days and spans as both sides write them; what is no day, or runs back, is none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneYear, parseDay, parseSpan, parseUntil, splitDay, yearFrom } from '../../../adapters/credit/dates.ts'

describe('a day', () => {
  test.each([
    '2026-08-03',
    '2026-8-3',
    '2026/8/3',
    '2026.8.3',
    '2026年8月3日',
    '20260803',
    '2026-08-03 00:00:00',
    ' 2026-08-03 ',
  ])('%j', (text) => expect(parseDay(text)).toBe('2026-08-03'))
  test.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '8月3日',
    '2026年8月',
    '2026',
    '08-03 12:00',
    '2026-08-03 12:30',
    '明年',
    '46237',
  ])('%j is none', (text) => expect(parseDay(text)).toBeNull())
})

describe('a span', () => {
  test.each([
    ['2026-08-01至2027-07-31', '2026-08-01', '2027-07-31'],
    ['2026-08-01 至 2027-07-31', '2026-08-01', '2027-07-31'],
    ['2026.8.1-2027.7.31', '2026-08-01', '2027-07-31'],
    ['2026-08-01~2027-07-31', '2026-08-01', '2027-07-31'],
    ['2026-08-01～2027-07-31', '2026-08-01', '2027-07-31'],
    ['2026/8/1－2027/7/31', '2026-08-01', '2027-07-31'],
    ['20260801-20270731', '2026-08-01', '2027-07-31'],
    ['2026年8月1日—2027年7月31日', '2026-08-01', '2027-07-31'],
    ['2026年8月1日至8月10日', '2026-08-01', '2026-08-10'],
    ['2026年8月1日至10日', '2026-08-01', '2026-08-10'],
    ['2026.8.1-8.10', '2026-08-01', '2026-08-10'],
    ['自2026年8月1日起至2027年7月31日止', '2026-08-01', '2027-07-31'],
    ['2026-08-01到2026-08-01', '2026-08-01', '2026-08-01'],
  ])('%s', (text, from, to) => expect(parseSpan(text)).toEqual({ from, to }))

  test.each([
    '',
    '2026-08-01',
    '一年',
    '2027-08-01至2026-07-31',
    '2026年8月10日至1日',
    '2026-08-01至2026-02-30',
    '2026-08-01至长期',
    '2026-08-012027-07-31',
    '8月1日至8月10日',
  ])('%j is none', (text) => expect(parseSpan(text)).toBeNull())
})

test.each([
  ['至2027-07-31', '2027-07-31'],
  ['2027-07-31', '2027-07-31'],
  ['2027年7月31日止', '2027-07-31'],
  ['2027-07-31前', '2027-07-31'],
  ['一年', null],
  ['至长期', null],
])('%s lasts to %s', (text, day) => expect(parseUntil(text)).toBe(day))

describe('a year', () => {
  test.each(['一年', '1年', '12个月', '１年'])('%s is one', (text) => expect(isOneYear(text)).toBe(true))
  test.each(['两年', '一', '11年', '一年半', '长期'])('%s is not', (text) => expect(isOneYear(text)).toBe(false))
  test.each([
    ['2026-08-13', '2027-08-12'],
    ['2026-01-01', '2026-12-31'],
    ['2024-02-29', '2025-02-28'],
    ['2023-03-01', '2024-02-29'],
  ])('from %s ends the day before its anniversary, %s', (from, to) => expect(yearFrom(from)).toBe(to))
})

test.each([
  ['已修复（2026-03-01）', '已修复', '2026-03-01'],
  ['已修复 2026年3月1日', '已修复', '2026-03-01'],
  ['2026.3.1已修复', '已修复', '2026-03-01'],
  ['已修复', '已修复', null],
  ['已修复（2026-02-30）', '已修复(2026-02-30)', null],
  ['', '', null],
])('%j is the word %s of the day %s', (text, word, day) => expect(splitDay(text)).toEqual({ word, day }))

test('any two days in order are a span however they are joined, and any text is a span in order or none', () => {
  const day = fc
    .date({ min: new Date('2014-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  const joint = fc.constantFrom('至', '到', '-', '~', '～', '—', '——', ' 至 ', '起至')
  fc.assert(
    fc.property(day, day, joint, (a, b, between) => {
      const [from = '', to = ''] = [a, b].sort()
      expect(parseSpan(`${from}${between}${to}`)).toEqual({ from, to })
      if (from !== to) expect(parseSpan(`${to}${between}${from}`)).toBeNull()
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-./年月日至 起止~') }), (text) => {
      const span = parseSpan(text)
      if (span) expect(span.from <= span.to && parseDay(span.from) === span.from).toBe(true)
    }),
    { numRuns: 500 },
  )
})
