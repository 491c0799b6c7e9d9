import { describe, expect, test } from 'vitest'
import { checkContentDigest, contentDigest, sha256Hex } from '../../../gateway/identity/digest.ts'
import { codeOf } from './refused.ts'
import { REQUEST_BODY, REQUEST_DIGEST, RESPONSE_BODY, RESPONSE_DIGEST } from './rfc9421.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
// RFC 9530 appendix B: the object followed by a line feed.
const HELLO = bytes('{"hello": "world"}\n')
const HELLO_256 = 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'
const HELLO_512 = 'sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:'

describe('the examples of RFC 9530 and RFC 9421', () => {
  test('B.1, B.2 and B.3: full, empty and partial content', () => {
    expect(contentDigest(HELLO)).toBe(HELLO_256)
    expect(contentDigest(bytes(''))).toBe('sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:')
    expect(contentDigest(HELLO.subarray(10, 19))).toBe('sha-256=:jjcgBDWNAtbYUXI37CVG3gRuGOAjaaDRGpIUFsdyepQ=:')
  })
  test('sha-512 is accepted', () => {
    checkContentDigest(HELLO_512, HELLO)
    checkContentDigest(REQUEST_DIGEST, bytes(REQUEST_BODY))
    checkContentDigest(RESPONSE_DIGEST, bytes(RESPONSE_BODY))
  })
})

describe('checking', () => {
  test('gives the SHA-256 in hexadecimal, whichever algorithm was sent', () => {
    const expected = '44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38'
    expect(checkContentDigest(HELLO_256, HELLO)).toBe(expected)
    expect(checkContentDigest(HELLO_512, HELLO)).toBe(expected)
    expect(sha256Hex(HELLO)).toBe(expected)
  })
  test('every supported digest must hold, others are passed over', () => {
    checkContentDigest(`${HELLO_256}, ${HELLO_512}`, HELLO)
    checkContentDigest(`md5=:AAAA:, ${HELLO_256}`, HELLO)
    const wrong512 = HELLO_512.replace('YMAa', 'ZMAa')
    expect(codeOf(() => checkContentDigest(`${HELLO_256}, ${wrong512}`, HELLO))).toBe('digest-mismatch')
  })
  test('content that differs by a byte is digest-mismatch', () => {
    expect(codeOf(() => checkContentDigest(HELLO_256, bytes(REQUEST_BODY)))).toBe('digest-mismatch')
    expect(codeOf(() => checkContentDigest('sha-256=:AAAA:', HELLO))).toBe('digest-mismatch')
  })
  test('no supported algorithm, or nothing at all, is digest-missing', () => {
    expect(codeOf(() => checkContentDigest('md5=:AAAA:', HELLO))).toBe('digest-missing')
    expect(codeOf(() => checkContentDigest('', HELLO))).toBe('digest-missing')
  })
  test('what is no dictionary of byte sequences is signature-malformed', () => {
    for (const field of [
      'sha-256=RK/0',
      'sha-256=("a")',
      'SHA-256=:AAAA:',
      `${HELLO_256},`,
      `sha-256=:${'A'.repeat(9000)}:`,
    ]) {
      expect(
        codeOf(() => checkContentDigest(field, HELLO)),
        field.slice(0, 40),
      ).toBe('signature-malformed')
    }
  })
})
