/** A row's text cells by field: markup taken off, blanks trimmed, marks of absence known (those of water, and NA). */
import { readMarkup } from '../formats/markup.ts'
import { halfWidth, isEmptyMark } from '../tables/marks.ts'
import type { Cell } from '../types.ts'

/** A cell as text: what a person sees, trimmed, whole characters only. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  return (cell.includes('<') ? readMarkup(cell).text : cell).trim().toWellFormed()
}

const ABSENT = new Set(['NA', 'N/A', 'null', '无', '缺测', '无数据'])

/** Whether a text stands for no value. */
export function isAbsent(text: string): boolean {
  return isEmptyMark(text) || ABSENT.has(text)
}

/** A text in half-width forms, without blanks but for one between two digits, which would else become one number. */
export function tight(text: string): string {
  return halfWidth(text)
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '')
}

/** A heading as headings are compared: half-width, in lower case, without blanks and underscores. */
export function plainHeading(heading: string): string {
  return tight(heading).replaceAll('_', '').toLowerCase()
}

/** Reads the fields of one table's rows. */
export interface FieldReader<F extends string> {
  has(field: F): boolean
  /** The text of a field; empty when the column or the cell is. */
  text(cells: readonly Cell[], field: F): string
  /** The same, empty also for a mark of absence. */
  word(cells: readonly Cell[], field: F): string
  /** The field's heading as the file has it. */
  heading(field: F): string
}

/** A reader of one table's fields. */
export function fieldReader<F extends string>(
  fields: Readonly<Partial<Record<F, number>>>,
  header: readonly string[],
): FieldReader<F> {
  const text = (cells: readonly Cell[], field: F): string => {
    const column = fields[field]
    return column === undefined ? '' : cellText(cells[column])
  }
  return {
    has: (field) => fields[field] !== undefined,
    text,
    word(cells, field) {
      const found = text(cells, field)
      return isEmptyMark(found) ? '' : found
    },
    heading: (field) => header[fields[field] ?? -1] ?? field,
  }
}
