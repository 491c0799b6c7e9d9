/** What is asked of scores: days, whose forecasts, which area and horizon, and what they are told apart by. */
import { dateOf, dayNumber } from '../../adapters/standards/civil-date.ts'
import { civilDay } from '../../contracts/life.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { invalid, readInteger, readQuery } from '../http/query.ts'
import type { Span } from './forecasts.ts'
import { SCORE_LIMITS } from './limits.ts'

/** By what scores are told apart, beside whose they are. */
export const GROUPINGS = ['horizon', 'season', 'area'] as const
/** One of `GROUPINGS`. */
export type Grouping = (typeof GROUPINGS)[number]

/** A question. `party` leaves out what the other side forecast, `horizon` (hours) other horizons; null for all. */
export interface ScoreQuestion extends Span {
  readonly party: PartyId | null
  readonly horizon: number | null
  readonly group: readonly Grouping[]
}

/** The parameters of a question. */
export const PARAMETERS = ['from', 'to', 'party', 'area', 'horizon', 'group', 'asOf'] as const
/** One of `PARAMETERS`. */
export type Parameter = (typeof PARAMETERS)[number]

/** Parameters as sent. */
export type Asked = Readonly<Partial<Record<Parameter, string>>>

/** Farthest ahead that the contract lets a forecast reach, in hours. */
export const FARTHEST = 360

const AREA = /^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\S{1,60})$/

function dayOf(name: 'from' | 'to', sent: string): number {
  try {
    return dayNumber(sent)
  } catch {
    throw invalid(name, sent, '应为日期，例：2026-11-16', 'expected a date, as 2026-11-16')
  }
}

function readDays({ from, to }: Asked, today: string): Pick<ScoreQuestion, 'from' | 'to'> {
  const { days, usual } = SCORE_LIMITS
  const last =
    to === undefined ? (from === undefined ? dayNumber(today) : dayOf('from', from) + usual - 1) : dayOf('to', to)
  const first = from === undefined ? last - usual + 1 : dayOf('from', from)
  if (last < first) throw invalid('to', to ?? '', '不得早于 from', 'expected no day before from')
  if (last - first >= days)
    throw invalid('to', to ?? '', `一次最多 ${days} 天`, `expected no more than ${days} days at once`)
  return { from: dateOf(first), to: dateOf(last) }
}

function readGroup(sent: string): readonly Grouping[] {
  const named = sent === '' ? [] : sent.split(',')
  const group = GROUPINGS.filter((one) => named.includes(one))
  if (group.length === named.length) return group
  throw invalid(
    'group',
    sent,
    `应为 ${GROUPINGS.join('、')} 中的若干项，以逗号分隔`,
    `expected some of ${GROUPINGS.join(', ')}`,
  )
}

/** The question that parameters ask; `size` is the ledger's, `now` in ms. Throws Problem `query-invalid`. */
export function questionOf(
  asked: Asked,
  { now, size }: { readonly now: number; readonly size: number },
): ScoreQuestion {
  const { area = null, asOf, group = 'horizon', horizon, party } = asked
  const side = party === undefined ? null : PARTIES.find((one) => one === party)
  if (side === undefined) throw invalid('party', party ?? '', '应为 cq 或 sc', 'expected cq or sc')
  if (area !== null && !AREA.test(area))
    throw invalid('area', area, '应为区划登记册中的编号', 'expected the id of an area in the register of divisions')
  const hours = horizon === undefined ? null : readInteger('horizon', horizon, 0, FARTHEST)
  if (hours !== null && hours % 24 !== 0)
    throw invalid('horizon', horizon ?? '', '应为 24 的倍数', 'expected a multiple of 24')
  return {
    ...readDays(asked, civilDay(now)),
    area,
    asOf: asOf === undefined ? size : readInteger('asOf', asOf, 0, size),
    group: readGroup(group),
    horizon: hours,
    party: side,
  }
}

/** The question of an address, of those parameters alone. Throws Problem `query-invalid`. */
export function readScoreQuestion(
  url: string,
  at: { readonly now: number; readonly size: number },
  allowed: readonly Parameter[] = PARAMETERS,
): ScoreQuestion {
  return questionOf(readQuery(url, allowed), at)
}
