/** SM2 with SM3 against the standard's own example, another implementation, and everything a signature must not be. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sm2, sm3 } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { rawFromDer } from '../../../gateway/cli/signer/der.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { generateKey, importPrivateJwk, importPublicJwk, type PrivateJwk } from '../../../gateway/identity/jwk.ts'
import { SM2_LIMITS } from '../../../gateway/identity/limits.ts'
import { SM2_ID } from '../../../gateway/identity/sm2.ts'
import { derOf, describeOpenssl, opensslSign, opensslVerifies, pemFile } from './openssl.ts'
import { codeOf } from './refused.ts'

const b64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')

// GB/T 32918.5-2017 annex A.2: M = "message digest", the ID of GM/T 0009-2012 §10.
const D = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
const X = '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020'
const Y = 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
const Z = 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3'
const E = 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640'
const R = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
const S = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
const JWK = { crv: 'SM2', kty: 'EC', x: b64(X), y: b64(Y) } as const
const MESSAGE = Buffer.from('message digest')
const SIGNATURE = Buffer.from(R + S, 'hex')

// The same standard, §2: the curve y² = x³ − 3x + b over p, of order n.
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const GX = '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7'
const GY = 'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0'

const hex32 = (value: bigint): string => value.toString(16).padStart(64, '0')
const mod = (value: bigint, by: bigint): bigint => ((value % by) + by) % by

function power(base: bigint, exponent: bigint, by: bigint): bigint {
  let result = 1n
  for (let square = mod(base, by), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square, by)) {
    if (rest & 1n) result = mod(result * square, by)
  }
  return result
}

/** e = SM3(Z ‖ M) as GB/T 32918.2-2016 §5.5 and §6.1 tell, by Node's SM3. */
function digest(message: Uint8Array, { x, y }: { x: string; y: string }, id = SM2_ID): bigint {
  const a = hex32(P - 3n)
  const bits = Buffer.alloc(2)
  bits.writeUInt16BE(8 * Buffer.byteLength(id))
  const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const parts = [bits, Buffer.from(id), Buffer.from(a + hex32(B) + GX + GY, 'hex'), point]
  const z = createHash('sm3').update(Buffer.concat(parts)).digest()
  return BigInt(`0x${createHash('sm3').update(z).update(message).digest('hex')}`)
}

const { verify, sign } = ALGORITHMS['sm2-sm3']
const { publicKey } = importPublicJwk(JWK)
const holds = (signature: Uint8Array, message: Uint8Array = MESSAGE) => verify(publicKey, message, signature)
const signer = () => {
  const { privateJwk, publicJwk } = generateKey('sm2-sm3')
  const { privateKey } = importPrivateJwk(privateJwk)
  return { privateJwk, publicJwk, privateKey, publicKey: importPublicJwk(publicJwk).publicKey }
}

describe('the standard’s own figures', () => {
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 of %j is that of GB/T 32905-2016 annex A', (text, expected) => {
    expect(sm3(Buffer.from(text))).toBe(expected)
    expect(createHash('sm3').update(text).digest('hex')).toBe(expected)
  })

  test('Z and e of GB/T 32918.5 annex A come out', () => {
    expect(Buffer.from(sm2.getZ(`04${X}${Y}`, SM2_ID)).toString('hex')).toBe(Z)
    expect(hex32(digest(MESSAGE, JWK))).toBe(E)
  })

  test('its signature holds, its key pair is one, and its key signs', () => {
    expect(holds(SIGNATURE)).toBe(true)
    const { privateKey, jwk } = importPrivateJwk({ ...JWK, d: b64(D) })
    expect(jwk).toEqual(JWK)
    expect(holds(sign(privateKey, MESSAGE))).toBe(true)
  })

  test('in DER it is the same signature, and is taken nowhere as it is', () => {
    const der = derOf(SIGNATURE)
    expect(der.toString('hex')).toBe(`3046022100${R}022100${S}`)
    expect(holds(der)).toBe(false)
  })

  test('the thumbprint is that of RFC 7638 over crv, kty, x, y', () => {
    const text = `{"crv":"SM2","kty":"EC","x":"${JWK.x}","y":"${JWK.y}"}`
    expect(importPublicJwk(JWK).kid).toBe(createHash('sha256').update(text).digest('base64url'))
  })
})

describe('a signature', () => {
  test('of any message by any key holds, and for no other message or key', () => {
    const other = signer()
    const key = signer()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (message, another) => {
        const made = sign(key.privateKey, message)
        expect(made).toHaveLength(64)
        expect(verify(key.publicKey, message, made)).toBe(true)
        expect(verify(other.publicKey, message, made)).toBe(false)
        expect(verify(key.publicKey, another, made)).toBe(Buffer.compare(message, another) === 0)
      }),
      { numRuns: 60 },
    )
  })

  test('is never the same twice: k is random', () => {
    const { privateKey } = signer()
    const made = new Set(Array.from({ length: 20 }, () => Buffer.from(sign(privateKey, MESSAGE)).toString('hex')))
    expect(made.size).toBe(20)
  })

  test('with any one bit changed is refused', () => {
    for (let bit = 0; bit < 512; bit++) {
      const changed = Buffer.from(SIGNATURE)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(holds(changed), `bit ${bit}`).toBe(false)
    }
  })

  test('over a message with any one bit changed, or a byte more or less, is refused', () => {
    for (let bit = 0; bit < 8 * MESSAGE.length; bit++) {
      const changed = Buffer.from(MESSAGE)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(holds(SIGNATURE, changed), `bit ${bit}`).toBe(false)
    }
    expect(holds(SIGNATURE, MESSAGE.subarray(1))).toBe(false)
    expect(holds(SIGNATURE, Buffer.concat([MESSAGE, Buffer.of(0)]))).toBe(false)
  })

  test.each(['', '1234567812345677', '12345678123456780', 'TLSv1.3+GM+Cipher+Suite', 'ALICE123@YAHOO.COM'])(
    'made over the ID %j is refused',
    (userId) => {
      // The library takes the default for none, so the empty ID is made by hand.
      const e = Buffer.from(hex32(digest(MESSAGE, JWK, userId)), 'hex')
      const made = sm2.doSignature(e, D)
      expect(sm2.doVerifySignature(e, made, `04${X}${Y}`)).toBe(true)
      expect(holds(Buffer.from(made, 'hex'))).toBe(false)
    },
  )

  test('of another length, whatever is in it, is false and no exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 140 }), (bytes) => {
        expect(holds(bytes)).toBe(false)
      }),
    )
    for (const longer of [SIGNATURE.subarray(0, 63), Buffer.concat([SIGNATURE, Buffer.of(0)])])
      expect(holds(longer)).toBe(false)
    // r and s of 33 bytes, a zero led: the same numbers, another text.
    const zero = Buffer.of(0)
    expect(holds(Buffer.concat([zero, SIGNATURE.subarray(0, 32), zero, SIGNATURE.subarray(32)]))).toBe(false)
  })

  test('of 64 random bytes is false and no exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        expect(holds(bytes)).toBe(false)
      }),
    )
  })

  test('with r or s of 0, n or beyond is refused, and one whose sum is n', () => {
    for (const edge of [0n, N, N + 1n, 2n ** 256n - 1n]) {
      expect(holds(Buffer.from(hex32(edge) + S, 'hex')), hex32(edge)).toBe(false)
      expect(holds(Buffer.from(R + hex32(edge), 'hex')), hex32(edge)).toBe(false)
      expect(holds(Buffer.from(hex32(edge) + hex32(edge), 'hex')), hex32(edge)).toBe(false)
    }
    expect(holds(Buffer.from(R + hex32(N - BigInt(`0x${R}`)), 'hex'))).toBe(false)
  })

  test('with s negated, or r and s exchanged, is refused: there is no second form', () => {
    expect(holds(Buffer.from(R + hex32(N - BigInt(`0x${S}`)), 'hex'))).toBe(false)
    expect(holds(Buffer.from(hex32(N - BigInt(`0x${R}`)) + S, 'hex'))).toBe(false)
    expect(holds(Buffer.from(S + R, 'hex'))).toBe(false)
  })

  test('that makes the point at infinity is refused, though the numbers would fit', () => {
    // s·G + t·P = O for t = r/(1 + d), s = −t·d; with x₁ taken for 0 any message has r = e.
    const d = BigInt(`0x${D}`)
    const r = mod(digest(MESSAGE, JWK), N)
    const t = mod(r * power(1n + d, N - 2n, N), N)
    const s = mod(-t * d, N)
    expect(mod(r + s, N)).toBe(t)
    expect(mod(s + t * d, N)).toBe(0n)
    expect(holds(Buffer.from(hex32(r) + hex32(s), 'hex'))).toBe(false)
  })
})

describe('a public key', () => {
  const malformed = (x: string, y: string) => codeOf(() => importPublicJwk({ ...JWK, x: b64(x), y: b64(y) }))

  test('off the curve is refused, whichever bit of it is changed', () => {
    for (let bit = 0; bit < 256; bit++) {
      const changed = hex32(BigInt(`0x${X}`) ^ (1n << BigInt(bit)))
      expect(malformed(changed, Y), `x ${bit}`).toBe('key-malformed')
      expect(malformed(X, hex32(BigInt(`0x${Y}`) ^ (1n << BigInt(bit)))), `y ${bit}`).toBe('key-malformed')
    }
  })

  test('that is the point at infinity, or has a coordinate of p or more, is refused', () => {
    const zero = hex32(0n)
    expect(malformed(zero, zero)).toBe('key-malformed')
    // The smallest x of a point, and the same written with p more.
    const root = (x: bigint) => power(x ** 3n - 3n * x + B, (P + 1n) / 4n, P)
    const x = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n].find(
      (one) => mod(root(one) ** 2n, P) === mod(one ** 3n - 3n * one + B, P),
    )
    if (x === undefined) throw new Error('expected a point among the first')
    expect(importPublicJwk({ ...JWK, x: b64(hex32(x)), y: b64(hex32(root(x))) }).alg).toBe('sm2-sm3')
    expect(malformed(hex32(x + P), hex32(root(x)))).toBe('key-malformed')
    expect(malformed(hex32(P), zero)).toBe('key-malformed')
  })

  test('of P-256 under the name of SM2, and of SM2 under that of P-256, is refused', () => {
    const { publicJwk } = generateKey('ecdsa-p256-sha256')
    expect(codeOf(() => importPublicJwk({ ...publicJwk, crv: 'SM2' }))).toBe('key-malformed')
    expect(codeOf(() => importPublicJwk({ ...JWK, crv: 'P-256' }))).toBe('key-malformed')
    expect(codeOf(() => importPublicJwk({ ...JWK, kty: 'OKP' }))).toBe('algorithm-unsupported')
    for (const crv of ['sm2', 'SM2P256V1', 'sm2p256v1']) {
      expect(codeOf(() => importPublicJwk({ ...JWK, crv }))).toBe('algorithm-unsupported')
    }
  })

  test('of random coordinates never crashes the import', () => {
    const coordinate = fc.uint8Array({ minLength: 0, maxLength: 40 })
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const jwk = { ...JWK, x: Buffer.from(x).toString('base64url'), y: Buffer.from(y).toString('base64url') }
        expect(codeOf(() => importPublicJwk(jwk))).toBe('key-malformed')
      }),
    )
  })

  test('verifies as well after more keys than are kept ready', () => {
    const keys = Array.from({ length: 3 }, signer)
    const made = keys.map(({ privateKey }) => sign(privateKey, MESSAGE))
    for (let round = 0; round < SM2_LIMITS.kept; round++) {
      const { publicKey: passing } = importPublicJwk(generateKey('sm2-sm3').publicJwk)
      expect(verify(passing, MESSAGE, SIGNATURE)).toBe(false)
    }
    for (const [at, key] of keys.entries()) {
      expect(verify(key.publicKey, MESSAGE, made[at] ?? new Uint8Array())).toBe(true)
    }
  }, 60_000)
})

describe('a private key', () => {
  const withD = (d: bigint) => {
    const jwk: Record<string, string> = { ...JWK, d: b64(hex32(d)) }
    return codeOf(() => importPrivateJwk(jwk))
  }

  test('of 0, n − 1, n or beyond is refused, and that of another public one', () => {
    for (const d of [0n, N - 1n, N, 2n ** 256n - 1n, BigInt(`0x${D}`) + 1n])
      expect(withD(d), hex32(d)).toBe('key-malformed')
  })

  test('of 1 and of n − 2 is one like any other', () => {
    for (const d of [1n, N - 2n]) {
      const point = sm2.getPublicKeyFromPrivateKey(hex32(d))
      const jwk = { ...JWK, x: b64(point.slice(2, 66)), y: b64(point.slice(66)), d: b64(hex32(d)) }
      const { privateKey } = importPrivateJwk(jwk)
      expect(
        verify(importPublicJwk({ ...JWK, x: jwk.x, y: jwk.y }).publicKey, MESSAGE, sign(privateKey, MESSAGE)),
      ).toBe(true)
    }
  })
})

describeOpenssl('another implementation, openssl', (folder) => {
  const messages = [Buffer.alloc(0), MESSAGE, Buffer.from('川渝共享'), Buffer.alloc(100_000, 7)]
  const keys: readonly PrivateJwk[] = [{ ...JWK, d: b64(D) }, generateKey('sm2-sm3').privateJwk]
  const cases = keys.flatMap((jwk, at) => messages.map((message) => ({ jwk, at, message, size: message.length })))

  test.each(cases)('key $at: what it signs of $size bytes holds here, and what is signed here holds there', (one) => {
    const { jwk, at, message } = one
    const pem = pemFile(folder, `key${at}`, jwk)
    const raw = rawFromDer(opensslSign(pem, message, SM2_ID))
    const { d: _, ...publicJwk } = jwk
    const key = importPublicJwk(publicJwk)
    expect(raw && verify(key.publicKey, message, raw)).toBe(true)
    const ours = sign(importPrivateJwk(jwk).privateKey, message)
    expect(opensslVerifies(pem, message, derOf(ours), SM2_ID)).toBe(true)
    expect(opensslVerifies(pem, Buffer.concat([message, Buffer.of(1)]), derOf(ours), SM2_ID)).toBe(false)
  })

  test('the standard’s signature holds there as it does here', () => {
    const pem = pemFile(folder, 'standard', { ...JWK, d: b64(D) })
    expect(opensslVerifies(pem, MESSAGE, derOf(SIGNATURE), SM2_ID)).toBe(true)
  })

  test('what it signs under another ID does not hold here', () => {
    const pem = pemFile(folder, 'other-id', { ...JWK, d: b64(D) })
    const raw = rawFromDer(opensslSign(pem, MESSAGE, 'ALICE123@YAHOO.COM'))
    expect(raw).toHaveLength(64)
    expect(raw && holds(raw)).toBe(false)
  })
})
