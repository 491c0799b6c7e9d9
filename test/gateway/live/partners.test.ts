/** The stream of partners over real HTTP: what reaches whom, resumed without loss or double, and how it ends. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentDigest } from '../../../gateway/identity/digest.ts'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { verifyResponse } from '../../../gateway/identity/response.ts'
import { LIVE_LIMITS, type LiveLimits } from '../../../gateway/live/limits.ts'
import { openStreams } from '../../../gateway/live/streams.ts'
import { type Calls, callsOf, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { deskOf, type Desk as Table } from '../release/desk.ts'
import { entry, setDuty } from '../release/duty/steps.ts'
import { type Desk, ORIGIN, openDesk } from '../session/desk.ts'
import { csv, type WorldKey } from '../world.ts'
import { type Got, type Listening, listenTo } from './events.ts'

const EVENTS = '/v1/consultations/events'
const REQUEST = {
  product: 'weekly-water-bulletin',
  period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' },
}
const ID = 'weekly-water-2026-11-02'

let desk: Desk
let calls: Calls
let table: Table
const open: Listening[] = []

async function start(limits: Partial<LiveLimits> = {}): Promise<void> {
  desk = await openDesk({ streams: openStreams({ limits: { ...LIVE_LIMITS, ...limits } }) })
  calls = callsOf(desk.world)
  table = deskOf(desk.world, calls)
  await desk.world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))
  await desk.world.submit('sc', csv([['金子', '2026-11-02 04:00', '3.1']]))
}
beforeEach(() => start())
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.hangUp().catch(() => undefined)))
  await desk.close()
  expect([...desk.failures, ...calls.failures]).toEqual([])
})

const side = (party: 'cq' | 'sc') => desk.world.sides[party]

/** By session, as a page does it. */
async function follow(key: WorldKey, { after = '', last = '' } = {}): Promise<Listening> {
  const token = await desk.place.session(key)
  const headers = { accept: 'text/event-stream', ...(last === '' ? {} : { 'last-event-id': last }) }
  const listening = listenTo(await desk.place.send(EVENTS + after, { token, headers }))
  open.push(listening)
  expect(listening.response.status).toBe(200)
  expect((await listening.next()).event).toBe('ready')
  return listening
}

/** By signature, as a program does it. */
async function signedFollow(key: WorldKey): Promise<{ listening: Listening; signature: string }> {
  const created = Math.floor(desk.world.gateway.now() / 1000)
  const headers = signRequest({ method: 'GET', url: ORIGIN + EVENTS, key, created })
  const listening = listenTo(await desk.place.send(EVENTS, { headers }))
  open.push(listening)
  await listening.next()
  return { listening, signature: headers.signature ?? '' }
}

const told = ({ event, data }: Got): string => `${event} ${data.act} ${data.party} ${data.n} ${data.status}`

describe('a stream', () => {
  test('brings a step by one side to the other within a second, and what follows to publication', async () => {
    const sichuan = await follow(side('sc').reviewer)
    const index = desk.world.gateway.log.head().size
    await jsonOf(await table.propose(REQUEST, 'cq'), 201)
    const first = await sichuan.next(1000)
    expect(first).toEqual({
      id: String(index + 1),
      event: 'step',
      data: { consultation: ID, n: 2, act: 'open', party: 'cq', status: 'open' },
    })
    const { digest, steps } = await table.show(ID)
    await jsonOf(await table.step('sc', 'reviewer', ID, { type: 'agree', digest }, { seen: steps }), 201)
    await jsonOf(await table.agree('cq', ID), 201)
    for (const party of ['sc', 'cq'] as const) await jsonOf(await table.sign(party, ID), 201)
    const rest = [await sichuan.next(), await sichuan.next(), await sichuan.next(), await sichuan.next()]
    expect(rest.map(told)).toEqual([
      'step agree sc 3 open',
      'step agree cq 4 agreed',
      'signature sign sc null signed-by-one',
      'publication sign cq null published',
    ])
    expect(rest.map(({ id }) => Number(id))).toEqual([index + 2, index + 3, index + 4, index + 5])
  })

  test('tells of a change of either side’s roster', async () => {
    const sichuan = await follow(side('sc').operator)
    const entries = [entry('2026-11-12', '2026-11-13', side('cq').reviewer.kid)]
    await jsonOf(await setDuty(desk.world, calls, 'cq', entries), 201)
    expect(told(await sichuan.next())).toBe('duty duty cq 1 null')
  })

  test('does not tell the other side of a draft, neither while it is one nor after it was taken back', async () => {
    const [sichuan, chongqing] = [await follow(side('sc').reviewer), await follow(side('cq').reviewer)]
    await jsonOf(await table.draft(REQUEST, 'cq'), 201)
    await jsonOf(
      await table.step('cq', 'operator', ID, { type: 'comment', cell: null, revision: 0, text: '内部' }),
      201,
    )
    await jsonOf(await table.step('cq', 'operator', ID, { type: 'withdraw', reason: '重拟' }), 201)
    const own = [await chongqing.next(), await chongqing.next(), await chongqing.next()]
    expect(own.map(told)).toEqual(['step draft cq 1 draft', 'step comment cq 2 draft', 'step withdraw cq 3 withdrawn'])
    // What comes next is the first the other side hears of.
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    const next = await sichuan.next()
    expect(next.data).toMatchObject({ act: 'draft', party: 'sc', consultation: `${ID}-2` })
    const all = await follow(side('sc').operator, { after: '?after=0' })
    expect((await all.next()).data).toMatchObject({ consultation: `${ID}-2`, act: 'draft' })
    // An opened one is told from its opening on.
    const late = await follow(side('cq').operator, { after: `?after=${next.id}` })
    expect(told(await late.next())).toBe('step open sc 2 open')
  })

  test('resumed by the last event’s id loses nothing and tells nothing twice', async () => {
    const got: Got[] = []
    let reader = await follow(side('cq').reviewer)
    const comment = (text: string) =>
      table.step('sc', 'operator', ID, { type: 'comment', cell: null, revision: 0, text })
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    for (let round = 0; round < 6; round++) {
      // Some come while the reader is there, some while it is away, some as it goes.
      for (const at of [0, 1, 2]) expect((await comment(`${round}.${at}`)).status).toBe(201)
      for (let take = round % 3; take >= 0; take--) got.push(await reader.next())
      const last = got.at(-1)?.id ?? ''
      const [, away] = await Promise.all([reader.hangUp(), comment(`${round}.away`)])
      expect(away.status).toBe(201)
      reader = await follow(side('cq').reviewer, { last })
    }
    const { steps } = await table.show(ID)
    while (got.at(-1)?.data.n !== steps) got.push(await reader.next())
    // Every step from the opening on, once, in order.
    expect(got.map(({ data }) => data.n)).toEqual(Array.from({ length: steps - 1 }, (_, at) => at + 2))
    expect(new Set(got.map(({ id }) => id)).size).toBe(got.length)
  })

  test('begins now, or behind the leaf that is named', async () => {
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    const now = await follow(side('cq').reviewer)
    const before = await follow(side('cq').operator, { after: '?after=0' })
    expect((await before.next()).data).toMatchObject({ act: 'open' })
    await jsonOf(await table.agree('sc', ID), 201)
    expect((await now.next()).data).toMatchObject({ act: 'agree' })
  })

  test('knows where to go on before the first event has come', async () => {
    const reader = await follow(side('cq').reviewer)
    const last = String(desk.world.gateway.log.head().size - 1)
    expect(reader.text()).toBe(`retry: 3000\nid: ${last}\nevent: ready\ndata: {"ledgerSize":${Number(last) + 1}}\n\n`)
    await reader.hangUp()
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    const again = await follow(side('cq').reviewer, { last })
    expect((await again.next()).data).toMatchObject({ act: 'open' })
  })

  test('is sent as what it is, for nobody to keep or gather', async () => {
    const { headers } = (await follow(side('cq').reviewer)).response
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store, no-transform')
    expect(headers.get('x-accel-buffering')).toBe('no')
  })

  test('asked for by HEAD opens nothing', async () => {
    const token = await desk.place.session(side('cq').reviewer)
    const answer = await desk.place.send(EVENTS, { method: 'HEAD', token })
    expect([answer.status, desk.world.gateway.streams.count()]).toEqual([200, 0])
  })
})

describe('without a session or signature', () => {
  test('there is no stream: a page is told to sign in, a program to sign', async () => {
    const page = await desk.place.send(EVENTS, { headers: { 'sec-fetch-site': 'same-origin' } })
    await refused(page, 401, 'session-missing')
    await refused(await desk.place.send(EVENTS), 401, 'signature-missing')
    const agency = signRequest({
      method: 'GET',
      url: ORIGIN + EVENTS,
      key: side('cq').agency,
      created: Math.floor(desk.world.gateway.now() / 1000),
    })
    await refused(await desk.place.send(EVENTS, { headers: agency }), 403, 'not-permitted')
    expect(desk.world.gateway.streams.count()).toBe(0)
  })

  test.each(['x', '-1', '1.5', '999999', '9'.repeat(30)])('nor one behind %s', async (last) => {
    const token = await desk.place.session(side('cq').reviewer)
    await refused(await desk.place.send(EVENTS, { token, headers: { 'last-event-id': last } }), 400, 'query-invalid')
    await refused(await desk.place.send(`${EVENTS}?after=${last}`, { token }), 400, 'query-invalid')
  })
})

describe('a stream that is open', () => {
  test('says something now and then', async () => {
    await desk.close()
    await start({ heartbeat: 0.1 })
    const reader = await follow(side('cq').reviewer)
    await reader.until(/(?:\n\n: ){3}\n\n$/, 2000)
  })

  test('ends when its session was ended', async () => {
    await desk.close()
    await start({ heartbeat: 0.1 })
    const token = await desk.place.session(side('cq').reviewer)
    const reader = listenTo(await desk.place.send(EVENTS, { token }))
    open.push(reader)
    await reader.next()
    expect((await desk.place.act('/v1/session/end', token)).status).toBeLessThan(300)
    expect(await reader.rest(2000)).toEqual([
      { id: expect.any(String), event: 'end', data: { reason: 'session-ended', answer: null } },
    ])
  })

  test('ends when its session has run out, and tells no more', async () => {
    const reader = await follow(side('cq').reviewer)
    desk.wait(8 * 3600)
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    const rest = await reader.rest()
    expect(rest.map(({ event, data }) => [event, data.reason])).toEqual([['end', 'session-expired']])
  })

  test('ends when its key was revoked, and tells no more', async () => {
    const reader = await follow(side('cq').reviewer)
    await desk.world.listKeys('cq', [side('cq').reviewer])
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    expect((await reader.rest()).map(({ data }) => data.reason)).toEqual(['key-revoked'])
  })

  test('ends after its window, to be asked for again', async () => {
    await desk.close()
    await start({ window: 0.2 })
    const reader = await follow(side('cq').reviewer)
    expect((await reader.rest()).map(({ data }) => data.reason)).toEqual(['window'])
    expect(desk.world.gateway.streams.count()).toBe(0)
  })

  test('gives its place free when its reader leaves', async () => {
    await desk.close()
    await start({ open: 2 })
    const [one] = [await follow(side('cq').reviewer), await follow(side('sc').reviewer)]
    const token = await desk.place.session(side('cq').operator)
    const refusedOne = await desk.place.send(EVENTS, { token })
    expect(refusedOne.headers.get('retry-after')).toBe('15')
    await refused(refusedOne, 503, 'streams-full')
    expect(desk.failures.splice(0)).toHaveLength(1)
    await one.hangUp()
    await expect.poll(() => desk.world.gateway.streams.count()).toBe(1)
    await follow(side('cq').operator)
  })

  test('is bounded for one key', async () => {
    await desk.close()
    await start({ perKey: 1 })
    await follow(side('cq').reviewer)
    const token = await desk.place.session(side('cq').reviewer)
    await refused(await desk.place.send(EVENTS, { token }), 503, 'streams-full')
    expect(desk.failures.splice(0)).toHaveLength(1)
    await follow(side('cq').operator)
  })
})

test('a reader who does not take the end is cut off, and its place is free', async () => {
  await desk.close()
  await start({ patience: 0.1 })
  const answer = await calls.read(side('cq').reviewer, EVENTS)
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  const { streams } = desk.world.gateway
  streams.end()
  await expect.poll(() => streams.count()).toBe(0)
  await expect(reader?.read()).rejects.toThrow('did not take its end')
})

describe('for who signed the question', () => {
  test('the end is signed, over every byte before it', async () => {
    const key = side('cq').reviewer
    const { listening, signature } = await signedFollow(key)
    await jsonOf(await table.propose(REQUEST, 'sc'), 201)
    expect((await listening.next()).data).toMatchObject({ act: 'open' })
    desk.world.gateway.streams.end()
    const [end] = await listening.rest()
    expect(end).toMatchObject({ event: 'end', data: { reason: 'closing' } })
    const answer: Record<string, string> = Object(end?.data.answer)
    const all = listening.text()
    const verify = (body: string) =>
      verifyResponse({
        status: 200,
        header: (name) => answer[name] ?? null,
        body: Buffer.from(body),
        request: { method: 'GET', targetUri: ORIGIN + EVENTS, signature },
        now: desk.world.gateway.now(),
        findKey: (kid) => {
          const { alg, jwk, kid: own } = desk.world.gateway.config.gatewayKey
          return kid === own ? { alg, publicKey: importPublicJwk(jwk).publicKey, state: 'active' } : undefined
        },
      })
    const before = all.slice(0, all.indexOf('event: end'))
    expect(answer['content-digest']).toBe(contentDigest(Buffer.from(before)))
    expect(verify(before).ledgerSize).toBe(desk.world.gateway.log.head().size)
    expect(() => verify(before.replace('"open"', '"sign"'))).toThrow()
  })
})
