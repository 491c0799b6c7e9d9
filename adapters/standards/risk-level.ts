/** The level of an enterprise's environmental risk: Q from amounts and thresholds, M from a score, E, the matrix, the higher of air and water (HJ 941-2018). */
import { HJ941_2018, type RiskStandard } from '../../contracts/standards/index.ts'
import {
  type PeopleBands,
  type ProcessType,
  type QuantityBand,
  RISK_LEVELS,
  type RiskLevel,
  type Sensitivity,
} from '../../contracts/standards/risk-types.ts'
import {
  compareDecimals,
  type Decimal,
  decimal,
  divideHalfEven,
  formatDecimal,
  parseDecimal,
  powerOfTen,
  sumDecimals,
} from './decimal.ts'

/** The largest amount of a substance and its threshold, as decimal texts in one unit. */
export interface Stock {
  readonly quantity: string
  readonly threshold: string
}

/** Q as an exact fraction; the denominator is above 0. */
export interface QuantityRatio {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** What one medium's level is judged by; M and E do not count at Q0 and may be unknown there. */
export interface RiskFactors {
  readonly q: QuantityBand
  readonly m: ProcessType | null
  readonly e: Sensitivity | null
}

/** Σ q/Q, exactly. Throws TypeError when a text is no decimal, an amount is negative or a threshold not above 0. */
export function quantityRatio(stocks: readonly Stock[]): QuantityRatio {
  let numerator = 0n
  let denominator = 1n
  for (const stock of stocks) {
    const quantity = amount(stock.quantity)
    const threshold = amount(stock.threshold)
    if (threshold.units === 0n) throw new TypeError(`expected a threshold above 0, got ${stock.threshold}`)
    const over = quantity.units * powerOfTen(threshold.scale)
    const under = threshold.units * powerOfTen(quantity.scale)
    numerator = numerator * under + over * denominator
    denominator *= under
  }
  return { numerator, denominator }
}

/** Q0–Q3. The bands are judged on the exact fraction: 0.9999… never rounds up to 1. */
export function quantityBand(
  { numerator, denominator }: QuantityRatio,
  standard: RiskStandard = HJ941_2018,
): QuantityBand {
  const reached = standard.quantity.bands.findLast(({ from }) => {
    const { units, scale } = decimal(from)
    return numerator * powerOfTen(scale) >= units * denominator
  })
  return reached?.q ?? 0
}

/** Q for reading, to four places, half to even. */
export function printRatio({ numerator, denominator }: QuantityRatio): string {
  return formatDecimal(divideHalfEven(numerator, denominator, 4))
}

/** M1–M4 of a score of 0 to 100 points; undefined for anything else. */
export function processType(score: string, standard: RiskStandard = HJ941_2018): ProcessType | undefined {
  const { types, max } = standard.control
  const points = parseDecimal(score)
  if (!points || points.units < 0n || compareDecimals(points, decimal(max)) > 0) return undefined
  return types.findLast(({ from }) => compareDecimals(points, decimal(from)) >= 0)?.m
}

/** The points for production processes: the units' points summed, at most 30. Throws TypeError when one is no decimal, or negative. */
export function processPoints(units: readonly string[], standard: RiskStandard = HJ941_2018): string {
  const sum = sumDecimals(units.map(amount))
  const { max } = standard.control.units
  return compareDecimals(sum, decimal(max)) > 0 ? max : formatDecimal(sum)
}

/** E for air by the people within 5 km and within 500 m, and whether military or security zones lie within 5 km. Throws TypeError when a number is no decimal, or negative. */
export function airSensitivity(
  around: { readonly people5km: string; readonly people500m: string; readonly secured?: boolean },
  standard: RiskStandard = HJ941_2018,
): Sensitivity {
  const { people5km, people500m } = standard.sensitivity.air
  const far = peopleSensitivity(around.people5km, people5km)
  const near = peopleSensitivity(around.people500m, people500m)
  if (around.secured) return 1
  return far < near ? far : near
}

/** Whether an outlet at this distance (km) upstream of the provincial boundary must be at least E2 for water although a lower sensitivity was given. */
export function belowBoundarySensitivity(
  distanceKm: string,
  given: Sensitivity,
  standard: RiskStandard = HJ941_2018,
): boolean {
  const { withinKm, atLeast } = standard.sensitivity.boundary
  return given > atLeast && compareDecimals(decimal(distanceKm), decimal(withinKm)) <= 0
}

/** The level of one medium; undefined when it needs an M or E that is not known. */
export function mediumLevel({ q, m, e }: RiskFactors, standard: RiskStandard = HJ941_2018): RiskLevel | undefined {
  if (q === 0) return standard.quantity.belowOne
  return m === null || e === null ? undefined : standard.matrix[e][q][m - 1]
}

/** The enterprise's level: the higher of its media, one level up when it was penalised in the last three years, major at most. Undefined without any. */
export function overallLevel(
  media: readonly RiskLevel[],
  { penalised = false }: { readonly penalised?: boolean } = {},
  standard: RiskStandard = HJ941_2018,
): RiskLevel | undefined {
  if (media.length === 0) return undefined
  const highest = Math.max(...media.map((level) => RISK_LEVELS.indexOf(level)))
  return RISK_LEVELS[Math.min(highest + (penalised ? standard.raise.levels : 0), RISK_LEVELS.length - 1)]
}

function amount(text: string): Decimal {
  const value = decimal(text)
  if (value.units < 0n) throw new TypeError(`expected an amount of 0 or more, got ${text}`)
  return value
}

function peopleSensitivity(people: string, [most, next]: PeopleBands): Sensitivity {
  const count = amount(people)
  if (compareDecimals(count, decimal(most.above)) > 0) return most.e
  return compareDecimals(count, decimal(next.from)) >= 0 ? next.e : 3
}
