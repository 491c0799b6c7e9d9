/** The signature algorithms accepted, each under its HTTP name (RFC 9421 §3.3) and its JWS name (RFC 7518, RFC 9864). */
import { type JsonWebKeyInput, type KeyObject, sign, verify } from 'node:crypto'

/** Names in the HTTP Signature Algorithms registry, and a private one: nothing is registered for SM2 with SM3. */
export type AlgorithmName = 'ed25519' | 'ecdsa-p256-sha256' | 'sm2-sm3'

/** A public key that verifies by itself, since node does not know it. */
export interface Verifier {
  readonly alg: AlgorithmName
  /** Whether 64 bytes are its signature; false for another length. */
  verify(data: Uint8Array, signature: Uint8Array): boolean
}

/** What signs by itself: a key that node does not know, or a device that gives none out. */
export interface Signer {
  readonly alg: AlgorithmName
  /** 64 bytes. */
  sign(data: Uint8Array): Uint8Array
}

/** A public key ready to verify with. */
export type PublicKey = KeyObject | Verifier

/** A private key ready to sign with, or what stands for one. */
export type PrivateKey = KeyObject | Signer

/** One way to sign. Another algorithm joins by a row in the table; nothing else knows which exist. */
export interface Algorithm {
  readonly name: AlgorithmName
  /**
   * The JWS `alg`. Ed25519 goes by its fully specified name of RFC 9864; the `EdDSA` that RFC deprecates is not accepted,
   * so that one algorithm has one name and a header says which curve was meant.
   */
  readonly jws: string
  /** `crv` of its JWKs. */
  readonly curve: 'Ed25519' | 'P-256' | 'SM2'
  /** Whether verifying takes so long that callers are held back before it (`Pace`). */
  readonly slow: boolean
  /** Whether the signature holds; false for one of the wrong length. TypeError when the key is of another kind. */
  verify(key: PublicKey, data: Uint8Array, signature: Uint8Array): boolean
  /** 64 bytes. TypeError when the key is of another kind. */
  sign(key: PrivateKey, data: Uint8Array): Uint8Array
  /** The same two beside the event loop, on a thread of the runtime's pool where it has one. */
  verifyAside(key: PublicKey, data: Uint8Array, signature: Uint8Array): Promise<boolean>
  signAside(key: PrivateKey, data: Uint8Array): Promise<Uint8Array>
}

const onWorkers = globalThis.navigator?.userAgent === 'Cloudflare-Workers'
/** workerd has no threads to offer. */
const hasThreads = !onWorkers

type Digest = 'sha256' | null
type EcdsaInput = ({ readonly key: KeyObject } | (JsonWebKeyInput & { readonly format: 'jwk' })) & {
  readonly dsaEncoding: 'ieee-p1363'
}
type KeyInput = KeyObject | EcdsaInput

const jwks = new WeakMap<KeyObject, EcdsaInput>()

/** A key asked for r ‖ s. workerd knows that choice only beside a key in an outer form, not beside a KeyObject. */
function ecdsaInput(key: KeyObject): EcdsaInput {
  if (!onWorkers) return { key, dsaEncoding: 'ieee-p1363' }
  const known = jwks.get(key)
  if (known) return known
  const made: EcdsaInput = { key: key.export({ format: 'jwk' }), format: 'jwk', dsaEncoding: 'ieee-p1363' }
  jwks.set(key, made)
  return made
}

function verifyAside(digest: Digest, data: Uint8Array, key: KeyInput, signature: Uint8Array): Promise<boolean> {
  if (!hasThreads) return Promise.resolve(verify(digest, data, key, signature))
  return new Promise((resolve, reject) => {
    verify(digest, data, key, signature, (error, holds) => (error ? reject(error) : resolve(holds)))
  })
}

function signAside(digest: Digest, data: Uint8Array, key: KeyInput): Promise<Uint8Array> {
  if (!hasThreads) return Promise.resolve(sign(digest, data, key))
  return new Promise((resolve, reject) => {
    sign(digest, data, key, (error, signature) => (error ? reject(error) : resolve(signature)))
  })
}

const SIGNATURE_BYTES = 64

const ed25519: Algorithm = {
  name: 'ed25519',
  jws: 'Ed25519',
  curve: 'Ed25519',
  slow: false,
  verify(key, data, signature) {
    mustBe(key, 'ed25519')
    return signature.length === SIGNATURE_BYTES && verify(null, data, key, signature)
  },
  sign(key, data) {
    if ('sign' in key) return own(key, 'ed25519').sign(data)
    mustBe(key, 'ed25519')
    return sign(null, data, key)
  },
  async verifyAside(key, data, signature) {
    mustBe(key, 'ed25519')
    return signature.length === SIGNATURE_BYTES && verifyAside(null, data, key, signature)
  },
  async signAside(key, data) {
    if ('sign' in key) return own(key, 'ed25519').sign(data)
    mustBe(key, 'ed25519')
    return signAside(null, data, key)
  },
}

/** r ‖ s of 32 bytes each in HTTP (RFC 9421 §3.3.4) and JWS (RFC 7518 §3.4) alike, never DER. */
const ecdsaP256: Algorithm = {
  name: 'ecdsa-p256-sha256',
  jws: 'ES256',
  curve: 'P-256',
  slow: false,
  verify(key, data, signature) {
    mustBe(key, 'ec')
    return signature.length === SIGNATURE_BYTES && verify('sha256', data, ecdsaInput(key), signature)
  },
  sign(key, data) {
    if ('sign' in key) return own(key, 'ecdsa-p256-sha256').sign(data)
    mustBe(key, 'ec')
    return sign('sha256', data, ecdsaInput(key))
  },
  async verifyAside(key, data, signature) {
    mustBe(key, 'ec')
    return signature.length === SIGNATURE_BYTES && verifyAside('sha256', data, ecdsaInput(key), signature)
  },
  async signAside(key, data) {
    if ('sign' in key) return own(key, 'ecdsa-p256-sha256').sign(data)
    mustBe(key, 'ec')
    return signAside('sha256', data, ecdsaInput(key))
  },
}

/**
 * SM2 with SM3, r ‖ s as ES256 has it, over the ID of GM/T 0009-2012 §10. Neither name is registered: both are private to us.
 * The keys do the arithmetic, on the thread that asks.
 */
const sm2Sm3: Algorithm = {
  name: 'sm2-sm3',
  jws: 'SM2SM3',
  curve: 'SM2',
  slow: true,
  verify: (key, data, signature) => own(key, 'sm2-sm3').verify(data, signature),
  sign: (key, data) => own(key, 'sm2-sm3').sign(data),
  verifyAside: (key, data, signature) => inTurn(() => own(key, 'sm2-sm3').verify(data, signature)),
  signAside: (key, data) => inTurn(() => own(key, 'sm2-sm3').sign(data)),
}

/** The allow-list. */
export const ALGORITHMS: Readonly<Record<AlgorithmName, Algorithm>> = {
  ed25519,
  'ecdsa-p256-sha256': ecdsaP256,
  'sm2-sm3': sm2Sm3,
}

const BY_NAME: ReadonlyMap<string, Algorithm> = new Map(Object.entries(ALGORITHMS))
const BY_JWS: ReadonlyMap<string, Algorithm> = new Map(Object.values(ALGORITHMS).map((each) => [each.jws, each]))
const BY_CURVE: ReadonlyMap<string, Algorithm> = new Map(Object.values(ALGORITHMS).map((each) => [each.curve, each]))

/** The algorithm of an HTTP signature's `alg`, or undefined when it is not accepted. */
export function algorithmByName(name: string): Algorithm | undefined {
  return BY_NAME.get(name)
}

/** The algorithm of a JWS `alg`, or undefined when it is not accepted. */
export function algorithmByJws(jws: string): Algorithm | undefined {
  return BY_JWS.get(jws)
}

/** The algorithm that uses a JWK's `crv`, or undefined when it is not accepted. */
export function algorithmByCurve(curve: string): Algorithm | undefined {
  return BY_CURVE.get(curve)
}

// Without this an EC key under the name ed25519 would be verified as ECDSA with OpenSSL's default hash.
function mustBe(key: PublicKey | PrivateKey, type: 'ed25519' | 'ec'): asserts key is KeyObject {
  if (checked.get(key) === type) return
  if ('alg' in key) throw new TypeError(`expected node's key of type ${type}, got one of ${key.alg}`)
  if (key.asymmetricKeyType !== type)
    throw new TypeError(`expected a key of type ${type}, got ${key.asymmetricKeyType}`)
  checked.set(key, type)
}

// A key is asked for its type with every signature, and answers slowly.
const checked = new WeakMap<PublicKey | PrivateKey, 'ed25519' | 'ec'>()

/** A key that does its own work, of this algorithm. */
function own<K extends Verifier | Signer>(key: KeyObject | K, alg: AlgorithmName): K {
  if ('alg' in key && key.alg === alg) return key
  throw new TypeError(`expected a key of ${alg}, got ${'alg' in key ? key.alg : key.asymmetricKeyType}`)
}

let last: Promise<unknown> = Promise.resolve()

/** Work that holds the event loop up: one piece a turn of it, so that all else is served in between. On Workers a turn is another's. */
function inTurn<T>(work: () => T): Promise<T> {
  const turn = onWorkers ? Promise.resolve() : last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
  const done = turn.then(work)
  if (!onWorkers) last = done.catch(() => undefined)
  return done
}
