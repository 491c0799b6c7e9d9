/** A public key out of what other programs write: PEM (RFC 7468) of a key or a certificate, or a JWK. */
import { createPublicKey } from 'node:crypto'
import { type ImportedPublicKey, importPublicJwk } from '../../identity/jwk.ts'

/** SubjectPublicKeyInfo of SM2 up to its point (GB/T 35276-2017 §7.1): id-ecPublicKey, curve 1.2.156.10197.1.301, uncompressed. */
const SM2_SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d03420004', 'hex')
const COORDINATE = 32

/** The key of a file's text. Throws IdentityError, or what OpenSSL makes of the PEM. */
export function readPublicKey(text: string): ImportedPublicKey {
  if (text.trimStart().startsWith('{')) return importPublicJwk(JSON.parse(text))
  const key = createPublicKey(text)
  const spki = key.export({ type: 'spki', format: 'der' })
  const prefix = SM2_SPKI.length
  // Node makes no JWK of this curve.
  if (!spki.subarray(0, prefix).equals(SM2_SPKI)) return importPublicJwk(key.export({ format: 'jwk' }))
  const [x, y] = [spki.subarray(prefix, prefix + COORDINATE), spki.subarray(prefix + COORDINATE)]
  return importPublicJwk({ kty: 'EC', crv: 'SM2', x: x.toString('base64url'), y: y.toString('base64url') })
}
