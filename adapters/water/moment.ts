/** When a row was measured: its interval, by the cadence of automatic stations or the civil day of a manual sample. Standards §9 row 20. */
import type { Note, Rejection } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import { reject } from '../tables/reject.ts'
import { formatInstant, type ParsedTime, parseTime } from '../tables/time.ts'
import { timeHint } from '../tables/time-hint.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'

/** Four hours, the cadence of national automatic stations (contract terms, cadence.automatic). */
const AUTOMATIC = 4 * 3_600_000
const DAY = 24 * 3_600_000

/** `end` in ms. Rows of one time share one frozen `interval`. */
export interface Moment {
  readonly kind: ParsedTime['kind']
  readonly end: number
  readonly interval: WaterSectionRecord['interval']
}

/** Reads the moment of each row of a table; `at` (ms) is what nothing may lie after. Adds to `notes`. */
export function momentReader(
  fields: FieldReader,
  at: number,
): (cells: readonly Cell[], row: number, notes: Note[]) => Moment | Rejection {
  const times = new Map<string, (ParsedTime & Moment) | null>()

  function momentOf(text: string): (ParsedTime & Moment) | null {
    const known = times.get(text)
    if (known !== undefined) return known
    const time = parseTime(halfWidth(text).trim(), at)
    const length = time?.kind === 'day' ? DAY : AUTOMATIC
    const made = time && {
      ...time,
      interval: Object.freeze({ end: formatInstant(time.end), start: formatInstant(time.end - length) }),
    }
    times.set(text, made)
    return made
  }

  return (cells, row, notes) => {
    const sent = fields.text(cells, 'time')
    const heading = fields.heading('time')
    if (isEmptyMark(sent)) {
      const name = fields.text(cells, 'section')
      const station = fields.text(cells, 'station')
      return reject(row, 'time-missing', heading, sent, {
        zh: `断面「${name}」没有监测时间（站点情况：${station || '未注明'}）`,
        en: `Section ${name} has no monitoring time (station: ${station || 'not stated'})`,
      })
    }
    const moment = momentOf(sent)
    if (moment === null) {
      return reject(row, 'time-unreadable', heading, sent, {
        zh: `监测时间「${sent}」无法识别，${timeHint(sent).zh}`,
        en: `The time ${sent} cannot be read; ${timeHint(sent).en}`,
      })
    }
    // A sample of today has a day that is not over yet.
    if ((moment.kind === 'day' ? moment.end - DAY : moment.end) > at) {
      return reject(row, 'time-in-future', heading, sent, {
        zh: `监测时间 ${moment.interval.end} 晚于报送时刻 ${formatInstant(at)}`,
        en: `The time ${moment.interval.end} lies after the submission at ${formatInstant(at)}`,
      })
    }
    if (moment.yearInferred) notes.push({ field: '/interval/end', rule: 'time-year-inferred', sent })
    return moment
  }
}
