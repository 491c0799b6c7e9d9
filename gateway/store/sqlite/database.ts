/** node-sqlite3 as promises, with one prepared statement a text. */
import sqlite3 from 'sqlite3'
import type { Rows, SqlRow, SqlValue } from '../sql/rows.ts'

export type { SqlRow, SqlValue } from '../sql/rows.ts'

/** One connection. Statements run one after another; `all` returns plain rows; `close` finalises what was prepared. */
export interface Database extends Rows {
  exec(sql: string): Promise<void>
  run(sql: string, params?: readonly SqlValue[]): Promise<number>
  close(): Promise<void>
}

/** How many prepared statements a connection keeps; the oldest is finalised first. Four tables take a group's rows, each with a statement for every number of them. */
const KEPT = 512

function bindable(params: readonly SqlValue[]): unknown[] {
  return params.map((value) =>
    value instanceof Uint8Array && !Buffer.isBuffer(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
      : value,
  )
}

/** Opens a connection; `readOnly` connections cannot create the file. */
export async function openDatabase(file: string, { readOnly = false }: { readOnly?: boolean } = {}): Promise<Database> {
  const mode = readOnly ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, mode, (error) => (error ? reject(error) : resolve(opened)))
  })
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
    if (prepared.size > KEPT) {
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
