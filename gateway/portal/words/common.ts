/** Words every page uses: parties, classes, attainment, reasons. Chinese and English side by side. */
import { type ClassGlyph, classGlyph } from '../../../adapters/standards/water.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'
import type { GapReason } from '../../release/bulletin-types.ts'
import type { Lang } from '../lang.ts'

/** The two sides by name. */
export const PARTY: Readonly<Record<PartyId, Bilingual>> = {
  sc: { zh: '四川', en: 'Sichuan' },
  cq: { zh: '重庆', en: 'Chongqing' },
}

/** Which way the water crosses the boundary. */
export const BORDER: Readonly<Record<'sc-cq' | 'cq-sc' | 'shared', Bilingual>> = {
  'sc-cq': { zh: '川→渝', en: 'SC→CQ' },
  'cq-sc': { zh: '渝→川', en: 'CQ→SC' },
  shared: { zh: '界河', en: 'Border river' },
}

/** The boundary in a drawing, with the way the water crosses it. */
export function borderText(crossing: 'sc-cq' | 'cq-sc'): Bilingual {
  return { zh: `省界 ${BORDER[crossing].zh}`, en: BORDER[crossing].en }
}

/** Why there is no class, in a word or two; the bulletin's own text says more. */
export const REASON: Readonly<Record<GapReason, Bilingual>> = {
  'no-record': { zh: '未收到记录', en: 'no record' },
  'no-figure': { zh: '记录无数值', en: 'no figures' },
  'station-stopped': { zh: '站点停运', en: 'station stopped' },
  'station-maintenance': { zh: '站点维护', en: 'maintenance' },
  'station-not-ready': { zh: '站点未就绪', en: 'not ready' },
}

/** Words more than one page uses. */
export const COMMON = {
  attains: { zh: '达标', en: 'met' },
  misses: { zh: '未达标', en: 'not met' },
  target: { zh: '目标', en: 'Target' },
  noTarget: { zh: '未登记', en: 'not registered' },
  noResult: { zh: '无结果', en: 'No result' },
  noData: { zh: '无数据', en: 'no data' },
  none: { zh: '无', en: 'None' },
  transboundary: { zh: '跨界', en: 'Transboundary' },
  localTime: { zh: '北京时间', en: 'Beijing time, UTC+8' },
} as const satisfies Record<string, Bilingual>

/** A class as written in a block: the glyph, and on an English page `>Ⅴ` for worse than Ⅴ. */
export function classText(waterClass: WaterClass, lang: Lang): ClassGlyph | '>Ⅴ' {
  return lang === 'en' && waterClass === 6 ? '>Ⅴ' : classGlyph(waterClass)
}

/** A class as read out: `Ⅱ类`, `class Ⅱ`, `worse than class Ⅴ`. */
export function classPhrase(waterClass: WaterClass, lang: Lang): string {
  if (lang === 'zh') return `${classGlyph(waterClass)}类`
  return waterClass === 6 ? 'worse than class Ⅴ' : `class ${classGlyph(waterClass)}`
}

/** An item over its limit on a share of a river's sections, in percent. */
export function overShare(item: string, rate: string): Bilingual {
  return { zh: `${item}（${rate}%的断面超标）`, en: `${item} (over the limit at ${rate}% of sections)` }
}

/** The words between listed things. */
export const LIST: Bilingual = { zh: '、', en: ', ' }
