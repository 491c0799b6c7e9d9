/** Words that answers about standards and warnings share. */
import type { WarningLevel } from '../../contracts/standards/air-types.ts'
import type { Bilingual } from '../../contracts/types.ts'

/** A level's name, which means nothing without its scheme. */
export const LEVEL_NAMES: Readonly<Record<WarningLevel, Bilingual>> = {
  blue: { zh: '蓝色', en: 'blue' },
  yellow: { zh: '黄色', en: 'yellow' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
}

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
