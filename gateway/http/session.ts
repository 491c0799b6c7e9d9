/** A person at the desk: who they are by their session's cookie, and where they go when they have none. */
import type { Gateway } from '../gateway.ts'
import type { AccessRule } from '../identity/access.ts'
import { cookieValue, sessionCookie } from '../identity/cookie.ts'
import { sha256Hex } from '../identity/digest.ts'
import { IDENTITY_ERRORS, IdentityError, refusal } from '../identity/error.ts'
import { activeKey } from '../identity/profile.ts'
import { mustBeSameOrigin } from '../identity/same-origin.ts'
import { RESERVED_KIDS, readSession, type Session } from '../identity/session.ts'
import { readBody } from './body.ts'
import type { Actor, Caller } from './caller.ts'
import { permittedReach } from './permitted.ts'

/** Where one signs in. */
const SIGN_IN_PATH = '/desk/sign-in'

/** Under this name the store keeps the ids of ended sessions until they would have run out. */
export const ENDED = RESERVED_KIDS.ended

/** A call as it came: `path` as received, `target` with its query. */
export interface SessionCall {
  readonly request: Request
  readonly method: string
  readonly path: string
  readonly target: string
  /** Told whose session it is, before it is asked what they may. */
  readonly known?: (actor: Actor) => void
}

/** Whether a request bears either header of a signature; it is then judged by that alone. */
export function isSigned(headers: Headers): boolean {
  return headers.has('signature') || headers.has('signature-input')
}

/** The session of a request, if it holds: the gateway's own token, in time, not ended. Undefined when there is no cookie. */
async function sessionOf({ config, now, store }: Gateway, headers: Headers): Promise<Session | undefined> {
  const cookie = headers.get('cookie')
  if (cookie === null) return undefined
  const token = cookieValue(cookie, sessionCookie(config.origin).name)
  if (token === undefined) return undefined
  const session = readSession(token, { key: config.gatewayKey, origin: config.origin, now: now() })
  if (await store.claimed({ kid: ENDED, nonce: session.id })) {
    throw refusal('session-ended', '该会话已退出', 'expected a session that was not ended', 'cookie')
  }
  return session
}

/**
 * The caller by session; undefined when there is none and a signature is to be asked for instead. The session's key is looked up
 * each time, so that a revocation ends it at once. Throws IdentityError.
 */
export async function sessionCaller(
  gateway: Gateway,
  rule: AccessRule,
  { request, method, path, target, known }: SessionCall,
): Promise<Caller | undefined> {
  const { headers } = request
  const session = await sessionOf(gateway, headers)
  if (session === undefined) {
    if (rule.people || headers.has('sec-fetch-site')) {
      throw refusal('session-missing', '请先登录', 'expected a session', 'cookie')
    }
    return undefined
  }
  const read = method === 'GET'
  if (!read) mustBeSameOrigin((name) => headers.get(name), gateway.config.origin)
  const key = activeKey(session.kid, gateway.standing.key)
  known?.({ kid: session.kid, party: key.party, agency: key.agency })
  const reach = permittedReach(key.roles, method, path)
  const body = await readBody(request, gateway.limits.bytes)
  return {
    via: 'session',
    session,
    kid: session.kid,
    party: key.party,
    agency: key.agency,
    roles: key.roles,
    reach,
    targetUri: gateway.config.origin + target,
    body,
    digest: read ? '' : sha256Hex(body),
    nonce: null,
  }
}

/** Where a person who asked for a page and is not signed in is sent; undefined for any other call or failure. */
export function signInInstead(
  rule: AccessRule,
  { request, method, path, target }: SessionCall,
  error: unknown,
): string | undefined {
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false
  if (!rule.people || method !== 'GET' || !path.startsWith('/desk') || !wantsPage) return undefined
  if (!(error instanceof IdentityError)) return undefined
  // The page for signing in tells why it cannot be done at an insecure address.
  const unknown = IDENTITY_ERRORS[error.code].status === 401 || error.code === 'session-insecure-origin'
  return unknown ? `${SIGN_IN_PATH}?to=${encodeURIComponent(target)}` : undefined
}
