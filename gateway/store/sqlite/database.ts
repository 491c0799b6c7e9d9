/** node-sqlite3 as promises, with one prepared statement a text. */
import sqlite3 from 'sqlite3'

export type SqlValue = string | number | null | Uint8Array
export type SqlRow = Readonly<Record<string, unknown>>

/** One connection. Statements run one after another; `all` returns plain rows; `close` finalises what was prepared. */
export interface Database {
  exec(sql: string): Promise<void>
  run(sql: string, params?: readonly SqlValue[]): Promise<number>
  all(sql: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>
  close(): Promise<void>
}

/** How many prepared statements a connection keeps; the oldest is finalised first. */
const KEPT = 64

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
  const prepared = new Map<string, sqlite3.Statement>()

  async function statement(sql: string): Promise<sqlite3.Statement> {
    const known = prepared.get(sql)
    if (known) return known
    const made = await new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = db.prepare(sql, (error: Error | null) => (error ? reject(error) : resolve(statement)))
    })
    if (prepared.size >= KEPT) {
      const oldest = prepared.entries().next().value
      if (oldest) {
        prepared.delete(oldest[0])
        oldest[1].finalize()
      }
    }
    prepared.set(sql, made)
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
      for (const made of prepared.values()) made.finalize()
      prepared.clear()
      await new Promise<void>((resolve, reject) => db.close((error) => (error ? reject(error) : resolve())))
    },
  }
}
