/** Where the store's common statements differ from one kind of database to another: how a list comes in as one parameter, and what planners need to be told. */
import type { Rows } from './rows.ts'

/** A kind of database. Each of its tables takes the next parameter, which `list` makes, and has a column `value`. */
export interface Dialect {
  /** Of texts. */
  readonly texts: string
  /** Of whole numbers. */
  readonly numbers: string
  /** Of lists, whose members are texts: `value ->> 0`. */
  readonly lists: string
  list(values: readonly unknown[]): string
  /** Before a column: no index is to be chosen for it, where the planner does not know how many rows would match. */
  readonly plain: '+' | ''
}

/** SQLite's, and so D1's. */
export const SQLITE: Dialect = {
  texts: 'json_each(?)',
  numbers: 'json_each(?)',
  lists: 'json_each(?)',
  list: JSON.stringify,
  plain: '+',
}

/** That of whoever is asked for rows. */
export function dialectOf(db: Rows): Dialect {
  return db.dialect ?? SQLITE
}
