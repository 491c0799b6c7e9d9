/** A side's table of warnings as a form: a row an act of an authority, for one area. Standards §3. */
import type { AreaField } from '../air/area-fault.ts'
import { cityPart } from '../air/form-parts.ts'
import type { AirSide } from '../air/side.ts'
import { divisionNames, FIRST, type FormPart, firstWords, tableForm } from '../tables/form.ts'
import { REVIEWS } from '../tables/words.ts'
import type { TableForm } from '../types.ts'
import { type WarningField, warningField, warningHeading } from './columns.ts'
import { PUBLICATIONS, UNNUMBERED } from './words.ts'

const LEVELS = ['黄色', '橙色', '红色']

/** Whose example it is, and for which area of it. */
const EXAMPLES = {
  sc: { authority: '成都市重污染天气应急指挥部办公室（示例）', city: '成都市' },
  cq: { authority: '重庆市重污染天气应急指挥部办公室（示例）', city: '重庆市' },
} as const

/** The form of one side. */
export function warningForm(side: AirSide): TableForm {
  const { party } = side
  const city: FormPart<AreaField> = { ...cityPart(side, '/area/name'), need: 'may', example: EXAMPLES[party].city }
  const parts: readonly FormPart<WarningField>[] = [
    {
      field: 'authority',
      pointer: '/issuer/authority',
      need: 'must',
      example: EXAMPLES[party].authority,
      hint: {
        zh: '只有人民政府或其应急指挥机构可以发布（大气污染防治法第九十五条）',
        en: 'only a government or its command may issue one (Air Pollution Prevention Law, article 95)',
      },
    },
    { field: 'number', pointer: '/document/number', example: '示例重污办〔2026〕7号' },
    { field: 'unnumbered', pointer: '/document/unnumbered', choices: firstWords(UNNUMBERED) },
    { field: 'title', pointer: '/document/title', example: '关于发布重污染天气黄色预警的通知' },
    city,
    ...(party === 'sc'
      ? ([{ field: 'county', pointer: '/area/name', choices: divisionNames(party, ['county', 'management']) }] as const)
      : []),
    { field: 'zone', pointer: '/area/name', choices: divisionNames(party, ['zone']) },
    { field: 'action', pointer: '/action', need: 'must', choices: ['发布', '调整', '解除'], example: FIRST },
    {
      field: 'level',
      pointer: '/level',
      need: 'must',
      choices: LEVELS,
      example: FIRST,
      hint: { zh: '解除的写所解除的级别', en: 'of a lifting, the level that is lifted' },
    },
    { field: 'previous', pointer: '/previousLevel', choices: LEVELS },
    { field: 'response', pointer: '/response', choices: ['Ⅲ级应急响应', 'Ⅱ级应急响应', 'Ⅰ级应急响应'], example: FIRST },
    { field: 'issued', pointer: '/issued', need: 'must', kind: 'time', example: '2026-11-11 18:00' },
    { field: 'effective', pointer: '/effective', kind: 'time', example: '2026-11-12 00:00' },
    {
      field: 'until',
      pointer: '/until',
      kind: 'time',
      hint: { zh: '也可写“另行通知”', en: 'or 另行通知, until further notice' },
    },
    { field: 'replaces', pointer: '/replaces' },
    { field: 'basis', pointer: '/basis' },
    { field: 'scheme', pointer: '/scheme/document' },
    { field: 'publication', pointer: '/publication', choices: firstWords(PUBLICATIONS), example: FIRST },
    { field: 'digest', pointer: '/sealedDigest', kind: 'code' },
    { field: 'review', pointer: '/review', choices: firstWords(REVIEWS), example: FIRST },
  ]
  return tableForm(parts, warningHeading, warningField)
}
