/** What every forecast says first — which area, which day, when it was issued, how far ahead — held against one another. Standards §2.5. */
import type { AirArea } from '../../contracts/air-forecast/record.ts'
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Bilingual, Note, Rejection } from '../../contracts/types.ts'
import { shown } from '../tables/reject.ts'
import { formatInstant } from '../tables/time.ts'
import { type AreaWords, areaReader } from './area.ts'
import type { AreaField } from './area-fault.ts'
import { dayAt, daysBetween, resolveDay, startOfDay, type WrittenDay } from './day.ts'
import type { Issued } from './issued.ts'
import type { AirSide } from './side.ts'

/** How far ahead a forecast reaches, in days. */
export const MOST_DAYS = 15

const DAY = 86_400_000

/** The head of one forecast of one area and day, as a sentence or a row says it. */
export interface HeadDraft {
  readonly area: AreaWords
  readonly day: WrittenDay | null
  readonly dayText: string
  readonly issued: Issued
  readonly issuedText: string
  readonly office: string | null
  /** Hours as stated, null when they are not. */
  readonly horizon: number | null
  readonly notes: readonly Note[]
}

/** The head as a record has it. `end` is that of the day, in ms; `notes` are still open. */
export interface ForecastHead {
  readonly area: AirArea
  readonly end: number
  readonly horizonHours: number
  readonly issued: string
  readonly key: string
  readonly notes: Note[]
  readonly validDate: string
}

/** Parts of a head that a rejection may point to. */
export type HeadPart = AreaField | 'date' | 'issued' | 'horizon'

/** Rejects the row at hand, for a part of its head. */
export type RefuseHead = (type: string, part: HeadPart, value: string, detail: Bilingual) => Rejection

/** A reader of one side's heads; `at` (ms) is what nothing may have been issued after. */
export function headReader(
  side: AirSide,
  registry: DivisionRegistry,
  at: number,
): (draft: HeadDraft, refuse: RefuseHead) => ForecastHead | Rejection {
  const readArea = areaReader(side, registry)

  return (draft, refuse) => {
    const notes: Note[] = [...draft.notes]
    const issued = formatInstant(draft.issued.ms)
    if (draft.issued.ms > at) {
      return refuse('issued-in-future', 'issued', draft.issuedText, {
        zh: `发布时间 ${issued} 晚于报送时刻 ${formatInstant(at)}`,
        en: `Issued at ${issued}, after the submission at ${formatInstant(at)}`,
      })
    }
    for (const rule of draft.issued.rules)
      notes.push({ field: '/issued', rule, ...(draft.issuedText === '' ? {} : { sent: shown(draft.issuedText) }) })

    const issueDay = dayAt(draft.issued.ms)
    const valid = validDay(draft, issueDay, notes, refuse)
    if (typeof valid === 'object') return valid
    const ahead = daysBetween(issueDay, valid)
    if (ahead < 0 || ahead > MOST_DAYS) {
      return refuse('forecast-date-outside', 'date', draft.dayText, {
        zh: `预报日 ${valid} 不在发布日 ${issueDay} 起 ${MOST_DAYS} 天之内`,
        en: `The valid date ${valid} does not lie within ${MOST_DAYS} days from the day of issue ${issueDay}`,
      })
    }
    const horizonHours = ahead * 24
    if (draft.horizon !== null && draft.horizon !== horizonHours) {
      return refuse('horizon-differs', 'horizon', String(draft.horizon), {
        zh: `所报预报时效 ${draft.horizon} 小时，而发布日 ${issueDay} 至预报日 ${valid} 为 ${horizonHours} 小时`,
        en: `A horizon of ${draft.horizon} hours is stated, but from ${issueDay} to ${valid} it is ${horizonHours}`,
      })
    }

    const found = readArea(draft.area, valid)
    if ('fault' in found) return refuse(found.fault, found.field, found.value, found.detail)
    const { area } = found
    for (const note of found.notes) notes.push({ ...note, field: `/area${note.field ?? ''}` })
    if (area.party !== side.party) notes.push({ field: '/area/party', rule: 'second-opinion' })
    const key = [area.id, valid, issued, side.party, ...(draft.office === null ? [] : [draft.office])].join('/')
    return { area, end: startOfDay(valid) + DAY, horizonHours, issued, key, notes, validDate: valid }
  }
}

function validDay(draft: HeadDraft, issueDay: string, notes: Note[], refuse: RefuseHead): string | Rejection {
  const { day, dayText, issued } = draft
  if (dayText === '' && day === null)
    return refuse('forecast-date-missing', 'date', '', { zh: '没有写明预报日期', en: 'No valid date is given' })
  if (day !== null && 'after' in day && issued.rules.includes('issued-not-stated')) {
    return refuse('forecast-date-relative', 'date', dayText, {
      zh: `「${dayText}」须有发布时间才能确定是哪一天`,
      en: `${dayText} tells no day unless the time of issue is stated`,
    })
  }
  const resolved = day && resolveDay(day, issueDay, MOST_DAYS)
  if (!resolved) {
    return refuse('forecast-date-unreadable', 'date', dayText, {
      zh: `预报日期「${dayText}」无法识别或日历上没有这一天，例：2026-11-16`,
      en: `The valid date ${dayText} cannot be read, or there is no such day; for example: 2026-11-16`,
    })
  }
  if (resolved.rule) notes.push({ field: '/validDate', rule: resolved.rule, sent: shown(dayText) })
  return resolved.day
}
