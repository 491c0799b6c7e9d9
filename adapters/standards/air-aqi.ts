/** The AQI of a day or an hour: the largest index, its class, the primary pollutants, and what is missing (HJ 633-2012 and HJ 633-2026 §5.3). */
import {
  type AirClass,
  type AirIndexStandard,
  type AirStandardId,
  type AirValues,
  type Averaging,
  type AveragingOf,
  type HourlyParticles,
  POLLUTANTS,
  type Pollutant,
} from '../../contracts/standards/air-types.ts'
import { airClass } from './air-class.ts'
import { type IndexOptions, readIndex, roundConcentration } from './air-index.ts'

/** One pollutant's index, and the averaging and rounded concentration it is of. Members in JCS order. */
export interface PollutantIndex {
  readonly averaging: Averaging
  /** Above the last break point: the index is the scale's end or the column's cap, not a measure. */
  readonly beyond: boolean
  readonly concentration: string
  readonly iaqi: number
}

/** What a set of concentrations comes to. Members and lists in JCS order. */
export interface AqiFinding {
  /** Null when no pollutant has an index, or when the edition has it published as `NA`. */
  readonly aqi: number | null
  readonly class: AirClass | null
  /** Whether all six pollutants have an index. */
  readonly complete: boolean
  /** Pollutants whose index is above 100; null under an edition that no longer has the concept. */
  readonly exceeding: readonly Pollutant[] | null
  readonly indices: Readonly<Partial<Record<Pollutant, PollutantIndex>>>
  /** The largest index known: the AQI itself, or what an `NA` is at least. */
  readonly largest: number | null
  readonly missing: readonly Pollutant[]
  /** True where there are indices, but the edition has `NA` published in place of an AQI. */
  readonly notAvailable: boolean
  /** The pollutants with the largest index, all that tie; none up to an AQI of 50. */
  readonly primary: readonly Pollutant[]
  readonly standard: AirStandardId
}

/** How an hour's AQI is made. */
export interface HourlyOptions extends IndexOptions {
  /** `1h-mean` by default, as hours are published; `24h-sliding-mean` takes particles from `24h`, as the text of 2012 has it. */
  readonly particles?: HourlyParticles
}

/**
 * The AQI of a day, from `24h` of each pollutant and `8h` of ozone (the day's maximum of 8-hour means). Under HJ 633-2012 an ozone `8h` above 800 has
 * no index, and `1h` (the day's maximum hour) serves where it is given. Throws as `iaqi` does.
 */
export function aqi(values: AirValues, edition: AirIndexStandard, options: IndexOptions = {}): AqiFinding {
  return find(values, edition, edition.daily.averaging, options)
}

/**
 * The AQI of an hour, from `1h` of each pollutant. Under HJ 633-2012 an SO2 `1h` above 800 has no index, and `24h` serves where it is given.
 * Throws as `iaqi` does.
 */
export function hourlyAqi(values: AirValues, edition: AirIndexStandard, options: HourlyOptions = {}): AqiFinding {
  const { particles = edition.hourly.particles } = options
  const own = edition.hourly.averaging
  const averaging = particles === '1h-mean' ? own : { ...own, pm10: '24h' as const, pm25: '24h' as const }
  return find(values, edition, averaging, options)
}

function find(values: AirValues, edition: AirIndexStandard, averaging: AveragingOf, options: IndexOptions): AqiFinding {
  const indices: Partial<Record<Pollutant, PollutantIndex>> = {}
  const missing: Pollutant[] = []
  const above = edition.exceeding.above
  const exceeding: Pollutant[] = []
  let largest: number | null = null
  let first: Pollutant[] = []
  for (const pollutant of POLLUTANTS) {
    const found = indexOf(values, edition, pollutant, averaging[pollutant], options)
    if (!found) {
      missing.push(pollutant)
      continue
    }
    indices[pollutant] = found
    if (above !== null && found.iaqi > above) exceeding.push(pollutant)
    if (largest === null || found.iaqi > largest) {
      largest = found.iaqi
      first = [pollutant]
    } else if (found.iaqi === largest) first.push(pollutant)
  }
  const limit = edition.incomplete.notAvailableUpTo
  const notAvailable = largest !== null && missing.length > 0 && limit !== null && largest <= limit
  const index = notAvailable ? null : largest
  return {
    aqi: index,
    class: index === null ? null : airClass(index, edition),
    complete: missing.length === 0,
    exceeding: above === null ? null : exceeding,
    indices,
    largest,
    missing,
    notAvailable,
    primary: index !== null && index > edition.primary.above ? first : [],
    standard: edition.id,
  }
}

function indexOf(
  values: AirValues,
  edition: AirIndexStandard,
  pollutant: Pollutant,
  averaging: Averaging,
  options: IndexOptions,
): PollutantIndex | undefined {
  const written = values[pollutant]?.[averaging]
  if (written === undefined) return undefined
  const concentration = roundConcentration(pollutant, written, edition, options.rounding)
  const { iaqi, beyond, instead } = readIndex(pollutant, averaging, concentration, edition)
  if (iaqi !== null) return { averaging, beyond, concentration, iaqi }
  return instead === null ? undefined : indexOf(values, edition, pollutant, instead, options)
}
