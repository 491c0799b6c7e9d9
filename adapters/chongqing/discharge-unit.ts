/** Chongqing's tables of discharging units on boundary waters → canonical records. */
import { dischargeUnitAdapter } from '../risk/discharge-unit.ts'

/** The adapter of `cq` for `discharge-unit`. */
export const chongqingDischargeUnit = dischargeUnitAdapter({
  party: 'cq',
  own: ['重庆市', '重庆'],
  other: ['四川省', '四川'],
})
