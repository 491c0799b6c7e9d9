/** node-sqlite3 as promises, with one prepared statement a text. */
import sqlite3 from 'sqlite3'
import type { SqlRow, SqlValue } from '../sql/rows.ts'
import type { Database } from './database.ts'
import type { ConnectionOptions } from './driver.ts'
import { STATEMENTS_KEPT } from './statements.ts'

/**
 * How long SQLite waits for a lock by itself, ms. It looks less and less often, and would be passed by again and again by whoever writes
 * without a pause: after so long it is asked anew.
 */
const LOOKS = 30
const BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && error.errno === BUSY
}

/** Runs `work`, again while the file is locked and `patience` lasts. What SQLite did not wait for, waiting does not mend. */
async function patiently<T>(work: () => Promise<T>, patience: number): Promise<T> {
  const begun = performance.now()
  for (;;) {
    const asked = performance.now()
    try {
      return await work()
    } catch (error) {
      const now = performance.now()
      if (!isBusy(error) || now - asked < LOOKS / 2 || now - begun >= patience) throw error
    }
  }
}

function bindable(params: readonly SqlValue[]): unknown[] {
  return params.map((value) =>
    value instanceof Uint8Array && !Buffer.isBuffer(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
      : value,
  )
}

/** Opens a connection. */
export async function openSqlite3(file: string, { readOnly, patience }: ConnectionOptions): Promise<Database> {
  const mode = readOnly ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, mode, (error) => (error ? reject(error) : resolve(opened)))
  })
  db.configure('busyTimeout', Math.min(patience, LOOKS))
  // Kept as promises, so that two calls at once share one statement: a second one would never be finalised.
  const prepared = new Map<string, Promise<sqlite3.Statement>>()

  function prepare(sql: string): Promise<sqlite3.Statement> {
    return new Promise((resolve, reject) => {
      const statement = db.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(statement)))
    })
  }

  async function statement(sql: string): Promise<sqlite3.Statement> {
    const known = prepared.get(sql)
    if (known) return known
    const made = prepare(sql)
    prepared.set(sql, made)
    made.catch(() => prepared.delete(sql))
    if (prepared.size > STATEMENTS_KEPT) {
      const oldest = prepared.entries().next().value
      if (oldest) {
        prepared.delete(oldest[0])
        ;(await oldest[1]).finalize()
      }
    }
    return made
  }

  const exec = (sql: string): Promise<void> =>
    new Promise((resolve, reject) => db.exec(sql, (error) => (error ? reject(error) : resolve())))

  async function run(sql: string, params: readonly SqlValue[]): Promise<number> {
    const made = await statement(sql)
    return new Promise((resolve, reject) => {
      made.run(bindable(params), function (this: sqlite3.RunResult, error: Error | null) {
        if (error) reject(error)
        else resolve(this.changes)
      })
    })
  }

  async function all(sql: string, params: readonly SqlValue[]): Promise<readonly SqlRow[]> {
    const made = await statement(sql)
    return new Promise((resolve, reject) => {
      made.all<SqlRow>(bindable(params), (error: Error | null, rows) => (error ? reject(error) : resolve(rows)))
    })
  }

  return {
    exec: (sql) => patiently(() => exec(sql), patience),
    run: (sql, params = []) => patiently(() => run(sql, params), patience),
    all: (sql, params = []) => patiently(() => all(sql, params), patience),
    async close() {
      for (const made of await Promise.allSettled(prepared.values()))
        if (made.status === 'fulfilled') made.value.finalize()
      prepared.clear()
      await new Promise<void>((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())))
    },
  }
}
