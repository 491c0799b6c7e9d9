/** What the gateway says to itself by way of others: a compact JWS (RFC 7515 §7.1) over JCS that only its own key makes, and only it reads. */
import { canonical, type JsonValue, parseCanonical } from '../../contracts/jcs.ts'
import { ALGORITHMS, type PublicKey } from './algorithms.ts'
import { signCanonical } from './document.ts'
import { importPublicJwk, type PublicJwk, type SigningKey } from './jwk.ts'
import { SESSION_LIMITS } from './limits.ts'

/** The gateway's own key, with its public half. */
export type StatementKey = SigningKey & { readonly jwk: PublicJwk }

/** Whose statement, and of what kind: one made for one purpose never serves another. */
export interface StatementOptions {
  readonly key: StatementKey
  readonly typ: string
}

/** `header.payload.signature`, all ASCII. */
export function signStatement(value: JsonValue, { key, typ }: StatementOptions): string {
  const payload = canonical(value)
  const { protected: header, signature } = signCanonical(payload, { ...key, typ })
  return `${header}.${Buffer.from(payload, 'utf8').toString('base64url')}.${signature}`
}

/** What a statement of this key and kind says, exactly as it was made; undefined for any other text. */
export function readStatement(text: string, { key, typ }: StatementOptions): JsonValue | undefined {
  if (text.length > SESSION_LIMITS.statement) return undefined
  const [header = '', payload = '', signature = '', ...rest] = text.split('.')
  // The one header there can be: there is no algorithm, key or member to choose.
  if (rest.length > 0 || header !== headerOf(key, typ)) return undefined
  const [content, signed] = [decoded(payload), decoded(signature)]
  if (content === undefined || signed === undefined) return undefined
  const input = Buffer.from(`${header}.${payload}`, 'latin1')
  if (!ALGORITHMS[key.alg].verify(publicKeyOf(key), input, signed)) return undefined
  return parseCanonical(content.toString('utf8'))
}

function headerOf({ alg, kid }: StatementKey, typ: string): string {
  return Buffer.from(canonical({ alg: ALGORITHMS[alg].jws, kid, typ }), 'utf8').toString('base64url')
}

function decoded(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

const publicKeys = new WeakMap<StatementKey, PublicKey>()

function publicKeyOf(key: StatementKey): PublicKey {
  const known = publicKeys.get(key)
  if (known) return known
  const { publicKey } = importPublicJwk(key.jwk)
  publicKeys.set(key, publicKey)
  return publicKey
}
