/** Node's own SQLite behind the same promises, for machines that can neither compile node-sqlite3 nor fetch it compiled. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqlRow, SqlValue } from '../sql/rows.ts'
import type { Database } from './database.ts'
import type { ConnectionOptions } from './driver.ts'
import { isLocked, sqliteError } from './error.ts'
import { STATEMENTS_KEPT } from './statements.ts'

/** How long to wait before a locked file is tried again, ms; SQLite's own waiting would hold up the thread. */
const PAUSES = [1, 2, 5, 10, 15, 20, 25] as const
const LONGEST_PAUSE = 25

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Runs `work`, again while the file is locked and `patience` lasts. What SQLite says is thrown as node-sqlite3 would word it. */
async function told<T>(work: () => T, patience: number): Promise<T> {
  const until = performance.now() + patience
  for (let tried = 0; ; tried++) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || performance.now() >= until) throw sqliteError(error)
    }
    await pause(PAUSES[tried] ?? LONGEST_PAUSE)
  }
}

/** A whole number is bound as one: node:sqlite would bind every number as a floating one. */
function bindable(value: SqlValue): SQLInputValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
}

/** Early releases of Node 24 take `?1` by its name alone, and not by its place. */
const BY_NAME = (() => {
  const db = new DatabaseSync(':memory:')
  try {
    db.prepare('SELECT ?1').all('')
    return false
  } catch {
    return true
  } finally {
    db.close()
  }
})()

/** What a statement is run with: first the parameters that go by name, then those that go by their place. */
type Bound = [named: Record<string, SQLInputValue>, ...placed: SQLInputValue[]]

function boundFor(sql: string, params: readonly SqlValue[]): Bound {
  const values = params.map(bindable)
  if (!BY_NAME || !/\?\d/.test(sql)) return [{}, ...values]
  const named = values.map((value, at) => [`?${at + 1}`, value] as const).filter(([name]) => sql.includes(name))
  return [Object.fromEntries(named)]
}

function isOutOfRange(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE'
}

function rounded(row: SqlRow): SqlRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )
}

/** Rows of a query. A whole number past 2^53 comes as the nearest one there is, as from node-sqlite3. */
function rowsOf(statement: StatementSync, params: Bound): readonly SqlRow[] {
  try {
    return statement.all(...params)
  } catch (error) {
    if (!isOutOfRange(error)) throw error
  }
  statement.setReadBigInts(true)
  try {
    return statement.all(...params).map(rounded)
  } finally {
    statement.setReadBigInts(false)
  }
}

/** Opens a connection. */
export async function openNodeSqlite(file: string, { readOnly, patience }: ConnectionOptions): Promise<Database> {
  const open = (): DatabaseSync => new DatabaseSync(file, { readOnly, timeout: 0, enableForeignKeyConstraints: false })
  const db = await told(open, patience)
  const prepared = new Map<string, StatementSync>()

  function statement(sql: string): StatementSync {
    const known = prepared.get(sql)
    if (known) return known
    const made = db.prepare(sql)
    prepared.set(sql, made)
    // One let go is finalised with its object, or with the connection.
    const oldest = prepared.size > STATEMENTS_KEPT ? prepared.keys().next().value : undefined
    if (oldest !== undefined) prepared.delete(oldest)
    return made
  }

  return {
    exec: (sql) => told(() => db.exec(sql), patience),
    async run(sql, params = []) {
      const bound = boundFor(sql, params)
      return told(() => Number(statement(sql).run(...bound).changes), patience)
    },
    async all(sql, params = []) {
      const bound = boundFor(sql, params)
      // Nothing here waits for anything, so a chain of reads beside the event loop would hold up all other work.
      if (readOnly) await turn()
      return told(() => rowsOf(statement(sql), bound), patience)
    },
    async close() {
      prepared.clear()
      await told(() => db.close(), patience)
    },
  }
}
