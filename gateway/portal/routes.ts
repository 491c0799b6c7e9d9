/** The pages over HTTP: the public ones, signing in, and the desk. */
import { Hono } from 'hono'
import type { Env } from '../http/caller.ts'
import { deskRoutes } from './desk/routes.ts'
import { ACTING_HEADERS, signInPage } from './index.ts'
import { pageOptions } from './public/answer-page.ts'
import { publicRoutes } from './public/routes.ts'
import { mayActAsPeople, sandboxRoutes } from './sandbox-routes.ts'

export { notFound } from './public/answer-page.ts'

/** `/desk…` and every public page. */
export function portalRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.route('/', publicRoutes())
  routes.get('/desk/sign-in', async (c) => {
    const { origin, sandbox } = c.get('gateway').config
    const to = c.req.query('to')
    const back = to === undefined ? {} : { query: `to=${encodeURIComponent(to)}` }
    return c.html(
      await signInPage({ origin, sandbox, people: mayActAsPeople(c.get('gateway')) }, { ...pageOptions(c), ...back }),
      200,
      ACTING_HEADERS,
    )
  })
  routes.route('/desk', deskRoutes())
  routes.route('/sandbox', sandboxRoutes())
  return routes
}
