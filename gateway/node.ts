/** The Node entry: a data folder gives store, evidence, keys and configuration; the clock and randomness are the machine's. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { PARTIES } from '../contracts/types.ts'
import { createApp } from './app.ts'
import { logKeyFile, strangeLog } from './backup/log-key.ts'
import { mustKeepStore } from './backup/own-seen.ts'
import { type Gateway, openGateway } from './gateway.ts'
import { CONNECTION_LIMITS, SERVER_OPTIONS, unreadableAnswer } from './http/connection.ts'
import { generateKey } from './identity/jwk.ts'
import { readKey, writeKey } from './key-file.ts'
import { printCommented } from './machine/commented.ts'
import { CONFIG_FILE, type NodeConfig, readConfig } from './machine/config.ts'
import { OPERATING } from './machine/operating.ts'
import { machineOperations } from './machine/operations.ts'
import { mustBeFitForProduction, mustHaveKeys } from './machine/production.ts'
import { ConfigRefused } from './machine/refused.ts'
import { openFiles, openShared } from './node-store.ts'
import { LOOPBACK } from './operations/loopback.ts'
import type { Clock, Failures, SamplePerson, Store } from './ports.ts'
import { openPreparePool } from './threads/pool.ts'
import { pooledRandom } from './threads/random.ts'
import { threadsOf } from './threads/threads.ts'

export { type NodeConfig, readConfig } from './machine/config.ts'

/** Whether the folder holds a gateway. */
export function isInitialised(folder: string): boolean {
  return existsSync(join(folder, CONFIG_FILE))
}

/** Makes a new gateway's folder: its configuration and its own two keys. Throws when one is there already. */
export function initialise(folder: string, config: NodeConfig): void {
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  for (const name of ['log', 'gateway'])
    writeKey(join(folder, 'keys', `${name}.jwk`), generateKey('ed25519').privateJwk)
  writeFileSync(join(folder, CONFIG_FILE), printCommented({ ...config }), { flag: 'wx' })
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

/** Opens the gateway of a data folder. Throws ConfigRefused; for what its files alone show, before anything is opened or written. */
export async function openNodeGateway(
  folder: string,
  { origin, people = [], now = Date.now, failures, wrap = (store) => store }: NodeOptions = {},
): Promise<Gateway> {
  const config = readConfig(folder)
  mustBeFitForProduction(folder, config)
  mustHaveKeys(folder)
  mustKeepStore(folder, config)
  const logKey = readKey(logKeyFile(folder))
  const gatewayKey = readKey(join(folder, 'keys', 'gateway.jwk'))
  const operations = machineOperations({ folder, config, origin: origin ?? config.origin, now })
  const { postgres } = config
  const kept = postgres
    ? await openShared(folder, postgres, { now, log: operations.log })
    : await openFiles(folder, now)
  const { store, blobs, writer, held } = kept
  let close = (): Promise<void> => store.close()
  try {
    const { checkpoint } = await store.head()
    const strange = checkpoint === null ? null : strangeLog(logKeyFile(folder), config.log, checkpoint)
    if (strange) throw new ConfigRefused([strange])
    // The ledger may have moved away between the two looks.
    if (!postgres) mustKeepStore(folder, readConfig(folder))
    await kept.settle()
    const random = pooledRandom()
    const pool = openPreparePool({ random, threads: THREADS })
    const { prepare, dryRun } = pool
    close = async () => {
      await pool.close()
      await store.close()
    }
    const gateway = await openGateway(
      {
        ...config,
        origin: origin ?? config.origin,
        packageWindow: config.operating.packages.days * 86_400,
        roots: PARTIES.map((party) => ({ party, jwk: config.roots[party] })),
        logKey,
        gatewayKey,
      },
      {
        store: wrap({ ...operations.measured(store), close }),
        blobs,
        now,
        random,
        prepare,
        dryRun,
        threads: threadsOf(writer, pool),
        shared: config.shared ?? false,
        people,
        failures: failures ?? null,
        held,
        operations,
      },
    )
    await kept.telling(gateway.log.head)
    return gateway
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
}

/** How often idle connections are closed while stopping, ms. */
const QUIET_EVERY = 50

/**
 * A listening gateway. `close` says so on `/readyz`, takes no more connections, lets calls and commits under way end, ends the
 * open streams, and closes the store; what has not ended in time is cut.
 */
export interface Running {
  readonly gateway: Gateway
  readonly port: number
  /** Cuts every connection there is, open streams and answers under way too. */
  drop(): void
  close(): Promise<void>
}

/** Where to listen, and how it stops: for so long `/readyz` says so before it begins, and so long it waits for what is under way. */
export interface ListenOptions {
  readonly port: number
  readonly hostname?: string
  readonly announceSeconds?: number
  readonly limitSeconds?: number
  /** In place of the usual limits of a connection. */
  readonly connection?: Partial<typeof SERVER_OPTIONS>
}

/** Bounds what connections cost, and tells whoever sends no request what was wrong with it. */
function answerUnreadable(server: ServerType, { config, operations }: Gateway): void {
  server.maxConnections = CONNECTION_LIMITS.connections
  server.on('clientError', (error: Error, socket: Duplex) => {
    const code = 'code' in error ? String(error.code) : ''
    if (!socket.writable || code === 'ECONNRESET') return socket.destroy()
    operations.log.note('unreadable request', { code })
    return socket.end(unreadableAnswer(code, config.origin))
  })
}

/** Listens on a loopback or given address; resolves once connections are taken. */
export async function listen(
  gateway: Gateway,
  {
    port,
    hostname = LOOPBACK,
    announceSeconds = 0,
    limitSeconds = OPERATING.limitSeconds,
    connection = {},
  }: ListenOptions,
): Promise<Running> {
  const app = createApp(gateway)
  const { operations } = gateway
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  let waits = true
  const { server, taken } = await new Promise<{ server: ServerType; taken: number }>((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => (waits ? begun.then(() => app.fetch(request, env)) : app.fetch(request, env)),
        port,
        hostname,
        serverOptions: { ...SERVER_OPTIONS, ...connection },
      },
      (info) => resolve({ server, taken: info.port }),
    )
    server.once('error', reject)
    answerUnreadable(server, gateway)
  })
  const cut = (): void => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
  const closed = () => new Promise<void>((resolve) => server.close(() => resolve()))
  try {
    await operations.begin(gateway)
  } catch (error) {
    cut()
    await closed()
    throw error
  }
  waits = false
  begin()
  return {
    gateway,
    port: taken,
    drop: cut,
    async close() {
      operations.drain()
      await sleep(announceSeconds * 1000)
      gateway.streams.end()
      // A connection kept alive by a quiet client would hold the server open.
      const quiet = setInterval(() => {
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }, QUIET_EVERY)
      const late = setTimeout(() => {
        operations.log.note('cut what did not end in time', { limitSeconds })
        cut()
      }, limitSeconds * 1000)
      await closed()
      clearInterval(quiet)
      clearTimeout(late)
      await gateway.log.drained()
      await gateway.store.close()
      await operations.end()
    },
  }
}
