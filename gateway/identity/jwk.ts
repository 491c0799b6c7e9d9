/** Keys in and out of JWK (RFC 7517, RFC 8037), named by their thumbprint (RFC 7638). */
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash } from 'node:crypto'
import {
  ALGORITHMS,
  type Algorithm,
  type AlgorithmName,
  algorithmByCurve,
  type PrivateKey,
  type PublicKey,
} from './algorithms.ts'
import { IdentityError } from './error.ts'
import { generateSm2, sm2PrivateKey, sm2PublicKey } from './sm2.ts'

/** A public key, required members only, in the order RFC 7638 hashes them. `SM2` is no registered curve: the name is private to us. */
export type PublicJwk =
  | { readonly crv: 'Ed25519'; readonly kty: 'OKP'; readonly x: string }
  | { readonly crv: 'P-256' | 'SM2'; readonly kty: 'EC'; readonly x: string; readonly y: string }

/** A private key as a party keeps it. */
export type PrivateJwk = PublicJwk & { readonly d: string }

/** A public key ready to verify with. `kid` is the thumbprint. */
export interface ImportedPublicKey {
  readonly kid: string
  readonly alg: AlgorithmName
  readonly jwk: PublicJwk
  readonly publicKey: PublicKey
}

/** What one signs with. `kid` is the thumbprint of its public half. */
export interface SigningKey {
  readonly kid: string
  readonly alg: AlgorithmName
  readonly privateKey: PrivateKey
}

/**
 * A public key from a JWK of unknown origin. Members beyond the required ones are passed over, but a private one is refused:
 * it has no business where public keys go. Throws `key-malformed`, `algorithm-unsupported`.
 */
export function importPublicJwk(input: unknown): ImportedPublicKey {
  const members = membersOf(input)
  if (members.has('d')) {
    throw malformed('公钥处出现了私钥成员 d', 'expected a public key, got one with the private member d', '/d')
  }
  const algorithm = algorithmOf(members)
  const jwk = publicPart(members, algorithm)
  mustNotBeSmallOrder(jwk)
  return { kid: thumbprint(jwk), alg: algorithm.name, jwk, publicKey: publicKeyOf(jwk) }
}

/** A private key from its JWK; its public members must be those of its `d`. Throws `key-malformed`, `algorithm-unsupported`. */
export function importPrivateJwk(input: unknown): SigningKey & { readonly jwk: PublicJwk } {
  const members = membersOf(input)
  const algorithm = algorithmOf(members)
  const jwk = publicPart(members, algorithm)
  const d = coordinate(members, 'd')
  const privateKey = privateKeyOf({ ...jwk, d })
  // By trial, since a private key built from a JWK keeps whatever public half it was given.
  if (!algorithm.verify(publicKeyOf(jwk), TRIAL, algorithm.sign(privateKey, TRIAL))) {
    throw malformed('私钥与其公钥成员不是一对', 'expected the public members to belong to the private one', '/x')
  }
  return { kid: thumbprint(jwk), alg: algorithm.name, jwk, privateKey }
}

/** A new key pair, from the system's randomness. */
export function generateKey(alg: AlgorithmName = 'ed25519'): {
  readonly kid: string
  readonly alg: AlgorithmName
  readonly privateJwk: PrivateJwk
  readonly publicJwk: PublicJwk
} {
  const members = membersOf(NEW_KEYS[alg]())
  const publicJwk = publicPart(members, ALGORITHMS[alg])
  return { kid: thumbprint(publicJwk), alg, privateJwk: { ...publicJwk, d: coordinate(members, 'd') }, publicJwk }
}

const NEW_KEYS: Readonly<Record<AlgorithmName, () => object>> = {
  ed25519: () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  'ecdsa-p256-sha256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  'sm2-sm3': generateSm2,
}

/** The RFC 7638 SHA-256 thumbprint, 43 base64url characters: every `kid` here. */
export function thumbprint(jwk: PublicJwk): string {
  const required =
    jwk.kty === 'OKP' ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x } : { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }
  return hash('sha256', JSON.stringify(required), 'base64url')
}

function membersOf(input: unknown): ReadonlyMap<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw malformed('密钥应为 JWK 对象', 'expected a JWK object', '')
  }
  return new Map(Object.entries(input))
}

function algorithmOf(members: ReadonlyMap<string, unknown>): Algorithm {
  const curve = members.get('crv')
  const algorithm = typeof curve === 'string' ? algorithmByCurve(curve) : undefined
  if (algorithm === undefined || members.get('kty') !== (algorithm.curve === 'Ed25519' ? 'OKP' : 'EC')) {
    throw new IdentityError(
      'algorithm-unsupported',
      {
        zh: '密钥类型应为 OKP/Ed25519、EC/P-256 或 EC/SM2',
        en: 'expected a key of kind OKP/Ed25519, EC/P-256 or EC/SM2',
      },
      { pointer: '/crv', value: `${members.get('kty')}/${curve}` },
    )
  }
  return algorithm
}

function publicPart(members: ReadonlyMap<string, unknown>, algorithm: Algorithm): PublicJwk {
  const x = coordinate(members, 'x')
  return algorithm.curve === 'Ed25519'
    ? { crv: 'Ed25519', kty: 'OKP', x }
    : { crv: algorithm.curve, kty: 'EC', x, y: coordinate(members, 'y') }
}

const TRIAL = Buffer.from('chuanyu key pair trial', 'latin1')
const COORDINATE_BYTES = 32

function coordinate(members: ReadonlyMap<string, unknown>, name: string): string {
  const value = members.get(name)
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'base64url')
    if (bytes.length === COORDINATE_BYTES && bytes.toString('base64url') === value) return value
  }
  throw malformed(
    `成员 ${name} 应为 32 字节的 base64url`,
    `expected member ${name} as base64url of 32 bytes`,
    `/${name}`,
  )
}

function publicKeyOf(jwk: PublicJwk): PublicKey {
  return onCurve(() => (jwk.crv === 'SM2' ? sm2PublicKey(jwk) : createPublicKey({ key: { ...jwk }, format: 'jwk' })))
}

function privateKeyOf(jwk: PrivateJwk): PrivateKey {
  return onCurve(() => (jwk.crv === 'SM2' ? sm2PrivateKey(jwk) : createPrivateKey({ key: { ...jwk }, format: 'jwk' })))
}

function onCurve<K>(make: () => K): K {
  try {
    return make()
  } catch {
    throw malformed('密钥的坐标不在其曲线上', 'expected a point on the curve', '/x')
  }
}

// The y of the points of order 1, 2, 4 and 8, non-canonical forms too: for such a key anybody can make a signature that holds
// (RFC 8032 §5.1.7 asks no more than the equation). Some runtimes refuse them, others do not.
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

function mustNotBeSmallOrder(jwk: PublicJwk): void {
  if (jwk.kty !== 'OKP') return
  const point = Buffer.from(jwk.x, 'base64url')
  point.writeUInt8(point.readUInt8(31) & 0x7f, 31)
  if (SMALL_ORDER.has(point.toString('hex'))) {
    throw malformed(
      '该公钥为低阶点，任何人都能伪造其签名',
      'expected a point of full order, got one anybody can sign for',
      '/x',
    )
  }
}

function malformed(zh: string, en: string, pointer: string): IdentityError {
  return new IdentityError('key-malformed', { zh, en }, { pointer })
}
