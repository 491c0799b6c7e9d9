/** Exact decimals as scaled integers, so that no rounding rule ever meets a binary fraction (GB/T 8170-2008 §3). */

/** The number `units × 10^−scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const LONGEST = 400
const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** The decimal a text writes (`0.150`, `-3`, `1e-7`), digits kept; undefined for anything else, or past 400 characters or powers. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > LONGEST) return undefined
  const match = FORM.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return undefined
  const power = Number(exponent)
  if (Math.abs(power) > LONGEST) return undefined
  const digits = BigInt(whole + fraction)
  const units = sign === '-' ? -digits : digits
  const scale = fraction.length - power
  return scale >= 0 ? { units, scale } : { units: units * powerOfTen(-scale), scale: 0 }
}

/** The decimal a text writes; throws TypeError where `parseDecimal` gives undefined. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text)
  if (!parsed) throw new TypeError(`expected a decimal text, got ${JSON.stringify(text.slice(0, 40))}`)
  return parsed
}

/** The decimal's text, with exactly `scale` places; zero never bears a sign. */
export function formatDecimal({ units, scale }: Decimal): string {
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0')
  const cut = digits.length - scale
  const text = scale === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return negative ? `-${text}` : text
}

/** 10 to a power of 0 or more. */
export function powerOfTen(power: number): bigint {
  return 10n ** BigInt(power)
}

/** The exact sum; an empty list is 0. */
export function sumDecimals(terms: readonly Decimal[]): Decimal {
  const scale = terms.reduce((most, term) => Math.max(most, term.scale), 0)
  return { units: terms.reduce((sum, term) => sum + term.units * powerOfTen(scale - term.scale), 0n), scale }
}

/** Below 0, 0 or above 0 as `left` is less than, equal to or more than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale)
  const difference = left.units * powerOfTen(scale - left.scale) - right.units * powerOfTen(scale - right.scale)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** `numerator ÷ denominator` to so many places, half to even on the absolute value; the denominator is above 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint, places: number): Decimal {
  const negative = numerator < 0n
  const scaled = (negative ? -numerator : numerator) * powerOfTen(places)
  const quotient = scaled / denominator
  const twice = (scaled % denominator) * 2n
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n)
  const units = up ? quotient + 1n : quotient
  return { units: negative ? -units : units, scale: places }
}
