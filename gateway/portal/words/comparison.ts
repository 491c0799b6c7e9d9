/** Words of the page that compares the two sides' standards. */
import type { Bilingual, Confidence } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Words of the comparison page. */
export const COMPARISON = {
  title: { zh: '川渝标准差异', en: 'Where the two sides’ standards differ' },
  onThisPage: { zh: '本页内容', en: 'On this page' },
  aspect: { zh: '项目', en: 'Aspect' },
  verdict: { zh: '异同与影响', en: 'Alike or not, and what it changes' },
  both: { zh: '四川、重庆', en: 'Both sides' },
  same: { zh: '相同', en: 'alike' },
  differs: { zh: '不同', en: 'different' },
  unknown: { zh: '未能判断', en: 'cannot be told' },
  absent: { zh: '未查明', en: 'not established' },
  see: { zh: '见来源', en: 'see' },
  sources: { zh: '来源', en: 'Sources' },
  change: { zh: '变化', en: 'Change' },
  kept: { zh: '未变', en: 'kept' },
  moved: { zh: '有变', en: 'changed' },
  practice: { zh: '实际影响', en: 'What it comes to' },
  practiceText: {
    zh: '差异在已有记录上造成多少不同，由网关逐条计算：多少次预报只有一方会建议预警，统一用其中一个方案会改变多少，多少家企业的评价等级不一致。结果只有计数，供签署双方的工作人员读取。',
    en: 'What the differences come to is counted over the records held: how many forecasts only one side would warn of, how many that would change under one rule, how many enterprises have ratings that disagree. The result is counts only, for the staff of both signatories.',
  },
  practiceAddress: { zh: '计数（须签名）', en: 'Counts (signed requests)' },
  suggestionAddress: { zh: '单次预报的预警建议（须签名）', en: 'Suggestions for one forecast (signed requests)' },
  data: { zh: '本页数据（JSON，公开）', en: 'This page as data (JSON, open)' },
  suggestion: {
    zh: '网关算出的只是建议；预警由政府发布，其文件按契约 air-warning 存为记录，不与建议混同。',
    en: 'What the gateway computes is a suggestion. Governments issue warnings; their documents are records of the contract air-warning and never mixed with suggestions.',
  },
} as const satisfies Record<string, Bilingual>

/** How sure a row is, in a word or two. */
export const CONFIDENCE: Readonly<Record<Confidence, Bilingual>> = {
  V2: { zh: '多处来源一致', en: 'several sources agree' },
  V1: { zh: '单一来源', en: 'single source' },
  C: { zh: '计算所得', en: 'computed' },
  'M-high': { zh: '待核实，较有把握', en: 'unchecked, rather sure' },
  'M-mid': { zh: '待核实，把握一般', en: 'unchecked, fairly sure' },
  'M-low': { zh: '待核实，把握不大', en: 'unchecked, not sure' },
}

/** What was counted, before and after the number that matters. */
export function comparedText(aspects: number, same: number, unknown: number): { before: Bilingual; after: Bilingual } {
  return {
    before: { zh: `比较了 ${integer(aspects)} 项，其中 `, en: `Of ${plural(aspects, 'aspect')} compared, ` },
    after: {
      zh: ` 项不同，${integer(same)} 项相同，${integer(unknown)} 项因资料不足未能判断。`,
      en: ` differ, ${integer(same)} are alike, and ${integer(unknown)} cannot be told for want of documents.`,
    },
  }
}

/** A dataset's counts in one line. */
export function countsText(differ: number, same: number, unknown: number): Bilingual {
  return {
    zh: `${integer(differ)} 项不同，${integer(same)} 项相同，${integer(unknown)} 项未能判断`,
    en: `${integer(differ)} different, ${integer(same)} alike, ${integer(unknown)} cannot be told`,
  }
}

/** Two editions of one standard. */
export function editionsTitle(earlier: string, later: string): Bilingual {
  return { zh: `换版前后：${earlier} 与 ${later}`, en: `Before and after: ${earlier} and ${later}` }
}

/** What a table is for those who hear it. */
export function captionOf(title: Bilingual): Bilingual {
  return {
    zh: `${title.zh}：四川与重庆逐项比较`,
    en: `${title.en}: Sichuan and Chongqing compared, aspect by aspect`,
  }
}
