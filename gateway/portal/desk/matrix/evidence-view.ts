/** What the evidence for a row is drawn from. Types only. */
import type { ObservedDay } from '../../../../adapters/standards/forecast-score.ts'
import type { AirObservationRecord } from '../../../../contracts/air-observation/record.ts'
import type { AirClass, Pollutant } from '../../../../contracts/standards/air-types.ts'
import type { Bilingual, PartyId } from '../../../../contracts/types.ts'
import type { ForecastValue } from '../../../release/release-types.ts'

/** One hour; `end` an instant. */
export interface Hour {
  readonly aqi: number
  readonly class: AirClass | null
  readonly end: string
  readonly primary: readonly Pollutant[]
  readonly review: AirObservationRecord['review']
}

/** The hours of an area, or of one station in it, in the order of time. */
export interface Series {
  readonly name: string
  readonly hours: readonly Hour[]
}

/** How a forecast turned out. `by` is how far the day lay above its range, or (negative) below. */
export type Outcome =
  | { readonly is: 'hit' | 'class-hit' | 'class-miss' | 'other-edition' | 'unknown' }
  | { readonly is: 'miss'; readonly by: number }

/** One past day: what was observed, and what each side had said before it began. */
export interface PastDay {
  readonly day: string
  readonly observed: ObservedDay | null
  readonly by: Readonly<Record<PartyId, { readonly value: ForecastValue; readonly outcome: Outcome } | null>>
}

/** The evidence for one area, as of `until` (an instant). */
export interface Evidence {
  readonly title: Bilingual
  readonly from: string
  readonly until: string
  readonly series: readonly Series[]
  /** Whether the reading stopped at its limit. */
  readonly partial: boolean
  readonly days: readonly PastDay[]
}
