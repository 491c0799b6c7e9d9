/** Water items with the unit their figures are in. */
import { CANONICAL_UNITS, itemTitle } from '../../../adapters/standards/items.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { WaterItem } from '../../../contracts/water-section-quality/record.ts'

/** Units that are words: counts and what has none. */
const WORDED: Readonly<Record<string, Bilingual>> = {
  无量纲: { zh: '无量纲', en: 'no unit' },
  '个/L': { zh: '个/L', en: 'per L' },
}

/** The unit of an item as people read it. */
export function unitOf(item: WaterItem): Bilingual {
  const unit = CANONICAL_UNITS[item]
  return WORDED[unit] ?? { zh: unit, en: unit }
}

/** `总磷（mg/L）`, `Total phosphorus (mg/L)`. */
export function itemInUnit(item: WaterItem): Bilingual {
  const [title, unit] = [itemTitle(item), unitOf(item)]
  return { zh: `${title.zh}（${unit.zh}）`, en: `${title.en} (${unit.en})` }
}
