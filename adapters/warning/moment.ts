/** When a warning takes effect or ends: an instant, a day alone, or words that count from the time of issue. Standards §9 row 20. */
import { tight } from '../air/cells.ts'
import { DAY_WORDS, dayAt, parseDay, resolveDay, startOfDay } from '../air/day.ts'
import { halfWidth } from '../tables/marks.ts'
import { parseTime } from '../tables/time.ts'

const HOUR = 3_600_000
/** How far from its issue a warning may take effect, in days. */
export const MOST_DAYS = 15

const CLOCK = String.raw`(?:(?:零|\d{1,2})[时点](?:\d{1,2}分|整)?|\d{1,2}:\d{2}(?::\d{2})?)`
/** A moment in words within a tight text, as a pattern without groups. */
export const MOMENT = `${DAY_WORDS} ?${CLOCK}?`
/** Words for the time of issue, as a pattern without groups. */
export const AT_ONCE = '(?:即日|即时|即刻|立即|(?:本|该)?(?:通知|通告|公告)?(?:发布|印发)之[日时])'

const WRITTEN = new RegExp(`^(${DAY_WORDS}) ?(${CLOCK})?$`)
const NOW = new RegExp(`^(?:自|从)?${AT_ONCE}(?:起|开始)?$`)
const CHINESE_CLOCK = /^(零|\d{1,2})[时点](?:(\d{1,2})分|整)?$/
const COLON_CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/

/** An instant in ms; `hour` false when only the day was written, whose first instant it is. */
export interface WarningMoment {
  readonly ms: number
  readonly hour: boolean
  readonly rule: 'date-relative' | 'warning-date-inferred' | null
}

/** Milliseconds into the day; null when there is no such time. Hour 24 is the next midnight. */
function clockOf(text: string): number | null {
  const [, hours, minutes = '0', seconds = '0'] = CHINESE_CLOCK.exec(text) ?? COLON_CLOCK.exec(text) ?? []
  const [hour, minute, second] = [hours === '零' ? 0 : Number(hours), Number(minutes), Number(seconds)]
  if (!(hour <= 24 && minute < 60 && second < 60) || (hour === 24 && minute + second > 0)) return null
  return hour * HOUR + minute * 60_000 + second * 1000
}

/** Reads a moment of a warning issued at `issued` (ms); null when it cannot be read. */
export function parseMoment(text: string, issued: number): WarningMoment | null {
  const written = tight(text)
  if (NOW.test(written)) return { ms: issued, hour: true, rule: 'date-relative' }
  const [, dayText, clockText] = WRITTEN.exec(written) ?? []
  const day = dayText === undefined ? null : parseDay(dayText)
  if (day === null) {
    const time = /^\d{4}/.test(written) ? parseTime(halfWidth(text).trim(), issued) : null
    if (time === null) return null
    return time.kind === 'instant'
      ? { ms: time.end, hour: true, rule: null }
      : { ms: time.end - 24 * HOUR, hour: false, rule: null }
  }
  const clock = clockText === undefined ? 0 : clockOf(clockText)
  const resolved = resolveDay(day, dayAt(issued), MOST_DAYS)
  if (clock === null || resolved === null) return null
  const { rule } = resolved
  return {
    ms: startOfDay(resolved.day) + clock,
    hour: clockText !== undefined,
    rule: rule === null || rule === 'date-relative' ? rule : 'warning-date-inferred',
  }
}
