/** What SQLite refuses, told alike by both drivers: `code` the primary result code's name, `errno` its number. */

import { StoreFailed } from '../../ports.ts'

/** The names of SQLite's primary result codes, by number. */
const CODES = [
  'OK',
  'ERROR',
  'INTERNAL',
  'PERM',
  'ABORT',
  'BUSY',
  'LOCKED',
  'NOMEM',
  'READONLY',
  'INTERRUPT',
  'IOERR',
  'CORRUPT',
  'NOTFOUND',
  'FULL',
  'CANTOPEN',
  'PROTOCOL',
  'EMPTY',
  'SCHEMA',
  'TOOBIG',
  'CONSTRAINT',
  'MISMATCH',
  'MISUSE',
  'NOLFS',
  'AUTH',
  'FORMAT',
  'RANGE',
  'NOTADB',
] as const

/** What waiting, or whoever operates the machine, may mend: nothing is wrong with the statement. */
const OUT_OF_SERVICE: ReadonlySet<string> = new Set(
  ['FULL', 'READONLY', 'IOERR', 'CANTOPEN', 'BUSY', 'PERM', 'PROTOCOL'].map((name) => `SQLITE_${name}`),
)

const BUSY = 5
const MISUSE = 21
/** A transaction that began to read before another's commit; waiting does not mend it. */
const BUSY_SNAPSHOT = 517

/** The lowest eight bits of a result code are the primary one. */
const primary = (errno: number): number => errno & 255

/** A refusal by SQLite, in node-sqlite3's form. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError'
  readonly code: string
  readonly errno: number

  /** `errno` may be an extended result code. */
  constructor(errno: number, said: string, cause?: unknown) {
    const code = `SQLITE_${CODES[primary(errno)] ?? 'UNKNOWN'}`
    super(`${code}: ${said}`, { cause })
    this.code = code
    this.errno = primary(errno)
  }
}

/** An error of either driver as `StoreFailed` when the file cannot be written now; any other as it is. */
export function unlessOutOfService(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && OUT_OF_SERVICE.has(code)
    ? new StoreFailed(error instanceof Error ? error.message : code, { cause: error })
    : error
}

function errcodeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
}

/** Whether an error of node:sqlite says that another holds a lock, and may let it go. */
export function isLocked(error: unknown): boolean {
  const errcode = errcodeOf(error)
  return errcode !== null && primary(errcode) === BUSY && errcode !== BUSY_SNAPSHOT
}

/** An error of node:sqlite as a `SqliteError`; any other as it is. */
export function sqliteError(error: unknown): unknown {
  const errcode = errcodeOf(error)
  if (errcode !== null && error instanceof Error) return new SqliteError(errcode, error.message, error)
  const invalid = error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE'
  return invalid ? new SqliteError(MISUSE, error.message, error) : error
}
