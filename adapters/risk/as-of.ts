/** The civil day a row is true of, in Asia/Shanghai: as sent, or the day of the submission where the table has none. */
import type { Note, Rejection } from '../../contracts/types.ts'
import { reject } from '../tables/reject.ts'
import { formatInstant, parseTime } from '../tables/time.ts'
import type { RowCells } from './cells.ts'

const DAY = 86_400_000

/** A civil day and the midnight that ends it, ms. */
export interface AsOf {
  readonly day: string
  readonly end: number
}

/** Reads a row's day; `at` (ms) is what it may not begin after. Adds to `notes`. */
export function readAsOf(cells: RowCells, at: number, row: number, notes: Note[]): AsOf | Rejection {
  const sent = cells.narrow('asOf')
  if (sent === '') {
    notes.push({ field: '/asOf', rule: 'as-of-submission' })
    return dayOf(at)
  }
  const time = parseTime(sent, at)
  if (time === null) {
    return reject(row, 'time-unreadable', cells.heading('asOf'), sent, {
      zh: `日期「${sent}」无法识别，例：2026-11-20`,
      en: `The day ${sent} cannot be read; for example 2026-11-20`,
    })
  }
  // What ends at midnight, a day or an hour 24, belongs to the day before.
  const found = dayOf(time.kind === 'day' ? time.end - 1 : time.end)
  if (found.end - DAY > at) {
    return reject(row, 'time-in-future', cells.heading('asOf'), sent, {
      zh: `日期 ${found.day} 晚于报送时刻 ${formatInstant(at)}`,
      en: `The day ${found.day} lies after the submission at ${formatInstant(at)}`,
    })
  }
  if (time.yearInferred) notes.push({ field: '/asOf', rule: 'time-year-inferred', sent })
  return found
}

function dayOf(ms: number): AsOf {
  const day = formatInstant(ms).slice(0, 10)
  return { day, end: Date.parse(`${day}T00:00:00+08:00`) + DAY }
}
