/** Scores as CSV (RFC 4180) with a byte order mark: a group and standing a line, and a divergence a line. */
import type { MeanFigure, PairedFigure, PairTally, Rate, ScoreTally } from '../../adapters/standards/forecast-tally.ts'
import { csvLine } from '../http/csv.ts'
import type { ForecastValue } from '../release/release-types.ts'
import { type Divergence, TELLERS } from './divergence.ts'
import type { Grouped, GroupOf } from './groups.ts'
import type { Divergences, Scores } from './scores.ts'

type Cell = string | number | boolean | null

const GROUP = ['kind', 'voice', 'side', 'horizonHours', 'season', 'area', 'areaName', 'standing', 'few', 'n']
const RATES = ['class', 'range', 'middle', 'primary'] as const
const MEANS = ['bias', 'mae', 'width'] as const

function heading(): readonly string[] {
  return [
    ...GROUP,
    ...RATES.flatMap((hit) => [`${hit}N`, `${hit}Hits`, `${hit}Rate`]),
    ...MEANS.flatMap((mean) => [`${mean}N`, mean]),
    ...['better', 'equal', 'worse'],
    ...[...RATES, 'mae'].flatMap((name) => [`${name}PairedN`, `${name}Joint`, `${name}Other`, `${name}Difference`]),
  ]
}

function start(kind: string, { voice, side, horizonHours, season, area, few }: GroupOf & { few: boolean }) {
  return (standing: string, n: number): readonly Cell[] => [
    ...[kind, voice, side, horizonHours, season, area?.id ?? null, area?.name ?? null],
    ...[standing, few, n],
  ]
}

const rateCells = ({ n, hits, rate }: Rate): readonly Cell[] => [n, hits, rate]
const meanCells = ({ n, value }: MeanFigure): readonly Cell[] => [n, value]
const pairedCells = ({ n, joint, other, difference }: PairedFigure): readonly Cell[] => [n, joint, other, difference]

function lines<T extends { readonly n: number }>(
  kind: string,
  group: Grouped<T>,
  cells: (tally: T) => readonly Cell[],
): readonly string[] {
  const head = start(kind, group)
  return (['reviewed', 'provisional'] as const)
    .filter((standing) => group[standing].n > 0)
    .map((standing) => csvLine([...head(standing, group[standing].n), ...cells(group[standing])]))
}

function scoreCells(tally: ScoreTally): readonly Cell[] {
  const rest = RATES.length * 4 + 4 + 3
  return [
    ...RATES.flatMap((hit) => rateCells(tally[hit])),
    ...MEANS.flatMap((mean) => meanCells(tally[mean])),
    ...Array.from({ length: rest }, () => null),
  ]
}

function pairCells(tally: PairTally): readonly Cell[] {
  const before = RATES.length * 3 + MEANS.length * 2
  return [
    ...Array.from({ length: before }, () => null),
    ...[tally.better, tally.equal, tally.worse],
    ...[...RATES, 'mae' as const].flatMap((name) => pairedCells(tally[name])),
  ]
}

/** Every group, then every comparison of the joint value; what a line has none of is empty. */
export function scoresCsv({ groups, pairs }: Pick<Scores, 'groups' | 'pairs'>): string {
  const all = [
    ...groups.flatMap((group) => lines('score', group, scoreCells)),
    ...pairs.flatMap((group) => lines('joint-against', group, pairCells)),
  ]
  return `\ufeff${csvLine(heading())}${all.join('')}`
}

const VALUE = ['AqiMin', 'AqiMax', 'ClassMin', 'ClassMax', 'Primary']

function valueCells(value: ForecastValue | null): readonly Cell[] {
  if (value === null) return VALUE.map(() => null)
  const { aqi, class: classes, primary } = value
  return [aqi?.min ?? null, aqi?.max ?? null, classes.min, classes.max, primary.join('+')]
}

function divergenceCells(one: Divergence): readonly Cell[] {
  const { area, day, horizonHours, release, publishedAt, said, guidance, joint, take, reason } = one
  const { observed, unscored, errors, nearest } = one
  return [
    ...[area.id, area.name, day, horizonHours, release, publishedAt, take, reason],
    ...[said.cq, said.sc, guidance, joint].flatMap(valueCells),
    ...[observed?.aqi ?? null, observed?.class ?? null, observed?.primary.join('+') ?? null, observed?.review ?? null],
    ...[unscored, ...TELLERS.map((teller) => errors[teller]), nearest.join('+')],
  ]
}

/** Every divergence listed. */
export function divergencesCsv({ list }: Pick<Divergences, 'list'>): string {
  const heads = [
    ...['area', 'areaName', 'day', 'horizonHours', 'release', 'publishedAt', 'take', 'reason'],
    ...['cq', 'sc', 'guidance', 'joint'].flatMap((who) => VALUE.map((name) => `${who}${name}`)),
    ...['observedAqi', 'observedClass', 'observedPrimary', 'review', 'unscored'],
    ...[...TELLERS.map((teller) => `${teller}Error`), 'nearest'],
  ]
  return `\ufeff${csvLine(heads)}${list.map((one) => csvLine(divergenceCells(one))).join('')}`
}
