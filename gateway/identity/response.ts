/** Signed answers, bound to their question (RFC 9421 §2.4): a client keeps its request's Signature and checks that it is the one answered. */
import type { BareItem } from 'structured-headers'
import { readClaim, signatureFields } from './claim.ts'
import { component, type HeaderGetter, type HttpMessage } from './components.ts'
import { checkContentDigest, contentDigest } from './digest.ts'
import { refusal } from './error.ts'
import type { SigningKey } from './jwk.ts'
import { SIGNATURE_LIMITS, type SignatureLimits } from './limits.ts'
import { parseSignature, plainSignature } from './message-signature.ts'
import {
  type Coverage,
  coverage,
  holds,
  keyOf,
  type SignatureTag,
  signMessage,
  signMessageAside,
  type VerificationKey,
} from './profile.ts'

/** The header that says how long the ledger was when the answer was made. */
export const LEDGER_SIZE_HEADER = 'chuanyu-ledger-size'

/** The signed request an answer belongs to. `signature` is its whole Signature header. */
export interface AnsweredRequest {
  readonly method: string
  readonly targetUri: string
  readonly signature: string
}

/** An answer to be signed. `created` is in Unix seconds. */
export interface ResponseToSign {
  readonly status: number
  readonly contentType: string
  readonly body: Uint8Array
  /** The body's Content-Digest, where it is known already. */
  readonly contentDigest?: string
  readonly request: AnsweredRequest
  readonly ledgerSize: number
  readonly key: SigningKey
  readonly created: number
}

/** The headers of a signed answer, lower-case: content type and digest, ledger size, Signature-Input, Signature. */
export function signResponse(response: ResponseToSign): Record<string, string> {
  const { headers, message, signature } = prepare(response)
  return { ...headers, ...signMessage(message, signature) }
}

/** The same with the signature made beside the event loop. */
export async function signResponseAside(response: ResponseToSign): Promise<Record<string, string>> {
  const { headers, message, signature } = prepare(response)
  return { ...headers, ...(await signMessageAside(message, signature)) }
}

function prepare({ status, contentType, body, request, ledgerSize, key, created, ...known }: ResponseToSign) {
  const headers = {
    'content-type': contentType,
    'content-digest': known.contentDigest ?? contentDigest(body),
    [LEDGER_SIZE_HEADER]: `${ledgerSize}`,
  }
  const fields: ReadonlyMap<string, string> = new Map(Object.entries(headers))
  const message = answer({ status, header: (name) => fields.get(name), request })
  const tag: SignatureTag = 'chuanyu-answer'
  return { headers, message, signature: { label: 'chuanyu', coverage: answerCoverage(request), created, key, tag } }
}

/** An answer as received, and the question as it was sent. */
export interface ResponseToVerify<K extends VerificationKey> {
  readonly status: number
  readonly header: HeaderGetter
  readonly body: Uint8Array
  readonly request: AnsweredRequest
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly findKey: (kid: string) => K | undefined
  readonly limits?: SignatureLimits
}

/** A verified answer; `digest` is the SHA-256 of the body in hexadecimal. */
export interface VerifiedResponse<K extends VerificationKey> {
  readonly keyid: string
  readonly key: K
  readonly created: number
  readonly ledgerSize: number
  readonly digest: string
}

/** Verifies that this is the gateway's answer to this very request. Throws IdentityError. */
export function verifyResponse<K extends VerificationKey>(response: ResponseToVerify<K>): VerifiedResponse<K> {
  const { header, body, request, now, findKey, limits = SIGNATURE_LIMITS } = response
  const expected = {
    tag: 'chuanyu-answer',
    coverage: answerCoverage(request),
    now,
    window: limits.answerWindow,
    limits,
  } as const
  const claim = readClaim(signatureFields(header), expected)
  const key = keyOf(claim, findKey)
  if (!holds(claim, answer(response), key)) {
    throw refusal(
      'signature-invalid',
      '应答签名与本次请求或收到的内容不符',
      'expected an answer signed for this request, with this status and these headers',
      'signature',
    )
  }
  const digest = checkContentDigest(header('content-digest') ?? '', body)
  return { keyid: claim.keyid, key, created: claim.created, ledgerSize: ledgerSizeOf(header), digest }
}

const FIXED = coverage(
  '@status',
  'content-digest',
  'content-type',
  LEDGER_SIZE_HEADER,
  '@method;req',
  '@target-uri;req',
)

const COVERAGES_KEPT = 64
const coverages = new Map<string, Coverage>()

function answerCoverage({ signature }: AnsweredRequest): Coverage {
  const label = soleLabel(signature)
  const known = coverages.get(label)
  if (known) return known
  const params = new Map<string, BareItem>([
    ['req', true],
    ['key', label],
  ])
  const made = coverage(...FIXED.components, component('signature', params))
  if (coverages.size < COVERAGES_KEPT) coverages.set(label, made)
  return made
}

function soleLabel(signature: string): string {
  const plain = plainSignature(signature)
  if (plain) return plain.label
  const [label, second] = [...parseSignature(signature).keys()]
  if (label === undefined || second !== undefined) {
    throw new TypeError("expected the request's Signature header, with one label")
  }
  return label
}

function answer({
  status,
  header,
  request,
}: Pick<ResponseToVerify<never>, 'status' | 'header' | 'request'>): HttpMessage {
  const { method, targetUri, signature } = request
  return {
    status,
    header,
    request: { method, targetUri, header: (name) => (name === 'signature' ? signature : undefined) },
  }
}

const LEDGER_SIZE = /^(0|[1-9]\d{0,15})$/

function ledgerSizeOf(header: HeaderGetter): number {
  const text = header(LEDGER_SIZE_HEADER) ?? ''
  const size = Number(text)
  if (!LEDGER_SIZE.test(text) || !Number.isSafeInteger(size)) {
    const name = LEDGER_SIZE_HEADER
    throw refusal('signature-malformed', `${name} 应为整数`, `expected ${name} as an integer`, name, text)
  }
  return size
}
