/** A pasted signature, in each form that signing tools write, made the one form the gateway takes. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { canonical } from '../../../../contracts/jcs.ts'
import { assembleDocument, signDocument, verifyDocument } from '../../../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk, importPublicJwk } from '../../../../gateway/identity/jwk.ts'
import { readJws } from '../../../../gateway/portal/browser/jws-text.js'
import { KeyError } from '../../../../gateway/portal/browser/key-error.js'
import { sha256Hex } from '../../../../gateway/portal/browser/sha256.js'

const TYP = 'chuanyu-step+jws'
const { privateJwk, publicJwk } = generateKey('ed25519')
const key = importPrivateJwk(privateJwk)
const { publicKey } = importPublicJwk(publicJwk)
const text = canonical({ act: { type: 'open' }, consultation: '周报 ½ 😀', seen: 1 })
const signature = signDocument(text, { ...key, typ: TYP })
const general = assembleDocument(text, [signature])
const { payload } = general

const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof KeyError) return error.code
    throw error
  }
  return 'taken'
}

describe('a pasted signature', () => {
  test.each([
    ['general', JSON.stringify(general)],
    ['general, over lines', `\n ${JSON.stringify(general, null, 2)}\n`],
    ['flattened', JSON.stringify({ payload, ...signature })],
    ['compact', `${signature.protected}.${payload}.${signature.signature}`],
    ['compact, with a line end', `  ${signature.protected}.${payload}.${signature.signature}\r\n`],
  ])('in %s form holds at the gateway', (_form, pasted) => {
    const jws = readJws(pasted, text)
    const findKey = (kid: string) => (kid === key.kid ? { party: 'cq' as const, alg: key.alg, publicKey } : undefined)
    expect(verifyDocument(jws, { findKey, typ: TYP, requiredParties: ['cq'] }).payload).toBe(text)
  })

  test('over anything but the text of this page is refused', () => {
    expect(refusal(() => readJws(JSON.stringify(general), `${text} `))).toBe('payload-other')
    expect(refusal(() => readJws(JSON.stringify({ ...general, payload: '' }), text))).toBe('payload-other')
  })

  test.each([
    '',
    'a.b',
    '{}',
    '[]',
    'null',
    '{"payload":1}',
    '{"payload":"e30"}',
    '{"payload":"e30","protected":"x"}',
    '{"payload":"%","signatures":[]}',
  ])('that is none is refused: %s', (pasted) => {
    expect(refusal(() => readJws(pasted, text))).toBe('jws-malformed')
  })

  test('whatever is pasted, it is taken or refused with a code', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (pasted) => {
        expect(['jws-malformed', 'payload-other']).toContain(refusal(() => readJws(pasted, text)))
      }),
    )
  })
})

describe('the digest in the browser', () => {
  test('is SHA-256 over UTF-8, in hexadecimal (FIPS 180-4, "abc")', async () => {
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    // echo -n 川渝 | sha256sum
    expect(await sha256Hex('川渝')).toBe('dc18825d7a44625defcfa0abae1d0ffd8b0f27573e48d9649f5774c09a985e06')
  })

  test('is not made up where the browser cannot compute it', async () => {
    vi.stubGlobal('crypto', {})
    await expect(sha256Hex('abc')).rejects.toMatchObject({ code: 'crypto-missing' })
    vi.unstubAllGlobals()
  })
})
