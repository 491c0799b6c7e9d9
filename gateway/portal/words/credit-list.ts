/** Words of the page of an annual list of ratings. */
import type { Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Headings and labels. */
export const CREDIT_LIST = {
  counts: { zh: '按等级', en: 'By level' },
  countsNote: {
    zh: '两边等级同名，办法与评价机关各不相同，各自独立；数目不相加，也不比较高低。',
    en: 'The sides’ levels have the same names and are given by schemes and authorities of their own. The numbers are neither added up nor ranked against each other.',
  },
  level: { zh: '等级', en: 'Level' },
  ratings: { zh: '名单', en: 'The list' },
  ratingsNote: {
    zh: '按统一社会信用代码排列。点击企业名称，查看公开依据、办法和历年评价。',
    en: 'In the order of the unified social credit codes. An enterprise’s name leads to the act that made its rating public, the scheme and other years.',
  },
  enterprise: { zh: '企业', en: 'Enterprise' },
  rating: { zh: '评价', en: 'Rating' },
  sideNone: { zh: '没有列出', en: 'none listed' },
  reading: { zh: '怎么看', en: 'How to read this' },
  omitted: {
    zh: '修复之日起、到期之后，或评价机关另有结论的，本页与各下载文件不再展示；发布时双方的签名仍可核验',
    en: 'What was repaired, has expired or was changed by its authority is shown neither here nor in the files any more; the signatures of both sides hold all the same',
  },
  lookUp: { zh: '按名称或代码查询企业', en: 'Look an enterprise up by name or code' },
  schemes: { zh: '所用办法', en: 'Schemes' },
  compared: { zh: '两边办法的异同', en: 'Where the schemes differ' },
  nothing: { zh: '没有可以公开展示的评价', en: 'No rating that may be shown' },
  by: { zh: '评价机关', en: 'Rated by' },
  kind: { zh: '性质', en: 'Kind of figure' },
  kindText: {
    zh: '等级由评价机关评定并公开，网关不计算；双方会商的是名单，不改动任何一方的评价',
    en: 'Levels are given and made public by the authorities, and none is computed here. The two sides agreed on the list and changed no rating',
  },
  register: { zh: '区划登记册', en: 'Register of divisions' },
  listed: { zh: '列入', en: 'listed' },
  unlisted: { zh: '未列入', en: 'not listed' },
  otherwise: { zh: '内容不同', en: 'otherwise' },
  statement: { zh: '综述', en: 'In the two sides’ words' },
  csv: {
    zh: '逐条评价表，UTF-8（含 BOM），可用 Excel 或 WPS 打开',
    en: 'A row a rating, UTF-8 with BOM, opens in a spreadsheet',
  },
  xlsx: {
    zh: '逐条评价表与说明页，Excel、WPS 直接打开',
    en: 'A row a rating, and a sheet about the release, for any spreadsheet',
  },
} as const satisfies Record<string, Bilingual>

/** How many ratings of a year are listed, of how many enterprises, and as of which day; the number itself stands between. */
export function listedText(
  year: number,
  count: number,
  enterprises: number,
): { readonly before: Bilingual; readonly after: Bilingual } {
  return {
    before: { zh: `${year} 年度，四川、重庆评价机关公开的评价 `, en: `For ${year}, ` },
    after: {
      zh: ` 项，涉及 ${integer(enterprises)} 家企业。`,
      en: ` ${count === 1 ? 'rating' : 'ratings'} of ${plural(enterprises, 'enterprise')}, made public by the authorities of Sichuan and Chongqing.`,
    },
  }
}

/** How many ratings of a side are listed, and by how many authorities. */
export function ratedBy(side: Bilingual, ratings: number, authorities: number): Bilingual {
  return {
    zh: `${side.zh}：${integer(authorities)} 个评价机关，${integer(ratings)} 项评价`,
    en: `${side.en}: ${plural(ratings, 'rating')} by ${plural(authorities, 'authority', 'authorities')}`,
  }
}

/** How many enterprises there are beyond those on the page. */
export function moreEnterprises(count: number): Bilingual {
  return {
    zh: `另有 ${integer(count)} 家企业，见下载的表格，或按名称、代码查询。`,
    en: `${plural(count, 'more enterprise')} in the files below; or look one up by name or code.`,
  }
}
