/** Words of the page on enterprise credit. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Words of the form, the answers and the explanation below. */
export const CREDIT = {
  title: { zh: '企业环境信用查询', en: 'Enterprise environmental credit' },
  lead: {
    zh: '并列展示四川、重庆评价机关已经公开的评价。按统一社会信用代码查全码，按名称查其中几个字。',
    en: 'Ratings that the authorities of Sichuan and Chongqing have made public, side by side. Give a whole unified social credit code, or part of a name as it is registered in Chinese.',
  },
  field: { zh: '企业名称或统一社会信用代码', en: 'Name or unified social credit code' },
  search: { zh: '查询', en: 'Search' },
  wrong: { zh: '无法查询', en: 'This cannot be looked up' },
  meant: { zh: '是否要查：', en: 'Was this meant: ' },
  notInForce: { zh: '信用共享契约尚未生效', en: 'The contract on credit is not in force' },
  notInForceText: {
    zh: '双方签署的契约生效之前，不展示任何评价。',
    en: 'No rating is shown before the contract both sides sign is in force.',
  },
  none: { zh: '没有可以公开展示的评价', en: 'No rating that may be shown' },
  noneText: {
    zh: '可能没有参评、没有公开或不再展示，也可能名称写法不同。本页不区分这些情形，也不说明任何企业的信用状况。可改用18位代码查询，或向评价机关了解。',
    en: 'It may be unrated, not published or no longer shown, or its name may be written otherwise. This page does not tell which, and says nothing of any enterprise’s standing. Try the code of 18 characters, or ask the authority that rates.',
  },
  more: {
    zh: '还有更多没有列出。请输入更完整的名称，或用18位代码查询。',
    en: 'There are more than those listed. Give more of the name, or the code of 18 characters.',
  },
  year: { zh: '评价年度', en: 'Rating year' },
  sideNone: { zh: '没有可以公开展示的评价', en: 'No rating that may be shown' },
  national: { zh: '全国等级', en: 'National scale' },
  written: { zh: '原文写作', en: 'Written as' },
  score: { zh: '得分', en: 'Score' },
  scheme: { zh: '评价办法', en: 'Scheme' },
  authority: { zh: '评价机关', en: 'Authority' },
  validity: { zh: '有效期', en: 'Validity' },
  basis: { zh: '公开依据', en: 'Made public by' },
  effect: { zh: '互认', en: 'Recognition' },
  notice: { zh: '公示期', en: 'public notice' },
  setAside: {
    zh: '同年另有优先的评价，本条仅供参考',
    en: 'Another rating of this year goes first; this one is for reference',
  },
  reading: { zh: '怎么看', en: 'How to read this' },
  schemes: { zh: '两边办法的异同', en: 'Where the schemes differ' },
  data: { zh: '同样内容的数据（JSON，公开）', en: 'The same as data (JSON, open)' },
} as const satisfies Record<string, Bilingual>

/** How many enterprises were found, before and after the number. */
export function foundText(count: number, more: boolean): { before: Bilingual; after: Bilingual } {
  return {
    before: more ? { zh: '先列出 ', en: 'The first ' } : { zh: '找到 ', en: 'Found ' },
    after: { zh: ' 家企业。', en: count === 1 ? ' enterprise.' : ' enterprises.' },
  }
}

/** As of which civil day. */
export function asOfDay(day: string): Bilingual {
  return { zh: `截至 ${day}（北京时间）`, en: `As of ${day}, Beijing time` }
}

/** A year's row. */
export function yearText(year: number): Bilingual {
  return { zh: `${year} 年度`, en: `${year}` }
}

/** From a day to another, either open. */
export function spanText(from: string | null, to: string | null): Bilingual {
  if (from !== null && to !== null) return { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }
  if (from !== null) return { zh: `${from} 起，未写明止期`, en: `from ${from}, no end stated` }
  if (to !== null) return { zh: `至 ${to}`, en: `until ${to}` }
  return { zh: '未写明', en: 'not stated' }
}

/** Until when a rating without a stated end is shown, by the contract's terms. */
export function shownUntil(day: string): Bilingual {
  return { zh: `按契约展示至 ${day}`, en: `shown until ${day} by the contract` }
}

/** What a table is for those who hear it. */
export function tableCaption(name: string): Bilingual {
  return { zh: `${name}：四川与重庆的评价`, en: `${name}: ratings in Sichuan and Chongqing` }
}
