/** Forecast records as sequences: one area, one issue, the days in a row that warnings are computed from (standards §2.5, §3). */
import { dayOf } from '../../adapters/standards/forecast-day.ts'
import type { ForecastDay } from '../../adapters/standards/warning.ts'
import { readAirForecast } from '../../contracts/air-forecast/read.ts'
import type { AirArea, AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { StoredRecord } from '../ports.ts'

/** The dataset. */
export const FORECAST_CONTRACT = 'air-forecast'

/** One day, and whether its AQI is a range as forecast or that of the class alone. `key` is the record's. */
export interface SequenceDay {
  readonly key: string
  readonly day: ForecastDay
  readonly aqiBasis: 'range' | 'class'
}

/** A forecast of one area by one issuer at one time, its days in order. */
export interface Sequence {
  readonly area: AirArea
  readonly issued: string
  readonly issuer: AirForecastRecord['issuer']
  readonly days: readonly SequenceDay[]
}

/** Collects records into sequences, in the order their first records came. */
export interface SequenceCollector {
  take(record: StoredRecord): void
  /** Without those that have a record of submission `cut`, of which not all was read. */
  sequences(cut?: string | null): readonly Sequence[]
}

/** A collector with nothing in it. */
export function sequenceCollector(): SequenceCollector {
  const found = new Map<string, Sequence & { readonly days: SequenceDay[]; readonly submissions: Set<string> }>()
  return {
    take({ key, submission, body }) {
      const record = readAirForecast(body)
      const { area, issued, issuer } = record
      const id = JSON.stringify([area.id, issued, issuer.party, issuer.office])
      const sequence = found.get(id) ?? { area, issued, issuer, days: [], submissions: new Set() }
      found.set(id, sequence)
      sequence.days.push({ key, day: dayOf(record), aqiBasis: record.aqi === null ? 'class' : 'range' })
      sequence.submissions.add(submission)
    },
    sequences: (cut = null) =>
      [...found.values()]
        .filter(({ submissions }) => cut === null || !submissions.has(cut))
        .map(({ submissions: _, days, ...rest }) => ({
          ...rest,
          days: days.toSorted((a, b) => (a.day.date < b.day.date ? -1 : 1)),
        })),
  }
}

/** Whose area another side forecasts: a second opinion. */
export function isSecondOpinion({ area, issuer }: Pick<Sequence, 'area' | 'issuer'>): boolean {
  return area.party !== issuer.party
}

/** The side whose plan an area falls under. */
export function sideOf({ area }: Pick<Sequence, 'area'>): PartyId {
  return area.party
}
