/** What all SQL drivers speak of: values, rows, and anything that can be asked for rows. */
import type { Dialect } from './dialect.ts'

/** What a column can hold. */
export type SqlValue = string | number | null | Uint8Array
/** A row by column name; a column is read by `columns.ts`. */
export type SqlRow = Readonly<Record<string, unknown>>

/** Gives the rows of a query; blobs are Uint8Arrays. */
export interface Rows {
  /** SQLite's when nothing is said. */
  readonly dialect?: Dialect
  all(sql: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>
}
