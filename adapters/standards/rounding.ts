/** Rounding by GB/T 8170-2008 §3.2 (四舍六入五成双) on decimal texts: half to even, once, on the absolute value. */
import { type Decimal, decimal, divideHalfEven, formatDecimal, powerOfTen, sumDecimals } from './decimal.ts'

/** The text rounded to so many decimal places (0–100): `roundHalfEven('0.25', 1)` is `0.2`. Throws TypeError when the text is no decimal. */
export function roundHalfEven(value: string, places: number): string {
  return formatDecimal(rounded(decimal(value), places))
}

/** The text cut to so many decimal places, towards zero: `truncateDecimal('0.29', 1)` is `0.2`. Throws TypeError when the text is no decimal. */
export function truncateDecimal(value: string, places: number): string {
  const { units, scale } = decimal(value)
  const scaled = units * powerOfTen(placesOf(places))
  return formatDecimal({ units: scaled / powerOfTen(scale), scale: places })
}

/** The arithmetic mean of at least one decimal text, summed exactly and rounded once. Throws TypeError when there is none or one is no decimal. */
export function meanDecimal(values: readonly string[], places: number): string {
  if (values.length === 0) throw new TypeError('expected at least one value to average')
  const { units, scale } = sumDecimals(values.map(decimal))
  return formatDecimal(divideHalfEven(units, powerOfTen(scale) * BigInt(values.length), placesOf(places)))
}

/** The exact sum of decimal texts, with the most decimal places among them. */
export function sumDecimal(values: readonly string[]): string {
  return formatDecimal(sumDecimals(values.map(decimal)))
}

/** Exactly half of a decimal text: what a result below its detection limit counts as in an average (环办〔2011〕22号). */
export function halfDecimal(value: string): string {
  const { units, scale } = decimal(value)
  return formatDecimal(units % 2n === 0n ? { units: units / 2n, scale } : { units: units * 5n, scale: scale + 1 })
}

function rounded(value: Decimal, places: number): Decimal {
  return divideHalfEven(value.units, powerOfTen(value.scale), placesOf(places))
}

function placesOf(places: number): number {
  if (Number.isInteger(places) && places >= 0 && places <= 100) return places
  throw new TypeError(`expected 0 to 100 decimal places, got ${places}`)
}
