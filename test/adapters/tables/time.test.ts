/** Monitoring times as both sides write them, worked by hand in Asia/Shanghai (standards: GB/T 7408; the publishers' own files). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, parseTime } from '../../../adapters/tables/time.ts'
import { timeHint } from '../../../adapters/tables/time-hint.ts'

const ms = (text: string) => Date.parse(text)
const AT = ms('2026-11-20T12:00:00+08:00')
const endOf = (text: string, at = AT) => {
  const time = parseTime(text, at)
  return time && formatInstant(time.end)
}

describe('a time with its year', () => {
  test.each([
    ['2026-03-01 12:00', '2026-03-01T12:00:00+08:00'],
    ['2026-03-01 12:00:30', '2026-03-01T12:00:30+08:00'],
    ['2026-03-01T12:00:00.000', '2026-03-01T12:00:00+08:00'],
    ['2026-03-01 12', '2026-03-01T12:00:00+08:00'],
    ['2026/3/1 4:00', '2026-03-01T04:00:00+08:00'],
    ['2026.03.01 04:00', '2026-03-01T04:00:00+08:00'],
    ['2026年3月1日12时', '2026-03-01T12:00:00+08:00'],
    ['2026年3月1日 12时30分', '2026-03-01T12:30:00+08:00'],
    ['2026年3月1日12时5分9秒', '2026-03-01T12:05:09+08:00'],
    ['2026年3月1日12:30', '2026-03-01T12:30:00+08:00'],
    ['20260301120000', '2026-03-01T12:00:00+08:00'],
    ['202603011200', '2026-03-01T12:00:00+08:00'],
    ['2026030112', '2026-03-01T12:00:00+08:00'],
  ])('%s is read', (text, end) => {
    expect(endOf(text)).toBe(end)
    expect(parseTime(text, AT)).toMatchObject({ kind: 'instant', yearInferred: false })
  })

  test.each([
    ['2026-03-01T12:00:00+08:00', '2026-03-01T12:00:00+08:00'],
    ['2026-03-01T04:00:00Z', '2026-03-01T12:00:00+08:00'],
    ['2026-03-01T09:30:00+05:30', '2026-03-01T12:00:00+08:00'],
    ['2026-02-28T20:00:00-0800', '2026-03-01T12:00:00+08:00'],
  ])('%s is read by its own zone', (text, end) => {
    expect(endOf(text)).toBe(end)
  })

  test('24:00 is the next midnight, over the end of a month and of a year', () => {
    expect(endOf('2026-03-31 24:00')).toBe('2026-04-01T00:00:00+08:00')
    expect(endOf('2025-12-31 24:00:00')).toBe('2026-01-01T00:00:00+08:00')
    expect(endOf('2026年3月1日24时')).toBe('2026-03-02T00:00:00+08:00')
  })

  test.each(['2026-03-01', '2026/3/1', '2026年3月1日', '20260301'])(
    '%s alone is a civil day that ends with it',
    (text) => {
      expect(parseTime(text, AT)).toEqual({ end: ms('2026-03-02T00:00:00+08:00'), kind: 'day', yearInferred: false })
    },
  )

  test('a time to come is read as it is: whether it may be is not decided here', () => {
    expect(endOf('2027-01-01 00:00')).toBe('2027-01-01T00:00:00+08:00')
  })

  test.each([
    '',
    '2026-02-29 12:00',
    '2026-04-31',
    '2026-13-01 00:00',
    '2026-00-10 00:00',
    '2026-03-00',
    '2026-03-01 25:00',
    '2026-03-01 24:01',
    '2026-03-01 12:60',
    '2026-03-01 12:00:60',
    '2026-03-01 12:0',
    '2026-03-01 12:',
    '2026-03-0112',
    '2026-3-112',
    '2026-03-01 12:00+25:00',
    '2026-03-01 12:00:00.5',
    '2026-03',
    '2026年3月',
    '26-03-01 12:00',
    '0026-03-01 12:00',
    '202603011',
    '46082.5',
    '昨天',
    '2026-03-01 12:00 x',
    'constructor',
  ])('%j is no time', (text) => {
    expect(parseTime(text, AT)).toBeNull()
  })
})

describe('a time in hours of twelve', () => {
  test.each([
    ['2026-03-01 上午 8:00', '2026-03-01T08:00:00+08:00'],
    ['2026/3/1 下午 8:05:09', '2026-03-01T20:05:09+08:00'],
    ['2026年3月1日 下午8时', '2026-03-01T20:00:00+08:00'],
    ['2026-03-01 8:00 AM', '2026-03-01T08:00:00+08:00'],
    ['2026-03-01 11:59:59 pm', '2026-03-01T23:59:59+08:00'],
    // Twelve comes before one.
    ['2026-03-01 上午 12:00', '2026-03-01T00:00:00+08:00'],
    ['2026-03-01 下午 12:30', '2026-03-01T12:30:00+08:00'],
  ])('%s is read', (text, end) => {
    expect(endOf(text)).toBe(end)
  })

  test.each([
    '2026-03-01 下午 13:00',
    '2026-03-01 上午 0:00',
    '2026-03-01 上午 8:00 PM',
    '2026-03-01 下午',
    '03-01 下午 8:00',
  ])('%s is none', (text) => expect(parseTime(text, AT)).toBeNull())
})

describe('a time as Oracle writes it by itself', () => {
  test.each([
    ['04-11月-25 08.00.00.000000 上午', '2025-11-04T08:00:00+08:00', true],
    ['04-11月-25 12.00.00 下午', '2025-11-04T12:00:00+08:00', true],
    // The month's name is padded.
    ['04-1月 -26 11.30.15.000000000 下午', '2026-01-04T23:30:15+08:00', true],
    ['04-NOV-25 08.00.00.000000000 AM', '2025-11-04T08:00:00+08:00', true],
    ['04-Nov-2025 20:00:00', '2025-11-04T20:00:00+08:00', false],
    ['04-11月-2025 12.00.00 上午', '2025-11-04T00:00:00+08:00', false],
    ['04-11月-25 12.00.00.000000 上午 +00:00', '2025-11-04T08:00:00+08:00', true],
    // RR: from 50 on it is the last century.
    ['04-11月-99 08.00.00 上午', '1999-11-04T08:00:00+08:00', true],
  ])('%s is read', (text, end, yearInferred) => {
    expect(endOf(text)).toBe(end)
    expect(parseTime(text, AT)).toMatchObject({ kind: 'instant', yearInferred })
  })

  test('a day whose year is written out is a civil day', () => {
    const day = { end: ms('2025-11-05T00:00:00+08:00'), kind: 'day', yearInferred: false }
    expect([parseTime('04-11月-2025', AT), parseTime('4-NOV-2025', AT)]).toEqual([day, day])
  })

  test.each([
    '04-11月-25',
    '04-NOV-25',
    '31-11月-25 08.00.00 上午',
    '04-13月-25 08.00.00 上午',
    '04-11月-25 13.00.00 上午',
    '04-11月-25 08.00.00.5 上午',
    '04-11月-025 08.00.00 上午',
    '04-FOO-25 08.00.00 AM',
    '04-11-25 08.00.00 上午',
  ])('%s is none', (text) => expect(parseTime(text, AT)).toBeNull())
})

describe('a time that cannot be read is told by what it looks like', () => {
  test.each([
    ['04-11月-25', 'NLS_DATE_FORMAT'],
    ['4-1月 -25', 'NLS_DATE_FORMAT'],
    ['04-NOV-25', 'NLS_DATE_FORMAT'],
    ['11/04/2025 08:00', '先后无从确定'],
    ['04.11.25', '先后无从确定'],
    ['45965.3333', '日期序号'],
    ['45965', '日期序号'],
    ['2026-03-01 12:00:00.5', '不读小数'],
    ['昨天', '例：2026-03-01 12:00'],
    ['2026-02-30 12:00', '例：2026-03-01 12:00'],
  ])('%s', (text, told) => {
    expect(parseTime(text, AT)).toBeNull()
    expect(timeHint(text).zh).toContain(told)
    expect(timeHint(text).en).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('a time without its year', () => {
  test.each([
    ['04-01 04:00', '2026-04-01T04:00:00+08:00'],
    ['4-1 4:00', '2026-04-01T04:00:00+08:00'],
    ['04/01 04:00', '2026-04-01T04:00:00+08:00'],
    ['4月1日 4时', '2026-04-01T04:00:00+08:00'],
    ['4月1日4时', '2026-04-01T04:00:00+08:00'],
    ['4月1日04:30', '2026-04-01T04:30:00+08:00'],
    ['04-01 24:00', '2026-04-02T00:00:00+08:00'],
  ])('%s is the latest one past', (text, end) => {
    expect(endOf(text)).toBe(end)
    expect(parseTime(text, AT)).toMatchObject({ kind: 'instant', yearInferred: true })
  })

  test('the instant asked at itself is past; a minute later was a year ago', () => {
    expect(endOf('11-20 12:00')).toBe('2026-11-20T12:00:00+08:00')
    expect(endOf('11-20 12:01')).toBe('2025-11-20T12:01:00+08:00')
  })

  test('December read in January is of last year, January of this', () => {
    const newYear = ms('2027-01-01T04:00:00+08:00')
    expect(endOf('12-31 20:00', newYear)).toBe('2026-12-31T20:00:00+08:00')
    expect(endOf('12-31 24:00', newYear)).toBe('2027-01-01T00:00:00+08:00')
    expect(endOf('01-01 04:00', newYear)).toBe('2027-01-01T04:00:00+08:00')
  })

  test('New Year is that of Asia/Shanghai, eight hours before that of Greenwich', () => {
    const at = ms('2026-12-31T17:00:00Z')
    expect(endOf('01-01 00:00', at)).toBe('2027-01-01T00:00:00+08:00')
    expect(endOf('01-01 04:00', at)).toBe('2026-01-01T04:00:00+08:00')
  })

  test('29 February is that of the last leap year, also across 2100', () => {
    expect(endOf('02-29 08:00')).toBe('2024-02-29T08:00:00+08:00')
    expect(endOf('02-29 08:00', ms('2028-02-29T08:00:00+08:00'))).toBe('2028-02-29T08:00:00+08:00')
    expect(endOf('02-29 08:00', ms('2103-06-01T00:00:00+08:00'))).toBe('2096-02-29T08:00:00+08:00')
  })

  test.each(['02-30 08:00', '13-01 00:00', '04-0104:00', '04-01', '04-01 04:0', '04-01 04:', '*', '--'])(
    '%j is none',
    (text) => {
      expect(parseTime(text, AT)).toBeNull()
    },
  )
})

test('every minute since 2002 is read back from each of the ways it is written', () => {
  const minutes = fc.integer({ min: ms('2002-06-01T00:00:00+08:00') / 60_000, max: AT / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const end = minute * 60_000
      const text = formatInstant(end)
      const [, year = '', month = '', day = '', clock = ''] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(text) ?? []
      const [hour = '', min = ''] = clock.split(':')
      for (const written of [
        text,
        new Date(end).toISOString(),
        `${year}-${month}-${day} ${clock}`,
        `${year}年${Number(month)}月${Number(day)}日${Number(hour)}时${Number(min)}分`,
        `${year}${month}${day}${hour}${min}00`,
      ]) {
        expect(parseTime(written, AT)?.end, written).toBe(end)
      }
      const undated = parseTime(`${month}-${day} ${clock}`, AT)
      expect(undated?.end).toBeLessThanOrEqual(AT)
      expect(formatInstant(undated?.end ?? 0).slice(4)).toBe(text.slice(4))
    }),
    { numRuns: 300 },
  )
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseTime(text, AT)))
})
