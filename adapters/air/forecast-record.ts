/** What a forecast says, made a record or a rejection: area, day and horizon held against one another, the class against the AQI. Standards §2.2, §2.5. */
import type { AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import { airClass } from '../standards/air.ts'
import type { ReadRow } from '../tables/outcome.ts'
import { reject, shown } from '../tables/reject.ts'
import { formatInstant } from '../tables/time.ts'
import { type AreaWords, areaReader } from './area.ts'
import type { ForecastValues } from './clauses.ts'
import { dayAt, daysBetween, resolveDay, startOfDay, type WrittenDay } from './day.ts'
import { aqiOf, concentrationsOf, editionOf, type ForecastPart, type Refuse } from './forecast-values.ts'
import type { Issued } from './issued.ts'
import type { AirSide } from './side.ts'

/** How far ahead a forecast reaches, in days. */
export const MOST_DAYS = 15

const DAY = 86_400_000

/** One forecast of one area and day, as a sentence or a row says it. */
export interface ForecastDraft {
  readonly area: AreaWords
  readonly day: WrittenDay | null
  readonly dayText: string
  readonly issued: Issued
  readonly issuedText: string
  readonly office: string | null
  /** Hours as stated, null when they are not. */
  readonly horizon: number | null
  readonly standardText: string
  readonly values: ForecastValues
  readonly text: string | null
  readonly notes: readonly Note[]
}

/** Turns drafts of one file into records. */
export type ForecastBuilder = (
  draft: ForecastDraft,
  row: number,
  heading: (part: ForecastPart) => string,
) => ReadRow<AirForecastRecord> | Rejection

/** A builder for one side; `at` (ms) is what nothing may have been issued after. */
export function forecastBuilder(side: AirSide, registry: DivisionRegistry, at: number): ForecastBuilder {
  const readArea = areaReader(side, registry)

  return (draft, row, heading) => {
    const { values, dayText } = draft
    const refuse: Refuse = (type, part, value, detail) => reject(row, type, heading(part), value, detail)
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
      return refuse('forecast-date-outside', 'date', dayText, {
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

    const edition = editionOf(draft.standardText, valid, notes)
    if (!edition) {
      return refuse('standard-not-in-force', 'date', dayText, {
        zh: `${valid} 没有现行的空气质量指数标准，且未注明标准`,
        en: `No edition of the air quality index was in force on ${valid}, and none is stated`,
      })
    }
    const aqi = aqiOf(values, edition, refuse)
    if (aqi !== null && 'type' in aqi) return aqi
    const computed = aqi && { max: airClass(aqi.max, edition), min: airClass(aqi.min, edition) }
    const reported = values.classes
    const spanned = computed ?? reported
    if (!spanned) {
      return refuse('forecast-empty', 'aqi', values.aqiText, {
        zh: '既没有AQI范围，也没有等级',
        en: 'There is neither an AQI range nor a class',
      })
    }
    if (computed && reported && (computed.max !== reported.max || computed.min !== reported.min))
      notes.push({ field: '/class', rule: 'class-differs', sent: shown(values.classText) })
    if (values.someText !== '') notes.push({ field: '/class', rule: 'class-of-some', sent: shown(values.someText) })
    const clean = aqi ? aqi.max <= edition.primary.above : spanned.max === 1
    if (clean && values.primary.length > 0)
      notes.push({ field: '/primary', rule: 'primary-below-threshold', sent: shown(values.primaryText) })
    const concentrations = concentrationsOf(values, row, heading, notes)
    if ('type' in concentrations) return concentrations

    const record: AirForecastRecord = {
      aqi,
      area,
      class: { max: spanned.max, min: spanned.min, reported },
      concentrations,
      confidence: values.confidence,
      horizonHours,
      issued,
      issuer: { office: draft.office, party: side.party },
      notes,
      primary: clean ? [] : values.primary,
      standard: edition.id,
      text: draft.text,
      validDate: valid,
    }
    const key = [area.id, valid, issued, side.party, ...(draft.office === null ? [] : [draft.office])].join('/')
    return { key, subject: area.id, end: startOfDay(valid) + DAY, record, notes }
  }
}

function validDay(draft: ForecastDraft, issueDay: string, notes: Note[], refuse: Refuse): string | Rejection {
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
