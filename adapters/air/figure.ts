/** One concentration → one result: digits kept, absence never read as zero, the unit by heading or declared and never by magnitude. Standards §9 rows 6 and 18. */
import { GB3095_2026, type Pollutant } from '../../contracts/standards/index.ts'
import type { Result, ResultQualifier } from '../../contracts/water-section-quality/record.ts'
import { toAirUnit } from '../standards/air.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import type { Cell } from '../types.ts'
import { cellText } from './cells.ts'

/** A result, its digits in the contract's unit (those of the limit below one), which rules touched it, or why the cell is no figure. */
export interface AirFigure {
  readonly result: Result | null
  readonly digits: string | null
  readonly rules: readonly string[]
  readonly fault?: 'value-not-a-number' | 'unit-unknown' | 'co-unit-doubtful'
  readonly text: string
}

/** The units of the contract: CO in mg/m³, all others in μg/m³. */
export const AIR_UNITS = GB3095_2026.units

/**
 * More CO than this (mg/m³) is no reading of ambient air. Figures of one decimal in mg/m³ are multiples of 100 in μg/m³, so
 * that a column in μg/m³ without saying so is found at once.
 */
export const MOST_CO = 90

const DIGITS = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?`
const NUMBER = new RegExp(`^${DIGITS}$`)
const BELOW_LIMIT = new RegExp(`^(${DIGITS})\\s*[(]?[Ll][)]?$`)
const LESS_THAN = new RegExp(`^<\\s*(${DIGITS})$`)
const NOT_DETECTED = new Set(['未检出', 'ND', 'nd'])
const NOT_MONITORED = new Set(['*', '未监测', '未测'])
const MISSING = new Set(['NA', 'N/A', 'null', 'NULL', 'NaN', '缺测', '无数据', '停测', '无效'])

const NONE: readonly string[] = []

/** Reads a cell as a concentration; `sentUnit` is the unit said with it, null when none was. */
export function readConcentration(cell: Cell, pollutant: Pollutant, sentUnit: string | null): AirFigure {
  const text = halfWidth(cellText(cell)).trim()
  const unit = AIR_UNITS[pollutant]
  if (NOT_MONITORED.has(text)) return absent(unit, 'not-monitored', text)
  if (NOT_DETECTED.has(text)) return absent(unit, 'ND', text)
  if (isEmptyMark(text) || MISSING.has(text)) return absent(unit, 'missing', text)
  if (NUMBER.test(text)) return figure(pollutant, sentUnit, text, text, null)
  const less = LESS_THAN.exec(text)?.[1]
  if (less !== undefined) return figure(pollutant, sentUnit, text, less, '<')
  const limit = BELOW_LIMIT.exec(text)?.[1]
  if (limit !== undefined) return figure(pollutant, sentUnit, text, limit, 'L')
  return { result: null, digits: null, rules: NONE, fault: 'value-not-a-number', text }
}

function absent(unit: string, qualifier: ResultQualifier, text: string): AirFigure {
  return {
    result: { qualifier, reported: text === '' ? null : text, unit, value: null },
    digits: null,
    rules: NONE,
    text,
  }
}

function figure(
  pollutant: Pollutant,
  sentUnit: string | null,
  text: string,
  digits: string,
  qualifier: '<' | 'L' | null,
): AirFigure {
  const unit = AIR_UNITS[pollutant]
  const converted =
    sentUnit === null ? { rules: NONE, value: digits } : toAirUnit(pollutant, digits, sentUnit, { units: AIR_UNITS })
  if (converted === undefined) return { result: null, digits: null, rules: NONE, fault: 'unit-unknown', text }
  const value = Number(converted.value)
  if (!Number.isFinite(value)) return { result: null, digits: null, rules: NONE, fault: 'value-not-a-number', text }
  if (pollutant === 'co' && value > MOST_CO)
    return { result: null, digits: null, rules: NONE, fault: 'co-unit-doubtful', text }
  const reported = text.replace(digits, converted.value)
  return { result: { qualifier, reported, unit, value }, digits: converted.value, rules: converted.rules, text }
}
