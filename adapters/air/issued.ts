/** When a forecast was issued: as stated, else the time of submission, said so. Standards §9 row 20. */
import { halfWidth } from '../tables/marks.ts'
import { parseTime } from '../tables/time.ts'
import { dayAt, parseDay, resolveDay, startOfDay } from './day.ts'

/** An instant in ms and the rules that made it. */
export interface Issued {
  readonly ms: number
  readonly rules: readonly string[]
}

/** What a file says once of its issue; `issued` is null where it cannot be read. */
export interface IssueWords {
  readonly issued: Issued | null
  readonly issuedText: string
  readonly office: string | null
  readonly standardText: string
}

const DAY = 86_400_000

/** No time stated: that of submission, to the second. */
export function submissionTime(at: number): Issued {
  return { ms: Math.floor(at / 1000) * 1000, rules: ['issued-not-stated'] }
}

/** Reads a stated time; a year left out makes it the latest past before `at` (ms). Null when it cannot be read; it may lie after `at`. */
export function parseIssued(text: string, at: number): Issued | null {
  const written = halfWidth(text).trim()
  const time = parseTime(written, at)
  if (time?.kind === 'instant') return { ms: time.end, rules: time.yearInferred ? ['time-year-inferred'] : [] }
  if (time) return { ms: time.end - DAY, rules: ['issued-hour-not-stated'] }
  const day = parseDay(written)
  if (!day || 'after' in day || day.month === undefined) return null
  const resolved = day.year === undefined ? latestPast(day.month, day.day, at) : resolveDay(day, dayAt(at), 0)?.day
  if (!resolved) return null
  const rules = [...(day.year === undefined ? ['time-year-inferred'] : []), 'issued-hour-not-stated']
  return { ms: startOfDay(resolved), rules }
}

function latestPast(month: number, day: number, at: number): string | null {
  const today = dayAt(at)
  const thisYear = Number(today.slice(0, 4))
  // 29 February may lie up to eight years back, across 2100 and its like.
  for (let year = thisYear; year > thisYear - 9; year--) {
    const found = resolveDay({ year, month, day }, today, 0)?.day
    if (found !== undefined && found <= today) return found
  }
  return null
}
