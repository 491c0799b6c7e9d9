import { constants, createHmac, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { algorithmByName } from '../../../gateway/identity/algorithms.ts'
import { component, componentValue, type HttpMessage } from '../../../gateway/identity/components.ts'
import { importPrivateJwk, importPublicJwk } from '../../../gateway/identity/jwk.ts'
import {
  baseBytes,
  parseSignature,
  parseSignatureInput,
  type SignatureInput,
  signatureBase,
} from '../../../gateway/identity/message-signature.ts'
import { codeOf } from './refused.ts'
import {
  B4_REQUEST,
  ED25519_JWK,
  EXAMPLES,
  headers,
  P256_JWK,
  RSA_PSS_PUBLIC_PEM,
  SHARED_SECRET,
  TEST_REQUEST,
} from './rfc9421.ts'

function publicHalf({ d: _, ...jwk }: Readonly<Record<string, string>>) {
  return importPublicJwk(jwk)
}

const VERIFIERS: Readonly<Record<string, (data: Uint8Array, signature: Uint8Array) => boolean>> = {
  ed25519: (data, signature) =>
    algorithmByName('ed25519')?.verify(publicHalf(ED25519_JWK).publicKey, data, signature) === true,
  p256: (data, signature) =>
    algorithmByName('ecdsa-p256-sha256')?.verify(publicHalf(P256_JWK).publicKey, data, signature) === true,
  'rsa-pss': (data, signature) => {
    const key = { key: createPublicKey(RSA_PSS_PUBLIC_PEM), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }
    return verify('sha512', data, key, signature)
  },
  hmac: (data, signature) =>
    createHmac('sha256', Buffer.from(SHARED_SECRET, 'base64')).update(data).digest().equals(signature),
}

function only(field: string): SignatureInput {
  const [input] = [...parseSignatureInput(field).values()]
  if (input === undefined) throw new Error('no signature')
  return input
}

/** The base of these components alone, without its last line. */
function lines(message: HttpMessage, list: string): string[] {
  return signatureBase(message, only(`sig=(${list})`))
    .split('\n')
    .slice(0, -1)
}

describe('the examples of RFC 9421', () => {
  for (const { title, message, key, input, lines: expected, signature } of EXAMPLES) {
    test(`${title}: the base is the RFC's, text for text`, () => {
      const params = input.slice(input.indexOf('=') + 1)
      expect(signatureBase(message, only(input))).toBe([...expected, `"@signature-params": ${params}`].join('\n'))
    })
    test(`${title}: the RFC's signature holds over our base, and not over another`, () => {
      const label = input.slice(0, input.indexOf('='))
      const bytes = parseSignature(`${label}=:${signature}:`).get(label) ?? new Uint8Array()
      const base = signatureBase(message, only(input))
      expect(VERIFIERS[key]?.(baseBytes(base), bytes)).toBe(true)
      expect(VERIFIERS[key]?.(baseBytes(`${base} `), bytes)).toBe(false)
    })
  }

  test('B.2.6: signing with the RFC key makes the RFC signature, as Ed25519 is deterministic', () => {
    const example = EXAMPLES.find((each) => each.title.startsWith('B.2.6'))
    const { privateKey } = importPrivateJwk(ED25519_JWK)
    const base = baseBytes(signatureBase(TEST_REQUEST, only(example?.input ?? '')))
    const signature = algorithmByName('ed25519')?.sign(privateKey, base) ?? new Uint8Array()
    expect(Buffer.from(signature).toString('base64')).toBe(example?.signature)
  })

  test('B.4: changing the method, the authority or the order of Accept breaks the signature', () => {
    const example = EXAMPLES.find((each) => each.title.startsWith('B.4'))
    const input = only(example?.input ?? '')
    const signature = Buffer.from(example?.signature ?? '', 'base64')
    const changed: HttpMessage[] = [
      { ...B4_REQUEST, method: 'POST' },
      { ...B4_REQUEST, targetUri: 'https://example.com/demo?name1=Value1&Name2=value2' },
      { ...B4_REQUEST, header: headers({ accept: '*/*, application/json' }) },
    ]
    for (const message of changed)
      expect(VERIFIERS[example?.key ?? '']?.(baseBytes(signatureBase(message, input)), signature)).toBe(false)
    const added = { ...B4_REQUEST, targetUri: `${B4_REQUEST.targetUri}&param=added` }
    expect(VERIFIERS[example?.key ?? '']?.(baseBytes(signatureBase(added, input)), signature)).toBe(true)
  })
})

describe('component values', () => {
  const message: HttpMessage = {
    method: 'POST',
    targetUri: 'https://www.example.com/path?param=value',
    header: headers({}),
  }

  test('derived components are those of §2.2.1 to §2.2.7', () => {
    const list = '"@method" "@target-uri" "@authority" "@scheme" "@request-target" "@path" "@query"'
    expect(lines(message, list)).toEqual([
      '"@method": POST',
      '"@target-uri": https://www.example.com/path?param=value',
      '"@authority": www.example.com',
      '"@scheme": https',
      '"@request-target": /path?param=value',
      '"@path": /path',
      '"@query": ?param=value',
    ])
  })

  test('a query keeps its percent-encoding, and an absent one is a lone question mark (§2.2.7)', () => {
    const at = (targetUri: string) => lines({ ...message, targetUri }, '"@query"')
    expect(at('https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman')).toEqual([
      '"@query": ?param=value&foo=bar&baz=bat%2Dman',
    ])
    expect(at('https://www.example.com/path?queryString')).toEqual(['"@query": ?queryString'])
    expect(at('https://www.example.com/path')).toEqual(['"@query": ?'])
  })

  test('an authority is lower-case without the default port, and an empty path is a slash (§2.2.3, §2.2.6)', () => {
    expect(lines({ ...message, targetUri: 'HTTPS://WWW.Example.com:443' }, '"@authority" "@path" "@scheme"')).toEqual([
      '"@authority": www.example.com',
      '"@path": /',
      '"@scheme": https',
    ])
    expect(lines({ ...message, targetUri: 'http://example.com:443/' }, '"@authority"')).toEqual([
      '"@authority": example.com:443',
    ])
  })

  test('query parameters are decoded and encoded anew (§2.2.8)', () => {
    const targetUri =
      'https://www.example.com/parameters?var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something&qux='
    const list =
      '"@query-param";name="var" "@query-param";name="bar" "@query-param";name="fa%C3%A7ade%22%3A%20" "@query-param";name="qux"'
    expect(lines({ ...message, targetUri }, list)).toEqual([
      '"@query-param";name="var": this%20is%20a%20big%0Amultiline%20value',
      '"@query-param";name="bar": with%20plus%20whitespace',
      '"@query-param";name="fa%C3%A7ade%22%3A%20": something',
      '"@query-param";name="qux": ',
    ])
  })

  test('a query parameter that occurs twice cannot be covered', () => {
    const twice = { ...message, targetUri: 'https://www.example.com/?a=1&a=2' }
    expect(codeOf(() => lines(twice, '"@query-param";name="a"'))).toBe('signature-component-missing')
  })

  test('field values are trimmed, unfolded, and may be empty (§2.1)', () => {
    const header = headers({
      host: 'www.example.com',
      'x-ows-header': '  Leading and trailing whitespace.   ',
      'x-obs-fold-header': 'Obsolete\n    line folding.',
      'cache-control': 'max-age=60, must-revalidate',
      'example-dict': 'a=1,    b=2;x=1;y=2,   c=(a   b   c)',
      'x-empty-header': '',
    })
    const list = '"host" "x-ows-header" "x-obs-fold-header" "cache-control" "example-dict" "x-empty-header"'
    expect(lines({ ...message, header }, list)).toEqual([
      '"host": www.example.com',
      '"x-ows-header": Leading and trailing whitespace.',
      '"x-obs-fold-header": Obsolete line folding.',
      '"cache-control": max-age=60, must-revalidate',
      '"example-dict": a=1,    b=2;x=1;y=2,   c=(a   b   c)',
      '"x-empty-header": ',
    ])
  })

  test('a value of many blanks, which anybody may send, is trimmed at once', () => {
    const value = `a${' '.repeat(200_000)}b`
    const header = (name: string) => (name === 'x' ? ` ${value}\t` : undefined)
    const begun = performance.now()
    expect(componentValue(component('x'), { header })).toBe(value)
    expect(performance.now() - begun).toBeLessThan(500)
  })
  test('members of a dictionary are serialised strictly (§2.1.2)', () => {
    const header = headers({ 'example-dict': 'a=1, b=2;x=1;y=2, c=(a   b    c), d' })
    const list = '"example-dict";key="a" "example-dict";key="d" "example-dict";key="b" "example-dict";key="c"'
    expect(lines({ ...message, header }, list)).toEqual([
      '"example-dict";key="a": 1',
      '"example-dict";key="d": ?1',
      '"example-dict";key="b": 2;x=1;y=2',
      '"example-dict";key="c": (a b c)',
    ])
  })
})

describe('what has no base', () => {
  const request: HttpMessage = {
    method: 'GET',
    targetUri: 'https://a.example/',
    header: headers({ dict: 'a=(', odd: 'a\nb', zh: '水' }),
  }
  const refused = (list: string, message: HttpMessage = request) => codeOf(() => lines(message, list))

  test('a component the message does not have', () => {
    expect(refused('"x-absent"')).toBe('signature-component-missing')
    expect(refused('"@status"')).toBe('signature-component-missing')
    expect(refused('"@unknown"')).toBe('signature-component-missing')
    expect(refused('"@method"', { status: 200, header: request.header })).toBe('signature-component-missing')
  })
  test('`;req` on a request', () => expect(refused('"@method";req')).toBe('signature-component-missing'))
  test('a target that is no absolute URI, or has a fragment', () => {
    expect(refused('"@path"', { ...request, targetUri: '/relative' })).toBe('signature-component-missing')
    expect(refused('"@path"', { ...request, targetUri: 'https://a.example/#f' })).toBe('signature-component-missing')
  })
  test('a value with a line break or outside ASCII', () => {
    expect(refused('"odd"')).toBe('signature-malformed')
    expect(refused('"zh"')).toBe('signature-malformed')
    expect(refused('"@method"', { ...request, method: 'GET\n"@path": /other' })).toBe('signature-malformed')
  })
  test('a field that is no dictionary, by `;key`', () => expect(refused('"dict";key="a"')).toBe('signature-malformed'))
  test('a parameter this profile does not know', () => {
    for (const param of ['sf', 'bs', 'tr', 'key', 'req=1', 'name="a"'])
      expect(refused(`"dict";${param}`)).toBe('signature-malformed')
    expect(refused('"@method";key="a"')).toBe('signature-malformed')
  })
  test('an upper-case field name', () => expect(refused('"Content-Type"')).toBe('signature-malformed'))
  test('a component named twice, also with its parameters in another order', () => {
    expect(refused('"dict" "dict"')).toBe('signature-malformed')
    expect(refused('"dict";req;key="a" "dict";key="a";req')).toBe('signature-malformed')
  })
  test('@signature-params as a component, or a component that is no string', () => {
    expect(refused('"@signature-params"')).toBe('signature-malformed')
    expect(refused('token')).toBe('signature-malformed')
  })
  test('a Signature-Input that is no dictionary of lists, or too long', () => {
    for (const field of ['sig=(', 'sig="text"', 'sig', '('.repeat(10), `sig=("${'a'.repeat(5000)}")`]) {
      expect(codeOf(() => parseSignatureInput(field))).toBe('signature-malformed')
    }
  })
  test('a Signature that is no byte sequence', () => {
    for (const field of ['sig="text"', 'sig=(:AAAA:)', 'sig=:A', 'sig']) {
      expect(codeOf(() => parseSignature(field))).toBe('signature-malformed')
    }
  })
  test('two labels are two signatures', () => {
    expect([...parseSignatureInput('a=("@method");created=1, b=()').keys()]).toEqual(['a', 'b'])
    expect([...parseSignature('a=:AAAA:, b=:BBBB:').keys()]).toEqual(['a', 'b'])
  })
})
