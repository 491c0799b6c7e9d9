/** Periods of products: from midnight to midnight, Asia/Shanghai. */
import { dateOf, dayNumber } from '../../../adapters/standards/civil-date.ts'
import { formatInstant } from '../../../adapters/tables/time.ts'
import type { Period } from '../consultation/acts.ts'

/** A period as instants in ms and as civil days; `last` is the last day in it. */
export interface Days {
  readonly start: number
  readonly end: number
  readonly first: string
  readonly last: string
  readonly count: number
}

const DAY = 86_400_000

/** The civil day (`YYYY-MM-DD`) so many days on. */
export function addDays(day: string, days: number): string {
  return dateOf(dayNumber(day) + days)
}

/** The midnight that a civil day begins with, in ms. */
export function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`)
}

/** The days of a period; null unless it goes from one midnight of Asia/Shanghai to a later one. */
export function daysOf(period: Period): Days | null {
  const [start, end] = [Date.parse(period.start), Date.parse(period.end)]
  if (!Number.isFinite(start) || !Number.isFinite(end) || end <= start) return null
  const isMidnight = (ms: number): boolean => formatInstant(ms).endsWith('T00:00:00+08:00')
  if (!isMidnight(start) || !isMidnight(end)) return null
  const [first, last] = [formatInstant(start).slice(0, 10), formatInstant(end - 1).slice(0, 10)]
  return { start, end, first, last, count: Math.round((end - start) / DAY) }
}

/** The days of a period that was checked before. Throws TypeError for another. */
export function mustBeDays(period: Period): Days {
  const days = daysOf(period)
  if (!days) throw new TypeError(`expected a period of whole days, got ${period.start} to ${period.end}`)
  return days
}
