/** Scores of many forecasts together: rates, bias and mean absolute error, and joint values held against other forecasts of the same days. Rounded once, half to even (GB/T 8170-2008). */
import { divideHalfEven, formatDecimal } from './decimal.ts'
import type { ForecastScore } from './forecast-score.ts'

/** Of `n` that can be said, how many hit; `rate` in percent to one decimal, null of none. */
export interface Rate {
  readonly hits: number
  readonly n: number
  readonly rate: string | null
}

/** A mean of `n`, in AQI to one decimal, null of none. */
export interface MeanFigure {
  readonly n: number
  readonly value: string | null
}

/** Which hits are counted. */
export const HITS = { class: 'classHit', middle: 'middleHit', primary: 'primaryHit', range: 'rangeHit' } as const
/** One of them. */
export type Hit = keyof typeof HITS

/** Scores together. */
export interface ScoreTally extends Readonly<Record<Hit, Rate>> {
  readonly n: number
  /** Mean of (middle of the range − AQI): above 0 the forecasts were too high. */
  readonly bias: MeanFigure
  /** Mean of its absolute value. */
  readonly mae: MeanFigure
  /** Mean width of the ranges. */
  readonly width: MeanFigure
}

/** The scores of the joint value and of another forecast, of one area and day. */
export interface ScorePair {
  readonly joint: ForecastScore
  readonly other: ForecastScore
}

/** A figure of both over the same `n`, and the joint value's less the other's; worked out before either is rounded. */
export interface PairedFigure {
  readonly n: number
  readonly joint: string | null
  readonly other: string | null
  readonly difference: string | null
}

/** Pairs together. `better`: the joint value had the smaller absolute error. Rates and their differences in percent and its points. */
export interface PairTally extends Readonly<Record<Hit, PairedFigure>> {
  readonly n: number
  readonly better: number
  readonly equal: number
  readonly worse: number
  readonly mae: PairedFigure
}

/** Below so many a figure says little. */
export const FEW = 10

const NAMES = ['class', 'middle', 'primary', 'range'] as const satisfies readonly Hit[]

/** `numerator ÷ denominator` to one decimal; null by 0. */
function toOne(numerator: number, denominator: number): string | null {
  return denominator === 0 ? null : formatDecimal(divideHalfEven(BigInt(numerator), BigInt(denominator), 1))
}

function byHit<T>(make: (hit: Hit) => T): Record<Hit, T> {
  const [first, middle, primary, range] = NAMES
  return { class: make(first), middle: make(middle), primary: make(primary), range: make(range) }
}

function present<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function rateOf(hits: readonly boolean[]): Rate {
  const count = hits.filter(Boolean).length
  return { hits: count, n: hits.length, rate: toOne(100 * count, hits.length) }
}

/** All of them, in whatever order. */
export function tallyScores(scores: readonly ForecastScore[]): ScoreTally {
  const errors = present(scores.map(({ doubleError }) => doubleError))
  const widths = present(scores.map(({ width }) => width))
  const n = errors.length
  return {
    n: scores.length,
    ...byHit((hit) => rateOf(present(scores.map((score) => score[HITS[hit]])))),
    bias: { n, value: toOne(sum(errors), 2 * n) },
    mae: { n, value: toOne(sum(errors.map(Math.abs)), 2 * n) },
    width: { n: widths.length, value: toOne(sum(widths), widths.length) },
  }
}

/** The pairs in which a figure can be said of both. */
function both<T>(pairs: readonly ScorePair[], of: (score: ForecastScore) => T | null): readonly (readonly [T, T])[] {
  return pairs.flatMap(({ joint, other }) => {
    const [a, b] = [of(joint), of(other)]
    return a === null || b === null ? [] : [[a, b] as const]
  })
}

function paired(values: readonly (readonly [number, number])[], scale: number, divisor: number): PairedFigure {
  const n = values.length
  const [joint, other] = [sum(values.map(([a]) => a)), sum(values.map(([, b]) => b))]
  const mean = (total: number): string | null => toOne(scale * total, divisor * n)
  return { n, joint: mean(joint), other: mean(other), difference: mean(joint - other) }
}

/** All of them, in whatever order. */
export function tallyPairs(pairs: readonly ScorePair[]): PairTally {
  const errors = both(pairs, ({ doubleError }) => doubleError && Math.abs(doubleError))
  return {
    n: pairs.length,
    ...byHit((hit) => {
      const hits = both(pairs, (score) => score[HITS[hit]])
      return paired(
        hits.map(([a, b]) => [Number(a), Number(b)] as const),
        100,
        1,
      )
    }),
    better: errors.filter(([a, b]) => a < b).length,
    equal: errors.filter(([a, b]) => a === b).length,
    worse: errors.filter(([a, b]) => a > b).length,
    mae: paired(errors, 1, 2),
  }
}
