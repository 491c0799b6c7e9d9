/** The desk's list, the page that starts a consultation, the check page, the minutes and one's own submissions, over HTTP. */
import { type Context, Hono } from 'hono'
import { canonical } from '../../../contracts/jcs.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import type { Env } from '../../http/caller.ts'
import type { Consultation } from '../../release/consultation/consultations.ts'
import { minutesOf } from '../../release/consultation/read-minutes.ts'
import { isSeenBy } from '../../release/consultation/state.ts'
import { pageOptions } from '../public/answer-page.ts'
import { checkPage } from './check/page.ts'
import { type CheckAsked, checkView } from './check/view.ts'
import { deskPage } from './layout.ts'
import { deskListPage } from './list/page.ts'
import { deskListView, readFilter } from './list/view.ts'
import { minutesPage } from './minutes-page.ts'
import { newPage } from './new/page.ts'
import { newView } from './new/view.ts'
import { personOf } from './person.ts'
import { submissionPage } from './submission-page.ts'

const NONCE_BYTES = 16

/** JWS names of the algorithms that keys are listed under. */
const JWS_NAMES: ReadonlyMap<string, string> = new Map([
  ['ed25519', 'Ed25519'],
  ['ecdsa-p256-sha256', 'ES256'],
  ['sm2-sm3', 'SM2SM3'],
])

/** What the language link keeps of a query. */
function queryOf(c: Context<Env>): { readonly query: string } {
  const asked = new URL(c.req.url).searchParams
  asked.delete('lang')
  return { query: asked.toString() }
}

function algOf({ standing }: Gateway, kid: string): string {
  const alg = standing.keys().keys.get(kid)?.alg ?? ''
  return JWS_NAMES.get(alg) ?? alg
}

/** As an address that is none; who asks for a page gets one that says so. */
const missing = (c: Context<Env>): Problem => new Problem('not-found', { pointer: c.req.path })

/** The consultation an address names. Throws Problem `not-found` where the reader may not know of it. */
async function find(c: Context<Env>): Promise<Consultation> {
  const found = await c.get('gateway').consultations.find(c.req.param('id') ?? '')
  if (!found || !isSeenBy(found.state, personOf(c).party)) throw missing(c)
  return found
}

async function list(c: Context<Env>): Promise<Response> {
  const view = await deskListView(
    c.get('gateway'),
    personOf(c),
    readFilter((name) => c.req.query(name)),
  )
  return deskPage(c, deskListPage(view, pageOptions(c)))
}

async function start(c: Context<Env>): Promise<Response> {
  const gateway = c.get('gateway')
  const person = personOf(c)
  const field = (name: string): string => c.req.query(name) ?? ''
  const [about, from, to, reason, embargo] = ['about', 'from', 'to', 'reason', 'embargo'].map(field)
  const asked = { about: about ?? '', from: from ?? '', to: to ?? '', reason: reason ?? '', embargo: embargo ?? '' }
  const view = await newView(gateway, person, { product: field('product'), asked, sent: field('sent') === '1' })
  return deskPage(c, newPage(view, { ...pageOptions(c), ...queryOf(c), alg: algOf(gateway, person.kid) }))
}

/** The step by which the reader would agree, as canonical text. */
function agreementTo({ random }: Gateway, id: string, { digest, seen }: { digest: string; seen: number }): string {
  const nonce = Buffer.from(random(NONCE_BYTES)).toString('base64url')
  return canonical({ act: { type: 'agree', digest }, consultation: id, nonce, seen, type: 'consultation-step', v: 1 })
}

function askedOf(c: Context<Env>): CheckAsked {
  const since = c.req.query('since') ?? ''
  const done = c.req.query('done')
  return {
    since: /^\d{1,15}$/.test(since) ? Number(since) : null,
    done: done === 'agree' || done === 'sign' || done === 'object' ? done : null,
  }
}

async function check(c: Context<Env>): Promise<Response> {
  const found = await find(c)
  const gateway = c.get('gateway')
  const person = personOf(c)
  const view = await checkView(gateway, found, { person, asked: askedOf(c) })
  const { exact, id, steps } = view
  const agreement = exact && agreementTo(gateway, id, { digest: exact.digest, seen: steps })
  return deskPage(c, checkPage(view, { ...pageOptions(c), ...queryOf(c), alg: algOf(gateway, person.kid), agreement }))
}

async function minutes(c: Context<Env>): Promise<Response> {
  const found = await find(c)
  const gateway = c.get('gateway')
  const { sandbox } = gateway.config
  const drawn = await minutesOf(gateway, found)
  return deskPage(c, minutesPage({ minutes: drawn, person: personOf(c), sandbox, now: gateway.now() }, pageOptions(c)))
}

async function submission(c: Context<Env>): Promise<Response> {
  const gateway = c.get('gateway')
  const person = personOf(c)
  const found = await gateway.store.submission(c.req.param('id') ?? '')
  // Another side's submission is not told from one that does not exist.
  if (!found || found.party !== person.party) throw missing(c)
  const { sandbox } = gateway.config
  return deskPage(c, submissionPage({ submission: found, person, sandbox, now: gateway.now() }, pageOptions(c)))
}

/** `/desk`, `/desk/new`, `/desk/submissions/{id}`, `/desk/{id}/check`, `/desk/{id}/minutes`. */
export function deskPages(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', list)
  routes.get('/new', start)
  routes.get('/submissions/:id', submission)
  routes.get('/:id/check', check)
  routes.get('/:id/minutes', minutes)
  return routes
}
