/** The annual list of enterprise credit ratings as a table, as far as they may be shown. What may not leaves no trace, not even a count. */
import { AUTHORITY_NAMES } from '../../../adapters/standards/credit-compare.ts'
import { ratingTitle } from '../../../contracts/enterprise-credit/titles.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { ListedRow } from '../products/credit/rows.ts'
import type { ReleaseCell, ReleaseColumn, ReleaseTables } from './table.ts'
import { SIDE } from './words.ts'

const COLUMNS: readonly ReleaseColumn[] = [
  { title: { zh: '企业名称', en: 'Enterprise' } },
  { title: { zh: '统一社会信用代码', en: 'Unified social credit code' } },
  { title: { zh: '方', en: 'Side' } },
  { title: { zh: '评价年度', en: 'Rating year' } },
  { title: { zh: '信用等级', en: 'Credit level' } },
  { title: { zh: '报送等级', en: 'Level as sent' } },
  { title: { zh: '机关级别', en: 'Level of the authority' } },
  { title: { zh: '评价机关', en: 'Rating authority' } },
  { title: { zh: '评价办法', en: 'Scheme' } },
  { title: { zh: '有效期起', en: 'Valid from' } },
  { title: { zh: '有效期止', en: 'Valid to' } },
  { title: { zh: '说明', en: 'Note' } },
]

/** What the reader of a list must know of what is not on it. */
const OMITTED: Bilingual = {
  zh: '修复、到期或评价机关另有结论的，不再展示',
  en: 'what was repaired, has expired or was changed by its authority is no longer shown',
}

/** What the reader of a row must know that is not the one to go by. */
export const SET_ASIDE: Bilingual = {
  zh: '同年另有优先的评价，本条仅供参考',
  en: 'another rating of this year goes first; this one is for reference',
}

/** The list; `rows` are those that may be shown. */
export function creditTables(rows: readonly ListedRow[]): ReleaseTables {
  return {
    lead: {
      zh: `评价结果 ${rows.length} 项。${OMITTED.zh}。`,
      en: `${rows.length === 1 ? '1 rating' : `${rows.length} ratings`}; ${OMITTED.en}.`,
    },
    main: { title: { zh: '评价结果', en: 'Ratings' }, columns: COLUMNS, rows: rows.map(creditRow) },
    others: [],
  }
}

function creditRow({ party, record, setAsideBy }: ListedRow): ReleaseCell[] {
  const { authority, enterprise, levelSent = null, ratingYear, scheme, validity = null } = record
  return [
    enterprise.name,
    enterprise.code,
    SIDE[party],
    ratingYear,
    ratingTitle(record),
    levelSent,
    AUTHORITY_NAMES[authority.level],
    authority.name,
    scheme,
    validity?.from ?? null,
    validity?.to ?? null,
    setAsideBy === null ? null : SET_ASIDE,
  ]
}
