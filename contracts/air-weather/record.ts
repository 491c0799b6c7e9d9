/** The canonical record of the contract `air-weather` v1 as TypeScript; the JSON Schema beside it is the authority. */
import type { AirArea, ValueRange } from '../air-forecast/record.ts'
import type { DispersionLevel } from '../standards/dispersion.ts'
import type { Note, PartyId } from '../types.ts'
import type { Result } from '../water-section-quality/record.ts'

/** What is told in figures, in key order. */
export const WEATHER_FIGURES = ['boundaryLayer', 'humidity', 'precipitation', 'temperature', 'windSpeed'] as const
/** One of `WEATHER_FIGURES`. */
export type WeatherFigure = (typeof WEATHER_FIGURES)[number]

/** A grade of the conditions in the sender's words; `level` is null where its scale is not known. Members in JCS order. */
export interface Dispersion {
  readonly level: ValueRange<DispersionLevel> | null
  readonly reported: string
}

/** The weather of a day: what was given, and nothing else. Members in JCS order. */
export interface WeatherConditions {
  readonly boundaryLayer?: ValueRange<Result>
  readonly dispersion?: Dispersion
  readonly humidity?: ValueRange<Result>
  readonly phenomenon?: string
  readonly precipitation?: ValueRange<Result>
  readonly temperature?: ValueRange<Result>
  readonly windDirection?: string
  readonly windForce?: string
  readonly windSpeed?: ValueRange<Result>
}

/** Who made it: a weather service, an environment side's own model, or null where the office does not tell. */
export type WeatherOriginator = 'meteorological' | 'environmental'

/** One area, one day, one issue. Members in JCS order; `validDate` is a civil day of Asia/Shanghai, `issued` an instant. */
export interface AirWeatherRecord {
  readonly area: AirArea
  readonly conditions: WeatherConditions
  readonly horizonHours: number
  readonly issued: string
  /** The office that made it, and the side that passes it on. */
  readonly issuer: { readonly office: string | null; readonly party: PartyId }
  readonly notes: readonly Note[]
  readonly originator: WeatherOriginator | null
  /** An input of the consultation: nobody here may publish it. */
  readonly publication: 'none'
  readonly validDate: string
}
