/** Many rows in one statement: each column goes as an array. */
import type { SqlValue } from '../sql/rows.ts'
import type { Transaction } from './database.ts'

/** A table's columns in their order, `i` for whole numbers, `t` for texts, `b` for bytes. */
const COLUMNS = {
  leaf: 'itttbbtb',
  nonce: 'tti',
  document: 'tttttiti',
  signature: 'ttttti',
  step: 'tittttttit',
  submission: 'titttttttttiiiibbtttbbt',
  scope: 'tt',
  stream: 'itt',
  chunk: 'ib',
  record: 'iititiiiiitiii',
  tile: 'iib',
} as const

const TYPES: Readonly<Record<string, string>> = { i: '?::bigint[]', t: '?::text[]', b: '?::bytea[]' }

/** Inserts rows, in their order; `conflict` says what becomes of one that is there. Gives how many went in. */
export async function insertRows(
  db: Transaction,
  table: keyof typeof COLUMNS,
  rows: readonly (readonly SqlValue[])[],
  conflict = '',
): Promise<number> {
  if (rows.length === 0) return 0
  const columns = [...COLUMNS[table]]
  const arrays = columns.map((type) => TYPES[type]).join(', ')
  return db.run(
    `INSERT INTO ${table} SELECT * FROM unnest(${arrays}) ${conflict}`,
    columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  )
}
