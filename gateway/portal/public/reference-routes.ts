/** What is the same whatever was released: the comparison of standards, the problem types, and the pages' own files. */
import { Hono } from 'hono'
import { Problem, problemDocument } from '../../errors/problem.ts'
import { ERRORS, type ErrorCode, isErrorCode } from '../../errors/table.ts'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import { standardsComparison } from '../../standards/compare/comparison.ts'
import { ASSET_CACHE, comparisonPage, errorPage, errorsPage, PORTAL_ASSETS } from '../index.ts'
import { notFound, page, pageOptions } from './answer-page.ts'

function errorView(code: ErrorCode, gateway: Gateway) {
  const { status, title, what, fix } = ERRORS[code]
  const example = JSON.stringify(problemDocument(new Problem(code), gateway.config.origin), null, 2)
  return { code, status, title, what, fix, example, sandbox: gateway.config.sandbox }
}

/** `/standards/comparison`, `/errors…`, `/assets…` */
export function referenceRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/standards/comparison', (c) => {
    const { sandbox } = c.get('gateway').config
    return page(c, comparisonPage({ comparison: standardsComparison(), sandbox }, pageOptions(c)))
  })
  routes.get('/errors', (c) => {
    const { sandbox } = c.get('gateway').config
    const errors = Object.keys(ERRORS)
      .filter(isErrorCode)
      .map((code) => ({ code, status: ERRORS[code].status, title: ERRORS[code].title }))
    return page(c, errorsPage({ errors, sandbox }, pageOptions(c)))
  })
  routes.get('/errors/:code', (c) => {
    const code = c.req.param('code')
    return isErrorCode(code) ? page(c, errorPage(errorView(code, c.get('gateway')), pageOptions(c))) : notFound(c)
  })
  routes.get('/assets/:name', async (c) => {
    const asset = PORTAL_ASSETS.get(`/assets/${c.req.param('name')}`)
    if (!asset) return notFound(c)
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': ASSET_CACHE,
      'x-content-type-options': 'nosniff',
    })
  })
  return routes
}
