/** Where the two sides differed when both agreed: what each said, what was agreed and how, what happened, and who was nearer. Kept whether or not it is known yet how it turned out. */
import { divideHalfEven, formatDecimal } from '../../adapters/standards/decimal.ts'
import { type ObservedDay, type Standing, standingOf } from '../../adapters/standards/forecast-score.ts'
import type { AirArea } from '../../contracts/air-forecast/record.ts'
import { canonical } from '../../contracts/jcs.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { Take } from '../release/consultation/acts.ts'
import type { ForecastValue } from '../release/release-types.ts'
import type { Meeting, Outcome, Unscored } from './basis.ts'

/** Who of the three is told of. */
export const TELLERS = ['cq', 'sc', 'joint'] as const
/** One of `TELLERS`. */
export type Teller = (typeof TELLERS)[number]

/** One city-day of one release. */
export interface Divergence {
  readonly area: AirArea
  readonly day: string
  readonly horizonHours: number
  readonly release: string
  /** The consultation in which it was agreed. */
  readonly consultation: string
  readonly publishedAt: string
  readonly said: Readonly<Record<PartyId, ForecastValue>>
  readonly guidance: ForecastValue | null
  readonly joint: ForecastValue
  readonly take: Take
  readonly reason: string | null
  /** What happened; null where no complete day was observed. */
  readonly observed:
    | (Pick<ObservedDay, 'aqi' | 'class' | 'primary' | 'review'> & { readonly standing: Standing })
    | null
  /** Why nobody's error is told. */
  readonly unscored: Unscored | null
  /** The middle of the range less the AQI, one decimal; null where it cannot be said. */
  readonly errors: Readonly<Record<Teller, string | null>>
  /** Those with the smallest absolute error; none where the errors of all three are not known. */
  readonly nearest: readonly Teller[]
}

/** Whether two values are not the same. */
function differ(one: ForecastValue, other: ForecastValue): boolean {
  const told = ({ aqi, class: { max, min }, primary }: ForecastValue): string =>
    canonical({ aqi: aqi && { max: aqi.max, min: aqi.min }, class: { max, min }, primary: primary.toSorted() })
  return told(one) !== told(other)
}

function doubleErrorOf(outcome: Outcome): number | null {
  return 'score' in outcome ? outcome.score.doubleError : null
}

function printed(doubleError: number | null): string | null {
  return doubleError === null ? null : formatDecimal(divideHalfEven(BigInt(doubleError), 2n, 1))
}

function nearestOf(errors: Readonly<Record<Teller, number | null>>): readonly Teller[] {
  const sizes = TELLERS.flatMap((teller) => {
    const error = errors[teller]
    return error === null ? [] : [{ teller, size: Math.abs(error) }]
  })
  if (sizes.length < TELLERS.length) return []
  const least = Math.min(...sizes.map(({ size }) => size))
  return sizes.filter(({ size }) => size === least).map(({ teller }) => teller)
}

/** The city-days where the sides differed, the newest day first. */
export function divergences(meetings: readonly Meeting[]): readonly Divergence[] {
  return meetings
    .flatMap(({ joint, horizonHours, observed, outcome, words }): Divergence[] => {
      const { cq, guidance, sc } = words
      if (!cq || !sc || !differ(cq.value, sc.value)) return []
      const errors = {
        cq: doubleErrorOf(cq.outcome),
        sc: doubleErrorOf(sc.outcome),
        joint: doubleErrorOf(outcome),
      }
      const { area, consultation, day, publishedAt, reason, release, take, value } = joint
      return [
        {
          area,
          day,
          horizonHours,
          release,
          consultation,
          publishedAt,
          said: { cq: cq.value, sc: sc.value },
          guidance: guidance?.value ?? null,
          joint: value,
          take,
          reason,
          observed: observed?.complete ? { ...seen(observed), standing: standingOf(observed) } : null,
          unscored: 'score' in outcome ? null : outcome.unscored,
          errors: { cq: printed(errors.cq), sc: printed(errors.sc), joint: printed(errors.joint) },
          nearest: nearestOf(errors),
        },
      ]
    })
    .toSorted((a, b) => order(a, b))
}

function seen({ aqi, class: found, primary, review }: ObservedDay) {
  return { aqi, class: found, primary, review }
}

function order(a: Divergence, b: Divergence): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1
  if (a.area.id !== b.area.id) return a.area.id < b.area.id ? -1 : 1
  return Date.parse(b.publishedAt) - Date.parse(a.publishedAt)
}
