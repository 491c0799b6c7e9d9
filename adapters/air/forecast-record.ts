/** What a forecast says, made a record or a rejection: its head, and its class held against the AQI. Standards §2.2, §2.5. */
import type { AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import type { DivisionRegistry } from '../../contracts/registry/index.ts'
import type { Rejection } from '../../contracts/types.ts'
import { airClass } from '../standards/air.ts'
import type { ReadRow } from '../tables/outcome.ts'
import { reject, shown } from '../tables/reject.ts'
import type { ForecastValues } from './clauses.ts'
import { type HeadDraft, headReader } from './forecast-head.ts'
import { aqiOf, concentrationsOf, editionOf, type ForecastPart, type Refuse } from './forecast-values.ts'
import type { AirSide } from './side.ts'

export { MOST_DAYS } from './forecast-head.ts'

/** One forecast of one area and day, as a sentence or a row says it. */
export interface ForecastDraft extends HeadDraft {
  readonly standardText: string
  readonly values: ForecastValues
  readonly text: string | null
}

/** Turns drafts of one file into records. */
export type ForecastBuilder = (
  draft: ForecastDraft,
  row: number,
  heading: (part: ForecastPart) => string,
) => ReadRow<AirForecastRecord> | Rejection

/** A builder for one side; `at` (ms) is what nothing may have been issued after. */
export function forecastBuilder(side: AirSide, registry: DivisionRegistry, at: number): ForecastBuilder {
  const readHead = headReader(side, registry, at)

  return (draft, row, heading) => {
    const { values, dayText } = draft
    const refuse: Refuse = (type, part, value, detail) => reject(row, type, heading(part), value, detail)
    const head = readHead(draft, refuse)
    if ('type' in head) return head
    const { area, end, horizonHours, issued, key, notes, validDate } = head

    const edition = editionOf(draft.standardText, validDate, notes)
    if (!edition) {
      return refuse('standard-not-in-force', 'date', dayText, {
        zh: `${validDate} 没有现行的空气质量指数标准，且未注明标准`,
        en: `No edition of the air quality index was in force on ${validDate}, and none is stated`,
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
      validDate,
    }
    return { key, subject: area.id, end, record, notes }
  }
}
