import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import type { HeaderGetter } from '../../../gateway/identity/components.ts'
import { contentDigest, sha256Hex } from '../../../gateway/identity/digest.ts'
import { generateKey, importPrivateJwk, importPublicJwk, type SigningKey } from '../../../gateway/identity/jwk.ts'
import { SIGNATURE_LIMITS } from '../../../gateway/identity/limits.ts'
import {
  baseBytes,
  byteSequence,
  parseSignatureInput,
  signatureBase,
} from '../../../gateway/identity/message-signature.ts'
import { coverage, signMessage, type VerificationKey } from '../../../gateway/identity/profile.ts'
import { READ_COVERAGE, signRequest, verifyRequest, WRITE_COVERAGE } from '../../../gateway/identity/request.ts'
import { codeOf, refusalOf } from './refused.ts'
import { headers } from './rfc9421.ts'

const CREATED = 1_764_000_000
const NOW = CREATED * 1000 + 500
const URL = 'https://gateway.example/v1/submissions?contract=water-section-quality'
const READ_URL = 'https://gateway.example/v1/records/water-section-quality?asOf=2026-01-01'
const BODY = Buffer.from('断面,pH\n朱沱,7.8\n', 'utf8')
const NONCE = 'abcdefghijklmnop'

interface Person extends VerificationKey {
  readonly party: 'sc' | 'cq'
}
const signing: Record<string, SigningKey> = {}
const registry = new Map<string, Person>()
for (const alg of ['ed25519', 'ecdsa-p256-sha256'] as const) {
  const { privateJwk, publicJwk, kid } = generateKey(alg)
  signing[alg] = importPrivateJwk(privateJwk)
  registry.set(kid, { alg, publicKey: importPublicJwk(publicJwk).publicKey, state: 'active', party: 'cq' })
}
const key = signing.ed25519 ?? fail()
const findKey = (kid: string) => registry.get(kid)

function fail(): never {
  throw new Error('no key')
}

type Fields = Record<string, string>

function write(changes: Partial<Parameters<typeof signRequest>[0]> = {}): Fields {
  return signRequest({
    method: 'POST',
    url: URL,
    contentType: 'text/csv',
    body: BODY,
    key,
    created: CREATED,
    nonce: NONCE,
    ...changes,
  })
}

function verifyWrite(fields: Fields, changes: Partial<Parameters<typeof verifyRequest<Person>>[0]> = {}) {
  return verifyRequest({
    method: 'POST',
    targetUri: URL,
    header: headers(fields),
    body: BODY,
    now: NOW,
    findKey,
    ...changes,
  })
}

function read(changes: Partial<Parameters<typeof signRequest>[0]> = {}): Fields {
  return signRequest({ method: 'GET', url: READ_URL, key, created: CREATED, ...changes })
}

function verifyRead(fields: Fields, changes: Partial<Parameters<typeof verifyRequest<Person>>[0]> = {}) {
  const nothing = new Uint8Array()
  return verifyRequest({
    method: 'GET',
    targetUri: READ_URL,
    header: headers(fields),
    body: nothing,
    now: NOW,
    findKey,
    ...changes,
  })
}

/** A write whose Signature-Input is written by hand and truly signed. */
function handSigned(
  list: string,
  params: string,
  { label = 'sig', by = key, extra = {} }: { label?: string; by?: SigningKey; extra?: Fields } = {},
): Fields {
  const plain: Fields = { ...write(), ...extra }
  return { ...plain, ...resign(`${list}${params}`, headers(plain), { label, by }) }
}

function resign(text: string, header: HeaderGetter, { label, by }: { label: string; by: SigningKey }): Fields {
  const [input] = [...parseSignatureInput(`sig=${text}`).values()]
  if (input === undefined) return fail()
  const base = signatureBase({ method: 'POST', targetUri: URL, header }, { ...input, text })
  const signature = ALGORITHMS[by.alg].sign(by.privateKey, baseBytes(base))
  return { 'signature-input': `${label}=${text}`, signature: `${label}=${byteSequence(signature)}` }
}

const LIST = WRITE_COVERAGE.list
const PARAMS = `;created=${CREATED};nonce="${NONCE}";keyid="${key.kid}";alg="ed25519";tag="chuanyu-write"`

describe('a signed write', () => {
  for (const [alg, by] of Object.entries(signing)) {
    test(`${alg}: verifies and says who, when, which nonce and which body`, () => {
      const verified = verifyWrite(write({ key: by }))
      expect(verified).toMatchObject({
        keyid: by.kid,
        created: CREATED,
        tag: 'chuanyu-write',
        nonce: NONCE,
        label: 'chuanyu',
        key: { party: 'cq' },
      })
      expect(verified.tag === 'chuanyu-write' && verified.digest).toBe(sha256Hex(BODY))
    })
  }
  test('covers what the design names, in that order, with those parameters', () => {
    expect(write()['signature-input']).toBe(
      `chuanyu=("@method" "@target-uri" "content-type" "content-digest")${PARAMS}`,
    )
  })
  test('may cover more, in any order, under any label, with expires', () => {
    const fields = handSigned(
      '("content-digest" "idempotency-key" "content-type" "@target-uri" "@method" "@authority")',
      `;expires=${CREATED + 10}${PARAMS}`,
      {
        label: 'my-own',
        extra: { 'idempotency-key': 'abc' },
      },
    )
    expect(verifyWrite(fields).label).toBe('my-own')
    expect(codeOf(() => verifyWrite({ ...fields, 'idempotency-key': 'abd' }))).toBe('signature-invalid')
  })
  test('is read alike by the short way and by the parser', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: CREATED - 200, max: CREATED + 20 }),
        fc.stringMatching(/^[A-Za-z0-9_-]{16,64}$/),
        (created, nonce) => {
          const short = verifyWrite(write({ created, nonce }))
          const params = `;nonce="${nonce}";created=${created};alg="ed25519";keyid="${key.kid}";tag="chuanyu-write"`
          const parsed = verifyWrite(handSigned(LIST, params, { label: 'chuanyu' }))
          expect(parsed).toEqual(short)
        },
      ),
      { numRuns: 50 },
    )
  })
  test('with an empty body, still has a digest', () => {
    const none = new Uint8Array()
    expect(verifyWrite(write({ body: none }), { body: none }).tag).toBe('chuanyu-write')
  })
  test('is not made without content type, body and nonce, or with a fraction of a second', () => {
    expect(() => signRequest({ method: 'POST', url: URL, key, created: CREATED })).toThrow(TypeError)
    expect(() => write({ created: CREATED + 0.5 })).toThrow(TypeError)
  })
})

describe('a signed read', () => {
  test('verifies for GET and HEAD, without nonce or digest', () => {
    expect(verifyRead(read())).toMatchObject({ keyid: key.kid, tag: 'chuanyu-read', created: CREATED })
    expect(verifyRead(read({ method: 'HEAD' }), { method: 'HEAD' }).tag).toBe('chuanyu-read')
    expect(read()['signature-input']).toBe(
      `chuanyu=("@method" "@target-uri");created=${CREATED};keyid="${key.kid}";alg="ed25519";tag="chuanyu-read"`,
    )
  })
  test('signed for GET does not serve for HEAD', () => {
    expect(codeOf(() => verifyRead(read(), { method: 'HEAD' }))).toBe('signature-invalid')
  })
  test('with a body is digest-missing', () => {
    expect(codeOf(() => verifyRead(read(), { body: BODY }))).toBe('digest-missing')
  })
})

describe('signature-missing', () => {
  test('without either header, before anything else is asked', () => {
    expect(refusalOf(() => verifyWrite({}))).toMatchObject({ code: 'signature-missing', pointer: 'signature-input' })
    const { signature: _, ...rest } = write()
    expect(refusalOf(() => verifyWrite(rest))).toMatchObject({ code: 'signature-missing', pointer: 'signature' })
  })
})

describe('signature-malformed', () => {
  const good = write()
  const input = good['signature-input'] ?? ''
  const malformed = (fields: Fields) =>
    expect(
      codeOf(() => verifyWrite({ ...good, ...fields })),
      JSON.stringify(fields),
    ).toBe('signature-malformed')

  test('two signatures, even if one holds', () => {
    const other = handSigned(LIST, PARAMS, { label: 'other' })
    malformed({
      'signature-input': `${input}, ${other['signature-input']}`,
      signature: `${good.signature}, ${other.signature}`,
    })
    malformed({ signature: `${good.signature}, ${other.signature}` })
  })
  test('a Signature under another label', () =>
    malformed({ signature: (good.signature ?? '').replace('chuanyu=', 'other=') }))
  test('an unknown parameter', () => malformed(handSigned(LIST, `${PARAMS};extra=1`)))
  test('a parameter given twice', () => malformed({ 'signature-input': `${input};tag="chuanyu-write"` }))
  test('spaces that the strict serialisation does not have', () => {
    malformed({ 'signature-input': input.replace('" "', '"  "') })
    malformed({ 'signature-input': input.replace(';nonce', '; nonce') })
    malformed({ 'signature-input': ` ${input}` })
  })
  test('a created that is no integer, or has a leading zero', () => {
    malformed(handSigned(LIST, PARAMS.replace(`${CREATED}`, '"yesterday"')))
    malformed({ 'signature-input': input.replace('created=', 'created=0') })
    malformed(handSigned(LIST, PARAMS.replace(`${CREATED}`, '-5')))
  })
  test('a keyid, alg or nonce that is no string', () => {
    malformed(handSigned(LIST, PARAMS.replace(`"${key.kid}"`, 'token')))
    malformed(handSigned(LIST, PARAMS.replace('"ed25519"', 'ed25519')))
    malformed(handSigned(LIST, PARAMS.replace(`"${NONCE}"`, '7')))
  })
  test('a nonce too short, too long or of other characters', () => {
    for (const nonce of ['short', 'a'.repeat(65), 'with spaces in it, yes'])
      malformed(handSigned(LIST, PARAMS.replace(NONCE, nonce)))
  })
  test('a keyid or header out of all proportion', () => {
    malformed(handSigned(LIST, PARAMS.replace(key.kid, 'k'.repeat(300))))
    malformed({ 'signature-input': `${input};x="${'x'.repeat(5000)}"` })
  })
  test('base64 that does not re-encode to itself', () => {
    const signature = good.signature ?? ''
    const last = signature.at(-4) ?? ''
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const variant = alphabet[alphabet.indexOf(last) + 1] ?? ''
    expect(Buffer.from(signature.slice(9, -1), 'base64').length).toBe(64)
    malformed({ signature: `${signature.slice(0, -4)}${variant}==:` })
    malformed({ signature: signature.replace('==:', ':') })
  })
  test('what is no structured field at all', () => {
    for (const text of ['(((', 'chuanyu', '水', 'chuanyu=:AAAA:']) malformed({ 'signature-input': text })
  })
})

describe('signature-component-missing names what is not covered', () => {
  for (const name of ['@method', '@target-uri', 'content-type', 'content-digest']) {
    test(name, () => {
      const list = LIST.replace(`"${name}"`, '').replace('  ', ' ').replace('( ', '(').replace(' )', ')')
      expect(refusalOf(() => verifyWrite(handSigned(list, PARAMS)))).toMatchObject({
        code: 'signature-component-missing',
        value: name,
      })
    })
  }
  test('a target covered only in part: @path lets the query change', () => {
    const fields = handSigned(LIST.replace('@target-uri', '@path'), PARAMS)
    expect(refusalOf(() => verifyWrite(fields)).value).toBe('@target-uri')
  })
  test('a component of the same name with a parameter is another', () => {
    const fields = {
      ...write(),
      'signature-input': `sig=${LIST.replace('"content-digest"', '"content-digest";key="sha-256"')}${PARAMS}`,
      signature: 'sig=:AAAA:',
    }
    expect(refusalOf(() => verifyWrite(fields)).value).toBe('content-digest')
  })
  for (const name of ['created', 'keyid', 'alg']) {
    test(`the parameter ${name}`, () => {
      const fields = handSigned(LIST, PARAMS.replace(new RegExp(`;${name}=[^;]+`), ''))
      expect(refusalOf(() => verifyWrite(fields))).toMatchObject({ code: 'signature-component-missing', value: name })
    })
  }
  test('a covered header the message lacks', () => {
    const { 'content-type': _, ...rest } = write()
    expect(refusalOf(() => verifyWrite(rest))).toMatchObject({
      code: 'signature-component-missing',
      pointer: 'content-type',
    })
  })
})

describe('signature-invalid', () => {
  const invalid = (fields: Fields, changes: Parameters<typeof verifyWrite>[1] = {}) =>
    expect(codeOf(() => verifyWrite(fields, changes))).toBe('signature-invalid')

  test('a changed query, path or method', () => {
    invalid(write(), { targetUri: `${URL}&party=sc` })
    invalid(write(), { targetUri: URL.replace('submissions', 'normalise') })
    invalid(write(), { method: 'PUT' })
  })
  test('a changed content type or digest header', () => {
    invalid({ ...write(), 'content-type': 'application/json' })
    invalid({ ...write(), 'content-digest': contentDigest(Buffer.from('other')) }, { body: Buffer.from('other') })
  })
  test('any changed parameter', () => {
    const input = write()['signature-input'] ?? ''
    invalid({ ...write(), 'signature-input': input.replace(`${CREATED}`, `${CREATED + 1}`) })
    invalid({ ...write(), 'signature-input': input.replace(NONCE, NONCE.toUpperCase()) })
  })
  test('another key under the same keyid', () => {
    const other = importPrivateJwk(generateKey().privateJwk)
    invalid(write({ key: { ...other, kid: key.kid } }))
  })
  test('a signature of another length', () => invalid({ ...write(), signature: 'chuanyu=:AAAA:' }))
  test('each flipped bit of the signature', () => {
    const signature = Buffer.from((write().signature ?? '').slice(9, -1), 'base64')
    for (let byte = 0; byte < signature.length; byte++) {
      const flipped = Buffer.from(signature)
      flipped.writeUInt8(flipped.readUInt8(byte) ^ (1 << (byte % 8)), byte)
      invalid({ ...write(), signature: `chuanyu=${byteSequence(flipped)}` })
    }
  })
})

describe('time', () => {
  const at = (seconds: number) => ({ now: (CREATED + seconds) * 1000 })
  test('a write is good for its window and not a millisecond longer', () => {
    expect(verifyWrite(write(), at(SIGNATURE_LIMITS.writeWindow)).tag).toBe('chuanyu-write')
    expect(codeOf(() => verifyWrite(write(), at(SIGNATURE_LIMITS.writeWindow + 0.001)))).toBe('signature-expired')
  })
  test('a read has a window of its own', () => {
    expect(verifyRead(read(), at(60)).tag).toBe('chuanyu-read')
    expect(codeOf(() => verifyRead(read(), at(60.001)))).toBe('signature-expired')
  })
  test('a clock may run ahead by the skew and no more', () => {
    expect(verifyWrite(write(), at(-30)).tag).toBe('chuanyu-write')
    expect(codeOf(() => verifyWrite(write(), at(-30.001)))).toBe('signature-future')
  })
  test('expires is honoured before the window ends', () => {
    const fields = handSigned(LIST, `;expires=${CREATED + 5}${PARAMS}`)
    expect(verifyWrite(fields, at(5)).tag).toBe('chuanyu-write')
    expect(codeOf(() => verifyWrite(fields, at(5.001)))).toBe('signature-expired')
  })
  test('limits can be set', () => {
    expect(codeOf(() => verifyWrite(write(), { ...at(11), limits: { ...SIGNATURE_LIMITS, writeWindow: 10 } }))).toBe(
      'signature-expired',
    )
  })
})

describe('nonce and digest', () => {
  test('a write without nonce is nonce-missing', () => {
    expect(codeOf(() => verifyWrite(handSigned(LIST, PARAMS.replace(`;nonce="${NONCE}"`, ''))))).toBe('nonce-missing')
  })
  test('a write without Content-Digest is digest-missing', () => {
    const { 'content-digest': _, ...rest } = write()
    expect(codeOf(() => verifyWrite(rest))).toBe('digest-missing')
  })
  test('a signature over another body is digest-mismatch', () => {
    expect(codeOf(() => verifyWrite(write(), { body: Buffer.from('other') }))).toBe('digest-mismatch')
    expect(codeOf(() => verifyWrite(write(), { body: BODY.subarray(1) }))).toBe('digest-mismatch')
  })
  test('a digest of an algorithm nobody trusts is digest-missing', () => {
    const fields = handSigned(LIST, PARAMS, { extra: { 'content-digest': 'md5=:AAAA:' } })
    expect(codeOf(() => verifyWrite(fields))).toBe('digest-missing')
  })
  test('a sha-512 digest is as good', () => {
    const digest = `sha-512=:${hash('sha512', BODY, 'base64')}:`
    expect(verifyWrite(handSigned(LIST, PARAMS, { extra: { 'content-digest': digest } }))).toMatchObject({
      digest: sha256Hex(BODY),
    })
  })
})

describe('keys and algorithms', () => {
  test('a keyid nobody listed is key-unknown', () => {
    expect(codeOf(() => verifyWrite(write({ key: importPrivateJwk(generateKey().privateJwk) })))).toBe('key-unknown')
  })
  for (const [state, code] of [
    ['not-active', 'key-not-active'],
    ['revoked', 'key-revoked'],
  ] as const) {
    test(`a key that is ${state} is ${code}, though its signature holds`, () => {
      const inState = (kid: string) => {
        const found = registry.get(kid)
        return found && { ...found, state }
      }
      expect(codeOf(() => verifyWrite(write(), { findKey: inState }))).toBe(code)
    })
  }
  test('an algorithm off the list is algorithm-unsupported', () => {
    for (const alg of ['hmac-sha256', 'rsa-pss-sha512', 'none', 'Ed25519', '']) {
      const fields = { ...write(), ...handSigned(LIST, PARAMS.replace('"ed25519"', `"${alg}"`)) }
      expect(codeOf(() => verifyWrite(fields))).toBe('algorithm-unsupported')
    }
  })
  test("an algorithm that is not the key's is algorithm-mismatch", () => {
    const fields = handSigned(LIST, PARAMS.replace('"ed25519"', '"ecdsa-p256-sha256"'))
    expect(codeOf(() => verifyWrite(fields))).toBe('algorithm-mismatch')
  })
})

describe('tag-mismatch', () => {
  const tagged = (tag: string) =>
    codeOf(() => verifyWrite(handSigned(LIST, PARAMS.replace(';tag="chuanyu-write"', tag))))
  test('no tag, or one for another purpose', () => {
    for (const tag of ['', ';tag="chuanyu-read"', ';tag="chuanyu-answer"', ';tag="other"', ';tag=token'])
      expect(tagged(tag)).toBe('tag-mismatch')
  })
  test('a read tag on a write, and the other way round, truly signed', () => {
    const message = { method: 'POST', targetUri: URL, header: headers(write()) }
    const fields = signMessage(message, {
      label: 'a',
      coverage: WRITE_COVERAGE,
      created: CREATED,
      nonce: NONCE,
      key,
      tag: 'chuanyu-read',
    })
    expect(codeOf(() => verifyWrite({ ...write(), ...fields }))).toBe('tag-mismatch')
    const asked = { method: 'GET', targetUri: READ_URL, header: headers({}) }
    const written = signMessage(asked, {
      label: 'a',
      coverage: READ_COVERAGE,
      created: CREATED,
      key,
      tag: 'chuanyu-write',
    })
    expect(codeOf(() => verifyRead(written))).toBe('tag-mismatch')
  })
})

describe('target-mismatch', () => {
  test('signed for the host it was sent to, which is not our origin', () => {
    const fields = {
      ...write({ url: URL.replace('https://gateway.example', 'http://10.0.0.7:8787') }),
      host: '10.0.0.7:8787',
    }
    const refused = refusalOf(() => verifyWrite(fields))
    expect(refused).toMatchObject({ code: 'target-mismatch', pointer: '@target-uri' })
    expect(refused.value).toBe('http://10.0.0.7:8787/v1/submissions?contract=water-section-quality')
  })
  test('signed with http where the origin is https', () => {
    const fields = { ...write({ url: URL.replace('https:', 'http:') }), host: 'gateway.example' }
    expect(codeOf(() => verifyWrite(fields))).toBe('target-mismatch')
  })
  test('the Host header alone changes nothing', () => {
    expect(verifyWrite({ ...write(), host: 'elsewhere.example' }).tag).toBe('chuanyu-write')
    const changedToo = {
      ...write({ url: 'https://elsewhere.example/v1/submissions?contract=other' }),
      host: 'elsewhere.example',
    }
    expect(codeOf(() => verifyWrite(changedToo))).toBe('signature-invalid')
  })
})

test('whatever the two headers say, the answer is a verdict or a coded refusal', () => {
  const good = write()
  const pieces = fc.constantFrom(
    ...(good['signature-input'] ?? '').split(/(?<=[;"=( )])/),
    'sig',
    '=',
    ':',
    ',',
    ' ',
    '\t',
    '水',
    '?1',
    '@1',
  )
  const text = fc.array(pieces, { maxLength: 30 }).map((each) => each.join(''))
  fc.assert(
    fc.property(text, text, (input, signature) => {
      expect(codeOf(() => verifyWrite({ ...good, 'signature-input': input, signature }))).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 500 },
  )
})

test('a coverage writes its list as the structured field does', () => {
  expect(coverage('@method;req', 'a').list).toBe('("@method";req "a")')
})
