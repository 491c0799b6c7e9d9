/** Words that answers about standards and warnings share. */
import type { Bilingual } from '../../contracts/types.ts'

/** What everything computed about warnings is. */
export const SUGGESTION: Bilingual = {
  zh: '预警建议：由网关按方案条文计算，不是预警；预警由政府发布',
  en: 'A suggestion (预警建议) computed from the words of a scheme. It is no warning: governments issue warnings',
}

/** How levels may be read. */
export const WITHIN_SCHEME: Bilingual = {
  zh: '级别只在本方案内有先后；不同方案的颜色不作比较，只比较是否预警',
  en: 'Levels are ordered within their scheme only. Colours of two schemes are not compared, only whether each would warn',
}
