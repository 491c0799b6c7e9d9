/** A session: the gateway's signed word that a key signed in, which the browser hands back with each request. The key itself is asked for every time. */
import { refusal } from './error.ts'
import type { ListedKey } from './key-list.ts'
import { SESSION_LIMITS, SIGNATURE_LIMITS } from './limits.ts'
import { readStatement, type StatementKey, signStatement } from './statement.ts'

const SESSION_TYP = 'chuanyu-session+jws'
const ID = /^[\w-]{22}$/

/** What the store keeps nonces under that no key used: answered challenges, and ids of ended sessions. No `kid` is spelled so. */
export const RESERVED_KIDS = { answered: 'sign-in', ended: 'sign-out' } as const

/** The roles a person signs in with, one of them at least. */
export const SESSION_ROLES = ['operator', 'reviewer', 'signatory', 'audit'] as const

/** A session as read. Times in Unix seconds. */
export interface Session {
  readonly id: string
  readonly kid: string
  readonly issued: number
  readonly expires: number
}

/** Whose sessions, at which address, and when. `now` in ms. */
export interface SessionOptions {
  readonly key: StatementKey
  readonly origin: string
  readonly now: number
}

/** A new session of a key, and its token. `id` is 16 random bytes. */
export function issueSession(
  { id, kid }: { readonly id: Uint8Array; readonly kid: string },
  { key, origin, now }: SessionOptions,
): { readonly token: string; readonly session: Session } {
  const issued = Math.floor(now / 1000)
  const expires = issued + SESSION_LIMITS.sessionWindow
  const session = { expires, id: Buffer.from(id).toString('base64url'), issued, kid }
  const token = signStatement({ ...session, origin, type: 'session', v: 1 }, { key, typ: SESSION_TYP })
  return { token, session }
}

/** The session a token stands for. Whether it was ended is for the store to say. Throws `session-invalid`, `session-expired`. */
export function readSession(token: string, { key, origin, now }: SessionOptions): Session {
  const said = readStatement(token, { key, typ: SESSION_TYP })
  const seconds = now / 1000
  if (!isSession(said) || said.origin !== origin || said.issued > seconds + SIGNATURE_LIMITS.skew) {
    throw refusal('session-invalid', '会话凭据不是本网关签发的', 'expected a session that this gateway made', 'cookie')
  }
  const { id, kid, issued, expires } = said
  if (seconds >= expires) {
    const hours = SESSION_LIMITS.sessionWindow / 3600
    throw refusal('session-expired', `会话满 ${hours} 小时`, `the session is over after ${hours} hours`, 'cookie')
  }
  return { id, kid, issued, expires }
}

function isSession(said: unknown): said is Session & { readonly origin: string } {
  if (typeof said !== 'object' || said === null) return false
  const { expires, id, issued, kid, origin, type, v }: Readonly<Record<string, unknown>> = { ...said }
  return (
    type === 'session' &&
    v === 1 &&
    typeof origin === 'string' &&
    typeof kid === 'string' &&
    typeof id === 'string' &&
    ID.test(id) &&
    Number.isSafeInteger(issued) &&
    Number.isSafeInteger(expires)
  )
}

/** Holds a key to be a person's, with a role that works at the desk. Throws `sign-in-role`. */
export function mustBePersons({ operator, roles }: Pick<ListedKey, 'operator' | 'roles'>): void {
  if (operator !== null && SESSION_ROLES.some((role) => roles.includes(role))) return
  const known = SESSION_ROLES.join(', ')
  throw refusal(
    'sign-in-role',
    operator === null ? '这是单位机器的密钥，没有岗位' : `该密钥的角色为 ${roles.join('、')}`,
    operator === null
      ? "expected a person's key, got one of an agency's machine"
      : `expected one of the roles ${known}, got ${roles.join(', ')}`,
    'kid',
  )
}
