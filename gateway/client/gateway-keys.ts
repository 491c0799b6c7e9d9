/** The gateway's own public keys: pinned by the caller, or fetched once from its JWK Set (RFC 7517 §5). */
import { type ImportedPublicKey, importPublicJwk } from '../identity/jwk.ts'
import { localError } from './error.ts'
import { listOf, membersOf, readJson } from './read-json.ts'

/** Keys by kid. */
export type GatewayKeys = ReadonlyMap<string, ImportedPublicKey>

/** Keys from JWKs. Throws IdentityError `key-malformed`, `algorithm-unsupported`. */
export function gatewayKeys(jwks: readonly unknown[]): GatewayKeys {
  return new Map(jwks.map((jwk) => importPublicJwk(jwk)).map((key) => [key.kid, key]))
}

/** Keys of a JWK Set's text. Throws ClientError `answer-malformed`. */
export function readJwks(text: string): GatewayKeys {
  const keys = gatewayKeys(listOf(membersOf(readJson(text), 'a JWK Set').get('keys'), 'keys'))
  if (keys.size === 0) throw localError('answer-malformed', 'expected at least one key')
  return keys
}
