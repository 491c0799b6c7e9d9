/** Periods a drafter is offered for a product: the ones people consult on, before any other. Pure. */

import { dayNumber } from '../../../../adapters/standards/civil-date.ts'
import { civilDay } from '../../../../contracts/life.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import type { Period } from '../../../release/consultation/acts.ts'
import { addDays } from '../../../release/products/period.ts'
import type { Product } from '../../../release/products/product.ts'

/** A period with what it is: last week, the next three days. */
export interface Offer {
  readonly period: Period
  readonly title: Bilingual
}

const WEEKS = 4
const MONTHS = 3
const FORECAST_DAYS = 7
/** How far most forecasts go, and so the first of those offered. */
const USUAL_DAYS = 3

/** The period from one civil day to another, both in it. */
export function periodOf(first: string, last: string): Period {
  return { start: `${first}T00:00:00+08:00`, end: `${addDays(last, 1)}T00:00:00+08:00` }
}

/** What is offered of a product at a time (ms), the likeliest first; nothing that could not be consulted on. */
export function offeredPeriods(product: Product, now: number): readonly Offer[] {
  return candidates(product, civilDay(now)).filter(({ period }) => product.isPeriod(period, now))
}

function candidates({ id }: Product, today: string): readonly Offer[] {
  switch (id) {
    case 'weekly-water-bulletin':
      return weeksBefore(today)
    case 'monthly-water-bulletin':
      return monthsBefore(today)
    case 'daily-air-forecast':
    case 'warning-suggestion':
      return daysAfter(today)
    case 'weekly-zone-outlook':
      return outlooks(today)
    case 'annual-credit-list':
      return yearsBefore(today)
  }
}

/** Monday to Sunday, the last whole week first. */
function weeksBefore(today: string): readonly Offer[] {
  // 1970-01-01 was a Thursday, so that day −3 was a Monday.
  const sinceMonday = (dayNumber(today) + 3) % 7
  return Array.from({ length: WEEKS }, (_, at) => {
    const first = addDays(today, -sinceMonday - 7 * (at + 1))
    const title =
      at === 0 ? { zh: '上一整周', en: 'Last full week' } : { zh: `${at + 1} 周前`, en: `${at + 1} weeks ago` }
    return { period: periodOf(first, addDays(first, 6)), title }
  })
}

function monthsBefore(today: string): readonly Offer[] {
  let next = `${today.slice(0, 7)}-01`
  return Array.from({ length: MONTHS }, (_, at) => {
    const last = addDays(next, -1)
    next = `${last.slice(0, 7)}-01`
    const title = at === 0 ? { zh: '上月', en: 'Last month' } : { zh: `${at + 1} 个月前`, en: `${at + 1} months ago` }
    return { period: periodOf(next, last), title }
  })
}

/** From tomorrow on, as many days as most forecasts have first. */
function daysAfter(today: string): readonly Offer[] {
  const counts = [USUAL_DAYS, ...Array.from({ length: FORECAST_DAYS }, (_, at) => at + 1)]
  return [...new Set(counts)].map((count) => ({
    period: periodOf(addDays(today, 1), addDays(today, count)),
    title:
      count === 1 ? { zh: '明天', en: 'Tomorrow' } : { zh: `明天起 ${count} 天`, en: `${count} days from tomorrow` },
  }))
}

function outlooks(today: string): readonly Offer[] {
  const seven = (first: string) => periodOf(first, addDays(first, FORECAST_DAYS - 1))
  return [
    { period: seven(addDays(today, 1)), title: { zh: '今后七天', en: 'The next seven days' } },
    { period: seven(today), title: { zh: '今天起七天', en: 'Seven days from today' } },
  ]
}

function yearsBefore(today: string): readonly Offer[] {
  const year = Number(today.slice(0, 4))
  return [1, 2].map((back) => ({
    period: periodOf(`${year - back}-01-01`, `${year - back}-12-31`),
    title: { zh: `${year - back} 评价年度`, en: `Rating year ${year - back}` },
  }))
}
