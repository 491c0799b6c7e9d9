import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { issueChallenge, readChallenge, readSignIn } from '../../../gateway/identity/challenge.ts'
import { clearCookie, cookieValue, sessionCookie, startCookie } from '../../../gateway/identity/cookie.ts'
import type { IdentityError } from '../../../gateway/identity/error.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import { mustBeSameOrigin } from '../../../gateway/identity/same-origin.ts'
import { issueSession, mustBePersons, readSession } from '../../../gateway/identity/session.ts'
import { signStatement } from '../../../gateway/identity/statement.ts'
import { refusalOf } from './refused.ts'

const ORIGIN = 'https://gateway.test'
const key = importPrivateJwk(generateKey().privateJwk)
const NOW = Date.parse('2026-11-10T08:00:00.500Z')
const at = (seconds: number) => ({ key, origin: ORIGIN, now: NOW + seconds * 1000 })

/** Holds an action to be refused by this code. */
function refused(action: () => unknown, code: string): IdentityError {
  const refusal = refusalOf(action)
  expect(refusal.code).toBe(code)
  return refusal
}

describe('a challenge', () => {
  const nonce = randomBytes(16)
  const { challenge, expires } = issueChallenge(nonce, at(0))

  test('holds its nonce and its two minutes', () => {
    expect(expires).toBe(Date.parse('2026-11-10T08:02:00Z') / 1000)
    expect(readChallenge(challenge, at(1))).toEqual({
      nonce: nonce.toString('base64url'),
      issued: Date.parse('2026-11-10T08:00:00Z') / 1000,
      expires,
    })
  })

  test('is good up to its end, and not at it', () => {
    expect(readChallenge(challenge, at(119.4)).expires).toBe(expires)
    refused(() => readChallenge(challenge, at(119.5)), 'challenge-expired')
  })

  test('is one of this gateway only, for its own address only', () => {
    refused(() => readChallenge(challenge, { ...at(1), origin: 'https://other.test' }), 'challenge-invalid')
    refused(
      () => readChallenge(challenge, { ...at(1), key: importPrivateJwk(generateKey().privateJwk) }),
      'challenge-invalid',
    )
    refused(() => readChallenge(`${challenge}x`, at(1)), 'challenge-invalid')
  })

  test('of a gateway whose clock is fast is taken within the skew', () => {
    expect(readChallenge(challenge, at(-30)).expires).toBe(expires)
    refused(() => readChallenge(challenge, at(-31)), 'challenge-invalid')
  })

  test('is no session, nor a session a challenge', () => {
    const { token } = issueSession({ id: randomBytes(16), kid: 'k' }, at(0))
    refused(() => readSession(challenge, at(1)), 'session-invalid')
    refused(() => readChallenge(token, at(1)), 'challenge-invalid')
  })

  const said = {
    expires,
    issued: expires - 120,
    nonce: nonce.toString('base64url'),
    origin: ORIGIN,
    type: 'challenge',
    v: 1,
  }
  test.each([
    ['another type', { ...said, type: 'session' }],
    ['another version', { ...said, v: 2 }],
    ['a short nonce', { ...said, nonce: 'AAAA' }],
    ['an end that is no number', { ...said, expires: '2026' }],
    ['no object', 'challenge'],
  ])('that says %s is none, though the gateway signed it', (_what, value) => {
    const text = signStatement(value, { key, typ: 'chuanyu-challenge+jws' })
    refused(() => readChallenge(text, at(1)), 'challenge-invalid')
  })
})

describe('a sign-in', () => {
  const said = { challenge: 'c', origin: ORIGIN, type: 'sign-in', v: 1 }

  test('gives the challenge it answers', () => expect(readSignIn(said, ORIGIN)).toBe('c'))

  test('for another address is refused by that', () => {
    const { value } = refused(() => readSignIn({ ...said, origin: 'https://evil.test' }, ORIGIN), 'sign-in-origin')
    expect(value).toBe('https://evil.test')
    refused(() => readSignIn({ ...said, origin: `${ORIGIN}/` }, ORIGIN), 'sign-in-origin')
  })

  test.each([
    ['another type', { ...said, type: 'release' }],
    ['another version', { ...said, v: 2 }],
    ['another member', { ...said, more: 1 }],
    ['no challenge', { origin: ORIGIN, type: 'sign-in', v: 1 }],
    ['a challenge that is no text', { ...said, challenge: 1 }],
    ['no origin', { challenge: 'c', type: 'sign-in', v: 1 }],
    ['a list', [said]],
    ['nothing', null],
  ])('with %s is malformed', (_what, value) => {
    refused(() => readSignIn(value, ORIGIN), 'sign-in-malformed')
  })
})

describe('a session', () => {
  const id = randomBytes(16)
  const { token, session } = issueSession({ id, kid: 'kid-1' }, at(0))

  test('holds its id, its key and its eight hours', () => {
    expect(session.expires - session.issued).toBe(8 * 3600)
    expect(readSession(token, at(10))).toEqual({
      id: id.toString('base64url'),
      kid: 'kid-1',
      issued: session.issued,
      expires: session.expires,
    })
  })

  test('is over at its end', () => {
    expect(readSession(token, at(8 * 3600 - 1)).id).toBe(session.id)
    refused(() => readSession(token, at(8 * 3600)), 'session-expired')
  })

  test('of another address, another gateway or the future is none', () => {
    refused(() => readSession(token, { ...at(1), origin: 'http://localhost:8787' }), 'session-invalid')
    refused(() => readSession(token, { ...at(1), key: importPrivateJwk(generateKey().privateJwk) }), 'session-invalid')
    refused(() => readSession(token, at(-40)), 'session-invalid')
  })

  test('that says something else is none, though the gateway signed it', () => {
    const said = { ...session, origin: ORIGIN, type: 'session', v: 1 }
    for (const value of [{ ...said, type: 'x' }, { ...said, v: 2 }, { ...said, id: '' }, { ...said, kid: 1 }, null]) {
      const text = signStatement(value, { key, typ: 'chuanyu-session+jws' })
      refused(() => readSession(text, at(1)), 'session-invalid')
    }
  })
})

describe('who may sign in', () => {
  test.each(['operator', 'reviewer', 'signatory', 'audit'] as const)('a person who is %s', (role) => {
    expect(() => mustBePersons({ operator: '值班员', roles: [role] })).not.toThrow()
    expect(() => mustBePersons({ operator: '值班员', roles: ['agency', role] })).not.toThrow()
  })

  test.each(['agency', 'system', 'security'] as const)('not a person who is only %s', (role) => {
    refused(() => mustBePersons({ operator: '值班员', roles: [role] }), 'sign-in-role')
  })

  test('not a machine, whatever its roles', () => {
    refused(() => mustBePersons({ operator: null, roles: ['agency'] }), 'sign-in-role')
    refused(() => mustBePersons({ operator: null, roles: ['operator', 'signatory'] }), 'sign-in-role')
  })
})

describe('the cookie', () => {
  test('over TLS is bound to this host, to TLS, to every path, and kept from scripts and other sites', () => {
    expect(startCookie(sessionCookie(ORIGIN), 'a.b.c')).toBe(
      '__Host-chuanyu-session=a.b.c; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure',
    )
    expect(clearCookie(sessionCookie(ORIGIN))).toBe(
      '__Host-chuanyu-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
    )
  })

  test('on this machine needs no TLS', () => {
    for (const origin of ['http://localhost:8787', 'http://127.0.0.1:8787'])
      expect(startCookie(sessionCookie(origin), 't')).toBe(
        'chuanyu-session=t; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict',
      )
  })

  test.each([
    'http://10.0.3.8:8787',
    'http://gateway.gov.example',
    'http://localhost.evil.test',
    'http://127.0.0.1.evil.test',
    'http://0.0.0.0',
  ])('is not given at %s', (origin) => {
    expect(refused(() => sessionCookie(origin), 'session-insecure-origin').value).toBe(origin)
  })

  test('is found among others, by its whole name', () => {
    expect(cookieValue('a=1; chuanyu-session=t; b=2', 'chuanyu-session')).toBe('t')
    expect(cookieValue('xchuanyu-session=t', 'chuanyu-session')).toBeUndefined()
    expect(cookieValue('__Host-chuanyu-session=t', 'chuanyu-session')).toBeUndefined()
    expect(cookieValue('chuanyu-session', 'chuanyu-session')).toBeUndefined()
    expect(cookieValue(null, 'chuanyu-session')).toBeUndefined()
    expect(cookieValue('', 'chuanyu-session')).toBeUndefined()
  })

  test('set twice is refused: one of them was put there by another', () => {
    refused(() => cookieValue('chuanyu-session=a; chuanyu-session=b', 'chuanyu-session'), 'session-invalid')
  })
})

describe('a write by session', () => {
  const from =
    (headers: Readonly<Record<string, string>>, lenient = false) =>
    () =>
      mustBeSameOrigin((name) => headers[name], ORIGIN, { lenient })

  test('from a page of our own is let through', () => {
    expect(from({ origin: ORIGIN })).not.toThrow()
    expect(from({ origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).not.toThrow()
  })

  test.each([
    ['no origin', {}],
    ['another origin', { origin: 'https://evil.test' }],
    ['a subdomain', { origin: 'https://a.gateway.test' }],
    ['another scheme', { origin: 'http://gateway.test' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site by Sec-Fetch-Site', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['a sibling by Sec-Fetch-Site', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
    ['an address typed by hand', { origin: ORIGIN, 'sec-fetch-site': 'none' }],
  ])('with %s is refused', (_what, headers) => {
    refused(from(headers), 'session-cross-site')
  })

  test('before there is a session, may come without an origin, but not with another', () => {
    expect(from({}, true)).not.toThrow()
    refused(from({ origin: 'https://evil.test' }, true), 'session-cross-site')
    refused(from({ 'sec-fetch-site': 'cross-site' }, true), 'session-cross-site')
  })
})
