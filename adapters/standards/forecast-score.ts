/** How near a forecast came to the day that was observed: hits of class, range and primary pollutant, and the error (standards §2.5). Whole numbers only. */
import type { ValueRange } from '../../contracts/air-forecast/record.ts'
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import type { AirClass, Pollutant } from '../../contracts/standards/air-types.ts'
import type { Bilingual, Confidence } from '../../contracts/types.ts'

/** What of a forecast is scored. `aqi` is null where it gives the class alone. */
export interface ScoredForecast {
  readonly aqi: ValueRange<number> | null
  readonly class: ValueRange<AirClass>
  readonly primary: readonly Pollutant[]
}

/** A day as observed. `complete`: all six pollutants have a valid figure; without one the AQI is only the least it may have been. */
export interface ObservedDay {
  readonly aqi: number | null
  readonly class: AirClass | null
  readonly complete: boolean
  readonly primary: readonly Pollutant[]
  readonly review: AirObservationRecord['review']
}

/** One forecast against one day. Null where it cannot be said. */
export interface ForecastScore {
  readonly classHit: boolean
  /** Null for a class alone. */
  readonly rangeHit: boolean | null
  /** Whether the AQI lay within the usual half width of the range's middle, however wide the range is. */
  readonly middleHit: boolean | null
  /** Null on a day of the first class, which has no primary pollutant. */
  readonly primaryHit: boolean | null
  /** Twice (the range's middle − the AQI): whole, where the middle may be half a number. */
  readonly doubleError: number | null
  /** Upper less lower end. */
  readonly width: number | null
}

/** The usual range of a forecast: a wider one hits more often without being better, so that this makes them comparable. */
export const USUAL_RANGE: {
  readonly halfWidth: number
  readonly rule: Bilingual
  readonly confidence: Confidence
} = {
  halfWidth: 15,
  rule: {
    zh: 'AQI 预报范围通常为中值 ±15（共 30），实测 AQI 落入范围为准确；来自实践，未核对文本',
    en: 'An AQI range is usually its middle ±15, 30 in all, and right when the observed AQI lies within it; from practice, no text checked',
  },
  confidence: 'M-mid',
}

/** Against which days a score counts: those reviewed or final, or provisionally those not yet reviewed. */
export type Standing = 'reviewed' | 'provisional'

/** The standing of a day. */
export function standingOf({ review }: Pick<ObservedDay, 'review'>): Standing {
  return review === 'raw' ? 'provisional' : 'reviewed'
}

/** The score; null where the day is missing or incomplete. */
export function scoreForecast(forecast: ScoredForecast, observed: ObservedDay): ForecastScore | null {
  const { aqi, class: found, complete, primary } = observed
  if (!complete || aqi === null || found === null) return null
  const { aqi: range, class: classes } = forecast
  const doubleError = range && range.min + range.max - 2 * aqi
  return {
    classHit: found >= classes.min && found <= classes.max,
    rangeHit: range && aqi >= range.min && aqi <= range.max,
    middleHit: doubleError === null ? null : Math.abs(doubleError) <= 2 * USUAL_RANGE.halfWidth,
    primaryHit: found === 1 ? null : primary.some((pollutant) => forecast.primary.includes(pollutant)),
    doubleError,
    width: range && range.max - range.min,
  }
}
