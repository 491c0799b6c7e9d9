/** Operations on a machine: pino, Prometheus, a security log of files, limits as configured, the disk. */
import { join } from 'node:path'
import { openRates, UNLIMITED } from '../operations/rates.ts'
import type { Operations, SecurityEvent, SecurityLog } from '../operations/types.ts'
import type { Store } from '../ports.ts'
import type { ReadConfig } from './config.ts'
import { diskCheck } from './disk.ts'
import { openLogger } from './logger.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { type MetricsServer, serveMetrics } from './metrics-server.ts'
import { peerAddress } from './peer.ts'
import { faultOf, mustBeInPlace, type Place, watchPlace } from './place.ts'
import { type FileSecurityLog, openSecurityLog } from './security-log.ts'

/** The store's file in a data folder, and the folder of evidence. */
export const STORE_FILE = 'chuanyu.sqlite'
/** The latter. */
export const EVIDENCE_FOLDER = 'evidence'
/** The folder of the security log in a data folder. */
export const SECURITY_FOLDER = 'security'

/** What they are made from. `now` in ms, the gateway's own; events are stamped by the machine's. */
export interface MachineOptions {
  readonly folder: string
  readonly config: ReadConfig
  readonly origin: string
  readonly now: () => number
}

/** Operations with what only the entry asks for. */
export interface MachineOperations extends Operations {
  /** A store whose commits are counted, and, where it is files, go into those that lie in the folder or nowhere. */
  measured(store: Store): Store
  /** Where figures are served; null where they are not. */
  metricsPort(): number | null
}

/** What the HTTP server calls the app with. */
function peerOf(env: unknown): string | undefined {
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return undefined
  const { incoming } = env
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return undefined
  const { socket } = incoming
  if (typeof socket !== 'object' || socket === null || !('remoteAddress' in socket)) return undefined
  return typeof socket.remoteAddress === 'string' ? socket.remoteAddress : undefined
}

/** Makes them. Nothing is opened before `begin`. */
export function machineOperations({ folder, config, origin, now }: MachineOptions): MachineOperations {
  const { operating } = config
  const log = openLogger(operating.logging.level)
  const addressOf = peerAddress(operating.trustedProxies)
  const metrics: Metrics | null = operating.metrics ? openMetrics(now) : null
  let server: MetricsServer | null = null
  let files: FileSecurityLog | null = null
  let draining = false
  let places: readonly Place[] = []

  const security: SecurityLog = {
    note(event: SecurityEvent) {
      files?.note(event)
      metrics?.security(event)
    },
    async read(question) {
      return files ? files.read(question) : { kept: 'files', lines: [], next: null, days: [] }
    },
  }
  return {
    log,
    security,
    rates: operating.rates ? openRates(operating.rates) : UNLIMITED,
    checks: [
      diskCheck(folder, operating.disk.freeBytes),
      ...(config.postgres ? [] : [{ name: 'files', look: async () => faultOf(places) }]),
      {
        name: 'security-log',
        look: async () =>
          files === null || files.works() ? null : { zh: '安全日志写不进去', en: 'the security log cannot be written' },
      },
    ],
    measure: (line) => metrics?.request(line),
    address: (request, env) => addressOf(peerOf(env), request.headers),
    draining: () => draining,
    told: () => ({
      origin,
      log: config.log,
      sandbox: config.sandbox,
      contact: config.contact,
      shared: config.shared ?? false,
      postgres: config.postgres?.place ?? null,
      witnesses: config.witnesses ?? [],
      ...operating,
    }),
    async begin(watched) {
      metrics?.watch(watched)
      if (metrics && operating.metrics) server = await serveMetrics(metrics, operating.metrics)
      files = openSecurityLog({
        folder: join(folder, SECURITY_FOLDER),
        retentionDays: operating.securityLog.retentionDays,
        failed: (error) => log.error(error, null),
      })
      const { metrics: figures, trustedProxies, rates, securityLog, shutdown } = operating
      security.note({
        event: 'configuration',
        detail: {
          origin,
          log: config.log,
          sandbox: config.sandbox,
          shared: config.shared ?? false,
          postgres: config.postgres?.place ?? null,
          witnesses: config.witnesses?.join(' ') || null,
          logging: operating.logging.level,
          rates: rates ? JSON.stringify(rates) : null,
          metrics: figures ? `${figures.host}:${figures.port}` : null,
          trustedProxies: trustedProxies ? trustedProxies.addresses.join(' ') : null,
          retentionDays: securityLog.retentionDays,
          shutdownSeconds: shutdown.limitSeconds,
        },
      })
      security.note({ event: 'started', detail: { pid: process.pid, node: process.version } })
      log.note('started', { origin })
    },
    drain() {
      draining = true
      log.note('stopping')
    },
    async end() {
      security.note({ event: 'stopped' })
      files?.close()
      files = null
      await server?.close()
      server = null
      log.note('stopped')
      log.flush()
    },
    measured(store) {
      if (config.postgres) return metrics ? counted(store, metrics) : store
      // Opened by now, and so what every receipt is about.
      const kept = [STORE_FILE, `${STORE_FILE}-wal`].map((name) => watchPlace(join(folder, name)))
      places = [...kept, watchPlace(join(folder, EVIDENCE_FOLDER))]
      const placed = inPlace(store, kept)
      return metrics ? counted(placed, metrics) : placed
    },
    metricsPort: () => server?.port ?? null,
  }
}

/** What went into a file that is no longer there would be lost with the process: it is not acknowledged. */
function inPlace(store: Store, places: readonly Place[]): Store {
  return {
    ...store,
    async append(head, entries, seal) {
      mustBeInPlace(places)
      const outcomes = await store.append(head, entries, seal)
      mustBeInPlace(places)
      return outcomes
    },
  }
}

function counted(store: Store, metrics: Metrics): Store {
  return {
    ...store,
    async append(head, entries, seal) {
      const begun = performance.now()
      const outcomes = await store.append(head, entries, seal)
      metrics.committed(entries, outcomes, (performance.now() - begun) / 1000)
      return outcomes
    },
  }
}
