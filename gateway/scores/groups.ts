/** Scores told apart by whose they are, and by horizon, season and area where that is asked; and the joint values held against each voice on the same days. */
import type { ForecastScore, Standing } from '../../adapters/standards/forecast-score.ts'
import {
  FEW,
  type PairTally,
  type ScorePair,
  type ScoreTally,
  tallyPairs,
  tallyScores,
} from '../../adapters/standards/forecast-tally.ts'
import { SEASONS, type Season, seasonOf } from '../../adapters/standards/season.ts'
import type { AirArea } from '../../contracts/air-forecast/record.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import type { Source } from '../release/products/air/words.ts'
import { type Forecast, type Meeting, type Unscored, VOICES, type Voice } from './basis.ts'
import type { Grouping, ScoreQuestion } from './question.ts'

/** What a group holds: null where it was not asked to be told apart by that. */
export interface GroupOf {
  readonly voice: Voice
  readonly side: PartyId | null
  readonly horizonHours: number | null
  readonly season: Season | null
  readonly area: Pick<AirArea, 'id' | 'name'> | null
}

/** Figures against reviewed days, and apart from them against those not yet reviewed. `few`: of the reviewed there are too few to say much. */
export interface Grouped<T> extends GroupOf {
  readonly few: boolean
  readonly reviewed: T
  readonly provisional: T
}

/** How many forecasts there were, and what became of them. */
export type Counts = Readonly<Record<'forecasts' | Standing | Unscored | 'revisedLate', number>>

type Filter = Pick<ScoreQuestion, 'horizon' | 'party'>

/** The forecasts a question is about. */
export function asked<T extends Pick<Forecast, 'horizonHours' | 'side'>>(
  all: readonly T[],
  { horizon, party }: Filter,
): readonly T[] {
  return all.filter(
    ({ horizonHours, side }) =>
      (horizon === null || horizonHours === horizon) && (party === null || side === null || side === party),
  )
}

/** What became of them. */
export function countsOf(forecasts: readonly Forecast[]): Counts {
  const counts = {
    forecasts: forecasts.length,
    reviewed: 0,
    provisional: 0,
    late: 0,
    otherEdition: 0,
    zone: 0,
    notRead: 0,
    noObservation: 0,
    incomplete: 0,
    revisedLate: 0,
  }
  for (const { outcome, revisedLate } of forecasts) {
    counts['score' in outcome ? outcome.standing : outcome.unscored]++
    if (revisedLate) counts.revisedLate++
  }
  return counts
}

/** One thing to be counted in a group. */
interface Member<T> extends Pick<Forecast, 'area' | 'day' | 'horizonHours' | 'side' | 'voice'> {
  readonly standing: Standing
  readonly of: T
}

function groupOf({ area, day, horizonHours, side, voice }: Member<unknown>, by: readonly Grouping[]): GroupOf {
  return {
    voice,
    side,
    horizonHours: by.includes('horizon') ? horizonHours : null,
    season: by.includes('season') ? seasonOf(day) : null,
    area: by.includes('area') ? { id: area.id, name: area.name } : null,
  }
}

function placeOf({ voice, side, horizonHours, season, area }: GroupOf): string {
  return [
    VOICES.indexOf(voice),
    side === null ? PARTIES.length : PARTIES.indexOf(side),
    String(horizonHours ?? 0).padStart(3, '0'),
    season === null ? 0 : SEASONS.indexOf(season),
    area?.id ?? '',
  ].join(' ')
}

function grouped<T, R extends { readonly n: number }>(
  members: readonly Member<T>[],
  by: readonly Grouping[],
  tally: (all: readonly T[]) => R,
): readonly Grouped<R>[] {
  const groups = Map.groupBy(
    members.map((member) => ({ member, group: groupOf(member, by) })),
    ({ group }) => placeOf(group),
  )
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) => {
      const [first] = all
      if (!first) return []
      const of = (standing: Standing): R =>
        tally(all.flatMap(({ member }) => (member.standing === standing ? [member.of] : [])))
      const reviewed = of('reviewed')
      return [{ ...first.group, few: reviewed.n < FEW, reviewed, provisional: of('provisional') }]
    })
}

/** The scores of each voice. */
export function groupScores(forecasts: readonly Forecast[], by: readonly Grouping[]): readonly Grouped<ScoreTally>[] {
  const members = forecasts.flatMap(({ outcome, ...rest }): Member<ForecastScore>[] =>
    'score' in outcome ? [{ ...rest, standing: outcome.standing, of: outcome.score }] : [],
  )
  return grouped(members, by, tallyScores)
}

/** The joint value held against each voice, on the city-days both spoke of. */
export function groupPairs(
  meetings: readonly Meeting[],
  { horizon, party, group }: Filter & Pick<ScoreQuestion, 'group'>,
): readonly Grouped<PairTally>[] {
  const members = meetings.flatMap((meeting) => {
    const { joint, horizonHours, outcome, words } = meeting
    const { area, day } = joint
    if (!('score' in outcome)) return []
    const { score, standing } = outcome
    return SOURCES.flatMap((source): Member<ScorePair>[] => {
      const other = words[source]?.outcome
      if (!other || !('score' in other)) return []
      const side = source === 'guidance' ? null : source
      const voice = side === null ? 'guidance' : side === area.party ? 'own' : 'second'
      return [{ area, day, horizonHours, side, voice, standing, of: { joint: score, other: other.score } }]
    })
  })
  return grouped(asked(members, { horizon, party }), group, tallyPairs)
}

const SOURCES: readonly Source[] = [...PARTIES, 'guidance']
