/** The class of a section by single factor: the worst class among the items that count (GB 3838-2002 §5; 环办〔2011〕22号). */
import type { WaterBody, WaterStandard } from '../../contracts/standards/types.ts'
import type { Result, WaterClass, WaterItem } from '../../contracts/water-section-quality/record.ts'
import { classOf, limitTable } from './water-limits.ts'

export { type Exceedance, parseExceedance } from './exceedance-text.ts'
export { type MainPollutant, mainPollutants, printPollutants, type SectionValues } from './main-pollutants.ts'
export { type ClassGlyph, classGlyph, parseClass } from './water-class.ts'

/** What a set of results comes to. Item lists are in the order of `WATER_ITEMS`. */
export interface Assessment {
  /** Null when no item that counts has a value. */
  readonly computed: WaterClass | null
  /** The items that counted. */
  readonly items: readonly WaterItem[]
  /** Those as bad as the class itself; none for class Ⅰ, which nothing determines. */
  readonly determining: readonly WaterItem[]
}

/**
 * The class of one item's value, in the standard's unit and unrounded; null where the standard sets no limits for it in that water body.
 * Dissolved oxygen is class Ⅰ from 7.5 mg/L: the other way there, 90 % saturation, cannot be told without pressure and salinity.
 * Throws TypeError when the value is not finite.
 */
export function itemClass(
  item: WaterItem,
  value: number,
  waterBody: WaterBody,
  standard: WaterStandard,
): WaterClass | null {
  const limits = limitTable(standard, waterBody).byItem[item]
  return limits ? classOf(limits, value) : null
}

/**
 * The class of a set of results, from `value` (never `reported`, which is rounded). A figure below a limit (`<`, `L`) counts at that limit;
 * what was not detected without a limit, or is missing, is left out. Values are finite and in the standard's units.
 */
export function assess(
  results: Readonly<Partial<Record<WaterItem, Result>>>,
  waterBody: WaterBody,
  standard: WaterStandard,
): Assessment {
  const items: WaterItem[] = []
  let determining: WaterItem[] = []
  let worst: WaterClass = 1
  for (const limits of limitTable(standard, waterBody).inClass) {
    const result = results[limits.key]
    if (!result || result.value === null) continue
    const { qualifier } = result
    if (qualifier !== null && qualifier !== '<' && qualifier !== 'L') continue
    items.push(limits.key)
    const found = classOf(limits, result.value)
    if (found > worst) {
      worst = found
      determining = [limits.key]
    } else if (found === worst && found > 1) {
      determining.push(limits.key)
    }
  }
  return { computed: items.length > 0 ? worst : null, items, determining }
}
