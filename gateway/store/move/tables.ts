/** The tables of a ledger as its databases themselves tell of them, so that one which comes later is moved with the others. */
import { number, text } from '../sql/columns.ts'
import type { Rows } from '../sql/rows.ts'

/** A table: its columns in their order, each `i` for whole numbers, `t` for texts, `b` for bytes; and the columns of its key. */
export interface Table {
  readonly name: string
  readonly columns: ReadonlyMap<string, ColumnType>
  readonly key: readonly string[]
}

/** What a column holds. */
export type ColumnType = 'i' | 't' | 'b'

/** What each database keeps for itself: the history of its schema, where it stands, and evidence that elsewhere lies in files. */
const OWN: ReadonlySet<string> = new Set(['migration', 'place', 'blob'])

const SQLITE_TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ['INTEGER', 'i'],
  ['TEXT', 't'],
  ['BLOB', 'b'],
])
const POSTGRES_TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ['bigint', 'i'],
  ['text', 't'],
  ['bytea', 'b'],
])

const SQLITE_COLUMNS = `SELECT t.name AS "table", c.name AS "column", c.type, c.pk
  FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  ORDER BY t.rowid, c.cid`
const SQLITE_REFERENCES = `SELECT t.name AS "table", f."table" AS parent
  FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'`

const POSTGRES_COLUMNS = `SELECT c.relname::text AS "table", a.attname::text AS "column", format_type(a.atttypid, NULL) AS type,
    coalesce(array_position(i.indkey::smallint[], a.attnum) + 1, 0) AS pk
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::text::regnamespace ORDER BY c.oid, a.attnum`

async function tablesOf(
  db: Rows,
  sql: string,
  types: ReadonlyMap<string, ColumnType>,
  wanted: (name: string) => boolean,
): Promise<readonly Table[]> {
  const rows = (await db.all(sql)).filter((row) => wanted(text(row, 'table')))
  return [...Map.groupBy(rows, (row) => text(row, 'table'))].map(([name, columns]) => ({
    name,
    columns: new Map(
      columns.map((row) => {
        const type = types.get(text(row, 'type'))
        if (!type) throw new TypeError(`the column ${name}.${text(row, 'column')} is of a type that is not known`)
        return [text(row, 'column'), type]
      }),
    ),
    key: columns
      .filter((row) => number(row, 'pk') > 0)
      .sort((a, b) => number(a, 'pk') - number(b, 'pk'))
      .map((row) => text(row, 'column')),
  }))
}

const isLedgers = (name: string): boolean => !OWN.has(name)

/** Those of a PostgreSQL database's schema, or of these names: others may have tables there as well. */
export function postgresTables(db: Rows, names?: readonly string[]): Promise<readonly Table[]> {
  return tablesOf(db, POSTGRES_COLUMNS, POSTGRES_TYPES, names ? (name) => names.includes(name) : isLedgers)
}

/** Those of a SQLite file, each behind the tables that it refers to. */
export async function sqliteTables(db: Rows): Promise<readonly Table[]> {
  const tables = await tablesOf(db, SQLITE_COLUMNS, SQLITE_TYPES, isLedgers)
  const parents = Map.groupBy(await db.all(SQLITE_REFERENCES), (row) => text(row, 'table'))
  const placed = new Set<Table>()
  const place = (table: Table | undefined): void => {
    if (!table || placed.has(table)) return
    for (const row of parents.get(table.name) ?? []) {
      const parent = text(row, 'parent')
      if (parent !== table.name) place(tables.find(({ name }) => name === parent))
    }
    placed.add(table)
  }
  for (const table of tables) place(table)
  return [...placed]
}

/** How two lists of tables differ, in words; null when the same columns are in both, of the same types and with the same keys. */
export function difference(one: readonly Table[], other: readonly Table[]): string | null {
  const told = (tables: readonly Table[]): ReadonlyMap<string, string> =>
    new Map(
      tables.map(({ name, columns, key }) => [
        name,
        `(${[...columns].map(([column, type]) => `${column} ${type}`).sort()}; ${key})`,
      ]),
    )
  const [ours, theirs] = [told(one), told(other)]
  const odd = [...new Set([...ours.keys(), ...theirs.keys()])].find((name) => ours.get(name) !== theirs.get(name))
  return odd === undefined ? null : `${odd} ${ours.get(odd) ?? 'nowhere'} and ${theirs.get(odd) ?? 'nowhere'}`
}
