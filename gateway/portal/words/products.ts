/** The kinds of joint release by name, as the terms of consultation call them, and how each goes out of date. */
import type { ProductId } from '../../../contracts/registry/types.ts'
import type { Bilingual } from '../../../contracts/types.ts'

/** The products. */
export const PRODUCT: Readonly<Record<ProductId, Bilingual>> = {
  'weekly-water-bulletin': { zh: '水质断面周报', en: 'Weekly water bulletin' },
  'monthly-water-bulletin': { zh: '水质断面月报', en: 'Monthly water bulletin' },
  'daily-air-forecast': { zh: '空气质量联合预报', en: 'Joint air quality forecast' },
  'weekly-zone-outlook': { zh: '分区空气质量周趋势', en: 'Weekly air quality outlook by zone' },
  'warning-suggestion': { zh: '重污染天气预警建议', en: 'Suggestions of warnings' },
  'annual-credit-list': { zh: '企业环境信用评价年度名单', en: 'Annual list of enterprise environmental credit' },
}

/** Words of their standing. */
export const STANDING = {
  title: { zh: '各类发布的最新一期', en: 'The newest of each kind' },
  product: { zh: '类别', en: 'Kind' },
  newest: { zh: '最新一期', en: 'Newest release' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '还没有发布', en: 'nothing released yet' },
  current: { zh: '现行', en: 'current' },
  stale: { zh: '可能已过时', en: 'may be out of date' },
} as const satisfies Record<string, Bilingual>

/** Why a release is called out of date: when the next was due by what both sides signed. */
export function overdue(due: string): Bilingual {
  return {
    zh: `按双方签订的契约与会商规约，下一期最迟应于 ${due} 发布，至今未发布。`,
    en: `Under the contract and terms both sides signed, the next was due by ${due}; it has not been published.`,
  }
}
