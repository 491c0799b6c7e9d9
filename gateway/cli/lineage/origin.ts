/** The cells a row was read from, as the file has them: its tables read once more, since adapters do not pass cells on. */
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import type { Cell, FormatLimits, Table } from '../../../adapters/types.ts'

/** One cell under its heading. */
export interface OriginalCell {
  readonly heading: string
  readonly cell: Exclude<Cell, null>
}

/** The rows of a file by sheet and number. */
export interface Originals {
  /** Every row of its tables, also those that could not be read as cells. */
  readonly rows: number
  /** The cells of a row that hold something; null when the file has no such row, or it could not be read as cells. */
  cells(row: number, sheet: string | undefined): readonly OriginalCell[] | null
}

function indexOf(table: Table, row: number): number {
  if (table.rowNumbers) return table.rowNumbers.indexOf(row)
  const index = row - table.firstRow
  return index >= 0 && index < table.rows.length ? index : -1
}

/** Reads a file for its originals. Throws FormatError. */
export function readOriginals(
  bytes: Uint8Array,
  options: { readonly mediaType?: string; readonly limits: FormatLimits },
): Originals {
  const { tables } = readTables(bytes, options)
  return {
    rows: tables.reduce((sum, { rows, faults = [] }) => sum + rows.length + faults.length, 0),
    cells(row, sheet = '') {
      for (const table of tables) {
        const at = table.name === sheet ? indexOf(table, row) : -1
        if (at < 0 || rowNumber(table, at) !== row) continue
        return (table.rows[at] ?? []).flatMap((cell, column) =>
          cell === null || cell === '' ? [] : [{ heading: table.header[column] ?? '', cell }],
        )
      }
      return null
    },
  }
}
