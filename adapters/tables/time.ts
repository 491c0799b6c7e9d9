/** The ways both sides write a monitoring time, in Asia/Shanghai; undated times resolve to the latest past. GB/T 7408 forms and what publishers use. */
import { oracleTime } from './oracle-time.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Asia/Shanghai has had no daylight saving since 1991; observations here are later. */
const OFFSET = 8 * HOUR

/** An instant in ms with what had to be inferred, or a civil day (`end` is the next midnight). */
export interface ParsedTime {
  readonly end: number
  readonly kind: 'instant' | 'day'
  readonly yearInferred: boolean
}

const DAY_OF_YEAR = String.raw`(?<month>\d{1,2})[-/.月](?<day>\d{1,2})`
// Digits that follow a day at once would be digits of the day: only 日 or a blank ends it.
const THEN = '(?:日[ T]*|[ T]+)'
const ISO = String.raw`[:：](?<minute>\d{2})(?:[:：](?<second>\d{2})(?:\.0+)?)?`
const CHINESE = String.raw`时(?:(?<minutes>\d{1,2})(?:分(?:(?<seconds>\d{1,2})秒)?)?)?`
const CLOCK = String.raw`(?<hour>\d{1,2})(?:${ISO}|${CHINESE})?`
const HALF = '上午|下午|AM|PM'
const ZONE = String.raw` ?(?<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)`
const UNDATED = new RegExp(`^${DAY_OF_YEAR}${THEN}${CLOCK}$`)
const DATED = new RegExp(
  `^(?<year>\\d{4})[-/.年]${DAY_OF_YEAR}(?:日|${THEN}(?:(?<half>上午|下午) ?)?${CLOCK}(?: ?(?<late>${HALF}))?(?:${ZONE})?)?$`,
  'i',
)
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?:(?<minute>\d{2})(?<second>\d{2})?)?)?$/

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (month < 1 || month > 12 || day < 1 || !(hour <= 24) || minute > 59 || second > 59) return null
  if (hour === 24 && (minute > 0 || second > 0)) return null
  const midnight = Date.UTC(year, month - 1, day)
  const check = new Date(midnight)
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || check.getUTCFullYear() !== year) return null
  return midnight - OFFSET + hour * HOUR + minute * 60_000 + second * 1000
}

function zoneShift(zone: string | undefined): number {
  if (zone === undefined) return 0
  if (zone === 'Z' || zone === 'z') return OFFSET
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.replace(':', '')
  return OFFSET - sign * (Number(digits.slice(1, 3)) * HOUR + Number(digits.slice(3, 5)) * 60_000)
}

type Parts = Readonly<Record<string, string | undefined>>

/** The hour of twelve as one of twenty-four: 12 comes before 1. NaN where it is none. */
function hourOf({ hour = '0', half, late }: Parts): number {
  const written = Number(hour)
  const word = half ?? late
  if (word === undefined) return written
  if (written < 1 || written > 12 || (half !== undefined && late !== undefined)) return Number.NaN
  return (written % 12) + (/下午|PM/i.test(word) ? 12 : 0)
}

function endOf(parts: Parts, year: number): number | null {
  const { month, day, minute, minutes, second, seconds } = parts
  return instant(
    year,
    Number(month),
    Number(day),
    hourOf(parts),
    Number(minute ?? minutes ?? 0),
    Number(second ?? seconds ?? 0),
  )
}

function undated(parts: Parts, at: number): number | null {
  const thisYear = new Date(at + OFFSET).getUTCFullYear()
  // 29 February may lie up to eight years back, across 2100 and its like.
  for (let year = thisYear; year > thisYear - 9; year--) {
    const end = endOf(parts, year)
    if (end !== null && end <= at) return end
  }
  return null
}

/**
 * Reads one time. `at` (ms) is what undated times must not lie after. Null when it cannot be read. A year of two digits, as Oracle
 * writes it, counts as inferred.
 * Hour 24 is the next midnight; a date alone is a civil day.
 */
export function parseTime(text: string, at: number): ParsedTime | null {
  const short = UNDATED.exec(text)?.groups
  if (short) {
    const end = undated(short, at)
    return end === null ? null : { end, kind: 'instant', yearInferred: true }
  }
  const long = (DATED.exec(text) ?? COMPACT.exec(text))?.groups
  if (long) return dated(long, Number(long.year), false)
  const theirs = oracleTime(text)
  return theirs && dated(theirs.parts, theirs.year, theirs.short)
}

function dated(parts: Parts, year: number, yearInferred: boolean): ParsedTime | null {
  const end = endOf(parts, year)
  if (end === null) return null
  if (parts.hour === undefined) return { end: end + DAY, kind: 'day', yearInferred }
  return { end: end + zoneShift(parts.zone), kind: 'instant', yearInferred }
}

/** `YYYY-MM-DDThh:mm:ss+08:00`. */
export function formatInstant(ms: number): string {
  return `${new Date(ms + OFFSET).toISOString().slice(0, 19)}+08:00`
}
