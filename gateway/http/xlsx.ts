/** XLSX out (ECMA-376 SpreadsheetML): a text is always a text, never a formula, and the same sheets give the same bytes. */
import writeExcel, { type CellObject, type Row } from 'write-excel-file/node'
import { setEarliestTimes } from './zip-times.ts'

/** Its media type. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a cell holds; null is an empty cell. */
export type SheetCell = string | number | boolean | null

/** One sheet: a line of headings, which stays in sight, and the rows under it. The name keeps what Excel asks of one. */
export interface Sheet {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** Characters that a spreadsheet keeps in one cell. */
const CELL_CHARACTERS = 32_767
const CUT = '…'

/** Below what a column is narrow, past what its text is read in the cell itself. */
const WIDTH = { least: 10, most: 48 } as const

/** The workbook's bytes. A text longer than a cell can hold ends in `…`. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, headings, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widths(headings, rows),
    data: [headings.map(headingCell), ...rows.map((row): Row => row.map(cell))],
  }))
  const zip = await writeExcel(written).toBuffer()
  setEarliestTimes(zip)
  return zip
}

function headingCell(text: string): CellObject {
  return { ...textCell(text), fontWeight: 'bold', wrap: true, alignVertical: 'top' }
}

function cell(value: SheetCell): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'number' && Number.isFinite(value)) return { type: Number, value }
  // True and false stay words: a spreadsheet would print them in its own language.
  return textCell(String(value))
}

/** A text as a cell that stays one: escaped, and never run as a formula. */
export function textCell(text: string): CellObject {
  // The format "text" keeps a spreadsheet from running the cell as a formula once somebody edits it.
  const format = /^[=+\-@\t\r]/.test(text) ? { format: '@' } : {}
  return { type: String, value: escaped(text), ...format }
}

/** What XML cannot hold, what the writer would drop, and what would be read as an escape (ECMA-376 part 1 §22.9.2.19). */
const ESCAPED = /_(?=x[\da-f]{4})|(?![\t\n])\p{Cc}|\p{Cs}|\p{NChar}|\ufffd/giu

function escaped(text: string): string {
  const cut = (): string => text.slice(0, CELL_CHARACTERS - CUT.length).replace(/[\ud800-\udbff]$/, '') + CUT
  const whole = text.length <= CELL_CHARACTERS ? text : cut()
  const safe = whole.replace(ESCAPED, escapeUnits)
  // The writer looks its texts up as members of an object; one that every object has would be taken for known.
  return safe in Object.prototype ? escapeUnits(safe.slice(0, 1)) + safe.slice(1) : safe
}

function escapeUnits(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

/** As wide as the headings and the first rows ask; characters of Chinese are two wide. */
function widths(headings: readonly string[], rows: readonly (readonly SheetCell[])[]): { width: number }[] {
  const shown = rows.slice(0, 50)
  return headings.map((heading, at) => {
    const widest = Math.max(widthOf(heading), ...shown.map((row) => widthOf(String(row[at] ?? ''))))
    return { width: Math.min(WIDTH.most, Math.max(WIDTH.least, widest + 2)) }
  })
}

/** How wide a text is in a column; characters of Chinese are two wide. */
export function widthOf(text: string): number {
  const line = text.slice(0, WIDTH.most)
  return line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0)
}
