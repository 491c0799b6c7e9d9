/** Civil days as forecasts write them, made whole by the day of issue. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAt, daysBetween, parseDay, resolveDay, startOfDay } from '../../../adapters/air/day.ts'

describe('a day is read', () => {
  test.each([
    ['2026年11月16日', { year: 2026, month: 11, day: 16 }],
    ['2026-11-16', { year: 2026, month: 11, day: 16 }],
    ['2026/1/6', { year: 2026, month: 1, day: 6 }],
    ['2026.11.16', { year: 2026, month: 11, day: 16 }],
    ['20261116', { year: 2026, month: 11, day: 16 }],
    ['2026-11-16 00:00:00', { year: 2026, month: 11, day: 16 }],
    ['2026-11-1 00:00', { year: 2026, month: 11, day: 1 }],
    ['２０２６年１１月１６日', { year: 2026, month: 11, day: 16 }],
    ['11月16日', { month: 11, day: 16 }],
    ['11月16日（周一）', { month: 11, day: 16 }],
    ['11月16日 星期一', { month: 11, day: 16 }],
    ['11-16', { month: 11, day: 16 }],
    ['11/16', { month: 11, day: 16 }],
    ['16日', { day: 16 }],
    ['16号', { day: 16 }],
    ['今天', { after: 0 }],
    ['明日', { after: 1 }],
    ['后天', { after: 2 }],
    ['大后天', { after: 3 }],
  ])('from %s', (text, day) => {
    expect(parseDay(text)).toEqual(day)
  })

  test.each([
    '',
    '16',
    '2026年1116日',
    '2026-11/16',
    '2026-11-16 08:00',
    '11月16日夜间',
    '周一',
    '本周末',
    '11月16日至18日',
    '昨天',
    '2026年11月',
  ])('and %j is none', (text) => {
    expect(parseDay(text)).toBeNull()
  })
})

describe('a day is made whole', () => {
  test.each([
    // Whatever the forecast leaves out is what puts it at the day of issue or soonest after.
    ['11月16日', '2026-11-15', '2026-11-16', 'date-year-inferred'],
    ['1月2日', '2026-12-30', '2027-01-02', 'date-year-inferred'],
    ['12月31日', '2027-01-01', '2026-12-31', 'date-year-inferred'],
    ['2月29日', '2028-02-27', '2028-02-29', 'date-year-inferred'],
    ['16日', '2026-11-15', '2026-11-16', 'date-month-inferred'],
    ['1日', '2026-11-30', '2026-12-01', 'date-month-inferred'],
    ['2号', '2026-12-31', '2027-01-02', 'date-month-inferred'],
    ['31日', '2026-12-20', '2026-12-31', 'date-month-inferred'],
    // No 31st lies within the horizon: the nearest, which is then refused as outside it.
    ['31日', '2026-11-29', '2026-10-31', 'date-month-inferred'],
    ['明天', '2026-12-31', '2027-01-01', 'date-relative'],
    ['大后天', '2028-02-27', '2028-03-01', 'date-relative'],
    ['2026-11-16', '2020-01-01', '2026-11-16', null],
  ])('%s, issued on %s, is %s', (text, issued, day, rule) => {
    const written = parseDay(text)
    expect(written && resolveDay(written, issued, 15)).toEqual({ day, rule })
  })

  test.each([
    ['2026-02-30', '2026-02-27'],
    ['13月1日', '2026-11-15'],
    ['2月29日', '2026-02-27'],
    ['11月0日', '2026-11-15'],
    ['32日', '2026-11-15'],
  ])('%s is on no calendar', (text, issued) => {
    const written = parseDay(text)
    expect(written && resolveDay(written, issued, 15)).toBeNull()
  })

  test('what lies within the horizon is found again from its month and day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 15 }), (first, ahead) => {
        const issued = addDays('1990-01-01', first % 40_000)
        const day = addDays(issued, ahead)
        const written = parseDay(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`)
        expect(written && resolveDay(written, issued, 15)?.day).toBe(day)
        const short = parseDay(`${Number(day.slice(8))}日`)
        expect(short && resolveDay(short, issued, 15)?.day).toBe(day)
      }),
    )
  })
})

test('days begin at midnight in Shanghai and are counted by the calendar', () => {
  expect(startOfDay('2026-11-16')).toBe(Date.parse('2026-11-16T00:00:00+08:00'))
  expect(dayAt(Date.parse('2026-11-15T16:00:00Z'))).toBe('2026-11-16')
  expect(dayAt(Date.parse('2026-11-15T15:59:59Z'))).toBe('2026-11-15')
  expect([daysBetween('2026-11-15', '2026-12-01'), daysBetween('2026-11-15', '2026-11-10')]).toEqual([16, -5])
})
