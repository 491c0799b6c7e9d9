/** Documents signed by SM2, alone and beside other algorithms, and how many of them are looked at. */
import { describe, expect, test, vi } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { ALGORITHMS, type AlgorithmName } from '../../../gateway/identity/algorithms.ts'
import {
  assembleDocument,
  type DocumentKey,
  type GeneralJws,
  signDocument,
  verifyDocument,
} from '../../../gateway/identity/document.ts'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { SIGNATURE_LIMITS } from '../../../gateway/identity/limits.ts'
import { newKey } from '../world.ts'
import { codeOf, refusalOf } from './refused.ts'

const TYP = 'chuanyu-release+jws'
const PAYLOAD = canonical({ id: '示例', v: 1 })

function signer(party: PartyId, alg: AlgorithmName) {
  const key = newKey(alg)
  const { publicKey } = importPublicJwk(key.jwk)
  const verify = vi.fn((data: Uint8Array, signature: Uint8Array) => ALGORITHMS[alg].verify(publicKey, data, signature))
  return { ...key, party, verify, listed: { alg, party, publicKey: alg === 'sm2-sm3' ? { alg, verify } : publicKey } }
}

const sc = signer('sc', 'sm2-sm3')
const cq = signer('cq', 'sm2-sm3')
const findKey = (kid: string): DocumentKey | undefined => [sc, cq].find((one) => one.kid === kid)?.listed
const by = (who: typeof sc) => signDocument(PAYLOAD, { ...who, typ: TYP })
const verify = (jws: unknown, requiredParties: readonly PartyId[] = ['sc', 'cq']) =>
  verifyDocument(jws, { findKey, typ: TYP, requiredParties })

function changed(header: Record<string, unknown>): GeneralJws {
  const [one, two] = [by(sc), by(cq)]
  const text = canonical({ alg: 'SM2SM3', kid: sc.kid, typ: TYP, ...header })
  return assembleDocument(PAYLOAD, [{ ...one, protected: Buffer.from(text).toString('base64url') }, two])
}

describe('a document signed by SM2', () => {
  test('of both sides verifies, its header in JCS with the private name, its signatures of 64 bytes', () => {
    const document = assembleDocument(PAYLOAD, [by(sc), by(cq)])
    expect(verify(document).signatures.map(({ party }) => party)).toEqual(['sc', 'cq'])
    for (const [at, who] of [sc, cq].entries()) {
      const { protected: header = '', signature = '' } = document.signatures[at] ?? {}
      expect(Buffer.from(header, 'base64url').toString()).toBe(`{"alg":"SM2SM3","kid":"${who.kid}","typ":"${TYP}"}`)
      expect(Buffer.from(signature, 'base64url')).toHaveLength(64)
    }
  })

  test('fails with any character of payload, header or signature changed', () => {
    const made = assembleDocument(PAYLOAD, [by(sc)])
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const other = (text: string, at: number) => {
      const next = alphabet[(alphabet.indexOf(text.charAt(at)) + 1) % 64]
      return `${text.slice(0, at)}${next}${text.slice(at + 1)}`
    }
    const [one = { protected: '', signature: '' }] = made.signatures
    expect(verify(made, ['sc']).signatures).toHaveLength(1)
    for (let at = 0; at < made.payload.length; at++)
      expect(() => verify({ ...made, payload: other(made.payload, at) }, ['sc'])).toThrow()
    for (const member of ['protected', 'signature'] as const) {
      for (let at = 0; at < one[member].length; at++)
        expect(() => verify({ ...made, signatures: [{ ...one, [member]: other(one[member], at) }] }, ['sc'])).toThrow()
    }
  })

  test('under another algorithm’s name, or another name for this one, is refused', () => {
    for (const alg of ['ES256', 'Ed25519', 'SM2', 'sm2-sm3', 'SM2-SM3', 'sm2sm3', 'SM3WithSM2']) {
      expect(
        codeOf(() => verify(changed({ alg }))),
        alg,
      ).toBe('document-algorithm')
    }
    expect(codeOf(() => verify(changed({ sm2Id: '1234567812345678' })))).toBe('document-malformed')
  })

  test('in DER is refused', () => {
    const one = by(sc)
    const raw = Buffer.from(one.signature, 'base64url')
    const der = Buffer.concat([
      Buffer.of(0x30, 0x46),
      Buffer.of(2, 33, 0),
      raw.subarray(0, 32),
      Buffer.of(2, 33, 0),
      raw.subarray(32),
    ])
    const jws = assembleDocument(PAYLOAD, [{ ...one, signature: der.toString('base64url') }])
    expect(codeOf(() => verify(jws, ['sc']))).toBe('document-signature-invalid')
  })
})

describe('of many SM2 signatures', () => {
  test('none is looked at when there are more than parties', () => {
    const { slowSignatures, signatures } = SIGNATURE_LIMITS
    for (const count of [slowSignatures + 1, signatures]) {
      sc.verify.mockClear()
      const jws = assembleDocument(
        PAYLOAD,
        Array.from({ length: count }, () => by(sc)),
      )
      expect(refusalOf(() => verify(jws))).toMatchObject({ code: 'document-malformed', pointer: '/signatures' })
      expect(sc.verify).not.toHaveBeenCalled()
    }
  })

  test('as many as there are parties are looked at', () => {
    sc.verify.mockClear()
    const twice = assembleDocument(PAYLOAD, [by(sc), by(sc)])
    expect(codeOf(() => verify(twice))).toBe('document-signature-doubled')
    expect(sc.verify).toHaveBeenCalledTimes(2)
  })

  test('other algorithms’ are not counted with them, nor headers that say nothing', () => {
    const fast = signer('sc', 'ed25519')
    const jws = assembleDocument(PAYLOAD, [by(fast), by(fast), by(fast), by(cq)])
    const findAny = (kid: string) => (kid === fast.kid ? fast.listed : findKey(kid))
    const look = (input: unknown) => verifyDocument(input, { findKey: findAny, typ: TYP, requiredParties: [] })
    expect(codeOf(() => look(jws))).toBe('document-signature-doubled')
    const empty = { protected: '', signature: '' }
    expect(codeOf(() => look({ ...jws, signatures: [empty, empty, empty] }))).toBe('document-not-canonical')
  })
})
