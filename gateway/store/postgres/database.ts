/** A PostgreSQL database as rows and transactions. */
import type { Rows, SqlRow } from '../sql/rows.ts'
import {
  type Connection,
  type Connections,
  openConnections,
  type PostgresOptions,
  type PostgresValue,
} from './connections.ts'
import { POSTGRES } from './dialect.ts'
import { CommitLost, Elsewhere, messageOf } from './error.ts'

export type { PostgresOptions, PostgresValue } from './connections.ts'

/** One transaction. Its statements run one after another; `run` gives how many rows it changed. */
export interface Transaction extends Rows {
  all(sql: string, params?: readonly PostgresValue[]): Promise<readonly SqlRow[]>
  run(sql: string, params?: readonly PostgresValue[]): Promise<number>
}

/** A transaction that its holder ends, and nobody else. */
export interface OpenTransaction extends Transaction {
  /** Durable when it resolves. Rejects with `CommitLost` when the answer did not come. */
  commit(): Promise<void>
  /** Does not reject, and does nothing to one that has ended. */
  rollback(): Promise<void>
}

/** How a transaction may differ: `patient` ones wait for locks, and run, as long as it takes. */
export interface TransactionOptions {
  readonly patient?: boolean
}

/** The database. While it cannot be reached, or cannot be written, it rejects with StoreFailed; a later call tries anew. */
export interface Postgres extends Rows, Pick<Connections, 'line'> {
  all(sql: string, params?: readonly PostgresValue[]): Promise<readonly SqlRow[]>
  /** All of `work` at once, or nothing of it; durable when it resolves. Rejects with what `work` rejects with, or as `commit` does. */
  transaction<T>(work: (db: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  begin(options?: TransactionOptions): Promise<OpenTransaction>
  /** Has every connection looked at before it is next given out; one at which `look` fails is not. */
  inspect(look: (rows: Rows) => Promise<void>): void
  /** Has no transaction begin any more, and none that is under way be told to be durable; false where that was so. All else goes on. */
  seal(): boolean
  /** May be called again. */
  close(): Promise<void>
}

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED'
const PATIENT = ['SET LOCAL statement_timeout = 0', 'SET LOCAL lock_timeout = 0']
/** Since which version a server may limit whole transactions. */
const LIMITS_TRANSACTIONS = 170_000
const UNLIMITED = 'SET LOCAL transaction_timeout = 0'

const OLDEST = 130_000
const ABOUT = `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`

function openOn(connection: Connection, patient: boolean, isSealed: () => boolean): OpenTransaction {
  let over = false
  let last: Promise<unknown> = Promise.resolve()
  /** In turn, and none after the end: it would be no part of the transaction. */
  function ask(sql: string, params?: readonly PostgresValue[]) {
    const next = last.then(() => {
      if (over) throw new TypeError('the transaction has ended')
      return connection.ask(sql, params, patient)
    })
    last = next.catch(() => undefined)
    return next
  }
  return {
    dialect: POSTGRES,
    all: async (sql, params) => (await ask(sql, params)).rows,
    run: async (sql, params) => (await ask(sql, params)).rowCount ?? 0,
    async commit() {
      await last
      over = true
      try {
        const { command } = await connection.ask('COMMIT')
        if (command !== 'COMMIT') throw new TypeError(`the database answered ${command} to a COMMIT`)
      } catch (error) {
        if (error instanceof TypeError) throw error
        throw new CommitLost(messageOf(error), { cause: error })
      } finally {
        connection.release()
      }
      // It may be on the server that another has taken over from.
      if (isSealed()) throw new CommitLost(ELSEWHERE)
    },
    async rollback() {
      if (over) return
      over = true
      await last
      const left = connection.ended() ? false : await connection.ask('ROLLBACK').then(Boolean, () => false)
      connection.release(left)
    },
  }
}

const ELSEWHERE = 'the database is elsewhere than where the ledger was settled'

/** Opens the database. Rejects with StoreFailed when it cannot be reached, and with TypeError when no store can be kept in it. */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  const connections = openConnections(options)
  let sealed = false
  const patiently = [BEGIN, ...PATIENT]

  async function begin({ patient = false }: TransactionOptions = {}): Promise<OpenTransaction> {
    const connection = await connections.take()
    try {
      if (sealed) throw new Elsewhere(ELSEWHERE)
      for (const sql of patient ? patiently : [BEGIN]) await connection.ask(sql)
    } catch (error) {
      connection.release(false)
      throw error
    }
    return openOn(connection, patient, () => sealed)
  }

  const db: Postgres = {
    dialect: POSTGRES,
    begin,
    line: connections.line,
    inspect(look) {
      connections.inspect((connection) =>
        look({ dialect: POSTGRES, all: async (sql, params) => (await connection.ask(sql, params)).rows }),
      )
    },
    seal() {
      const first = !sealed
      sealed = true
      return first
    },
    async all(sql, params) {
      const connection = await connections.take()
      try {
        return (await connection.ask(sql, params)).rows
      } finally {
        connection.release()
      }
    },
    async transaction(work, how) {
      const transaction = await begin(how)
      try {
        const result = await work(transaction)
        await transaction.commit()
        return result
      } catch (error) {
        await transaction.rollback()
        throw error
      }
    },
    close: connections.close,
  }
  try {
    if ((await mustServe(db)) >= LIMITS_TRANSACTIONS) patiently.push(UNLIMITED)
  } catch (error) {
    await db.close()
    throw error
  }
  return db
}

/** The server's version. Throws when it is too old, or the database keeps its texts in another encoding. */
async function mustServe(db: Rows): Promise<number> {
  const [about] = await db.all(ABOUT)
  const version = Number(about?.version)
  if (version < OLDEST) throw new TypeError('需要 PostgreSQL 13 或更新版本 · PostgreSQL 13 or newer is needed')
  const encoding = String(about?.encoding)
  if (encoding !== 'UTF8')
    throw new TypeError(
      `数据库编码须为 UTF8，现为 ${encoding} · the database must be encoded in UTF8, and is in ${encoding}`,
    )
  return version
}
