/** HTTP for the standards the gateway judges by: each edition with its limits, when it is in force, its source and how sure we are. */
import { Hono } from 'hono'
import { STANDARDS, standardById } from '../../contracts/standards/index.ts'
import { Problem } from '../errors/problem.ts'
import { cached, json } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'

/** `/v1/standards…`; a standard goes by its slug (`gb3838-2002`). */
export function standardRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (c) =>
    json(c, {
      standards: STANDARDS.map(({ id, slug, edition, title, inForce, source, confidence }) => {
        return { id, slug, edition, title, inForce, source, confidence }
      }),
    }),
  )
  routes.get('/:slug', (c) => {
    const standard = standardById(c.req.param('slug'))
    if (!standard) throw new Problem('not-found', { value: c.req.param('slug') })
    return cached(c, { contentType: 'application/json; charset=utf-8', body: JSON.stringify(standard) })
  })
  return routes
}
