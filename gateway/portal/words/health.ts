/** Words about health by grade. What people should do is the standard's own, held as data beside its classes. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Headings and labels. */
export const HEALTH = {
  title: { zh: '健康提示', en: 'Health advice' },
  highest: { zh: '健康提示（按可达的最高级别）', en: 'Health advice, for the highest grade reached' },
  grade: { zh: '级别', en: 'Grade' },
  effect: { zh: '对健康的影响', en: 'Effect on health' },
  measures: { zh: '建议采取的措施', en: 'What to do' },
  lead: {
    zh: '预报所及的每个级别，标准对健康影响与建议措施的表述；跨两级的预报，两级都请看。',
    en: 'For each grade the forecast spans, what the standard says of its effect and of what to do. Where a forecast spans two grades, read both.',
  },
  none: { zh: '没有预报，也就没有对应的健康提示。', en: 'Nothing is forecast, so there is no advice to give.' },
  by: { zh: '文字出自', en: 'By' },
  rendering: {
    zh: '英文为本网关的译文，不是标准文本。',
    en: 'The English is this gateway’s own rendering, not text of the standard.',
  },
} as const satisfies Record<string, Bilingual>

/** The range of the last grade, which has no end. */
export function aqiAbove(index: number): Bilingual {
  return { zh: `AQI 大于 ${index}`, en: `AQI above ${index}` }
}
