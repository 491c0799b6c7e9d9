/** Words of the list of releases and its filters. */
import type { Bilingual } from '../../../contracts/types.ts'
import { integer, plural } from '../lang.ts'

/** Labels. */
export const LIST_WORDS = {
  filters: { zh: '筛选', en: 'Filter' },
  product: { zh: '类别', en: 'Kind' },
  anyProduct: { zh: '全部类别', en: 'every kind' },
  year: { zh: '年份', en: 'Year' },
  anyYear: { zh: '全部年份', en: 'every year' },
  current: { zh: '只看现行的（不含已被更正的）', en: 'only those that stand (not corrected)' },
  apply: { zh: '筛选', en: 'Apply' },
  none: { zh: '没有符合条件的发布。', en: 'No release fits.' },
  clear: { zh: '取消筛选', en: 'Clear the filter' },
  newer: { zh: '更新的', en: 'Newer' },
  older: { zh: '更早的', en: 'Older' },
  pages: { zh: '分页', en: 'Pages' },
  atom: { zh: '订阅（Atom）', en: 'Subscribe (Atom)' },
} as const satisfies Record<string, Bilingual>

/** How many there are, and which of them are shown. */
export function shownText(from: number, to: number, all: number): Bilingual {
  const range = from === 1 && to === all ? null : `${integer(from)}–${integer(to)}`
  return {
    zh: range === null ? `共 ${integer(all)} 期。` : `共 ${integer(all)} 期，显示第 ${range} 期。`,
    en: range === null ? `${plural(all, 'release')}.` : `${plural(all, 'release')}, ${range} shown.`,
  }
}
