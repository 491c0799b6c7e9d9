/** The body of a Word document (ECMA-376 part 1 §17.3, §17.4), streamed: its lines and its tables in the order they stand. */
import type { FormatLimits, Table } from '../types.ts'
import { DOCUMENT } from './container.ts'
import { FormatError } from './error.ts'
import { type GridCell, type GridRow, gridTable, isEmpty } from './grid.ts'
import { cellTooLong, rowCounter, tooManyColumns, tooManyRows } from './row.ts'
import { type Attributes, invalidPart, readXml } from './xml.ts'

/** A line by its number in the document: a paragraph, or what follows a line break in one. */
export interface DocumentLine {
  readonly line: number
  readonly text: string
}

/** A line, or a table that has a header. */
export type DocumentItem = DocumentLine | Table

/** Whether an item is a table. */
export function isTable(item: DocumentItem): item is Table {
  return 'header' in item
}

interface OpenCell {
  readonly column: number
  columns: number
  /** Whether it begins a vertical merge, goes on with one, or neither (§17.4.84). */
  merge: 'restart' | 'continue' | null
  readonly lines: string[]
}

/** A cell that rows below may still belong to. */
interface Merge {
  readonly cell: GridCell & { rows: number }
  row: number
}

interface OpenTable {
  readonly order: number
  readonly rows: GridRow[]
  readonly items: DocumentItem[]
  readonly merges: Map<number, Merge>
  row: number
  column: number
  cells: GridCell[]
  cell: OpenCell | null
}

/** What is not seen, or seen a second time: deleted and moved text, phonetic guides, what older programs show instead. */
const UNSEEN: ReadonlySet<string> = new Set(['Fallback', 'del', 'moveFrom', 'rt'])

/** Reads the part. Throws `docx-invalid` when it has no body, `too-deep` (tables in tables) and the limits' errors. */
export function readBody(bytes: Uint8Array, part: string, limits: FormatLimits): readonly DocumentItem[] {
  const counter = rowCounter(limits)
  const items: DocumentItem[] = []
  const tables: OpenTable[] = []
  const paragraphs: string[] = []
  let [body, hidden, inText] = [false, false, false]
  let [unseen, runs, line, opened, kept] = [0, 0, 0, 0, 0]

  const write = (text: string): void => {
    const at = paragraphs.length - 1
    if (runs > 0 && !hidden && at >= 0) paragraphs[at] += text
  }
  const closeParagraph = (): void => {
    const table = tables.at(-1)
    for (const text of (paragraphs.pop() ?? '').split('\n')) {
      line += 1
      ;(table?.items ?? items).push({ line, text })
      table?.cell?.lines.push(text)
    }
  }
  const openTable = (): void => {
    if (tables.length >= limits.depth) throw nestedTooDeep(limits)
    opened += 1
    tables.push({ order: opened, rows: [], items: [], merges: new Map(), row: 0, column: 0, cells: [], cell: null })
  }
  const openCell = (table: OpenTable): void => {
    table.cell = { column: table.column, columns: 1, merge: null, lines: [] }
  }
  const closeCell = (table: OpenTable): void => {
    const { cell, row } = table
    if (cell === null) return
    const { column, columns, merge, lines } = cell
    table.cell = null
    table.column = column + columns
    if (table.column > limits.columns) throw tooManyColumns(limits, row)
    const above = table.merges.get(column)
    if (merge === 'continue' && above?.row === row - 1) {
      above.cell.rows += 1
      above.row = row
      return
    }
    const value = lines.join('\n').trim()
    if (value.length > limits.cell) throw cellTooLong(limits, row, String(column + 1), value)
    const made = { value, column, columns, rows: 1 }
    if (merge === 'restart') table.merges.set(column, { cell: made, row })
    if (!isEmpty(value)) table.cells.push(made)
  }
  const closeRow = (table: OpenTable): void => {
    if (table.cells.length === 0) return
    table.rows.push({ row: table.row, cells: table.cells })
    kept += 1
    // Layout tables are not counted as rows, but they must not be without end either.
    if (kept > 2 * limits.rows) throw tooManyRows(limits, table.row)
  }
  const closeTable = (): void => {
    const table = tables.pop()
    if (table === undefined) return
    const made = gridTable(`table ${table.order}`, table.rows, counter, limits)
    const around = tables.at(-1)?.items ?? items
    if (made !== null) around.push(made)
    for (const item of table.items) if (made === null || isTable(item)) around.push(item)
  }

  readXml(
    bytes,
    part,
    {
      open(name, attributes) {
        if (UNSEEN.has(name)) unseen += 1
        if (unseen > 0) return
        const table = tables.at(-1)
        if (name === 'body') body = true
        else if (name === 'p') paragraphs.push('')
        else if (name === 'r') [runs, hidden] = [runs + 1, false]
        else if (name === 't') inText = true
        else if (name === 'tab') write(' ')
        else if (name === 'br' || name === 'cr') write('\n')
        else if (name === 'noBreakHyphen') write('-')
        else if (name === 'vanish' && runs > 0) hidden = !/^(?:0|false|off)$/.test(valueIn(attributes))
        else if (name === 'tbl') openTable()
        else if (table === undefined) return
        else if (name === 'tr') [table.row, table.column, table.cells] = [table.row + 1, 0, []]
        else if (name === 'gridBefore') table.column += countOf(attributes)
        else if (name === 'tc') openCell(table)
        else if (table.cell === null) return
        else if (name === 'gridSpan') table.cell.columns = countOf(attributes)
        else if (name === 'vMerge') table.cell.merge = valueIn(attributes) === 'restart' ? 'restart' : 'continue'
      },
      close(name) {
        if (UNSEEN.has(name)) unseen -= 1
        else if (unseen > 0) return
        else if (name === 'p') closeParagraph()
        else if (name === 'r') [runs, hidden] = [runs - 1, false]
        else if (name === 't') inText = false
        else if (name === 'tbl') closeTable()
        else {
          const table = tables.at(-1)
          if (name === 'tc' && table !== undefined) closeCell(table)
          else if (name === 'tr' && table !== undefined) closeRow(table)
        }
      },
      text(data) {
        // A line break of the XML is a blank of the text.
        if (inText && unseen === 0) write(data.replace(/[\r\n\t]/g, ' '))
      },
    },
    DOCUMENT,
  )
  if (!body) throw invalidPart(part, '没有正文', 'no body', DOCUMENT)
  return items
}

/** An attribute `val`, whatever the prefix of its namespace. */
function valueIn(attributes: Attributes): string {
  const name = Object.keys(attributes).find((one) => one === 'val' || one.endsWith(':val'))
  return name === undefined ? '' : (attributes[name] ?? '')
}

/** A count of columns; anything else is one. */
function countOf(attributes: Attributes): number {
  const count = Number.parseInt(valueIn(attributes), 10)
  return count >= 1 ? count : 1
}

function nestedTooDeep(limits: FormatLimits): FormatError {
  return new FormatError('too-deep', {
    zh: `表格嵌套超过上限 ${limits.depth} 层`,
    en: `expected tables nested at most ${limits.depth} deep, got more`,
  })
}
