/** Civil days and spans of days as both sides write them: 2025-08-01至2026-07-31, 2025年8月1日—8月10日, 一年. */
import type { DaySpan } from '../../contracts/enterprise-credit/record.ts'
import { formatInstant, parseTime } from '../tables/time.ts'
import { plainWord } from './cells.ts'

const DAY = 86_400_000
const DATE = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8}`
const TO = '(?:起?至|起?到|[-~—–―─]+|/)'
/** The second day without its year (8月10日), or without its month too (10日). */
const SHORT = String.raw`(?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?|(?<only>\d{1,2})日`
const SPAN = new RegExp(`^自?(?<from>${DATE})${TO}(?:(?<to>${DATE})|${SHORT})止?$`)
const UNTIL = new RegExp(`^至?(?<to>${DATE})(?:止|前)?$`)
const ANY_DATE = new RegExp(DATE)

/** One civil day as `YYYY-MM-DD`; null when the text is none, or there is no such day. */
export function parseDay(text: string): string | null {
  // Only undated times look at `at`, and a day always has its year here.
  const time = parseTime(text.trim(), 0)
  if (!time || time.yearInferred) return null
  if (time.kind === 'day') return formatInstant(time.end - DAY).slice(0, 10)
  const instant = formatInstant(time.end)
  return instant.endsWith('T00:00:00+08:00') ? instant.slice(0, 10) : null
}

/** Two days with a word or stroke between them, the second perhaps without its year or month; null when they are none, or run back. */
export function parseSpan(text: string): DaySpan | null {
  const found = SPAN.exec(plainWord(text))?.groups
  const from = parseDay(found?.from ?? '')
  if (!found || from === null) return null
  const [year = '', month = ''] = from.split('-')
  const to = parseDay(found.to ?? `${year}-${found.month ?? month}-${found.day ?? found.only}`)
  return to === null || to < from ? null : { from, to }
}

/** The day a text says something lasts to (至2026-07-31); null when it says none. */
export function parseUntil(text: string): string | null {
  return parseDay(UNTIL.exec(plainWord(text))?.groups?.to ?? '')
}

/** Whether a text is a length of one year. */
export function isOneYear(text: string): boolean {
  return /^(?:一年|1年|12个月|十二个月)$/.test(plainWord(text))
}

/** The last day of the year that begins on a day: the day before its anniversary. */
export function yearFrom(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return new Date(Date.UTC(Number(year) + 1, Number(month) - 1, Number(date)) - DAY).toISOString().slice(0, 10)
}

/** A word with a day beside or in brackets after it: 已修复（2026-03-01）. `day` is null without one; `word` is plain. */
export function splitDay(text: string): { readonly word: string; readonly day: string | null } {
  const plain = plainWord(text)
  const date = ANY_DATE.exec(plain)?.[0]
  const day = date === undefined ? null : parseDay(date)
  if (date === undefined || day === null) return { word: plain, day: null }
  return { word: plain.replace(date, '').replace(/[(),,:;]/g, ''), day }
}
