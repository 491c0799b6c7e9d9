/** The Node entry: a data folder gives store, evidence, keys and configuration; the clock and randomness are the machine's. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { PARTIES, type PartyId } from '../contracts/types.ts'
import { createApp } from './app.ts'
import { type Gateway, openGateway } from './gateway.ts'
import { generateKey, importPublicJwk, type PublicJwk } from './identity/jwk.ts'
import { readKey, writeKey } from './key-file.ts'
import type { Clock, Failures, SamplePerson, Store } from './ports.ts'
import { folderBlobs } from './store/blob-folder.ts'
import { openSqliteStore } from './store/sqlite/store.ts'
import { sweepEvidence } from './store/sqlite/sweep.ts'
import { openPreparePool } from './threads/pool.ts'
import { pooledRandom } from './threads/random.ts'
import { threadsOf } from './threads/threads.ts'
import { openThreadedWriter } from './threads/writer.ts'

/** `gateway.json` in the data folder. */
export interface NodeConfig {
  /** The address callers use: scheme, host and port, no path. */
  readonly origin: string
  /** The ledger's name in checkpoints, as `gateway.example/log`. */
  readonly log: string
  readonly sandbox: boolean
  readonly contact: string
  /** Whether other gateways append to the same data folder. */
  readonly shared?: boolean
  /** Each party's root public key, got from the party itself. */
  readonly roots: Readonly<Record<PartyId, PublicJwk>>
}

const CONFIG = 'gateway.json'
/** Whether the folder holds a gateway. */
export function isInitialised(folder: string): boolean {
  return existsSync(join(folder, CONFIG))
}

/** Makes a new gateway's folder: its configuration and its own two keys. Throws when one is there already. */
export function initialise(folder: string, config: NodeConfig): void {
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  for (const name of ['log', 'gateway'])
    writeKey(join(folder, 'keys', `${name}.jwk`), generateKey('ed25519').privateJwk)
  writeFileSync(join(folder, CONFIG), `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' })
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${CONFIG}: expected ${name} as text`)
  return value
}

/** Reads and checks the configuration. Throws TypeError naming the member. */
export function readConfig(folder: string): NodeConfig {
  const read: unknown = JSON.parse(readFileSync(join(folder, CONFIG), 'utf8'))
  const members = new Map<string, unknown>(typeof read === 'object' && read !== null ? Object.entries(read) : [])
  const origin = text(members.get('origin'), 'origin')
  if (new URL(origin).origin !== origin)
    throw new TypeError(`${CONFIG}: expected origin as scheme://host[:port], got ${origin}`)
  const roots = members.get('roots')
  const rootOf = (party: PartyId): PublicJwk =>
    importPublicJwk(
      typeof roots === 'object' && roots !== null
        ? Object.entries(roots).find(([name]) => name === party)?.[1]
        : undefined,
    ).jwk
  return {
    origin,
    log: text(members.get('log'), 'log'),
    sandbox: members.get('sandbox') === true,
    contact: text(members.get('contact'), 'contact'),
    shared: members.get('shared') === true,
    roots: { cq: rootOf('cq'), sc: rootOf('sc') },
  }
}

/** Threads that prepare large files. */
const THREADS = Math.min(4, availableParallelism())

/** What a gateway may be opened with beside its folder; the rest is the machine's. */
export interface NodeOptions {
  /** In place of the configured one, for another port. */
  readonly origin?: string
  /** Whom a sandbox lets anybody act as. */
  readonly people?: readonly SamplePerson[]
  readonly now?: Clock
  /** What a sandbox lets anybody make go wrong, and the store it goes wrong in. */
  readonly failures?: Failures
  readonly wrap?: (store: Store) => Store
}

/** Opens the gateway of a data folder. */
export async function openNodeGateway(
  folder: string,
  { origin, people = [], now = Date.now, failures, wrap = (store) => store }: NodeOptions = {},
): Promise<Gateway> {
  const config = readConfig(folder)
  const file = join(folder, 'chuanyu.sqlite')
  const evidence = join(folder, 'evidence')
  const writer = await openThreadedWriter(file, now())
  const sqlite = await openSqliteStore({ file, now, openWriter: async () => writer })
  await sweepEvidence({ file, evidence })
  const random = pooledRandom()
  const pool = openPreparePool({ random, threads: THREADS })
  const { prepare, dryRun } = pool
  const store = wrap({
    ...sqlite,
    async close() {
      await pool.close()
      await sqlite.close()
    },
  })
  return openGateway(
    {
      ...config,
      origin: origin ?? config.origin,
      roots: PARTIES.map((party) => ({ party, jwk: config.roots[party] })),
      logKey: readKey(join(folder, 'keys', 'log.jwk')),
      gatewayKey: readKey(join(folder, 'keys', 'gateway.jwk')),
    },
    {
      store,
      blobs: folderBlobs(evidence),
      now,
      random,
      prepare,
      dryRun,
      threads: threadsOf(writer, pool),
      shared: config.shared ?? false,
      people,
      failures: failures ?? null,
    },
  )
}

/** How often idle connections are closed while stopping, ms. */
const QUIET_EVERY = 50

/** A listening gateway. `close` stops taking calls, ends the open streams, lets the commit under way end, and closes the store. */
export interface Running {
  readonly gateway: Gateway
  readonly port: number
  /** Cuts every connection there is, open streams and answers under way too. */
  drop(): void
  close(): Promise<void>
}

/** Listens on a loopback or given address; resolves once connections are taken. */
export async function listen(
  gateway: Gateway,
  { port, hostname = '127.0.0.1' }: { port: number; hostname?: string },
): Promise<Running> {
  const app = createApp(gateway, (error) => {
    process.stderr.write(
      `${JSON.stringify({ level: 'error', time: new Date().toISOString(), error: error instanceof Error ? error.stack : String(error) })}\n`,
    )
  })
  const { server, taken } = await new Promise<{ server: ServerType; taken: number }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (info) => resolve({ server, taken: info.port }))
    server.once('error', reject)
  })
  return {
    gateway,
    port: taken,
    drop() {
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
    async close() {
      gateway.streams.end()
      // A connection kept alive by a quiet client would hold the server open.
      const quiet = setInterval(() => {
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }, QUIET_EVERY)
      await new Promise<void>((resolve) => server.close(() => resolve()))
      clearInterval(quiet)
      await gateway.log.drained()
      await gateway.store.close()
    },
  }
}
