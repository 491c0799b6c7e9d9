/** HTTP for releases, for anyone. The page of a release is the portal's. */
import { type Context, Hono } from 'hono'
import { storedJws } from '../documents/cosign.ts'
import { Problem } from '../errors/problem.ts'
import { cached } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { JOSE_JSON } from '../http/jose.ts'
import { localInstant } from '../http/times.ts'
import { XLSX } from '../http/xlsx.ts'
import { creditList, creditRowsJson, isCreditList } from './credit-list.ts'
import { DOWNLOAD_FORMS, downloadOf } from './downloads/index.ts'
import { proofOf } from './proof.ts'
import { publicReleases, type ReleaseEntry } from './releases.ts'

/** What a release can be had as: by extension, else by `Accept`. A browser that asks for HTML is sent to the page. */
type Form = 'json' | 'jws' | 'page' | keyof typeof DOWNLOAD_FORMS

function isDownload(form: string): form is keyof typeof DOWNLOAD_FORMS {
  return Object.hasOwn(DOWNLOAD_FORMS, form)
}

function formOf(c: Context<Env>, extension: string | undefined): Form {
  if (extension === 'json' || extension === 'jws') return extension
  if (extension !== undefined) {
    if (isDownload(extension)) return extension
    throw new Problem('not-acceptable', { value: extension })
  }
  const accept = c.req.header('accept') ?? ''
  if (accept.includes(JOSE_JSON)) return 'jws'
  if (accept.includes(XLSX)) return 'xlsx'
  if (accept.includes('application/geo+json')) return 'geojson'
  if (accept.includes('text/csv')) return 'csv'
  return accept.includes('text/html') ? 'page' : 'json'
}

/** `rows` is JSON text of what the payload commits to without having it in it; null where there is none. */
function releaseJson(entry: ReleaseEntry, rows: string | null): string {
  const { document, publishedAt, supersededBy, signedAt } = entry
  const signatures = document.signatures.map(({ party, kid, index }, at) => ({
    party,
    kid,
    ledgerIndex: index,
    time: signedAt[at] ?? null,
  }))
  const publishedAtLocal = publishedAt === null ? null : localInstant(Date.parse(publishedAt))
  const head = { digest: document.digest, publishedAt, publishedAtLocal, supersededBy, signatures }
  return `${JSON.stringify(head).slice(0, -1)}${rows === null ? '' : `,"rows":${rows}`},"release":${document.payload}}`
}

async function published(c: Context<Env>, id: string): Promise<ReleaseEntry> {
  const { releases, now } = c.get('gateway')
  const entry = publicReleases(await releases.all(), now()).find(({ release }) => release.id === id)
  if (!entry) throw new Problem('release-unknown', { value: id })
  return entry
}

/** `/v1/releases…` */
export function releaseRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const gateway = c.get('gateway')
    const releases = publicReleases(await gateway.releases.all(), gateway.now())
      .map(({ release, document, publishedAt, supersededBy }) => {
        const { id, type, title, period, supersedes } = release
        return {
          id,
          product: type,
          title,
          period,
          digest: document.digest,
          publishedAt,
          supersedes: supersedes?.id ?? null,
          supersededBy,
        }
      })
      .reverse()
    return cached(c, { contentType: 'application/json; charset=utf-8', body: JSON.stringify({ releases }) })
  })
  routes.get('/:id/proof', async (c) => {
    const gateway = c.get('gateway')
    const entry = await published(c, c.req.param('id'))
    const { release, document } = entry
    const list = isCreditList(entry) ? await creditList(gateway, entry) : null
    const name = list ? `${release.id} ${list.edition}` : release.id
    const body = await proofOf(gateway, name, document, list?.withheld)
    const headers = { 'content-disposition': `attachment; filename="${release.id}.bundle.json"` }
    return cached(c, { contentType: 'application/json; charset=utf-8', body, headers })
  })
  routes.get('/:id', async (c) => {
    const [, id = '', extension] = /^(.*?)(?:\.([a-z]+))?$/.exec(c.req.param('id')) ?? []
    const gateway = c.get('gateway')
    const entry = await published(c, id)
    const headers = { vary: 'accept' }
    const save = (name: string): Record<string, string> => ({
      ...headers,
      'content-disposition': `attachment; filename="${id}.${name}"`,
    })
    const form = formOf(c, extension)
    switch (form) {
      case 'jws':
        return cached(c, {
          contentType: JOSE_JSON,
          body: JSON.stringify(storedJws(entry.document)),
          headers: save('jws'),
        })
      case 'page':
        return c.redirect(`/releases/${id}`, 303)
      case 'json': {
        const rows = isCreditList(entry) ? await creditRowsJson(gateway, entry) : null
        return cached(c, { contentType: 'application/json; charset=utf-8', body: releaseJson(entry, rows), headers })
      }
      default: {
        const { contentType, print, headers: own } = DOWNLOAD_FORMS[form]
        const rows = isCreditList(entry) ? (await creditList(gateway, entry)).rows : []
        const body = await print(downloadOf(gateway, entry, rows))
        if (body === null) throw new Problem('not-acceptable', { value: form })
        return cached(c, { contentType, body, headers: { ...save(form), ...own } })
      }
    }
  })
  return routes
}
