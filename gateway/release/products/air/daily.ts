/** The joint forecast of the coming days (逐日空气质量联合预报): cities and the counties that are forecast, day by day (standards §2.5). */
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import type { AirRelease, ForecastValue } from '../../release-types.ts'
import { mustBeDays } from '../period.ts'
import type { HeadGiven, Product, ProductInput } from '../product.ts'
import { readAll } from '../select.ts'
import { divisionsOf } from './areas.ts'
import { acrossBoundary, boundaryOn } from './boundary.ts'
import { forecastChanges } from './changes.ts'
import { eachDay, isForecastPeriod, issueDay, MOST_DAYS } from './days.ts'
import { betweenSides, otherEditions } from './differences.ts'
import { type Forecast, forecastRelease, forecastTable, type Said } from './forecast.ts'
import { DAY_VALUE, editing } from './kind.ts'
import { FORECAST_CONTRACT, newestIssues, type Words, wordsOf } from './words.ts'

const LABEL: Bilingual = { zh: '联合预报，以双方会商结果为准', en: 'Joint forecast, as both sides agreed it' }

function saidOf(words: Words): Said<ForecastValue> {
  const { area, day, by } = words
  const edition = airIndexOn(day)
  const sides = { cq: by.cq?.value ?? null, sc: by.sc?.value ?? null }
  return {
    area,
    from: day,
    sides,
    guidance: by.guidance?.value ?? null,
    differences: [...betweenSides(sides, edition), ...otherEditions(words, edition)],
  }
}

function forecastOf(input: ProductInput): Forecast<ForecastValue> {
  const registry = divisionsOf(input)
  const days = eachDay(input.period)
  const boundaries = new Map(days.map((day) => [day, boundaryOn(registry, day)]))
  return {
    input,
    registry,
    kind: DAY_VALUE,
    columns: days.map((day) => ({ from: day, to: day })),
    said: wordsOf(input.records).map(saidOf),
    counted: 'city',
    among(area, values, { from }) {
      const boundary = boundaries.get(from)
      return boundary ? acrossBoundary(area, values, boundary, airIndexOn(from)) : []
    },
  }
}

function releaseOf(input: ProductInput, head: HeadGiven): AirRelease {
  const { first, last } = mustBeDays(input.period)
  const title = {
    zh: `川渝空气质量联合预报（${first} 至 ${last}）`,
    en: `Sichuan–Chongqing joint air quality forecast (${first} to ${last})`,
  }
  return forecastRelease(forecastOf(input), head, { type: 'daily-air-forecast', label: LABEL, title })
}

/** The joint forecast of one to seven days, from the day after the day of issue. */
export const DAILY_AIR: Product = {
  id: 'daily-air-forecast',
  contract: FORECAST_CONTRACT,
  registry: 'divisions',
  idOf: (period) => `daily-air-${issueDay(period)}`,
  isPeriod: (period, now) => isForecastPeriod(period, now, { least: 1, most: MOST_DAYS }),
  anchorOf: issueDay,
  async select(store, period, size) {
    const { start, end } = mustBeDays(period)
    const records = await readAll(store, { dataset: FORECAST_CONTRACT, from: start, to: end, asOf: size })
    return newestIssues(records, ({ kind }) => kind !== 'zone')
  },
  table: (input) => forecastTable(forecastOf(input)),
  ...editing(DAY_VALUE),
  release: releaseOf,
  changes(before, after) {
    if (before.type !== 'daily-air-forecast' || after.type !== 'daily-air-forecast')
      throw new TypeError('expected two daily forecasts')
    return forecastChanges(before, after)
  },
}
