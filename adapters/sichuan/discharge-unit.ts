/** Sichuan's tables of discharging units on boundary waters → canonical records. */
import { dischargeUnitAdapter } from '../risk/discharge-unit.ts'

/** The adapter of `sc` for `discharge-unit`. */
export const sichuanDischargeUnit = dischargeUnitAdapter({
  party: 'sc',
  own: ['四川省', '四川'],
  other: ['重庆市', '重庆'],
})
