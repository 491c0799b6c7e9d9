/** A day worked out from an area's hours where it was not sent as a day: means of enough hours alone, and the index of those (GB 3095, HJ 633). */
import { aqi, dailyMax8h, dayMean, type Hours } from '../../adapters/standards/air.ts'
import type { ObservedDay } from '../../adapters/standards/forecast-score.ts'
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import {
  type AirQualityStandard,
  type AirValues,
  POLLUTANTS,
  type Pollutant,
} from '../../contracts/standards/air-types.ts'
import { airQualityAt, findAirIndex } from '../../contracts/standards/index.ts'
import { midnight } from '../release/products/period.ts'

type Review = AirObservationRecord['review']
type Hour = Pick<AirObservationRecord, 'results' | 'review'>

/** How far figures have been looked at, the least first. */
export const REVIEWS: readonly Review[] = ['raw', 'reviewed', 'final']

const HOURS = 24

/** The day; `hours` by the hour that each ends at, 1 to 24. It is as far reviewed as the least of them. */
export function dayOfHours(day: string, hours: ReadonlyMap<number, Hour>): ObservedDay {
  const review = REVIEWS.find((one) => [...hours.values()].some((hour) => hour.review === one)) ?? 'raw'
  const edition = findAirIndex(midnight(day))
  if (!edition) return { aqi: null, class: null, complete: false, primary: [], review }
  const standard = airQualityAt(midnight(day))
  const means: readonly (readonly [Pollutant, string | null])[] = POLLUTANTS.map((pollutant) => [
    pollutant,
    figureOf(pollutant, hoursOf(pollutant, hours), standard),
  ])
  const values: AirValues = Object.fromEntries(
    means.flatMap(([pollutant, mean]) =>
      mean === null ? [] : [[pollutant, { [edition.daily.averaging[pollutant]]: mean }]],
    ),
  )
  const found = aqi(values, edition)
  return { aqi: found.aqi, class: found.class, complete: found.complete, primary: found.primary, review }
}

function hoursOf(pollutant: Pollutant, hours: ReadonlyMap<number, Hour>): Hours {
  return Array.from({ length: HOURS }, (_, at) => {
    const value = hours.get(at + 1)?.results[pollutant]?.value ?? null
    return value === null ? null : String(value)
  })
}

/** Null where too few hours have a value. */
function figureOf(pollutant: Pollutant, hours: Hours, standard: AirQualityStandard): string | null {
  return pollutant === 'o3' ? dailyMax8h(hours, standard).maximum : dayMean(pollutant, hours, standard).mean
}
