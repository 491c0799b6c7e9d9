/** The holiday calendar, entered a second time from the notices: spans with the days and weekdays they print, and days worked in exchange. */
import { describe, expect, test } from 'vitest'
import file from '../../../contracts/standards/holidays-2026.json' with { type: 'json' }
import {
  HOLIDAY_CALENDARS,
  HOLIDAYS_2026,
  holidayCalendar,
  STANDARDS,
  standardById,
} from '../../../contracts/standards/index.ts'
import { readHolidayCalendar } from '../../../contracts/standards/read-holidays.ts'

const DAY = 86_400_000
const weekday = (date: string) => `周${'日一二三四五六'.charAt(new Date(date).getUTCDay())}`
const short = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（${weekday(date)}）`

/** A year as its notice writes it. */
function written(year: number): readonly string[] {
  const found = HOLIDAYS_2026.years.find((one) => one.year === year)
  if (!found) throw new Error(`${year} is not in the calendar`)
  return found.holidays.map(({ title, from, to, worked }) => {
    const days = (Date.parse(to) - Date.parse(from)) / DAY + 1
    const span = from === to ? short(from) : `${short(from)}至${short(to)}`
    return `${title.zh}：${span}共${days}天${worked.length > 0 ? `，${worked.map(short).join('、')}上班` : ''}`
  })
}

test('国办发明电〔2024〕12号: 2025', () => {
  expect(written(2025)).toEqual([
    '元旦：1月1日（周三）共1天',
    '春节：1月28日（周二）至2月4日（周二）共8天，1月26日（周日）、2月8日（周六）上班',
    '清明节：4月4日（周五）至4月6日（周日）共3天',
    '劳动节：5月1日（周四）至5月5日（周一）共5天，4月27日（周日）上班',
    '端午节：5月31日（周六）至6月2日（周一）共3天',
    '国庆节、中秋节：10月1日（周三）至10月8日（周三）共8天，9月28日（周日）、10月11日（周六）上班',
  ])
})

test('国办发明电〔2025〕7号: 2026', () => {
  expect(written(2026)).toEqual([
    '元旦：1月1日（周四）至1月3日（周六）共3天，1月4日（周日）上班',
    '春节：2月15日（周日）至2月23日（周一）共9天，2月14日（周六）、2月28日（周六）上班',
    '清明节：4月4日（周六）至4月6日（周一）共3天',
    '劳动节：5月1日（周五）至5月5日（周二）共5天，5月9日（周六）上班',
    '端午节：6月19日（周五）至6月21日（周日）共3天',
    '中秋节：9月25日（周五）至9月27日（周日）共3天',
    '国庆节：10月1日（周四）至10月7日（周三）共7天，9月20日（周日）、10月10日（周六）上班',
  ])
})

test('names its notices, dates and sources, and holds no year that is not published', () => {
  expect(HOLIDAYS_2026.years.map(({ year, notice }) => [year, notice.number, notice.issued])).toEqual([
    [2025, '国办发明电〔2024〕12号', '2024-11-12'],
    [2026, '国办发明电〔2025〕7号', '2025-11-04'],
  ])
  for (const { evidence } of HOLIDAYS_2026.years) {
    expect(evidence.confidence).toBe('V2')
    expect(evidence.sources.length).toBeGreaterThanOrEqual(2)
  }
})

test('is a standard among the others, found by id and slug', () => {
  expect(STANDARDS).toContain(HOLIDAYS_2026)
  expect(standardById('holidays-2026')).toBe(HOLIDAYS_2026)
  expect(holidayCalendar('holidays-2026')).toBe(HOLIDAYS_2026)
  expect(holidayCalendar('holidays-2027')).toBeUndefined()
  expect(HOLIDAY_CALENDARS.at(-1)).toBe(HOLIDAYS_2026)
})

describe('reading a calendar', () => {
  const [first, second] = file.years
  if (!first || !second) throw new Error('the calendar has two years')
  const years = (...list: object[]) => ({ ...file, years: list })
  const holiday = (from: string, to: string, ...worked: string[]) => ({
    title: { zh: '节', en: 'day' },
    from,
    to,
    worked,
  })
  const with2026 = (...holidays: object[]) => years(first, { ...second, holidays })

  test.each<[string, object, RegExp]>([
    ['years out of order', years(second, first), /2025 does not follow 2026/],
    ['a year twice', years(first, first), /2025 does not follow 2025/],
    [
      'holidays out of order',
      with2026(holiday('2026-05-01', '2026-05-05'), holiday('2026-01-01', '2026-01-03')),
      /span/,
    ],
    [
      'holidays that overlap',
      with2026(holiday('2026-05-01', '2026-05-05'), holiday('2026-05-05', '2026-05-06')),
      /span/,
    ],
    ['a span that ends before it begins', with2026(holiday('2026-05-05', '2026-05-01')), /no span of 2026/],
    ['a span of another year', with2026(holiday('2027-01-01', '2027-01-03')), /no span of 2026/],
    ['a holiday of half a year', with2026(holiday('2026-01-01', '2026-06-30')), /no span of 2026/],
    ['a Friday worked in exchange', with2026(holiday('2026-05-01', '2026-05-05', '2026-05-08')), /no weekend/],
    ['a day both off and worked', with2026(holiday('2026-05-01', '2026-05-05', '2026-05-03')), /told twice/],
    [
      'a day worked twice',
      with2026(holiday('2026-05-01', '2026-05-05', '2026-05-09'), holiday('2026-06-19', '2026-06-21', '2026-05-09')),
      /told twice/,
    ],
    ['a day that does not exist', with2026(holiday('2026-02-29', '2026-03-01')), /expected a civil day/],
    ['a day with a time', with2026(holiday('2026-02-28T00:00', '2026-03-01')), /expected a civil day/],
    ['a year without evidence', years(first, { ...second, evidence: undefined }), /\/evidence/],
    ['a misspelt member', { ...file, year: 2026 }, /\/year not a known member/],
  ])('refuses %s', (_, value, message) => {
    expect(() => readHolidayCalendar(value)).toThrow(message)
  })

  test('takes a holiday that begins in the December before, as that of 2023 did', () => {
    const next = { ...second, year: 2027, holidays: [holiday('2026-12-31', '2027-01-02', '2026-12-27')] }
    expect(readHolidayCalendar(years(first, second, next)).years).toHaveLength(3)
  })
})
