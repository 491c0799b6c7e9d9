/** HTML tables (WHATWG HTML §4.9), as saved under the name .xls or published as a page → tables. */
import { Parser } from 'htmlparser2'
import type { FormatLimits, Table } from '../types.ts'
import { FormatError, noTable } from './error.ts'
import { type GridCell, type GridRow, gridTable, isEmpty } from './grid.ts'
import { cellTooLong, rowCounter, tooManyColumns, tooManyRows } from './row.ts'
import { ELEMENT_DEPTH, elementsTooDeep } from './xml.ts'

/** Titles that hold a value beside the one shown; a cell with one keeps its markup for `readMarkup`. */
const KEPT_TITLE = /原始值|所在地市/

interface OpenCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly start: number
  markup: boolean
  text: string
}

/** A table whose end tag has not come yet. `below[i]` is how many rows further column i is covered from above. */
interface OpenTable {
  name: string
  rows: GridRow[]
  row: number
  cells: GridCell[] | null
  nextColumn: number
  cell: OpenCell | null
  below: number[]
  caption: boolean
}

/**
 * Reads every table that has a header; row n is the n-th `tr` of its table. A table inside a cell is a table of its own
 * and adds nothing to that cell, so data inside a layout table is found. Text has its entities decoded, its blanks
 * collapsed and `br` as a line break. A cell with a `title` of 原始值 or 所在地市 is its inner HTML. Throws `no-table`,
 * `truncated` (a table not closed), `too-deep` (tables in tables), `too-many-sheets` (tables) and the limits' errors.
 */
export function readHtml(text: string, limits: FormatLimits): Table[] {
  const counter = rowCounter(limits)
  const finished: { readonly order: number; readonly table: Table }[] = []
  const stack: { readonly order: number; readonly table: OpenTable }[] = []
  let opened = 0
  let hidden = 0
  let kept = 0
  let depth = 0

  const closeCell = (table: OpenTable, end: number): void => {
    const { cell } = table
    if (cell === null) return
    const shown = cell.text
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    const value = cell.markup ? text.slice(cell.start, end) : shown
    if (value.length > limits.cell) throw cellTooLong(limits, table.row, String(cell.column + 1), value)
    if (!isEmpty(value)) table.cells?.push({ value, column: cell.column, columns: cell.columns, rows: cell.rows })
    table.cell = null
  }
  const closeRow = (table: OpenTable, end: number): void => {
    closeCell(table, end)
    if (table.cells !== null && table.cells.length > 0) {
      table.rows.push({ row: table.row, cells: table.cells })
      kept += 1
      // Titles and layout tables are not counted as rows, but they must not be without end either.
      if (kept > 2 * limits.rows) throw tooManyRows(limits, table.row)
    }
    table.cells = null
  }
  const openRow = (table: OpenTable, end: number): void => {
    closeRow(table, end)
    table.row += 1
    table.cells = []
    table.nextColumn = 0
    for (let i = 0; i < table.below.length; i += 1) table.below[i] = Math.max(0, (table.below[i] ?? 0) - 1)
  }
  const openCell = (
    table: OpenTable,
    attributes: Record<string, string>,
    start: number,
    contentStart: number,
  ): void => {
    if (table.cells === null) openRow(table, start)
    closeCell(table, start)
    let column = table.nextColumn
    while ((table.below[column] ?? 0) > 0) column += 1
    const columns = span(attributes.colspan)
    const rows = span(attributes.rowspan)
    if (column + columns > limits.columns) throw tooManyColumns(limits, table.row)
    table.nextColumn = column + columns
    // Counted from the row it begins in, which the next row's start takes one off.
    if (rows > 1) for (let i = column; i < column + columns; i += 1) table.below[i] = rows
    const own = KEPT_TITLE.test(attributes.title ?? '')
    table.cell = { column, columns, rows, start: own ? start : contentStart, markup: own, text: '' }
  }
  const closeTable = (end: number): void => {
    const top = stack.pop()
    if (top === undefined) return
    closeRow(top.table, end)
    const name = top.table.name.trim() === '' ? `table ${top.order}` : top.table.name.trim()
    const table = gridTable(name, top.table.rows, counter, limits)
    if (table !== null) finished.push({ order: top.order, table })
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > ELEMENT_DEPTH) throw elementsTooDeep()
      const table = stack.at(-1)?.table
      if (name === 'table') {
        if (stack.length >= limits.depth) throw nestedTooDeep(limits)
        opened += 1
        stack.push({
          order: opened,
          table: { name: '', rows: [], row: 0, cells: null, nextColumn: 0, cell: null, below: [], caption: false },
        })
      } else if (name === 'script' || name === 'style') {
        hidden += 1
      } else if (table === undefined) {
        return
      } else if (name === 'tr') {
        openRow(table, parser.startIndex)
      } else if (name === 'td' || name === 'th') {
        openCell(table, attributes, parser.startIndex, parser.endIndex + 1)
      } else if (name === 'caption') {
        table.caption = true
      } else if (table.cell !== null) {
        if (name === 'br') table.cell.text += '\n'
        if (KEPT_TITLE.test(attributes.title ?? '')) table.cell.markup = true
      }
    },
    onclosetag(name) {
      depth -= 1
      const table = stack.at(-1)?.table
      if (name === 'script' || name === 'style') hidden -= 1
      else if (table === undefined) return
      else if (name === 'table') closeTable(parser.startIndex)
      else if (name === 'tr') closeRow(table, parser.startIndex)
      else if (name === 'td' || name === 'th') closeCell(table, parser.startIndex)
      else if (name === 'caption') table.caption = false
    },
    ontext(data) {
      const table = stack.at(-1)?.table
      if (table === undefined || hidden > 0) return
      if (table.cell !== null) table.cell.text += data.replace(/[\t\n\f\r ]+/g, ' ')
      else if (table.caption && table.name.length < 256) table.name += data
    },
  })
  parser.write(text)
  if (stack.length > 0) throw unclosedTable()
  parser.end()
  if (finished.length > limits.sheets) throw tooManyTables(limits, finished.length)
  if (finished.length === 0) throw noTable()
  return finished.sort((a, b) => a.order - b.order).map(({ table }) => table)
}

/** A span as HTML reads it: a whole number from 1, anything else being 1. */
function span(value: string | undefined): number {
  const number = value === undefined ? 1 : Number.parseInt(value, 10)
  return number >= 1 ? number : 1
}

function unclosedTable(): FormatError {
  return new FormatError('truncated', {
    zh: '文件结束时表格仍未闭合，可能未传完',
    en: 'the file ends inside a table; it was probably cut off',
  })
}

function nestedTooDeep(limits: FormatLimits): FormatError {
  return new FormatError('too-deep', {
    zh: `表格嵌套超过上限 ${limits.depth} 层`,
    en: `expected tables nested at most ${limits.depth} deep, got more`,
  })
}

function tooManyTables(limits: FormatLimits, found: number): FormatError {
  return new FormatError('too-many-sheets', {
    zh: `表格 ${found} 个，超过上限 ${limits.sheets} 个`,
    en: `expected at most ${limits.sheets} tables, got ${found}`,
  })
}
