/** What an operator and a newcomer ask first: alive, ready, which version, which keys, whom to tell of a hole (RFC 9116). */
import { Hono } from 'hono'
import { answer, cachedJson, json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { adminRoutes } from './admin.ts'
import { readiness } from './readiness.ts'

/** `/healthz`, `/readyz`, `/version`, `/.well-known/…`, `/v1/admin/…` */
export function serviceRoutes(version: string): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => json(c, { status: 'ok' }))
  routes.get('/readyz', async (c) => {
    const gateway = c.get('gateway')
    const found = await readiness(gateway, (error) => gateway.operations.log.error(error, c.get('requestId')))
    return json(c, found, { status: found.status === 'ready' ? 200 : 503 })
  })
  routes.get('/version', (c) => cachedJson(c, { name: 'chuanyu', version, sandbox: c.get('gateway').config.sandbox }))
  routes.get('/.well-known/jwks.json', (c) => {
    const { gatewayKey, logKey } = c.get('gateway').config
    const keys = [gatewayKey, logKey].map(({ jwk, kid }) => ({ ...jwk, kid, use: 'sig' }))
    return cachedJson(c, { keys })
  })
  routes.get('/.well-known/security.txt', (c) => {
    const { config, now } = c.get('gateway')
    const expires = new Date(now() + 180 * 86_400_000).toISOString().slice(0, 19)
    const lines = [
      `Contact: ${config.contact}`,
      `Expires: ${expires}Z`,
      'Preferred-Languages: zh, en',
      `Canonical: ${config.origin}/.well-known/security.txt`,
    ]
    return answer(c, { contentType: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` })
  })
  routes.route('/v1/admin', adminRoutes(version))
  return routes
}
