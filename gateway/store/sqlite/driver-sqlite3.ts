/** node-sqlite3 as promises, with one prepared statement a text. */
import sqlite3 from 'sqlite3'
import type { SqlRow, SqlValue } from '../sql/rows.ts'
import type { Database } from './database.ts'
import type { ConnectionOptions } from './driver.ts'
import { STATEMENTS_KEPT } from './statements.ts'

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
  db.configure('busyTimeout', patience)
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

  return {
    exec: (sql) => new Promise((resolve, reject) => db.exec(sql, (error) => (error ? reject(error) : resolve()))),
    async run(sql, params = []) {
      const made = await statement(sql)
      return new Promise((resolve, reject) => {
        made.run(bindable(params), function (this: sqlite3.RunResult, error: Error | null) {
          if (error) reject(error)
          else resolve(this.changes)
        })
      })
    },
    async all(sql, params = []) {
      const made = await statement(sql)
      return new Promise((resolve, reject) => {
        made.all<SqlRow>(bindable(params), (error: Error | null, rows) => (error ? reject(error) : resolve(rows)))
      })
    },
    async close() {
      for (const made of await Promise.allSettled(prepared.values()))
        if (made.status === 'fulfilled') made.value.finalize()
      prepared.clear()
      await new Promise<void>((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())))
    },
  }
}
