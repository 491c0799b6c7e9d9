/** A forecast as days in a row, each figure a range with a low and a high reading, and the three answers: no, not known, yes. */
import type { Pollutant, WarningIndicator } from '../../contracts/standards/air-types.ts'
import { dateOf, dayNumber } from './civil-date.ts'
import { compareDecimals, type Decimal, decimal } from './decimal.ts'

/** An AQI forecast as one number or as a range, ends included. */
export type AqiForecast = number | { readonly max: number; readonly min: number }
/** A concentration forecast (μg/m³) as one decimal text or as a range, ends included. */
export type ConcentrationForecast = string | { readonly max: string; readonly min: string }

/** One day of a forecast; what is not forecast is absent. */
export interface ForecastDay {
  /** The civil day in Asia/Shanghai. */
  readonly date: string
  readonly aqi?: AqiForecast
  /** Ozone's daily maximum 8-hour mean. */
  readonly o3?: ConcentrationForecast
  /** The day's mean. */
  readonly pm25?: ConcentrationForecast
  /** The primary pollutants forecast: the AQI of a day none of which the scheme covers does not count. Absent, it counts, and the finding says so. */
  readonly primary?: readonly Pollutant[]
  /** Whether short heavy pollution (短时重度污染) is forecast. */
  readonly shortHeavy?: boolean
}

/** The low or the high end of every range. */
export type Reading = 'min' | 'max'

/** No, not known, yes: in this order, so that "and" is the least and "or" the most. */
export const NO = 0
/** Not known. */
export const UNKNOWN = 1
/** Yes. */
export const YES = 2
/** One of the three. */
export type Truth = typeof NO | typeof UNKNOWN | typeof YES

/** A day with its figures as decimals; a day the forecast leaves out has none. */
export interface Day {
  readonly date: string
  readonly figures: Readonly<Partial<Record<WarningIndicator, Readonly<Record<Reading, Decimal>>>>>
  readonly primary: readonly Pollutant[] | undefined
  readonly shortHeavy: boolean | undefined
}

const LONGEST = 366

/**
 * The days of a forecast, one after another, with those left out between them as days nothing is known of. Throws RangeError when there is none, a date
 * is none, dates do not rise, they span more than 366 days, or a range runs backwards or below 0; TypeError when a figure is no decimal.
 */
export function daysOf(sequence: readonly ForecastDay[]): readonly Day[] {
  const days: Day[] = []
  let next: number | null = null
  for (const day of sequence) {
    const number = dayNumber(day.date)
    if (next !== null && number < next) throw new RangeError(`expected rising dates, got ${day.date}`)
    for (; next !== null && next < number && days.length < LONGEST; next++) {
      days.push({ date: dateOf(next), figures: {}, primary: undefined, shortHeavy: undefined })
    }
    if (days.length >= LONGEST) throw new RangeError(`expected a forecast of up to ${LONGEST} days`)
    days.push(dayOf(day))
    next = number + 1
  }
  if (days.length === 0) throw new RangeError('expected at least one day of forecast')
  return days
}

function dayOf({ date, aqi, o3, pm25, primary, shortHeavy }: ForecastDay): Day {
  const figures: Partial<Record<WarningIndicator, Record<Reading, Decimal>>> = {}
  if (aqi !== undefined) figures.aqi = range(aqi, date)
  if (o3 !== undefined) figures.o3 = range(o3, date)
  if (pm25 !== undefined) figures.pm25 = range(pm25, date)
  return { date, figures, primary, shortHeavy }
}

function range(forecast: AqiForecast | ConcentrationForecast, date: string): Record<Reading, Decimal> {
  const { min, max } = typeof forecast === 'object' ? forecast : { min: forecast, max: forecast }
  const ends = { max: decimal(String(max)), min: decimal(String(min)) }
  if (ends.min.units < 0n || compareDecimals(ends.min, ends.max) > 0)
    throw new RangeError(`expected a range from 0 upwards on ${date}, got ${min} to ${max}`)
  return ends
}
