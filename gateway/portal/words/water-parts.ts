/** Words of bulletins whose sections stand on several pages. */
import type { Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Headings and labels. */
export const WATER_PARTS = {
  lead: {
    zh: '逐断面的均值、首要污染指标、记录数与示意图按河流分页；下载的表格含全部断面。',
    en: 'Means, main pollutants, records and drawings of every section stand on pages of their own, river by river; the files below have all of them.',
  },
  listLead: {
    zh: '各河流沿水流方向自上而下列出全部断面：水质类别、目标与是否达标。点河流名看示意图与各项均值。',
    en: 'Every section of each river, downstream: its class, its target and whether that is met. A river’s name leads to its drawing and means.',
  },
  rivers: { zh: '各河流的断面', en: 'Rivers and their sections' },
  nav: { zh: '逐断面分页', en: 'Pages of sections' },
  back: { zh: '返回本期首页', en: 'Back to the release' },
  previous: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  others: { zh: '其他断面', en: 'other sections' },
  conflicts: { zh: '双方记录不一致的断面', en: 'Sections where the two sides’ records conflict' },
} as const satisfies Record<string, Bilingual>

/** `第 2 页，共 5 页`. */
export function partOf(number: number, count: number): Bilingual {
  return { zh: `第 ${number} 页，共 ${count} 页`, en: `Page ${number} of ${count}` }
}

/** How many sections a part has, and how many of them miss their target or have no result. */
export function partCounts(sections: number, missed: number, without: number): Bilingual {
  const zh = [`${integer(sections)} 个断面`]
  const en = [plural(sections, 'section')]
  if (missed > 0) {
    zh.push(`${integer(missed)} 个未达标`)
    en.push(`${integer(missed)} missing the target`)
  }
  if (without > 0) {
    zh.push(`${integer(without)} 个无结果`)
    en.push(`${integer(without)} without a result`)
  }
  return { zh: zh.join('，'), en: en.join(', ') }
}

/** That there are more than are named. */
export function moreMisses(count: number): Bilingual {
  return { zh: `另有 ${integer(count)} 个，见逐断面表`, en: `and ${integer(count)} more in the table of sections` }
}
