/** Refused rows as a workbook of the sender's own columns, to be mended and sent again: reasons before the row, the cells at fault marked. */
import type { CellObject, Row } from 'write-excel-file/node'
import { MISSING, RETURN_HEADINGS } from '../../adapters/formats/marked.ts'
import type { Adapter, Cell } from '../../adapters/types.ts'
import type { Rejection } from '../../contracts/types.ts'
import { textCell, widthOf } from '../http/xlsx.ts'
import { type HeadLine, type Layout, type LayoutOptions, layoutsOf } from './layout.ts'
import { FORM_LIMITS } from './limits.ts'
import { columnOf, fixText, reasonText } from './reasons.ts'
import { aboutSheet, type ReturnedAbout } from './returned-about.ts'
import { AMISS, CELL, HEADINGS, heightOf, REASON, SMALL, styled, TITLE } from './styles.ts'
import { type FormSheet, writeForm } from './write.ts'

/** A file, its refused rows, and what the workbook says of where they come from. */
export interface ReturnedOptions extends LayoutOptions {
  readonly adapter: Pick<Adapter<object>, 'reshape' | 'form'>
  readonly rejections: readonly Rejection[]
  readonly about: ReturnedAbout
}

/** Columns before the sender's own. */
const OURS = RETURN_HEADINGS.length
const OUR_WIDTHS = [9, 44, 40]
/** Rows of the sender's that the widths of columns are taken from. */
const MEASURED = 50

interface RefusedRow {
  readonly row: number
  readonly rejections: readonly Rejection[]
}

/** The rows of one sheet that were refused, in their order. */
function refusedRows(rejections: readonly Rejection[], sheet: string): readonly RefusedRow[] {
  const own = rejections.filter((one) => (one.sheet ?? '') === sheet)
  return [...Map.groupBy(own, ({ row }) => row)]
    .map(([row, found]) => ({ row, rejections: found }))
    .sort((a, b) => a.row - b.row)
}

/** A cell as it was sent: a number stays one, a text stays a text, what was not there is marked. */
function sentCell(cell: Cell | undefined, amiss: boolean): CellObject {
  if (cell === undefined) return styled(MISSING, AMISS)
  const style = amiss ? AMISS : CELL
  if (cell === null) return { type: String, format: '@', ...style }
  return typeof cell === 'number' ? { type: Number, value: cell, ...style } : styled(cell, style)
}

function headRow({ cells, heads, height }: HeadLine): Row {
  const tall = { height: heads !== null && height === 1 ? 32 : 20 }
  const spanning = height > 1 ? { rowSpan: height } : {}
  const line: (CellObject | null)[] = RETURN_HEADINGS.map((heading) =>
    heads === 'first' ? { ...styled(heading, HEADINGS.ours), ...spanning, ...tall } : null,
  )
  for (const { column, columns, rows, value } of cells) {
    while (line.length < OURS + column) line.push(null)
    const text = value === null ? '' : String(value)
    // Titles flow over what is empty beside them: only headings need their merged cells to be told apart.
    line[OURS + column] =
      heads === null
        ? { ...styled(text, { ...(cells.length === 1 ? TITLE : SMALL), wrap: false }), ...tall }
        : {
            ...styled(text, HEADINGS.may),
            ...tall,
            ...(columns > 1 ? { columnSpan: columns } : {}),
            ...(rows > 1 ? { rowSpan: rows } : {}),
          }
  }
  return line
}

function dataRows({ rows, header }: Layout, refused: RefusedRow, { adapter }: ReturnedOptions): readonly Row[] {
  const { row, rejections } = refused
  const amiss = new Set(rejections.map((one) => columnOf(one, header, adapter.form)))
  const [reason, fix] = [reasonText(rejections), fixText(rejections)]
  const height = heightOf([String(row), reason, fix], OUR_WIDTHS)
  const ours: Row = [{ type: Number, value: row, ...REASON, height }, styled(reason, REASON), styled(fix, REASON)]
  const lines = rows(row)
  // A row that cannot be laid out is told of all the same.
  if (lines.length === 0) return [ours]
  return lines.map((cells): Row => {
    const length = Math.max(cells.length, header.length)
    const sent = Array.from({ length }, (_, at) => sentCell(at < cells.length ? cells[at] : null, amiss.has(at)))
    return [...ours, ...sent]
  })
}

/** A name that a sheet may have; that of a caption may hold more than one may. */
function sheetName(name: string): string {
  const plain = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31)
    .toWellFormed()
  return plain === '' || plain.startsWith("'") ? '拒收行 Rejected' : plain
}

/** Sheets under names of their own. */
function named(sheets: readonly FormSheet[]): readonly FormSheet[] {
  const used = new Set<string>()
  return sheets.map((sheet) => {
    let { name } = sheet
    for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${sheet.name.slice(0, 27)} ${n}`
    used.add(name.toLowerCase())
    return { ...sheet, name }
  })
}

function sheetOf(layout: Layout, refused: readonly RefusedRow[], options: ReturnedOptions): FormSheet {
  const { header, head, sheet } = layout
  const samples = refused.slice(0, MEASURED).flatMap(({ row }) => [...layout.rows(row)])
  const widths = header.map((heading, at) => {
    const words = samples.map((cells) => widthOf(String(cells[at] ?? '')))
    return Math.min(32, Math.max(9, Math.ceil(widthOf(heading) / 2) + 3, ...words.map((width) => width + 2)))
  })
  return {
    name: sheetName(sheet),
    rows: [...head.map(headRow), ...refused.flatMap((one) => dataRows(layout, one, options))],
    widths: [...OUR_WIDTHS, ...widths],
    stickyRows: Math.min(head.length, 12),
    stickyColumns: 1,
  }
}

/** Refused rows that no table holds: lines of a text, frames. They are told, and cannot be mended in a workbook. */
function loneSheet(refused: readonly Rejection[]): FormSheet {
  const widths = [...OUR_WIDTHS, 60]
  return {
    name: '拒收行 Rejected',
    widths,
    stickyRows: 1,
    rows: [
      [...RETURN_HEADINGS, '原文 As sent'].map((heading) => styled(heading, HEADINGS.ours)),
      ...refused.map((one): Row => {
        const texts = [String(one.row), reasonText([one]), fixText([one]), one.value ?? '']
        const height = heightOf(texts, widths)
        return texts.map((text, at) => ({ ...textCell(text), ...REASON, ...(at === 0 ? { height } : {}) }))
      }),
    ],
  }
}

/** The workbook's bytes. Throws FormatError when the file cannot be read, which one that has refused rows can. */
export function returnedWorkbook(options: ReturnedOptions): Promise<Uint8Array> {
  const { rejections, about } = options
  const { format, tables } = layoutsOf(options)
  const mendable = format !== 'text' && format !== 'hj212' && format !== 'docx'
  let left: number = FORM_LIMITS.returnedRows
  const take = <T>(rows: readonly T[]): readonly T[] => {
    const taken = rows.slice(0, left)
    left -= taken.length
    return taken
  }
  const told = new Set<RefusedRow>()
  const bySheet = new Map(tables.map(({ sheet }) => [sheet, refusedRows(rejections, sheet)]))
  const sheets = mendable
    ? tables.flatMap((layout, at) => {
        const { sheet } = layout
        // Tables may be called alike: a row is of the first that has it.
        const last = !tables.slice(at + 1).some((other) => other.sheet === sheet)
        const own = (bySheet.get(sheet) ?? []).filter(
          (one) => !told.has(one) && (last || layout.rows(one.row).length > 0),
        )
        for (const one of own) told.add(one)
        const refused = take(own)
        return refused.length === 0 ? [] : [sheetOf(layout, refused, options)]
      })
    : [loneSheet(take(rejections))]
  const shown = FORM_LIMITS.returnedRows - left
  const all = new Set(rejections.map(({ row, sheet = '' }) => `${sheet}\u001f${row}`)).size
  return writeForm([
    ...named(sheets),
    aboutSheet(about, { rejections, mendable, shown, all: mendable ? all : rejections.length }),
  ])
}
