/** A signed request explained: a sound one has nothing to mend, and each usual mistake is told by name. */
import { createHash, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readWrittenRequest } from '../../../../gateway/cli/doctor/http-message.ts'
import { examineRequest } from '../../../../gateway/cli/doctor/request.ts'
import { contentDigest } from '../../../../gateway/identity/digest.ts'
import { importPublicJwk } from '../../../../gateway/identity/jwk.ts'
import { byteSequence } from '../../../../gateway/identity/message-signature.ts'
import { signRequest } from '../../../../gateway/identity/request.ts'
import { newKey } from '../../world.ts'

const ORIGIN = 'https://gateway.test'
const PATH = '/v1/submissions?contract=water-section-quality'
const NOW = 1_764_000_000
const BODY = '断面名称,监测时间,pH\n朱沱,2025-11-04 08:00,7.8\n'
const key = newKey()
const ecKey = newKey('ecdsa-p256-sha256')
const publicKey = importPublicJwk(key.jwk)

interface Sent {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A write as our own client signs it; a read with an empty body. */
function signed(method = 'POST', by = key): Sent {
  const body = method === 'POST' ? BODY : ''
  const write = { contentType: 'text/csv; charset=utf-8', body: Buffer.from(body), nonce: 'a'.repeat(24) }
  const plain = { method, url: `${ORIGIN}${PATH}`, key: by, created: NOW }
  return { method, target: PATH, headers: signRequest({ ...plain, ...(method === 'POST' ? write : {}) }), body }
}

function written({ method, target, headers, body }: Sent, end = '\r\n'): Buffer {
  const lines = [`${method} ${target} HTTP/1.1`, 'Host: gateway.test']
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  return Buffer.from(`${lines.join(end)}${end}${end}${body}`)
}

function examined(sent: Sent, { by = publicKey, now = NOW + 1, end = '\r\n' } = {}) {
  return examineRequest({ request: readWrittenRequest(written(sent, end)), origin: ORIGIN, key: by, now: now * 1000 })
}
const wrongs = (sent: Sent, how = {}): string[] =>
  examined(sent, how)
    .findings.filter(({ state }) => state === 'wrong')
    .map(({ en }) => en)

/** Signs another text than the right one, as a program with that mistake would. */
function mistaken(change: (base: string) => Uint8Array | string): Sent {
  const sent = signed()
  const { base } = examined(sent)
  const text = change(base ?? '')
  if (!('export' in key.privateKey)) throw new TypeError('expected a key of Node’s own')
  const signature = sign(null, typeof text === 'string' ? Buffer.from(text, 'latin1') : text, key.privateKey)
  return { ...sent, headers: { ...sent.headers, signature: `chuanyu=${byteSequence(signature)}` } }
}

describe('a sound request', () => {
  test.each(['POST', 'GET'])('%s has nothing to mend, and its text is shown', (method) => {
    for (const end of ['\r\n', '\n']) {
      const { findings, base } = examined(signed(method), { end })
      expect(findings.filter(({ state }) => state === 'wrong')).toEqual([])
      expect(findings.at(-1)).toMatchObject({ state: 'well', en: 'the signature holds' })
      expect(base).toContain(`"@method": ${method}\n"@target-uri": ${ORIGIN}${PATH}\n`)
    }
  })
})

describe('what was signed in place of the right text is told', () => {
  test.each([
    ['the scheme was http:', (base: string) => base.replace('https://', 'http://')],
    ['the query was left out', (base: string) => base.replace('?contract=water-section-quality', '')],
    ['only the path was written', (base: string) => base.replace(ORIGIN, '')],
    ['the path had a slash at its end', (base: string) => base.replace('submissions?', 'submissions/?')],
    ['@method was in lower case', (base: string) => base.replace('POST', 'post')],
    ['content-type was without its parameters', (base: string) => base.replace('; charset=utf-8', '')],
    ['there was a line end at the end', (base: string) => `${base}\n`],
    ['lines ended in CRLF', (base: string) => base.replaceAll('\n', '\r\n')],
    ['the line @signature-params was left out', (base: string) => base.slice(0, base.lastIndexOf('\n'))],
    ['component names were without quotes', (base: string) => base.replace(/^"([^"]+)":/gm, '$1:')],
    ['the SHA-256 of the base was signed', (base: string) => createHash('sha256').update(base, 'latin1').digest()],
  ])('%s', (said, change) => {
    const found = wrongs(mistaken(change))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(said)
  })

  test('nothing is guessed that does not hold: another text is told as unexplained', () => {
    expect(wrongs(mistaken(() => 'something else'))).toEqual([
      'the signature does not hold, and none of the usual mistakes explains it',
    ])
  })

  test('an ECDSA signature in DER', () => {
    const sent = signed('POST', ecKey)
    const by = importPublicJwk(ecKey.jwk)
    const { base } = examined(sent, { by })
    if (!('export' in ecKey.privateKey)) throw new TypeError('expected a key of Node’s own')
    const der = sign('sha256', Buffer.from(base ?? '', 'latin1'), { key: ecKey.privateKey, dsaEncoding: 'der' })
    const headers = { ...sent.headers, signature: `chuanyu=${byteSequence(der)}` }
    expect(wrongs({ ...sent, headers }, { by })[0]).toContain('the signature is in DER')
  })
})

describe('what is missing or does not fit is told, all at once', () => {
  const without = (name: string): Sent => {
    const { [name]: _, ...headers } = { ...signed().headers }
    return { ...signed(), headers }
  }
  const params = (from: RegExp, to: string): Sent => {
    const sent = signed()
    const input = (sent.headers['signature-input'] ?? '').replace(from, to)
    return { ...sent, headers: { ...sent.headers, 'signature-input': input } }
  }

  test('no signature, no digest', () => {
    expect(wrongs(without('signature'))).toContain('Signature is missing')
    expect(wrongs(without('content-digest'))).toContain('Content-Digest is missing')
  })

  test('a component that must be covered, a tag, a nonce, a key', () => {
    expect(wrongs(params(/ "content-digest"/, ''))).toContain('does not cover "content-digest"')
    expect(wrongs(params(/chuanyu-write/, 'chuanyu-read'))).toContain('tag is chuanyu-read')
    expect(wrongs(params(/nonce="a+"/, 'nonce="short"'))).toContain('the nonce is missing or malformed')
    expect(wrongs(params(/keyid="[^"]+"/, 'keyid="other"'))).toContain('keyid is other')
    expect(wrongs(params(/alg="[^"]+"/, 'alg="rsa-v1_5-sha256"'))).toContain('alg is rsa-v1_5-sha256')
  })

  test('a clock that runs ahead, milliseconds for seconds, and a request that lay too long', () => {
    expect(wrongs(signed(), { now: NOW - 31 })[0]).toContain('created lies 31 s ahead')
    expect(wrongs(signed(), { now: NOW - 30 })).toEqual([])
    expect(wrongs(params(/created=\d+/, `created=${NOW * 1000}`))[0]).toContain('looks like milliseconds')
    const { findings } = examined(signed(), { now: NOW + 301 })
    expect(findings.find(({ state, en }) => state === 'look' && en.startsWith('created'))?.en).toContain(
      'good for 300 s',
    )
  })

  test('a digest of other bytes: without the last line end, with other line ends, without the mark', () => {
    const digestOf = (text: string, body = BODY): Sent => {
      const sent = { ...signed(), body }
      return { ...sent, headers: { ...sent.headers, 'content-digest': contentDigest(Buffer.from(text)) } }
    }
    expect(wrongs(digestOf(BODY.trimEnd()))[0]).toContain('the body without its last line end')
    expect(wrongs(digestOf(BODY.replaceAll('\n', '\r\n')))[0]).toContain('the body with CRLF line ends')
    expect(wrongs(digestOf(BODY, `\ufeff${BODY}`))[0]).toContain('without its byte order mark')
    expect(wrongs(digestOf('something else'))[0]).not.toContain(': it is the digest')
  })

  test('an address of another gateway', () => {
    const sent = { ...signed(), target: `https://elsewhere.test${PATH}` }
    expect(wrongs(sent)[0]).toContain(`the address is not below ${ORIGIN}`)
  })
})

describe('a request in a file', () => {
  test('keeps the very bytes of the body, and joins the lines of one header', () => {
    const request = readWrittenRequest(Buffer.from('POST /x HTTP/1.1\r\nA: 1\r\na: 2\r\n\r\n\r\n\n\x00'))
    expect(request.headers.get('a')).toBe('1, 2')
    expect([...request.body]).toEqual([13, 10, 10, 0])
  })

  test('that is none is told by its line', () => {
    expect(() => readWrittenRequest(Buffer.from('hello'))).toThrow(/request line/)
    expect(() => readWrittenRequest(Buffer.from('GET / HTTP/1.1\nno header\n\n'))).toThrow(/line 2/)
  })
})
