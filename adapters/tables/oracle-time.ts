/**
 * Times as Oracle writes them by itself (NLS_DATE_FORMAT and NLS_TIMESTAMP_FORMAT, in Simplified Chinese and in English): the day first, the month by
 * its name, a year of two digits by its rule RR. `04-11月-25 08.00.00.000000 上午`, `04-NOV-2025 08:00:00`.
 */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
// A month of one digit is padded with a blank behind: `04-1月 -25`.
const DAY = String.raw`(?<day>\d{1,2})-(?:(?<number>\d{1,2})月 ?|(?<name>${MONTHS.join('|')}))-(?<year>\d{4}|\d{2})`
const CLOCK = String.raw`(?<hour>\d{1,2})[.:](?<minute>\d{2})[.:](?<second>\d{2})(?:[.,]0{1,9})?(?: (?<half>上午|下午|AM|PM))?(?: (?<zone>[+-]\d{2}:\d{2}))?`
const WRITTEN = new RegExp(`^${DAY}(?: ${CLOCK})?$`, 'i')

/** The parts of such a time; `short` when its year had two digits. */
export interface OracleTime {
  readonly year: number
  readonly short: boolean
  readonly parts: Readonly<Record<'month' | 'day', string>> &
    Readonly<Partial<Record<'hour' | 'minute' | 'second' | 'half' | 'zone', string>>>
}

/**
 * The parts, or null for what is none. A year of two digits without a clock is none: Oracle writes a DATE so unless it is told otherwise, and the time
 * of day that the column had is lost.
 */
export function oracleTime(text: string): OracleTime | null {
  const { day, number, name, year, ...clock } = WRITTEN.exec(text)?.groups ?? {}
  if (day === undefined || year === undefined) return null
  const short = year.length === 2
  if (short && clock.hour === undefined) return null
  const month = number ?? String(MONTHS.indexOf(name?.toUpperCase() ?? '') + 1)
  const digits = Number(year)
  const given = Object.fromEntries(Object.entries(clock).filter(([, part]) => part !== undefined))
  return { year: short ? digits + (digits < 50 ? 2000 : 1900) : digits, short, parts: { month, day, ...given } }
}
