/** The public pages over HTTP: read-only, no scripts, no cookies. */
import { type Context, Hono } from 'hono'
import type { Bilingual } from '../../contracts/types.ts'
import { Problem, problemDocument } from '../errors/problem.ts'
import { ERRORS, type ErrorCode, isErrorCode } from '../errors/table.ts'
import type { Gateway } from '../gateway.ts'
import type { Env } from '../http/caller.ts'
import { pathAndQuery } from '../http/paths.ts'
import type { ReleaseEntry } from '../release/releases.ts'
import { standardsComparison } from '../standards/compare/comparison.ts'
import {
  ASSET_CACHE,
  comparisonPage,
  errorPage,
  errorsPage,
  type Html,
  homePage,
  langOf,
  notFoundPage,
  PAGE_HEADERS,
  type PageOptions,
  PORTAL_ASSETS,
  type ReleaseItem,
  type ReleaseView,
  releasePage,
  releasesPage,
} from './index.ts'

/** `中文 · English` as both; a name in one language serves for both. */
function bilingual(name: string): Bilingual {
  const [zh = name, en = zh] = name.split(' · ')
  return { zh, en }
}

function releaseView(gateway: Gateway, entry: ReleaseEntry): ReleaseView {
  const { bulletin, document, supersededBy, signedAt } = entry
  const { keys } = gateway.standing.keys()
  return {
    bulletin,
    digest: document.digest,
    publishedAt: entry.publishedAt ?? '',
    supersededBy,
    origin: gateway.config.origin,
    originators: bulletin.originators,
    review: bulletin.review,
    signatures: document.signatures.map(({ party, kid, index }, at) => ({
      party,
      kid,
      agency: bilingual(keys.get(kid)?.agency ?? ''),
      post: bilingual(keys.get(kid)?.operator ?? ''),
      time: signedAt[at] ?? '',
      ledgerIndex: index,
    })),
  }
}

async function published(gateway: Gateway): Promise<readonly ReleaseEntry[]> {
  return (await gateway.releases.all()).filter((entry) => entry.publishedAt !== null).reverse()
}

function item({ bulletin, publishedAt, supersededBy }: ReleaseEntry): ReleaseItem {
  const { id, title, period, supersedes } = bulletin
  return { id, title, period, publishedAt: publishedAt ?? '', supersededBy, supersedes: supersedes?.id ?? null }
}

function pageOptions(c: Context<Env>): PageOptions {
  const path = pathAndQuery(c.req.url).split('?', 1)[0] ?? '/'
  return { lang: langOf(c.req.query('lang')), path }
}

async function page(c: Context<Env>, content: Html, status: 200 | 404 = 200): Promise<Response> {
  return c.html(await content, status, { ...PAGE_HEADERS, 'cache-control': 'no-cache' })
}

/** The 404 page, for people. */
export function notFound(c: Context<Env>): Promise<Response> {
  return page(c, notFoundPage({ sandbox: c.get('gateway').config.sandbox }, pageOptions(c)), 404)
}

function errorView(code: ErrorCode, gateway: Gateway) {
  const { status, title, what, fix } = ERRORS[code]
  const example = JSON.stringify(problemDocument(new Problem(code), gateway.config.origin), null, 2)
  return { code, status, title, what, fix, example, sandbox: gateway.config.sandbox }
}

/** `/`, `/releases…`, `/standards/comparison`, `/errors…`, `/assets…` */
export function portalRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const gateway = c.get('gateway')
    const entries = await published(gateway)
    const latest = entries.find((entry) => entry.supersededBy === null)
    const view = {
      latest: latest ? releaseView(gateway, latest) : null,
      releases: entries.map(item),
      sandbox: gateway.config.sandbox,
      now: gateway.now(),
    }
    return page(c, homePage(view, pageOptions(c)))
  })
  routes.get('/releases', async (c) => {
    const gateway = c.get('gateway')
    return page(
      c,
      releasesPage({ releases: (await published(gateway)).map(item), sandbox: gateway.config.sandbox }, pageOptions(c)),
    )
  })
  routes.get('/releases/:id', async (c) => {
    const gateway = c.get('gateway')
    const entry = await gateway.releases.find(c.req.param('id'))
    return entry && entry.publishedAt !== null
      ? page(c, releasePage(releaseView(gateway, entry), pageOptions(c)))
      : notFound(c)
  })
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
