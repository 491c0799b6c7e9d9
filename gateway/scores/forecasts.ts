/** Forecasts as they were issued: every issue with every revision of it, and when each came into the ledger. */
import { readAirForecast } from '../../contracts/air-forecast/read.ts'
import type { AirArea, AirForecastRecord } from '../../contracts/air-forecast/record.ts'
import type { Store } from '../ports.ts'
import { FORECAST_CONTRACT, type Issued, type Source, sourceOf } from '../release/products/air/words.ts'
import { midnight } from '../release/products/period.ts'
import type { ForecastValue } from '../release/release-types.ts'
import { type ReadOutcome, readRecords } from '../standards/read-records.ts'

/** Which valid days (civil, both included), of which area (null: of all), as of which ledger size. */
export interface Span {
  readonly from: string
  readonly to: string
  readonly area: string | null
  readonly asOf: number
}

/** How much is read; other limits than the usual are for tests. */
export interface ReadLimits {
  readonly records: number
  readonly page: number
}

/** One revision of one issue; `superseded` is the ledger index from which another revision stands. */
export interface HeldForecast extends Issued {
  readonly area: AirArea
  readonly day: string
  readonly horizonHours: number
  readonly key: string
  readonly party: AirForecastRecord['issuer']['party']
  readonly source: Source
  readonly standard: AirForecastRecord['standard']
  readonly superseded: number | null
  readonly value: ForecastValue
}

/** A civil day of Asia/Shanghai in ms. */
export const DAY = 86_400_000

/** The records that end with the days of a span. */
export function recordsOf({ from, to, area, asOf }: Span) {
  return { from: midnight(from), to: midnight(to) + DAY, asOf, ...(area === null ? {} : { subject: area }) }
}

/** Reads them, the first in the ledger's order where there are too many. */
export async function readForecasts(
  store: Pick<Store, 'records'>,
  span: Span,
  { records: most, page }: ReadLimits,
): Promise<{ readonly held: readonly HeldForecast[]; readonly outcome: ReadOutcome }> {
  const held: HeldForecast[] = []
  const areas = new Map<string, AirArea>()
  const query = { dataset: FORECAST_CONTRACT, ...recordsOf(span), revisions: true, page, most }
  const outcome = await readRecords(store, query, ({ key, index, position, superseded, body }) => {
    const {
      area,
      aqi,
      class: classes,
      horizonHours,
      issued,
      issuer,
      primary,
      standard,
      validDate,
    } = readAirForecast(body)
    const known = areas.get(area.id) ?? area
    areas.set(area.id, known)
    held.push({
      area: known,
      day: validDate,
      horizonHours,
      key,
      party: issuer.party,
      source: sourceOf({ issuer }),
      standard,
      superseded,
      value: { aqi, class: { max: classes.max, min: classes.min }, primary },
      record: { issued },
      stored: { index, position },
    })
  })
  return { held, outcome }
}

/** What became of one issue. */
export interface IssueFound {
  /** The revision that stood when its day began; null where none had come by then. */
  readonly stood: HeldForecast | null
  /** The newest one. */
  readonly last: HeldForecast
  /** Whether another came after that. */
  readonly revisedLate: boolean
}

/** Until when a forecast is one: its day's beginning, in ms; for one of the day of issue itself, its end. */
export function closesAt({ day, horizonHours }: Pick<HeldForecast, 'day' | 'horizonHours'>): number {
  return midnight(day) + (horizonHours === 0 ? DAY : 0)
}

/** Each issue by the revision that had come into the ledger in time, by the ledger's clock and never by a time the sender claims. */
export function issuesOf(held: readonly HeldForecast[], firstLeaf: ReadonlyMap<number, number>): readonly IssueFound[] {
  return [...Map.groupBy(held, issueOf).values()].flatMap((revisions): IssueFound[] => {
    const ordered = revisions.toSorted(
      (a, b) => a.stored.index - b.stored.index || a.stored.position - b.stored.position,
    )
    const last = ordered.at(-1)
    if (!last) return []
    const stood = ordered.findLast((one) => one.stored.index < (firstLeaf.get(closesAt(one)) ?? 0)) ?? null
    return [{ stood, last, revisedLate: stood !== null && stood !== last }]
  })
}

/** An issue by its record's key. The centre's is one, whichever side passed it on. */
function issueOf({ area, day, key, record, source }: HeldForecast): string {
  return source === 'guidance' ? ['guidance', area.id, day, Date.parse(record.issued)].join('/') : key
}

/**
 * By instant (ms), the first of some leaves that came at it or later; infinity where none did. The ledger's times never run back, so that few are
 * looked at: some two for an instant, however many leaves there are. Throws TypeError where there is no such leaf.
 */
export async function firstLeaves(
  store: Pick<Store, 'leaves'>,
  indices: Iterable<number>,
  instants: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const leaves = [...new Set(indices)].sort((a, b) => a - b)
  const times = new Map<number, number>()
  const isBefore = async (at: number, instant: number): Promise<boolean> => {
    const index = leaves[at]
    if (index === undefined) return false
    const time = times.get(index) ?? (await timeOf(store, index))
    times.set(index, time)
    return time < instant
  }
  const found = new Map<number, number>()
  let low = 0
  for (const instant of [...new Set(instants)].sort((a, b) => a - b)) {
    let high = low
    for (let step = 1; await isBefore(high, instant); step *= 2) {
      low = high + 1
      high += step
    }
    high = Math.min(high, leaves.length)
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (await isBefore(middle, instant)) low = middle + 1
      else high = middle
    }
    found.set(instant, leaves[low] ?? Number.POSITIVE_INFINITY)
  }
  return found
}

async function timeOf(store: Pick<Store, 'leaves'>, index: number): Promise<number> {
  const [leaf] = await store.leaves(index, index + 1)
  if (!leaf) throw new TypeError(`there is no leaf ${index}`)
  return Date.parse(leaf.time)
}
