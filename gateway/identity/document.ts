/** Signed documents: General JWS (RFC 7515 §7.2.1) over JCS, read the strict way, each signature on its own. */
import { isCanonical, type JsonValue, parseCanonical } from '../../contracts/jcs.ts'
import type { PartyId } from '../../contracts/types.ts'
import { ALGORITHMS, type Algorithm, type AlgorithmName, algorithmByJws, type PublicKey } from './algorithms.ts'
import { type IdentityError, refusal } from './error.ts'
import type { SigningKey } from './jwk.ts'
import { SIGNATURE_LIMITS } from './limits.ts'

/** One signature of a document; both members base64url. */
export interface JwsSignature {
  readonly protected: string
  readonly signature: string
}

/** A document with its signatures: exactly these members. `payload` is the base64url of canonical JSON. */
export interface GeneralJws {
  readonly payload: string
  readonly signatures: readonly JwsSignature[]
}

/** A key a document may be signed with, and whose it is. The caller finds only keys that count at the document's place in the ledger. */
export interface DocumentKey {
  readonly party: PartyId
  readonly alg: AlgorithmName
  readonly publicKey: PublicKey
}

/** One party's signature on a canonical text. `typ` says what kind of document it is. TypeError when the text is not its own JCS. */
export function signDocument(payloadText: string, key: SigningKey & { readonly typ: string }): JwsSignature {
  if (!isCanonical(payloadText)) throw new TypeError('expected a payload that is its own canonical form (RFC 8785)')
  return signCanonical(payloadText, key)
}

/** The same for a text that its maker knows to be canonical: no second look at it. */
export function signCanonical(payloadText: string, key: SigningKey & { readonly typ: string }): JwsSignature {
  const { header, input } = toSign(payloadText, key)
  return signatureOf(header, ALGORITHMS[key.alg].sign(key.privateKey, input))
}

/** The same with the signature made beside the event loop. */
export async function signCanonicalAside(
  payloadText: string,
  key: SigningKey & { readonly typ: string },
): Promise<JwsSignature> {
  const { header, input } = toSign(payloadText, key)
  return signatureOf(header, await ALGORITHMS[key.alg].signAside(key.privateKey, input))
}

function toSign(payloadText: string, { kid, alg, typ }: SigningKey & { readonly typ: string }) {
  const header = encoded(`{"alg":"${ALGORITHMS[alg].jws}","kid":${JSON.stringify(kid)},"typ":${JSON.stringify(typ)}}`)
  return { header, input: signingInput(header, encoded(payloadText)) }
}

function signatureOf(header: string, signature: Uint8Array): JwsSignature {
  return { protected: header, signature: Buffer.from(signature).toString('base64url') }
}

/** A document from its canonical text and the signatures made over it. */
export function assembleDocument(payloadText: string, signatures: readonly JwsSignature[]): GeneralJws {
  return { payload: encoded(payloadText), signatures }
}

/** What to expect of a document. `requiredParties` must each have signed; more signatures are allowed if they hold. */
export interface DocumentExpectation<K extends DocumentKey> {
  readonly findKey: (kid: string) => K | undefined
  readonly typ: string
  readonly requiredParties: readonly PartyId[]
}

/** A document whose every signature holds. `payload` is the canonical text, `value` what it says. */
export interface VerifiedDocument<K extends DocumentKey> {
  readonly payload: string
  readonly value: JsonValue
  readonly signatures: readonly { readonly party: PartyId; readonly kid: string; readonly key: K }[]
}

/**
 * Verifies a document of unknown origin. One signature that fails, is doubled, or has an unknown signer or algorithm fails the whole.
 * Throws IdentityError with a `document-…` code and the JSON pointer of the place; what `findKey` throws goes through.
 */
export function verifyDocument<K extends DocumentKey>(
  jws: unknown,
  expectation: DocumentExpectation<K>,
): VerifiedDocument<K> {
  const document = readGeneralJws(jws)
  const { text, value } = readPayload(document.payload)
  const signatures: { readonly party: PartyId; readonly kid: string; readonly key: K }[] = []
  mustNotBeSlow(document)
  for (const [index, signature] of document.signatures.entries()) {
    signatures.push(verifySignature(document.payload, signature, `/signatures/${index}`, expectation))
  }
  const signed = new Set<PartyId>()
  for (const [index, { party }] of signatures.entries()) {
    if (signed.has(party)) {
      throw refusal(
        'document-signature-doubled',
        `${party} 方签名出现两次`,
        `expected one signature of party ${party}, got two`,
        `/signatures/${index}`,
        party,
      )
    }
    signed.add(party)
  }
  for (const party of expectation.requiredParties) {
    if (!signed.has(party)) {
      throw refusal(
        'document-signature-missing',
        `缺少 ${party} 方签名`,
        `expected a signature of party ${party}`,
        '/signatures',
        party,
      )
    }
  }
  return { payload: text, value, signatures }
}

// Before any is verified. What a header says wrongly of itself is refused in its turn.
function mustNotBeSlow({ signatures }: GeneralJws): void {
  const most = SIGNATURE_LIMITS.slowSignatures
  if (signatures.length <= most) return
  const slow = signatures.filter(({ protected: header }) => {
    const value = parseCanonical(Buffer.from(header, 'base64url').toString('utf8'))
    const alg = typeof value === 'object' && value !== null && 'alg' in value ? value.alg : undefined
    return typeof alg === 'string' && algorithmByJws(alg)?.slow === true
  })
  if (slow.length <= most) return
  const got = slow.length
  throw malformed(`SM2 签名至多 ${most} 个`, `expected at most ${most} SM2 signatures, got ${got}`, '/signatures')
}

function verifySignature<K extends DocumentKey>(
  payload: string,
  jws: JwsSignature,
  pointer: string,
  { findKey, typ }: DocumentExpectation<K>,
) {
  const { algorithm, kid } = readProtected(jws.protected, typ, `${pointer}/protected`)
  const signature = decoded(jws.signature, `${pointer}/signature`)
  const key = findKey(kid)
  if (key === undefined) {
    throw refusal(
      'document-signer-unknown',
      '签名密钥未登记或在此处无效',
      'expected a kid that is registered and counts here',
      `${pointer}/protected`,
      kid,
    )
  }
  if (key.alg !== algorithm.name) {
    throw refusal(
      'document-algorithm',
      `该密钥的算法为 ${ALGORITHMS[key.alg].jws}`,
      `expected alg ${ALGORITHMS[key.alg].jws}, which is the key's, got ${algorithm.jws}`,
      `${pointer}/protected`,
      algorithm.jws,
    )
  }
  if (!algorithm.verify(key.publicKey, signingInput(jws.protected, payload), signature)) {
    throw refusal(
      'document-signature-invalid',
      `${key.party} 方签名验证未通过`,
      `expected the signature of party ${key.party} to hold over this payload`,
      `${pointer}/signature`,
      kid,
    )
  }
  return { party: key.party, kid, key }
}

/** A value as a General JWS of exactly the members it has; nothing is verified. Throws IdentityError `document-malformed`. */
export function readGeneralJws(jws: unknown): GeneralJws {
  const { payload, signatures } = exactly(jws, ['payload', 'signatures'], '')
  if (typeof payload !== 'string' || !Array.isArray(signatures)) {
    throw malformed(
      'payload 应为字符串、signatures 应为数组',
      'expected payload as a string and signatures as an array',
      '',
    )
  }
  if (signatures.length === 0 || signatures.length > SIGNATURE_LIMITS.signatures) {
    const most = SIGNATURE_LIMITS.signatures
    throw malformed(`签名数应为 1–${most}`, `expected 1 to ${most} signatures, got ${signatures.length}`, '/signatures')
  }
  return { payload, signatures: signatures.map(readSignature) }
}

function readSignature(input: unknown, index: number): JwsSignature {
  const pointer = `/signatures/${index}`
  const { protected: header, signature } = exactly(input, ['protected', 'signature'], pointer)
  if (typeof header !== 'string' || typeof signature !== 'string') {
    throw malformed('protected 与 signature 应为字符串', 'expected protected and signature as strings', pointer)
  }
  return { protected: header, signature }
}

function readPayload(payload: string): { readonly text: string; readonly value: JsonValue } {
  const text = utf8(decoded(payload, '/payload'), '/payload')
  const value = parseCanonical(text)
  if (value === undefined)
    throw notCanonical(
      '内容不是 RFC 8785 规范形式',
      'expected a payload that is its own canonical form (RFC 8785)',
      '/payload',
    )
  return { text, value }
}

function readProtected(
  header: string,
  typ: string,
  pointer: string,
): { readonly algorithm: Algorithm; readonly kid: string } {
  const value = parseCanonical(utf8(decoded(header, pointer), pointer))
  if (value === undefined)
    throw notCanonical(
      '受保护头不是 RFC 8785 规范形式',
      'expected a protected header that is its own canonical form',
      pointer,
    )
  const { alg, kid, typ: sent } = exactly(value, ['alg', 'kid', 'typ'], pointer)
  if (typeof kid !== 'string' || kid.length > SIGNATURE_LIMITS.keyid) {
    throw malformed(
      'kid 应为字符串',
      `expected kid as a string of at most ${SIGNATURE_LIMITS.keyid} characters`,
      pointer,
    )
  }
  if (sent !== typ) throw malformed(`typ 应为 ${typ}`, `expected typ "${typ}", got ${JSON.stringify(sent)}`, pointer)
  const algorithm = typeof alg === 'string' ? algorithmByJws(alg) : undefined
  if (algorithm === undefined) {
    const names = Object.values(ALGORITHMS).map((each) => each.jws)
    throw refusal(
      'document-algorithm',
      `接受的算法：${names.join('、')}`,
      `expected alg ${names.join(' or ')}, got ${JSON.stringify(alg)}`,
      pointer,
    )
  }
  return { algorithm, kid }
}

/** The members of an object that has just these, all of them. */
function exactly(input: unknown, names: readonly string[], pointer: string): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw malformed('应为对象', 'expected an object', pointer)
  const members: Record<string, unknown> = Object.fromEntries(Object.entries(input))
  for (const name of Object.keys(members)) {
    if (!names.includes(name))
      throw malformed(`不接受成员 ${name}`, `expected only ${names.join(', ')}, got ${name}`, `${pointer}/${name}`)
  }
  for (const name of names) {
    if (!Object.hasOwn(members, name))
      throw malformed(`缺少成员 ${name}`, `expected the member ${name}`, `${pointer}/${name}`)
  }
  return members
}

function decoded(text: string, pointer: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) {
    throw notCanonical('base64url 编码不规范', 'expected base64url that re-encodes to itself', pointer)
  }
  return bytes
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function utf8(bytes: Uint8Array, pointer: string): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw malformed('不是 UTF-8', 'expected UTF-8', pointer)
  }
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url')
}

function signingInput(header: string, payload: string): Uint8Array {
  return Buffer.from(`${header}.${payload}`, 'latin1')
}

function malformed(zh: string, en: string, pointer: string): IdentityError {
  return refusal('document-malformed', zh, en, pointer)
}

function notCanonical(zh: string, en: string, pointer: string): IdentityError {
  return refusal('document-not-canonical', zh, en, pointer)
}
