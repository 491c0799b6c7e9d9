/** The sandbox's page and its sample keys over HTTP: on this machine alone, for a gateway that is a sandbox and was given people. */
import { type Context, Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import type { Gateway } from '../gateway.ts'
import type { Env } from '../http/caller.ts'
import { ACTING_HEADERS } from './headers.ts'
import { pageOptions } from './public/answer-page.ts'
import { causeFailure, failuresView } from './sandbox-failures.ts'
import { sandboxPage } from './sandbox-page.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** Whether anybody may act as its people: a sandbox, with some, at an address that does not leave the machine. */
export function mayActAsPeople({ config, people }: Pick<Gateway, 'config' | 'people'>): boolean {
  const { protocol, hostname } = new URL(config.origin)
  return config.sandbox && people.length > 0 && protocol === 'http:' && LOOPBACK.has(hostname)
}

/** As an address that is none: nothing tells whether there are people elsewhere. */
const missing = (c: Context<Env>): Problem => new Problem('not-found', { pointer: c.req.path })

/** Whether a page of our own asks, and by our own name: another site may point its name at this machine. */
function isOurs(c: Context<Env>): boolean {
  const site = c.req.header('sec-fetch-site')
  const { host } = new URL(c.get('gateway').config.origin)
  return c.req.header('host') === host && (site === undefined || site === 'same-origin')
}

/** A write, also by a browser that says no more than its Origin. From a page without a referrer that is `null`, which anybody's page may send. */
function isOurWrite(c: Context<Env>): boolean {
  const origin = c.req.header('origin')
  const told = c.req.header('sec-fetch-site') !== undefined
  return isOurs(c) && (told || origin === undefined || origin === c.get('gateway').config.origin)
}

/** `/sandbox`, `/sandbox/keys/{name}`, `/sandbox/failures`; 404 wherever nobody is to be played. */
export function sandboxRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const gateway = c.get('gateway')
    if (!mayActAsPeople(gateway)) throw missing(c)
    const { people, config } = gateway
    const view = { people, origin: config.origin, failures: await failuresView(gateway) }
    return c.html(await sandboxPage(view, pageOptions(c)), 200, ACTING_HEADERS)
  })
  routes.get('/keys/:name', async (c) => {
    const gateway = c.get('gateway')
    const found = gateway.people.find(({ name }) => name === c.req.param('name'))
    if (!found || !mayActAsPeople(gateway) || !isOurs(c)) throw missing(c)
    const { operator, agency, jwk } = found
    return c.json({ operator, agency, jwk }, 200, {
      'cache-control': 'no-store, no-transform',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })
  routes.post('/failures', async (c) => {
    const caused = isOurWrite(c) && mayActAsPeople(c.get('gateway')) ? await causeFailure(c) : null
    if (!caused) throw missing(c)
    return caused
  })
  return routes
}
