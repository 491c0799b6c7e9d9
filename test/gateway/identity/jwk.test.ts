import { randomBytes } from 'node:crypto'
import * as jose from 'jose'
import { describe, expect, test } from 'vitest'
import { ALGORITHMS, algorithmByJws, algorithmByName } from '../../../gateway/identity/algorithms.ts'
import { generateKey, importPrivateJwk, importPublicJwk, thumbprint } from '../../../gateway/identity/jwk.ts'
import { codeOf, refusalOf } from './refused.ts'
import { ED25519_JWK, P256_JWK } from './rfc9421.ts'

const ALGS = ['ed25519', 'ecdsa-p256-sha256', 'sm2-sm3'] as const

describe('algorithms', () => {
  test('go by one HTTP name and one JWS name each', () => {
    expect(Object.values(ALGORITHMS).map((each) => [each.name, each.jws])).toEqual([
      ['ed25519', 'Ed25519'],
      ['ecdsa-p256-sha256', 'ES256'],
      ['sm2-sm3', 'SM2SM3'],
    ])
  })
  test('none, the polymorphic EdDSA, HMAC, RSA and names of objects are not on the list', () => {
    for (const name of ['none', 'EdDSA', 'HS256', 'RS256', 'ES384', 'es256', '__proto__', 'constructor', '']) {
      expect(algorithmByJws(name)).toBeUndefined()
      expect(algorithmByName(name)).toBeUndefined()
    }
  })
  for (const alg of ALGS) {
    test(`${alg}: signs 64 bytes that hold, and for nothing else`, () => {
      const { privateJwk, publicJwk } = generateKey(alg)
      const signature = ALGORITHMS[alg].sign(importPrivateJwk(privateJwk).privateKey, Buffer.from('text'))
      const { publicKey } = importPublicJwk(publicJwk)
      expect(signature.length).toBe(64)
      expect(ALGORITHMS[alg].verify(publicKey, Buffer.from('text'), signature)).toBe(true)
      expect(ALGORITHMS[alg].verify(publicKey, Buffer.from('texts'), signature)).toBe(false)
      expect(
        ALGORITHMS[alg].verify(importPublicJwk(generateKey(alg).publicJwk).publicKey, Buffer.from('text'), signature),
      ).toBe(false)
    })
    test(`${alg}: a signature of another length is false, not an exception`, () => {
      const { publicKey } = importPublicJwk(generateKey(alg).publicJwk)
      for (const length of [0, 1, 63, 65, 72])
        expect(ALGORITHMS[alg].verify(publicKey, Buffer.from('t'), new Uint8Array(length))).toBe(false)
    })
  }
  test('a key of another kind is a programming mistake', () => {
    const text = Buffer.from('t')
    for (const alg of ALGS) {
      for (const other of ALGS.filter((each) => each !== alg)) {
        const { privateJwk, publicJwk } = generateKey(other)
        const { privateKey } = importPrivateJwk(privateJwk)
        const { publicKey } = importPublicJwk(publicJwk)
        const { sign, verify } = ALGORITHMS[alg]
        expect(() => sign(privateKey, text), `${alg} by ${other}`).toThrow(TypeError)
        expect(() => verify(publicKey, text, new Uint8Array(64)), `${alg} by ${other}`).toThrow(TypeError)
      }
    }
  })
  test('beside the event loop: the same, and a key of another kind is a rejection', async () => {
    const text = Buffer.from('t')
    for (const alg of ALGS) {
      const { privateJwk, publicJwk } = generateKey(alg)
      const { signAside, verifyAside } = ALGORITHMS[alg]
      const { publicKey } = importPublicJwk(publicJwk)
      const signature = await signAside(importPrivateJwk(privateJwk).privateKey, text)
      expect(await verifyAside(publicKey, text, signature)).toBe(true)
      expect(await verifyAside(publicKey, Buffer.from('u'), signature)).toBe(false)
      const other = importPublicJwk(generateKey(alg === 'ed25519' ? 'sm2-sm3' : 'ed25519').publicJwk)
      await expect(verifyAside(other.publicKey, text, signature)).rejects.toThrow(TypeError)
    }
  })
})

describe('thumbprints', () => {
  test('the Ed25519 key of RFC 8037 A.3 has the thumbprint given there', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const
    expect(thumbprint(jwk)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })
  test('a P-256 key has the thumbprint another library gives it', async () => {
    const { kid, jwk } = importPublicJwk({ kty: 'EC', crv: 'P-256', x: P256_JWK.x, y: P256_JWK.y })
    expect(kid).toBe(await jose.calculateJwkThumbprint(jwk))
  })
})

describe('importing', () => {
  test('a new key comes back whole, under its thumbprint', () => {
    for (const alg of ALGS) {
      const made = generateKey(alg)
      expect(importPrivateJwk(made.privateJwk)).toMatchObject({ kid: made.kid, alg, jwk: made.publicJwk })
      expect(importPublicJwk(made.publicJwk)).toMatchObject({ kid: made.kid, alg, jwk: made.publicJwk })
      expect(Object.keys(made.privateJwk)).toContain('d')
      expect(Object.keys(made.publicJwk)).not.toContain('d')
    }
  })
  test('members such as kid and use are passed over', () => {
    const { d: _, ...jwk } = ED25519_JWK
    expect(importPublicJwk({ ...jwk, use: 'sig' }).jwk).toEqual({ kty: 'OKP', crv: 'Ed25519', x: ED25519_JWK.x })
  })
  test('a private key where a public one goes is refused, and not repeated in the error', () => {
    const refused = refusalOf(() => importPublicJwk(ED25519_JWK))
    expect(refused.code).toBe('key-malformed')
    expect(JSON.stringify({ ...refused, message: refused.message })).not.toContain(ED25519_JWK.d)
  })
  test('other kinds of key are algorithm-unsupported', () => {
    for (const jwk of [
      { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
      { kty: 'oct', k: 'AQAB' },
      { ...P256_JWK, d: undefined, crv: 'P-384' },
      { kty: 'EC', crv: 'Ed25519' },
      {},
    ]) {
      const { d: _, ...publicOnly }: Record<string, unknown> = { ...jwk }
      expect(codeOf(() => importPublicJwk(publicOnly))).toBe('algorithm-unsupported')
    }
  })
  test('what is no object is key-malformed', () => {
    for (const input of [null, undefined, 'x', 1, []])
      expect(codeOf(() => importPublicJwk(input))).toBe('key-malformed')
  })
  test('a coordinate of another length, alphabet or with stray last bits is key-malformed', () => {
    const { x } = ED25519_JWK
    for (const bad of [x.slice(1), `${x}A`, `${x}=`, x.replace('_', '/'), `${x.slice(0, -1)}t`, '', 7]) {
      expect(codeOf(() => importPublicJwk({ kty: 'OKP', crv: 'Ed25519', x: bad }))).toBe('key-malformed')
    }
  })
  test('a P-256 point off the curve is key-malformed', () => {
    const y = `${P256_JWK.y.slice(0, -2)}w0`.replace('w0', '40')
    expect(codeOf(() => importPublicJwk({ kty: 'EC', crv: 'P-256', x: P256_JWK.x, y }))).toBe('key-malformed')
  })
  test('a private key with the public half of another is key-malformed', () => {
    for (const alg of ALGS) {
      const jwk = { ...generateKey(alg).privateJwk, d: generateKey(alg).privateJwk.d }
      expect(codeOf(() => importPrivateJwk(jwk))).toBe('key-malformed')
    }
    expect(codeOf(() => importPrivateJwk({ ...ED25519_JWK, d: undefined }))).toBe('key-malformed')
  })
  test('an Ed25519 point of small order is refused, with either sign and in non-canonical form', () => {
    const points = [0n, 1n, ORDER_8, P - ORDER_8, P - 1n, P, P + 1n]
    for (const y of points) {
      expect(eightTimes(y)).toEqual([0n, 1n])
      for (const sign of [0n, 1n << 255n]) {
        const bytes = Buffer.from((y | sign).toString(16).padStart(64, '0'), 'hex').reverse()
        const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }
        expect(
          codeOf(() => importPublicJwk(jwk)),
          bytes.toString('hex'),
        ).toBe('key-malformed')
      }
    }
    const base = Buffer.from(`58${'66'.repeat(31)}`, 'hex').toString('base64url')
    expect(importPublicJwk({ kty: 'OKP', crv: 'Ed25519', x: base }).alg).toBe('ed25519')
  })
})

// Curve arithmetic of RFC 8032 §5.1, enough to see that eight times a point is the neutral one.
const P = 2n ** 255n - 19n
const D = mod(-121665n * power(121666n, P - 2n))
const ORDER_8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n

function mod(value: bigint): bigint {
  return ((value % P) + P) % P
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let square = mod(base), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square)
  }
  return result
}

function eightTimes(y: bigint): readonly [bigint, bigint] {
  const square = mod((y * y - 1n) * power(D * y * y + 1n, P - 2n))
  const root = power(square, (P + 3n) / 8n)
  let point: readonly [bigint, bigint] = [
    mod(root * root) === square ? root : mod(root * power(2n, (P - 1n) / 4n)),
    mod(y),
  ]
  expect(mod(point[0] * point[0])).toBe(square)
  for (let doubling = 0; doubling < 3; doubling++) {
    const [px, py] = point
    const product = mod(D * px * px * py * py)
    point = [mod(2n * px * py * power(1n + product, P - 2n)), mod((py * py + px * px) * power(1n - product, P - 2n))]
  }
  return point
}

test('random coordinates never crash the import', () => {
  for (let round = 0; round < 200; round++) {
    const x = randomBytes(32).toString('base64url')
    const y = randomBytes(32).toString('base64url')
    expect(codeOf(() => importPublicJwk({ kty: 'EC', crv: 'P-256', x, y }))).toBe('key-malformed')
  }
})
