/** The figures of a row, in the record's key order, or the first cell that is none. */
import type { Note, Rejection } from '../../contracts/types.ts'
import type { Result, WaterItem, WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import type { Cell } from '../types.ts'
import type { ItemColumn } from './columns.ts'
import { type Figure, readFigure } from './figure.ts'
import { reject } from './reject.ts'

function refused(row: number, { heading, sentUnit }: ItemColumn, { fault, text }: Figure): Rejection {
  return fault === 'unit-unknown'
    ? reject(row, 'unit-unknown', heading, sentUnit ?? '', {
        zh: `单位「${sentUnit}」无法换算`,
        en: `The unit ${sentUnit} cannot be converted`,
      })
    : reject(row, 'value-not-a-number', heading, text, {
        zh: `「${text}」不是数值，也不是缺测、未检出或检出限标记`,
        en: `${text} is neither a number nor a mark of absence or of a detection limit`,
      })
}

/** Reads a row's figures; adds to `notes`, once a rule. */
export function readResults(
  cells: readonly Cell[],
  row: number,
  items: readonly ItemColumn[],
  notes: Note[],
): WaterSectionRecord['results'] | Rejection {
  const results: Partial<Record<WaterItem, Result>> = {}
  let figures = 0
  let rules: Set<string> | null = null
  for (const column of items) {
    const figure = readFigure(cells[column.at] ?? null, column.item, column.sentUnit)
    if (figure.result === null) return refused(row, column, figure)
    results[column.item] = figure.result
    if (figure.result.value !== null) figures++
    for (const rule of figure.rules) {
      rules ??= new Set()
      rules.add(rule)
    }
  }
  for (const rule of rules ?? []) notes.push({ field: '/results', rule })
  if (figures === 0) notes.push({ field: '/results', rule: 'no-figure' })
  return results
}
