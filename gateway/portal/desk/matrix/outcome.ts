/** How a side's last forecast of a day turned out, by the same score as everywhere: within its range, or by how much beside it. Pure. */
import { type ObservedDay, scoreForecast } from '../../../../adapters/standards/forecast-score.ts'
import type { ForecastValue } from '../../../release/release-types.ts'
import type { Outcome } from './evidence-view.ts'

/** By the AQI range where there is one, else by the class; nothing is said of a day that is missing or incomplete. */
export function outcomeOf(value: ForecastValue, observed: ObservedDay | null): Outcome {
  const score = observed && scoreForecast(value, observed)
  if (!score || observed.aqi === null) return { is: 'unknown' }
  const { aqi } = observed
  if (!value.aqi) return { is: score.classHit ? 'class-hit' : 'class-miss' }
  if (score.rangeHit) return { is: 'hit' }
  return { is: 'miss', by: aqi > value.aqi.max ? aqi - value.aqi.max : aqi - value.aqi.min }
}
