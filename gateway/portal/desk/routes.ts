/** The desk over HTTP, for people who are signed in: the guard has held their session and roles against the access matrix already. */
import { Hono } from 'hono'
import type { Env } from '../../http/caller.ts'
import { consultationPages } from './matrix/routes.ts'
import { deskPages } from './pages.ts'
import { scorePages } from './scores/routes.ts'

/** `/desk…`; a consultation's own page comes last, since its name may be anything. */
export function deskRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.route('/', deskPages())
  routes.route('/', scorePages())
  routes.route('/', consultationPages())
  return routes
}
