/** The items whose means the table of sections prints, in the order of its columns. */
import type { WaterItem } from '../../contracts/water-section-quality/record.ts'

/** Five items that automatic stations measure (GB 3838-2002 table 1). */
export const SECTION_ITEMS: readonly WaterItem[] = ['pH', 'do', 'codMn', 'nh3n', 'tp']
/** Columns before them, from 1: section, river, class, target, pollutants. */
export const COLUMNS_BEFORE_ITEMS = 5
