/** Signing in over real HTTP: the way in, and each way it is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { refused } from '../http/calls.ts'
import { newKey, type WorldKey } from '../world.ts'
import { type Desk, ORIGIN, openDesk, type Place, tokenOf } from './desk.ts'

let desk: Desk
let place: Place
let operator: WorldKey

beforeAll(async () => {
  desk = await openDesk()
  place = desk.place
  operator = desk.world.sides.cq.operator
})
afterAll(async () => {
  await desk.close()
  expect(desk.failures).toEqual([])
})

const side = () => desk.world.sides.cq
const other = (role: 'reviewer' | 'system' | 'security' | 'audit') => side().others.get(role) ?? newKey()

describe('a challenge', () => {
  test('is given to anybody, with its end, and kept by nobody on the way', async () => {
    const answer = await place.send('/v1/session/challenge', { method: 'POST' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const { challenge, expires } = JSON.parse(await answer.text())
    expect(challenge).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(Date.parse(expires)).toBe(desk.world.gateway.now() + 120_000)
  })

  test('is another each time', async () => {
    expect(await place.challenge()).not.toBe(await place.challenge())
  })

  test('leaves nothing in the store', async () => {
    const before = desk.world.gateway.log.head().size
    await place.challenge()
    expect(desk.world.gateway.log.head().size).toBe(before)
  })
})

describe('a person signs in', () => {
  test('and is told who they are, and gets a cookie that no script and no other site can use', async () => {
    const answer = await place.signIn(operator)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe('/v1/session')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(JSON.parse(await answer.text())).toEqual({
      operator: '值班员',
      agency: 'cq-monitoring',
      party: 'cq',
      roles: ['operator'],
      kid: operator.kid,
      expires: `${new Date(desk.world.gateway.now() + 8 * 3_600_000).toISOString().slice(0, 19)}Z`,
    })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-chuanyu-session=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/,
    )
  })

  test('by an ES256 key as well', async () => {
    const { signatory } = side()
    expect(signatory.alg).toBe('ecdsa-p256-sha256')
    expect(await (await place.signIn(signatory)).json()).toMatchObject({ roles: ['signatory'], kid: signatory.kid })
  })

  test.each(['reviewer', 'audit'] as const)('who is %s', async (role) => {
    expect(await (await place.signIn(other(role))).json()).toMatchObject({ roles: [role] })
  })

  test('at any gateway of the same store and key: nothing of the challenge is kept', async () => {
    const second = await desk.at(ORIGIN)
    const challenge = await place.challenge()
    const answer = await second.signIn(operator, { payload: { challenge, origin: ORIGIN, type: 'sign-in', v: 1 } })
    expect(answer.status).toBe(201)
  })

  test('on this machine over plain HTTP, by a cookie without Secure', async () => {
    for (const origin of ['http://localhost:8787', 'http://127.0.0.1:8787']) {
      const here = await desk.at(origin)
      const answer = await here.signIn(operator)
      expect(answer.headers.get('set-cookie')).toMatch(
        /^chuanyu-session=[\w.-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/,
      )
      expect((await here.send('/v1/session', { token: tokenOf(answer) })).status).toBe(200)
    }
  })
})

describe('no session is given', () => {
  const rejected = async (answer: Response, status: number, code: string) => {
    expect(answer.headers.get('set-cookie')).toBeNull()
    return refused(answer, status, code)
  }

  test('for a challenge that was answered before', async () => {
    const payload = { challenge: await place.challenge(), origin: ORIGIN, type: 'sign-in', v: 1 }
    expect((await place.signIn(operator, { payload })).status).toBe(201)
    await rejected(await place.signIn(operator, { payload }), 409, 'challenge-used')
    // By anybody else either, and at any other gateway of the store.
    await rejected(await place.signIn(side().signatory, { payload }), 409, 'challenge-used')
    await rejected(await (await desk.at(ORIGIN)).signIn(operator, { payload }), 409, 'challenge-used')
  })

  test('but once for answers that arrive together', async () => {
    const payload = { challenge: await place.challenge(), origin: ORIGIN, type: 'sign-in', v: 1 }
    const answers = await Promise.all([1, 2, 3, 4].map(() => place.signIn(operator, { payload })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  test('for a challenge answered too late', async () => {
    const payload = { challenge: await place.challenge(), origin: ORIGIN, type: 'sign-in', v: 1 }
    desk.wait(119)
    const late = { challenge: await place.challenge(), origin: ORIGIN, type: 'sign-in', v: 1 }
    expect((await place.signIn(operator, { payload })).status).toBe(201)
    desk.wait(120)
    await rejected(await place.signIn(operator, { payload: late }), 401, 'challenge-expired')
  })

  test('for a challenge this gateway did not make for this address', async () => {
    const sign = async (challenge: string) =>
      place.signIn(operator, { payload: { challenge, origin: ORIGIN, type: 'sign-in', v: 1 } })
    const made = await place.challenge()
    const [header = '', payload = '', signature = ''] = made.split('.')
    await rejected(await sign('x'), 401, 'challenge-invalid')
    await rejected(await sign(`${header}.${payload}.${signature.slice(0, -4)}AAAA`), 401, 'challenge-invalid')
    await rejected(await sign(await (await desk.at('https://elsewhere.test')).challenge()), 401, 'challenge-invalid')
    const stranger = await openDesk()
    await rejected(await sign(await stranger.place.challenge()), 401, 'challenge-invalid')
    await stranger.close()
  })

  test('for a signature made on another site, though its challenge is right', async () => {
    const payload = { challenge: await place.challenge(), origin: 'https://gateway-login.test', type: 'sign-in', v: 1 }
    const { value } = await rejected(await place.signIn(operator, { payload }), 401, 'sign-in-origin')
    expect(value).toBe('https://gateway-login.test')
  })

  test('for a signature over something else', async () => {
    const challenge = await place.challenge()
    for (const payload of [
      { challenge, origin: ORIGIN, type: 'release', v: 1 },
      { challenge, origin: ORIGIN, type: 'sign-in' },
      { challenge: null, origin: ORIGIN, type: 'sign-in', v: 1 },
      [challenge],
    ]) {
      await rejected(await place.signIn(operator, { payload }), 400, 'sign-in-malformed')
    }
  })

  test('for a document signed for another purpose', async () => {
    const text = canonical({ challenge: await place.challenge(), origin: ORIGIN, type: 'sign-in', v: 1 })
    const jws = () => ({
      payload: Buffer.from(text).toString('base64url'),
      signatures: [signDocument(text, { ...operator, typ: 'chuanyu-release+jws' })],
    })
    await rejected(await place.signIn(operator, { jws }), 400, 'document-malformed')
  })

  test('for a signature that does not hold, or two, or none', async () => {
    const forged = await place.signIn(operator, {
      jws: ({ payload, signatures: [one] }) => ({
        payload,
        signatures: [{ ...one, signature: one?.signature.replace(/^..../, 'AAAA') }],
      }),
    })
    await rejected(forged, 422, 'document-signature-invalid')
    const text = canonical({ challenge: await place.challenge(), origin: ORIGIN, type: 'sign-in', v: 1 })
    const two = await place.signIn(operator, {
      jws: () => ({
        payload: Buffer.from(text).toString('base64url'),
        signatures: [operator, desk.world.sides.sc.operator].map((key) =>
          signDocument(text, { ...key, typ: 'chuanyu-sign-in+jws' }),
        ),
      }),
    })
    await rejected(two, 400, 'document-malformed')
    await rejected(
      await place.signIn(operator, { jws: ({ payload }) => ({ payload, signatures: [] }) }),
      400,
      'document-malformed',
    )
    await rejected(await place.signIn(operator, { jws: () => null }), 400, 'document-malformed')
    await rejected(await place.send('/v1/session', { method: 'POST', body: '{' }), 400, 'json-invalid')
  })

  test('to a key that nobody listed, nor to a root', async () => {
    const stranger = newKey()
    const { value } = await rejected(await place.signIn(stranger), 401, 'key-unknown')
    expect(value).toBe(stranger.kid)
    await rejected(await place.signIn(side().root), 401, 'key-unknown')
  })

  test("to an agency's machine, nor to a person without a role at the desk", async () => {
    await rejected(await place.signIn(side().agency), 403, 'sign-in-role')
    await rejected(await place.signIn(other('system')), 403, 'sign-in-role')
    await rejected(await place.signIn(other('security')), 403, 'sign-in-role')
  })

  test('to a key that was revoked', async () => {
    const own = await openDesk()
    const { operator: key } = own.world.sides.sc
    expect((await own.place.signIn(key)).status).toBe(201)
    await own.world.listKeys('sc', [key])
    await rejected(await own.place.signIn(key), 401, 'key-revoked')
    await own.close()
  })

  test('to a request another site made the browser send', async () => {
    for (const headers of [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const sent = { method: 'POST' as const, headers, body: '{}' }
      await rejected(await place.send('/v1/session', sent), 403, 'session-cross-site')
      await rejected(await place.send('/v1/session/challenge', sent), 403, 'session-cross-site')
    }
  })

  test('at a plain HTTP address over the network, and the reason is told', async () => {
    const plain = await desk.at('http://10.0.3.8:8787')
    const answer = await plain.send('/v1/session/challenge', { method: 'POST' })
    const text = await answer.text()
    expect(answer.status).toBe(403)
    expect(JSON.parse(text)).toMatchObject({ code: 'session-insecure-origin', value: 'http://10.0.3.8:8787' })
    expect(text).toMatch(/浏览器在此不提供密钥功能/)
    const here = await place.challenge()
    const signed = await plain.signIn(operator, {
      payload: { challenge: here, origin: plain.origin, type: 'sign-in', v: 1 },
    })
    expect(await signed.json()).toMatchObject({ code: 'session-insecure-origin' })
  })
})
