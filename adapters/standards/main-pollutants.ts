/** Main pollution indicators of a section (主要污染指标, 环办〔2011〕22号) and how bulletins print them. */
import { HB2011_22 } from '../../contracts/standards/index.ts'
import type { WaterAssessment, WaterBody, WaterStandard } from '../../contracts/standards/types.ts'
import { WATER_ITEMS, type WaterClass, type WaterItem } from '../../contracts/water-section-quality/record.ts'
import { itemTitle } from './items.ts'
import { classOfMean, compareMultiples, type Mean, type Multiple, meanOf, multipleOf, printMultiple } from './means.ts'
import { type ItemLimits, limitTable } from './water-limits.ts'

/** Values of one section as decimal texts in the standard's units. */
export type SectionValues = Readonly<Partial<Record<WaterItem, string>>>

/** An item over class Ⅲ; `multiple` is (C − S_Ⅲ) ÷ S_Ⅲ to one place, null where none is defined (pH, dissolved oxygen). */
export interface MainPollutant {
  readonly item: WaterItem
  readonly class: WaterClass
  readonly multiple: string | null
}

/**
 * The main pollutants of a section: cyanide and heavy metals first, then by class, worst first, then by exact multiple, largest first,
 * then by number in table 1; an item without a multiple comes after those of its class that have one. None when the section is class Ⅲ or better.
 * Throws TypeError when a value is no decimal text.
 */
export function mainPollutants(
  values: SectionValues,
  waterBody: WaterBody,
  standard: WaterStandard,
  method: WaterAssessment = HB2011_22,
): readonly MainPollutant[] {
  return mainPollutantsOfMeans(meansOf([values]), waterBody, standard, method)
}

/** The same for means over several sections. */
export function mainPollutantsOfMeans(
  means: ReadonlyMap<WaterItem, Mean>,
  waterBody: WaterBody,
  standard: WaterStandard,
  method: WaterAssessment = HB2011_22,
): readonly MainPollutant[] {
  const { worseThan, count, noMultiple, first } = method.mainPollutants
  const found: Candidate[] = []
  for (const limits of limitTable(standard, waterBody).inClass) {
    const mean = means.get(limits.key)
    if (!mean) continue
    const itemClass = classOfMean(limits, mean)
    if (itemClass <= worseThan) continue
    found.push({
      limits,
      class: itemClass,
      first: first.includes(limits.key),
      multiple: noMultiple.includes(limits.key) ? null : multipleAgainst(limits, mean, worseThan),
    })
  }
  return found
    .sort(byRank)
    .slice(0, count)
    .map(({ limits, class: itemClass, multiple }) => ({
      item: limits.key,
      class: itemClass,
      multiple: multiple && printMultiple(multiple),
    }))
}

/** Each item's mean over the sections that have it. */
export function meansOf(sections: readonly SectionValues[]): ReadonlyMap<WaterItem, Mean> {
  const means = new Map<WaterItem, Mean>()
  for (const item of WATER_ITEMS) {
    const values = sections.map((section) => section[item]).filter((value) => value !== undefined)
    if (values.length > 0) means.set(item, meanOf(values))
  }
  return means
}

/** As bulletins print them: `总磷(0.2)、溶解氧`; an empty text for none. */
export function printPollutants(
  list: readonly { readonly item: WaterItem; readonly multiple: string | null }[],
): string {
  return list
    .map(({ item, multiple }) => (multiple === null ? itemTitle(item).zh : `${itemTitle(item).zh}(${multiple})`))
    .join('、')
}

interface Candidate {
  readonly limits: ItemLimits
  readonly class: WaterClass
  readonly first: boolean
  readonly multiple: Multiple | null
}

function multipleAgainst(limits: ItemLimits, mean: Mean, waterClass: WaterClass): Multiple | null {
  const limit = limits.direction === 'upper' ? limits.exact[waterClass - 1] : undefined
  return limit ? multipleOf(mean, limit) : null
}

function byRank(left: Candidate, right: Candidate): number {
  if (left.first !== right.first) return left.first ? -1 : 1
  if (left.class !== right.class) return right.class - left.class
  if (left.multiple && right.multiple) {
    const order = compareMultiples(right.multiple, left.multiple)
    if (order !== 0) return order
  } else if (left.multiple || right.multiple) {
    return left.multiple ? -1 : 1
  }
  return left.limits.no - right.limits.no
}
