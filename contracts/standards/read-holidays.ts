/** Reads a holiday calendar kept as JSON: every member's shape, civil days that exist, years and holidays in order, and no day both off and worked. */
import { type Guard, list, matching, oneOf, ordinal, read, shape, text } from '../read.ts'
import type { Holiday, HolidayCalendar, HolidayYear } from './holiday-types.ts'
import { bilingual, evidence, header } from './read.ts'

const DAY = 86_400_000

const day: Guard<string> = (value, at, faults): value is string => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const ms = Date.parse(value)
    if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)) return true
  }
  faults.push(`${at} expected a civil day`)
  return false
}

const calendar = shape<HolidayCalendar>({
  ...header,
  kind: oneOf('holiday-calendar'),
  years: list(
    shape<HolidayYear>({
      year: ordinal,
      notice: shape<HolidayYear['notice']>({
        number: text,
        issued: day,
        address: matching(/^https:\/\/\S+$/, 'an address'),
      }),
      holidays: list(shape<Holiday>({ title: bilingual, from: day, to: day, worked: list(day) })),
      evidence,
    }),
  ),
  otherYears: bilingual,
})

/** A holiday calendar; throws TypeError naming what is at fault. */
export function readHolidayCalendar(value: unknown): HolidayCalendar {
  const found = read('holiday calendar', calendar, value)
  const told = new Set<string>()
  const take = (one: string): void => {
    if (told.has(one)) throw atFault(`${one} is told twice`)
    told.add(one)
  }
  let before = 0
  for (const { year, holidays } of found.years) {
    if (year <= before) throw atFault(`the year ${year} does not follow ${before}`)
    before = year
    let end = ''
    for (const { title, from, to, worked } of holidays) {
      // A notice may begin its year's first holiday in the December before.
      if (to < from || from <= end || Number(to.slice(0, 4)) !== year || daysBetween(from, to).length > LONGEST)
        throw atFault(`${title.zh} from ${from} to ${to} is no span of ${year} after ${end || 'none'}`)
      end = to
      daysBetween(from, to).forEach(take)
      for (const one of worked) {
        if (!isWeekend(one)) throw atFault(`${one} is no weekend, and worked anyway`)
        take(one)
      }
    }
  }
  return found
}

const LONGEST = 31

/** The days of a span in order; none when it ends before it begins. */
function daysBetween(from: string, to: string): readonly string[] {
  const first = Date.parse(from)
  const count = Math.max(0, (Date.parse(to) - first) / DAY + 1)
  return Array.from({ length: count }, (_, at) => new Date(first + at * DAY).toISOString().slice(0, 10))
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay())
}

function atFault(what: string): TypeError {
  return new TypeError(`holiday calendar: ${what}`)
}
