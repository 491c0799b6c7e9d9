/** The browser's key against the gateway's own verifier: what it signs there holds here, and its private half never comes out. */
import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical as gatewayCanonical } from '../../../../contracts/jcs.ts'
import { verifyDocument } from '../../../../gateway/identity/document.ts'
import { generateKey, importPublicJwk, type PublicJwk, thumbprint } from '../../../../gateway/identity/jwk.ts'
import { WORDS } from '../../../../gateway/portal/browser/key-error.js'
import {
  browserStorage,
  canonical,
  createKey,
  forgetKey,
  importKey,
  KeyError,
  kidOf,
  loadKey,
  signJws,
} from '../../../../gateway/portal/browser/keys.js'
import { memoryStorage } from './storage.ts'

const TYP = 'chuanyu-release+jws'
const subtle = webcrypto.subtle
const now = () => new Date('2026-11-10T08:00:00Z')

/** WebCrypto of a browser that cannot do some of it. */
function without(refused: (name: string) => boolean): webcrypto.SubtleCrypto {
  const nameOf = (algorithm: unknown): string =>
    typeof algorithm === 'object' && algorithm !== null && 'name' in algorithm
      ? String(algorithm.name)
      : String(algorithm)
  return new Proxy(subtle, {
    get(target, method: keyof webcrypto.SubtleCrypto) {
      const made: unknown = Reflect.get(target, method)
      if (typeof made !== 'function') return made
      return (...args: unknown[]) => {
        const [first, , third] = args
        if (refused(nameOf(method === 'importKey' ? third : first)))
          return Promise.reject(new DOMException('Algorithm: Unrecognized name', 'NotSupportedError'))
        return Reflect.apply(made, target, args)
      }
    },
  })
}
const WITHOUT_ED25519 = without((name) => name === 'Ed25519')

async function refusal(work: () => Promise<unknown> | unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof KeyError) return error.code
    throw error
  }
  return 'done'
}

/** What the gateway reads in a document of the browser's, under the public half the browser shows. */
function verified(jws: unknown, jwk: unknown) {
  const { kid, alg, publicKey } = importPublicJwk(jwk)
  const findKey = (sent: string) => (sent === kid ? { party: 'cq' as const, alg, publicKey } : undefined)
  return verifyDocument(jws, { findKey, typ: TYP, requiredParties: ['cq'] })
}

describe.each([
  ['Ed25519', subtle],
  ['ES256', WITHOUT_ED25519],
] as const)('a key made where the browser knows %s at best', (alg, crypto) => {
  test('is of that algorithm, named by its thumbprint, and kept', async () => {
    const storage = memoryStorage()
    const key = await createKey({ storage, subtle: crypto, now })
    const { jwk, kid, alg: known } = importPublicJwk(key.jwk)
    expect(key.alg).toBe(alg)
    expect(known).toBe(alg === 'Ed25519' ? 'ed25519' : 'ecdsa-p256-sha256')
    expect(key.kid).toBe(kid)
    expect(key.jwk).toEqual(jwk)
    expect(key.created).toBe('2026-11-10T08:00:00.000Z')
    expect((await loadKey({ storage }))?.kid).toBe(kid)
  })

  test('cannot be taken out of the browser', async () => {
    const { privateKey } = await createKey({ storage: memoryStorage(), subtle: crypto, now })
    expect(privateKey.extractable).toBe(false)
    expect(privateKey.usages).toEqual(['sign'])
    await expect(subtle.exportKey('jwk', privateKey)).rejects.toThrow(/extractable/i)
    await expect(subtle.exportKey('pkcs8', privateKey)).rejects.toThrow(/extractable/i)
  })

  test('signs what the gateway verifies, whatever the document', async () => {
    const storage = memoryStorage()
    const { jwk, kid } = await createKey({ storage, subtle: crypto, now })
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const payload = gatewayCanonical(JSON.parse(JSON.stringify(value)))
        const document = verified(await signJws(payload, TYP, { storage, subtle: crypto }), jwk)
        expect(document.payload).toBe(payload)
        expect(document.signatures.map((one) => one.kid)).toEqual([kid])
      }),
      { numRuns: 30 },
    )
  })

  test('signs Chinese text, and a document of a megabyte', async () => {
    const storage = memoryStorage()
    const { jwk } = await createKey({ storage, subtle: crypto, now })
    const payload = canonical({
      reason: '复核后更正 😀',
      rows: Array.from({ length: 40_000 }, (_, at) => `断面 ${at}`),
    })
    expect(verified(await signJws(payload, TYP, { storage, subtle: crypto }), jwk).payload).toBe(payload)
  })

  test('gives a signature that fails for any other document or key', async () => {
    const [one, other] = [memoryStorage(), memoryStorage()]
    const { jwk } = await createKey({ storage: one, subtle: crypto, now })
    const { jwk: stranger } = await createKey({ storage: other, subtle: crypto, now })
    const jws = await signJws('{"a":1}', TYP, { storage: one, subtle: crypto })
    const payload = Buffer.from('{"a":2}').toString('base64url')
    expect(() => verified({ ...jws, payload }, jwk)).toThrow('document-signature-invalid')
    expect(() => verified(jws, stranger)).toThrow('document-signer-unknown')
  })
})

describe('making a key', () => {
  test('takes P-256 where the browser makes Ed25519 but cannot keep it', async () => {
    const storage = memoryStorage(({ alg }) => alg === 'Ed25519')
    expect((await createKey({ storage, now })).alg).toBe('ES256')
    expect((await loadKey({ storage }))?.alg).toBe('ES256')
  })

  test('puts the new key in place of the one before, and forgetting leaves none', async () => {
    const storage = memoryStorage()
    const first = await createKey({ storage, now })
    const second = await createKey({ storage, now })
    expect(second.kid).not.toBe(first.kid)
    expect((await loadKey({ storage }))?.kid).toBe(second.kid)
    await forgetKey({ storage })
    expect(await loadKey({ storage })).toBeNull()
    expect(await refusal(() => signJws('{}', TYP, { storage }))).toBe('key-missing')
  })

  test('says so where no algorithm works', async () => {
    const storage = memoryStorage()
    expect(await refusal(() => createKey({ storage, subtle: without(() => true), now }))).toBe('algorithm-missing')
    expect(await loadKey({ storage })).toBeNull()
  })

  test('says so over plain HTTP, where browsers offer no WebCrypto', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'crypto') ?? {}
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { getRandomValues: () => undefined } })
    try {
      for (const work of [
        () => createKey({ storage: memoryStorage() }),
        () => importKey({}, { storage: memoryStorage() }),
        () => kidOf({ crv: 'Ed25519', kty: 'OKP', x: 'AAAA' }),
        () => signJws('{}', TYP, { storage: memoryStorage() }),
      ]) {
        expect(await refusal(work)).toBe('crypto-missing')
      }
    } finally {
      Object.defineProperty(globalThis, 'crypto', descriptor)
    }
  })

  test('says so where the browser keeps nothing', async () => {
    expect(await refusal(() => browserStorage(undefined))).toBe('storage-missing')
    const full = memoryStorage()
    const storage = { ...full, save: () => Promise.reject(new KeyError('storage-missing')) }
    expect(await refusal(() => createKey({ storage, now }))).toBe('storage-missing')
  })
})

describe('importing a key', () => {
  test.each(['ed25519', 'ecdsa-p256-sha256'] as const)(
    'of %s signs as its owner, and is kept without a way out',
    async (alg) => {
      const { privateJwk, publicJwk, kid } = generateKey(alg)
      const storage = memoryStorage()
      const key = await importKey({ ...privateJwk, use: 'sig' }, { storage, now })
      expect(key).toMatchObject({ kid, jwk: publicJwk })
      expect(key.privateKey.extractable).toBe(false)
      expect(JSON.stringify(await loadKey({ storage }))).not.toContain(privateJwk.d)
      expect(verified(await signJws('{"a":1}', TYP, { storage }), publicJwk).payload).toBe('{"a":1}')
    },
  )

  const { privateJwk, publicJwk } = generateKey()
  const other: PublicJwk = generateKey().publicJwk
  test.each<readonly [string, unknown]>([
    ['a public key', publicJwk],
    ['nothing', null],
    ['a text', JSON.stringify(privateJwk)],
    ['another kind of key', { kty: 'RSA', n: 'AQAB', e: 'AQAB', d: 'AQAB' }],
    ['a private half that is none', { ...privateJwk, d: 'AAAA' }],
    ['two halves that do not belong together', { ...privateJwk, x: 'x' in other ? other.x : '' }],
    ['an EC key without its y', { crv: 'P-256', kty: 'EC', x: 'AAAA', d: 'AAAA' }],
  ])('refuses %s, and keeps nothing', async (_what, jwk) => {
    const storage = memoryStorage()
    expect(await refusal(() => importKey(jwk, { storage, now }))).toBe('key-malformed')
    expect(await loadKey({ storage })).toBeNull()
  })

  test('says so where the browser does not know its algorithm', async () => {
    const storage = memoryStorage()
    expect(await refusal(() => importKey(privateJwk, { storage, subtle: WITHOUT_ED25519, now }))).toBe(
      'algorithm-missing',
    )
  })
})

describe('a thumbprint', () => {
  test('is the one of RFC 8037 appendix A.3', async () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    expect(await kidOf({ kty: 'OKP', crv: 'Ed25519', x })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  test('is the gateway’s, whatever else the key carries', async () => {
    for (const alg of ['ed25519', 'ecdsa-p256-sha256'] as const) {
      const { publicJwk } = generateKey(alg)
      expect(await kidOf({ use: 'sig', key_ops: ['verify'], ext: true, ...publicJwk })).toBe(thumbprint(publicJwk))
    }
  })

  test('of what is no key of ours is refused', async () => {
    for (const jwk of [null, 'x', {}, { kty: 'OKP', crv: 'X25519', x: 'AA' }, { kty: 'EC', crv: 'P-256', x: 'AA' }])
      expect(await refusal(() => kidOf(jwk))).toBe('key-malformed')
  })
})

describe('signing', () => {
  test.each(['{"b":1,"a":2}', '{ }', '', 'undefined', '"\ud800"'])(
    'refuses %j, which is not canonical',
    async (text) => {
      const storage = memoryStorage()
      await createKey({ storage, now })
      expect(await refusal(() => signJws(text, TYP, { storage }))).toBe('not-canonical')
    },
  )
})

test('every failure is told in both languages', () => {
  for (const words of Object.values(WORDS)) {
    expect(words.zh).toMatch(/\p{Script=Han}.*。$/u)
    expect(words.en).toMatch(/^[ -~]+\.$/)
  }
  const problem = {
    zh: { title: '会话已退出', detail: '请重新登录' },
    en: { title: 'Session ended', detail: 'sign in again' },
  }
  expect(new KeyError('refused', { problem }).words).toEqual({
    zh: '会话已退出：请重新登录',
    en: 'Session ended: sign in again',
  })
  expect(new KeyError('refused', { problem: { zh: 'x' } }).words).toEqual(WORDS.refused)
})
