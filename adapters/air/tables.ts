/** Which tables of a file hold the columns a record needs; the others are passed over and noted. */
import { FormatError } from '../formats/error.ts'
import type { Table } from '../types.ts'
import { shown } from '../water/reject.ts'
import type { FileOutcome } from './file.ts'

/** A table with its columns read. */
export interface ChosenTable<C> {
  readonly table: Table
  readonly columns: C
}

/** The tables whose header lacks nothing; a sheet of explanations is passed over. Throws `columns-missing` when none has them. */
export function chooseTables<C>(
  tables: readonly Table[],
  readColumns: (header: readonly string[]) => C,
  missing: (columns: C) => readonly string[],
  outcome: Pick<FileOutcome<never>, 'note'>,
): readonly ChosenTable<C>[] {
  const chosen: ChosenTable<C>[] = []
  let nearest: { readonly table: Table; readonly lacks: readonly string[] } | null = null
  for (const table of tables) {
    const columns = readColumns(table.header)
    const lacks = missing(columns)
    if (lacks.length === 0) {
      chosen.push({ table, columns })
      continue
    }
    outcome.note(`table ${table.name}`, { rule: 'table-ignored', sent: shown(table.name) })
    if (!nearest || lacks.length < nearest.lacks.length) nearest = { table, lacks }
  }
  if (chosen.length > 0 || !nearest) return chosen
  const { table, lacks } = nearest
  throw new FormatError(
    'columns-missing',
    {
      zh: `缺少列：${lacks.join('、')}；表头为：${table.header.join('、')}`,
      en: `Missing columns: ${lacks.join(', ')}; the header reads: ${table.header.join(', ')}`,
    },
    { row: Math.max(table.firstRow - 1, 1) },
  )
}
