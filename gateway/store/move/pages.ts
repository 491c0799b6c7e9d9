/** A table's rows in the order of its key, as many at a time as come to a few MB, however large single ones are. */
import { number } from '../sql/columns.ts'
import type { Rows, SqlRow, SqlValue } from '../sql/rows.ts'
import type { Table } from './tables.ts'

/** Bytes of a page; a row that has more is a page by itself. */
const PAGE_BYTES = 2 * 1024 * 1024
/** Rows of a page at most. */
const PAGE_ROWS = 2000

/** A stretch of a table: behind one key, up to and with another. */
export interface Stretch {
  readonly after: readonly SqlValue[] | null
  readonly to: readonly SqlValue[]
}

/** A name as SQL takes it whole. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Names in a list. */
export const listed = (names: Iterable<string>): string => [...names].map(quoted).join(', ')

const marks = (values: readonly unknown[]): string => `(${values.map(() => '?').join(', ')})`

/** The rows of a stretch; the same words for every database. */
export function rowsOf(db: Rows, { name, columns, key }: Table, { after, to }: Stretch): Promise<readonly SqlRow[]> {
  const own = listed(key)
  const behind = after ? `(${own}) > ${marks(after)} AND ` : ''
  return db.all(
    `SELECT ${listed(columns.keys())} FROM ${quoted(name)} WHERE ${behind}(${own}) <= ${marks(to)} ORDER BY ${own}`,
    [...(after ?? []), ...to],
  )
}

const cellOf = (row: SqlRow, column: string): SqlValue => {
  const value = row[column]
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array)
    return value
  throw new TypeError(`the column ${column} holds what no column can`)
}

/** The values of a row in the order of these columns. Throws TypeError. */
export const valuesOf = (row: SqlRow, columns: Iterable<string>): readonly SqlValue[] =>
  [...columns].map((column) => cellOf(row, column))

/** SQLite tells how long bytes are without reading them; texts it would count by characters. */
function sizeOf(columns: Table['columns']): string {
  const sizes = [...columns].map(([name, type]) =>
    type === 'i' ? '8' : `coalesce(length(${type === 'b' ? quoted(name) : `CAST(${quoted(name)} AS BLOB)`}), 0)`,
  )
  return sizes.join(' + ')
}

/** The stretches of a table of a SQLite file, one after another, which together are all of it. */
export async function* stretchesOf(db: Rows, { name, columns, key }: Table): AsyncGenerator<Stretch> {
  const own = listed(key)
  const measured = `SELECT ${own}, ${sizeOf(columns)} AS size_of_row FROM ${quoted(name)}`
  for (let after: readonly SqlValue[] | null = null; ; ) {
    const behind: string = after ? ` WHERE (${own}) > ${marks(after)}` : ''
    const rows: readonly SqlRow[] = await db.all(`${measured}${behind} ORDER BY ${own} LIMIT ${PAGE_ROWS}`, after ?? [])
    let bytes = 0
    let last: SqlRow | null = null
    for (const row of rows) {
      bytes += number(row, 'size_of_row')
      if (last && bytes > PAGE_BYTES) break
      last = row
    }
    if (!last) return
    const to: readonly SqlValue[] = valuesOf(last, key)
    yield { after, to }
    after = to
  }
}
