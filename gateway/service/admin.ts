/** What the three administrators read (三员分立): the system one how it runs, the security one what was refused, the auditor both. */
import { Hono } from 'hono'
import { json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { invalid, readInteger, readQuery } from '../http/query.ts'
import { LOG_LIMITS } from '../ledger/limits.ts'
import { readiness } from './readiness.ts'

/** Lines a page of the security log. */
export const SECURITY_PAGE = { standard: 100, most: 1000 } as const

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** `/v1/admin/…` */
export function adminRoutes(version: string): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/status', async (c) => {
    const gateway = c.get('gateway')
    readQuery(c.req.url, [])
    const { config, log, operations, streams } = gateway
    const ready = await readiness(gateway, (error) => operations.log.error(error, c.get('requestId')))
    const roots = Object.fromEntries(config.roots.map(({ party, jwk }) => [party, jwk]))
    return json(c, {
      version,
      sandbox: config.sandbox,
      ready,
      queue: { waiting: log.waiting(), limit: LOG_LIMITS.queue, group: LOG_LIMITS.group },
      streams: streams.count(),
      keys: { log: config.logKey.kid, gateway: config.gatewayKey.kid, roots },
      configuration: operations.told(),
    })
  })
  routes.get('/security-log', async (c) => {
    const { after, day, limit } = readQuery(c.req.url, ['after', 'day', 'limit'])
    if (day !== undefined && !DAY.test(day))
      throw invalid('day', day, '应为日期，例：2026-11-26', 'expected a day, as 2026-11-26')
    const page = await c.get('gateway').operations.security.read({
      after: after === undefined ? null : readInteger('after', after, 0, Number.MAX_SAFE_INTEGER),
      day: day ?? null,
      limit: limit === undefined ? SECURITY_PAGE.standard : readInteger('limit', limit, 1, SECURITY_PAGE.most),
    })
    const { kept, lines, next, days } = page
    // As they were written, so that their hashes can be made again.
    return json(c, { kept, days, lines, next })
  })
  return routes
}
