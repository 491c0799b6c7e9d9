/** `/docs…` over HTTP: the documents and the API reference. */
import { type Context, Hono } from 'hono'
import type { Env } from '../../http/caller.ts'
import { componentSchemas } from '../../openapi/document.ts'
import { documentPage, documentsPage } from '../docs/document-page.ts'
import { referenceGroupPage, referencePage } from '../docs/reference-page.ts'
import { notFound, page, pageOptions } from './answer-page.ts'

/** `/docs`, `/docs/reference`, `/docs/reference/<group>`, `/docs/<name>` */
export function docsRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const sandbox = (c: Context<Env>): boolean => c.get('gateway').config.sandbox
  routes.get('/docs', (c) => page(c, documentsPage({ sandbox: sandbox(c) }, pageOptions(c))))
  routes.get('/docs/reference', (c) => page(c, referencePage({ sandbox: sandbox(c) }, pageOptions(c))))
  routes.get('/docs/reference/:group', (c) => {
    const schemas = componentSchemas([])
    const found = referenceGroupPage(c.req.param('group'), { sandbox: sandbox(c), schemas }, pageOptions(c))
    return found ? page(c, found) : notFound(c)
  })
  routes.get('/docs/:name', (c) => {
    const found = documentPage(c.req.param('name'), { sandbox: sandbox(c) }, pageOptions(c))
    return found ? page(c, found) : notFound(c)
  })
  return routes
}
