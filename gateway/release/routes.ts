/** HTTP for consultations (partners) and releases (anyone). The page of a release is the portal's. */
import { type Context, Hono } from 'hono'
import type { PartyId } from '../../contracts/types.ts'
import { DOCUMENT_TYPES, documentEntry, storedJws, verifySignedOnce } from '../documents/cosign.ts'
import { Problem } from '../errors/problem.ts'
import { cached, json } from '../http/answer.ts'
import { type Caller, callerOf, type Env } from '../http/caller.ts'
import { JOSE_JSON, parseBody } from '../http/jose.ts'
import { readInstant } from '../http/query.ts'
import { buildBundle } from './bundle.ts'
import { type ConsultationRequest, draft, mayBeSigned, PRODUCT } from './consult.ts'
import { type ReleaseEntry, readBulletin } from './releases.ts'
import { releaseCsv, releaseGeoJson } from './table.ts'

const REASON_CHARACTERS = 500

function actorOf(caller: Caller): { party: PartyId; kid: string; nonce?: NonNullable<Caller['nonce']> } {
  return { party: caller.party, kid: caller.kid, ...(caller.nonce ? { nonce: caller.nonce } : {}) }
}

function bodyInvalid(pointer: string, zh: string, en: string): Problem {
  return new Problem('body-invalid', { pointer, detail: { zh, en } })
}

function isReason(value: unknown): value is string {
  // Both sides sign it, and half a surrogate pair cannot be signed.
  return typeof value === 'string' && value.trim() !== '' && value.length <= REASON_CHARACTERS && value.isWellFormed()
}

/** Reads `{product, period: {start, end}, corrects?, reason?}`. Throws Problem `body-invalid`. */
function readConsultation(body: unknown): ConsultationRequest {
  if (typeof body !== 'object' || body === null) throw bodyInvalid('', '应为 JSON 对象', 'expected a JSON object')
  const members = new Map<string, unknown>(Object.entries(body))
  for (const name of members.keys()) {
    if (!['product', 'period', 'corrects', 'reason'].includes(name))
      throw bodyInvalid(`/${name}`, '未知成员', 'unknown member')
  }
  if (members.get('product') !== PRODUCT) throw bodyInvalid('/product', `应为 ${PRODUCT}`, `expected ${PRODUCT}`)
  const period = members.get('period')
  if (typeof period !== 'object' || period === null || !('start' in period) || !('end' in period)) {
    throw bodyInvalid('/period', '应有 start 与 end', 'expected start and end')
  }
  const { start, end } = period
  if (typeof start !== 'string' || typeof end !== 'string')
    throw bodyInvalid('/period', 'start 与 end 应为时刻', 'expected instants')
  const corrects = members.get('corrects') ?? null
  const reason = members.get('reason') ?? null
  if (corrects !== null && typeof corrects !== 'string')
    throw bodyInvalid('/corrects', '应为发布编号', 'expected a release id')
  if (reason !== null && !isReason(reason)) {
    throw bodyInvalid('/reason', `应为 1–${REASON_CHARACTERS} 个字符`, `expected 1 to ${REASON_CHARACTERS} characters`)
  }
  return { start: readInstant('/period/start', start), end: readInstant('/period/end', end), corrects, reason }
}

function consultationState(entry: ReleaseEntry, all: readonly ReleaseEntry[]): Record<string, unknown> {
  const { bulletin, document, publishedAt, supersededBy } = entry
  const status =
    publishedAt !== null
      ? 'published'
      : mayBeSigned(entry, all)
        ? document.signatures.length > 0
          ? 'signed-by-one'
          : 'open'
        : 'closed'
  return {
    id: bulletin.id,
    product: bulletin.type,
    status,
    period: bulletin.period,
    digest: document.digest,
    supersedes: bulletin.supersedes?.id ?? null,
    supersededBy,
    publishedAt,
    signatures: document.signatures.map(({ party, kid, index }) => ({ party, kid, ledgerIndex: index })),
  }
}

async function consultation(c: Context<Env>): Promise<{ entry: ReleaseEntry; all: readonly ReleaseEntry[] }> {
  const { releases } = c.get('gateway')
  const all = await releases.all()
  const entry = all.find((one) => one.bulletin.id === c.req.param('id'))
  if (!entry) throw new Problem('consultation-unknown')
  return { entry, all }
}

async function consultationAnswer(c: Context<Env>, id: string, status = 200): Promise<Response> {
  const { releases } = c.get('gateway')
  const all = await releases.all()
  const entry = all.find((one) => one.bulletin.id === id)
  if (!entry) throw new Problem('consultation-unknown')
  const state = JSON.stringify(consultationState(entry, all))
  return json(c, `${state.slice(0, -1)},"payload":${entry.document.payload}}`, {
    status,
    headers: { location: `/v1/consultations/${id}` },
  })
}

/** `/v1/consultations…` */
export function consultationRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const all = await c.get('gateway').releases.all()
    return json(c, { consultations: all.map((entry) => consultationState(entry, all)).reverse() })
  })
  routes.post('/', async (c) => {
    const gateway = c.get('gateway')
    const caller = callerOf(c)
    const request = readConsultation(parseBody(caller.body))
    const document = await draft(gateway, request, await gateway.releases.all())
    const { keys } = readBulletin(document.payload)
    // The draft names the key lists it stands on; one that comes before it in the ledger would make it unverifiable.
    const underKeys = { cq: keys.cq.digest, sc: keys.sc.digest }
    const salt = gateway.random(16)
    const step = {
      type: 'consultation',
      document,
      isNew: true,
      signature: null,
      actor: actorOf(caller),
      salt,
      underKeys,
    } as const
    await gateway.log.append(documentEntry(step))
    return consultationAnswer(c, document.id.slice('release/'.length), 201)
  })
  routes.get('/:id', async (c) => consultationAnswer(c, (await consultation(c)).entry.bulletin.id))
  // In turn: of two drafts for one period, both one signature short, only the first to be completed may be published.
  routes.post('/:id/signatures', (c) => c.get('gateway').releases.inTurn(() => signDraft(c)))
  return routes
}

async function signDraft(c: Context<Env>): Promise<Response> {
  const { log, random, standing } = c.get('gateway')
  const caller = callerOf(c)
  const { entry, all } = await consultation(c)
  const { document } = entry
  const { payload, signature } = verifySignedOnce(parseBody(caller.body), DOCUMENT_TYPES.release, standing.signatory)
  if (signature.party !== caller.party) throw new Problem('other-party')
  if (payload !== document.payload) throw new Problem('payload-mismatch', { pointer: '/payload' })
  if (document.signatures.some((one) => one.party === signature.party)) throw new Problem('signature-exists')
  if (!mayBeSigned(entry, all)) throw new Problem('consultation-closed')
  await log.append(
    documentEntry({
      type: 'release-signature',
      document,
      isNew: false,
      signature,
      actor: actorOf(caller),
      salt: random(16),
    }),
  )
  return consultationAnswer(c, entry.bulletin.id, 201)
}

/** What a release can be had as: by extension, else by `Accept`. */
type Form = 'json' | 'jws' | 'csv' | 'geojson' | 'html'

function formOf(c: Context<Env>, extension: string | undefined): Form {
  if (
    extension === 'json' ||
    extension === 'jws' ||
    extension === 'csv' ||
    extension === 'geojson' ||
    extension === 'html'
  )
    return extension
  if (extension !== undefined) throw new Problem('not-acceptable', { value: extension })
  const accept = c.req.header('accept') ?? ''
  if (accept.includes(JOSE_JSON)) return 'jws'
  if (accept.includes('application/geo+json')) return 'geojson'
  if (accept.includes('text/csv')) return 'csv'
  return accept.includes('text/html') ? 'html' : 'json'
}

function releaseJson(entry: ReleaseEntry): string {
  const { document, publishedAt, supersededBy, signedAt } = entry
  const signatures = document.signatures.map(({ party, kid, index }, at) => ({
    party,
    kid,
    ledgerIndex: index,
    time: signedAt[at] ?? null,
  }))
  return `${JSON.stringify({ digest: document.digest, publishedAt, supersededBy, signatures }).slice(0, -1)},"release":${document.payload}}`
}

async function published(c: Context<Env>, id: string): Promise<ReleaseEntry> {
  const entry = await c.get('gateway').releases.find(id)
  if (!entry || entry.publishedAt === null) throw new Problem('release-unknown', { value: id })
  return entry
}

/** `/v1/releases…` */
export function releaseRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const all = await c.get('gateway').releases.all()
    const releases = all
      .filter((entry) => entry.publishedAt !== null)
      .map(({ bulletin, document, publishedAt, supersededBy }) => {
        const { id, type, title, period, supersedes } = bulletin
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
    const { bulletin, document } = await published(c, c.req.param('id'))
    const body = await gateway.releases.proof(bulletin.id, () => buildBundle({ ...gateway, release: document }))
    const headers = { 'content-disposition': `attachment; filename="${bulletin.id}.bundle.json"` }
    return cached(c, { contentType: 'application/json; charset=utf-8', body, headers })
  })
  routes.get('/:id', async (c) => {
    const [, id = '', extension] = /^(.*?)(?:\.([a-z]+))?$/.exec(c.req.param('id')) ?? []
    const entry = await published(c, id)
    const headers = { vary: 'accept' }
    const save = (name: string): Record<string, string> => ({
      ...headers,
      'content-disposition': `attachment; filename="${id}.${name}"`,
    })
    switch (formOf(c, extension)) {
      case 'jws':
        return cached(c, {
          contentType: JOSE_JSON,
          body: JSON.stringify(storedJws(entry.document)),
          headers: save('jws'),
        })
      case 'csv':
        return cached(c, { contentType: 'text/csv; charset=utf-8', body: releaseCsv(entry), headers: save('csv') })
      case 'geojson':
        return cached(c, {
          contentType: 'application/geo+json; charset=utf-8',
          body: releaseGeoJson(entry),
          headers: save('geojson'),
        })
      case 'html':
        return c.redirect(`/releases/${id}`, 303)
      default:
        return cached(c, { contentType: 'application/json; charset=utf-8', body: releaseJson(entry), headers })
    }
  })
  return routes
}
