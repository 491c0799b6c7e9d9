/** The limits of GB 3838-2002 table 1 made ready to compare with, once for each standard and water body. */
import type { ClassLimits, StandardItem, WaterBody, WaterStandard } from '../../contracts/standards/types.ts'
import { WATER_ITEMS, type WaterClass, type WaterItem } from '../../contracts/water-section-quality/record.ts'
import { type Decimal, decimal } from './decimal.ts'

/** The limits of classes Ⅰ to Ⅴ, named so that the hot path reads members and no iterator. */
interface Five {
  readonly i: number
  readonly ii: number
  readonly iii: number
  readonly iv: number
  readonly v: number
}

/** How a value meets classes 1–5: by upper or lower limits, as numbers and exactly, or by lying in a range. */
export type ItemLimits = {
  readonly key: WaterItem
  readonly no: number
  readonly inClass: boolean
} & (
  | { readonly direction: 'upper' | 'lower'; readonly limits: Five; readonly exact: readonly Decimal[] }
  | {
      readonly direction: 'range'
      readonly min: number
      readonly max: number
      readonly exact: readonly [Decimal, Decimal]
    }
)

/** The items with limits for one water body: all, and those that count towards the class, in the order of `WATER_ITEMS`. */
export interface LimitTable {
  readonly byItem: Readonly<Partial<Record<WaterItem, ItemLimits>>>
  readonly inClass: readonly ItemLimits[]
}

type Tables = Readonly<Record<WaterBody, LimitTable>>

const prepared = new WeakMap<WaterStandard, Tables>()

/** The limits of a standard for a water body. */
export function limitTable(standard: WaterStandard, waterBody: WaterBody): LimitTable {
  let tables = prepared.get(standard)
  if (!tables) {
    tables = { river: prepare(standard, 'river'), lake: prepare(standard, 'lake') }
    prepared.set(standard, tables)
  }
  return tables[waterBody]
}

/** The class of a finite number in the standard's unit; a limit that is met exactly counts, and of classes that share a limit the better. */
export function classOf(limits: ItemLimits, value: number): WaterClass {
  // NaN compares false with every limit and would pass for the worst class.
  if (!Number.isFinite(value)) throw new TypeError(`expected a finite number for ${limits.key}, got ${value}`)
  if (limits.direction === 'range') return value >= limits.min && value <= limits.max ? 1 : 6
  return limits.direction === 'upper' ? upTo(limits.limits, value) : from(limits.limits, value)
}

function prepare(standard: WaterStandard, waterBody: WaterBody): LimitTable {
  const entries = standard.items.map((item) => itemLimits(item, waterBody)).filter((entry) => entry !== undefined)
  const byItem = Object.fromEntries(entries.map((entry) => [entry.key, entry]))
  return {
    byItem,
    inClass: WATER_ITEMS.map((key) => byItem[key])
      .filter((entry) => entry !== undefined)
      .filter((entry) => entry.inClass),
  }
}

function itemLimits(item: StandardItem, waterBody: WaterBody): ItemLimits | undefined {
  const { key, no, inClass, direction } = item
  if (direction === 'none') return undefined
  if (direction === 'range') {
    if (!item.range) throw new TypeError(`expected a range for ${key}`)
    const { min, max } = item.range
    return { key, no, inClass, direction, min: Number(min), max: Number(max), exact: [decimal(min), decimal(max)] }
  }
  const limits = waterBody === 'lake' ? (item.limits.lake ?? item.limits.river) : item.limits.river
  return limits && { key, no, inClass, direction, limits: five(limits), exact: limits.map(decimal) }
}

function five([i, ii, iii, iv, v]: ClassLimits): Five {
  return { i: Number(i), ii: Number(ii), iii: Number(iii), iv: Number(iv), v: Number(v) }
}

function upTo({ i, ii, iii, iv, v }: Five, value: number): WaterClass {
  return value <= i ? 1 : value <= ii ? 2 : value <= iii ? 3 : value <= iv ? 4 : value <= v ? 5 : 6
}

function from({ i, ii, iii, iv, v }: Five, value: number): WaterClass {
  return value >= i ? 1 : value >= ii ? 2 : value >= iii ? 3 : value >= iv ? 4 : value >= v ? 5 : 6
}
