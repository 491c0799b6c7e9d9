/** What is done to a warning, by its verb and colours: issued, adjusted from one to another, lifted. Standards §3. */
import type { WarningAction } from '../../contracts/air-warning/record.ts'
import { MOMENT } from './moment.ts'
import { COLOUR, FURTHER_NOTICE, NUMERAL } from './words.ts'

/** An act and its colours as written; empty where none is. */
export interface Act {
  readonly action: WarningAction
  readonly level: string
  readonly previous: string
}

const GRADE = `(?:[(]?${NUMERAL}级[)]?)?`
const BRACKET = '(?:[(][^(),]{0,16}[)])?'
const WARNING = `(?:${NUMERAL}级)?[(]?(${COLOUR})[)]?${GRADE}预警`
const CHANGE = '(?:调整|升级|升高|提升|提高|上调|降级|降低|下调|变更|升|降)'
/** After a verb: it tells of what has been, or of what would start one. */
const NO_ACT = '(?!的|了|条件|标准|时间|程序|前|后|之)'
/** After a warning: it is part of another thing's name. */
const NO_WARNING = '(?!(?:应急)?(?:响应)?(?:条件|标准|措施|期间|减排|要求|清单|时间))'

const FROM_TO = new RegExp(
  `(${COLOUR})[)]?${GRADE}(?:预警)?(?:级别|等级)?${BRACKET}[^,]{0,8}?${CHANGE}(?:发布|启动)?(?:为|至|到|成)[^,]{0,12}?(${COLOUR})`,
)
const TO = new RegExp(
  `(?:调整|升级|降级|上调|下调|变更)${NO_ACT}[^,蓝黄橙红]{0,24}?(${COLOUR})|(?:提升|提高|升高|降低|升|降)(?:为|至|到|成)[^,蓝黄橙红]{0,12}?(${COLOUR})`,
)
const LIFT = new RegExp(`(?:解除|终止|结束|取消|撤销)${NO_ACT}`)
const ISSUE = new RegExp(
  `(?:发布|启动|实施|执行|启用)${NO_ACT}[^,]{0,60}?${WARNING}${NO_WARNING}|${WARNING}${BRACKET}(?:自|从|于)?(?:${MOMENT})?(?:起|开始)?(?:启动|发布|生效)${NO_ACT}`,
)
const ANY_WARNING = new RegExp(WARNING)
/** The end of a warning told when it begins: 预警持续至11月18日24时解除. */
const LASTING = new RegExp(`(?:至|到)${MOMENT}(?:止)?(?:自动)?(?:解除|终止|结束)`)

function isLifting(clause: string): boolean {
  return LIFT.test(clause) && clause.includes('预警') && !FURTHER_NOTICE.test(clause) && !LASTING.test(clause)
}

/** What clauses without blanks and in half-width do; null for nothing, `conflict` for two things at once. */
export function actOf(clauses: readonly string[]): Act | 'conflict' | null {
  const change = clauses.map((clause) => FROM_TO.exec(clause)).find((found) => found !== null)
  if (change) return { action: 'adjust', level: change[2] ?? '', previous: change[1] ?? '' }
  const lifting = clauses.find(isLifting)
  const changing = clauses.map((clause) => TO.exec(clause)).find((found) => found !== null)
  const issuing = clauses.map((clause) => ISSUE.exec(clause)).find((found) => found !== null)
  const [changed, issued] = [changing, issuing].map((found) => found?.[1] ?? found?.[2])
  if (lifting !== undefined) {
    const lifted = ANY_WARNING.exec(lifting)?.[1] ?? ''
    if (changed !== undefined || (issued !== undefined && issued !== lifted)) return 'conflict'
    return { action: 'lift', level: '', previous: lifted }
  }
  if (changed !== undefined) return { action: 'adjust', level: changed, previous: '' }
  return issued === undefined ? null : { action: 'issue', level: issued, previous: '' }
}

/** Where the verb of an act stands in a text, so that moments before it are told from those after. */
export function verbOf(text: string, { action }: Act): number {
  const patterns = action === 'adjust' ? [FROM_TO, TO] : action === 'lift' ? [LIFT] : [ISSUE]
  return Math.max(0, ...patterns.map((pattern) => pattern.exec(text)?.index ?? 0))
}
