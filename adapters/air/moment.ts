/** When a row was measured: an hour by its end, a civil day, or eight or 24 hours up to an instant. Standards §9 row 20. */
import type { Averaging } from '../../contracts/standards/air-types.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import { reject, shown } from '../tables/reject.ts'
import { formatInstant, type ParsedTime, parseTime } from '../tables/time.ts'
import { timeHint } from '../tables/time-hint.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'
import { dayAt } from './day.ts'
import { commandAveraging } from './frame.ts'
import type { ObservationField } from './observation-columns.ts'

const HOUR = 3_600_000
const LENGTHS: Readonly<Record<Averaging, number>> = { '1h': HOUR, '24h': 24 * HOUR, '8h': 8 * HOUR }

/** `start` and `end` in ms; `date` is the civil day it starts on, `day` whether it is that whole day. Rows of one time share one frozen `interval`. */
export interface Moment {
  readonly averaging: Averaging
  readonly date: string
  readonly day: boolean
  readonly end: number
  readonly start: number
  readonly interval: { readonly end: string; readonly start: string }
  readonly rule: string | null
}

/** Averagings by the words files have for them. */
export const AVERAGINGS: ReadonlyMap<string, Averaging> = new Map<string, Averaging>([
  ...['1h', 'hour', 'hourly', '小时', '小时值', '小时均值', '1小时', '时均值', '实时'].map(
    (word) => [word, '1h'] as const,
  ),
  ...['8h', '8小时', '8小时滑动', '8小时滑动均值'].map((word) => [word, '8h'] as const),
  ...['24h', 'day', 'daily', '日', '日均', '日均值', '24小时', '日报'].map((word) => [word, '24h'] as const),
])

/** Reads the moment of each row of a table; `at` (ms) is what nothing may end after. Adds to `notes`. */
export function momentReader(
  fields: FieldReader<ObservationField>,
  at: number,
): (cells: readonly Cell[], row: number, notes: Note[]) => Moment | Rejection {
  const times = new Map<string, Moment | 'unreadable' | 'no-hour'>()

  /** The time of a row as one text, from however many columns it stands in. */
  function timeText(cells: readonly Cell[]): { readonly text: string; readonly field: ObservationField } {
    const whole = fields.word(cells, 'time')
    if (fields.has('time')) return { text: whole, field: 'time' }
    const hour = fields.word(cells, 'hour').replace(/[时点]$/, '')
    if (fields.has('date')) {
      const date = fields.word(cells, 'date')
      if (hour === '' || date === '') return { text: date, field: 'date' }
      return { text: /^\d{8}$/.test(date) ? `${date}${hour.padStart(2, '0')}` : `${date} ${hour}:00`, field: 'date' }
    }
    const parts = [fields.word(cells, 'year'), fields.word(cells, 'month'), fields.word(cells, 'day')]
    if (parts.includes('')) return { text: '', field: 'year' }
    return { text: `${parts.join('-')}${hour === '' ? '' : ` ${hour}:00`}`, field: 'year' }
  }

  function momentOf(text: string, stated: Averaging | null): Moment | 'unreadable' | 'no-hour' {
    const id = `${text}\u001f${stated}`
    const known = times.get(id)
    if (known !== undefined) return known
    const time = parseTime(halfWidth(text).trim(), at)
    const made = time === null ? 'unreadable' : momentFrom(time, stated)
    times.set(id, made)
    return made
  }

  return (cells, row, notes) => {
    const { text, field } = timeText(cells)
    const heading = fields.heading(field)
    if (isEmptyMark(text)) {
      return reject(row, 'time-missing', heading, text, { zh: '没有监测时间', en: 'There is no monitoring time' })
    }
    const command = fields.word(cells, 'command')
    const sent = command === '' ? fields.word(cells, 'averaging') : command
    const stated =
      sent === ''
        ? null
        : command !== ''
          ? commandAveraging(command)
          : AVERAGINGS.get(halfWidth(sent).replace(/\s+/g, '').toLowerCase())
    if (stated === undefined) {
      return reject(row, 'averaging-unreadable', fields.heading('averaging'), sent, {
        zh: `平均时段「${shown(sent)}」无法识别，应为：小时、8小时、日`,
        en: `The averaging ${shown(sent)} cannot be read; expected 1h, 8h or 24h`,
      })
    }
    const moment = momentOf(text, stated)
    if (moment === 'unreadable') {
      return reject(row, 'time-unreadable', heading, text, {
        zh: `监测时间「${shown(text)}」无法识别，${timeHint(text).zh}`,
        en: `The time ${shown(text)} cannot be read; ${timeHint(text).en}`,
      })
    }
    if (moment === 'no-hour') {
      return reject(row, 'time-unreadable', heading, text, {
        zh: `平均时段为「${sent}」，而监测时间「${shown(text)}」只有日期`,
        en: `The averaging is ${sent}, but the time ${shown(text)} is a day alone`,
      })
    }
    if (moment.end > at) {
      return reject(row, 'time-in-future', heading, text, {
        zh: `时段止 ${moment.interval.end} 晚于报送时刻 ${formatInstant(at)}`,
        en: `The interval ends at ${moment.interval.end}, after the submission at ${formatInstant(at)}`,
      })
    }
    if (moment.rule) notes.push({ field: '/interval/end', rule: moment.rule, sent: shown(text) })
    return moment
  }
}

function momentFrom({ end, kind, yearInferred }: ParsedTime, stated: Averaging | null): Moment | 'no-hour' {
  const averaging = stated ?? (kind === 'day' ? '24h' : '1h')
  if (kind === 'day' && averaging !== '24h') return 'no-hour'
  const midnight = kind === 'instant' && averaging === '24h' && (end + 8 * HOUR) % LENGTHS['24h'] === 0
  // A day's mean that bears a midnight bears its own day: 2026-11-15 00:00 is the 15th, not the 14th that ends then.
  const last = midnight ? end + LENGTHS['24h'] : end
  const start = last - LENGTHS[averaging]
  return {
    averaging,
    date: dayAt(start),
    day: kind === 'day' || midnight,
    end: last,
    start,
    interval: Object.freeze({ end: formatInstant(last), start: formatInstant(start) }),
    rule: midnight ? 'midnight-read-as-day' : yearInferred ? 'time-year-inferred' : null,
  }
}
