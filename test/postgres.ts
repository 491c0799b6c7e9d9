/**
 * A PostgreSQL server for tests: a throw-away cluster of the newest one on this machine, or the one that CHUANYU_POSTGRES names.
 * Where there is none the suites are skipped saying so, and fail when `CI` is set.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { freePort } from './free-port.ts'

/** A server that runs. Whatever was made in it is gone after `close`. */
export interface TestPostgres {
  /** Whether it is a cluster of this test's own, which may be stopped and started. */
  readonly own: boolean
  /** The URL of an empty place: a new database, or a new schema of one, which is made much faster. */
  fresh(kind?: 'database' | 'schema'): Promise<string>
  /** Rows, asked for by the owner of all. */
  ask(sql: string, params?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  stop(how?: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

const ROOT = process.getuid?.() === 0
const OWNER = 'postgres'
const VARIABLE = 'CHUANYU_POSTGRES'
const DEBIAN = '/usr/lib/postgresql'

/** The folder of the newest server's programs, or null. */
function programs(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return (
    folders.find((folder) => ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
  )
}

function hasOwner(): boolean {
  try {
    execFileSync('id', ['-u', OWNER], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Why there is no server to test with; null where there is one. */
export function whyNoPostgres(): string | null {
  if (process.env[VARIABLE]) return null
  if (programs() === null) return `neither PostgreSQL's programs nor ${VARIABLE} are there`
  return ROOT && !hasOwner() ? `it does not run as root, and there is no user ${OWNER}` : null
}

/** As the server's user, who is not root. */
function asOwner(command: readonly string[]): [string, string[]] {
  const [program = '', ...args] = ROOT ? ['runuser', '-u', OWNER, '--', ...command] : command
  return [program, args]
}

function run(command: readonly string[]): Promise<number | null> {
  const child = spawn(...asOwner(command), { cwd: '/', stdio: 'ignore' })
  return new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
}

// It ends with its input, however this process ends: then the server is stopped and its folder goes.
const GUARD = 'cat >/dev/null; "$1/pg_ctl" -D "$2/data" -m immediate -s stop; rm -rf "$2"'

interface Cluster {
  readonly url: string
  stop(how: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** The program that fills a cluster's folder, with its arguments. */
type Fill = (data: string) => readonly [program: string, ...args: string[]]

const INITDB: Fill = (data) => [
  'initdb',
  '-D',
  data,
  '-U',
  OWNER,
  '-A',
  'trust',
  '-E',
  'UTF8',
  '--locale=C',
  '--no-sync',
]

async function startCluster(fill: Fill = INITDB): Promise<Cluster> {
  const bin = programs()
  if (bin === null) throw new TypeError('expected PostgreSQL on this machine')
  const made = asOwner(['mktemp', '-d', join(tmpdir(), 'chuanyu-pg-XXXXXX')])
  const folder = execFileSync(...made, { cwd: '/', encoding: 'utf8' }).trim()
  const data = join(folder, 'data')
  const guard = spawn(...asOwner(['sh', '-c', GUARD, 'sh', bin, folder]), {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const guarded = new Promise((resolve) => guard.on('exit', resolve))
  const close = async (): Promise<void> => {
    guard.stdin.end()
    await guarded
  }
  const port = await freePort()
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c shared_buffers=32MB`
  const log = join(folder, 'log')
  const start = async (): Promise<void> => {
    if ((await run([join(bin, 'pg_ctl'), '-D', data, '-l', log, '-o', options, '-w', '-s', 'start'])) !== 0)
      throw new Error(`PostgreSQL did not start: ${ROOT || existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
  }
  try {
    const [program, ...args] = fill(data)
    if ((await run([join(bin, program), ...args])) !== 0) throw new Error(`${program} failed`)
    await start()
  } catch (error) {
    await close()
    throw error
  }
  return {
    url: `postgres://${OWNER}@127.0.0.1:${port}/postgres`,
    start,
    async stop(how) {
      await run([join(bin, 'pg_ctl'), '-D', data, '-m', how, '-w', '-s', 'stop'])
    },
    close,
  }
}

async function on(url: string, sql: string, params: readonly unknown[] = []) {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql, [...params])).rows
  } finally {
    await client.end()
  }
}

/** A standby, which follows its primary until it is told otherwise. */
export interface TestStandby {
  /** The same database as the one it was copied by. */
  readonly url: string
  /** Rows of it, asked for by the owner of all. */
  ask(sql: string): Promise<readonly Record<string, unknown>[]>
  /** Follows no longer: what comes after does not get there. */
  cut(): Promise<void>
  promote(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Copies the cluster that a database is in, as a standby of it that follows it by streaming. */
export async function startStandby(of: string): Promise<TestStandby> {
  const { hostname, port, pathname } = new URL(of)
  const copy = ['-R', '-X', 'stream', '-c', 'fast', '--no-sync'] as const
  const cluster = await startCluster((data) => [
    'pg_basebackup',
    '-h',
    hostname,
    '-p',
    port,
    '-U',
    OWNER,
    '-D',
    data,
    ...copy,
  ])
  const url = new URL(cluster.url)
  url.pathname = pathname
  const ask = (sql: string) => on(url.href, sql)
  return {
    url: url.href,
    ask,
    async cut() {
      await ask("ALTER SYSTEM SET primary_conninfo = ''")
      await ask('SELECT pg_reload_conf()')
      for (;;) if ((await ask('SELECT 1 FROM pg_stat_wal_receiver')).length === 0) return
    },
    async promote() {
      const [row] = await ask('SELECT pg_promote() AS done')
      if (row?.done !== true) throw new Error('the standby was not promoted')
    },
    stop: () => cluster.stop('immediate'),
    start: cluster.start,
    close: cluster.close,
  }
}

/** Starts a server, or takes the one that is named. */
export async function startPostgres(): Promise<TestPostgres> {
  const named = process.env[VARIABLE]
  const cluster = named ? null : await startCluster()
  const root = cluster?.url ?? named ?? ''
  const databases: string[] = []
  let shared: string | null = null

  async function newDatabase(): Promise<string> {
    const name = `chuanyu_test_${randomBytes(6).toString('hex')}`
    await on(root, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`)
    databases.push(name)
    const url = new URL(root)
    url.pathname = `/${name}`
    return url.href
  }
  const refuse = (): never => {
    throw new TypeError(`the server that ${VARIABLE} names is not this test's to stop`)
  }
  return {
    own: cluster !== null,
    async fresh(kind = 'schema') {
      if (kind === 'database') return newDatabase()
      shared ??= await newDatabase()
      const schema = `s_${randomBytes(6).toString('hex')}`
      await on(shared, `CREATE SCHEMA ${schema}`)
      const url = new URL(shared)
      url.searchParams.set('options', `-csearch_path=${schema}`)
      return url.href
    },
    ask: (sql, params) => on(root, sql, params),
    stop: (how = 'fast') => cluster?.stop(how) ?? refuse(),
    start: () => cluster?.start() ?? refuse(),
    async close() {
      if (cluster) return cluster.close()
      for (const name of databases) await on(root, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** A suite that needs PostgreSQL; its server starts with it and ends with it. */
export function describePostgres(title: string, suite: (server: TestPostgres) => void): void {
  const reason = whyNoPostgres()
  if (reason !== null) {
    if (!process.env.CI) test.skip(`${title} (skipped: ${reason})`, () => undefined)
    else
      test(`${title}: PostgreSQL is required in CI`, () => {
        throw new Error(reason)
      })
    return
  }
  describe(title, () => {
    let server: TestPostgres | null = null
    const running = (): TestPostgres => {
      if (server === null) throw new TypeError('the server starts with the suite, and is not there before')
      return server
    }
    beforeAll(async () => {
      server = await startPostgres()
    }, 60_000)
    afterAll(async () => {
      await server?.close()
    }, 60_000)
    suite({
      own: !process.env[VARIABLE],
      fresh: (kind) => running().fresh(kind),
      ask: (sql, params) => running().ask(sql, params),
      stop: (how) => running().stop(how),
      start: () => running().start(),
      close: () => running().close(),
    })
  })
}
