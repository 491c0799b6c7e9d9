/** One worksheet part (ECMA-376 part 1 §18.3.1) → the grid of its filled cells. */
import type { FormatLimits, RowFault } from '../types.ts'
import type { GridCell, GridRow } from './grid.ts'
import { cellTooLong, cellTypeFault, tooManyColumns, tooManyRows } from './row.ts'
import { asShown, serialToCivil } from './xlsx-date.ts'
import { type Attributes, invalidPart, readXml, unescapeText } from './xml.ts'

/** Whether a cell style shows a day, a day or time with its clock, or neither. */
export type DateStyle = 'day' | 'clock' | null

/** What the cells of every sheet refer to. */
export interface Workbook {
  readonly strings: readonly string[]
  /** By the index of a cell style. */
  readonly dateStyles: readonly DateStyle[]
  readonly epoch1904: boolean
}

/** A cell while it is being read. */
interface OpenCell {
  readonly type: string
  readonly style: number
  readonly column: number
  formula: boolean
  value: string | null
  inline: string
}

/** A row while the sheet is read. */
interface Line {
  readonly row: number
  readonly cells: GridCell[]
  readonly hidden?: true
}

interface Merge {
  readonly columns: number
  readonly rows: number
}

type Value = Pick<GridCell, 'value' | 'fault'>

const HIGHEST_ROW = 1_048_576

/**
 * The filled cells of a sheet, in order, with their merged extent. Empty rows and columns cost nothing, however far out
 * the next cell is. Throws `xlsx-invalid` when rows or cells are out of order or refer to a string that is not there.
 */
export function readSheet(bytes: Uint8Array, part: string, workbook: Workbook, limits: FormatLimits): GridRow[] {
  const grid: Line[] = []
  const merges = new Map<string, Merge>()
  let row = 0
  let hidden = false
  let column = -1
  let cells: GridCell[] = []
  let cell: OpenCell | null = null
  let target: 'value' | 'inline' | null = null
  let phonetic = false
  let inData = false

  const openRow = (attributes: Attributes): void => {
    const number = attributes.r === undefined ? row + 1 : Number(attributes.r)
    if (!Number.isInteger(number) || number <= row || number > HIGHEST_ROW) {
      throw invalidPart(
        part,
        `行号 ${attributes.r} 无效或顺序有误`,
        `row number ${attributes.r} is invalid or out of order`,
      )
    }
    row = number
    hidden = attributes.hidden === '1' || attributes.hidden === 'true'
    column = -1
    cells = []
  }
  const openCell = (attributes: Attributes): void => {
    const at = attributes.r === undefined ? column + 1 : columnOf(attributes.r, row)
    if (at <= column)
      throw invalidPart(part, `单元格 ${attributes.r} 无效`, `cell ${attributes.r} is invalid or out of order`)
    column = at
    const style = attributes.s === undefined ? -1 : Number(attributes.s)
    cell = { type: attributes.t ?? 'n', style, column, formula: false, value: null, inline: '' }
  }
  const closeCell = (open: OpenCell): void => {
    const read = valueIn(open, part, workbook)
    if (read.value === null && read.fault === undefined) return
    if (open.column >= limits.columns) throw tooManyColumns(limits, row)
    if (typeof read.value === 'string' && read.value.length > limits.cell) {
      throw cellTooLong(limits, row, columnName(open.column), read.value)
    }
    cells.push({ ...read, column: open.column, columns: 1, rows: 1 })
  }

  readXml(bytes, part, {
    open(name, attributes) {
      if (name === 'sheetData') inData = true
      else if (name === 'mergeCell') addMerge(merges, attributes.ref ?? '')
      else if (!inData) return
      else if (name === 'row') openRow(attributes)
      else if (name === 'c') openCell(attributes)
      else if (cell === null) return
      else if (name === 'v') {
        target = 'value'
        cell.value = ''
      } else if (name === 't') target = 'inline'
      else if (name === 'f') cell.formula = true
      else if (name === 'rPh') phonetic = true
    },
    close(name) {
      if (name === 'sheetData') inData = false
      else if (!inData) return
      else if (name === 'c' && cell !== null) {
        closeCell(cell)
        cell = null
      } else if (name === 'row' && cells.length > 0) {
        grid.push(hidden ? { row, cells, hidden: true } : { row, cells })
        if (grid.length > 2 * limits.rows) throw tooManyRows(limits, row)
      } else if (name === 'v' || name === 't') target = null
      else if (name === 'rPh') phonetic = false
    },
    text(data) {
      if (cell === null || target === null) return
      if (target === 'value') cell.value = (cell.value ?? '') + data
      else if (!phonetic) cell.inline += data
    },
  })
  return merges.size === 0 ? grid : grid.map((line) => withMerges(line, merges))
}

/** The value of a cell by its type (§18.18.11), or the fault its row gets. */
function valueIn(cell: OpenCell, part: string, workbook: Workbook): Value {
  const { type, value } = cell
  if (type === 'inlineStr') return text(unescapeText(cell.inline))
  if (value === null) return cell.formula ? { value: null, fault: uncachedFault } : { value: null }
  switch (type) {
    case 's': {
      const found = workbook.strings[Number(value)]
      if (value === '' || found === undefined) {
        throw invalidPart(part, `共享字符串 ${value} 不存在`, `shared string ${value} does not exist`)
      }
      return text(found)
    }
    case 'str':
      return text(unescapeText(value))
    case 'b':
      return faulty(value === '1' ? 'TRUE' : 'FALSE')
    case 'e':
      return { value, fault: (row, pointer) => errorFault(row, pointer, value) }
    case 'd':
      return text(value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d).*$/, '$1 $2'))
    default:
      return numberOf(cell, value, workbook)
  }
}

function numberOf(cell: OpenCell, value: string, workbook: Workbook): Value {
  if (value === '') return { value: null }
  const number = Number(value)
  if (!Number.isFinite(number)) return faulty(value)
  const style = workbook.dateStyles[cell.style] ?? null
  if (style === null) return { value: number }
  return { value: asShown(serialToCivil(number, workbook.epoch1904), style === 'clock') ?? number }
}

function text(value: string): Value {
  return { value: value === '' ? null : value }
}

function faulty(value: string): Value {
  return { value, fault: (row, pointer) => cellTypeFault(row, pointer, value) }
}

function errorFault(row: number, pointer: string, value: string): RowFault {
  return {
    row,
    code: 'cell-error',
    pointer,
    value,
    detail: { zh: `公式结果为错误值 ${value}`, en: `the cell holds the error value ${value}` },
  }
}

function uncachedFault(row: number, pointer: string): RowFault {
  return {
    row,
    code: 'formula-uncached',
    pointer,
    detail: {
      zh: '公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后再报送',
      en: 'the formula was saved without its result; open the workbook in a spreadsheet program and save it again',
    },
  }
}

/** `B7` in row 7 → 1; −1 when it is no address or belongs to another row. */
function columnOf(address: string, row: number): number {
  let column = 0
  let i = 0
  for (; i < 3; i += 1) {
    const letter = address.charCodeAt(i) - 64
    if (!(letter >= 1 && letter <= 26)) break
    column = column * 26 + letter
  }
  return i > 0 && Number(address.slice(i)) === row ? column - 1 : -1
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/

function addMerge(merges: Map<string, Merge>, ref: string): void {
  const [, left, top, right, bottom] = RANGE.exec(ref) ?? []
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return
  const first = columnOf(`${left}1`, 1)
  merges.set(`${Number(top)}:${first}`, {
    columns: Math.max(1, columnOf(`${right}1`, 1) - first + 1),
    rows: Math.max(1, Number(bottom) - Number(top) + 1),
  })
}

function withMerges(line: Line, merges: ReadonlyMap<string, Merge>): GridRow {
  const cells = line.cells.map((cell): GridCell => {
    const merge = merges.get(`${line.row}:${cell.column}`)
    return merge === undefined ? cell : { ...cell, ...merge }
  })
  return { ...line, cells }
}
