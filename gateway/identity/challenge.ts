/** Signing in with a key: a challenge the gateway signed, answered by the key's signature over it and over the address it was asked at. */
import type { JsonValue } from '../../contracts/jcs.ts'
import { IdentityError, refusal } from './error.ts'
import { SESSION_LIMITS, SIGNATURE_LIMITS } from './limits.ts'
import { readStatement, type StatementKey, signStatement } from './statement.ts'

/** `typ` of the document a person signs in with. */
export const SIGN_IN_TYP = 'chuanyu-sign-in+jws'

const CHALLENGE_TYP = 'chuanyu-challenge+jws'
const NONCE = /^[\w-]{22}$/

/** Whose challenge, for which address, and when. `now` in ms. */
export interface ChallengeOptions {
  readonly key: StatementKey
  readonly origin: string
  readonly now: number
}

/** A challenge as read. Times in Unix seconds. */
export interface Challenge {
  readonly nonce: string
  readonly issued: number
  readonly expires: number
}

/** A new challenge, as the text to be signed, and when it ends (Unix seconds). Nothing of it is kept. `nonce` is 16 random bytes. */
export function issueChallenge(
  nonce: Uint8Array,
  { key, origin, now }: ChallengeOptions,
): { readonly challenge: string; readonly expires: number } {
  const issued = Math.floor(now / 1000)
  const expires = issued + SESSION_LIMITS.challengeWindow
  const said = { expires, issued, nonce: Buffer.from(nonce).toString('base64url'), origin, type: 'challenge', v: 1 }
  return { challenge: signStatement(said, { key, typ: CHALLENGE_TYP }), expires }
}

/** A challenge of this gateway, for its address, not yet past. Whether it was used is for the store to say. Throws `challenge-invalid`, `challenge-expired`. */
export function readChallenge(text: string, { key, origin, now }: ChallengeOptions): Challenge {
  const said = readStatement(text, { key, typ: CHALLENGE_TYP })
  const seconds = now / 1000
  if (!isChallenge(said) || said.origin !== origin || said.issued > seconds + SIGNATURE_LIMITS.skew) {
    throw refusal(
      'challenge-invalid',
      '该质询不是本网关为此地址签发的',
      `expected a challenge that this gateway made for ${origin}`,
      '/payload/challenge',
    )
  }
  const { nonce, issued, expires } = said
  if (seconds >= expires) {
    throw refusal(
      'challenge-expired',
      `质询在签发后 ${SESSION_LIMITS.challengeWindow} 秒内有效`,
      `expected an answer within ${SESSION_LIMITS.challengeWindow} s of the challenge`,
      '/payload/challenge',
    )
  }
  return { nonce, issued, expires }
}

function isChallenge(said: unknown): said is Challenge & { readonly origin: string } {
  if (typeof said !== 'object' || said === null) return false
  const { expires, issued, nonce, origin, type, v }: Readonly<Record<string, unknown>> = { ...said }
  return (
    type === 'challenge' &&
    v === 1 &&
    typeof origin === 'string' &&
    typeof nonce === 'string' &&
    NONCE.test(nonce) &&
    Number.isSafeInteger(issued) &&
    Number.isSafeInteger(expires)
  )
}

const MEMBERS = ['challenge', 'origin', 'type', 'v']

/** The challenge that a signed sign-in answers, if it was signed for this address. Throws `sign-in-malformed`, `sign-in-origin`. */
export function readSignIn(payload: JsonValue, origin: string): string {
  const members = new Map<string, unknown>(
    typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? Object.entries(payload) : [],
  )
  const challenge = members.get('challenge')
  const others = [...members.keys()].filter((name) => !MEMBERS.includes(name))
  if (
    typeof challenge !== 'string' ||
    typeof members.get('origin') !== 'string' ||
    members.get('type') !== 'sign-in' ||
    members.get('v') !== 1 ||
    others.length > 0
  ) {
    throw new IdentityError(
      'sign-in-malformed',
      {
        zh: `应恰有 ${MEMBERS.join('、')}，其中 type 为 sign-in、v 为 1`,
        en: `expected exactly ${MEMBERS.join(', ')}, with type "sign-in" and v 1`,
      },
      { pointer: others.length > 0 ? `/payload/${others[0]}` : '/payload' },
    )
  }
  const sent = String(members.get('origin'))
  if (sent !== origin) {
    throw refusal(
      'sign-in-origin',
      `签名所对的地址是 ${sent}，应为 ${origin}`,
      `expected a sign-in for ${origin}, got one for ${sent}`,
      '/payload/origin',
      sent,
    )
  }
  return challenge
}
