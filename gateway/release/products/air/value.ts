/** Forecast values: the class of an AQI range, two sides' ranges together, and values of unknown origin read (HJ 633, table of classes; standards §2.2, §2.5). */
import { airClass } from '../../../../adapters/standards/air.ts'
import type { AirForecastRecord, ValueRange } from '../../../../contracts/air-forecast/record.ts'
import { type Guard, list, nullable, oneOf, shape } from '../../../../contracts/read.ts'
import {
  type AirClass,
  type AirIndexStandard,
  POLLUTANTS,
  type Pollutant,
} from '../../../../contracts/standards/air-types.ts'
import type { ForecastValue } from '../../release-types.ts'

/** The classes an AQI range reaches by an edition. RangeError for an AQI off its scale. */
export function gradeOf({ max, min }: ValueRange<number>, edition: AirIndexStandard): ValueRange<AirClass> {
  return { max: airClass(max, edition), min: airClass(min, edition) }
}

/** Pollutants once each, in the standard's order. */
function inOrder(pollutants: readonly Pollutant[]): readonly Pollutant[] {
  return POLLUTANTS.filter((one) => pollutants.includes(one))
}

function joined<T extends number>(a: ValueRange<T>, b: ValueRange<T>): ValueRange<T> {
  return { max: a.max > b.max ? a.max : b.max, min: a.min < b.min ? a.min : b.min }
}

/** Both together: from the lower lower end to the upper upper end, and every pollutant either names. Of an AQI that one side alone gives nothing is said. */
export function unionOf(a: ForecastValue, b: ForecastValue): ForecastValue {
  return {
    aqi: a.aqi && b.aqi && joined(a.aqi, b.aqi),
    class: joined(a.class, b.class),
    primary: inOrder([...a.primary, ...b.primary]),
  }
}

/** A record's forecast. Its class is that of the AQI range where there is one, as the contract has it. */
export function forecastValue(
  { aqi, class: { max, min }, primary }: AirForecastRecord,
  edition: AirIndexStandard,
): ForecastValue {
  return {
    aqi: aqi && { max: aqi.max, min: aqi.min },
    class: aqi ? gradeOf(aqi, edition) : { max, min },
    primary: inOrder(primary),
  }
}

/** Whether no pollutant can be primary: the AQI does not come above 50, or no class above the first is forecast. */
function isClean({ aqi, class: { max } }: ForecastValue, { primary }: AirIndexStandard): boolean {
  return aqi ? aqi.max <= primary.above : max === 1
}

/** What is wrong with a value by an edition of the index; null when it is sound. */
export function faultOf(value: ForecastValue, edition: AirIndexStandard): 'range' | 'class' | 'primary' | null {
  const { aqi, class: classes, primary } = value
  const end = edition.indices.at(-1) ?? 0
  if (classes.min > classes.max) return 'range'
  if (aqi) {
    if (aqi.min > aqi.max || aqi.max > end) return 'range'
    const grade = gradeOf(aqi, edition)
    if (grade.max !== classes.max || grade.min !== classes.min) return 'class'
  }
  if (new Set(primary).size < primary.length) return 'primary'
  return isClean(value, edition) && primary.length > 0 ? 'primary' : null
}

const index: Guard<number> = (value, at, faults): value is number => {
  const sound = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  if (!sound) faults.push(`${at} expected a whole AQI of 0 or more`)
  return sound
}

/** Guard of a class of the index. */
export const AIR_CLASS_GUARD: Guard<AirClass> = oneOf(1, 2, 3, 4, 5, 6)

/** Guards of the members of a forecast value, for the forms of what holds one. */
export const FORECAST_GUARDS: { readonly [K in keyof ForecastValue]: Guard<ForecastValue[K]> } = {
  aqi: nullable(shape<ValueRange<number>>({ max: index, min: index })),
  class: shape<ValueRange<AirClass>>({ max: AIR_CLASS_GUARD, min: AIR_CLASS_GUARD }),
  primary: list(oneOf(...POLLUTANTS)),
}

const forecast = shape<ForecastValue>(FORECAST_GUARDS)

/** A value of unknown origin as a forecast, its pollutants in the standard's order; null when it is none, or not sound by the edition. */
export function readForecast(value: unknown, edition: AirIndexStandard): ForecastValue | null {
  if (!forecast(value, '', []) || faultOf(value, edition) !== null) return null
  return { ...value, primary: inOrder(value.primary) }
}

/** How many classes apart two forecasts are: at the end where they differ more. */
export function gradesApart(a: ForecastValue, b: ForecastValue): number {
  return Math.max(Math.abs(a.class.max - b.class.max), Math.abs(a.class.min - b.class.min))
}

/** What the AQI ranges of two forecasts share: the range, or how far apart they are; null where one gives none. */
export function overlapOf(a: ForecastValue, b: ForecastValue): ValueRange<number> | { readonly apart: number } | null {
  if (!a.aqi || !b.aqi) return null
  const [min, max] = [Math.max(a.aqi.min, b.aqi.min), Math.min(a.aqi.max, b.aqi.max)]
  return min <= max ? { max, min } : { apart: min - max }
}
