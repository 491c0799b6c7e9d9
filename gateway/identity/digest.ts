/** Content-Digest: what the body must be (RFC 9530 §2), sha-256 by default, sha-512 accepted. */
import { hash } from 'node:crypto'
import { parseDictionary } from 'structured-headers'
import { type IdentityError, refusal } from './error.ts'
import { SIGNATURE_LIMITS } from './limits.ts'

/** The Content-Digest field for these bytes: `sha-256=:…:`. */
export function contentDigest(bytes: Uint8Array): string {
  return `sha-256=:${hash('sha256', bytes, 'base64')}:`
}

/** SHA-256 of these bytes (text as UTF-8), 64 lower-case hexadecimal characters. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}

/**
 * Checks a Content-Digest field against the content as received, and gives its SHA-256 in hexadecimal. Every sha-256 and sha-512
 * in the field must hold and one of them must be there; other algorithms are passed over (RFC 9530 §2).
 * Throws `digest-missing`, `digest-mismatch`, `signature-malformed`.
 */
export function checkContentDigest(field: string, bytes: Uint8Array): string {
  const claimed = claimedDigests(field)
  if (claimed.length === 0) {
    throw refusal(
      'digest-missing',
      'Content-Digest 中没有 sha-256 或 sha-512',
      'expected sha-256 or sha-512 in Content-Digest, got neither',
      FIELD,
      field,
    )
  }
  const sha256 = hash('sha256', bytes, 'buffer')
  for (const [algorithm, expected] of claimed) {
    const actual = algorithm === 'sha-256' ? sha256 : hash('sha512', bytes, 'buffer')
    if (!actual.equals(expected)) {
      const zh = `收到的 ${bytes.length} 字节内容与 Content-Digest 不符`
      const en = `expected the digest in Content-Digest, which the ${bytes.length} bytes received do not have`
      throw refusal('digest-mismatch', zh, en, FIELD, field)
    }
  }
  return sha256.toString('hex')
}

const FIELD = 'content-digest'

type Supported = 'sha-256' | 'sha-512'

// The usual case without the parser.
const OWN_FORM = /^sha-256=:([A-Za-z0-9+/]{43}=):$/

function claimedDigests(field: string): (readonly [Supported, Uint8Array])[] {
  const own = OWN_FORM.exec(field)?.[1]
  if (own !== undefined) return [['sha-256', Buffer.from(own, 'base64')]]
  const claimed: (readonly [Supported, Uint8Array])[] = []
  for (const [algorithm, [value]] of members(field)) {
    if (algorithm !== 'sha-256' && algorithm !== 'sha-512') continue
    if (!(value instanceof ArrayBuffer)) throw malformed(field)
    claimed.push([algorithm, new Uint8Array(value)])
  }
  return claimed
}

function members(field: string) {
  if (field.length > SIGNATURE_LIMITS.field) throw malformed(field)
  try {
    return parseDictionary(field)
  } catch {
    throw malformed(field)
  }
}

function malformed(field: string): IdentityError {
  const zh = 'Content-Digest 应为“算法=:Base64:”的字典，例如 sha-256=:…:'
  const en = 'expected Content-Digest as a dictionary of byte sequences, such as sha-256=:…:'
  return refusal('signature-malformed', zh, en, FIELD, field)
}
