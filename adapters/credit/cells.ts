/** A row's text cells by field, and the words in them: markup taken off, forms narrowed, marks of absence known. */
import { readMarkup } from '../formats/markup.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import type { Cell } from '../types.ts'
import type { Columns, CreditField } from './columns.ts'

/** Reads the fields of one table's rows. */
export interface FieldReader {
  has(field: CreditField): boolean
  cell(cells: readonly Cell[], field: CreditField): Cell
  /** The text of a field; empty when the column or the cell is, or it bears a mark of absence. */
  text(cells: readonly Cell[], field: CreditField): string
  /** The field's heading as the file has it. */
  heading(field: CreditField): string
}

/** A reader of one table's fields. */
export function fieldReader({ fields }: Columns, header: readonly string[]): FieldReader {
  const cell = (cells: readonly Cell[], field: CreditField): Cell => cells[fields[field] ?? -1] ?? null
  return {
    has: (field) => fields[field] !== undefined,
    cell,
    text(cells, field) {
      const found = cell(cells, field)
      if (found === null) return ''
      if (typeof found === 'number') return String(found)
      // JSON can spell half a character; what is signed later cannot hold one.
      const text = (found.includes('<') ? readMarkup(found).text : found).trim().toWellFormed()
      return isEmptyMark(text) ? '' : text
    },
    heading: (field) => header[fields[field] ?? -1] ?? field,
  }
}

/** A text as words are compared: half-width, without blanks. */
export function plainWord(text: string): string {
  return halfWidth(text).replace(/\s+/g, '')
}
