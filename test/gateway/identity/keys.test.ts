import { describe, expect, test } from 'vitest'
import { canonical, type JsonValue } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import {
  applyKeyList,
  KEY_LIST_TYP,
  type KeyList,
  type KeyRegistry,
  keyAt,
  keyStateAt,
  NO_KEYS,
  verifyKeyList,
} from '../../../gateway/identity/keys.ts'
import { codeOf, refusalOf } from './refused.ts'

type Json = Record<string, JsonValue>

function party(id: PartyId) {
  const { privateJwk, publicJwk, kid } = generateKey()
  return { id, kid, signing: importPrivateJwk(privateJwk), root: { party: id, jwk: publicJwk } }
}

const sc = party('sc')
const cq = party('cq')

function listed(changes: Json = {}, alg: 'ed25519' | 'ecdsa-p256-sha256' = 'ed25519'): Json {
  const { kid, publicJwk } = generateKey(alg)
  return {
    agency: '四川省生态环境监测总站',
    alg,
    jwk: { ...publicJwk },
    kid,
    operator: null,
    roles: ['agency'],
    status: 'active',
    ...changes,
  }
}

function payload(keys: readonly Json[], changes: Json = {}): Json {
  return { edition: 1, issued: '2026-11-23T08:00:00+08:00', keys, party: 'sc', previous: null, ...changes }
}

function signed(content: Json, by = sc.signing, typ = KEY_LIST_TYP) {
  const text = canonical(content)
  return assembleDocument(text, [signDocument(text, { ...by, typ })])
}

const first = (content: Json) => verifyKeyList(signed(content), { root: sc.root, previous: null })
const next = (previous: KeyList, keys: readonly Json[]) =>
  verifyKeyList(signed(payload(keys, { edition: previous.edition + 1, previous: previous.digest })), {
    root: sc.root,
    previous,
  })

describe('a key list', () => {
  test('signed by the root is read, and known by the digest of its payload', () => {
    const keys = [listed(), listed({ operator: '水环境科科长', roles: ['operator', 'reviewer'] }, 'ecdsa-p256-sha256')]
    const list = first(payload(keys))
    expect(list).toMatchObject({
      party: 'sc',
      edition: 1,
      previous: null,
      keys,
      digest: sha256Hex(canonical(payload(keys))),
    })
  })
  test('may be empty', () => expect(first(payload([])).keys).toEqual([]))
  test('follows the one before by edition and digest', () => {
    const one = first(payload([]))
    expect(next(one, []).edition).toBe(2)
    const wrong: readonly Json[] = [
      { edition: 1 },
      { edition: 3, previous: one.digest },
      { edition: 2 },
      { edition: 2, previous: '0'.repeat(64) },
    ]
    for (const changes of wrong) {
      expect(codeOf(() => verifyKeyList(signed(payload([], changes)), { root: sc.root, previous: one }))).toBe(
        'key-list-order',
      )
    }
    expect(codeOf(() => first(payload([], { edition: 2 })))).toBe('key-list-order')
    expect(codeOf(() => first(payload([], { previous: one.digest })))).toBe('key-list-order')
  })
})

describe('a key list is refused', () => {
  test('signed by anything but this root: by one of its own keys, by the other root, by both roots', () => {
    const { privateJwk, publicJwk, kid } = generateKey()
    const own = payload([listed({ jwk: { ...publicJwk }, kid })])
    expect(
      codeOf(() => verifyKeyList(signed(own, importPrivateJwk(privateJwk)), { root: sc.root, previous: null })),
    ).toBe('document-signer-unknown')
    expect(codeOf(() => verifyKeyList(signed(own, cq.signing), { root: sc.root, previous: null }))).toBe(
      'document-signer-unknown',
    )
    const text = canonical(own)
    const both = assembleDocument(
      text,
      [sc, cq].map((each) => signDocument(text, { ...each.signing, typ: KEY_LIST_TYP })),
    )
    expect(codeOf(() => verifyKeyList(both, { root: sc.root, previous: null }))).toBe('document-signer-unknown')
  })
  test('signed as another kind of document', () => {
    const other = signed(payload([]), sc.signing, 'chuanyu-contract+jws')
    expect(codeOf(() => verifyKeyList(other, { root: sc.root, previous: null }))).toBe('document-malformed')
  })
  const malformed = (content: Json, pointer: string) =>
    expect(
      refusalOf(() => first(content)),
      pointer,
    ).toMatchObject({ code: 'key-list-malformed', pointer })

  test('for another party than the root’s', () => malformed(payload([], { party: 'cq' }), '/party'))
  test('with members missing, extra or of the wrong kind', () => {
    malformed(payload([], { extra: 1 }), '/extra')
    malformed(payload([], { edition: 0 }), '/edition')
    malformed(payload([], { edition: 1.5 }), '/edition')
    malformed(payload([], { edition: '1' }), '/edition')
    malformed(payload([], { previous: 'abc' }), '/previous')
    malformed(payload([], { issued: '2026-11-23' }), '/issued')
    malformed(payload([], { issued: 1 }), '/issued')
    malformed(payload([], { keys: {} }), '/keys')
    const { issued: _, ...rest } = payload([])
    malformed(rest, '/issued')
  })
  test('with a key whose members are missing, extra or of the wrong kind', () => {
    malformed(payload([listed({ extra: 1 })]), '/keys/0/extra')
    malformed(payload([listed({ status: 'paused' })]), '/keys/0/status')
    malformed(payload([listed({ agency: '' })]), '/keys/0/agency')
    malformed(payload([listed({ agency: ' a' })]), '/keys/0/agency')
    malformed(payload([listed({ agency: 'a'.repeat(129) })]), '/keys/0/agency')
    malformed(payload([listed({ operator: '' })]), '/keys/0/operator')
    malformed(payload([listed(), { kid: 'x' }]), '/keys/1/agency')
  })
  test('with roles unknown, unsorted, doubled or none, or the role everybody has', () => {
    const bad: readonly JsonValue[] = [
      [],
      ['admin'],
      ['public'],
      ['reviewer', 'operator'],
      ['agency', 'agency'],
      'agency',
      null,
    ]
    for (const roles of bad) malformed(payload([listed({ roles })]), '/keys/0/roles')
  })
  test('with a kid that is not the thumbprint, or an alg that is not the key’s', () => {
    malformed(payload([listed({ kid: listed().kid ?? '' })]), '/keys/0/kid')
    malformed(payload([listed({ alg: 'ecdsa-p256-sha256' })]), '/keys/0/alg')
  })
  test('with a JWK that is private, unsupported, malformed or has more than it needs', () => {
    const { publicJwk, privateJwk, kid } = generateKey()
    malformed(payload([listed({ kid, jwk: { ...privateJwk } })]), '/keys/0/jwk/d')
    malformed(payload([listed({ kid, jwk: { ...publicJwk, use: 'sig' } })]), '/keys/0/jwk/use')
    malformed(payload([listed({ kid, jwk: { ...publicJwk, x: 'short' } })]), '/keys/0/jwk/x')
    malformed(payload([listed({ kid, jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } })]), '/keys/0/jwk/crv')
  })
  test('with one key twice, or with the root itself', () => {
    const key = listed()
    malformed(payload([key, key]), '/keys/1/kid')
    malformed(payload([listed({ jwk: { ...sc.root.jwk }, kid: sc.kid })]), '/keys')
  })
})

describe('the registry', () => {
  const a = listed()
  const b = listed({ operator: '站长', roles: ['operator', 'signatory'] })
  const one = first(payload([a]))
  const two = next(one, [a, b])
  const revoked = { ...a, status: 'revoked' }
  const three = next(two, [revoked, b])
  const at = (registry: KeyRegistry, key: Json, index: number) => keyAt(registry, `${key.kid}`, index)?.state

  test('counts a key after the list that brought it and before the list that revoked it', () => {
    const registry = applyKeyList(applyKeyList(applyKeyList(NO_KEYS, one, 3), two, 10), three, 20)
    expect([0, 3, 4, 19, 20, 21].map((index) => at(registry, a, index))).toEqual([
      'not-active',
      'not-active',
      'active',
      'active',
      'revoked',
      'revoked',
    ])
    expect([10, 11, 1000].map((index) => at(registry, b, index))).toEqual(['not-active', 'active', 'active'])
    expect(keyAt(registry, 'nobody', 5)).toBeUndefined()
    expect(keyAt(registry, `${b.kid}`, 11)).toMatchObject({
      party: 'sc',
      operator: '站长',
      roles: ['operator', 'signatory'],
      alg: 'ed25519',
    })
  })
  test('is a new one each time; the old one stays as it was', () => {
    const before = applyKeyList(NO_KEYS, one, 3)
    applyKeyList(before, two, 10)
    expect(before.keys.size).toBe(1)
    expect(NO_KEYS.keys.size).toBe(0)
  })
  test('keeps the place of the first revocation', () => {
    const registry = applyKeyList(applyKeyList(applyKeyList(NO_KEYS, one, 3), two, 10), three, 20)
    const later = applyKeyList(registry, next(three, [revoked, b]), 30)
    expect(later.keys.get(`${a.kid}`)).toMatchObject({ activatedAt: 3, revokedAt: 20 })
  })
  test('never counts a key that was listed as revoked from the first', () => {
    const registry = applyKeyList(NO_KEYS, first(payload([revoked])), 3)
    expect([3, 4].map((index) => at(registry, a, index))).toEqual(['not-active', 'revoked'])
  })

  const conflict = (registry: KeyRegistry, list: KeyList) =>
    expect(codeOf(() => applyKeyList(registry, list, 99))).toBe('key-list-conflict')
  const after = applyKeyList(applyKeyList(applyKeyList(NO_KEYS, one, 3), two, 10), three, 20)

  test('never takes a revoked key back', () => conflict(after, next(three, [a, b])))
  test('misses a key that is left out', () => conflict(after, next(three, [b])))
  test('lets no agency, operator or roles of a key change', () => {
    for (const changes of [{ agency: '别处' }, { operator: null }, { roles: ['signatory'] }])
      conflict(after, next(three, [revoked, { ...b, ...changes }]))
  })
  test('lets no key serve two parties', () => {
    const other = payload([b], { party: 'cq' })
    const theirs = verifyKeyList(signed(other, cq.signing), { root: cq.root, previous: null })
    conflict(after, theirs)
    expect(applyKeyList(NO_KEYS, theirs, 0).lists.get('cq')?.edition).toBe(1)
  })
  test('takes lists in order only', () => {
    for (const list of [one, two, three]) expect(codeOf(() => applyKeyList(after, list, 99))).toBe('key-list-order')
    expect(codeOf(() => applyKeyList(NO_KEYS, two, 99))).toBe('key-list-order')
  })
  test('keeps each party’s editions apart', () => {
    const theirs = verifyKeyList(signed(payload([listed()], { party: 'cq' }), cq.signing), {
      root: cq.root,
      previous: null,
    })
    const registry = applyKeyList(after, theirs, 25)
    expect([registry.lists.get('sc')?.edition, registry.lists.get('cq')?.edition]).toEqual([3, 1])
  })
})

test('a key is in exactly one state at every place', () => {
  const key = { activatedAt: 5, revokedAt: 7 }
  expect([4, 5, 6, 7, 8].map((index) => keyStateAt(key, index))).toEqual([
    'not-active',
    'not-active',
    'active',
    'revoked',
    'revoked',
  ])
  expect(keyStateAt({ activatedAt: 5, revokedAt: null }, Number.MAX_SAFE_INTEGER)).toBe('active')
})
