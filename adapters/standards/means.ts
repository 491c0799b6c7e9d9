/** Means kept as exact fractions, classed and measured against limits without rounding first (GB/T 8170-2008 §4.3, full-value comparison). */
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'
import {
  compareDecimals,
  type Decimal,
  decimal,
  divideHalfEven,
  formatDecimal,
  powerOfTen,
  sumDecimals,
} from './decimal.ts'
import type { ItemLimits } from './water-limits.ts'

/** `sum ÷ count`; a single value is its own mean. */
export interface Mean {
  readonly sum: Decimal
  readonly count: number
}

/** The mean of at least one decimal text; throws TypeError when one is no decimal. */
export function meanOf(values: readonly string[]): Mean {
  if (values.length === 0) throw new TypeError('expected at least one value to average')
  return { sum: sumDecimals(values.map(decimal)), count: values.length }
}

/** The class of a mean by an item's limits, exactly. */
export function classOfMean(limits: ItemLimits, mean: Mean): WaterClass {
  if (limits.direction === 'range') {
    const [min, max] = limits.exact
    return compareMean(mean, min) >= 0 && compareMean(mean, max) <= 0 ? 1 : 6
  }
  const sign = limits.direction === 'upper' ? -1 : 1
  const met = limits.exact.findIndex((limit) => compareMean(mean, limit) * sign >= 0)
  return CLASSES[met] ?? 6
}

/** By how much a mean exceeds a limit above 0, `(C − S) ÷ S`: compared exactly, printed to one place half-even. */
export interface Multiple {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The multiple of a mean over a limit above 0; negative below it. */
export function multipleOf({ sum, count }: Mean, limit: Decimal): Multiple {
  const denominator = limit.units * BigInt(count) * powerOfTen(sum.scale)
  return { numerator: sum.units * powerOfTen(limit.scale) - denominator, denominator }
}

/** One decimal place, half-even: `0.2`. */
export function printMultiple({ numerator, denominator }: Multiple): string {
  return formatDecimal(divideHalfEven(numerator, denominator, 1))
}

/** Below 0, 0 or above 0 as `left` is less than, equal to or more than `right`. */
export function compareMultiples(left: Multiple, right: Multiple): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

const CLASSES: readonly WaterClass[] = [1, 2, 3, 4, 5]

function compareMean({ sum, count }: Mean, limit: Decimal): number {
  return compareDecimals(sum, { units: limit.units * BigInt(count), scale: limit.scale })
}
