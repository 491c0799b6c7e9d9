/** Ratings of sections and rivers (水质状况, 环办〔2011〕22号): by shares of classes from five sections on, by averages below. */
import { HB2011_22 } from '../../contracts/standards/index.ts'
import type {
  PercentRange,
  Rating,
  RatingKey,
  WaterAssessment,
  WaterBody,
  WaterStandard,
} from '../../contracts/standards/types.ts'
import type { WaterClass, WaterItem } from '../../contracts/water-section-quality/record.ts'
import { divideHalfEven, formatDecimal } from './decimal.ts'
import { type MainPollutant, mainPollutantsOfMeans, meansOf, type SectionValues } from './main-pollutants.ts'
import { classOfMean, type Mean, meanOf } from './means.ts'
import { type LimitTable, limitTable } from './water-limits.ts'

/** A section as the river sees it: its values as decimal texts and its class, null when it has none. */
export interface RatedSection {
  readonly values: SectionValues
  readonly class: WaterClass | null
}

/** An item over class Ⅲ somewhere on the river; `rate` is the share of sections in percent to one place, `multiple` always null. */
export interface RiverPollutant {
  readonly item: WaterItem
  readonly exceeding: number
  readonly rate: string
  readonly multiple: null
}

/** How many sections are of each class. */
export type ClassCounts = Readonly<Record<WaterClass, number>>

interface RiverBase {
  readonly rating: Rating
  /** Sections with a class: the whole that shares are of. */
  readonly sections: number
  readonly counts: ClassCounts
}

/** A river's rating and how it was reached; `class` is that of the averaged section. */
export type RiverRating =
  | (RiverBase & { readonly method: 'shares'; readonly pollutants: readonly RiverPollutant[] })
  | (RiverBase & { readonly method: 'mean'; readonly class: WaterClass; readonly pollutants: readonly MainPollutant[] })

/** The rating of a section of that class: 优 for Ⅰ and Ⅱ … 重度污染 for worse than Ⅴ. */
export function sectionRating(waterClass: WaterClass, method: WaterAssessment = HB2011_22): Rating {
  return ratingOf(method.sectionRatings.byClass[waterClass], method)
}

/**
 * The rating of a river from its sections; null when none has a class, or when fewer than five have and none of them has a value.
 * Sections without a class count for nothing. With fewer than five, each item is averaged over the sections that have it, unrounded;
 * values below a detection limit come halved. Throws TypeError when a value is no decimal text.
 */
export function rateRiver(
  sections: readonly RatedSection[],
  waterBody: WaterBody,
  standard: WaterStandard,
  method: WaterAssessment = HB2011_22,
): RiverRating | null {
  const classed = sections.filter((section) => section.class !== null)
  if (classed.length === 0) return null
  const counts = countClasses(classed)
  const table = limitTable(standard, waterBody)
  const base = { sections: classed.length, counts }
  if (classed.length >= method.river.minSections) {
    const rating = ratingOf(byShares(counts, classed.length, method), method)
    return { ...base, method: 'shares', rating, pollutants: riverPollutants(classed, table, method) }
  }
  const means = meansOf(classed.map(({ values }) => values))
  const averaged = worstClass(means, table)
  if (averaged === null) return null
  const pollutants = mainPollutantsOfMeans(means, waterBody, standard, method)
  return { ...base, method: 'mean', class: averaged, rating: sectionRating(averaged, method), pollutants }
}

function ratingOf(key: RatingKey, method: WaterAssessment): Rating {
  const rating = method.ratings.find((known) => known.key === key)
  if (!rating) throw new TypeError(`expected a rating ${key} in ${method.id}`)
  return rating
}

function countClasses(sections: readonly RatedSection[]): ClassCounts {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0 }
  for (const section of sections) if (section.class !== null) counts[section.class]++
  return counts
}

function byShares(counts: ClassCounts, all: number, method: WaterAssessment): RatingKey {
  const good = counts[1] + counts[2] + counts[3]
  const worst = counts[6]
  const row = method.river.shares.find((rule) => lies(good, all, rule.good) && lies(worst, all, rule.worst ?? {}))
  if (!row) throw new TypeError(`expected a row of ${method.id} for ${good} and ${worst} of ${all} sections`)
  return row.rating
}

/** Whether `part ÷ all` lies in a range of percent, in whole numbers. */
function lies(part: number, all: number, { min = 0, below }: PercentRange): boolean {
  return part * 100 >= min * all && (below === undefined || part * 100 < below * all)
}

function riverPollutants(sections: readonly RatedSection[], table: LimitTable, method: WaterAssessment) {
  const { worseThan, count } = method.mainPollutants
  return table.inClass
    .map((limits) => {
      const exceeding = sections.filter(({ values }) => {
        const value = values[limits.key]
        return value !== undefined && classOfMean(limits, meanOf([value])) > worseThan
      }).length
      return { limits, exceeding }
    })
    .filter(({ exceeding }) => exceeding > 0)
    .sort((left, right) => right.exceeding - left.exceeding || left.limits.no - right.limits.no)
    .slice(0, count)
    .map(({ limits, exceeding }) => ({
      item: limits.key,
      exceeding,
      rate: formatDecimal(divideHalfEven(BigInt(exceeding) * 100n, BigInt(sections.length), 1)),
      multiple: null,
    }))
}

function worstClass(means: ReadonlyMap<WaterItem, Mean>, table: LimitTable): WaterClass | null {
  let worst: WaterClass | null = null
  for (const limits of table.inClass) {
    const mean = means.get(limits.key)
    const found = mean && classOfMean(limits, mean)
    if (found && (worst === null || found > worst)) worst = found
  }
  return worst
}
