/**
 * One sentence of a notice that issues, adjusts or lifts a warning: `自2026年11月15日0时起启动黄色预警（Ⅲ级应急响应）`, `黄色预警调整为橙色预警`,
 * `解除重污染天气黄色预警`. Clauses of advice, of conditions and of what has been are passed over. Standards §3.
 */
import type { WarningAction } from '../../contracts/air-warning/record.ts'
import { tight } from '../air/cells.ts'
import { parseAreas } from './areas.ts'
import { AT_ONCE, MOMENT } from './moment.ts'
import { type Act, actOf, verbOf } from './verbs.ts'
import { COLOUR, FURTHER_NOTICE, NUMERAL, RESPONSE } from './words.ts'

/** What a sentence says of a warning, each part in its own words; empty where it says nothing. */
export interface Statement {
  readonly action: WarningAction
  readonly level: string
  readonly previous: string
  readonly effective: string
  readonly until: string
  readonly response: string
  /** Names of areas; null where none is said, none where the authority's own is meant. */
  readonly areas: readonly string[] | null
  /** The sentence up to the act, as sent: by what, and by whose leave. */
  readonly before: string
  /** Whether it says that it decides; what does not may tell of an act that has been. */
  readonly decides: boolean
}

/** A sentence that says two things of a warning at once, or counts its areas wrongly. */
export interface StatementFault {
  readonly fault: 'warning-action-conflict' | 'division-unknown'
}

/** Clauses of what others are to do, of what is expected, of what is met, and of what has been. */
const ASIDE =
  /^(?:请|凡|拟|可能|预计|满足|符合|达到|各地|各有关|各区|各市|严格|切实)|已(?:经|于)|有可能|将(?:达到|出现)/
/** A clause after which the sentence tells only of what would be. */
const CONDITION = /^(?:如|若|一旦|当|待|倘|必要时)/
/** What has been, told within a clause that acts: 解除11月12日0时启动的黄色预警. */
const BEEN = new RegExp(`(?:自|从|于)?${MOMENT}(?:起|开始)?[^,\\d]{0,16}?(?:启动|发布|实施|执行)的`, 'g')

const TIME = `(?:${MOMENT}|${AT_ONCE})`
const FROM = new RegExp(`(?:自|从|于|在)?(${TIME})(?:起|开始)|(?:自|从|于|定于)(${TIME})`, 'g')
const SPAN = new RegExp(`(?:自|从|于)?(${MOMENT})(?:起)?(?:至|到|~|—)(${MOMENT})`)
const UNTIL = new RegExp(`(?:预警|响应|持续|延续|截止|截至|实施|执行|有效)[^,]{0,12}?(?:至|到)(${MOMENT})`)
const STARTS = new RegExp(`(?:自|从|于)(${TIME})`, 'g')
/** A clause before that of the act which says only when or where. */
const LEADING = new RegExp(
  `^(?:现)?(?:自|从|于|定于)?${TIME}(?:起|开始)?(?:(?:至|到|~|—)${MOMENT}止?)?(?:在.{1,160})?$|^在.{1,160}(?:内|范围|区域)$`,
)
const WITHIN = /(?:在|对|面向|针对)(.{1,160}?)(?=启动|发布|实施|执行|解除|终止|升级|调整|将|$)/
const AHEAD = /^(?:现)?(?:决定)?(.{1,160}?)(?=启动|发布|实施|执行|解除|终止|升级|调整)/
const OF = new RegExp(
  `(?:启动|发布|实施|执行|解除|终止|结束|取消|升级|提升|提高|调整|将|对|把)(.{1,160}?)(?=重污染天气|空气重污染|(?:${NUMERAL}级)?[(]?${COLOUR}|预警)`,
)
const DECIDES = /(?:现)?(?:决定|特此|定于)/
const FOUND_RESPONSE = new RegExp(RESPONSE)

/** The moment from which: the nearest before the verb, else the first after it. */
function momentOf(text: string, verb: number): string {
  const found = Array.from(text.matchAll(FROM), (match) => ({ at: match.index, text: match[1] ?? match[2] ?? '' }))
  return (found.findLast(({ at }) => at <= verb) ?? found[0])?.text ?? ''
}

/** The last moment that something before the act counts from. */
function momentBefore(clauses: readonly string[]): string {
  return Array.from(clauses.join(',').matchAll(STARTS), ([, text = '']) => text).at(-1) ?? ''
}

function areasIn(clauses: readonly string[], isArea: (name: string) => boolean): readonly string[] | 'count' | null {
  for (const pattern of [WITHIN, OF, AHEAD]) {
    for (const clause of clauses) {
      const words = pattern.exec(clause.replace(SPAN, '').replace(FROM, ''))?.[1] ?? ''
      const found = parseAreas(words.replace(/[的内]$/, ''), isArea)
      if (found !== null) return found
    }
  }
  return null
}

const isOpen = (clause: string): boolean => FURTHER_NOTICE.test(clause) && /解除|终止|结束|截止/.test(clause)

/** When the end is told in clauses of its own: `预警解除时间另行通知`, `预警持续至11月18日24时`. Empty where it is not. */
function endOf(clauses: readonly string[]): string {
  if (clauses.some(isOpen)) return '另行通知'
  return clauses.map((clause) => UNTIL.exec(clause)?.[1]).find((found) => found !== undefined) ?? ''
}

/** An adjustment names two responses; the one in force comes last. */
function responseOf(text: string, { action, level }: Act): string {
  if (action === 'lift') return ''
  return FOUND_RESPONSE.exec(action === 'adjust' ? text.slice(text.lastIndexOf(level)) : text)?.[0] ?? ''
}

/** The clauses of a sentence, those that are no part of an act left empty. */
function clausesOf(sentence: string): readonly string[] {
  // What another document is called is no act of this one.
  const own = tight(sentence).replace(/《[^《》]*》/g, (title) => title.replace(/[^,]/g, ''))
  const clauses = own.split(',')
  const would = clauses.findIndex((clause) => CONDITION.test(clause))
  return clauses.map((clause, at) => ((would >= 0 && at >= would) || ASIDE.test(clause) ? '' : clause))
}

/** Reads one sentence; null when it does nothing to a warning. `isArea` tells whether a text names an area of the register. */
export function parseStatement(sentence: string, isArea: (name: string) => boolean): Statement | StatementFault | null {
  // Commas stand one for one in both forms, so that a clause is found again as it was sent.
  const sent = sentence.split(/[,，]/)
  const clauses = clausesOf(sentence).map((clause) => clause.replace(BEEN, ''))
  const act = actOf(clauses)
  if (act === null) return null
  if (act === 'conflict') return { fault: 'warning-action-conflict' }
  const first = firstOf(clauses)
  const acting = clauses.slice(first).filter((clause) => clause !== '')
  const text = acting.join(',')
  const areas = areasIn(acting, isArea)
  if (areas === 'count') return { fault: 'division-unknown' }
  const span = act.action === 'lift' ? null : SPAN.exec(text)
  const ahead = sent.slice(0, first).reduce((length, clause) => length + clause.length + 1, 0)
  const head = new RegExp(`^(.*?)${DECIDES.source}`).exec(sent[first] ?? '')?.[1] ?? ''
  return {
    ...act,
    effective: span?.[1] ?? (momentOf(text, verbOf(text, act)) || momentBefore(clauses.slice(0, first))),
    until: act.action === 'lift' ? '' : (span?.[2] ?? endOf(acting)),
    response: responseOf(text, act),
    areas,
    decides: clauses.some((clause) => DECIDES.test(clause)),
    before: sentence
      .slice(0, ahead + head.length)
      .replace(/(?<![,，\s])[,，\s]+$/, '')
      .trim(),
  }
}

/** Where the act begins: at the clause that decides, or at that of the verb and those right before it that say when or where. */
function firstOf(clauses: readonly string[]): number {
  const decides = clauses.findLastIndex((clause) => DECIDES.test(clause))
  let first = clauses.findIndex((clause) => actOf([clause]) !== null)
  if (decides >= 0 && decides <= first) return decides
  while (first > 0 && LEADING.test(clauses[first - 1] ?? '')) first--
  return Math.max(0, first)
}

/** What a sentence that does nothing itself adds to the act of another; empty where it adds nothing. */
export function parseAddition(sentence: string): Pick<Statement, 'effective' | 'until' | 'response'> {
  const clauses = clausesOf(sentence)
  const acting = clauses.find((clause) => /启动|实施|执行/.test(clause) && FOUND_RESPONSE.test(clause)) ?? ''
  const timed = clauses.find((clause) => /(?:预警|启动|生效)时间/.test(clause)) ?? ''
  return {
    effective: SPAN.exec(timed)?.[1] ?? momentOf(timed, timed.length),
    until: SPAN.exec(timed)?.[2] ?? endOf(clauses),
    response: FOUND_RESPONSE.exec(acting)?.[0] ?? '',
  }
}
