/** Civil days as forecasts write them: whole, without the year or the month, or counted from the day of issue. Standards §9 row 20. */
import { dateOf, dayNumber } from '../standards/civil-date.ts'
import { halfWidth } from '../tables/marks.ts'
import { tight } from './cells.ts'

/** Asia/Shanghai has had no daylight saving since 1991; forecasts are later. */
const OFFSET = 8 * 3_600_000
const DAY = 86_400_000

/** A day as written; `after` counts days from the day of issue. */
export type WrittenDay =
  | { readonly after: number }
  | { readonly day: number; readonly month?: number; readonly year?: number }

/** Words that say a day only by the day of issue. */
const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map([
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
])

/** A day in words at the head of a text, as a pattern without groups. */
export const DAY_WORDS = String.raw`(?:大后天|今[天日]|明[天日]|后天|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[日号])`
/** A weekday behind a day, in brackets or not. */
export const WEEKDAY = `(?:[(]?(?:周|星期)[一二三四五六日天][)]?)`

const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/
const NUMERIC = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const OF_YEAR = /^(\d{1,2})(?:月(\d{1,2})[日号]?|[-/](\d{1,2}))$/
const OF_MONTH = /^(\d{1,2})[日号]$/
const TAIL = new RegExp(`${WEEKDAY}$`)
const MIDNIGHT = /(?<![ T])[ T]+0{1,2}:00(?::00(?:\.0+)?)?(?:\+08:00)?$/

/** Reads a day; null when it is none. A midnight behind it is its own. */
export function parseDay(text: string): WrittenDay | null {
  const written = tight(halfWidth(text).trim().replace(MIDNIGHT, '')).replace(TAIL, '')
  const after = RELATIVE_DAYS.get(written)
  if (after !== undefined) return { after }
  const whole = CHINESE.exec(written) ?? COMPACT.exec(written)
  if (whole) return { year: Number(whole[1]), month: Number(whole[2]), day: Number(whole[3]) }
  const numeric = NUMERIC.exec(written)
  if (numeric) return { year: Number(numeric[1]), month: Number(numeric[3]), day: Number(numeric[4]) }
  const ofYear = OF_YEAR.exec(written)
  if (ofYear) return { month: Number(ofYear[1]), day: Number(ofYear[2] ?? ofYear[3]) }
  const ofMonth = OF_MONTH.exec(written)
  return ofMonth ? { day: Number(ofMonth[1]) } : null
}

/** A whole day `YYYY-MM-DD` as a day written. */
export function dayOf(day: string): WrittenDay {
  const [year, month, date] = day.split('-').map(Number)
  return { year: year ?? 0, month: month ?? 0, day: date ?? 0 }
}

/** The civil day of Asia/Shanghai at an instant (ms). */
export function dayAt(ms: number): string {
  return new Date(ms + OFFSET).toISOString().slice(0, 10)
}

/** When a civil day begins (ms). */
export function startOfDay(day: string): number {
  return dayNumber(day) * DAY - OFFSET
}

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return dateOf(dayNumber(day) + count)
}

/** Days from one day to another, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** A day made whole, and the rule that did it; null when the calendar has no such day. */
export interface ResolvedDay {
  readonly day: string
  readonly rule: 'date-relative' | 'date-year-inferred' | 'date-month-inferred' | null
}

/**
 * Makes a written day whole by the day of issue: a year or month left out is the one that puts it nearest, and among those at
 * the day of issue or after it where there is one within `most` days.
 */
export function resolveDay(written: WrittenDay, issued: string, most: number): ResolvedDay | null {
  if ('after' in written) return { day: addDays(issued, written.after), rule: 'date-relative' }
  const { day, month, year } = written
  if (month !== undefined && year !== undefined) {
    const whole = civilDay(year, month, day)
    return whole === null ? null : { day: whole, rule: null }
  }
  const [issueYear, issueMonth] = [Number(issued.slice(0, 4)), Number(issued.slice(5, 7))]
  const near =
    month === undefined
      ? [-1, 0, 1].map((step) => monthsAfter(issueYear, issueMonth, step)).map(([y, m]) => civilDay(y, m, day))
      : [-1, 0, 1].map((step) => civilDay(issueYear + step, month, day))
  const found = nearest(
    near.filter((one) => one !== null),
    issued,
    most,
  )
  if (found === null) return null
  return { day: found, rule: month === undefined ? 'date-month-inferred' : 'date-year-inferred' }
}

function monthsAfter(year: number, month: number, step: number): readonly [number, number] {
  const months = year * 12 + month - 1 + step
  return [Math.floor(months / 12), (months % 12) + 1]
}

function nearest(days: readonly string[], issued: string, most: number): string | null {
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const day of days) {
    const ahead = daysBetween(issued, day)
    const distance = ahead >= 0 && ahead <= most ? ahead - most - 1 : Math.abs(ahead)
    if (distance < least) [best, least] = [day, distance]
  }
  return best
}

function civilDay(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const made = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text) ? text : null
}
