/** Lines around and inside a table that are no rows: titles, remarks below, who filled it in, and what SQL*Plus says while it spools. */
import type { Note } from '../../contracts/types.ts'
import type { Cell } from '../types.ts'
import { excerpt } from './error.ts'

/** `填报单位：…`, `单位：mg/L`: a label with its value, as stands between a title and a header. */
export const LABELLED = /^\s*[^()（）:：]{1,16}[:：]/
const REMARK =
  /^(?:备 {0,4}注|注|附注|说明|(?:数据|填表|填报)说明|数据来源|(?:填表|填报|制表|报送|审核|复核|审批|批准|负责|联系|单位负责)人|制表|审核|联系电话|(?:填报|填表|制表|报送)(?:单位|部门|日期|时间)|(?:打印|导出)(?:日期|时间)|notes?|remarks?)\d{0,2}[:：]/i
/** The first characters of all that is looked for, so that a row of data costs one look. */
const BEGINS = new Set('备注附说数填制报审复批负联单打导nNrRsS已未-')

/** Whether all that a line holds is remarks: `备注：…`, `填表人：…`. */
export function isRemark(cells: readonly Cell[]): boolean {
  let some = false
  for (const cell of cells) {
    if (cell === null || cell === '') continue
    const text = typeof cell === 'string' ? cell.trim() : ''
    if (text === '' && typeof cell === 'string') continue
    if (!BEGINS.has(text.charAt(0)) || !REMARK.test(text)) return false
    some = true
  }
  return some
}

/** Whether a line above a header is none: one cell alone, as a title is, or labels with their values. */
export function isAboveHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length === 1 || filled.every((cell) => LABELLED.test(cell))
}

/** What SQL*Plus puts before a command it echoes. */
export const ECHO = 'SQL> '
const COUNTED = /^(?:已选择 {0,4}\d+ {0,4}行。?|未选定行。?|\d+ rows? selected\.?|no rows selected\.?)$/i

/** Whether a line of text is SQL*Plus talking: a command it echoes, how many rows it selected, the rule below a header. */
export function isSpoolTalk(cells: readonly string[]): boolean {
  const first = cells[0]?.trimStart() ?? ''
  const begin = first.charAt(0)
  if (begin === '-') return cells.every((cell) => /^-{2,}$/.test(cell.trim()))
  if (!BEGINS.has(begin) && !(begin >= '0' && begin <= '9' && cells.length === 1)) return false
  return first.startsWith(ECHO) || (cells.length === 1 && COUNTED.test(first.trim()))
}

/** Gathers what was passed over, for one note that a person reads. */
export function passedOver(): { add(line: number, text: string): void; note(): Note | null } {
  let [count, first] = [0, '']
  return {
    add(line, text) {
      if (count++ === 0) first = `${line}: ${excerpt(text.trim())}`
    },
    note: () => (count === 0 ? null : { rule: 'lines-passed-over', sent: count === 1 ? first : `${first} (${count})` }),
  }
}
