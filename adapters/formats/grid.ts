/** A sheet of cells that may span rows and columns → a table: titles skipped, merged headers joined, merged body cells repeated downwards. */
import type { Cell, FormatLimits, RowFault, Table } from '../types.ts'
import { isRemark, LABELLED } from './beside.ts'
import { groupHeading } from './header-groups.ts'
import { headerName, makeTable, type RowCounter, tooManyColumns } from './row.ts'

/** A cell as placed: its 0-based column, and how far it spans (1 when it does not). */
export interface GridCell {
  readonly value: Cell
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** Set when the cell could not be read; its row then becomes a fault once the row is known to be a body row. */
  readonly fault?: (row: number, pointer: string) => RowFault
}

/** A source row and the cells that begin in it, left to right; cells and rows without content may be left out. */
export interface GridRow {
  readonly row: number
  readonly cells: readonly GridCell[]
  /** The sheet does not show it. */
  readonly hidden?: true
}

/** How many cells of text make a header: a title above a table is one merged cell, a remark one or two. */
const HEADER_CELLS = 3

/** A cell beside the header that spans further than this is a heading of the body, not a part of the header. */
const HEADER_ROWS = 4

/** A value that reaches down over the rows that follow. */
interface Reach {
  value: Cell
  left: number
}

/**
 * The table of a grid, or null when no row has three cells of text to be its header. A header whose cells span rows takes
 * as many rows, and the names above one another are joined with a blank. A body cell that spans rows is repeated in each;
 * one that spans columns stands in the first only, since its figure belongs to no other item. Blank rows are no rows, and
 * neither are remarks, which `passed` is told of.
 */
export function gridTable(
  name: string,
  grid: readonly GridRow[],
  counter: RowCounter,
  limits: FormatLimits,
  passed: (row: number, text: string) => void = () => undefined,
): Table | null {
  const head = gridHead(grid)
  if (head === null) return null
  const { start, first, height } = head
  const headRows = grid.slice(start, start + height).filter((row) => row.row < first.row + height)
  const header = headerOf(headRows, limits)
  const rows: Cell[][] = []
  const rowNumbers: number[] = []
  const faults: RowFault[] = []
  const reaches: (Reach | undefined)[] = []
  let last = first.row + height - 1
  for (let i = start + headRows.length; i < grid.length; i += 1) {
    const source = grid[i]
    if (source === undefined) continue
    const { row, cells } = source
    const line = new Array<Cell>(header.length).fill(null)
    carryDown(line, reaches, row - last)
    last = row
    if (isRemark(cells.map(({ value }) => value))) {
      passed(row, cells.map(({ value }) => value ?? '').join(' '))
      continue
    }
    const read = placeRow(line, cells, reaches, header, row, limits)
    if (read.blank) continue
    counter.add(row)
    if (read.fault !== null) {
      faults.push(read.fault)
      continue
    }
    rows.push(line)
    rowNumbers.push(row)
  }
  return makeTable({ name, header, rows, rowNumbers, faults, firstRow: first.row + height })
}

function isText(cell: GridCell): boolean {
  return typeof cell.value === 'string' && !isEmpty(cell.value)
}

/** A label whose value stands in the cell beside it. */
const LABEL = /^\s*(?:填报|填表|制表|报送|上报|编报|统计|审核|联系)(?:单位|部门|人|日期|时间|时段|电话)\s*$/

/** Where the header of a grid begins, and how many rows of the sheet it takes; null when no row can be one. */
export function gridHead(
  grid: readonly GridRow[],
): { readonly start: number; readonly first: GridRow; readonly height: number } | null {
  const start = headerAt(grid)
  const first = grid[start]
  if (first === undefined) return null
  const height = Math.max(1, ...first.cells.map((cell) => cell.rows).filter((rows) => rows <= HEADER_ROWS))
  return { start, first, height }
}

/** Where the header begins; −1 when no row can be one. */
function headerAt(grid: readonly GridRow[]): number {
  return grid.findIndex(({ cells }, at) => {
    const names = cells.filter((cell) => isText(cell) && !LABELLED.test(String(cell.value)))
    if (names.length < HEADER_CELLS) return false
    const labels = names.filter(({ value }) => LABEL.test(String(value))).length
    // A line of labels beside their values, over a header at least twice as wide.
    return !(labels > 0 && (grid[at + 1]?.cells.filter(isText).length ?? 0) >= 2 * names.length)
  })
}

/** Whether a cell has nothing a reader would see. */
export function isEmpty(value: Cell): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/** Names by column: each distinct name met going down, a name that spans being repeated. */
function headerOf(rows: readonly GridRow[], limits: FormatLimits): string[] {
  const names: string[][] = []
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      if (cell.column + cell.columns > limits.columns) throw tooManyColumns(limits, row)
      const name = cell.value === null ? '' : headerName(String(cell.value))
      for (let i = cell.column; i < cell.column + cell.columns; i += 1) {
        while (names.length <= i) names.push([])
        const parts = names[i]
        if (parts !== undefined && name !== '' && !parts.includes(name)) parts.push(name)
      }
    }
  }
  while (names.length > 0 && names.at(-1)?.length === 0) names.pop()
  return names.map((parts) => parts.filter((part, at) => at === parts.length - 1 || !isIdleGroup(part)).join(' '))
}

/** A heading over others that adds nothing to them; one that gives their unit stays. */
function isIdleGroup(text: string): boolean {
  const group = groupHeading(text)
  return group !== null && !/[/℃%]/.test(group.bracket ?? '')
}

/** Lets what reaches down into this row stand in it; `step` is how many rows further it is than the one before. */
function carryDown(line: Cell[], reaches: (Reach | undefined)[], step: number): void {
  for (let i = 0; i < reaches.length; i += 1) {
    const reach = reaches[i]
    if (reach === undefined) continue
    if (reach.left < step) {
      reaches[i] = undefined
      continue
    }
    reach.left -= step
    if (i < line.length) line[i] = reach.value
  }
}

/** Puts a row's own cells in place. A filled cell beyond the header means the row does not fit its table. */
function placeRow(
  line: Cell[],
  cells: readonly GridCell[],
  reaches: (Reach | undefined)[],
  header: readonly string[],
  row: number,
  limits: FormatLimits,
): { blank: boolean; fault: RowFault | null } {
  let blank = true
  let fault: RowFault | null = null
  for (const cell of cells) {
    if (cell.fault === undefined && isEmpty(cell.value)) continue
    blank = false
    if (cell.column >= header.length) {
      if (cell.column >= limits.columns) throw tooManyColumns(limits, row)
      fault ??= beyondHeader(row, header.length, cell.column + 1)
      continue
    }
    if (cell.fault !== undefined) fault ??= cell.fault(row, header[cell.column] ?? '')
    line[cell.column] = cell.value
    if (cell.rows > 1) reaches[cell.column] = { value: cell.value, left: cell.rows - 1 }
  }
  return { blank, fault }
}

function beyondHeader(row: number, expected: number, found: number): RowFault {
  return {
    row,
    code: 'cell-count',
    value: String(found),
    detail: {
      zh: `表头有 ${expected} 列，第 ${found} 列有内容而无列名`,
      en: `the header has ${expected} columns, but column ${found} of this row is filled`,
    },
  }
}
