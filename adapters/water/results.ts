/** The figures of a row, in the record's key order, or the first cell that is none. */
import type { Note, Rejection } from '../../contracts/types.ts'
import type { Result, WaterItem, WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import type { ItemColumn } from './columns.ts'
import { type Figure, readFigure } from './figure.ts'

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

function noItem(row: number): Rejection {
  return reject(row, 'frame-outside', 'CP', '', {
    zh: '报文中没有本契约的监测项目',
    en: 'The message has none of the items of the contract',
  })
}

/** Reads a row's figures; adds to `notes`, once a rule. */
export type ResultsReader = (
  cells: readonly Cell[],
  row: number,
  notes: Note[],
) => WaterSectionRecord['results'] | Rejection

/**
 * A reader for one table. Monitoring repeats itself: a cell read once is not read again, and equal cells share one frozen result.
 * In a sparse table an item that was not sent is no result, so that a row says the same whatever else its file holds.
 */
export function resultsReader(items: readonly ItemColumn[], sparse = false): ResultsReader {
  const columns = items.map((column) => ({ column, known: new Map<Cell, Figure>() }))
  const figureOf = (cell: Cell, column: ItemColumn, known: Map<Cell, Figure>): Figure => {
    const before = known.get(cell)
    if (before) return before
    const made = readFigure(cell, column.item, column.sentUnit)
    if (made.result) Object.freeze(made.result)
    known.set(cell, made)
    return made
  }
  return (cells, row, notes) => {
    const results: Partial<Record<WaterItem, Result>> = {}
    let figures = 0
    let rules: Set<string> | null = null
    for (const { column, known } of columns) {
      const cell = cells[column.at] ?? null
      if (sparse && cell === null) continue
      const figure = figureOf(cell, column, known)
      if (figure.result === null) return refused(row, column, figure)
      results[column.item] = figure.result
      if (figure.result.value !== null) figures++
      for (const rule of figure.rules) {
        rules ??= new Set()
        rules.add(rule)
      }
    }
    if (sparse && Object.keys(results).length === 0) return noItem(row)
    for (const rule of rules ?? []) notes.push({ field: '/results', rule })
    if (figures === 0) notes.push({ field: '/results', rule: 'no-figure' })
    return results
  }
}
