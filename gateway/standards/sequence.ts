/** Forecast records as sequences: one area, one issue, the days in a row that warnings are computed from (standards §2.5, §3). */
import { airClassRow } from '../../adapters/standards/air.ts'
import type { ForecastDay } from '../../adapters/standards/warning.ts'
import { readAirForecast } from '../../contracts/air-forecast/read.ts'
import type { AirArea, AirForecastRecord, ValueRange } from '../../contracts/air-forecast/record.ts'
import { airIndexById } from '../../contracts/standards/index.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { Result } from '../../contracts/water-section-quality/record.ts'
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

/** A record as a day of a forecast. That short heavy pollution is forecast has no field of its own, so that it stays unknown. */
export function dayOf(record: AirForecastRecord): ForecastDay {
  const { aqi, concentrations, primary, validDate } = record
  const o3 = concentrationOf(concentrations.o3)
  const pm25 = concentrationOf(concentrations.pm25)
  return {
    date: validDate,
    aqi: aqi ?? aqiOfClass(record),
    ...(o3 === null ? {} : { o3 }),
    ...(pm25 === null ? {} : { pm25 }),
    // None named where some must be primary is not the same as none.
    ...(primary.length === 0 ? {} : { primary }),
  }
}

/** The AQI that a class alone stands for: from the lower end of the lower to the upper end of the upper (HJ 633, table of classes). */
function aqiOfClass({ class: { max, min }, standard }: AirForecastRecord): ValueRange<number> {
  const edition = airIndexById(standard)
  const end = edition.indices.at(-1) ?? 0
  return { max: airClassRow(max, edition).max ?? end, min: airClassRow(min, edition).min }
}

/** A range both of whose ends are plain figures. */
function concentrationOf(range: ValueRange<Result> | undefined): ValueRange<string> | null {
  if (!range) return null
  const [max, min] = [plain(range.max), plain(range.min)]
  return max === null || min === null ? null : { max, min }
}

function plain({ qualifier, value }: Result): string | null {
  return qualifier === null && value !== null ? String(value) : null
}
