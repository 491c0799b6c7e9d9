/** Days named together: spans and lists as written, the days they stand for, and what stands for none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandDays, leadingDays, parseDays } from '../../../adapters/air/days.ts'

const ISSUED = '2026-11-15'
/** The days a text stands for, as month and day; or why it stands for none. */
function daysOf(text: string, issued = ISSUED): readonly string[] | string | null {
  const written = parseDays(text)
  if (written === null) return null
  const found = expandDays(written, issued, 15)
  return 'fault' in found ? found.fault : found.days
}

describe('days named together', () => {
  test.each([
    ['16日至18日', ['2026-11-16', '2026-11-17', '2026-11-18']],
    ['16~18日', ['2026-11-16', '2026-11-17', '2026-11-18']],
    ['11月16-18日', ['2026-11-16', '2026-11-17', '2026-11-18']],
    ['11月16日—18日', ['2026-11-16', '2026-11-17', '2026-11-18']],
    ['11月16日到11月17日', ['2026-11-16', '2026-11-17']],
    ['2026年11月16日至17日', ['2026-11-16', '2026-11-17']],
    ['2026-11-16至2026-11-17', ['2026-11-16', '2026-11-17']],
    ['１６日（周一）至１７日（周二）', ['2026-11-16', '2026-11-17']],
    ['16日、17日', ['2026-11-16', '2026-11-17']],
    ['16、17日', ['2026-11-16', '2026-11-17']],
    ['16日、18日和20日', ['2026-11-16', '2026-11-18', '2026-11-20']],
    ['今天至后天', ['2026-11-15', '2026-11-16', '2026-11-17']],
    ['29日至2日', ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']],
    ['11月30日至12月1日', ['2026-11-30', '2026-12-01']],
    ['11月16日', ['2026-11-16']],
  ])('%s', (text, days) => expect(daysOf(text)).toEqual(days))

  test('may go over into the next year, and over the end of February', () => {
    expect(daysOf('12月30日至1月2日', '2026-12-28')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
    expect(daysOf('27日至1日', '2028-02-25')).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'])
  })

  test('say which rule made them whole', () => {
    const rulesOf = (text: string) => {
      const written = parseDays(text)
      const found = written && expandDays(written, ISSUED, 15)
      return found && 'rules' in found ? found.rules : null
    }
    expect(rulesOf('2026年11月16日至2026年11月17日')).toEqual(['days-expanded'])
    expect(rulesOf('11月16日至18日')).toEqual(['date-year-inferred', 'date-month-inferred', 'days-expanded'])
    expect(rulesOf('明天和后天')).toEqual(['date-relative', 'days-expanded'])
    expect(rulesOf('11月16日')).toEqual(['date-year-inferred'])
  })

  test.each([
    ['18日至16日', 'forecast-date-span'],
    ['16日至16日', 'forecast-date-span'],
    ['18日、16日', 'forecast-date-span'],
    ['2026年11月16日至2026年12月15日', 'forecast-date-span'],
    ['11月31日至12月2日', 'forecast-date-unreadable'],
  ])('%s stands for none: %s', (text, fault) => expect(daysOf(text)).toBe(fault))

  // From the fifteenth on sixteen days are the most: the day of issue and fifteen after it.
  test('reach as far as a forecast and no further', () => {
    expect(daysOf('15日至30日')).toHaveLength(16)
    expect(daysOf('2026-11-15至2026-12-01')).toBe('forecast-date-span')
  })

  test.each([
    '',
    '16',
    '16至18',
    '十六日至十八日',
    '11月',
    '16日起',
    '16日至',
    '至18日',
    '16日至周三',
    '60~90',
    'x日至y日',
  ])('%j are none', (text) => expect(parseDays(text)).toBeNull())
})

describe('days at the head of a text', () => {
  const head = (text: string) => {
    const found = leadingDays(text)
    return found && [found.text, found.written?.stated ?? null, found.rest]
  }
  test.each([
    ['16日至18日,成都平原', ['16日至18日', null, '成都平原']],
    ['未来三天(16日至18日),成都平原', ['16日至18日', 3, '成都平原']],
    ['今后10天内(16日-25日)成都平原', ['16日-25日', 10, '成都平原']],
    ['未来十五天(16日至30日)', ['16日至30日', 15, '']],
    ['未来二十天(16日)', ['16日', 20, '']],
    // The days that follow a comma need not be all of them.
    ['未来三天,16日成都平原', ['16日', null, '成都平原']],
    ['(16日至18日)期间,川南', ['16日至18日', null, '川南']],
    ['16日(周一):成都', ['16日', null, '成都']],
    ['未来三天,成都平原', null],
    ['(16日至18日成都平原', null],
    ['16日)成都平原', null],
    ['成都平原16日', null],
  ])('%s', (text, found) => expect(head(text)).toEqual(found))
})

test('a span of any length and form is read as all the days from one to the other', () => {
  const day = fc.record({ start: fc.integer({ min: 0, max: 14 }), length: fc.integer({ min: 2, max: 16 }) })
  const to = fc.constantFrom('~', '～', '-', '—', '–', '至', '到')
  const form = fc.constantFrom('whole', 'month', 'day', 'bare')
  fc.assert(
    fc.property(day, to, form, fc.integer({ min: 0, max: 400 }), ({ start, length }, mark, how, later) => {
      const at = (days: number) => new Date(Date.UTC(2026, 10, 15 + later + days))
      const iso = (days: number) => at(days).toISOString().slice(0, 10)
      const write = (days: number, last: boolean): string => {
        const [year, month, date] = [at(days).getUTCFullYear(), at(days).getUTCMonth() + 1, at(days).getUTCDate()]
        if (how === 'whole') return `${year}年${month}月${date}日`
        if (how === 'month') return `${month}月${date}日`
        return how === 'day' || last ? `${date}日` : String(date)
      }
      const end = Math.min(start + length - 1, 15)
      if (end <= start) return
      expect(daysOf(`${write(start, false)}${mark}${write(end, true)}`, iso(0))).toEqual(
        Array.from({ length: end - start + 1 }, (_, more) => iso(start + more)),
      )
    }),
    { numRuns: 500 },
  )
})

test('any text is days or none, and takes no time', () => {
  const piece = fc.constantFrom(
    '16',
    '日',
    '月',
    '11',
    '至',
    '、',
    '～',
    '和',
    '未来',
    '三天',
    '(',
    ')',
    '周一',
    '今天',
    '2026',
    '年',
    '-',
    ',',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const written = parseDays(pieces.join(''))
      if (written === null) return
      const found = expandDays(written, ISSUED, 15)
      if ('days' in found) {
        expect(found.days.length).toBeGreaterThan(0)
        expect([...found.days].sort()).toEqual(found.days)
      }
    }),
    { numRuns: 1000 },
  )
  const started = performance.now()
  for (const text of ['16日、', '16、', '16日至', '11月16', '未来三天', '(', '1'].map((one) => one.repeat(2000))) {
    parseDays(text)
    leadingDays(text)
  }
  expect(performance.now() - started).toBeLessThan(1000)
})
