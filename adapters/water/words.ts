/** The words both sides write for a station's state, a review state and a producer, as the contract has them. */
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'

/** A station's state, as both sides write it. */
export const STATIONS: ReadonlyMap<string, WaterSectionRecord['station']> = new Map([
  ['正常', 'normal'],
  ['维护', 'maintenance'],
  ['不具备运行条件', 'not-ready'],
  ['停站', 'stopped'],
  ['停运', 'stopped'],
])

/** How far figures have been reviewed. */
export const REVIEWS: ReadonlyMap<string, WaterSectionRecord['review']> = new Map([
  ['未审核', 'raw'],
  ['原始', 'raw'],
  ['已审核', 'reviewed'],
  ['复核', 'reviewed'],
  ['终审', 'final'],
])

/** Who produced the figures. */
export const ORIGINATORS: ReadonlyMap<string, WaterSectionRecord['originator']> = new Map([
  ['中国环境监测总站', 'cnemc'],
  ['国家', 'cnemc'],
  ['四川省生态环境监测总站', 'sc'],
  ['重庆市生态环境监测中心', 'cq'],
])
