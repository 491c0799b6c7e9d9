/** Working days by the notices of the State Council General Office (国办发明电〔2024〕12号、〔2025〕7号), and the deadlines counted by them. Civil days of Asia/Shanghai. */
import type { DeadlineRule } from '../../contracts/registry/types.ts'
import type { HolidayCalendar } from '../../contracts/standards/holiday-types.ts'
import { HOLIDAYS_2026 } from '../../contracts/standards/holidays.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { dateOf, dayNumber } from './civil-date.ts'

/** Whether a day is worked. `established`: a notice arranges its year; else Monday to Friday count. `why`: what makes it other than its weekday says, or not sure. */
export interface WorkingDay {
  readonly working: boolean
  readonly established: boolean
  readonly why: Bilingual | null
}

/** An instant (`2026-03-02T17:00:00+08:00`), and whether every day counted on the way to it is established. */
export interface Deadline {
  readonly at: string
  readonly established: boolean
}

/** What a calendar says of single days: off, worked in exchange. */
type Named = ReadonlyMap<number, WorkingDay>

/** Between the counts of a term and of a slip of the pen: some four years. */
const MOST = 1000
const SATURDAY = 6
const named = new WeakMap<HolidayCalendar, Named>()

/** Whether a civil day is a working day. Throws RangeError when the text is no day. */
export function workingDay(day: string, calendar: HolidayCalendar = HOLIDAYS_2026): WorkingDay {
  return judge(dayNumber(day), calendar)
}

/** The n-th working day after a day, which is never counted itself; the day itself for 0. Throws RangeError when the text is no day or n no whole number from 0 to 1000. */
export function addWorkingDays(day: string, n: number, calendar: HolidayCalendar = HOLIDAYS_2026): string {
  return dateOf(count(dayNumber(day), n, calendar).end)
}

/** The deadline of a rule over its product's anchor day. Throws RangeError as `addWorkingDays` does. */
export function deadlineAt(
  anchorDay: string,
  { days, count: by, time }: DeadlineRule,
  calendar: HolidayCalendar = HOLIDAYS_2026,
): Deadline {
  const start = dayNumber(anchorDay)
  const { end, established } =
    by === 'working' ? count(start, days, calendar) : { end: start + days, established: true }
  return { at: `${dateOf(end)}T${time}:00+08:00`, established }
}

function count(start: number, n: number, calendar: HolidayCalendar): { end: number; established: boolean } {
  if (!Number.isInteger(n) || n < 0 || n > MOST) throw new RangeError(`expected 0 to ${MOST} working days, got ${n}`)
  let [end, established] = [start, true]
  for (let left = n; left > 0; ) {
    const day = judge(++end, calendar)
    established &&= day.established
    if (day.working) left--
  }
  return { end, established }
}

function judge(number: number, calendar: HolidayCalendar): WorkingDay {
  const told = namedDays(calendar).get(number)
  if (told) return told
  const year = Number(dateOf(number).slice(0, 4))
  const established = calendar.years.some((one) => one.year === year)
  // 1970-01-01 was a Thursday; modulo keeps days before it in the week too.
  const weekday = (((number + 4) % 7) + 7) % 7
  return { working: weekday > 0 && weekday < SATURDAY, established, why: established ? null : notEstablished(year) }
}

function notEstablished(year: number): Bilingual {
  return {
    zh: `${year}年的放假安排未载入本历，暂按周一至周五为工作日计`,
    en: `the holidays of ${year} are not in this calendar: Monday to Friday are taken as working days for now`,
  }
}

function namedDays(calendar: HolidayCalendar): Named {
  const known = named.get(calendar)
  if (known) return known
  const days = new Map<number, WorkingDay>()
  for (const { notice, holidays } of calendar.years) {
    for (const { title, from, to, worked } of holidays) {
      const off = {
        zh: `${title.zh}放假（${notice.number}）`,
        en: `${title.en}, a day off (${notice.number})`,
      }
      for (let day = dayNumber(from); day <= dayNumber(to); day++) days.set(day, told(false, off))
      const on = {
        zh: `因${title.zh}调休上班（${notice.number}）`,
        en: `worked in exchange for ${title.en} (${notice.number})`,
      }
      for (const day of worked) days.set(dayNumber(day), told(true, on))
    }
  }
  named.set(calendar, days)
  return days
}

function told(working: boolean, why: Bilingual): WorkingDay {
  return { working, established: true, why }
}
