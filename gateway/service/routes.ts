/** What an operator and a newcomer ask first: alive, ready, which version, which keys, whom to tell of a hole (RFC 9116). */
import { Hono } from 'hono'
import { json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'

/** `/healthz`, `/readyz`, `/version`, `/.well-known/…` */
export function serviceRoutes(version: string): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => json(c, { status: 'ok' }))
  routes.get('/readyz', async (c) => {
    const { store, log, standing, now, threads } = c.get('gateway')
    const stored = await store.head()
    const state = threads?.state()
    const checks = {
      store: stored.size >= log.head().size,
      contracts: standing.contracts().some(({ state }) => state === 'in-force'),
      register: standing.registry('sections') !== undefined,
      // The ledger's time never runs back, so a clock behind it shows here.
      clock: now() >= stored.time,
      ...(state ? { writer: state.writer.works, preparing: state.preparing.works } : {}),
    }
    // Told as found; whoever asks again finds it started anew, if that can be.
    if (threads && state && !(state.writer.works && state.preparing.works)) void threads.revive()
    const ready = Object.values(checks).every(Boolean)
    const drift = Math.max(0, stored.time - now())
    const body = {
      status: ready ? 'ready' : 'not-ready',
      checks,
      ledger: { size: stored.size, waiting: log.waiting(), clockBehindMs: drift },
      ...(state ? { threadsEnded: { writer: state.writer.ended, preparing: state.preparing.ended } } : {}),
    }
    return json(c, body, { status: ready ? 200 : 503 })
  })
  routes.get('/version', (c) => json(c, { name: 'chuanyu', version, sandbox: c.get('gateway').config.sandbox }))
  routes.get('/.well-known/jwks.json', (c) => {
    const { gatewayKey, logKey } = c.get('gateway').config
    const keys = [gatewayKey, logKey].map(({ jwk, kid }) => ({ ...jwk, kid, use: 'sig' }))
    return json(c, { keys })
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
    return c.text(`${lines.join('\n')}\n`)
  })
  return routes
}
