/** What our signatures cover and are for, and how one is made, found its key and verified (RFC 9421 §3). */
import { serializeString } from 'structured-headers'
import { ALGORITHMS, type AlgorithmName, type PublicKey } from './algorithms.ts'
import type { Claim } from './claim.ts'
import { type Component, component, type HttpMessage } from './components.ts'
import { refusal } from './error.ts'
import type { SigningKey } from './jwk.ts'
import type { KeyState } from './keys.ts'
import { baseBytes, byteSequence, signatureBase } from './message-signature.ts'

/** What a signature is for; one made for one purpose never serves another. */
export type SignatureTag = 'chuanyu-write' | 'chuanyu-read' | 'chuanyu-answer' | 'chuanyu-package'

/** A key as the caller's registry knows it. `state` is at the ledger position the request would get. */
export interface VerificationKey {
  readonly alg: AlgorithmName
  readonly publicKey: PublicKey
  readonly state: KeyState
}

/** What a signature must cover, in our own order; `list` is the serialised inner list. */
export interface Coverage {
  readonly components: readonly Component[]
  readonly list: string
}

/** A coverage from components; a plain name stands for itself, `@method;req` for `@method` of the request. */
export function coverage(...covered: readonly (string | Component)[]): Coverage {
  const components = covered.map((each) => {
    if (typeof each !== 'string') return each
    return each.endsWith(';req') ? component(each.slice(0, -4), new Map([['req', true]])) : component(each)
  })
  return { components, list: `(${components.map((each) => each.id).join(' ')})` }
}

/** The parameters of a signature about to be made. */
export interface NewSignature {
  readonly label: string
  readonly coverage: Coverage
  readonly created: number
  readonly nonce?: string
  readonly key: SigningKey
  readonly tag: SignatureTag
}

/** The two fields a signature goes into. */
export type SignatureFields = {
  readonly 'signature-input': string
  readonly signature: string
}

function prepare(message: HttpMessage, { label, coverage, created, nonce, key, tag }: NewSignature) {
  if (!Number.isSafeInteger(created) || created < 0)
    throw new TypeError(`expected created in whole seconds, got ${created}`)
  const nonceParam = nonce === undefined ? '' : `;nonce=${serializeString(nonce)}`
  const text = `${coverage.list};created=${created}${nonceParam};keyid=${serializeString(key.kid)};alg="${key.alg}";tag="${tag}"`
  const base = baseBytes(signatureBase(message, { components: coverage.components, text }))
  const fields = (signature: Uint8Array): SignatureFields => ({
    'signature-input': `${label}=${text}`,
    signature: `${label}=${byteSequence(signature)}`,
  })
  return { base, fields }
}

/** Signature-Input and Signature for a message, by the header names they go under. TypeError on an input that cannot be signed. */
export function signMessage(message: HttpMessage, signature: NewSignature): SignatureFields {
  const { base, fields } = prepare(message, signature)
  return fields(ALGORITHMS[signature.key.alg].sign(signature.key.privateKey, base))
}

/** The same with the signature made beside the event loop. */
export async function signMessageAside(message: HttpMessage, signature: NewSignature): Promise<SignatureFields> {
  const { base, fields } = prepare(message, signature)
  return fields(await ALGORITHMS[signature.key.alg].signAside(signature.key.privateKey, base))
}

/** The key that made the claim, if it counts now. Throws `key-unknown`, `key-not-active`, `key-revoked`, `algorithm-mismatch`. */
export function keyOf<K extends VerificationKey>(claim: Claim, findKey: (kid: string) => K | undefined): K {
  const key = activeKey(claim.keyid, findKey)
  if (key.alg !== claim.algorithm.name) {
    throw refusal(
      'algorithm-mismatch',
      `该密钥的算法为 ${key.alg}`,
      `expected alg "${key.alg}", which is the key's, got "${claim.algorithm.name}"`,
      'alg',
      claim.algorithm.name,
    )
  }
  return key
}

/** The key of this id, if it counts now. Throws `key-unknown`, `key-not-active`, `key-revoked`. */
export function activeKey<K extends Pick<VerificationKey, 'state'>>(
  keyid: string,
  findKey: (kid: string) => K | undefined,
): K {
  const key = findKey(keyid)
  if (key === undefined) {
    throw refusal(
      'key-unknown',
      '该 keyid 未在密钥清单中登记',
      'expected a keyid from a registered key list',
      'keyid',
      keyid,
    )
  }
  if (key.state === 'not-active') {
    throw refusal('key-not-active', '该密钥尚未生效', 'expected a key that is active already', 'keyid', keyid)
  }
  if (key.state === 'revoked')
    throw refusal('key-revoked', '该密钥已吊销', 'expected a key that is not revoked', 'keyid', keyid)
  return key
}

/** Whether the claim's signature holds for this message. */
export function holds(claim: Claim, message: HttpMessage, key: VerificationKey): boolean {
  return claim.algorithm.verify(key.publicKey, baseBytes(signatureBase(message, claim.input)), claim.signature)
}

/** The same beside the event loop. */
export function holdsAside(claim: Claim, message: HttpMessage, key: VerificationKey): Promise<boolean> {
  return claim.algorithm.verifyAside(key.publicKey, baseBytes(signatureBase(message, claim.input)), claim.signature)
}
