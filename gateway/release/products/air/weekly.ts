/** The outlook of a week by forecast zones (片区一周展望): of each zone what its days come to together (standards §2.5). */
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import { type DivisionRegistry, divisionIndex } from '../../../../contracts/registry/index.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../../contracts/types.ts'
import type { AirRelease } from '../../release-types.ts'
import { mustBeDays } from '../period.ts'
import type { Difference, HeadGiven, Product, ProductInput } from '../product.ts'
import { readAll } from '../select.ts'
import { areasOn, divisionsOf, zoneOf, zonesOf } from './areas.ts'
import { forecastChanges } from './changes.ts'
import { isForecastPeriod, issueDay } from './days.ts'
import { betweenSides, otherEditions } from './differences.ts'
import { type Forecast, forecastRelease, forecastTable, type Said } from './forecast.ts'
import { editing, OUTLOOK_VALUE, type OutlookValue } from './kind.ts'
import { FORECAST_CONTRACT, newestIssues, type Source, type Words, wordsOf } from './words.ts'

const LABEL: Bilingual = {
  zh: '联合展望，以双方会商结果为准；各片区注明所依据的预报日',
  en: 'Joint outlook, as both sides agreed it; each zone names the days it is read from',
}

const DAYS = 7

function together(words: readonly Words[], source: Source, derived: boolean): OutlookValue | null {
  const values = words.flatMap(({ day, by }): OutlookValue[] => {
    const value = by[source]?.value
    return value ? [{ ...value, basis: { days: [day], derived } }] : []
  })
  const [first, ...rest] = values
  return first ? rest.reduce(OUTLOOK_VALUE.union, first) : null
}

/** Whether an area, or a zone within, lies in a zone. */
function isIn(registry: DivisionRegistry, { id }: AirArea, zone: AirArea): boolean {
  return id !== zone.id && zonesOf(registry, id).some((one) => one.id === zone.id)
}

/** A zone's own forecasts count before those of the areas in it. */
function saidOf(zone: AirArea, registry: DivisionRegistry, words: readonly Words[], first: string): Said<OutlookValue> {
  const own = words.filter(({ area }) => area.id === zone.id)
  const inIt = words.filter(({ area }) => isIn(registry, area, zone))
  const by = (source: Source): OutlookValue | null => together(own, source, false) ?? together(inIt, source, true)
  const sides = { cq: by('cq'), sc: by('sc') }
  return {
    area: zone,
    from: first,
    sides,
    guidance: together(own, 'guidance', false),
    differences: [...betweenSides(sides, airIndexOn(first)), ...setAside(own)],
  }
}

/** Each of a week's days would say the same. */
function setAside(words: readonly Words[]): readonly Difference[] {
  const all = words.flatMap((one) => otherEditions(one, airIndexOn(one.day)))
  return [...new Map(all.map((difference) => [difference.text.zh, difference])).values()]
}

function forecastOf(input: ProductInput): Forecast<OutlookValue> {
  const registry = divisionsOf(input)
  const { first, last } = mustBeDays(input.period)
  const words = wordsOf(input.records)
  return {
    input,
    registry,
    kind: OUTLOOK_VALUE,
    columns: [{ from: first, to: last }],
    said: areasOn(registry, 'zone', first).map((zone) => saidOf(zone, registry, words, first)),
    counted: 'zone',
    // Of zones the register does not say what adjoins what.
    among: () => [],
  }
}

function releaseOf(input: ProductInput, head: HeadGiven): AirRelease {
  const { first, last } = mustBeDays(input.period)
  const title = {
    zh: `川渝分区空气质量周趋势（${first} 至 ${last}）`,
    en: `Sichuan–Chongqing weekly air quality outlook by zone (${first} to ${last})`,
  }
  return forecastRelease(forecastOf(input), head, { type: 'weekly-zone-outlook', label: LABEL, title })
}

/** The outlook of the seven days after the day of issue. */
export const WEEKLY_AIR: Product = {
  id: 'weekly-zone-outlook',
  contract: FORECAST_CONTRACT,
  registry: 'divisions',
  idOf: (period) => `weekly-outlook-${mustBeDays(period).first}`,
  isPeriod: (period, now) => isForecastPeriod(period, now, { least: DAYS, most: DAYS }),
  anchorOf: issueDay,
  async select(store, period, size, registry) {
    const { start, end } = mustBeDays(period)
    const divisions = divisionsOf({ registry })
    const records = await readAll(store, { dataset: FORECAST_CONTRACT, from: start, to: end, asOf: size })
    const index = divisionIndex(divisions)
    return newestIssues(
      records,
      ({ id, kind }) => (kind === 'zone' && index.byId(id) !== undefined) || zoneOf(divisions, id) !== null,
    )
  },
  table: (input) => forecastTable(forecastOf(input)),
  ...editing(OUTLOOK_VALUE),
  release: releaseOf,
  changes(before, after) {
    if (before.type !== 'weekly-zone-outlook' || after.type !== 'weekly-zone-outlook')
      throw new TypeError('expected two outlooks')
    return forecastChanges(before, after)
  },
}
