/** What scores are made from: every issue and every joint value held against the day that was observed, and what lay on the table beside each joint value. */
import {
  type ForecastScore,
  type ObservedDay,
  type Standing,
  scoreForecast,
  standingOf,
} from '../../adapters/standards/forecast-score.ts'
import type { AirArea } from '../../contracts/air-forecast/record.ts'
import type { AirStandardId } from '../../contracts/standards/air-types.ts'
import { findAirIndex } from '../../contracts/standards/index.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { Gateway } from '../gateway.ts'
import { isNewer, type Source } from '../release/products/air/words.ts'
import { midnight } from '../release/products/period.ts'
import type { ForecastValue } from '../release/release-types.ts'
import {
  closesAt,
  firstLeaves,
  type HeldForecast,
  issuesOf,
  type ReadLimits,
  readForecasts,
  type Span,
} from './forecasts.ts'
import { type JointForecast, jointForecasts } from './joint.ts'
import { dayKey, readObservedDays } from './observations.ts'

/** Whose forecasts: a side's of its own areas, its second opinion of the other's, the regional centre's guidance, and what both agreed. */
export const VOICES = ['own', 'second', 'guidance', 'joint'] as const
/** One of `VOICES`. */
export type Voice = (typeof VOICES)[number]

/** Why a forecast is not scored. */
export const UNSCORED = ['late', 'otherEdition', 'zone', 'notRead', 'noObservation', 'incomplete'] as const
/** One of `UNSCORED`. */
export type Unscored = (typeof UNSCORED)[number]

/** Whether a forecast could be scored, against which kind of day; or why not. */
export type Outcome = { readonly standing: Standing; readonly score: ForecastScore } | { readonly unscored: Unscored }

/** One issue, or one joint value. `side` is null for the centre and for both together. */
export interface Forecast {
  readonly voice: Voice
  readonly side: PartyId | null
  readonly area: AirArea
  readonly day: string
  readonly horizonHours: number
  readonly revisedLate: boolean
  readonly outcome: Outcome
}

/** What one voice said of an area and day when both agreed. */
export interface Word {
  readonly value: ForecastValue
  readonly outcome: Outcome
}

/** A joint value beside what lay on the table; a word by another edition of the index than the day's was set aside there, and is here. */
export interface Meeting {
  readonly joint: JointForecast
  readonly horizonHours: number
  readonly outcome: Outcome
  readonly observed: ObservedDay | null
  readonly words: Readonly<Partial<Record<Source, Word>>>
}

/** How far the reading got. */
export interface ReadSoFar {
  readonly forecasts: { readonly records: number; readonly complete: boolean }
  readonly observations: { readonly records: number; readonly complete: boolean; readonly left: readonly string[] }
  /** Published joint forecasts with a day of the span. */
  readonly releases: number
  readonly limit: number
}

/** All of it. */
export interface Basis extends Span {
  readonly forecasts: readonly Forecast[]
  readonly meetings: readonly Meeting[]
  readonly read: ReadSoFar
}

type Reader = Pick<Gateway, 'releases' | 'store'>

/** Reads it, within the limits. */
export async function readBasis({ releases, store }: Reader, span: Span, limits: ReadLimits): Promise<Basis> {
  const { held, outcome } = await readForecasts(store, span, limits)
  const joint = jointForecasts(await releases.all(), span)
  const firstLeaf = await firstLeaves(
    store,
    held.map(({ stored }) => stored.index),
    held.map(closesAt),
  )
  const areas = [...new Set([...held, ...joint].flatMap(({ area }) => (area.kind === 'zone' ? [] : [area.id])))].sort()
  const observed = await readObservedDays(store, areas, span, limits)
  const judge = judgeBy(observed)
  return {
    ...span,
    forecasts: [
      ...issuesOf(held, firstLeaf).map(({ stood, last, revisedLate }): Forecast => {
        const { area, day, horizonHours, party, source, standard, value } = stood ?? last
        const found: Outcome = stood ? judge(area, day, value, standard) : { unscored: 'late' }
        const guided = source === 'guidance'
        const voice = guided ? 'guidance' : party === area.party ? 'own' : 'second'
        return { voice, side: guided ? null : party, area, day, horizonHours, revisedLate, outcome: found }
      }),
      ...joint.map((one): Forecast => {
        const { area, day } = one
        const horizonHours = hoursAhead(one)
        return {
          voice: 'joint',
          side: null,
          area,
          day,
          horizonHours,
          revisedLate: false,
          outcome: judgeJoint(one, judge),
        }
      }),
    ],
    meetings: meetingsOf(joint, held, observed.days, judge),
    read: {
      forecasts: { records: outcome.read, complete: outcome.complete },
      observations: { records: observed.records, complete: observed.left.length === 0, left: observed.left },
      releases: new Set(joint.map(({ release }) => release)).size,
      limit: limits.records,
    },
  }
}

type Judge = (area: AirArea, day: string, value: ForecastValue, standard: AirStandardId | undefined) => Outcome

function editionOn(day: string): AirStandardId | undefined {
  return findAirIndex(midnight(day))?.id
}

function judgeBy({ days, left }: Awaited<ReturnType<typeof readObservedDays>>): Judge {
  const notRead = new Set(left)
  return (area, day, value, standard) => {
    if (area.kind === 'zone') return { unscored: 'zone' }
    if (standard === undefined || standard !== editionOn(day)) return { unscored: 'otherEdition' }
    if (notRead.has(area.id)) return { unscored: 'notRead' }
    const observed = days.get(dayKey(area.id, day))
    if (!observed) return { unscored: 'noObservation' }
    const score = scoreForecast(value, observed)
    return score ? { standing: standingOf(observed), score } : { unscored: 'incomplete' }
  }
}

/** Published after its day began it is no forecast of it any more, unless on the day itself: then it is one of no hours ahead. */
function judgeJoint({ area, day, daysAhead, value }: JointForecast, judge: Judge): Outcome {
  return daysAhead < 0 ? { unscored: 'late' } : judge(area, day, value, editionOn(day))
}

function hoursAhead({ daysAhead }: JointForecast): number {
  return Math.max(0, daysAhead) * 24
}

function meetingsOf(
  joint: readonly JointForecast[],
  held: readonly HeldForecast[],
  days: ReadonlyMap<string, ObservedDay>,
  judge: Judge,
): readonly Meeting[] {
  const byDay = Map.groupBy(held, ({ area, day }) => dayKey(area.id, day))
  return joint.map((one) => {
    const key = dayKey(one.area.id, one.day)
    const edition = editionOn(one.day)
    const newest = new Map<Source, HeldForecast>()
    for (const said of byDay.get(key) ?? []) {
      const { source, stored, superseded } = said
      const lay = stored.index < one.basis && (superseded === null || superseded >= one.basis)
      const before = newest.get(source)
      if (lay && (!before || isNewer(said, before))) newest.set(source, said)
    }
    const words = [...newest]
      .filter(([, { standard }]) => standard === edition)
      .map(([source, { value }]): [Source, Word] => [
        source,
        { value, outcome: one.daysAhead < 0 ? { unscored: 'late' } : judge(one.area, one.day, value, edition) },
      ])
    return {
      joint: one,
      horizonHours: hoursAhead(one),
      outcome: judgeJoint(one, judge),
      observed: days.get(key) ?? null,
      words: Object.fromEntries(words),
    }
  })
}
