/** The words both sides write for actions, levels, responses, publication and missing numbers, as the contract has them. Standards §3. */
import type { AirWarningRecord, Unnumbered, WarningAction } from '../../contracts/air-warning/record.ts'
import type { WarningLevel } from '../../contracts/standards/air-types.ts'
import { tight } from '../air/cells.ts'

/** A level's number, as a pattern without groups. */
export const NUMERAL = '(?:[ⅠⅡⅢⅣ]|IV|I{1,3}|[一二三四]|[1-4])'
/** A level's colour, as a pattern without groups. */
export const COLOUR = '[蓝黄橙红]色'

const COLOURS: ReadonlyMap<string, WarningLevel> = new Map([
  ['蓝', 'blue'],
  ['黄', 'yellow'],
  ['橙', 'orange'],
  ['红', 'red'],
  ['blue', 'blue'],
  ['yellow', 'yellow'],
  ['orange', 'orange'],
  ['red', 'red'],
])

/** 黄 is Ⅲ, 橙 is Ⅱ, 红 is Ⅰ; 蓝 was Ⅳ before 2018. */
const NUMBERED: readonly (readonly [WarningLevel, readonly string[]])[] = [
  ['red', ['Ⅰ', 'I', '一', '1']],
  ['orange', ['Ⅱ', 'II', '二', '2']],
  ['yellow', ['Ⅲ', 'III', '三', '3']],
  ['blue', ['Ⅳ', 'IV', '四', '4']],
]

const COLOURED = new RegExp(
  `^(?:重污染天气|空气重污染)?(?:${NUMERAL}级)?[(]?([蓝黄橙红])色?[)]?(?:[(]?${NUMERAL}级[)]?)?(?:预警)?$`,
)
const BY_NUMBER = new RegExp(`^(?:重污染天气|空气重污染)?(${NUMERAL})级(?:预警)?$`)

/** A level as written; `numbered` when only its number was. */
export interface WrittenLevel {
  readonly level: WarningLevel
  readonly numbered: boolean
}

function levelOfNumeral(numeral: string): WarningLevel | undefined {
  return NUMBERED.find(([, numerals]) => numerals.includes(numeral))?.[0]
}

/** Reads a level; null when it is none. */
export function parseLevel(text: string): WrittenLevel | null {
  const written = tight(text)
  const colour = COLOURS.get(COLOURED.exec(written)?.[1] ?? written.toLowerCase())
  if (colour !== undefined) return { level: colour, numbered: false }
  const level = levelOfNumeral(BY_NUMBER.exec(written)?.[1] ?? '')
  return level === undefined ? null : { level, numbered: true }
}

/** A response level in words, as a pattern without groups. */
export const RESPONSE = `${NUMERAL}级(?:应急|预警|重污染天气|重污染天气应急)?响应`

/** The level a response is of (Ⅲ级应急响应 is of 黄色); undefined when its number cannot be read. */
export function levelOfResponse(text: string): WarningLevel | undefined {
  return levelOfNumeral(new RegExp(`^(${NUMERAL})级?(?!\\d)`).exec(tight(text))?.[1] ?? '')
}

const ACTIONS: readonly (readonly [RegExp, WarningAction])[] = [
  [/解除|终止|结束|取消|^lift$/, 'lift'],
  [/调整|升级|降级|提升|升高|提高|降低|上调|下调|变更|^adjust$/, 'adjust'],
  [/发布|启动|^issue$/, 'issue'],
]

/** Reads an action; null when it is none, or more than one. */
export function parseAction(text: string): WarningAction | null {
  const written = tight(text).toLowerCase()
  const found = ACTIONS.filter(([pattern]) => pattern.test(written)).map(([, action]) => action)
  // 发布解除通知 and 启动升级 say how the act was made known beside the act.
  const acts = found.length > 1 ? found.filter((action) => action !== 'issue') : found
  const [only, ...others] = acts
  return only !== undefined && others.length === 0 ? only : null
}

/** Whether a document was made public, in the words its last line has. */
export const PUBLICATIONS: ReadonlyMap<string, AirWarningRecord['publication']> = new Map([
  ['公开', 'public'],
  ['已公开', 'public'],
  ['主动公开', 'public'],
  ['公开发布', 'public'],
  ['此件公开发布', 'public'],
  ['此件主动公开', 'public'],
  ['向社会公开', 'public'],
  ['向社会发布', 'public'],
  ['已向社会发布', 'public'],
  ['public', 'public'],
  ['双方共享', 'joint'],
  ['依申请公开', 'joint'],
  ['此件依申请公开', 'joint'],
  ['joint', 'joint'],
  ['不公开', 'none'],
  ['不予公开', 'none'],
  ['此件不公开', 'none'],
  ['此件不予公开', 'none'],
  ['内部', 'none'],
  ['none', 'none'],
])

/** Why a document has no number. */
export const UNNUMBERED: ReadonlyMap<string, Unnumbered> = new Map<string, Unnumbered>([
  ...['无', '无文号', '未编文号', '未编号', '不编号', 'none-given'].map((word) => [word, 'none-given'] as const),
  ...['后补', '文号后补', '待补', '文号待补', 'to-follow'].map((word) => [word, 'to-follow'] as const),
  ...['未写明', '不详', 'not-stated'].map((word) => [word, 'not-stated'] as const),
])

/** Words that leave the end of a warning open. */
export const FURTHER_NOTICE = /另行|待定|待通知|另文|再行通知/
