import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type JsonValue } from '../../../contracts/jcs.ts'
import { signCanonical } from '../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import { SESSION_LIMITS } from '../../../gateway/identity/limits.ts'
import { readStatement, signStatement } from '../../../gateway/identity/statement.ts'

const newKey = (alg?: 'ecdsa-p256-sha256') => importPrivateJwk(generateKey(alg).privateJwk)
const typ = 'chuanyu-test+jws'
const key = newKey()
const VALUE: JsonValue = { id: 'a', n: 1, 名: '值' }

describe.each([
  ['Ed25519', key],
  ['ES256', newKey('ecdsa-p256-sha256')],
] as const)('a statement by %s', (_alg, own) => {
  test('says what was stated, and nothing else is told from it', () => {
    expect(readStatement(signStatement(VALUE, { key: own, typ }), { key: own, typ })).toEqual(VALUE)
  })

  test('is no statement of another key, nor of another kind', () => {
    const text = signStatement(VALUE, { key: own, typ })
    expect(readStatement(text, { key: newKey(), typ })).toBeUndefined()
    expect(readStatement(text, { key: own, typ: 'chuanyu-other+jws' })).toBeUndefined()
  })

  test('is none once any one character of it is another', () => {
    const text = signStatement(VALUE, { key: own, typ })
    for (let at = 0; at < text.length; at++) {
      for (const other of ['A', 'B', '.', '=', ' ']) {
        if (text[at] === other) continue
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        expect(readStatement(changed, { key: own, typ }), `${at} ${other}`).toBeUndefined()
      }
    }
  })
})

describe('a statement', () => {
  const text = signStatement(VALUE, { key, typ })
  const [header = '', payload = '', signature = ''] = text.split('.')
  const encoded = (one: unknown) => Buffer.from(canonical(one)).toString('base64url')

  test.each([
    ['nothing', ''],
    ['a part too few', `${header}.${payload}`],
    ['a part too many', `${text}.`],
    ['padding', `${text}=`],
    ['a line break', `${text}\n`],
    ['no signature', `${header}.${payload}.`],
    ['alg none', `${encoded({ alg: 'none', kid: key.kid, typ })}.${payload}.`],
    ['another spelling of the algorithm', `${encoded({ alg: 'EdDSA', kid: key.kid, typ })}.${payload}.${signature}`],
    [
      'another member in the header',
      `${encoded({ alg: 'Ed25519', crit: [], kid: key.kid, typ })}.${payload}.${signature}`,
    ],
    ['another payload', `${header}.${encoded({ ...VALUE, id: 'b' })}.${signature}`],
  ])('with %s is none', (_what, sent) => {
    expect(readStatement(sent, { key, typ })).toBeUndefined()
  })

  test('longer than the limit is none, though it be signed', () => {
    const long = signStatement({ text: 'x'.repeat(SESSION_LIMITS.statement) }, { key, typ })
    expect(readStatement(long, { key, typ })).toBeUndefined()
  })

  test('whose text is not canonical is none, though it be signed', () => {
    const loose = '{"b":1,"a":2}'
    const jws = signCanonical(loose, { ...key, typ })
    const sent = `${jws.protected}.${Buffer.from(loose).toString('base64url')}.${jws.signature}`
    expect(readStatement(sent, { key, typ })).toBeUndefined()
  })

  test('is never read out of anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (other) => {
        expect(readStatement(other, { key, typ })).toBeUndefined()
        expect(readStatement(`${header}.${other}.${signature}`, { key, typ })).toBe(undefined)
      }),
    )
  })
})
