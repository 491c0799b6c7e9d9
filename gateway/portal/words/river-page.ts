/** Words of the pages of rivers. */
import type { Trend } from '../../../adapters/standards/river-trend.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Headings and labels. */
export const RIVER = {
  rivers: { zh: '河流水质', en: 'Rivers' },
  listLead: {
    zh: '断面登记册中的每条河流：最新一期周报的评价，以及与上一期相比。只用双方签署并公开的周报。',
    en: 'Every river in the register: its rating in the newest weekly bulletin, and how it compares with the one before. From public bulletins that both sides signed.',
  },
  river: { zh: '河流', en: 'River' },
  rating: { zh: '本期评价', en: 'Rating' },
  change: { zh: '较上期', en: 'Since the one before' },
  sections: { zh: '有结果 / 断面', en: 'With a result / sections' },
  unrated: { zh: '本期未评价', en: 'not rated' },
  unratedText: {
    zh: '最新一期周报没有评价这条河流：没有有结果的断面，或断面未登记在这条河上。',
    en: 'The newest bulletin does not rate this river: no section of it has a result, or none is registered on it.',
  },
  nothing: { zh: '还没有公开的水质周报。', en: 'No weekly water bulletin is public yet.' },
  diagram: { zh: '沿流向', en: 'In flow order' },
  weeks: { zh: '目标与实测，逐期', en: 'Target against actual, week by week' },
  weeksLead: {
    zh: '每列一期周报，方块为该期类别（周均值，自动监测，不用于考核），✓ 达标，✗ 未达标；无结果照实标明。',
    en: 'One column a bulletin: the class of the week’s means (automatic items, not for assessment), ✓ target met, ✗ not met; what is missing says so.',
  },
  history: { zh: '各断面类别变化', en: 'Classes over time' },
  historyLead: {
    zh: '自左向右为时间，自上而下为Ⅰ类至劣Ⅴ类；虚线为目标，断开处无结果。数值见上面的表。',
    en: 'Time runs from left to right, classes from Ⅰ at the top to worse than Ⅴ; the dashed line is the target, a break is no result. The table above says the same.',
  },
  trend: { zh: '变化趋势', en: 'Change' },
  shares: { zh: '断面比例，逐期', en: 'Shares of sections, week by week' },
  week: { zh: '时段', en: 'Week' },
  good: { zh: 'Ⅰ～Ⅲ类比例（%）', en: 'Share of Ⅰ–Ⅲ (%)' },
  worst: { zh: '劣Ⅴ类比例（%）', en: 'Share worse than Ⅴ (%)' },
  classed: { zh: '有结果的断面', en: 'Sections with a result' },
  release: { zh: '发布', en: 'Release' },
  section: { zh: '断面', en: 'Section' },
  rule: { zh: '规则', en: 'Rule' },
  noBefore: { zh: '没有更早的一期可比。', en: 'There is no earlier bulletin to compare with.' },
  notApart: { zh: '相邻两期', en: 'the two newest bulletins' },
  noTrend: { zh: '不可比', en: 'not comparable' },
  confidence: {
    zh: '规则据环办〔2011〕22号所录，可信度',
    en: 'The rule is as recorded from the measures of 2011; confidence',
  },
  all: { zh: '全部河流', en: 'All rivers' },
  pages: { zh: '断面分页', en: 'Pages of sections' },
} as const satisfies Record<string, Bilingual>

/** `断面 17–32`: the sections of one page, in flow order. */
export function sectionsOn(page: number, each: number, all: number): Bilingual {
  const [first, last] = [(page - 1) * each + 1, Math.min(page * each, all)]
  return { zh: `断面 ${first}–${last}`, en: `Sections ${first}–${last}` }
}

/** A trend in the words of the measures. */
export const TREND: Readonly<Record<Trend, Bilingual>> = {
  unchanged: { zh: '无明显变化', en: 'no marked change' },
  'somewhat-better': { zh: '有所好转', en: 'somewhat better' },
  'markedly-better': { zh: '明显好转', en: 'markedly better' },
  'somewhat-worse': { zh: '有所变差', en: 'somewhat worse' },
  'markedly-worse': { zh: '明显变差', en: 'markedly worse' },
}

/** The figures a river's trend is told by. */
export function trendFigures(points: string, compared: number): Bilingual {
  return {
    zh: `ΔG－ΔD = ${points} 个百分点，比较了两期都有结果的 ${integer(compared)} 个断面`,
    en: `ΔG − ΔD = ${points} points over the ${plural(compared, 'section')} with a result in both`,
  }
}

/** Why a river has no trend by shares. */
export function tooFew(compared: number, needed: number): Bilingual {
  return {
    zh: `两期都有结果的断面只有 ${integer(compared)} 个，不足 ${integer(needed)} 个，按断面比例比较的条件不满足，不作河流趋势判断；各断面的变化见下表。`,
    en: `Only ${plural(compared, 'section')} of it ${compared === 1 ? 'has' : 'have'} a result in both; comparing by shares needs ${integer(needed)}, so no trend of the river is stated. Each section’s own change is in the table.`,
  }
}

/** Why most rivers have no trend in the list. */
export function notComparable(needed: number): Bilingual {
  return {
    zh: `“不可比”：两期都有结果的断面不足 ${integer(needed)} 个，不作河流趋势判断；各断面的变化见该河流的页面。`,
    en: `“Not comparable”: fewer than ${integer(needed)} sections have a result in both weeks, so no trend of the river is stated; each section’s own change is on the river’s page.`,
  }
}

/** Sections left out of a comparison. */
export function leftOut(count: number): Bilingual {
  return {
    zh: `另有 ${integer(count)} 个断面只在一期有结果，未参与比较。`,
    en: `${plural(count, 'more section')} with a result in one of them only ${count === 1 ? 'is' : 'are'} left out.`,
  }
}
