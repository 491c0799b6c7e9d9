/** Which tables of a file hold the columns a record needs; the others are passed over and noted. */
import type { Bilingual } from '../../contracts/types.ts'
import { FormatError } from '../formats/error.ts'
import type { Table } from '../types.ts'
import type { FileOutcome } from './outcome.ts'
import { shown } from './reject.ts'

/** A table with its columns read. */
export interface ChosenTable<C> {
  readonly table: Table
  readonly columns: C
}

/**
 * The tables whose header lacks nothing; a sheet of explanations is passed over. Throws `columns-missing` when none has them;
 * `more` is what its detail says besides.
 */
export function chooseTables<C>(
  tables: readonly Table[],
  readColumns: (header: readonly string[]) => C,
  missing: (columns: C, table: Table) => readonly string[],
  outcome: Pick<FileOutcome<never>, 'note'>,
  more: (columns: C) => Bilingual = () => ({ zh: '', en: '' }),
): readonly ChosenTable<C>[] {
  const chosen: ChosenTable<C>[] = []
  let nearest: (ChosenTable<C> & { readonly lacks: readonly string[] }) | null = null
  for (const table of tables) {
    const columns = readColumns(table.header)
    const lacks = missing(columns, table)
    if (lacks.length === 0) {
      chosen.push({ table, columns })
      continue
    }
    outcome.note(`table ${table.name}`, { rule: 'table-ignored', sent: shown(table.name) })
    if (!nearest || lacks.length < nearest.lacks.length) nearest = { table, columns, lacks }
  }
  if (chosen.length > 0 || !nearest) return chosen
  const { table, columns, lacks } = nearest
  const { zh, en } = more(columns)
  throw new FormatError(
    'columns-missing',
    {
      zh: `缺少列：${lacks.join('、')}；表头为：${table.header.join('、')}${zh}`,
      en: `Missing columns: ${lacks.join(', ')}; the header reads: ${table.header.join(', ')}${en}`,
    },
    { row: Math.max(table.firstRow - 1, 1) },
  )
}
