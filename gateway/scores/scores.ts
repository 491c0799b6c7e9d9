/** The answer to a question for scores: worked out as of one ledger size, each reading once. */
import type { PairTally, ScoreTally } from '../../adapters/standards/forecast-tally.ts'
import { civilDay } from '../../contracts/life.ts'
import type { Gateway } from '../gateway.ts'
import { type Keeping, keeping } from '../release/consultation/kept.ts'
import { addDays } from '../release/products/period.ts'
import { type Basis, type ReadSoFar, readBasis } from './basis.ts'
import { type Divergence, divergences } from './divergence.ts'
import type { ReadLimits, Span } from './forecasts.ts'
import { asked, type Counts, countsOf, type Grouped, groupPairs, groupScores } from './groups.ts'
import { SCORE_LIMITS } from './limits.ts'
import type { ScoreQuestion } from './question.ts'

/** Scores, and what they were read from. */
export interface Scores {
  readonly question: ScoreQuestion
  readonly counts: Counts
  readonly read: ReadSoFar
  readonly groups: readonly Grouped<ScoreTally>[]
  readonly pairs: readonly Grouped<PairTally>[]
}

/** The list of divergences; `found` is how many there are. */
export interface Divergences {
  readonly question: ScoreQuestion
  readonly read: ReadSoFar
  readonly found: number
  readonly list: readonly Divergence[]
}

type Reader = Pick<Gateway, 'log' | 'now' | 'releases' | 'store'>

interface Readings {
  readonly all: Keeping<Basis>
  readonly areas: Keeping<Basis>
}

const kept = new WeakMap<Reader['store'], Readings>()

function basisOf(gateway: Reader, { from, to, area, asOf }: Span, limits: ReadLimits): Promise<Basis> {
  const { store } = gateway
  const readings = kept.get(store) ?? {
    all: keeping<Basis>(SCORE_LIMITS.kept),
    areas: keeping<Basis>(SCORE_LIMITS.keptOfAreas),
  }
  kept.set(store, readings)
  const key = [from, to, area, asOf, limits.records].join(' ')
  return readings[area === null ? 'all' : 'areas'](key, () => readBasis(gateway, { from, to, area, asOf }, limits))
}

/** Scores. */
export async function scoresOf(
  gateway: Reader,
  question: ScoreQuestion,
  limits: ReadLimits = SCORE_LIMITS,
): Promise<Scores> {
  const { forecasts, meetings, read } = await basisOf(gateway, question, limits)
  const those = asked(forecasts, question)
  return {
    question,
    counts: countsOf(those),
    read,
    groups: groupScores(those, question.group),
    pairs: groupPairs(meetings, question),
  }
}

/** Where the sides differed. */
export async function divergencesOf(
  gateway: Reader,
  question: ScoreQuestion,
  limits: ReadLimits = SCORE_LIMITS,
): Promise<Divergences> {
  const { meetings, read } = await basisOf(gateway, question, limits)
  const { horizon } = question
  const all = divergences(meetings.filter(({ horizonHours }) => horizon === null || horizonHours === horizon))
  return { question, read, found: all.length, list: all.slice(0, SCORE_LIMITS.divergences) }
}

/** The scores of an area over the last days, by horizon: the evidence beside a forecast. `before` is the first civil day that does not count; today unless said. */
export function recentScores(gateway: Reader, area: string, before = civilDay(gateway.now())): Promise<Scores> {
  return scoresOf(gateway, {
    area,
    asOf: gateway.log.head().size,
    from: addDays(before, -SCORE_LIMITS.recent),
    group: ['horizon'],
    horizon: null,
    party: null,
    to: addDays(before, -1),
  })
}
