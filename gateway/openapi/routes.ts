/** HTTP for the OpenAPI document. */
import { Hono } from 'hono'
import { cached } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { openApiDocument } from './document.ts'

/** `/openapi.json` */
export function openApiRoutes(version: string): Hono<Env> {
  const routes = new Hono<Env>()
  let body: string | undefined
  routes.get('/openapi.json', (c) => {
    const { config, contracts } = c.get('gateway')
    body ??= JSON.stringify(openApiDocument({ origin: config.origin, version, contracts }))
    return cached(c, { contentType: 'application/json; charset=utf-8', body })
  })
  return routes
}
