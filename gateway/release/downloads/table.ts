/** A release as tables: what CSV, XLSX and the page to paste all print, whatever kind of release it is. */
import type { Bilingual } from '../../../contracts/types.ts'

/** What a cell holds: a text, a number, words in both languages; null where there is nothing to say. */
export type ReleaseCell = string | number | Bilingual | null

/** One column. `detail` is left out where there is little room. */
export interface ReleaseColumn {
  readonly title: Bilingual
  readonly unit?: string
  readonly detail?: boolean
}

/** One table; every row has a cell a column. */
export interface ReleaseTable {
  readonly title: Bilingual
  readonly columns: readonly ReleaseColumn[]
  readonly rows: readonly (readonly ReleaseCell[])[]
}

/** All there is to print of a release: the sentence that says the most, its main table, and the others. */
export interface ReleaseTables {
  readonly lead: Bilingual | null
  readonly main: ReleaseTable
  readonly others: readonly ReleaseTable[]
}

/** Words in both languages on one line; once where they are alike. */
export function bothWords({ zh, en }: Bilingual): string {
  return zh === en ? zh : `${zh} ${en}`
}

/** A column's heading on one line, its unit in brackets. */
export function columnHeading({ title, unit }: ReleaseColumn): string {
  return unit === undefined ? bothWords(title) : `${bothWords(title)} (${unit})`
}

/** A cell as a spreadsheet takes it. */
export function plainCell(cell: ReleaseCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? bothWords(cell) : cell
}
