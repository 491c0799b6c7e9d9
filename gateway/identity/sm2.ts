/**
 * SM2 with SM3 (GB/T 32918.2-2016, GM/T 0009-2012 §10) by sm-crypto-v2: e = SM3(Z ‖ M), Z over the ID everybody uses.
 * Node's OpenSSL signs with an empty ID, which no other system verifies, so it takes no part.
 */
import { sm2, sm3 } from 'sm-crypto-v2'
import type { Signer, Verifier } from './algorithms.ts'
import { SM2_LIMITS } from './limits.ts'

/** The signer's ID that Z is made over: always this one (GM/T 0009-2012 §10). */
export const SM2_ID = '1234567812345678'

/** Coordinates or private key as base64url of 32 bytes. */
interface Coordinates {
  readonly x: string
  readonly y: string
}

const BYTES = 32
const HEX = 2 * BYTES
/** The order of the base point (GB/T 32918.5-2017 §2). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
/** A table of multiples of this width makes a key's first verification somewhat slower, and every later one five times as fast. */
const WINDOW = 4

type Point = ReturnType<typeof sm2.precomputePublicKey>

/** Points with their tables, the least recently used first. */
const kept = new Map<string, Point>()

function prepared(hex: string): Point {
  const point = kept.get(hex) ?? sm2.precomputePublicKey(hex, WINDOW)
  kept.delete(hex)
  kept.set(hex, point)
  const [oldest] = kept.keys()
  if (kept.size > SM2_LIMITS.kept && oldest !== undefined) kept.delete(oldest)
  return point
}

/** How e is made for one key; Z stays the same. */
function digester(hex: string): (data: Uint8Array) => Buffer {
  const z = sm2.getZ(hex, SM2_ID)
  return (data) => Buffer.from(sm3(Buffer.concat([z, data])), 'hex')
}

/** 04 ‖ x ‖ y. Throws where that is no point of the curve. */
function uncompressed({ x, y }: Coordinates): string {
  const hex = `04${Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('hex')}`
  if (!sm2.verifyPublicKey(hex)) throw new TypeError('expected a point of the curve')
  return hex
}

const number = (hex: string): bigint => BigInt(`0x${hex}`)
const isScalar = (value: bigint): boolean => value >= 1n && value < ORDER

/** A public key. Throws when its coordinates are no point of the curve. */
export function sm2PublicKey(coordinates: Coordinates): Verifier {
  const hex = uncompressed(coordinates)
  const digest = digester(hex)
  return {
    alg: 'sm2-sm3',
    verify(data, signature) {
      if (signature.length !== 2 * BYTES) return false
      const text = Buffer.from(signature).toString('hex')
      const [r, s] = [number(text.slice(0, HEX)), number(text.slice(HEX))]
      if (!isScalar(r) || !isScalar(s)) return false
      const e = digest(data)
      // Then x₁ would be 0, which is also what the library makes of the point at infinity.
      if (number(e.toString('hex')) % ORDER === r) return false
      return sm2.doVerifySignature(e, text, prepared(hex))
    },
  }
}

/** A private key beside the public one it is said to belong to. Throws when either is out of range; whether they are a pair is for a trial. */
export function sm2PrivateKey({ d, ...coordinates }: Coordinates & { readonly d: string }): Signer {
  const secret = Buffer.from(d, 'base64url').toString('hex')
  // n − 1 as well: 1 + d must have an inverse (GB/T 32918.1-2016 §6.1).
  if (!isScalar(number(secret)) || number(secret) === ORDER - 1n) throw new TypeError('expected d from 1 to n − 2')
  const digest = digester(uncompressed(coordinates))
  return { alg: 'sm2-sm3', sign: (data) => Buffer.from(sm2.doSignature(digest(data), secret), 'hex') }
}

/** The private and public members of a new key, from the system's randomness. */
export function generateSm2(): Coordinates & { readonly d: string } {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  const [d, x, y] = [privateKey, publicKey.slice(2, 2 + HEX), publicKey.slice(2 + HEX)].map((hex) =>
    Buffer.from(hex, 'hex').toString('base64url'),
  )
  if (d === undefined || x === undefined || y === undefined) throw new TypeError('expected three numbers')
  return { d, x, y }
}
