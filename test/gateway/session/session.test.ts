/** A session over real HTTP: what it serves for, what ends it, and each way one that is none is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { issueSession } from '../../../gateway/identity/session.ts'
import { CONTRACT, callsOf, refused } from '../http/calls.ts'
import { deskOf } from '../release/desk.ts'
import { csv, newKey, type WorldKey } from '../world.ts'
import { type Desk, ORIGIN, openDesk, type Place } from './desk.ts'

const RECORDS = `/v1/records/${CONTRACT}`
const HOURS = 3600

let desk: Desk
let place: Place
let operator: WorldKey
let token: string

beforeAll(async () => {
  desk = await openDesk()
  place = desk.place
  operator = desk.world.sides.cq.operator
  await desk.world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))
  await desk.world.submit('sc', csv([['金子', '2026-11-02 04:00', '3.1']]))
  token = await place.session(operator)
})
afterAll(async () => {
  await desk.close()
  expect(desk.failures).toEqual([])
})

const period = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
const draft = () => ({
  type: 'draft',
  basis: desk.world.gateway.log.head().size,
  corrects: null,
  embargo: null,
  period,
  product: 'weekly-water-bulletin',
  reason: null,
})
const read = (path: string, by = token) => place.send(path, { token: by })

describe('a session', () => {
  test('says who is signed in, until when', async () => {
    const answer = await read('/v1/session')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await answer.json()).toMatchObject({
      operator: '值班员',
      party: 'cq',
      roles: ['operator'],
      kid: operator.kid,
    })
  })

  test.each([RECORDS, '/v1/consultations', '/v1/standards/comparison/practice'])(
    'reads %s, unsigned and for its holder alone',
    async (path) => {
      const answer = await read(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('signature')).toBeNull()
      expect(answer.headers.get('content-digest')).toBeNull()
      expect(answer.headers.get('cache-control')).toBe('private, no-cache, no-transform')
    },
  )

  test('reads as HEAD too', async () => {
    expect((await place.send(RECORDS, { method: 'HEAD', token })).status).toBe(200)
    expect((await place.send(RECORDS, { method: 'HEAD' })).status).toBe(401)
  })

  test('is one cookie among others', async () => {
    const cookie = `lang=en; __Host-chuanyu-session=${token}; theme=dark`
    expect((await place.send(RECORDS, { headers: { cookie } })).status).toBe(200)
  })

  test('puts a draft on the table and signs what was agreed, by the people whose roles it is', async () => {
    const hands = deskOf(desk.world, callsOf(desk.world))
    const opened = await place.act('/v1/consultations', token, JSON.parse(hands.body(null, draft(), operator)))
    const { id, status } = JSON.parse(await opened.text())
    expect([opened.status, status]).toEqual([201, 'draft'])
    expect(opened.headers.get('signature')).toBeNull()
    const open = JSON.parse(hands.body(id, { type: 'open' }, operator))
    expect((await place.act(`/v1/consultations/${id}/steps`, token, open)).status).toBe(201)
    await hands.agreed(id)
    for (const party of ['cq', 'sc'] as const) {
      const { signatory } = desk.world.sides[party]
      const held = await place.session(signatory)
      const { payload } = JSON.parse(await (await read(`/v1/consultations/${id}`, held)).text())
      const text = canonical(payload)
      const jws = assembleDocument(text, [signDocument(text, { ...signatory, typ: 'chuanyu-release+jws' })])
      const path = `/v1/consultations/${id}/signatures`
      await refused(await place.act(path, token, jws), 403, 'not-permitted')
      expect({ party, status: (await place.act(path, held, jws)).status }).toEqual({ party, status: 201 })
    }
    desk.wait(1)
    expect(await (await read(`/v1/consultations/${id}`)).json()).toMatchObject({ status: 'published' })
  })

  test('serves in no role but its own', async () => {
    const audit = await place.session(desk.world.sides.cq.others.get('audit') ?? newKey())
    expect((await read('/v1/consultations', audit)).status).toBe(200)
    await refused(await place.act('/v1/consultations', audit), 403, 'not-permitted')
    await refused(
      await place.act('/v1/consultations', await place.session(desk.world.sides.cq.signatory)),
      403,
      'not-permitted',
    )
  })

  test.each([
    '/v1/submissions?contract=water-section-quality',
    '/v1/normalise?contract=water-section-quality&party=cq',
    '/v1/contracts',
    '/v1/registry',
  ])('is no signature for %s', async (path) => {
    await refused(await place.act(path, token), 401, 'signature-missing')
  })

  test('is not looked at where a request is signed: the signature alone decides', async () => {
    const signed = (key: WorldKey, path: string) =>
      signRequest({ method: 'GET', url: ORIGIN + path, key, created: Math.floor(desk.world.gateway.now() / 1000) })
    const { agency } = desk.world.sides.cq
    const by = (headers: Record<string, string>, path = RECORDS) => place.send(path, { token, headers })
    const answer = await by(signed(agency, RECORDS))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('signature')).toMatch(/^chuanyu=:/)
    await refused(await by(signed(agency, '/v1/consultations'), '/v1/consultations'), 403, 'not-permitted')
    await refused(await by(signed(newKey(), RECORDS)), 401, 'key-unknown')
    await refused(await by({ signature: 'chuanyu=:AAAA:' }), 401, 'signature-missing')
    await refused(await by({ 'signature-input': 'chuanyu=()' }), 401, 'signature-missing')
  })

  test('is told to a signer as well, who has no session to end', async () => {
    const created = Math.floor(desk.world.gateway.now() / 1000)
    const headers = signRequest({ method: 'GET', url: `${ORIGIN}/v1/session`, key: operator, created })
    expect(await (await place.send('/v1/session', { headers })).json()).toMatchObject({
      kid: operator.kid,
      expires: null,
    })
  })
})

describe('no session', () => {
  test('is told to a person as such, and to a program as a missing signature', async () => {
    await refused(await place.send('/v1/session'), 401, 'session-missing')
    await refused(await place.act('/v1/session/end', ''), 401, 'session-invalid')
    await refused(await place.send('/v1/session/end', { method: 'POST' }), 401, 'session-missing')
    await refused(await place.send(RECORDS), 401, 'signature-missing')
    await refused(await place.send(RECORDS, { headers: { 'sec-fetch-site': 'same-origin' } }), 401, 'session-missing')
  })

  test('is one whose token is another by any one character', async () => {
    for (let at = 0; at < token.length; at += 7) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const changed = token.slice(0, at) + other + token.slice(at + 1)
      await refused(await read(RECORDS, changed), 401, 'session-invalid')
    }
    await refused(await read(RECORDS, `${token}A`), 401, 'session-invalid')
    await refused(await read(RECORDS, `${token}=`), 401, 'session-invalid')
  })

  test('is one that another key made, be it the person’s own', async () => {
    const now = desk.world.gateway.now()
    for (const key of [newKey(), operator, desk.world.sides.cq.root, desk.world.gateway.config.logKey]) {
      const forged = issueSession({ id: new Uint8Array(16), kid: operator.kid }, { key, origin: ORIGIN, now })
      await refused(await read(RECORDS, forged.token), 401, 'session-invalid')
    }
  })

  test('is one for a key that no list names', async () => {
    const { gatewayKey: key } = desk.world.gateway.config
    const now = desk.world.gateway.now()
    const { token: forged } = issueSession({ id: new Uint8Array(16), kid: newKey().kid }, { key, origin: ORIGIN, now })
    await refused(await read(RECORDS, forged), 401, 'key-unknown')
  })

  test('is one of another address, nor a challenge', async () => {
    const other = await desk.at('https://elsewhere.test')
    await refused(await read(RECORDS, await other.session(operator)), 401, 'session-invalid')
    await refused(await read(RECORDS, await place.challenge()), 401, 'session-invalid')
  })

  test('is two', async () => {
    const cookie = `__Host-chuanyu-session=${token}; __Host-chuanyu-session=${token}`
    await refused(await place.send(RECORDS, { headers: { cookie } }), 401, 'session-invalid')
  })

  test('is one under the name without the prefix, which another host could set', async () => {
    await refused(
      await place.send(RECORDS, { headers: { cookie: `chuanyu-session=${token}` } }),
      401,
      'signature-missing',
    )
  })

  test('holds at a plain HTTP address over the network', async () => {
    const plain = await desk.at('http://10.0.3.8:8787')
    const answer = await plain.send(RECORDS, { token })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'session-insecure-origin' })
  })
})

describe('a session ends', () => {
  test('after eight hours, and not before', async () => {
    const own = await openDesk()
    const held = await own.place.session(own.world.sides.cq.operator)
    own.wait(8 * HOURS - 1)
    expect((await own.place.send(RECORDS, { token: held })).status).toBe(200)
    own.wait(1)
    await refused(await own.place.send(RECORDS, { token: held }), 401, 'session-expired')
    await refused(await own.place.act('/v1/session/end', held), 401, 'session-expired')
    await own.close()
  })

  test('at once when its key is revoked', async () => {
    const own = await openDesk()
    const { operator: key, signatory } = own.world.sides.cq
    const [one, other] = [await own.place.session(key), await own.place.session(signatory)]
    await own.world.listKeys('cq', [key])
    const { value } = await refused(await own.place.send(RECORDS, { token: one }), 401, 'key-revoked')
    expect(value).toBe(key.kid)
    await refused(await own.place.act('/v1/consultations', one), 401, 'key-revoked')
    expect((await own.place.send(RECORDS, { token: other })).status).toBe(200)
    await own.close()
  })

  test('when its holder ends it, at every gateway of the store, for every copy, and no other with it', async () => {
    const [one, other] = [await place.session(operator), await place.session(operator)]
    const second = await desk.at(ORIGIN)
    const ended = await place.act('/v1/session/end', one)
    expect(await ended.json()).toEqual({ ended: true })
    expect(ended.headers.get('set-cookie')).toBe(
      '__Host-chuanyu-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
    )
    await refused(await read(RECORDS, one), 401, 'session-ended')
    await refused(await second.send(RECORDS, { token: one }), 401, 'session-ended')
    await refused(await place.act('/v1/session/end', one), 401, 'session-ended')
    expect((await read(RECORDS, other)).status).toBe(200)
  })

  test('and stays ended while the store lets other nonces go', async () => {
    const own = await openDesk()
    const held = await own.place.session(own.world.sides.cq.operator)
    await own.place.act('/v1/session/end', held)
    own.wait(7 * HOURS)
    // Both commits and sign-ins clear away what is past.
    await own.world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))
    await own.place.session(own.world.sides.cq.operator)
    await refused(await own.place.send(RECORDS, { token: held }), 401, 'session-ended')
    await own.close()
  })
})

describe('a write by session', () => {
  const size = () => desk.world.gateway.log.head().size

  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['another origin', { origin: 'https://evil.test' }],
    ['a sibling of the same site', { origin: 'https://www.gateway.test', 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['the same origin over plain HTTP', { origin: 'http://gateway.test' }],
  ])('from %s is refused, and writes nothing', async (_what, headers) => {
    const before = size()
    const body = JSON.parse(deskOf(desk.world, callsOf(desk.world)).body(null, draft(), operator))
    await refused(await place.act('/v1/consultations', token, body, headers), 403, 'session-cross-site')
    await refused(await place.act('/v1/session/end', token, {}, headers), 403, 'session-cross-site')
    expect(size()).toBe(before)
    expect((await read('/v1/session')).status).toBe(200)
  })

  test('without an origin is refused: browsers send one', async () => {
    const sent = { method: 'POST' as const, token, body: '{}' }
    const { pointer } = await refused(await place.send('/v1/consultations', sent), 403, 'session-cross-site')
    expect(pointer).toBe('origin')
  })

  test('is taken without Sec-Fetch-Site, which not every browser sends', async () => {
    const headers = { origin: ORIGIN }
    const sent = { method: 'POST' as const, token, headers, body: '{}' }
    expect((await place.send('/v1/consultations', sent)).status).toBe(400)
  })

  test('larger than the limit is refused', async () => {
    const { bytes } = desk.world.gateway.limits
    const answer = await place.act('/v1/consultations', token, 'x'.repeat(bytes))
    await refused(answer, 413, 'body-too-large')
  })
})

describe('a page of the desk', () => {
  const page = (path: string, sent: Parameters<Place['send']>[1] = {}) =>
    place.send(path, { ...sent, headers: { accept: 'text/html,*/*;q=0.8', ...sent.headers } })

  test.each([
    ['/desk', '/desk'],
    ['/desk/c-1?day=2&lang=en', '/desk/c-1?day=2&lang=en'],
    ['/desk/%E4%BC%9A', '/desk/%E4%BC%9A'],
  ])('%s without a session leads to signing in, and back', async (path, back) => {
    const answer = await page(path)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const place = new URL(answer.headers.get('location') ?? '', ORIGIN)
    expect([place.origin, place.pathname]).toEqual([ORIGIN, '/desk/sign-in'])
    expect(place.searchParams.get('to')).toBe(back)
    expect([...place.searchParams.keys()]).toEqual(['to'])
  })

  test('leads there from whatever is no session any more', async () => {
    const ended = await place.session(operator)
    await place.act('/v1/session/end', ended)
    for (const held of [ended, 'x', `${token}A`]) expect((await page('/desk', { token: held })).status).toBe(303)
    expect(
      (await (await desk.at('http://10.0.3.8')).send('/desk', { token, headers: { accept: 'text/html' } })).status,
    ).toBe(303)
  })

  test('is a problem for a program, and for a signature that does not hold', async () => {
    await refused(await place.send('/desk'), 401, 'session-missing')
    await refused(await page('/desk', { headers: { signature: 'chuanyu=:AAAA:' } }), 401, 'signature-missing')
  })

  test('does not lead back into signing in for a role it is not for: no session may be had without one', async () => {
    expect((await page('/desk/sign-in', { token: 'x' })).status).not.toBe(303)
  })

  test('no other address leads there', async () => {
    for (const path of ['/v1/session', '/v1/consultations', RECORDS]) expect((await page(path)).status).toBe(401)
    expect((await page('//desk')).status).toBe(404)
  })
})
