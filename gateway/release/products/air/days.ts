/** Periods of forecasts: days still to come when they are consulted on, counted from the day after the day of issue. */
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import type { Period } from '../../consultation/acts.ts'
import { addDays, daysOf, midnight, mustBeDays } from '../period.ts'

/** The most days ahead that a joint forecast goes. */
export const MOST_DAYS = 7

/** The day of issue (发布日): the day before the first valid day. */
export function issueDay(period: Period): string {
  return addDays(mustBeDays(period).first, -1)
}

/** Whether a period of so many days can be consulted on at a time (ms): from the start of its day of issue until its last day ends. */
export function isForecastPeriod(
  period: Period,
  now: number,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  const days = daysOf(period)
  if (days === null || days.count < least || days.count > most) return false
  return now >= midnight(addDays(days.first, -1)) && now <= days.end
}

/** Its civil days. */
export function eachDay(period: Period): readonly string[] {
  const { first, count } = mustBeDays(period)
  return Array.from({ length: count }, (_, at) => addDays(first, at))
}

/** What a forecast of these days stands on: each edition of the index in force on one of them, and the rounding rule (GB/T 8170). */
export function standardsOf(days: readonly string[]): readonly string[] {
  return [...new Set(days.map((day) => airIndexOn(day).id)), 'GB/T 8170-2008']
}
