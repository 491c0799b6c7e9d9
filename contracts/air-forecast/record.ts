/** The canonical record of the contract `air-forecast` v1 as TypeScript; the JSON Schema beside it is the authority. */
import type { DivisionKind } from '../registry/types.ts'
import type { AirClass, AirStandardId, Pollutant } from '../standards/air-types.ts'
import type { Note, PartyId } from '../types.ts'
import type { Result } from '../water-section-quality/record.ts'

/** From the lower end to the upper, both included. Members in JCS order. */
export interface ValueRange<T> {
  readonly max: T
  readonly min: T
}

/** What an area may be; Chongqing as a whole is a city. */
export type AirAreaKind = Exclude<DivisionKind, 'province'>

/** A city, county, management unit or zone as the register has it. Members in JCS order. */
export interface AirArea {
  readonly id: string
  readonly kind: AirAreaKind
  readonly name: string
  readonly party: PartyId
}

/** How sure the forecaster is. */
export type ForecastConfidence = 'high' | 'medium' | 'low'

/** One area, one day, one issue. Members in JCS order; `validDate` is a civil day of Asia/Shanghai, `issued` an instant. */
export interface AirForecastRecord {
  /** Null where the forecast gives the class alone. */
  readonly aqi: ValueRange<number> | null
  readonly area: AirArea
  /** By the AQI range where there is one, else as sent. */
  readonly class: ValueRange<AirClass> & { readonly reported: ValueRange<AirClass> | null }
  readonly concentrations: Readonly<Partial<Record<Pollutant, ValueRange<Result>>>>
  readonly confidence: ForecastConfidence | null
  readonly horizonHours: number
  readonly issued: string
  readonly issuer: { readonly office: string | null; readonly party: PartyId }
  readonly notes: readonly Note[]
  readonly primary: readonly Pollutant[]
  readonly standard: AirStandardId
  readonly text: string | null
  readonly validDate: string
}
