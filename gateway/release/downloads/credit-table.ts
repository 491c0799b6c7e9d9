/** The annual list of enterprise credit ratings as a table; what may no longer be shown is left out, and counted. */
import { HF2013_150 } from '../../../contracts/standards/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { CreditRelease, CreditRow } from '../release-types.ts'
import type { ReleaseCell, ReleaseColumn, ReleaseTables } from './table.ts'
import { SIDE } from './words.ts'

const COLUMNS: readonly ReleaseColumn[] = [
  { title: { zh: '企业名称', en: 'Enterprise' } },
  { title: { zh: '统一社会信用代码', en: 'Unified social credit code' } },
  { title: { zh: '方', en: 'Side' } },
  { title: { zh: '评价年度', en: 'Rating year' } },
  { title: { zh: '信用等级', en: 'Credit level' } },
  { title: { zh: '报送等级', en: 'Level as sent' }, detail: true },
  { title: { zh: '机关级别', en: 'Level of the authority' }, detail: true },
  { title: { zh: '评价机关', en: 'Rating authority' } },
  { title: { zh: '评价办法', en: 'Scheme' }, detail: true },
  { title: { zh: '有效期起', en: 'Valid from' } },
  { title: { zh: '有效期止', en: 'Valid to' } },
]

const AUTHORITY: Readonly<Record<string, Bilingual>> = {
  province: { zh: '省级', en: 'province' },
  municipality: { zh: '直辖市级', en: 'municipality' },
  prefecture: { zh: '市（州）级', en: 'prefecture' },
  district: { zh: '区县级', en: 'district' },
}

/** The list; `gone` are the keys of rows that may no longer be shown. */
export function creditTables({ rows }: CreditRelease, gone: ReadonlySet<string>): ReleaseTables {
  const shown = rows.filter(({ key }) => !gone.has(key))
  const left = rows.length - shown.length
  const omitted: Bilingual =
    left === 0
      ? { zh: '', en: '' }
      : {
          zh: `；另有 ${left} 项已修复或到期，不再公布`,
          en: `; ${left} more, repaired or expired, are no longer shown`,
        }
  return {
    lead: { zh: `评价结果 ${shown.length} 项${omitted.zh}。`, en: `${shown.length} ratings${omitted.en}.` },
    main: { title: { zh: '评价结果', en: 'Ratings' }, columns: COLUMNS, rows: shown.map(creditRow) },
    others: [],
  }
}

function creditRow(row: CreditRow): ReleaseCell[] {
  const { name, code, party, ratingYear, level, levelSent, authority, scheme, validity } = row
  return [
    name,
    code,
    SIDE[party],
    ratingYear,
    HF2013_150.levels.find(({ key }) => key === level)?.title ?? level,
    levelSent,
    AUTHORITY[authority.level] ?? authority.level,
    authority.name,
    scheme,
    validity.from,
    validity.to,
  ]
}
