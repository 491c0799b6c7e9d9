import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { generateKey, importPrivateJwk, importPublicJwk } from '../../../gateway/identity/jwk.ts'
import type { VerificationKey } from '../../../gateway/identity/profile.ts'
import { signRequest, verifyRequest } from '../../../gateway/identity/request.ts'
import {
  LEDGER_SIZE_HEADER,
  type ResponseToVerify,
  signResponse,
  verifyResponse,
} from '../../../gateway/identity/response.ts'
import { codeOf } from './refused.ts'
import { headers } from './rfc9421.ts'

const CREATED = 1_764_000_000
const NOW = CREATED * 1000 + 500
const BODY = Buffer.from('{"records":[]}')

const caller = importPrivateJwk(generateKey().privateJwk)
const made = generateKey('ecdsa-p256-sha256')
const gateway = importPrivateJwk(made.privateJwk)
const gatewayKey: VerificationKey = {
  alg: made.alg,
  publicKey: importPublicJwk(made.publicJwk).publicKey,
  state: 'active',
}
const findKey = (kid: string) => (kid === gateway.kid ? gatewayKey : undefined)

const question = { method: 'GET', targetUri: 'https://gateway.example/v1/records/water-section-quality' }
const asked = signRequest({ method: question.method, url: question.targetUri, key: caller, created: CREATED })
const request = { ...question, signature: asked.signature ?? '' }

function answer(changes: Partial<Parameters<typeof signResponse>[0]> = {}) {
  return signResponse({
    status: 200,
    contentType: 'application/json',
    body: BODY,
    request,
    ledgerSize: 42,
    key: gateway,
    created: CREATED,
    ...changes,
  })
}

function check(fields: Record<string, string>, changes: Partial<ResponseToVerify<VerificationKey>> = {}) {
  return verifyResponse({ status: 200, header: headers(fields), body: BODY, request, now: NOW, findKey, ...changes })
}

describe('a signed answer', () => {
  test('verifies for its question and tells the ledger size', () => {
    expect(check(answer())).toMatchObject({
      keyid: gateway.kid,
      created: CREATED,
      ledgerSize: 42,
      digest: sha256Hex(BODY),
    })
  })
  test('covers status, content, ledger size and the question by its signature', () => {
    const list =
      '("@status" "content-digest" "content-type" "chuanyu-ledger-size" "@method";req "@target-uri";req "signature";req;key="chuanyu")'
    expect(answer()['signature-input']).toBe(
      `chuanyu=${list};created=${CREATED};keyid="${gateway.kid}";alg="ecdsa-p256-sha256";tag="chuanyu-answer"`,
    )
  })
  test('binds a question under any label', () => {
    const other = { ...request, signature: request.signature.replace('chuanyu=', 'my-label=') }
    expect(check(answer({ request: other }), { request: other }).ledgerSize).toBe(42)
    expect(codeOf(() => check(answer({ request: other })))).toBe('signature-component-missing')
  })
})

describe('an answer does not verify', () => {
  const invalid = (fields: Record<string, string>, changes: Parameters<typeof check>[1] = {}) =>
    expect(codeOf(() => check(fields, changes))).toBe('signature-invalid')

  test('for another question: another target, method or signature', () => {
    const again = signRequest({ method: 'GET', url: question.targetUri, key: caller, created: CREATED + 1 })
    invalid(answer(), { request: { ...request, signature: again.signature ?? '' } })
    invalid(answer(), { request: { ...request, targetUri: `${question.targetUri}?asOf=2020-01-01` } })
    invalid(answer(), { request: { ...request, method: 'HEAD' } })
  })
  test('with another status, content type, digest or ledger size', () => {
    invalid(answer(), { status: 203 })
    invalid({ ...answer(), 'content-type': 'text/plain' })
    invalid({ ...answer(), 'content-digest': answer({ body: Buffer.from('x') })['content-digest'] ?? '' })
    invalid({ ...answer(), [LEDGER_SIZE_HEADER]: '43' })
  })
  test('with another body: digest-mismatch', () => {
    expect(codeOf(() => check(answer(), { body: Buffer.from('{}') }))).toBe('digest-mismatch')
  })
  test('unsigned: signature-missing', () => expect(codeOf(() => check({}))).toBe('signature-missing'))
  test('by an unknown or revoked key', () => {
    expect(codeOf(() => check(answer({ key: caller })))).toBe('key-unknown')
    expect(codeOf(() => check(answer(), { findKey: () => ({ ...gatewayKey, state: 'revoked' }) }))).toBe('key-revoked')
  })
  test('too late or from the future', () => {
    expect(codeOf(() => check(answer(), { now: (CREATED + 301) * 1000 }))).toBe('signature-expired')
    expect(codeOf(() => check(answer(), { now: (CREATED - 31) * 1000 }))).toBe('signature-future')
  })
  test('as a request, nor a request as an answer', () => {
    expect(codeOf(() => check(asked))).toBe('tag-mismatch')
    const nothing = new Uint8Array()
    expect(
      codeOf(() => verifyRequest({ ...question, header: headers(answer()), body: nothing, now: NOW, findKey })),
    ).toBe('tag-mismatch')
  })
  test('with a ledger size that is no integer, though signed', () => {
    for (const ledgerSize of [-1, 1.5, Number.NaN, 2 ** 60])
      expect(codeOf(() => check(answer({ ledgerSize })))).toBe('signature-malformed')
  })
  test('a question without exactly one signature is a programming mistake', () => {
    expect(() => answer({ request: { ...request, signature: 'a=:AAAA:, b=:AAAA:' } })).toThrow(TypeError)
  })
})
