/** One connection to the store's file as promises, whichever driver makes it. */
import type { Rows, SqlValue } from '../sql/rows.ts'
import { type DriverName, sqliteDriver } from './driver.ts'

export type { SqlRow, SqlValue } from '../sql/rows.ts'

/**
 * One connection. Statements run one after another; `all` reads, and gives plain rows; `close` finalises what was prepared. What finds the
 * file locked is tried again until the connection's patience ends: several statements given to `exec` outside a transaction must bear it.
 */
export interface Database extends Rows {
  exec(sql: string): Promise<void>
  run(sql: string, params?: readonly SqlValue[]): Promise<number>
  close(): Promise<void>
}

/** How a connection is opened; `readOnly` ones cannot create the file. */
export interface DatabaseOptions {
  readonly readOnly?: boolean
  /** How long a lock is waited for, ms. */
  readonly patience?: number
  /**
   * The process's own choice when nothing is said. Two drivers on one file within one process would lose each other's locks:
   * they are POSIX locks, and end with the first of their file's descriptors that the process closes.
   */
  readonly driver?: DriverName | undefined
}

/** Opens a connection. Throws what SQLite says, as an error with `code` and `errno`. */
export async function openDatabase(file: string, options: DatabaseOptions = {}): Promise<Database> {
  const { readOnly = false, patience = 1000, driver } = options
  const { open } = await sqliteDriver(driver)
  return open(file, { readOnly, patience })
}
