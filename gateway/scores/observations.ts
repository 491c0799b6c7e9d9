/** Observed days of areas: as sent, or worked out from an area's hours; of several the one that was looked at furthest. */
import type { ObservedDay } from '../../adapters/standards/forecast-score.ts'
import { readAirObservation } from '../../contracts/air-observation/read.ts'
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import { POLLUTANTS } from '../../contracts/standards/air-types.ts'
import type { Store, StoredRecord } from '../ports.ts'
import { readRecords } from '../standards/read-records.ts'
import { dayOfHours, REVIEWS } from './day-of-hours.ts'
import { DAY, type ReadLimits, recordsOf, type Span } from './forecasts.ts'

/** The dataset. */
export const OBSERVATION_CONTRACT = 'air-observation'

const HOUR = 3_600_000
const MIDNIGHT = 'T00:00:00+08:00'

/** What was read; `days` by `area/day`. Areas of which not all could be read have no day at all, and are `left`. */
export interface ObservedDays {
  readonly days: ReadonlyMap<string, ObservedDay>
  readonly records: number
  readonly left: readonly string[]
}

/** A day told by one originator. `seq` is that of its last record. */
interface Told {
  readonly observed: ObservedDay
  readonly originator: AirObservationRecord['originator']
  readonly seq: number
}

interface Hour {
  readonly record: Pick<AirObservationRecord, 'results' | 'review'>
  readonly seq: number
}

/** The name of an area's day. */
export function dayKey(area: string, day: string): string {
  return `${area}/${day}`
}

/** Reads the days of these areas, area by area. */
export async function readObservedDays(
  store: Pick<Store, 'records'>,
  areas: readonly string[],
  span: Omit<Span, 'area'>,
  { records: most, page }: ReadLimits,
): Promise<ObservedDays> {
  const days = new Map<string, ObservedDay>()
  const left: string[] = []
  let records = 0
  for (const area of areas) {
    const collector = dayCollector()
    const query = { dataset: OBSERVATION_CONTRACT, ...recordsOf({ ...span, area }), page, most: most - records }
    const { read, complete } = await readRecords(store, query, collector.take)
    records += read
    if (complete) for (const [day, observed] of collector.days()) days.set(dayKey(area, day), observed)
    else left.push(area)
  }
  return { days, records, left }
}

function dayCollector() {
  const sent = new Map<string, Told[]>()
  const hourly = new Map<string, Map<AirObservationRecord['originator'], Map<number, Hour>>>()
  return {
    take({ body, seq }: Pick<StoredRecord, 'body' | 'seq'>): void {
      const record = readAirObservation(body)
      const { averaging, interval, originator, results, review, site } = record
      if (site.kind !== 'area') return
      const day = interval.start.slice(0, 10)
      if (averaging === '24h' && interval.start.endsWith(MIDNIGHT)) {
        sent.set(day, [...(sent.get(day) ?? []), { observed: observedDay(record), originator, seq }])
      }
      if (averaging !== '1h') return
      const ofDay = hourly.get(day) ?? new Map<AirObservationRecord['originator'], Map<number, Hour>>()
      const hours = ofDay.get(originator) ?? new Map<number, Hour>()
      hourly.set(day, ofDay.set(originator, hours))
      const end = Date.parse(interval.end) - Date.parse(`${day}${MIDNIGHT}`)
      if (end % HOUR === 0 && end <= DAY) hours.set(end / HOUR, { record: { results, review }, seq })
    },
    days(): ReadonlyMap<string, ObservedDay> {
      const found = new Map<string, ObservedDay>()
      for (const day of new Set([...sent.keys(), ...hourly.keys()])) {
        const told = sent.get(day) ?? fromHours(day, hourly.get(day) ?? new Map())
        const [best] = told.toSorted(byStanding)
        if (best) found.set(day, best.observed)
      }
      return found
    },
  }
}

/** Complete when every pollutant has a figure: HJ 633-2026 §5.3 lets an AQI above 100 be published without, but it may have been higher. */
function observedDay({ aqi, results, review }: AirObservationRecord): ObservedDay {
  return {
    aqi: aqi.computed,
    class: aqi.class.computed,
    complete: aqi.computed !== null && POLLUTANTS.every((pollutant) => (results[pollutant]?.value ?? null) !== null),
    primary: aqi.primary.computed,
    review,
  }
}

function fromHours(
  day: string,
  byOriginator: ReadonlyMap<AirObservationRecord['originator'], ReadonlyMap<number, Hour>>,
): readonly Told[] {
  return [...byOriginator].map(([originator, hours]) => ({
    observed: dayOfHours(day, new Map([...hours].map(([hour, { record }]) => [hour, record]))),
    originator,
    seq: Math.max(...[...hours.values()].map(({ seq }) => seq)),
  }))
}

/** The furthest reviewed first; of these the national centre's, whose stations they are; then the later one. */
function byStanding(a: Told, b: Told): number {
  const rank = ({ observed, originator }: Told) => [REVIEWS.indexOf(observed.review), Number(originator === 'cnemc')]
  const [[ra = 0, ca = 0], [rb = 0, cb = 0]] = [rank(a), rank(b)]
  return rb - ra || cb - ca || b.seq - a.seq
}
