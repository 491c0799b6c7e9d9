/** The class of a section by single factor: the worst class among the items that count (GB 3838-2002 §5; 环办〔2011〕22号). */
import type { WaterBody, WaterStandard } from '../../contracts/standards/types.ts'
import type { Result, WaterClass, WaterItem } from '../../contracts/water-section-quality/record.ts'
import { classOf, type LimitTable, limitTable } from './water-limits.ts'

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
  const table = limitTable(standard, waterBody)
  let counted = 0
  let determining = 0
  let worst: WaterClass = 1
  for (const [at, limits] of table.inClass.entries()) {
    const result = results[limits.key]
    if (!result || result.value === null) continue
    const { qualifier } = result
    if (qualifier !== null && qualifier !== '<' && qualifier !== 'L') continue
    counted |= 1 << at
    const found = classOf(limits, result.value)
    if (found > worst) {
      worst = found
      determining = 1 << at
    } else if (found === worst && found > 1) {
      determining |= 1 << at
    }
  }
  return assessment(table, counted, determining, worst)
}

const assessments = new WeakMap<LimitTable, Map<number, Map<number, Assessment>>>()

/** Sections come to the same few assessments again and again; equal ones are one frozen object. The sets are bits by place in the table. */
function assessment(table: LimitTable, counted: number, determining: number, worst: WaterClass): Assessment {
  let sets = assessments.get(table)
  if (!sets) {
    sets = new Map()
    assessments.set(table, sets)
  }
  const known = sets.get(counted) ?? new Map<number, Assessment>()
  if (known.size === 0) sets.set(counted, known)
  // Six classes fit three bits, and a table has at most 21 items.
  const name = determining * 8 + worst
  const found = known.get(name)
  if (found) return found
  const itemsOf = (bits: number) => Object.freeze(table.inClass.flatMap(({ key }, at) => (bits & (1 << at) ? key : [])))
  const made = Object.freeze({
    computed: counted === 0 ? null : worst,
    items: itemsOf(counted),
    determining: itemsOf(determining),
  })
  known.set(name, made)
  return made
}
