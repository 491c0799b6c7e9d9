/** One cell of a water file → one result: digits kept, absence and detection limits never read as zero. Standards §9 rows 6 and 18 (环办〔2011〕22号 for L). */
import type { Result, ResultQualifier, WaterItem } from '../../contracts/water-section-quality/record.ts'
import { readMarkup } from '../formats/markup.ts'
import { CANONICAL_UNITS, convertUnit } from '../standards/items.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import type { Cell } from '../types.ts'

/** A result, which rules touched it, or why the cell is no figure. */
export interface Figure {
  readonly result: Result | null
  readonly rules: readonly string[]
  readonly fault?: 'value-not-a-number' | 'unit-unknown'
  readonly text: string
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/
const BELOW_LIMIT = /^((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?)\s*[(（]?[Ll][)）]?$/
const LESS_THAN = /^[<＜]\s*((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?)$/
const UNROUNDED = /^原始值[：:]\s*(\S+)$/
const NOT_DETECTED = new Set(['未检出', 'ND', 'nd', 'N.D.', '低于检出限'])
const NOT_MONITORED = new Set(['*', '-1', '未监测', '未测'])
const MISSING = new Set(['NA', 'N/A', 'null', '缺测', '无数据', '停测'])
/** A level or a flow may lawfully be −1. */
const SIGNED: ReadonlySet<WaterItem> = new Set<WaterItem>(['flow', 'level'])

const NONE: readonly string[] = []
const UNROUNDED_TAKEN: readonly string[] = ['unrounded-value-taken']

function absent(unit: string, qualifier: ResultQualifier, text: string): Figure {
  return { result: { qualifier, reported: text === '' ? null : text, unit, value: null }, rules: NONE, text }
}

/** Reads a cell as a figure of `item`; `sentUnit` is the header's unit when it is not the contract's. */
export function readFigure(cell: Cell, item: WaterItem, sentUnit: string | null): Figure {
  if (cell === null) return absent(CANONICAL_UNITS[item], 'missing', '')
  if (typeof cell === 'number') return readText(String(cell), null, item, sentUnit)
  const { text, title } = readMarkup(cell)
  const written = text.trim()
  const read = readText(written, title, item, sentUnit)
  if (read.result) return read
  const narrow = halfWidth(written).trim()
  const again = narrow === written ? read : readText(narrow, title, item, sentUnit)
  return again.result ? { ...again, rules: [...again.rules, 'full-width-read'] } : read
}

function readText(text: string, title: string | null, item: WaterItem, sentUnit: string | null): Figure {
  const unit = CANONICAL_UNITS[item]
  const digits = NUMBER.test(text) ? text : null
  if (digits !== null && !(digits === '-1' && !SIGNED.has(item))) {
    const unrounded = title === null ? undefined : UNROUNDED.exec(title)?.[1]
    if (unrounded === undefined) return figure(item, sentUnit, { text, shown: digits, digits, qualifier: null })
    if (!NUMBER.test(unrounded)) return noNumber(unrounded)
    return figure(item, sentUnit, { text, shown: digits, digits: unrounded, qualifier: null, unrounded: true })
  }
  if (NOT_MONITORED.has(text)) return absent(unit, 'not-monitored', text)
  if (isEmptyMark(text) || MISSING.has(text)) return absent(unit, 'missing', text)
  if (NOT_DETECTED.has(text)) return absent(unit, 'ND', text)
  const less = LESS_THAN.exec(text)
  const limit = (less ?? BELOW_LIMIT.exec(text))?.[1]
  if (limit !== undefined)
    return figure(item, sentUnit, { text, shown: text, digits: limit, qualifier: less ? '<' : 'L' })
  return noNumber(text)
}

function noNumber(text: string): Figure {
  return { result: null, rules: NONE, fault: 'value-not-a-number', text: text.toWellFormed() }
}

interface Read {
  /** The cell's text, the digits to report, and the digits the value is taken from. */
  readonly text: string
  readonly shown: string
  readonly digits: string
  readonly qualifier: '<' | 'L' | null
  readonly unrounded?: boolean
}

function figure(item: WaterItem, sentUnit: string | null, read: Read): Figure {
  const unit = CANONICAL_UNITS[item]
  const { text, qualifier } = read
  let { shown, digits } = read
  let rules = read.unrounded ? UNROUNDED_TAKEN : NONE
  if (sentUnit !== null) {
    const converted = convertUnit(digits, sentUnit, unit)
    if (converted === undefined) return { result: null, rules: NONE, fault: 'unit-unknown', text }
    shown = qualifier === null ? (convertUnit(shown, sentUnit, unit) ?? shown) : shown.replace(digits, converted)
    digits = converted
    rules = [...rules, 'unit-converted']
  }
  const value = Number(digits)
  if (!Number.isFinite(value)) return noNumber(digits)
  return { result: { qualifier, reported: shown, unit, value }, rules, text }
}
