/** Who is calling: verifies the signature or the session, reads the body within its limit, holds the call against the access matrix. Deny by default. */
import type { Context, MiddlewareHandler } from 'hono'
import type { PartyId } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import type { Gateway } from '../gateway.ts'
import { ACCESS, type Reach, ruleFor } from '../identity/access.ts'
import { SIGNATURE_LIMITS } from '../identity/limits.ts'
import { verifyRequestAside } from '../identity/request.ts'
import type { Session } from '../identity/session.ts'
import type { NonceUse } from '../ports.ts'
import { PUBLIC_BODY, readBody } from './body.ts'
import { pathAndQuery } from './paths.ts'
import { permittedReach } from './permitted.ts'
import { isSigned, type SessionCall, sessionCaller, signInInstead } from './session.ts'

/** A caller whose signature or session holds. `body` is empty for reads; `digest` is a write's, `nonce` a signed write's. */
export interface Caller {
  readonly via: 'signature' | 'session'
  /** Null for a caller by signature. */
  readonly session: Session | null
  readonly kid: string
  readonly party: PartyId
  readonly agency: string
  readonly roles: readonly string[]
  readonly reach: Reach
  readonly targetUri: string
  readonly body: Uint8Array
  readonly digest: string
  readonly nonce: NonceUse | null
}

/** A key that acts, and whose it is. */
export interface Actor {
  readonly kid: string
  readonly party: PartyId
  readonly agency: string | null
}

/** What every request carries through the app. */
export interface Env {
  Variables: {
    gateway: Gateway
    /** Null on public calls, even signed ones. */
    caller: Caller | null
    /** The body of a public write, read within its limit. */
    body: Uint8Array
    /** Names the request in the log and in its answer. */
    requestId: string
    /** What names the request in its answer's head; taken once an answer has it. */
    traced: Readonly<Record<string, string>> | null
    /** The pattern of the access matrix it comes under; undefined where there is none. */
    route: string | undefined
    /** Bytes of the answer's content, where they are known. */
    bytes: number | undefined
    /** Who acts, as soon as that is verified: also by a call that is refused after it, or by a public one, as by signing in. */
    actor: Actor | undefined
  }
}

const METHODS = new Set(ACCESS.map((rule) => rule.method))

/** The caller, or the Problem that says the call needs one. */
export function callerOf(c: Context<Env>): Caller {
  const caller = c.get('caller')
  if (!caller) throw new Problem('signature-missing')
  return caller
}

async function authenticate(c: Context<Env>, gateway: Gateway, path: string, query: string): Promise<Caller> {
  const { method } = c.req
  const { headers } = c.req.raw
  const targetUri = gateway.config.origin + query
  const verified = await verifyRequestAside({
    method,
    targetUri,
    header: (name) => headers.get(name),
    readBody: () => readBody(c.req.raw, gateway.limits.bytes),
    now: gateway.now(),
    findKey: gateway.standing.key,
    pace: gateway.pace,
  })
  const { key, keyid, body } = verified
  // Known from here on, also when the call is refused.
  c.set('actor', { kid: keyid, party: key.party, agency: key.agency })
  const reach = permittedReach(key.roles, method, path)
  const write = verified.tag === 'chuanyu-write' ? verified : null
  const expires = (verified.created + SIGNATURE_LIMITS.writeWindow + SIGNATURE_LIMITS.skew) * 1000
  return {
    via: 'signature',
    session: null,
    kid: keyid,
    party: key.party,
    agency: key.agency,
    roles: key.roles,
    reach,
    targetUri,
    body,
    digest: write?.digest ?? '',
    nonce: write ? { kid: keyid, nonce: write.nonce, expires } : null,
  }
}

/** Lets public calls through, verifies all others, and refuses what the matrix does not name. */
export function guard(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const gateway = c.get('gateway')
    const query = pathAndQuery(c.req.url)
    const [path = '/'] = query.split('?', 1)
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    const rule = ruleFor(method, path)
    c.set('route', rule?.path)
    const { rates } = gateway.operations
    const address = gateway.operations.address(c.req.raw, c.env)
    if (rule === undefined || rule.allow.public !== undefined) {
      c.set('caller', null)
      // Whether the gateway lives is asked by those who must always hear it.
      if (path !== '/healthz') rates.address(method === 'POST' ? 'publicWrites' : 'publicReads', address)
      if (rule === undefined) throw unknownCall(path)
      if (method === 'POST' && !rule.ownBody) c.set('body', await readBody(c.req.raw, PUBLIC_BODY))
      return next()
    }
    const giveBack = rates.address('unverified', address)
    const call: SessionCall = {
      request: c.req.raw,
      method,
      path,
      target: query,
      known: (actor) => c.set('actor', actor),
    }
    const bySession = rule.session === true && !isSigned(c.req.raw.headers)
    try {
      const known = bySession ? await sessionCaller(gateway, rule, call) : undefined
      c.set('caller', known ?? (await authenticate(c, gateway, path, query)))
    } catch (error) {
      const place = bySession ? signInInstead(rule, call, error) : undefined
      if (place === undefined) throw error
      return c.body(null, 303, { location: place, 'cache-control': 'no-store' })
    }
    rates.key(method === 'GET' ? 'keyReads' : 'keyWrites', callerOf(c).kid)
    giveBack()
    return next()
  }
}

function unknownCall(path: string): Problem {
  const taken = [...METHODS].filter((method) => ruleFor(method, path) !== undefined)
  if (taken.length === 0) return new Problem('not-found', { pointer: path })
  return new Problem('method-not-allowed', {
    pointer: path,
    allow: taken.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
  })
}
