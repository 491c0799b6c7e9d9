/** The request of one file of a package: signed as a live write is (RFC 9421), with a tag of its own, so that it serves nowhere but in its package. */
import { type Claim, readClaim } from './claim.ts'
import type { HttpMessage } from './components.ts'
import { checkContentDigest, contentDigest } from './digest.ts'
import { refusal } from './error.ts'
import type { SigningKey } from './jwk.ts'
import { SIGNATURE_LIMITS } from './limits.ts'
import { holds, holdsAside, keyOf, signMessage, type VerificationKey } from './profile.ts'
import { WRITE_COVERAGE } from './request.ts'

const TAG = 'chuanyu-package'

/** What of a request its signature covers, and the two fields that carry it. */
export interface PackagedRequest {
  readonly contentDigest: string
  readonly contentType: string
  readonly method: string
  readonly signature: string
  readonly signatureInput: string
  /** The address it would be sent to, at the gateway's own origin. */
  readonly targetUri: string
}

/** A file to be signed. `created` in Unix seconds, that of its package; `nonce` its own. */
export interface RequestToPack {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly targetUri: string
  readonly created: number
  readonly nonce: string
  readonly key: SigningKey
}

/** Signs the request of a file. */
export function signPackaged({ bytes, contentType, targetUri, created, nonce, key }: RequestToPack): PackagedRequest {
  const request = { contentDigest: contentDigest(bytes), contentType, method: 'POST', targetUri }
  const signed = signMessage(messageOf(request), {
    label: 'chuanyu',
    coverage: WRITE_COVERAGE,
    created,
    nonce,
    key,
    tag: TAG,
  })
  return { ...request, signature: signed.signature, signatureInput: signed['signature-input'] }
}

/** Whom it must be by, and when: all of a package was signed at once. */
export interface PackagedExpectation<K extends VerificationKey> {
  readonly created: number
  readonly findKey: (kid: string) => K | undefined
}

/** A request of a package that holds. `digest` is the SHA-256 of its bytes in hexadecimal. */
export interface VerifiedPackaged {
  readonly keyid: string
  readonly nonce: string
  readonly digest: string
}

/** Verifies the request of a file against its bytes. Throws IdentityError. */
export function verifyPackaged<K extends VerificationKey>(
  request: PackagedRequest,
  bytes: Uint8Array,
  expected: PackagedExpectation<K>,
): VerifiedPackaged {
  const { claim, key, verified } = readPackaged(request, bytes, expected)
  if (!holds(claim, messageOf(request), key)) throw invalid()
  return verified
}

/** The same with the signature verified beside the event loop. */
export async function verifyPackagedAside<K extends VerificationKey>(
  request: PackagedRequest,
  bytes: Uint8Array,
  expected: PackagedExpectation<K>,
): Promise<VerifiedPackaged> {
  const { claim, key, verified } = readPackaged(request, bytes, expected)
  if (!(await holdsAside(claim, messageOf(request), key))) throw invalid()
  return verified
}

function readPackaged<K extends VerificationKey>(
  { contentDigest: field, signatureInput: input, signature }: PackagedRequest,
  bytes: Uint8Array,
  { created, findKey }: PackagedExpectation<K>,
): { readonly claim: Claim; readonly key: K; readonly verified: VerifiedPackaged } {
  const claim = readClaim(
    { input, signature },
    // Whether the package is in time is its own to say.
    { tag: TAG, coverage: WRITE_COVERAGE, now: created * 1000, window: 0, limits: SIGNATURE_LIMITS },
  )
  const { nonce, keyid } = claim
  if (nonce === undefined)
    throw refusal('nonce-missing', '包内文件须带 nonce', 'expected the parameter nonce on a packed file', 'nonce')
  if (claim.created !== created)
    throw refusal('signature-invalid', '签名时刻与包不符', 'expected created to be that of the package', 'created')
  const key = keyOf(claim, findKey)
  return { claim, key, verified: { keyid, nonce, digest: checkContentDigest(field, bytes) } }
}

function messageOf(request: Omit<PackagedRequest, 'signature' | 'signatureInput'>): HttpMessage {
  const fields = new Map([
    ['content-type', request.contentType],
    ['content-digest', request.contentDigest],
  ])
  return { method: request.method, targetUri: request.targetUri, header: (name) => fields.get(name) }
}

function invalid() {
  return refusal(
    'signature-invalid',
    '包内文件的签名验证未通过',
    'expected the signature of a packed file to hold over its method, target, content type and digest',
    'signature',
  )
}
