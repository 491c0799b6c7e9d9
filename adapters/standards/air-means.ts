/** Means of hours, valid only with enough of them (GB 3095, validity of data; GB/T 8170 for the digits): too few give a count and no value. */
import type { AirQualityStandard, Pollutant } from '../../contracts/standards/air-types.ts'
import { compareDecimals, type Decimal, decimal, divideHalfEven, formatDecimal, powerOfTen } from './decimal.ts'
import { type Mean, meanOf } from './means.ts'

/** A mean of hours. Members in JCS order. */
export interface HoursMean {
  /** Whether there were enough hours. */
  readonly complete: boolean
  /** The hours that had a value. */
  readonly hours: number
  /** Rounded once to the pollutant's places; null when there were too few hours. */
  readonly mean: string | null
}

/** A day's maximum of 8-hour means. Members in JCS order. */
export interface DayMaximum {
  readonly complete: boolean
  /** The hour the first largest window ends at, 8 to 24; null when there were too few windows. */
  readonly end: number | null
  readonly maximum: string | null
  /** The windows that had enough hours, of the 17 that lie within the day. */
  readonly windows: number
}

/** Hourly concentrations as decimal texts, null where there is none. */
export type Hours = readonly (string | null)[]

const DAY = 24
const EIGHT = 8

/**
 * The mean of 24 hours (a day's, or the 24 up to an hour). Throws RangeError unless there are 24 places, a null for each missing hour, and no value
 * below 0; TypeError when one is no decimal.
 */
export function dayMean(pollutant: Pollutant, hours: Hours, standard: AirQualityStandard): HoursMean {
  return meanOfHours(hours, DAY, standard.validity.dayHours, standard.comparison.places[pollutant])
}

/** The mean of the eight hours of ozone up to an hour. Throws as `dayMean`, for 8 places. */
export function eightHourMean(hours: Hours, standard: AirQualityStandard): HoursMean {
  return meanOfHours(hours, EIGHT, standard.validity.eightHours, standard.comparison.places.o3)
}

/**
 * The maximum of ozone's 8-hour means within a day: windows ending at hours 8 to 24 of its 24 hours, compared unrounded. Throws as `dayMean`.
 */
export function dailyMax8h(hours: Hours, standard: AirQualityStandard): DayMaximum {
  const { eightHours, dayWindows } = standard.validity
  check(hours, DAY)
  let windows = 0
  let largest: { readonly mean: Mean; readonly end: number } | null = null
  for (let end = EIGHT; end <= DAY; end++) {
    const values = present(hours.slice(end - EIGHT, end))
    if (values.length < eightHours) continue
    windows++
    const mean = meanOf(values)
    if (!largest || compareMeans(mean, largest.mean) > 0) largest = { mean, end }
  }
  if (!largest || windows < dayWindows) return { complete: false, end: null, maximum: null, windows }
  return {
    complete: true,
    end: largest.end,
    maximum: formatDecimal(rounded(largest.mean, standard.comparison.places.o3)),
    windows,
  }
}

function meanOfHours(hours: Hours, places: number, least: number, digits: number): HoursMean {
  check(hours, places)
  const values = present(hours)
  const complete = values.length >= least
  return {
    complete,
    hours: values.length,
    mean: complete ? formatDecimal(rounded(meanOf(values), digits)) : null,
  }
}

function present(hours: Hours): string[] {
  return hours.filter((value) => value !== null)
}

function check(hours: Hours, places: number): void {
  if (hours.length !== places) throw new RangeError(`expected ${places} hours, got ${hours.length}`)
  for (const value of hours) {
    if (value !== null && decimal(value).units < 0n) throw new RangeError(`expected 0 or more, got ${value}`)
  }
}

function compareMeans(left: Mean, right: Mean): number {
  return compareDecimals(times(left.sum, right.count), times(right.sum, left.count))
}

function times({ units, scale }: Decimal, count: number): Decimal {
  return { units: units * BigInt(count), scale }
}

function rounded({ sum, count }: Mean, places: number): Decimal {
  return divideHalfEven(sum.units, powerOfTen(sum.scale) * BigInt(count), places)
}
