/** The Hono app: one object for Node and Workers, built over an open gateway. */
import { Hono } from 'hono'
import packageJson from '../package.json' with { type: 'json' }
import { creditRoutes } from './credit/routes.ts'
import { contractRoutes } from './documents/contracts.ts'
import { keyRoutes, registryRoutes } from './documents/routes.ts'
import { toProblem } from './errors/map.ts'
import { Problem, problemDocument } from './errors/problem.ts'
import { recordRoutes } from './exchange/routes.ts'
import { templateRoutes } from './forms/routes.ts'
import type { Gateway } from './gateway.ts'
import { type Env, guard } from './http/caller.ts'
import { observe } from './http/observe.ts'
import { packageRoutes } from './intake/packages.ts'
import { normaliseRoutes, submissionRoutes } from './intake/routes.ts'
import { LedgerHeld } from './ledger/log.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { notFound, portalRoutes } from './portal/routes.ts'
import { consultationRoutes } from './release/consultation/routes.ts'
import { dutyRoutes } from './release/duty/routes.ts'
import { feedRoutes } from './release/feed/routes.ts'
import { releaseRoutes } from './release/routes.ts'
import { scoreRoutes } from './scores/routes.ts'
import { serviceRoutes } from './service/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { standardRoutes, warningRoutes } from './standards/routes.ts'

/** Where unexpected failures go; the caller is told nothing of them. */
export type ErrorSink = (error: unknown) => void

/** What a caller sends that is no call of ours gets a page when a person asks, a problem document otherwise. */
function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false
}

/** What a gateway says of itself, also while its store cannot be read. */
const OF_ITSELF: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/version'])

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Builds the app. `onError` hears of failures that are not the caller's doing. */
export function createApp(gateway: Gateway, onError: ErrorSink = () => undefined): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('gateway', gateway)
    await next()
  })
  app.use(observe())
  if (gateway.shared) {
    app.use(async (c, next) => {
      await gateway.log.refresh().catch((error: unknown) => {
        if (OF_ITSELF.has(c.req.path)) return
        // Whoever would write is told what it waits for.
        throw gateway.held() && !READS.has(c.req.method) ? new LedgerHeld() : error
      })
      await next()
    })
  }
  app.use(guard())
  app.route('/', portalRoutes())
  app.route('/', serviceRoutes(packageJson.version))
  app.route('/', openApiRoutes(packageJson.version))
  app.route('/v1/session', sessionRoutes())
  app.route('/v1/keys', keyRoutes())
  app.route('/v1/contracts', templateRoutes())
  app.route('/v1/contracts', contractRoutes())
  app.route('/v1/registry', registryRoutes())
  app.route('/v1/standards', standardRoutes())
  app.route('/v1/warnings', warningRoutes())
  app.route('/v1/submissions', submissionRoutes())
  app.route('/v1/packages', packageRoutes())
  app.route('/v1/normalise', normaliseRoutes())
  app.route('/v1/records', recordRoutes())
  app.route('/v1/credit', creditRoutes())
  app.route('/v1/ledger', ledgerRoutes())
  app.route('/v1/consultations', consultationRoutes())
  app.route('/v1/duty', dutyRoutes())
  app.route('/', feedRoutes())
  app.route('/v1/releases', releaseRoutes())
  app.route('/v1/scores', scoreRoutes())
  // What the matrix names and nothing here answers yet is refused like any other unknown address.
  app.notFound((c) => {
    throw new Problem('not-found', { pointer: c.req.path })
  })
  app.onError(async (error, c) => {
    const problem = toProblem(error)
    if (problem.status >= 500) onError(error)
    if (problem.code === 'internal' || problem.code === 'store-unavailable')
      gateway.operations.log.error(error, c.get('requestId') ?? null)
    if (problem.code === 'not-found' && wantsPage(c.req.header('accept'))) return notFound(c)
    const { retryAfter, allow } = problem.extra
    return new Response(JSON.stringify(problemDocument(problem, gateway.config.origin)), {
      status: problem.status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-content-type-options': 'nosniff',
        ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
        ...(allow === undefined ? {} : { allow: allow.join(', ') }),
      },
    })
  })
  return app
}
