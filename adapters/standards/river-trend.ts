/** How water quality changed between two periods (环办〔2011〕22号): sections by steps of rating, rivers by shares of classes. */
import { HB2011_22 } from '../../contracts/standards/index.ts'
import { RATINGS, type WaterAssessment } from '../../contracts/standards/types.ts'
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'
import { divideHalfEven, formatDecimal } from './decimal.ts'
import { sectionRating } from './river-rating.ts'

/** 无明显变化, 有所好转, 明显好转, 有所变差, 明显变差. */
export type Trend = 'unchanged' | 'somewhat-better' | 'markedly-better' | 'somewhat-worse' | 'markedly-worse'

/** Classes by section in one period; null where a section has none. */
export type ClassesBySection = ReadonlyMap<string, WaterClass | null>

/** The shares of one period, in whole sections of those compared. */
export interface ComparedShares {
  /** Classes Ⅰ to Ⅲ. */
  readonly good: number
  /** Worse than Ⅴ. */
  readonly worst: number
}

/**
 * What comes of comparing a river's sections. Only those with a class in both periods are compared: `compared` of them, `apart` have one in one
 * period alone. With fewer than the measures rate by shares there is no answer, and `trend` is null.
 */
export interface RiverTrend {
  readonly trend: Trend | null
  readonly compared: number
  readonly apart: number
  readonly before: ComparedShares
  readonly after: ComparedShares
  /** ΔG − ΔD in points to one place, half to even; for reading: the trend is told from the exact value. Null where nothing is compared. */
  readonly points: string | null
}

/** How a section changed, by the steps between the ratings of its two classes. */
export function sectionTrend(before: WaterClass, after: WaterClass, method: WaterAssessment = HB2011_22): Trend {
  const place = (waterClass: WaterClass): number => RATINGS.indexOf(sectionRating(waterClass, method).key)
  const steps = place(before) - place(after)
  if (steps === 0) return 'unchanged'
  return told(steps > 0, Math.abs(steps) >= method.trend.section.markedlyFrom)
}

/** How a river changed, by the shares of classes Ⅰ–Ⅲ and worse than Ⅴ among the sections that can be compared. */
export function riverTrend(
  before: ClassesBySection,
  after: ClassesBySection,
  method: WaterAssessment = HB2011_22,
): RiverTrend {
  const ids = new Set([...before.keys(), ...after.keys()])
  const [then, now]: [WaterClass[], WaterClass[]] = [[], []]
  let apart = 0
  for (const id of ids) {
    const [old, next] = [before.get(id) ?? null, after.get(id) ?? null]
    if (old !== null && next !== null) {
      then.push(old)
      now.push(next)
    } else if (old !== null || next !== null) apart++
  }
  const [was, is] = [sharesOf(then), sharesOf(now)]
  const compared = now.length
  // In hundredths of a section: points are these over the number compared.
  const difference = (is.good - was.good - (is.worst - was.worst)) * 100
  return {
    trend: compared < method.river.minSections ? null : byPoints(difference, compared, method),
    compared,
    apart,
    before: was,
    after: is,
    points: compared === 0 ? null : formatDecimal(divideHalfEven(BigInt(difference), BigInt(compared), 1)),
  }
}

function byPoints(difference: number, all: number, { trend: { river } }: WaterAssessment): Trend {
  const size = Math.abs(difference)
  if (size <= river.unchangedUpTo * all) return 'unchanged'
  return told(difference > 0, size > river.somewhatUpTo * all)
}

function told(better: boolean, markedly: boolean): Trend {
  if (better) return markedly ? 'markedly-better' : 'somewhat-better'
  return markedly ? 'markedly-worse' : 'somewhat-worse'
}

function sharesOf(classes: readonly WaterClass[]): ComparedShares {
  return {
    good: classes.filter((waterClass) => waterClass <= 3).length,
    worst: classes.filter((waterClass) => waterClass === 6).length,
  }
}
