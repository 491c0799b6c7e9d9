import fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import {
  assembleDocument,
  type DocumentKey,
  type GeneralJws,
  type JwsSignature,
  signDocument,
  verifyDocument,
} from '../../../gateway/identity/document.ts'
import { IdentityError } from '../../../gateway/identity/error.ts'
import { generateKey, importPrivateJwk, importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { codeOf, refusalOf } from './refused.ts'

const TYP = 'chuanyu-release+jws'
const PAYLOAD = canonical({
  id: 'w-2026-01',
  rows: [{ section: '朱沱', class: 2 }],
  period: ['2026-01-01', '2026-01-08'],
})

function signer(party: PartyId, alg: 'ed25519' | 'ecdsa-p256-sha256') {
  const { privateJwk, publicJwk, kid } = generateKey(alg)
  return {
    kid,
    alg,
    party,
    privateJwk,
    publicJwk,
    privateKey: importPrivateJwk(privateJwk).privateKey,
    publicKey: importPublicJwk(publicJwk).publicKey,
  }
}

const sc = signer('sc', 'ed25519')
const cq = signer('cq', 'ecdsa-p256-sha256')
const sc2 = signer('sc', 'ed25519')
const stranger = signer('cq', 'ed25519')
const registry = new Map<string, DocumentKey>([sc, cq, sc2].map((each) => [each.kid, each]))
const expectation = { findKey: (kid: string) => registry.get(kid), typ: TYP, requiredParties: ['sc', 'cq'] as const }

const by = (who: typeof sc | typeof cq, payload = PAYLOAD, typ = TYP) => signDocument(payload, { ...who, typ })
const both = () => assembleDocument(PAYLOAD, [by(sc), by(cq)])
const verify = (jws: unknown) => verifyDocument(jws, expectation)

const b64 = (text: string) => Buffer.from(text, 'utf8').toString('base64url')
const plain = (text: string) => Buffer.from(text, 'base64url').toString('utf8')

/** A signature truly made over a protected header written by hand. */
function handSigned(header: string, who = sc, payload = b64(PAYLOAD)): JwsSignature {
  const input = Buffer.from(`${b64(header)}.${payload}`)
  const made = ALGORITHMS[who.alg].sign(who.privateKey, input)
  return { protected: b64(header), signature: Buffer.from(made).toString('base64url') }
}

const header = (changes: Record<string, unknown>) => canonical({ alg: 'Ed25519', kid: sc.kid, typ: TYP, ...changes })

describe('a document signed by both', () => {
  test('verifies and says who signed, with which key', () => {
    const verified = verify(JSON.parse(JSON.stringify(both())))
    expect(verified.payload).toBe(PAYLOAD)
    expect(verified.value).toEqual(JSON.parse(PAYLOAD))
    expect(verified.signatures.map(({ party, kid }) => [party, kid])).toEqual([
      ['sc', sc.kid],
      ['cq', cq.kid],
    ])
  })
  test('verifies for another library too, signature by signature', async () => {
    const { payload, signatures } = both()
    for (const [index, who] of [sc, cq].entries()) {
      const one = { payload, signatures: signatures.slice(index, index + 1) }
      const verified = await jose.generalVerify(
        one,
        await jose.importJWK(who.publicJwk, who.alg === 'ed25519' ? 'Ed25519' : 'ES256'),
      )
      expect(Buffer.from(verified.payload).toString('utf8')).toBe(PAYLOAD)
      expect(verified.protectedHeader?.typ).toBe(TYP)
    }
  })
  test('as made by another library is the same document', async () => {
    const made = new jose.GeneralSign(Buffer.from(PAYLOAD, 'utf8'))
    const secret = await jose.importJWK({ ...sc.privateJwk }, 'Ed25519')
    made.addSignature(secret).setProtectedHeader({ alg: 'Ed25519', kid: sc.kid, typ: TYP })
    const signed = await made.sign()
    expect(assembleDocument(PAYLOAD, [by(sc)])).toEqual(signed)
    expect(verifyDocument(signed, { ...expectation, requiredParties: ['sc'] }).signatures).toHaveLength(1)
  })
  test('the order of signatures does not matter', () => {
    expect(verify(assembleDocument(PAYLOAD, [by(cq), by(sc)])).signatures.map((each) => each.party)).toEqual([
      'cq',
      'sc',
    ])
  })
  test('one signature is enough where one is asked for, and a second is then welcome', () => {
    expect(verifyDocument(both(), { ...expectation, requiredParties: ['sc'] }).signatures).toHaveLength(2)
    expect(
      verifyDocument(assembleDocument(PAYLOAD, [by(cq)]), { ...expectation, requiredParties: [] }).signatures,
    ).toHaveLength(1)
  })
  test('a payload that is not its own JCS cannot be signed', () => {
    for (const text of ['{ }', '{"b":1,"a":1}', 'no', ''])
      expect(() => signDocument(text, { ...sc, typ: TYP })).toThrow(TypeError)
  })
})

describe('document-signature-missing', () => {
  test('names the party', () => {
    expect(refusalOf(() => verify(assembleDocument(PAYLOAD, [by(sc)])))).toMatchObject({
      code: 'document-signature-missing',
      value: 'cq',
    })
    expect(refusalOf(() => verify(assembleDocument(PAYLOAD, [by(cq)])))).toMatchObject({
      code: 'document-signature-missing',
      value: 'sc',
    })
  })
})

describe('document-signature-doubled', () => {
  test('the same signature twice, or two keys of one party', () => {
    expect(codeOf(() => verify(assembleDocument(PAYLOAD, [by(sc), by(sc), by(cq)])))).toBe('document-signature-doubled')
    expect(codeOf(() => verify(assembleDocument(PAYLOAD, [by(sc), by(cq), by(sc2)])))).toBe(
      'document-signature-doubled',
    )
    expect(codeOf(() => verify(assembleDocument(PAYLOAD, [by(sc), by(sc2)])))).toBe('document-signature-doubled')
  })
})

describe('one bad signature fails the whole', () => {
  const third = (signature: JwsSignature) =>
    codeOf(() => verify(assembleDocument(PAYLOAD, [by(sc), by(cq), signature])))

  test('a signer nobody knows: document-signer-unknown', () => {
    expect(third(signDocument(PAYLOAD, { ...stranger, typ: TYP }))).toBe('document-signer-unknown')
  })
  test('a signature over another payload: document-signature-invalid', () => {
    const other = canonical({ id: 'w-2026-02' })
    expect(codeOf(() => verify(assembleDocument(PAYLOAD, [by(sc), by(cq, other)])))).toBe('document-signature-invalid')
    expect(codeOf(() => verify(assembleDocument(other, [by(sc), by(cq)])))).toBe('document-signature-invalid')
  })
  test('one party’s signature under the other’s kid: document-signature-invalid', () => {
    const forged = { protected: by(sc).protected, signature: by(sc2).signature }
    expect(codeOf(() => verify(assembleDocument(PAYLOAD, [forged, by(cq)])))).toBe('document-signature-invalid')
  })
  test('an algorithm off the list: document-algorithm', () => {
    for (const alg of ['none', 'EdDSA', 'HS256', 'RS256', 'ed25519', '', 1, null]) {
      expect(third(handSigned(header({ alg }))), `${alg}`).toBe('document-algorithm')
    }
  })
  test('an algorithm that is not the key’s: document-algorithm', () => {
    expect(third(handSigned(header({ alg: 'ES256' })))).toBe('document-algorithm')
  })
  test('a document of another kind: its typ is part of what is signed', () => {
    expect(third(by(sc2, PAYLOAD, 'chuanyu-contract+jws'))).toBe('document-malformed')
  })
  test('wholly signed anew by others', () => {
    const others = [signer('sc', 'ed25519'), signer('cq', 'ed25519')]
    expect(
      codeOf(() =>
        verify(
          assembleDocument(
            PAYLOAD,
            others.map((who) => by(who)),
          ),
        ),
      ),
    ).toBe('document-signer-unknown')
  })
  test('what findKey throws goes through', () => {
    const findKey = () => {
      throw new IdentityError('key-revoked', { zh: '已吊销', en: 'revoked' })
    }
    expect(codeOf(() => verifyDocument(both(), { ...expectation, findKey }))).toBe('key-revoked')
  })
})

describe('document-malformed', () => {
  const malformed = (jws: unknown) =>
    expect(
      codeOf(() => verify(jws)),
      JSON.stringify(jws)?.slice(0, 80),
    ).toBe('document-malformed')

  test('what is not a General JWS', () => {
    const { payload, signatures } = both()
    for (const jws of [
      null,
      undefined,
      'text',
      7,
      [],
      {},
      { payload },
      { signatures },
      { payload: 1, signatures },
      { payload, signatures: {} },
    ])
      malformed(jws)
    for (const bad of [null, 'x', [], {}, { protected: 'e30' }, { signature: 'AA' }, { protected: 1, signature: 'AA' }])
      malformed({ payload, signatures: [bad] })
  })
  test('no signatures, or more than anyone needs', () => {
    malformed({ payload: both().payload, signatures: [] })
    malformed({ payload: both().payload, signatures: Array.from({ length: 17 }, () => by(sc)) })
  })
  test('members beyond payload and signatures, such as the flattened form’s', () => {
    malformed({ ...both(), extra: 1 })
    malformed({ ...both(), protected: by(sc).protected, signature: by(sc).signature })
  })
  test('an unprotected header, even an empty one', () => {
    const { payload, signatures } = both()
    malformed({ payload, signatures: signatures.map((each) => ({ ...each, header: {} })) })
    malformed({ payload, signatures: signatures.map((each) => ({ ...each, header: { kid: sc.kid } })) })
  })
  test('a protected header with anything beyond alg, kid and typ, truly signed', () => {
    for (const extra of [{ crit: ['exp'] }, { b64: false }, { iat: 1 }, { jwk: sc.publicJwk }, { cty: 'json' }]) {
      malformed(assembleDocument(PAYLOAD, [handSigned(header(extra)), by(cq)]))
    }
  })
  test('a protected header without alg, kid or typ, or with a kid that is no string', () => {
    for (const name of ['alg', 'kid', 'typ']) {
      const { [name]: _, ...rest }: Record<string, unknown> = JSON.parse(header({}))
      malformed(assembleDocument(PAYLOAD, [handSigned(canonical(rest)), by(cq)]))
    }
    malformed(assembleDocument(PAYLOAD, [handSigned(header({ kid: 1 })), by(cq)]))
    malformed(assembleDocument(PAYLOAD, [handSigned(header({ kid: 'k'.repeat(300) })), by(cq)]))
    malformed(assembleDocument(PAYLOAD, [handSigned('[]'), by(cq)]))
  })
  test('bytes that are not UTF-8', () => {
    const payload = Buffer.from([0x22, 0xff, 0x22]).toString('base64url')
    malformed({ payload, signatures: [handSigned(header({}), sc, payload)] })
  })
})

describe('document-not-canonical', () => {
  const refused = (jws: unknown) => expect(codeOf(() => verify(jws))).toBe('document-not-canonical')

  test('a payload that is not its own JCS, though truly signed', () => {
    for (const text of [
      `${PAYLOAD} `,
      ` ${PAYLOAD}`,
      '{"b":1,"a":2}',
      '{"a":1,"a":2}',
      '1.0',
      `\ufeff${PAYLOAD}`,
      'no json',
      '',
    ]) {
      const payload = b64(text)
      refused({
        payload,
        signatures: [
          handSigned(header({}), sc, payload),
          handSigned(header({ alg: 'ES256', kid: cq.kid }), cq, payload),
        ],
      })
    }
  })
  test('a protected header that is not its own JCS, though truly signed', () => {
    for (const text of [
      header({}).replace(':', ': '),
      JSON.stringify({ typ: TYP, kid: sc.kid, alg: 'Ed25519' }),
      `${header({})}\n`,
    ]) {
      refused(assembleDocument(PAYLOAD, [handSigned(text), by(cq)]))
    }
  })
  test('each variant of the last base64url character that decodes to the same bytes', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const { payload, signatures } = both()
    let tried = 0
    for (const [index, one] of signatures.entries()) {
      for (const [member, text] of [
        ['protected', one.protected],
        ['signature', one.signature],
        ['payload', payload],
      ] as const) {
        for (const last of alphabet) {
          const variant = `${text.slice(0, -1)}${last}`
          if (variant === text || !Buffer.from(variant, 'base64url').equals(Buffer.from(text, 'base64url'))) continue
          tried++
          const changed = signatures.map((each, at) =>
            at === index && member !== 'payload' ? { ...each, [member]: variant } : each,
          )
          refused({ payload: member === 'payload' ? variant : payload, signatures: changed })
        }
      }
    }
    expect(tried).toBeGreaterThan(20)
  })
  test('padding, the other alphabet, spaces and line breaks', () => {
    const { payload, signatures } = both()
    for (const change of [
      (text: string) => `${text}=`,
      (text: string) => `${text}\n`,
      (text: string) => ` ${text}`,
      (text: string) => `${text}AAAA`.replace(/A{4}$/, '+/+/'),
    ]) {
      refused({ payload: change(payload), signatures })
      refused({ payload, signatures: signatures.map((each) => ({ ...each, signature: change(each.signature) })) })
      refused({ payload, signatures: signatures.map((each) => ({ ...each, protected: change(each.protected) })) })
    }
  })
})

describe('tampering', () => {
  const good = both()
  const text = JSON.stringify(good)

  test('changing any one character of the file, to any other, never leaves a document that verifies', () => {
    const replacement = fc.constantFrom(...'AZaz09-_{}[]":,= +/\\\u0000é')
    fc.assert(
      fc.property(fc.nat(text.length - 1), replacement, (at, character) => {
        const changed = `${text.slice(0, at)}${character}${text.slice(at + 1)}`
        if (changed === text) return
        let jws: unknown
        try {
          jws = JSON.parse(changed)
        } catch {
          return
        }
        expect(codeOf(() => verify(jws))).toMatch(/^document-/)
      }),
      { numRuns: 3000 },
    )
  })
  test('nor does flipping any one bit of payload, header or signature', () => {
    for (const [pointer, encoded] of [
      ['payload', good.payload],
      ...good.signatures.flatMap(
        (each, at) =>
          [
            [`${at}/protected`, each.protected],
            [`${at}/signature`, each.signature],
          ] as const,
      ),
    ] as const) {
      const bytes = Buffer.from(encoded, 'base64url')
      for (let at = 0; at < bytes.length; at++) {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at)
        const jws: GeneralJws = JSON.parse(text.replace(encoded, flipped.toString('base64url')))
        expect(
          codeOf(() => verify(jws)),
          `${pointer} ${at}`,
        ).toMatch(/^document-/)
      }
    }
  })
  test('a value changed within the payload is document-signature-invalid', () => {
    const changed = plain(good.payload).replace('"class":2', '"class":3')
    expect(codeOf(() => verify({ ...good, payload: b64(changed) }))).toBe('document-signature-invalid')
  })
})
