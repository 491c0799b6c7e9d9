/** Whether a concentration attains a limit of GB 3095, by grade of area, period and the stage of the day. */
import type { AirLimit, AirPeriod, AirQualityStandard, Pollutant } from '../../contracts/standards/air-types.ts'
import { dayNumber } from './civil-date.ts'
import { compareDecimals, decimal } from './decimal.ts'
import { roundHalfEven } from './rounding.ts'

/** What is held against a limit: an hour's mean at `1h`, a day's maximum 8-hour ozone at `8h`, a day's mean at `day`, a year's at `year`. */
export interface AttainmentQuestion {
  readonly pollutant: Pollutant
  readonly period: AirPeriod
  /** A decimal text in the standard's unit. */
  readonly concentration: string
  /** Grade of the area: 1 for nature reserves and the like, 2 elsewhere. */
  readonly grade: 1 | 2
  /** The civil day in Asia/Shanghai, which decides the stage. */
  readonly date: string
  /** `rounded` to the places of bulletins first, by default as the standard's data has it; `full` compares the value as it is. */
  readonly comparison?: 'rounded' | 'full'
}

/** Whether the limit is met, and which it was. `unknown` where the gateway holds no such limit; never a guess. */
export interface Attainment {
  readonly answer: 'met' | 'exceeded' | 'unknown'
  readonly limit: AirLimit | null
  readonly standard: string
}

/** Holds a concentration against the limit of its day. A value equal to the limit meets it. TypeError when it is no decimal, RangeError below 0 or when the day is none. */
export function attainment(question: AttainmentQuestion, standard: AirQualityStandard): Attainment {
  const { pollutant, period, concentration, grade, date } = question
  const { comparison = standard.comparison.method } = question
  if (decimal(concentration).units < 0n) throw new RangeError(`expected 0 or more, got ${concentration}`)
  dayNumber(date)
  const stage = standard.stages.find(({ from, to }) => date >= from && (to === null || date <= to))
  const limit = stage?.limits.find((entry) => entry.pollutant === pollutant && entry.period === period)
  if (!limit) return { answer: 'unknown', limit: null, standard: standard.id }
  const value =
    comparison === 'full' ? concentration : roundHalfEven(concentration, standard.comparison.places[pollutant])
  const over = compareDecimals(decimal(value), decimal(grade === 1 ? limit.grade1 : limit.grade2)) > 0
  return { answer: over ? 'exceeded' : 'met', limit, standard: standard.id }
}
