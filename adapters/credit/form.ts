/** A side's table of credit ratings as a form: its own levels, authorities and words. */
import { CREDIT_SCHEMES } from '../../contracts/standards/index.ts'
import { divisionNames, FIRST, type FormPart, firstWords, tableForm } from '../tables/form.ts'
import type { TableForm } from '../types.ts'
import { type CreditField, creditField, creditHeading } from './columns.ts'
import type { CreditSide } from './side.ts'
import { APPEALS, REPAIRS, STATUSES, VETOES } from './words.ts'

const CODES = { sc: '91000000MA0000111G', cq: '91000000MA0001018P' } as const

/** The form of one side. */
export function creditForm(side: CreditSide): TableForm {
  const { party } = side
  const schemes = CREDIT_SCHEMES.filter((scheme) => scheme.party === party)
  const levels = [...new Set(schemes.flatMap((scheme) => scheme.levels.map(({ title }) => title.zh)))]
  const highest = [...side.levels].find(([, level]) => level === side.highest.level)?.[0] ?? ''
  const parts: readonly FormPart<CreditField>[] = [
    { field: 'name', pointer: '/enterprise/name', need: 'must', example: '锦水制药有限公司（示例）' },
    {
      field: 'code',
      pointer: '/enterprise/code',
      need: 'must',
      kind: 'code',
      example: CODES[party],
      hint: { zh: '18 位，末位为校验位（GB 32100-2015）', en: '18 characters, the last one a check (GB 32100-2015)' },
    },
    { field: 'year', pointer: '/ratingYear', need: 'must', kind: 'code', example: '2025' },
    {
      field: 'level',
      pointer: '/level',
      need: 'either',
      choices: levels,
      example: FIRST,
      hint: { zh: '未参评、停产的写参评状态', en: 'where there is none, write the status' },
    },
    {
      field: 'status',
      pointer: '/status',
      need: 'either',
      choices: firstWords(STATUSES),
      example: FIRST,
    },
    {
      field: 'authorityLevel',
      pointer: '/authority/level',
      need: 'either',
      choices: [...side.levels.keys()].filter((word) => word.endsWith('级')),
      example: highest,
      hint: { zh: '级别、评价机关至少填一项', en: 'this or the authority' },
    },
    { field: 'authority', pointer: '/authority/name', need: 'either', example: side.highest.name },
    { field: 'score', pointer: '/score', kind: 'figure', example: '104' },
    { field: 'veto', pointer: '/veto/applied', choices: firstWords(VETOES), example: '否' },
    { field: 'vetoCase', pointer: '/veto/case' },
    {
      field: 'notice',
      pointer: '/publicationBasis/notice',
      example: '2026-06-01至2026-06-10',
    },
    { field: 'document', pointer: '/publicationBasis/document', example: '示例公告〔2026〕1号' },
    { field: 'validFrom', pointer: '/validity/from', kind: 'day', example: '2026-07-01' },
    { field: 'validTo', pointer: '/validity/to', kind: 'day', example: '2027-06-30' },
    { field: 'repair', pointer: '/repair/state', choices: firstWords(REPAIRS) },
    { field: 'repairDate', pointer: '/repair/date', kind: 'day' },
    { field: 'appeal', pointer: '/appeal/state', choices: firstWords(APPEALS) },
    { field: 'appealDate', pointer: '/appeal/date', kind: 'day' },
    ...(party === 'sc'
      ? [
          {
            field: 'city',
            pointer: '/enterprise/division/name',
            choices: divisionNames(party, ['city']),
            example: FIRST,
          } as const,
        ]
      : []),
    {
      field: 'county',
      pointer: '/enterprise/division/name',
      choices: divisionNames(party, ['county', 'management']),
      example: FIRST,
    },
    { field: 'divisionCode', pointer: '/enterprise/division/id', kind: 'code' },
  ]
  return tableForm(parts, creditHeading, creditField)
}
