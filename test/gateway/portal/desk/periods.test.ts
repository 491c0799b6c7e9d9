import { describe, expect, test } from 'vitest'
import { offeredPeriods, periodOf } from '../../../../gateway/portal/desk/new/periods.ts'
import { PRODUCTS } from '../../../../gateway/release/products/index.ts'
import type { Product } from '../../../../gateway/release/products/product.ts'

const THURSDAY = Date.parse('2026-11-26T09:30:00+08:00')

function product(id: string): Product {
  const found = PRODUCTS.find((one) => one.id === id)
  if (!found) throw new TypeError(`there is no product ${id}`)
  return found
}

const offered = (id: string, now = THURSDAY) =>
  offeredPeriods(product(id), now).map(({ period, title }) => `${title.zh} ${period.start} ${period.end}`)

describe('the periods a drafter is offered', () => {
  test('of the weekly bulletin are the last four weeks from Monday to Sunday, the newest first', () => {
    expect(offered('weekly-water-bulletin')).toEqual([
      '上一整周 2026-11-16T00:00:00+08:00 2026-11-23T00:00:00+08:00',
      '2 周前 2026-11-09T00:00:00+08:00 2026-11-16T00:00:00+08:00',
      '3 周前 2026-11-02T00:00:00+08:00 2026-11-09T00:00:00+08:00',
      '4 周前 2026-10-26T00:00:00+08:00 2026-11-02T00:00:00+08:00',
    ])
  })

  test.each([
    ['a Sunday night', '2026-11-22T23:59:59+08:00', '2026-11-09T00:00:00+08:00'],
    ['the first minute of a Monday', '2026-11-23T00:00:00+08:00', '2026-11-16T00:00:00+08:00'],
    ['a Monday before dawn, when it is still Sunday in UTC', '2026-11-23T03:00:00+08:00', '2026-11-16T00:00:00+08:00'],
  ])('of a week on %s begin with the last that is over', (_when, now, start) => {
    expect(offeredPeriods(product('weekly-water-bulletin'), Date.parse(now))[0]?.period.start).toBe(start)
  })

  test('of the monthly bulletin are whole months, across a leap day and the turn of a year', () => {
    expect(offered('monthly-water-bulletin', Date.parse('2028-03-01T08:00:00+08:00'))).toEqual([
      '上月 2028-02-01T00:00:00+08:00 2028-03-01T00:00:00+08:00',
      '2 个月前 2028-01-01T00:00:00+08:00 2028-02-01T00:00:00+08:00',
      '3 个月前 2027-12-01T00:00:00+08:00 2028-01-01T00:00:00+08:00',
    ])
  })

  test('of the daily forecast go from tomorrow over one to seven days, three of them first', () => {
    const ends = offeredPeriods(product('daily-air-forecast'), THURSDAY).map(({ period }) => {
      expect(period.start).toBe('2026-11-27T00:00:00+08:00')
      return period.end.slice(0, 10)
    })
    expect(ends[0]).toBe('2026-11-30')
    expect(ends.toSorted()).toEqual(
      [28, 29, 30].map((day) => `2026-11-${day}`).concat(['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']),
    )
  })

  test('of the outlook are the next seven days, and seven from today', () => {
    expect(offered('weekly-zone-outlook')).toEqual([
      '今后七天 2026-11-27T00:00:00+08:00 2026-12-04T00:00:00+08:00',
      '今天起七天 2026-11-26T00:00:00+08:00 2026-12-03T00:00:00+08:00',
    ])
  })

  test('can each be consulted on, at every hour of a year', () => {
    for (const one of PRODUCTS) {
      for (
        let now = Date.parse('2027-12-20T00:30:00+08:00');
        now < Date.parse('2028-03-05T00:00:00+08:00');
        now += 7 * 3_600_000
      ) {
        const offers = offeredPeriods(one, now)
        expect(offers.length, `${one.id} at ${new Date(now).toISOString()}`).toBeGreaterThan(0)
        for (const { period } of offers) expect(one.isPeriod(period, now)).toBe(true)
      }
    }
  })

  test('reach from the midnight before their first day to the one after their last', () => {
    expect(periodOf('2026-12-31', '2026-12-31')).toEqual({
      start: '2026-12-31T00:00:00+08:00',
      end: '2027-01-01T00:00:00+08:00',
    })
  })
})
