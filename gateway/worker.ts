/** The Cloudflare Workers entry: D1 is the store, R2 keeps evidence, secrets and variables are keys and configuration. One gateway an isolate. */
import { randomBytes } from 'node:crypto'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import type { FormatLimits } from '../adapters/types.ts'
import { createApp } from './app.ts'
import { Problem, problemDocument } from './errors/problem.ts'
import { openGateway } from './gateway.ts'
import { importPrivateJwk, importPublicJwk, type PublicJwk, thumbprint } from './identity/jwk.ts'
import { openStreams } from './live/streams.ts'
import { consoleLog, consoleSecurity } from './operations/console.ts'
import { isLoopback } from './operations/loopback.ts'
import { quietOperations } from './operations/quiet.ts'
import { openRates, UNLIMITED } from './operations/rates.ts'
import type { Operations } from './operations/types.ts'
import { type R2Binding, r2Blobs } from './store/blob-r2.ts'
import type { D1Binding } from './store/d1/binding.ts'
import { openD1Store } from './store/d1/store.ts'

/** What the Worker is given (wrangler.toml). Keys are JWKs as JSON text: the two private ones are secrets. */
export interface WorkerEnv {
  readonly DB: D1Binding
  readonly EVIDENCE: R2Binding
  /** Signs checkpoints; Ed25519. */
  readonly LOG_KEY: string
  /** Signs receipts and answers. */
  readonly GATEWAY_KEY: string
  /** The address callers use: scheme and host, no path. */
  readonly ORIGIN: string
  /** The ledger's name in checkpoints. */
  readonly LOG: string
  readonly CONTACT: string
  /** `true` for a sandbox. */
  readonly SANDBOX: string
  /** Each party's root public key, got from the party itself. */
  readonly ROOT_CQ: string
  readonly ROOT_SC: string
  /** Witnesses' keys between blanks, as `chuanyu witness --key` prints them; may be left out. */
  readonly WITNESSES?: string
}

/** What keeps a request's work going after its answer, or without a listener. */
export interface WorkerContext {
  waitUntil(work: Promise<unknown>): void
}

/**
 * What a file may be on Workers: an isolate has 128 MB, and D1 takes 2,000,000 bytes a row. Of a submission's row, 64 bytes a record
 * are hashes and salts, so 5,000 records make 320,000; texts travel apart in chunks of a million bytes.
 */
export const WORKER_LIMITS: FormatLimits = {
  ...FORMAT_LIMITS,
  bytes: 2 * 1024 * 1024,
  rows: 5_000,
  unzipped: 24 * 1024 * 1024,
}

type App = ReturnType<typeof createApp>

let opened: Promise<App> | null = null

function log(error: unknown): void {
  const told = error instanceof Error ? error.stack : String(error)
  console.error(JSON.stringify({ level: 'error', time: new Date().toISOString(), error: told }))
}

function text(env: WorkerEnv, name: Exclude<keyof WorkerEnv, 'DB' | 'EVIDENCE'>): string {
  const value: unknown = env[name]
  if (typeof value !== 'string' || value === '') throw new TypeError(`expected the variable or secret ${name}`)
  return value
}

/** Lines go to the runtime's own log; limits hold in this isolate alone; the address is the one the edge saw. */
function operationsOf(origin: string, sandbox: boolean): Operations {
  const sink = (line: string): void => console.log(line)
  return quietOperations({
    log: consoleLog(sink, Date.now, sandbox ? 'error' : 'info'),
    security: consoleSecurity(sink, Date.now),
    rates: sandbox && isLoopback(origin) ? UNLIMITED : openRates(),
    // The edge sets it, whatever a caller sends.
    address: (request) => request.headers.get('cf-connecting-ip') ?? 'unknown',
    told: () => ({ origin, sandbox, runtime: 'workers' }),
  })
}

/** What production does not begin with, as on Node. Throws TypeError. */
function mustBeFit(env: WorkerEnv, origin: string, roots: readonly PublicJwk[]): void {
  if (env.SANDBOX === 'true') return
  if (origin.startsWith('http:') && !isLoopback(origin))
    throw new TypeError(`expected ORIGIN as https://…, got ${origin}`)
  if (new Set(roots.map(thumbprint)).size < roots.length) throw new TypeError('expected ROOT_CQ and ROOT_SC to differ')
}

async function open(env: WorkerEnv): Promise<App> {
  const origin = text(env, 'ORIGIN')
  if (new URL(origin).origin !== origin) throw new TypeError(`expected ORIGIN as scheme://host[:port], got ${origin}`)
  const root = (name: 'ROOT_CQ' | 'ROOT_SC'): PublicJwk => importPublicJwk(JSON.parse(text(env, name))).jwk
  const now = Date.now
  const [cq, sc] = [root('ROOT_CQ'), root('ROOT_SC')]
  mustBeFit(env, origin, [cq, sc])
  const gateway = await openGateway(
    {
      origin,
      log: text(env, 'LOG'),
      sandbox: env.SANDBOX === 'true',
      contact: text(env, 'CONTACT'),
      witnesses: (env.WITNESSES ?? '').split(/\s+/).filter((key) => key !== ''),
      roots: [
        { party: 'cq', jwk: cq },
        { party: 'sc', jwk: sc },
      ],
      logKey: importPrivateJwk(JSON.parse(text(env, 'LOG_KEY'))),
      gatewayKey: importPrivateJwk(JSON.parse(text(env, 'GATEWAY_KEY'))),
    },
    {
      store: await openD1Store({ binding: env.DB, now }),
      blobs: r2Blobs(env.EVIDENCE),
      now,
      random: (bytes) => randomBytes(bytes),
      limits: WORKER_LIMITS,
      shared: true,
      streams: openStreams({ wakes: false }),
      operations: operationsOf(origin, env.SANDBOX === 'true'),
    },
  )
  return createApp(gateway)
}

/** The isolate's app; one that could not be opened is tried again by the next request. */
async function appOf(env: WorkerEnv): Promise<App> {
  const opening = opened ?? open(env)
  opened = opening
  try {
    return await opening
  } catch (error) {
    if (opened === opening) opened = null
    throw error
  }
}

function refusal(problem: Problem, env: WorkerEnv): Response {
  const { retryAfter } = problem.extra
  return new Response(JSON.stringify(problemDocument(problem, env.ORIGIN)), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}

async function answer(request: Request, env: WorkerEnv): Promise<Response> {
  try {
    return await (await appOf(env)).fetch(request)
  } catch (error) {
    log(error)
    return refusal(new Problem('internal'), env)
  }
}

/** How long a request may take, ms. */
const PATIENCE = 20_000

/**
 * The answer, or a refusal when it does not come. A request may wait for what another one has begun, a commit or a first read.
 * The timer tells workerd that it waits, which would otherwise be taken for hanging; and if the other was ended by
 * the runtime and will never finish, the next request starts with a gateway of its own.
 */
async function inTime(work: Promise<Response>, env: WorkerEnv): Promise<Response> {
  const app = opened
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Response>((resolve) => {
    timer = setTimeout(() => {
      if (opened === app) opened = null
      log(new Error(`no answer within ${PATIENCE} ms`))
      resolve(refusal(new Problem('queue-full', { retryAfter: 5 }), env))
    }, PATIENCE)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

export default {
  fetch(request: Request, env: WorkerEnv, context: WorkerContext): Promise<Response> {
    const work = inTime(answer(request, env), env)
    // A caller who leaves must not take along the commit under way, which others may wait for.
    context.waitUntil(work)
    return work
  },
}
