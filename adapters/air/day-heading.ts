/** Headings that are days, alone (11月16日, 2026-11-16, 明天) or with what their column tells of the day (11月16日 AQI, 等级(16日)). */
import { tight } from './cells.ts'
import { DAY_WORDS, parseDay, WEEKDAY } from './day.ts'
import { parseDays } from './days.ts'

/** The day a heading names, and what is left of the heading. */
export interface DayHeading {
  readonly dayText: string
  readonly rest: string
}

const ONE = `${DAY_WORDS}${WEEKDAY}?`
const FIRST = new RegExp(`^(${ONE})[:_-]?(.*)$`)
const LAST = new RegExp(`^(.+?)[:_-]?[(]?(${ONE})[)]?$`)
/** Words for a day that tell none: 十六日, 第三天, 周三. */
const VAGUE =
  '(?:第?[\\d一二三四五六七八九十廿〇零]{1,4}[年月日号天](?:[\\d一二三四五六七八九十廿〇零]{1,3}[月日号天]){0,2}|[本下]?(?:周|星期)[一二三四五六日天])'
const VAGUE_FIRST = new RegExp(`^(${VAGUE})(?:[:_-]?(.*))$`)
const WEEKDAY_LAST = new RegExp(`(?<=.)${WEEKDAY}$`)

/** Reads a heading; null when it names no day. `isValue` tells whether a text is what a column may tell of a day; empty is the forecast itself. */
export function dayHeading(heading: string, isValue: (text: string) => boolean): DayHeading | null {
  const written = tight(heading)
  const day = parseDay(heading) ?? parseDay(written)
  if (day !== null) return { dayText: heading.trim().replace(WEEKDAY_LAST, ''), rest: '' }
  // Of several days none is that of a cell.
  if (parseDays(written) !== null) return { dayText: written, rest: '' }
  for (const [found, at] of [
    [FIRST.exec(written), 1],
    [LAST.exec(written), 2],
    [VAGUE_FIRST.exec(written), 1],
  ] as const) {
    const rest = found?.[3 - at] ?? ''
    if (found && isValue(rest)) return { dayText: (found[at] ?? '').replace(WEEKDAY_LAST, ''), rest }
  }
  return null
}
