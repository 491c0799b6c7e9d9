/** Sichuan's tables of risk sources → canonical records. */
import { riskSourceAdapter } from '../risk/risk-source.ts'

/** The adapter of `sc` for `risk-source`. */
export const sichuanRiskSource = riskSourceAdapter({
  party: 'sc',
  own: ['四川省', '四川'],
  other: ['重庆市', '重庆'],
})
