/** D1 as rows and batches. It takes text and numbers only: bytes go out as hexadecimal inside JSON, and come back as arrays. */
import type { Rows, SqlRow, SqlValue } from '../sql/rows.ts'
import type { D1Binding, D1Statement } from './binding.ts'
import { plainRow } from './columns.ts'

/** One statement of a batch. A statement takes at most 100 parameters, a parameter or row at most 2,000,000 bytes. */
export interface Statement {
  readonly sql: string
  readonly params: readonly (string | number | null)[]
}

/** A D1 database: `all` runs one query, `batch` one transaction. */
export interface Database extends Rows {
  batch(statements: readonly Statement[]): Promise<void>
}

function plain(value: SqlValue): string | number | null {
  if (value instanceof Uint8Array) throw new TypeError('expected text or a number; bytes go as hexadecimal')
  return value
}

/** The database behind a binding. */
export function d1Database(binding: D1Binding): Database {
  const prepare = ({ sql, params }: Statement): D1Statement => binding.prepare(sql).bind(...params)
  return {
    async all(sql, params = []): Promise<readonly SqlRow[]> {
      return (await prepare({ sql, params: params.map(plain) }).all()).results.map(plainRow)
    },
    async batch(statements) {
      await binding.batch(statements.map(prepare))
    },
  }
}
