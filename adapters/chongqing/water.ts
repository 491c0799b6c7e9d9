/** Chongqing's water-section files → canonical records. Here 市控 is the municipality's own, provincial level, and 入境 comes in from Sichuan. */
import { waterAdapter } from '../water/adapter.ts'
import { COMMON_BORDERS, COMMON_LEVELS } from '../water/side.ts'

/** The adapter of `cq` for `water-section-quality`. */
export const chongqingWater = waterAdapter({
  party: 'cq',
  own: ['重庆市', '重庆'],
  other: ['四川省', '四川'],
  levels: new Map([...COMMON_LEVELS, ['市控', 'provincial'], ['市考', 'provincial']]),
  borders: new Map([
    ...COMMON_BORDERS,
    ['入境', 'sc-cq'],
    ['入境断面', 'sc-cq'],
    ['出境', 'cq-sc'],
    ['出境断面', 'cq-sc'],
  ]),
})
