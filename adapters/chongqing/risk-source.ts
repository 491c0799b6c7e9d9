/** Chongqing's tables of risk sources → canonical records. */
import { riskSourceAdapter } from '../risk/risk-source.ts'

/** The adapter of `cq` for `risk-source`. */
export const chongqingRiskSource = riskSourceAdapter({
  party: 'cq',
  own: ['重庆市', '重庆'],
  other: ['四川省', '四川'],
})
