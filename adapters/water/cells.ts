/** A row's text cells by field: markup taken off, blanks trimmed, marks of absence known. Standards §9 row 6. */
import { readMarkup } from '../formats/markup.ts'
import { isEmptyMark } from '../tables/marks.ts'
import type { Cell } from '../types.ts'
import type { Columns, WaterField } from './columns.ts'

/** Reads the fields of one table's rows. */
export interface FieldReader {
  /** The text of a field; empty when the column or the cell is. */
  text(cells: readonly Cell[], field: WaterField): string
  /** The same, empty also for a mark of absence. */
  word(cells: readonly Cell[], field: WaterField): string
  /** The field's heading as the file has it. */
  heading(field: WaterField): string
  /** Whether two rows have the same cells in these fields. */
  alike(a: readonly Cell[], b: readonly Cell[], of: readonly WaterField[]): boolean
}

function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  // JSON can spell half a character; what is signed later cannot hold one.
  return (cell.includes('<') ? readMarkup(cell).text : cell).trim().toWellFormed()
}

/** A reader of one table's fields. */
export function fieldReader({ fields }: Columns, header: readonly string[]): FieldReader {
  function text(cells: readonly Cell[], field: WaterField): string {
    const column = fields[field]
    return column === undefined ? '' : plain(cells[column])
  }
  return {
    text,
    word(cells, field) {
      const found = text(cells, field)
      return isEmptyMark(found) ? '' : found
    },
    heading: (field) => header[fields[field] ?? -1] ?? field,
    alike(a, b, of) {
      for (const field of of) {
        const column = fields[field]
        if (column !== undefined && a[column] !== b[column]) return false
      }
      return true
    },
  }
}
