/** The words both sides write for a station's state, as the contract has them. */
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'

/** A station's state, as both sides write it. */
export const STATIONS: ReadonlyMap<string, WaterSectionRecord['station']> = new Map([
  ['正常', 'normal'],
  ['维护', 'maintenance'],
  ['不具备运行条件', 'not-ready'],
  ['停站', 'stopped'],
  ['停运', 'stopped'],
])
