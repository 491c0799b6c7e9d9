/** The index of one pollutant (IAQI): table of break points and formula of HJ 633, exact on decimals, rounded up. */
import type {
  AirIndexStandard,
  Averaging,
  ConcentrationRounding,
  Pollutant,
} from '../../contracts/standards/air-types.ts'
import { type Decimal, decimal, powerOfTen } from './decimal.ts'
import { roundHalfEven, truncateDecimal } from './rounding.ts'

/** Where to depart from the edition's own rules. */
export interface IndexOptions {
  /** How concentrations are brought to their places before the formula; the edition's own method by default (half to even). */
  readonly rounding?: ConcentrationRounding
}

/**
 * The index of a concentration, a decimal text in the standard's unit: a whole number from 0 to 500. Null where there is none: the edition has no such
 * column (`24h` of ozone), or the concentration is above a column that has no index there (2012: SO2 `1h` and O3 `8h` above 800).
 * `1h` of a particle is read on its 24-hour column. Throws TypeError when the text is no decimal, RangeError when it is below 0.
 */
export function iaqi(
  pollutant: Pollutant,
  averaging: Averaging,
  concentration: string,
  edition: AirIndexStandard,
  options: IndexOptions = {},
): number | null {
  const rounded = roundConcentration(pollutant, concentration, edition, options.rounding)
  return readIndex(pollutant, averaging, rounded, edition).iaqi
}

/**
 * A concentration as it enters the formula: to an integer, CO to one decimal, by the edition's method or the one given; `none` keeps the digits.
 * Throws TypeError when the text is no decimal, RangeError when it is below 0.
 */
export function roundConcentration(
  pollutant: Pollutant,
  concentration: string,
  edition: AirIndexStandard,
  method: ConcentrationRounding = edition.concentrationRounding.method,
): string {
  if (decimal(concentration).units < 0n) {
    throw new RangeError(`expected a concentration of ${pollutant} of 0 or more, got ${concentration}`)
  }
  const places = edition.concentrationRounding.places[pollutant]
  if (method === 'none') return concentration
  return method === 'truncate' ? truncateDecimal(concentration, places) : roundHalfEven(concentration, places)
}

/** What a column says of a concentration. */
export interface IndexReading {
  readonly iaqi: number | null
  /** Above the column's last break point. */
  readonly beyond: boolean
  /** The averaging whose index serves where there is none. */
  readonly instead: Averaging | null
}

const NO_COLUMN: IndexReading = { iaqi: null, beyond: false, instead: null }

/** Reads a concentration, rounded as it enters the formula, on its column. */
export function readIndex(
  pollutant: Pollutant,
  averaging: Averaging,
  rounded: string,
  edition: AirIndexStandard,
): IndexReading {
  const column = columnOf(edition, pollutant, averaging)
  if (!column) return NO_COLUMN
  const { units, scale } = decimal(rounded)
  const ten = powerOfTen(scale)
  for (const { low, high, from, to } of column.segments) {
    if (units > high * ten) continue
    // ⌈(I_hi − I_lo)(C − C_lo) ÷ (C_hi − C_lo)⌉ + I_lo: C is at least C_lo, so adding the denominator less one rounds up.
    const numerator = BigInt(to - from) * (units - low * ten)
    const denominator = (high - low) * ten
    return { iaqi: from + Number((numerator + denominator - 1n) / denominator), beyond: false, instead: null }
  }
  return { iaqi: column.above, beyond: true, instead: column.instead }
}

/** Concentrations from `low` (exclusive, but for 0) to `high`, and the indices they run between. */
interface Segment {
  readonly low: bigint
  readonly high: bigint
  readonly from: number
  readonly to: number
}

interface Column {
  readonly segments: readonly Segment[]
  readonly above: number | null
  readonly instead: Averaging | null
}

const prepared = new WeakMap<AirIndexStandard, ReadonlyMap<string, Column>>()

function columnOf(edition: AirIndexStandard, pollutant: Pollutant, averaging: Averaging): Column | undefined {
  let columns = prepared.get(edition)
  if (!columns) {
    columns = prepare(edition)
    prepared.set(edition, columns)
  }
  return columns.get(`${pollutant} ${averaging}`)
}

function prepare({ columns, indices }: AirIndexStandard): ReadonlyMap<string, Column> {
  const made = new Map<string, Column>()
  for (const { pollutant, averaging, breakpoints, above } of columns) {
    const limits = breakpoints.map((text) => whole(decimal(text)))
    const segments = limits.slice(1).map((high, at): Segment => {
      const [low, from, to] = [limits[at], indices[at], indices[at + 1]]
      if (low === undefined || from === undefined || to === undefined || low >= high)
        throw new TypeError(`expected rising break points of ${pollutant} ${averaging}, one for each index`)
      return { low, high, from, to }
    })
    made.set(`${pollutant} ${averaging}`, { segments, above: above.index, instead: above.instead })
  }
  // The table has no columns of an hour's mean of particles.
  for (const pollutant of ['pm10', 'pm25'] as const) {
    const day = made.get(`${pollutant} 24h`)
    if (day && !made.has(`${pollutant} 1h`)) made.set(`${pollutant} 1h`, day)
  }
  return made
}

function whole({ units, scale }: Decimal): bigint {
  if (scale !== 0) throw new TypeError('expected break points without decimals')
  return units
}
