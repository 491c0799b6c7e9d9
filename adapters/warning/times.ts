/** When a warning was issued, from when it counts and until when; each by the words of the document. Standards §9 row 20. */
import type { AirWarningRecord, WarningAction } from '../../contracts/air-warning/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { type Issued, parseIssued } from '../air/issued.ts'
import { isEmptyMark } from '../tables/marks.ts'
import { shown } from '../tables/reject.ts'
import { formatInstant } from '../tables/time.ts'
import type { Refuse, WarningWords } from './draft.ts'
import { MOST_DAYS, parseMoment, type WarningMoment } from './moment.ts'
import { FURTHER_NOTICE } from './words.ts'

const DAY = 86_400_000

/** The times of a record, and `effective` in ms. */
export interface Times extends Pick<AirWarningRecord, 'effective' | 'until'> {
  readonly ms: number
}

/** When it was issued, which a warning must say; `at` (ms) is what nothing may have been issued after. Adds to `notes`. */
export function issuedOf(
  { issued: sent }: WarningWords,
  at: number,
  notes: Note[],
  refuse: Refuse,
): Issued | Rejection {
  if (sent === '' || isEmptyMark(sent)) {
    return refuse('warning-issued-missing', 'issued', sent, {
      zh: '没有写明发布时间；预警是发布机关的文件，不以报送时刻代替',
      en: 'The time of issue is not stated; a warning is its authority’s document, and that of submission does not stand for it',
    })
  }
  const issued = parseIssued(sent, at)
  if (issued === null) {
    return refuse('issued-unreadable', 'issued', sent, {
      zh: `发布时间「${shown(sent)}」无法识别，例：2026-11-15 16:00`,
      en: `The time of issue ${shown(sent)} cannot be read; for example: 2026-11-15 16:00`,
    })
  }
  if (issued.ms > at) {
    return refuse('issued-in-future', 'issued', sent, {
      zh: `发布时间 ${formatInstant(issued.ms)} 晚于报送时刻 ${formatInstant(at)}`,
      en: `Issued at ${formatInstant(issued.ms)}, after the submission at ${formatInstant(at)}`,
    })
  }
  for (const rule of issued.rules) notes.push({ field: '/issued', rule, sent: shown(sent) })
  return issued
}

function unreadable(part: 'effective' | 'until', sent: string, refuse: Refuse): Rejection {
  const [zh, en] = part === 'effective' ? ['生效时间', 'time it takes effect'] : ['截止时间', 'end']
  return refuse('warning-time-unreadable', part, sent, {
    zh: `${zh}「${shown(sent)}」无法识别或日历上没有这一天，例：2026年11月15日0时`,
    en: `The ${en} ${shown(sent)} cannot be read, or there is no such day; for example: 2026年11月15日0时`,
  })
}

const HOUR_RULES: Readonly<Record<'effective' | 'until', string>> = {
  effective: 'effective-hour-not-stated',
  until: 'until-hour-not-stated',
}

function noteMoment({ rule, hour }: WarningMoment, part: 'effective' | 'until', sent: string, notes: Note[]): void {
  const field = `/${part}`
  if (rule !== null) notes.push({ field, rule, sent: shown(sent) })
  if (!hour) notes.push({ field, rule: HOUR_RULES[part], sent: shown(sent) })
}

const isSaid = (text: string): boolean => text !== '' && !isEmptyMark(text)

/** From when and until when, for a warning issued at `issued` (ms). Adds to `notes`. */
export function timesOf(
  words: WarningWords,
  action: WarningAction,
  issued: number,
  notes: Note[],
  refuse: Refuse,
): Times | Rejection {
  // A table of warnings has one column for when one ends, whoever ends it.
  const ending = action === 'lift' && !isSaid(words.effective) && isSaid(words.until)
  const sent = ending ? words.until : words.effective
  if (ending) notes.push({ field: '/effective', rule: 'lift-time-taken', sent: shown(sent) })
  const from = isSaid(sent) ? parseMoment(sent, issued) : null
  if (from === null && isSaid(sent)) return unreadable(ending ? 'until' : 'effective', sent, refuse)
  if (from === null) notes.push({ field: '/effective', rule: 'effective-not-stated' })
  else noteMoment(from, 'effective', sent, notes)
  const ms = from?.ms ?? issued
  const effective = formatInstant(ms)
  if (Math.abs(ms - issued) > MOST_DAYS * DAY) {
    return refuse('warning-time-outside', 'effective', sent, {
      zh: `生效时间 ${effective} 与发布时间 ${formatInstant(issued)} 相差超过 ${MOST_DAYS} 天`,
      en: `It takes effect at ${effective}, more than ${MOST_DAYS} days from its issue at ${formatInstant(issued)}`,
    })
  }
  // A day alone is told by its first instant, which may lie before an hour of that day.
  if (ms < issued && (from?.hour || issued - ms >= DAY))
    notes.push({ field: '/effective', rule: 'effective-before-issued', sent: shown(sent) })
  const until = untilOf(ending ? '' : words.until, action, { issued, from: ms }, notes, refuse)
  return until !== null && typeof until === 'object' ? until : { effective, ms, until }
}

function untilOf(
  sent: string,
  action: WarningAction,
  { issued, from }: { readonly issued: number; readonly from: number },
  notes: Note[],
  refuse: Refuse,
): string | null | Rejection {
  if (action === 'lift') {
    if (isSaid(sent)) notes.push({ field: '/until', rule: 'ended-by-lift', sent: shown(sent) })
    return null
  }
  if (!isSaid(sent)) {
    notes.push({ field: '/until', rule: 'until-not-stated' })
    return null
  }
  if (FURTHER_NOTICE.test(sent)) {
    notes.push({ field: '/until', rule: 'until-by-further-notice', sent: shown(sent) })
    return null
  }
  const found = parseMoment(sent, issued)
  if (found === null) return unreadable('until', sent, refuse)
  noteMoment(found, 'until', sent, notes)
  // A day alone is meant to its end.
  const end = found.hour ? found.ms : found.ms + DAY
  if (end > from) return formatInstant(end)
  return refuse('warning-until-before-start', 'until', sent, {
    zh: `截止时间 ${formatInstant(end)} 不晚于生效时间 ${formatInstant(from)}`,
    en: `It ends at ${formatInstant(end)}, not after it takes effect at ${formatInstant(from)}`,
  })
}
