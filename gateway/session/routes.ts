/** HTTP for people: a challenge to sign, a session for the answer, who one is, and the end of it. */
import { type Context, Hono } from 'hono'
import { verifySignedOnce } from '../documents/cosign.ts'
import type { Gateway } from '../gateway.ts'
import { json } from '../http/answer.ts'
import { callerOf, type Env } from '../http/caller.ts'
import { parseBody } from '../http/jose.ts'
import { ENDED } from '../http/session.ts'
import { issueChallenge, readChallenge, readSignIn, SIGN_IN_TYP } from '../identity/challenge.ts'
import { clearCookie, sessionCookie, startCookie } from '../identity/cookie.ts'
import { refusal } from '../identity/error.ts'
import type { RegisteredKey } from '../identity/keys.ts'
import { SIGNATURE_LIMITS } from '../identity/limits.ts'
import { paced } from '../identity/pace.ts'
import { activeKey } from '../identity/profile.ts'
import { mustBeSameOrigin } from '../identity/same-origin.ts'
import { issueSession, mustBePersons, RESERVED_KIDS } from '../identity/session.ts'

const NONCE_BYTES = 16

/** Whatever carries or ends a session is for one person and one moment. */
const UNKEPT = { 'cache-control': 'no-store, no-transform' }

/** When the store may forget that something was used up: once no gateway's clock, however slow, would still take it. */
const forgotten = (expires: number): number => (expires + SIGNATURE_LIMITS.skew) * 1000

const instant = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

/** The person a key stands for, as the page shows them. `expires` is null for one who signs each request. */
function person({ operator, agency, party, roles, kid }: RegisteredKey, expires: number | null) {
  return { operator, agency, party, roles, kid, expires: expires === null ? null : instant(expires) }
}

/** Who answered a challenge of this gateway, for the first time. Throws IdentityError, Problem. */
async function signedIn({ config, now, pace, standing, store }: Gateway, body: Uint8Array): Promise<RegisteredKey> {
  const findKey = (kid: string) => activeKey(kid, standing.key)
  const { key, value } = verifySignedOnce(parseBody(body), SIGN_IN_TYP, paced(pace, findKey))
  mustBePersons(key)
  const { origin, gatewayKey } = config
  const { nonce, expires } = readChallenge(readSignIn(value, origin), { key: gatewayKey, origin, now: now() })
  // Last, so that nothing is written for an answer that does not hold.
  if (!(await store.claim({ kid: RESERVED_KIDS.answered, nonce, expires: forgotten(expires) }))) {
    throw refusal(
      'challenge-used',
      '该质询已用过',
      'expected a challenge that was not answered before',
      '/payload/challenge',
    )
  }
  return key
}

/** `/v1/session…` */
export function sessionRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const ownOrigin = (c: Context<Env>) => {
    const { origin } = c.get('gateway').config
    const cookie = sessionCookie(origin)
    mustBeSameOrigin((name) => c.req.header(name), origin, { lenient: true })
    return { origin, cookie }
  }
  routes.post('/challenge', (c) => {
    const { config, now, random } = c.get('gateway')
    const { origin } = ownOrigin(c)
    const made = issueChallenge(random(NONCE_BYTES), { key: config.gatewayKey, origin, now: now() })
    return json(c, { challenge: made.challenge, expires: instant(made.expires) }, { headers: UNKEPT })
  })
  routes.post('/', async (c) => {
    const gateway = c.get('gateway')
    const { origin, cookie } = ownOrigin(c)
    const key = await signedIn(gateway, c.get('body'))
    c.set('actor', key)
    const { config, now, random } = gateway
    const { token, session } = issueSession(
      { id: random(NONCE_BYTES), kid: key.kid },
      { key: config.gatewayKey, origin, now: now() },
    )
    const headers = { ...UNKEPT, location: '/v1/session', 'set-cookie': startCookie(cookie, token) }
    return json(c, person(key, session.expires), { status: 201, headers })
  })
  routes.get('/', (c) => {
    const { kid, session } = callerOf(c)
    const key = activeKey(kid, c.get('gateway').standing.key)
    return json(c, person(key, session?.expires ?? null), { headers: UNKEPT })
  })
  routes.post('/end', async (c) => {
    const { config, store } = c.get('gateway')
    const { session } = callerOf(c)
    if (session === null) return json(c, { ended: false }, { headers: UNKEPT })
    await store.claim({ kid: ENDED, nonce: session.id, expires: forgotten(session.expires) })
    return json(c, { ended: true }, { headers: { ...UNKEPT, 'set-cookie': clearCookie(sessionCookie(config.origin)) } })
  })
  return routes
}
