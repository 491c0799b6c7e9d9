/** Words of trends over several periods. */
import type { RankTrend } from '../../../adapters/standards/rank-trend.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Headings and labels. */
export const PERIODS = {
  title: { zh: '多时段变化趋势', en: 'Trend over several periods' },
  lead: {
    zh: '用最近各期公开周报的周均值与断面比例，看其随时间的秩相关；是按周的变化，不是年际变化，不用于考核。溶解氧上升是好转，其余项目上升是变差。',
    en: 'The rank correlation with time of weekly means and shares in the newest public bulletins: change from week to week, not from year to year, and not for assessment. More dissolved oxygen is better; more of the others is worse.',
  },
  good: { zh: 'Ⅰ～Ⅲ类断面比例', en: 'Share of classes Ⅰ–Ⅲ' },
  worst: { zh: '劣Ⅴ类断面比例', en: 'Share worse than Ⅴ' },
  section: { zh: '断面', en: 'Section' },
  few: { zh: '期数不足', en: 'too few weeks' },
  rule: { zh: '规则与临界值', en: 'Rule and critical values' },
  confidence: {
    zh: '规则据环办〔2011〕22号，可信度',
    en: 'The rule goes by the measures of 2011; confidence',
  },
} as const satisfies Record<string, Bilingual>

/** A trend in words. */
export const RANK_TREND: Readonly<Record<RankTrend, Bilingual>> = {
  rising: { zh: '↑ 显著上升', en: '↑ rising' },
  falling: { zh: '↓ 显著下降', en: '↓ falling' },
  none: { zh: '无显著变化', en: 'no significant change' },
}

/** The figures it is told by. */
export function rankFigures(rs: string, periods: number): string {
  return `rs = ${rs.replace('-', '−')}, N = ${integer(periods)}`
}

/** That there are not enough weeks. */
export function tooFewPeriods(count: number, least: number): Bilingual {
  return {
    zh: `公开的周报有 ${integer(count)} 期，不足 ${integer(least)} 期，不作多时段趋势判断。`,
    en: `${plural(count, 'weekly bulletin is', 'weekly bulletins are')} public; a trend over several periods takes ${integer(least)}, so none is told.`,
  }
}

/** That too few sections have a class in every week. */
export function tooFewSections(compared: number, least: number): Bilingual {
  return {
    zh: `每期都有结果的断面有 ${integer(compared)} 个，不足 ${integer(least)} 个，不作河流比例的趋势判断。`,
    en: `${plural(compared, 'section has', 'sections have')} a result in every week; a trend of shares takes ${integer(least)}, so none is told of the river.`,
  }
}

/** Which sections the shares are of. */
export function comparableSections(compared: number): Bilingual {
  return {
    zh: `按每期都有结果的 ${integer(compared)} 个断面计`,
    en: `of the ${plural(compared, 'section')} with a result in every week`,
  }
}
