/** What an AQI says of a concentration that is not forecast: exact at break points, since the AQI is the largest index and the primary pollutant has it. */
import type { WarningRun } from '../../contracts/standards/air-types.ts'
import { airIndexOn } from '../../contracts/standards/index.ts'
import { compareDecimals, decimal } from './decimal.ts'
import { type Day, NO, type Reading, type Truth, UNKNOWN, YES } from './warning-days.ts'

/** From this day on there is an index to deduce by. */
const FIRST = '2016-01-01'

/**
 * Whether PM2.5 or ozone is above a figure, by the day's AQI: no where the AQI is not above the index of that figure, yes where it is and the pollutant
 * is primary, otherwise not known. Only for figures that are break points (115 and 150, 215 and 265 are, in both editions): there the index is a whole
 * number, and any more is a higher one.
 */
export function deduce(day: Day, { indicator, above }: WarningRun, reading: Reading): Truth {
  const aqi = day.figures.aqi?.[reading]
  if (!aqi || indicator === 'aqi' || above === undefined || day.date < FIRST) return UNKNOWN
  const { columns, indices } = airIndexOn(day.date)
  const averaging = indicator === 'o3' ? '8h' : '24h'
  const column = columns.find((entry) => entry.pollutant === indicator && entry.averaging === averaging)
  const index = indices[column?.breakpoints.indexOf(above) ?? -1]
  if (index === undefined) return UNKNOWN
  if (compareDecimals(aqi, decimal(String(index))) <= 0) return NO
  return day.primary?.includes(indicator) ? YES : UNKNOWN
}
