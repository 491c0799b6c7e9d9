/** A file's tables laid out as its sender wrote them: the rows above the data, and any row by its number, cell by cell. */
import { readCsvRow } from '../../adapters/formats/csv.ts'
import { type GridCell, type GridRow, gridHead } from '../../adapters/formats/grid.ts'
import { RETURN_HEADINGS } from '../../adapters/formats/marked.ts'
import { readTables } from '../../adapters/formats/read.ts'
import { rowNumber } from '../../adapters/formats/row.ts'
import { decodeText } from '../../adapters/formats/text.ts'
import { readGrids } from '../../adapters/formats/xlsx.ts'
import type { Adapter, Cell, FormatLimits, FormatName, Table } from '../../adapters/types.ts'
import type { Registry } from '../../contracts/registry/types.ts'

/** A file, and how its adapter takes its tables. */
export interface LayoutOptions {
  readonly bytes: Uint8Array
  readonly mediaType?: string
  readonly adapter: Pick<Adapter<object>, 'reshape'>
  readonly registry: Registry
  readonly limits: FormatLimits
}

/** A line over the data: its cells with the columns and rows they span; `heads` where headings begin in it or go on. */
export interface HeadLine {
  readonly cells: readonly GridCell[]
  readonly heads: 'first' | 'more' | null
  /** Rows the headings take, of the first line of them. */
  readonly height: number
}

/** One table as it was written. */
export interface Layout {
  /** The sheet's name; empty for a file that is one table. */
  readonly sheet: string
  /** The headings as the adapter tells them, by column. */
  readonly header: readonly string[]
  readonly head: readonly HeadLine[]
  /** Every line that a row number means; null for a cell that the file does not have; none where the row cannot be laid out. */
  rows(row: number): readonly (readonly (Cell | undefined)[])[]
}

/** A file's format, and the tables of it that may hold rows. */
export interface Layouts {
  readonly format: FormatName
  readonly tables: readonly Layout[]
}

/** Rows over the headings that are kept. */
const MOST_HEAD = 60

/** Lays a file out. Throws FormatError. */
export function layoutsOf(options: LayoutOptions): Layouts {
  const { bytes, mediaType, limits } = options
  const { format, tables } = readTables(bytes, mediaType === undefined ? { limits } : { limits, mediaType })
  const grids =
    format === 'xlsx' ? new Map(readGrids(bytes, limits).map(({ name, rows }) => [name, ownGrid(rows)])) : null
  const text = format === 'csv' ? decodeText(bytes).text : null
  return {
    format,
    tables: tables.map((table) => layoutOf(table, options, grids?.get(table.name) ?? null, text)),
  }
}

function layoutOf(
  table: Table,
  { adapter, registry, limits }: LayoutOptions,
  grid: readonly GridRow[] | null,
  text: string | null,
): Layout {
  const shaped = adapter.reshape?.(table, registry, limits) ?? table
  const [first] = shaped.rows
  const asWritten = first === undefined || table.rows.slice(0, 2).includes(first)
  // Figures or sites that were brought together are shown so, since a row is no longer one of the file.
  const { header } = asWritten ? table : shaped
  const byNumber = new Map<number, (readonly Cell[])[]>()
  for (const [index, cells] of shaped.rows.entries()) {
    const row = rowNumber(shaped, index)
    byNumber.set(row, [...(byNumber.get(row) ?? []), cells])
  }
  const raw = asWritten && grid ? new Map(grid.map((line) => [line.row, line])) : null
  return {
    sheet: table.name,
    header: asWritten ? shaped.header : header,
    head: raw && grid ? headLines(grid, subheadingRow(table, shaped)) : [plainHead(header)],
    rows: (row) => byNumber.get(row) ?? unreadRow(row, header.length, raw, text),
  }
}

/** A row that could not be read as cells, as far as it can be shown. */
function unreadRow(
  row: number,
  columns: number,
  raw: ReadonlyMap<number, GridRow> | null,
  text: string | null,
): readonly (readonly (Cell | undefined)[])[] {
  const line = raw?.get(row)
  if (line) return [gridCells(line)]
  const cells = text === null ? null : readCsvRow(text, row)
  if (cells === null) return []
  // What a short line lacks is told apart from what it left empty.
  const lacking = Array<undefined>(Math.max(0, columns - cells.length)).fill(undefined)
  return [[...cells.map((cell) => (cell === '' ? null : cell)), ...lacking]]
}

function gridCells({ cells, row }: GridRow): readonly (Cell | undefined)[] {
  const line: (Cell | undefined)[] = []
  for (const { column, value, fault } of cells) {
    while (line.length < column) line.push(null)
    // A formula without its result has no value to show.
    line[column] = value === null && fault?.(row, '') !== undefined ? undefined : value
  }
  return line
}

function plainHead(header: readonly string[]): HeadLine {
  const cells = header.map((value, column) => ({ value, column, columns: 1, rows: 1 }))
  return { cells, heads: 'first', height: 1 }
}

/** The line of body that a reshaped table took for headings of its own; 0 for none. */
function subheadingRow(table: Table, shaped: Table): number {
  return shaped.rows.length === table.rows.length - 1 ? rowNumber(table, 0) : 0
}

/** The lines over the data, down to a line at least; blank ones keep their place. */
function headLines(grid: readonly GridRow[], least: number): readonly HeadLine[] {
  const head = gridHead(grid)
  const start = head?.first.row ?? 1
  const height = head?.height ?? 1
  const lines: HeadLine[] = []
  const byRow = new Map(grid.map((line) => [line.row, line.cells]))
  const last = Math.max(start + height - 1, Math.min(least, start + height + MOST_HEAD))
  for (let row = Math.max(1, start - MOST_HEAD); row <= last; row += 1) {
    const heads = row === start ? 'first' : row > start ? 'more' : null
    lines.push({ cells: byRow.get(row) ?? [], heads, height })
  }
  return lines
}

const RETURNED: ReadonlySet<Cell> = new Set<Cell>(RETURN_HEADINGS)

/** A grid without the columns of a workbook that had been returned before. */
function ownGrid(grid: readonly GridRow[]): readonly GridRow[] {
  const head = gridHead(grid)
  const ours = new Set(head?.first.cells.filter(({ value }) => RETURNED.has(value)).map(({ column }) => column))
  if (ours.size === 0) return grid
  const shift = (column: number): number => column - [...ours].filter((one) => one < column).length
  return grid.map((line) => ({
    ...line,
    cells: line.cells
      .filter(({ column }) => !ours.has(column))
      .map((cell) => ({ ...cell, column: shift(cell.column) })),
  }))
}
