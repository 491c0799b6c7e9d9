/** The words both sides write for a review state and a producer, as every contract has them. */
import type { PartyId } from '../../contracts/types.ts'

/** How far figures have been reviewed. */
export const REVIEWS: ReadonlyMap<string, 'raw' | 'reviewed' | 'final'> = new Map([
  ['未审核', 'raw'],
  ['原始', 'raw'],
  ['已审核', 'reviewed'],
  ['复核', 'reviewed'],
  ['终审', 'final'],
])

/** Who produced the figures. */
export const ORIGINATORS: ReadonlyMap<string, 'cnemc' | PartyId> = new Map([
  ['中国环境监测总站', 'cnemc'],
  ['国家', 'cnemc'],
  ['四川省生态环境监测总站', 'sc'],
  ['重庆市生态环境监测中心', 'cq'],
])
