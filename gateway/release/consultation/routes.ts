/** HTTP for consultations, for partners: read them, send signed steps, sign what was agreed. */
import { type Context, Hono } from 'hono'
import { DOCUMENT_TYPES, documentEntry, verifySignedOnce } from '../../documents/cosign.ts'
import { Problem } from '../../errors/problem.ts'
import { cached, json } from '../../http/answer.ts'
import { callerOf, type Env } from '../../http/caller.ts'
import { parseBody } from '../../http/jose.ts'
import { readInteger, readQuery } from '../../http/query.ts'
import { paced } from '../../identity/pace.ts'
import { nextTime } from '../../ledger/leaf.ts'
import { eventStream } from '../../live/event-stream.ts'
import { dutyBook, mustBeOnDuty, stoodInFor } from '../duty/on-duty.ts'
import { proofOf } from '../proof.ts'
import { acceptStep, unmovedOf } from './accept.ts'
import type { Consultation } from './consultations.ts'
import { waitingFor } from './due.ts'
import { etagOf, mustMatch, stateTag } from './etag.ts'
import { eventsBehind } from './events.ts'
import { actorOf } from './fold.ts'
import { judge } from './machine.ts'
import { minutesOf } from './read-minutes.ts'
import { refusalProblem } from './refusals.ts'
import { isSeenBy } from './state.ts'
import { consultationText, isOvertaken, releaseOf, seenBy, summaryOf } from './view.ts'

async function find(c: Context<Env>): Promise<Consultation> {
  const found = await c.get('gateway').consultations.find(c.req.param('id') ?? '')
  if (!found || !isSeenBy(found.state, callerOf(c).party)) throw new Problem('consultation-unknown')
  return found
}

async function answerOf(c: Context<Env>, id: string, status: number): Promise<Response> {
  const gateway = c.get('gateway')
  const found = await gateway.consultations.find(id)
  if (!found) throw new Problem('consultation-unknown')
  const body = await consultationText(gateway, found)
  const headers = { location: `/v1/consultations/${id}`, etag: etagOf(await stateTag(gateway, found), body) }
  return json(c, body, { status, headers })
}

async function step(c: Context<Env>, id: string | null): Promise<Response> {
  const { party, kid, nonce, body } = callerOf(c)
  const incoming = { jws: parseBody(body), party, kid, nonce, ifMatch: c.req.header('if-match') ?? null }
  return answerOf(c, await acceptStep(c.get('gateway'), id, incoming), 201)
}

/** Where a reader of events goes on: behind the last it had, else the leaf it names, else now. */
function eventsAfter(c: Context<Env>): string {
  const { size } = c.get('gateway').log.head()
  const { after } = readQuery(c.req.url, ['after'])
  const last = c.req.header('last-event-id')
  if (last) return String(readInteger('last-event-id', last, 0, size - 1))
  return String(after === undefined ? size - 1 : readInteger('after', after, 0, size - 1))
}

async function sign(c: Context<Env>): Promise<Response> {
  const { log, pace, random, standing, releases, now } = c.get('gateway')
  const caller = callerOf(c)
  const found = await find(c)
  const { state } = found
  await mustMatch(c.get('gateway'), found, c.req.header('if-match') ?? null)
  const sent = verifySignedOnce(parseBody(caller.body), DOCUMENT_TYPES.release, paced(pace, standing.signatory))
  const { payload, signature, key } = sent
  if (signature.party !== caller.party) throw new Problem('other-party')
  const all = await releases.all()
  if (isOvertaken(found, all)) throw new Problem('consultation-closed')
  const time = nextTime(now(), log.head().time)
  const happened = { act: { type: 'sign' }, actor: actorOf(key), index: log.head().size, seen: state.steps } as const
  const deadlines = { agreeBy: state.agreeBy, signBy: state.signBy }
  const judged = judge(state, { ...happened, n: state.steps, time }, { id: found.id, deadlines, digest: null })
  const document = releaseOf(found, all)?.document
  if (document?.signatures.some((one) => one.party === signature.party) && state.signatures[signature.party] !== null)
    throw new Problem('signature-exists')
  if (!judged.ok) throw refusalProblem(judged.refusal, state)
  const book = await dutyBook(c.get('gateway'))
  mustBeOnDuty(book, { act: 'sign', actor: happened.actor, product: found.product.id, time })
  if (!document || payload !== document.payload) throw new Problem('payload-mismatch', { pointer: '/payload' })
  const { party, kid, nonce } = caller
  await log.append({
    ...documentEntry({
      type: 'release-signature',
      document,
      isNew: false,
      signature,
      actor: { party, kid, ...(nonce ? { nonce } : {}) },
      salt: random(16),
    }),
    // Nor is a release of the same period published meanwhile.
    unmoved: { ...unmovedOf(found, all), published: all.filter(({ publishedAt }) => publishedAt !== null).length },
  })
  return answerOf(c, found.id, 201)
}

/** `/v1/consultations…` */
export function consultationRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', async (c) => {
    const { consultations, releases, now } = c.get('gateway')
    const [seen, all] = [seenBy(await consultations.all(), callerOf(c).party), await releases.all()]
    const book = await dutyBook(c.get('gateway'))
    return json(c, { consultations: seen.map((one) => summaryOf(one, all, now(), book)).reverse() })
  })
  routes.post('/', (c) => step(c, null))
  routes.get('/duties', async (c) => json(c, await waitingFor(c.get('gateway'), callerOf(c))))
  routes.get('/events', (c) => {
    const { party } = callerOf(c)
    const read = (after: string) => eventsBehind(c.get('gateway'), party, Number(after))
    return eventStream(c, { kind: 'partners', after: eventsAfter(c), read })
  })
  routes.get('/:id', async (c) => {
    const [gateway, found] = [c.get('gateway'), await find(c)]
    const body = await consultationText(gateway, found)
    const etag = etagOf(await stateTag(gateway, found), body)
    return cached(c, { contentType: 'application/json; charset=utf-8', body, etag })
  })
  routes.get('/:id/steps', async (c) => {
    const { id, happened, digests, product } = await find(c)
    const stoodIn = stoodInFor(await c.get('gateway').rosters.both(), product.id, happened)
    const steps = happened.map(({ act, actor, index, n, seen, time }) => ({
      n: act.type === 'sign' ? null : n,
      act,
      by: { party: actor.party, agency: actor.agency, operator: actor.operator, kid: actor.kid },
      asDeputy: stoodIn.has(index),
      digest: act.type === 'sign' ? null : (digests[n - 1] ?? null),
      ledgerIndex: index,
      seen,
      time: new Date(time).toISOString(),
    }))
    return cached(c, {
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify({ consultation: id, steps }),
    })
  })
  routes.get('/:id/minutes', async (c) => {
    const body = JSON.stringify(await minutesOf(c.get('gateway'), await find(c)))
    return cached(c, { contentType: 'application/json; charset=utf-8', body })
  })
  routes.get('/:id/proof', async (c) => {
    const gateway = c.get('gateway')
    const entry = releaseOf(await find(c), await gateway.releases.all())
    if (!entry || entry.publishedAt === null) throw new Problem('release-unknown')
    const { release, document } = entry
    const body = await proofOf(gateway, release.id, document)
    const headers = { 'content-disposition': `attachment; filename="${release.id}.bundle.json"` }
    return cached(c, { contentType: 'application/json; charset=utf-8', body, headers })
  })
  routes.post('/:id/steps', (c) => step(c, c.req.param('id')))
  // In turn with steps: no signature lands on what an objection has just reopened.
  routes.post('/:id/signatures', (c) => c.get('gateway').consultations.inTurn(() => sign(c)))
  return routes
}
