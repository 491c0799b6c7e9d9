/** Keys of SM2 at the gateway: everything another key may do, held back before it is slow for others. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { verifyReceipt } from '../../../gateway/client/verify/index.ts'
import { openGateway } from '../../../gateway/gateway.ts'
import { SIGN_IN_TYP } from '../../../gateway/identity/challenge.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { SM2_LIMITS } from '../../../gateway/identity/limits.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { verifyResponse } from '../../../gateway/identity/response.ts'
import { derOf } from '../identity/openssl.ts'
import { type Desk, openDesk } from '../session/desk.ts'
import { csv, type HandAlgorithms, newKey, type WorldKey } from '../world.ts'
import { type Calls, CONTRACT, callsOf, ORIGIN, type Question, refused, SUBMIT } from './calls.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const RECORDS = `/v1/records/${CONTRACT}`
const FILE = csv([['金子', '2026-11-02 04:00', '2.1']])
const ALL: HandAlgorithms = {
  root: 'sm2-sm3',
  agency: 'sm2-sm3',
  operator: 'sm2-sm3',
  reviewer: 'sm2-sm3',
  signatory: 'sm2-sm3',
}

let desk: Desk
let calls: Calls
beforeEach(async () => {
  desk = await openDesk({ algs: { sc: ALL } })
  calls = callsOf(desk.world)
})
afterEach(async () => {
  await desk.close()
  expect([...desk.failures, ...calls.failures]).toEqual([])
})

const sc = () => desk.world.sides.sc
const cq = () => desk.world.sides.cq

function signatureOf({ headers }: Question): Buffer {
  const [, text = ''] = /^chuanyu=:(.*):$/.exec(headers.signature ?? '') ?? []
  return Buffer.from(text, 'base64')
}

const withSignature = (question: Question, bytes: Uint8Array): Question => ({
  ...question,
  headers: { ...question.headers, signature: `chuanyu=:${Buffer.from(bytes).toString('base64')}:` },
})

/** A signature that anybody can send in a key's name. */
const forged = (key: WorldKey): Question => withSignature(calls.reading(key, RECORDS), Buffer.alloc(64, 7))

describe('a request signed by SM2', () => {
  test('reads, and the answer is bound to it', async () => {
    const question = calls.reading(sc().agency, RECORDS)
    expect(question.headers['signature-input']).toContain('alg="sm2-sm3"')
    expect(signatureOf(question)).toHaveLength(64)
    const answer = await calls.ask(question)
    expect(answer.status).toBe(200)
    const gateway = importPublicJwk(desk.world.gateway.config.gatewayKey.jwk)
    const verified = verifyResponse({
      status: answer.status,
      header: (name) => answer.headers.get(name),
      body: new Uint8Array(await answer.arrayBuffer()),
      request: { method: 'GET', targetUri: `${ORIGIN}${RECORDS}`, signature: question.headers.signature ?? '' },
      now: desk.world.gateway.now(),
      findKey: (kid) => (kid === gateway.kid ? { ...gateway, state: 'active' as const } : undefined),
    })
    expect(verified.keyid).toBe(gateway.kid)
  })

  test('submits, and the receipt verifies', async () => {
    const answer = await calls.submit(sc().agency, FILE)
    expect(answer.status).toBe(201)
    const { gateway } = desk.world
    const trust = { gatewayJwk: gateway.config.gatewayKey.jwk, logVerifier: gateway.logVerifier }
    expect(verifyReceipt(await answer.text(), trust)).toMatchObject({ ok: true, header: { party: 'sc' } })
  })

  test('sent twice counts once', async () => {
    const question = calls.writing(sc().agency, SUBMIT, FILE, { contentType: 'text/csv' })
    expect((await calls.ask(question)).status).toBe(201)
    await refused(await calls.ask(question), 409, 'signature-replayed')
  })

  test('is refused with any byte of the signature changed, in DER, and cut short', async () => {
    const question = calls.reading(sc().agency, RECORDS)
    const bytes = signatureOf(question)
    for (const at of [0, 1, 31, 32, 33, 63]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x40
      await refused(await calls.ask(withSignature(question, changed)), 401, 'signature-invalid')
    }
    await refused(await calls.ask(withSignature(question, derOf(bytes))), 401, 'signature-invalid')
    await refused(await calls.ask(withSignature(question, bytes.subarray(0, 63))), 401, 'signature-invalid')
  })

  test('for another file, address or time than it was made for is refused', async () => {
    const question = calls.writing(sc().agency, SUBMIT, FILE, { contentType: 'text/csv' })
    await refused(await calls.ask({ ...question, body: `${FILE}\n` }), 400, 'digest-mismatch')
    await refused(await calls.ask({ ...question, path: `${SUBMIT}&at=x` }), 401, 'signature-invalid')
    await refused(await calls.read(sc().agency, RECORDS, { age: 70 }), 401, 'signature-expired')
  })

  test('under another algorithm’s name is refused', async () => {
    const question = calls.reading(sc().agency, RECORDS)
    const input = question.headers['signature-input'] ?? ''
    const as = (alg: string): Question => ({
      ...question,
      headers: { ...question.headers, 'signature-input': input.replace('"sm2-sm3"', `"${alg}"`) },
    })
    await refused(await calls.ask(as('ecdsa-p256-sha256')), 401, 'algorithm-mismatch')
    await refused(await calls.ask(as('sm2')), 401, 'algorithm-unsupported')
  })

  test('for another host is told what is wrong, as long as looking is allowed', async () => {
    const url = `http://10.0.3.8:8787${RECORDS}`
    const created = Math.floor(desk.world.gateway.now() / 1000)
    const signed = signRequest({ method: 'GET', url, key: sc().agency, created })
    const question: Question = { method: 'GET', path: RECORDS, headers: { ...signed, host: '10.0.3.8:8787' } }
    await refused(await calls.ask(question), 401, 'target-mismatch')
  })
})

describe('documents and sessions by SM2', () => {
  test('a root of SM2 lists keys', async () => {
    const { standing } = desk.world.gateway
    const previous = standing.keys().lists.get('sc')
    const key = newKey('sm2-sm3')
    const listed = [...standing.keys().keys.values()].filter(({ party }) => party === 'sc')
    const keys = [
      ...listed.map(({ agency, alg, jwk, kid, operator, roles, status }) => {
        return { agency, alg, jwk, kid, operator, roles, status }
      }),
      {
        agency: 'sc-monitoring',
        alg: key.alg,
        jwk: key.jwk,
        kid: key.kid,
        operator: null,
        roles: ['agency'],
        status: 'active',
      },
    ]
    const issued = '2026-11-01T08:00:00+08:00'
    const payload = canonical({ edition: 2, issued, keys, party: 'sc', previous: previous?.digest ?? null })
    const jws = assembleDocument(payload, [signDocument(payload, { ...sc().root, typ: KEY_LIST_TYP })])
    const put = (body: unknown) =>
      calls.ask({ method: 'POST', path: '/v1/keys', headers: {}, body: JSON.stringify(body) })
    const [one = { protected: '', signature: '' }] = jws.signatures
    const bad = { ...jws, signatures: [{ ...one, signature: Buffer.alloc(64, 1).toString('base64url') }] }
    await refused(await put(bad), 422, 'document-signature-invalid')
    expect((await put(jws)).status).toBe(201)
    expect((await calls.read(key, RECORDS)).status).toBe(200)
  })

  test('a person signs in by a signature made elsewhere, and works by the session', async () => {
    const token = await desk.place.session(sc().operator)
    const told = await (await desk.place.send('/v1/session', { token })).json()
    expect(told).toMatchObject({ kid: sc().operator.kid, party: 'sc', roles: ['operator'] })
  })

  test('somebody who sends sign-ins in another’s name is held back, and the other with them, for a second', async () => {
    const challenge = await desk.place.challenge()
    const text = canonical({ challenge, origin: ORIGIN, type: 'sign-in', v: 1 })
    const made = signDocument(text, { ...sc().operator, typ: SIGN_IN_TYP })
    const jws = assembleDocument(text, [{ ...made, signature: Buffer.alloc(64, 1).toString('base64url') }])
    const send = () =>
      desk.place.send('/v1/session', { method: 'POST', body: JSON.stringify(jws), headers: { origin: ORIGIN } })
    for (let round = 0; round < SM2_LIMITS.perKey; round++) {
      await refused(await send(), 422, 'document-signature-invalid')
    }
    const answer = await send()
    expect(answer.headers.get('retry-after')).toBe('1')
    await refused(answer, 429, 'verification-limited')
    expect((await desk.place.signIn(sc().operator)).status).toBe(429)
    expect((await desk.place.signIn(sc().reviewer)).status).toBe(201)
    expect((await desk.place.signIn(cq().operator)).status).toBe(201)
    desk.wait(1)
    expect((await desk.place.signIn(sc().operator)).status).toBe(201)
  })
})

describe('held back', () => {
  test('a key has its verifications a second, then 429 with Retry-After and a problem of its own, then again', async () => {
    for (let round = 0; round < SM2_LIMITS.perKey; round++)
      expect((await calls.read(sc().agency, RECORDS)).status).toBe(200)
    const answer = await calls.read(sc().agency, RECORDS)
    expect(answer.headers.get('retry-after')).toBe('1')
    const { pointer, value } = await refused(answer, 429, 'verification-limited')
    expect({ pointer, value }).toEqual({ pointer: 'keyid', value: sc().agency.kid })
    expect((await calls.read(sc().operator, RECORDS)).status).toBe(200)
    desk.wait(1)
    expect((await calls.read(sc().agency, RECORDS)).status).toBe(200)
  })

  test('looking whether a forgery was meant for another host is spent for as well, and left when there is nothing left', async () => {
    const question = forged(sc().agency)
    const elsewhere = { ...question, headers: { ...question.headers, host: '10.0.3.8:8787' } }
    let looked = 0
    while ((await calls.ask(elsewhere)).status === 401) looked += 1
    // One verification and two guesses a request; the last has one guess left to it.
    expect(looked).toBe(Math.ceil(SM2_LIMITS.perKey / 3))
    await refused(await calls.ask(elsewhere), 429, 'verification-limited')
  })

  test('nothing is kept of a write that was held back: the same request counts a second later', async () => {
    for (let round = 0; round < SM2_LIMITS.perKey; round++)
      await refused(await calls.ask(forged(sc().agency)), 401, 'signature-invalid')
    const question = calls.writing(sc().agency, SUBMIT, FILE, { contentType: 'text/csv' })
    await refused(await calls.ask(question), 429, 'verification-limited')
    desk.wait(1)
    expect((await calls.ask(question)).status).toBe(201)
  })

  test('keys that nobody listed are refused as such, however many come, and spend nothing', async () => {
    const stranger = newKey('sm2-sm3')
    for (let round = 0; round < SM2_LIMITS.perSecond + 1; round++)
      await refused(await calls.ask(forged(stranger)), 401, 'key-unknown')
    expect((await calls.read(sc().agency, RECORDS)).status).toBe(200)
  })

  test('other algorithms are served on, and all keys of SM2 together have their bound', async () => {
    const hands = [sc().agency, sc().operator, sc().reviewer, sc().signatory]
    for (const key of hands) {
      for (let round = 0; round < SM2_LIMITS.perKey; round++)
        await refused(await calls.ask(forged(key)), 401, 'signature-invalid')
    }
    expect(hands.length * SM2_LIMITS.perKey).toBe(SM2_LIMITS.perSecond)
    for (const key of hands) await refused(await calls.ask(forged(key)), 429, 'verification-limited')
    expect((await calls.read(cq().agency, RECORDS)).status).toBe(200)
  })

  test('of many at once as many are taken as may be under way, and others are answered between them', async () => {
    const order: string[] = []
    const slow = [sc().agency, sc().operator].flatMap((key) =>
      Array.from({ length: 30 }, () => calls.reading(key, RECORDS)),
    )
    const asked = slow.map(async (question) => {
      const { status } = await calls.ask(question)
      order.push(`sm2 ${status}`)
      return status
    })
    const fast = calls.read(cq().agency, RECORDS).then(({ status }) => order.push(`ed25519 ${status}`))
    const statuses = await Promise.all(asked)
    await fast
    expect(statuses.filter((status) => status === 200)).toHaveLength(SM2_LIMITS.underWay)
    expect(statuses.filter((status) => status === 429)).toHaveLength(60 - SM2_LIMITS.underWay)
    const place = order.indexOf('ed25519 200')
    expect(place).toBeGreaterThanOrEqual(0)
    expect(order.slice(place).filter((one) => one === 'sm2 200').length).toBeGreaterThan(SM2_LIMITS.underWay / 2)
  })
})

test('a gateway does not open with a key of SM2 of its own: every answer would wait for it', async () => {
  const { config, ...ports } = desk.world.gateway
  const gatewayKey = newKey('sm2-sm3')
  await expect(openGateway({ ...config, gatewayKey }, ports)).rejects.toThrow(/Ed25519 or P-256/)
  await expect(openGateway({ ...config, logKey: gatewayKey }, ports)).rejects.toThrow(/Ed25519/)
})
