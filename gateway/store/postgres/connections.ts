/** Connections to a PostgreSQL server: a pool that outlives the server's absence, each connection set up alike. */
import { setTimeout as later } from 'node:timers/promises'
import { Client, Pool, type PoolClient, type QueryResult, TypeOverrides } from 'pg'
import { StoreFailed } from '../../ports.ts'
import type { SqlRow, SqlValue } from '../sql/rows.ts'
import { breaksPromise, endsConnection, messageOf, unlessOutOfService } from './error.ts'
import { givenText, keptText } from './nul.ts'
import { numbered } from './placeholders.ts'

/** A parameter: a value, or a column of them for `unnest`. */
export type PostgresValue = SqlValue | readonly SqlValue[]

/** Where the database is, and how many connections are kept to it at most. */
export interface PostgresOptions {
  /** `postgres://user@host:5432/db?sslmode=verify-full`; what it leaves open is as the variables PG… of the environment say. */
  readonly url: string
  /** Two at least. */
  readonly connections?: number
}

/** One connection, for as long as its holder has it. Its statements must follow one another. What the database refuses for now is a StoreFailed. */
export interface Connection {
  /** A `patient` statement may take as long as it takes. */
  ask(sql: string, params?: readonly PostgresValue[], patient?: boolean): Promise<QueryResult<SqlRow>>
  /** Whether an error has ended it. */
  ended(): boolean
  /** Gives it back; one that has ended, or is not `reusable`, is closed. */
  release(reusable?: boolean): void
}

/** Who listens on a line: `heard` what is notified at its channel, and `ended` once it is no more. */
export interface Listener {
  heard(payload: string): void
  ended(): void
}

/** A connection apart from the pool, for as long as its holder has it. */
export interface Line {
  ask(sql: string): Promise<readonly SqlRow[]>
  /** Does not reject. */
  close(): Promise<void>
}

/** The pool. */
export interface Connections {
  take(): Promise<Connection>
  /** Opens one apart from it. Rejects with StoreFailed. */
  line(listener: Listener): Promise<Line>
  /** Has every connection looked at before it is next given out, also those that are open; one at which `look` fails is not. */
  inspect(look: (connection: Connection) => Promise<void>): void
  /** Waits for those that are held. May be called again. */
  close(): Promise<void>
}

/** In ms. A statement's answer is waited for longer than the server works on it. */
const TIMES = {
  connect: 5000,
  statement: 30_000,
  answer: 35_000,
  lock: 10_000,
  idleInTransaction: 30_000,
  idle: 60_000,
  goodbye: 1000,
}

// A server set to answer before its disk has the commit is overruled; one set to wait until its standbys show it is not.
const SETTINGS = `SELECT set_config('statement_timeout', '${TIMES.statement}', false),
  set_config('lock_timeout', '${TIMES.lock}', false),
  set_config('idle_in_transaction_session_timeout', '${TIMES.idleInTransaction}', false),
  set_config('jit', 'off', false),
  set_config('client_min_messages', 'warning', false),
  set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)`

/** The types that are read otherwise than pg reads them. A numeric is a sum. */
const OIDS = { int8: 20, text: 25, numeric: 1700 } as const

function wholeNumber(said: string): number {
  const value = Number(said)
  if (!Number.isSafeInteger(value)) throw new TypeError(`expected a whole number below 2^53, got ${said}`)
  return value
}

function parsers(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(OIDS.int8, wholeNumber)
  overrides.setTypeParser(OIDS.numeric, wholeNumber)
  overrides.setTypeParser(OIDS.text, givenText)
  return overrides
}

const kept = (value: SqlValue): SqlValue => (typeof value === 'string' ? keptText(value) : value)

function parameter(value: PostgresValue): PostgresValue {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? value.map(kept) : kept(value)
}

/** Throws TypeError for an address that cannot be read, which tells nothing of it: a password may stand in it. */
function mustBeRead(url: string): void {
  try {
    // It connects only when it is told to.
    new Client({ connectionString: url })
  } catch (error) {
    const why = error instanceof Error && 'syscall' in error ? error.message : 'postgres://user@host:5432/database'
    throw new TypeError(`expected the address of a database: ${why}`)
  }
}

/** Has a connection keep no process from ending: one whose server went without a word is not over for a quarter of an hour. */
function letGo(client: object): void {
  // What pg has, and its types do not tell of.
  if ('unref' in client && typeof client.unref === 'function') client.unref()
}

/** Makes the pool; nothing is connected yet. Throws TypeError. */
export function openConnections({ url, connections = 10 }: PostgresOptions): Connections {
  mustBeRead(url)
  const each = {
    connectionString: url,
    connectionTimeoutMillis: TIMES.connect,
    application_name: 'chuanyu',
    keepAlive: true,
    types: parsers(),
  }
  // A writer may hold one while what it seals next is read.
  const pool = new Pool({ ...each, max: Math.max(2, connections), idleTimeoutMillis: TIMES.idle })
  // One that breaks is told by the statement it breaks under, or by the next one; an event of it must not end the process.
  pool.on('error', () => undefined)
  const broken = new WeakSet<PoolClient>()
  const open = new Set<PoolClient>()
  pool.on('remove', (client) => open.delete(client))
  pool.on('connect', (client) => {
    open.add(client)
    client.on('error', () => undefined)
    client.on('notice', (notice) => {
      if (breaksPromise(notice)) broken.add(client)
    })
  })
  let ready = new WeakSet<PoolClient>()
  let look = async (_: Connection): Promise<void> => undefined
  let closed: Promise<void> | null = null

  function connectionOf(client: PoolClient): Connection {
    let ended = false
    return {
      async ask(sql, params = [], patient = false) {
        const answer = patient ? {} : { query_timeout: TIMES.answer }
        try {
          const said = await client.query<SqlRow>({ text: numbered(sql), values: params.map(parameter), ...answer })
          if (broken.delete(client)) throw new StoreFailed('the commit may not be on the standbys that it waits for')
          return said
        } catch (error) {
          ended ||= endsConnection(error)
          throw unlessOutOfService(error)
        }
      },
      ended: () => ended,
      release: (reusable = true) => client.release(ended || !reusable),
    }
  }

  return {
    async take() {
      const client = await pool.connect().catch((error: unknown) => {
        throw new StoreFailed(messageOf(error), { cause: error })
      })
      const connection = connectionOf(client)
      const known = ready
      if (known.has(client)) return connection
      try {
        await connection.ask(SETTINGS)
        await look(connection)
      } catch (error) {
        connection.release(false)
        throw error
      }
      known.add(client)
      return connection
    },
    async line({ heard, ended }) {
      const client = new Client({ ...each, query_timeout: TIMES.answer })
      client.on('error', () => undefined)
      client.on('notification', ({ payload = '' }) => heard(payload))
      const refuse = (error: unknown): never => {
        throw unlessOutOfService(error)
      }
      await client.connect().catch(refuse)
      client.on('end', ended)
      return {
        ask: async (sql) => (await client.query<SqlRow>(sql).catch(refuse)).rows,
        async close() {
          const late = new AbortController()
          const goodbye = later(TIMES.goodbye, undefined, { signal: late.signal }).catch(() => undefined)
          await Promise.race([client.end().catch(() => undefined), goodbye])
          late.abort()
          // Not before: whoever waits for this may have nothing else that keeps the process up.
          letGo(client)
        },
      }
    },
    inspect(wanted) {
      look = wanted
      ready = new WeakSet()
    },
    close() {
      closed ??= pool.end().then(() => open.forEach(letGo))
      return closed
    },
  }
}
