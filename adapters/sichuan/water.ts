/** Sichuan's water-section files → canonical records. Here 市控 is prefecture level, and 出境 leaves Sichuan for Chongqing. */
import { waterAdapter } from '../water/adapter.ts'
import { COMMON_BORDERS, COMMON_LEVELS } from '../water/side.ts'

/** The adapter of `sc` for `water-section-quality`. */
export const sichuanWater = waterAdapter({
  party: 'sc',
  own: ['四川省', '四川'],
  other: ['重庆市', '重庆'],
  levels: new Map([...COMMON_LEVELS, ['市控', 'prefecture'], ['市考', 'prefecture']]),
  borders: new Map([
    ...COMMON_BORDERS,
    ['出境', 'sc-cq'],
    ['出境断面', 'sc-cq'],
    ['入境', 'cq-sc'],
    ['入境断面', 'cq-sc'],
  ]),
})
