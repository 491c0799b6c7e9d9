/** The public pages over HTTP, a file a family: read-only, no cookies, no scripts. */
import { Hono } from 'hono'
import type { Env } from '../../http/caller.ts'
import { cityRoutes } from './city-routes.ts'
import { contractPageRoutes } from './contract-routes.ts'
import { creditPageRoutes } from './credit-routes.ts'
import { docsRoutes } from './docs-routes.ts'
import { helpRoutes } from './help-routes.ts'
import { referenceRoutes } from './reference-routes.ts'
import { releasePageRoutes } from './release-routes.ts'
import { riverRoutes } from './river-routes.ts'

/** Every page that anybody may read. */
export function publicRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  for (const family of [
    releasePageRoutes,
    cityRoutes,
    riverRoutes,
    contractPageRoutes,
    creditPageRoutes,
    helpRoutes,
    docsRoutes,
    referenceRoutes,
  ])
    routes.route('/', family())
  return routes
}
