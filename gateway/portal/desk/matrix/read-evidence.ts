/** The evidence for an area out of the records held: 72 hours of observation, and a week of forecasts against what came. */

import { formatInstant } from '../../../../adapters/tables/time.ts'
import { readAirObservation } from '../../../../contracts/air-observation/read.ts'
import type { AirObservationRecord } from '../../../../contracts/air-observation/record.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { Gateway } from '../../../gateway.ts'
import type { RecordQuery } from '../../../ports.ts'
import { isNewer } from '../../../release/products/air/words.ts'
import { addDays } from '../../../release/products/period.ts'
import type { TableRow } from '../../../release/products/product.ts'
import { closesAt, firstLeaves, type HeldForecast, issuesOf, readForecasts } from '../../../scores/forecasts.ts'
import { SCORE_LIMITS } from '../../../scores/limits.ts'
import { dayKey, OBSERVATION_CONTRACT as OBSERVATION, readObservedDays } from '../../../scores/observations.ts'
import type { Evidence, Hour, PastDay, Series } from './evidence-view.ts'
import { EVIDENCE_LIMITS } from './limits.ts'
import { outcomeOf } from './outcome.ts'

const HOUR = 3_600_000

type Reader = Pick<Gateway, 'store' | 'log'>

interface Read {
  readonly bodies: readonly Uint8Array[]
  readonly partial: boolean
}

async function read({ store, log }: Reader, query: Omit<RecordQuery, 'after' | 'limit' | 'asOf'>): Promise<Read> {
  const { page, most } = EVIDENCE_LIMITS
  const bodies: Uint8Array[] = []
  const asOf = log.head().size
  for (let after = 0; bodies.length < most; ) {
    const records = await store.records({ ...query, asOf, after, limit: page })
    bodies.push(...records.map(({ body }) => body))
    const last = records.at(-1)
    if (!last || records.length < page) return { bodies, partial: false }
    after = last.seq
  }
  return { bodies, partial: true }
}

/** Gathers it for an area as of `until` (ms): the start of the period, or now before that. */
export async function readEvidence(reader: Reader, { id, title }: TableRow, until: number): Promise<Evidence> {
  const from = until - EVIDENCE_LIMITS.hours * HOUR
  const own = await read(reader, { dataset: OBSERVATION, subject: id, from, to: until })
  const ofArea = seriesOf(own.bodies.map(readAirObservation), from, until)
  // Stations speak where the area itself has no mean.
  const all = ofArea.length > 0 ? own : await read(reader, { dataset: OBSERVATION, from, to: until })
  const inIt = ofArea.length > 0 ? [] : all.bodies.map(readAirObservation).filter(({ site }) => site.area?.id === id)
  return {
    title,
    from: formatInstant(from),
    until: formatInstant(until),
    series: ofArea.length > 0 ? ofArea : seriesOf(inIt, from, until).slice(0, EVIDENCE_LIMITS.stations),
    partial: all.partial,
    days: await pastDays(reader, id, formatInstant(until).slice(0, 10)),
  }
}

const aqiOf = ({ aqi }: AirObservationRecord): number | null => aqi.computed ?? aqi.reported
const classOf = ({ aqi }: AirObservationRecord) => aqi.class.computed ?? aqi.class.reported

function seriesOf(records: readonly AirObservationRecord[], from: number, until: number): readonly Series[] {
  const series = new Map<string, { name: string; hours: Hour[] }>()
  for (const record of records) {
    const { aqi, averaging, interval, review, site } = record
    const [value, end] = [aqiOf(record), Date.parse(interval.end)]
    if (averaging !== '1h' || value === null || end <= from || end > until) continue
    const one = series.get(site.id) ?? { name: site.name ?? site.id, hours: [] }
    const primary = aqi.computed === null ? (aqi.primary.reported ?? []) : aqi.primary.computed
    one.hours.push({ aqi: value, class: classOf(record), end: interval.end, primary, review })
    series.set(site.id, one)
  }
  return [...series.values()].map(({ name, hours }) => ({
    name,
    hours: hours.toSorted((a, b) => (a.end < b.end ? -1 : 1)),
  }))
}

/** The seven days before a civil day of which anything is known, the newest first. */
async function pastDays({ log, store }: Reader, area: string, before: string): Promise<readonly PastDay[]> {
  const days = Array.from({ length: EVIDENCE_LIMITS.days }, (_, at) => addDays(before, -1 - at))
  const span = { from: days.at(-1) ?? before, to: days[0] ?? before, asOf: log.head().size }
  const { held } = await readForecasts(store, { ...span, area }, SCORE_LIMITS)
  const first = await firstLeaves(
    store,
    held.map(({ stored }) => stored.index),
    held.map(closesAt),
  )
  const issues = issuesOf(held, first).flatMap(({ stood }) => stood ?? [])
  const observed = await readObservedDays(store, [area], span, SCORE_LIMITS)
  return days
    .map((day): PastDay => {
      const seen = observed.days.get(dayKey(area, day)) ?? null
      const said = (party: PartyId): PastDay['by'][PartyId] => {
        const own = issues.filter((one) => one.day === day && one.source === party)
        const last = own.reduce<HeldForecast | null>(
          (newest, one) => (!newest || isNewer(one, newest) ? one : newest),
          null,
        )
        if (!last) return null
        const edition = airIndexOn(day).id
        // Values of two editions do not compare.
        const outcome = last.standard === edition ? outcomeOf(last.value, seen) : ({ is: 'other-edition' } as const)
        return { value: last.value, outcome }
      }
      return { day, observed: seen, by: { cq: said('cq'), sc: said('sc') } }
    })
    .filter(({ observed: seen, by }) => seen !== null || PARTIES.some((party) => by[party] !== null))
}
