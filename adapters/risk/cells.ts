/** A row's cells by field: markup taken off, blanks trimmed, marks of absence known, full-width forms narrow where a code or figure is read. */
import { readMarkup } from '../formats/markup.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import type { Cell } from '../types.ts'
import type { Column, Columns, Field } from './columns.ts'

/** The fields of one row. Every text is empty when the column, or the cell, is, or holds only a mark of absence. */
export interface RowCells {
  /** As written. */
  word(field: Field): string
  /** With full-width forms narrow. */
  narrow(field: Field): string
  /** The cell of any column, narrow. */
  at(column: Column | undefined): string
  /** The field's heading as the file has it. */
  heading(field: Field): string
  column(field: Field): Column | undefined
}

/** Marks that stand for nothing in lists of enterprises, beside the usual ones. */
const NONE = new Set(['无', '暂无', '未填', '不涉及'])

/** The fields of a row. */
export function rowCells({ fields }: Columns, cells: readonly Cell[]): RowCells {
  function word(column: Column | undefined): string {
    const text = plain(column && cells[column.at])
    return isEmptyMark(text) || NONE.has(text) ? '' : text
  }
  return {
    word: (field) => word(fields[field]),
    narrow: (field) => halfWidth(word(fields[field])).trim(),
    at: (column) => halfWidth(word(column)).trim(),
    heading: (field) => fields[field]?.heading ?? field,
    column: (field) => fields[field],
  }
}

function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  // JSON can spell half a character; what is signed later cannot hold one.
  return (cell.includes('<') ? readMarkup(cell).text : cell).trim().toWellFormed()
}

/** A cell that lists several things, apart; each thing once. `、` and `，` part names, but not figures or chemicals. */
export function listed(text: string, by: RegExp): string[] {
  return [...new Set(text.split(by).map((one) => one.trim()))].filter((one) => one !== '' && !isEmptyMark(one))
}
