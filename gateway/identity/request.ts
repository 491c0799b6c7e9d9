/** Signed requests: who asks, for exactly what, when (RFC 9421 with RFC 9530). Writes carry a nonce and a digest, reads do not. */

import { type Claim, readClaim, signatureFields } from './claim.ts'
import type { HeaderGetter, HttpMessage } from './components.ts'
import { checkContentDigest, contentDigest } from './digest.ts'
import { type IdentityError, refusal } from './error.ts'
import type { SigningKey } from './jwk.ts'
import { SIGNATURE_LIMITS, type SignatureLimits } from './limits.ts'
import type { Pace } from './pace.ts'
import { coverage, holds, holdsAside, keyOf, signMessage, type VerificationKey } from './profile.ts'

/** What a write's signature covers, at least. */
export const WRITE_COVERAGE = coverage('@method', '@target-uri', 'content-type', 'content-digest')
/** What a read's signature covers, at least. */
export const READ_COVERAGE = coverage('@method', '@target-uri')

/** A read (GET, HEAD) or a write (any other method) to be signed. `created` is in Unix seconds; a write needs the last three. */
export interface RequestToSign {
  readonly method: string
  /** The absolute URL under the gateway's own origin, exactly as it will be sent. */
  readonly url: string
  readonly key: SigningKey
  readonly created: number
  readonly contentType?: string
  readonly body?: Uint8Array
  /** 16 to 64 base64url characters, never used before with this key. */
  readonly nonce?: string
}

/** The headers to send, lower-case. TypeError when a write lacks its content type, body or nonce. */
export function signRequest({
  method,
  url,
  contentType,
  body,
  key,
  created,
  nonce,
}: RequestToSign): Record<string, string> {
  if (isRead(method)) {
    const message: HttpMessage = { method, targetUri: url, header: () => undefined }
    return signMessage(message, { label: 'chuanyu', coverage: READ_COVERAGE, created, key, tag: 'chuanyu-read' })
  }
  if (contentType === undefined || body === undefined || nonce === undefined) {
    throw new TypeError('expected contentType, body and nonce to sign a write')
  }
  const headers = { 'content-type': contentType, 'content-digest': contentDigest(body) }
  const fields: ReadonlyMap<string, string> = new Map(Object.entries(headers))
  const message: HttpMessage = { method, targetUri: url, header: (name) => fields.get(name) }
  return {
    ...headers,
    ...signMessage(message, { label: 'chuanyu', coverage: WRITE_COVERAGE, created, nonce, key, tag: 'chuanyu-write' }),
  }
}

/** A request as received, but for its content. */
export interface RequestHead<K extends VerificationKey> {
  readonly method: string
  /** The configured origin followed by path and query as received; never a Host or proxy header. */
  readonly targetUri: string
  readonly header: HeaderGetter
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly findKey: (kid: string) => K | undefined
  readonly limits?: SignatureLimits
  /** Holds back whoever has slow signatures verified; nobody where there is none. */
  readonly pace?: Pace
}

/** The whole of it. */
export interface RequestToVerify<K extends VerificationKey> extends RequestHead<K> {
  /** The content before any decoding; empty for none. */
  readonly body: Uint8Array
}

const DIGEST = 'content-digest'

/** Who asked, verified. A write's `nonce` must still be found unused, in the commit, by (keyid, nonce). */
export type VerifiedRequest<K extends VerificationKey> = VerifiedRead<K> | VerifiedWrite<K>

interface Verified<K> {
  readonly keyid: string
  readonly key: K
  /** Unix seconds. */
  readonly created: number
  readonly label: string
}

/** A verified GET or HEAD. */
export interface VerifiedRead<K> extends Verified<K> {
  readonly tag: 'chuanyu-read'
}

/** A verified write; `digest` is the SHA-256 of the body in hexadecimal. */
export interface VerifiedWrite<K> extends Verified<K> {
  readonly tag: 'chuanyu-write'
  readonly nonce: string
  readonly digest: string
}

/** Verifies a request. Throws IdentityError with the code that says what is wrong, the cheapest check first. */
export function verifyRequest<K extends VerificationKey>(request: RequestToVerify<K>): VerifiedRequest<K> {
  const { claim, key } = readHead(request)
  if (!holds(claim, request, key)) throw whyNot(claim, request, key)
  return verified(request, claim, key)
}

/**
 * The same with the signature verified beside the event loop, at the request's pace, and the content read only once the signature over its
 * digest holds: a stranger has none of it kept in memory. Throws `verification-limited` and what `readBody` throws, too.
 */
export async function verifyRequestAside<K extends VerificationKey>({
  readBody,
  ...head
}: RequestHead<K> & { readonly readBody: () => Promise<Uint8Array> }): Promise<
  VerifiedRequest<K> & { readonly body: Uint8Array }
> {
  const { claim, key } = readHead(head)
  const verify = () => holdsAside(claim, head, key)
  const held = head.pace && claim.algorithm.slow ? head.pace.run(key.alg, claim.keyid, verify) : verify()
  if (!(await held)) throw whyNot(claim, head, key)
  const body = await readBody()
  return { ...verified({ ...head, body }, claim, key), body }
}

/** All but the signature itself and the content. */
function readHead<K extends VerificationKey>(request: RequestHead<K>): { claim: Claim; key: K } {
  const { method, header, now, findKey, limits = SIGNATURE_LIMITS } = request
  const read = isRead(method)
  const fields = signatureFields(header)
  if (!read) mustHaveDigest(header)
  const claim = readClaim(fields, {
    tag: read ? 'chuanyu-read' : 'chuanyu-write',
    coverage: read ? READ_COVERAGE : WRITE_COVERAGE,
    now,
    window: read ? limits.readWindow : limits.writeWindow,
    limits,
  })
  if (!read && claim.nonce === undefined) {
    throw refusal('nonce-missing', '写请求须带 nonce', 'expected the parameter nonce on a write', 'nonce')
  }
  return { claim, key: keyOf(claim, findKey) }
}

function verified<K extends VerificationKey>(
  { method, header, body }: RequestToVerify<K>,
  claim: Claim,
  key: K,
): VerifiedRequest<K> {
  if (isRead(method)) mustBeEmpty(body)
  const found = { keyid: claim.keyid, key, created: claim.created, label: claim.label }
  if (claim.nonce === undefined || isRead(method)) return { ...found, tag: 'chuanyu-read' }
  const digest = checkContentDigest(header(DIGEST) ?? '', body)
  return { ...found, tag: 'chuanyu-write', nonce: claim.nonce, digest }
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

function mustBeEmpty(body: Uint8Array): void {
  if (body.length === 0) return
  throw refusal(
    'digest-missing',
    '读请求不得带内容：其签名不覆盖内容',
    'expected no content on a read, whose signature covers none',
    DIGEST,
  )
}

function mustHaveDigest(header: HeaderGetter): void {
  if (header(DIGEST)) return
  throw refusal(
    'digest-missing',
    '写请求须带 Content-Digest 头（RFC 9530）',
    'expected the header Content-Digest on a write (RFC 9530)',
    DIGEST,
  )
}

// Says whether the signature would hold for the address the sender believed in. It is refused either way.
function whyNot<K extends VerificationKey>(claim: Claim, request: RequestHead<K>, key: K): IdentityError {
  const pathAndQuery = request.targetUri.replace(/^[^:]+:\/\/[^/]*/, '')
  const host = request.header('host')
  for (const scheme of host ? ['http', 'https'] : []) {
    const targetUri = `${scheme}://${host}${pathAndQuery}`
    if (targetUri === request.targetUri) continue
    // A guess costs as much as an answer.
    if (request.pace?.trySpend(key.alg, claim.keyid) === false) break
    if (holds(claim, { ...request, targetUri }, key)) {
      const zh = `签名的目标是 ${targetUri}，应为 ${request.targetUri}`
      const en = `expected a signature for ${request.targetUri}, got one for ${targetUri}`
      return refusal('target-mismatch', zh, en, '@target-uri', targetUri)
    }
  }
  return refusal(
    'signature-invalid',
    '签名与收到的方法、地址、头或密钥不符',
    'expected a signature over the method, target, headers and parameters as received, by the key named',
    'signature',
  )
}
