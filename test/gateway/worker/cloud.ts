/** The Worker as Cloudflare runs it: bundled, on workerd, with D1 and R2; and an empty D1 database by itself. */
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import type { PartyId } from '../../../contracts/types.ts'
import { type Client, createClient } from '../../../gateway/client/client.ts'
import type { AlgorithmName } from '../../../gateway/identity/algorithms.ts'
import { printVerifierKey } from '../../../gateway/ledger/note-ed25519.ts'
import type { TrustFile } from '../../../gateway/release/bundle-types.ts'
import type { D1Binding } from '../../../gateway/store/d1/binding.ts'
import { freePort } from '../../free-port.ts'
import { type TestKey, type TestSide, testKey } from '../cli/running.ts'
import { testWitness } from '../ledger/witnesses.ts'

const ENTRY = resolve(import.meta.dirname, '../../../gateway/worker.ts')
/** What workerd is to be like. */
export const COMPATIBILITY = { compatibilityDate: '2026-04-01', compatibilityFlags: ['nodejs_compat'] }

/**
 * V8 without helper threads. On two cores workerd has one such thread: a compilation on it that waits for the main thread's collection,
 * while the main thread waits for it to sweep, never ends (seen in workerd 2026-07-30, main thread in cppgc's IncrementalSweepTask).
 */
process.env.MINIFLARE_WORKERD_V8_FLAGS ??= '--single-threaded'

/** Whose cosignatures the Worker takes. */
export const CLOUD_WITNESS = testWitness('witness.example/w1', 2)

/** The Worker as one module, bundled as wrangler does. */
export async function bundleWorker(): Promise<{
  readonly code: string
  readonly inputs: readonly string[]
  /** What it asks of the runtime, by name. */
  readonly externals: readonly string[]
}> {
  const { outputFiles, metafile } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    conditions: ['workerd', 'worker'],
    mainFields: ['module', 'main'],
    external: ['node:*'],
    charset: 'utf8',
  })
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  return {
    code: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs),
    externals: [...new Set(asked)].sort(),
  }
}

/** What to send besides the path. */
export interface Call {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
}

/** An answer, read to its end. */
export interface Told {
  readonly status: number
  readonly text: string
  header(name: string): string | null
}

/** A Worker that runs in two isolates over one database and one bucket. */
export interface Cloud {
  readonly origin: string
  readonly sides: Readonly<Record<PartyId, TestSide>>
  readonly trust: TrustFile
  /** A client of the first isolate. */
  client(key: TestKey): Client
  /** A call to one of the isolates, sent as it is. */
  fetch(isolate: 'first' | 'second', path: string, call?: Call): Promise<Told>
  close(): Promise<void>
}

const newSide = (alg: AlgorithmName): TestSide => ({
  root: testKey(),
  agency: testKey(),
  operator: testKey(),
  reviewer: testKey(),
  signatory: testKey(alg),
})

/** Starts the Worker on an empty database. */
export async function startCloud(): Promise<Cloud> {
  const [{ code }, port] = await Promise.all([bundleWorker(), freePort()])
  const origin = `http://127.0.0.1:${port}`
  // Every algorithm is met.
  const sides: Record<PartyId, TestSide> = { cq: newSide('ecdsa-p256-sha256'), sc: newSide('sm2-sm3') }
  const [logKey, gatewayKey] = [testKey(), testKey()]
  if (logKey.jwk.kty !== 'OKP') throw new TypeError('the log key must be Ed25519')
  const log = 'gateway.test/log'
  const isolate = (name: string) => ({
    ...COMPATIBILITY,
    name,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    modules: [{ type: 'ESModule' as const, path: 'worker.mjs', contents: code }],
    d1Databases: { DB: 'chuanyu' },
    r2Buckets: { EVIDENCE: 'chuanyu-evidence' },
    bindings: {
      ORIGIN: origin,
      LOG: log,
      CONTACT: 'mailto:security@gateway.test',
      SANDBOX: 'true',
      LOG_KEY: JSON.stringify(logKey.privateJwk),
      GATEWAY_KEY: JSON.stringify(gatewayKey.privateJwk),
      ROOT_CQ: JSON.stringify(sides.cq.root.jwk),
      ROOT_SC: JSON.stringify(sides.sc.root.jwk),
      WITNESSES: CLOUD_WITNESS.vkey,
    },
  })
  const miniflare = new Miniflare({ port, workers: [isolate('first'), isolate('second')] })
  await miniflare.ready
  const clients: Client[] = []
  return {
    origin,
    sides,
    trust: {
      format: 'chuanyu-trust',
      v: 1,
      sandbox: true,
      log: printVerifierKey({ name: log, publicKey: Buffer.from(logKey.jwk.x, 'base64url') }),
      roots: { cq: sides.cq.root.jwk, sc: sides.sc.root.jwk },
    },
    client(key) {
      const client = createClient({ origin, key })
      clients.push(client)
      return client
    },
    async fetch(name, path, { method = 'GET', headers = {}, body, signal = null } = {}) {
      const address = await miniflare.unsafeGetDirectURL(name)
      const sent = await fetch(new URL(path, address), {
        method,
        headers,
        redirect: 'manual',
        signal,
        ...(body ? { body } : {}),
      })
      return { status: sent.status, header: (wanted) => sent.headers.get(wanted), text: await sent.text() }
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()))
      await miniflare.dispose()
    },
  }
}

/** D1 by itself. */
export interface D1Databases {
  /** An empty database. */
  fresh(): Promise<D1Binding>
  close(): Promise<void>
}

/** Starts workerd with empty databases. */
export async function startD1(): Promise<D1Databases> {
  const names = Array.from({ length: DATABASES }, (_, at) => `DB${at}`)
  const miniflare = new Miniflare({
    ...COMPATIBILITY,
    modules: true,
    script: 'export default { fetch: () => new Response() }',
    d1Databases: names,
  })
  await miniflare.ready
  return {
    async fresh() {
      const name = names.pop()
      if (name === undefined) throw new RangeError(`expected at most ${DATABASES} databases`)
      return miniflare.getD1Database(name)
    },
    close: () => miniflare.dispose(),
  }
}

/** Databases one workerd is started with. */
const DATABASES = 64
