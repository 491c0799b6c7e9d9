/** A forecast of one day as warnings are computed from it (standards §2.5, §3). */
import type { AirForecastRecord, ValueRange } from '../../contracts/air-forecast/record.ts'
import type { AirClass } from '../../contracts/standards/air-types.ts'
import { airIndexById } from '../../contracts/standards/index.ts'
import type { Result } from '../../contracts/water-section-quality/record.ts'
import { airClassRow } from './air-class.ts'
import type { ForecastDay } from './warning-days.ts'

/** What of a forecast counts; one that was consulted on has no concentrations. */
export interface DayForecast extends Pick<AirForecastRecord, 'aqi' | 'primary' | 'standard' | 'validDate'> {
  readonly class: ValueRange<AirClass> | AirForecastRecord['class']
  readonly concentrations?: AirForecastRecord['concentrations']
}

/** It as a day of a sequence. That short heavy pollution is forecast has no field of its own, so that it stays unknown. */
export function dayOf(forecast: DayForecast): ForecastDay {
  const { aqi, concentrations = {}, primary, validDate } = forecast
  const o3 = concentrationOf(concentrations.o3)
  const pm25 = concentrationOf(concentrations.pm25)
  return {
    date: validDate,
    aqi: aqi ?? aqiOfClass(forecast),
    ...(o3 === null ? {} : { o3 }),
    ...(pm25 === null ? {} : { pm25 }),
    // None named where some must be primary is not the same as none.
    ...(primary.length === 0 ? {} : { primary }),
  }
}

/** The AQI that a class alone stands for: from the lower end of the lower to the upper end of the upper (HJ 633, table of classes). */
function aqiOfClass({ class: { max, min }, standard }: DayForecast): ValueRange<number> {
  const edition = airIndexById(standard)
  const end = edition.indices.at(-1) ?? 0
  return { max: airClassRow(max, edition).max ?? end, min: airClassRow(min, edition).min }
}

/** A range both of whose ends are plain figures. */
function concentrationOf(range: ValueRange<Result> | undefined): ValueRange<string> | null {
  if (!range) return null
  const [max, min] = [plain(range.max), plain(range.min)]
  return max === null || min === null ? null : { max, min }
}

function plain({ qualifier, value }: Result): string | null {
  return qualifier === null && value !== null ? String(value) : null
}
