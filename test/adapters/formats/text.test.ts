import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../adapters/formats/text.ts'
import { bytesOf, refusal } from './helpers.ts'

const gb = (text: string): Uint8Array => iconv.encode(text, 'gb18030')
const HEADER = '省份,断面名称,水温(℃)\n重庆市,朱沱,18.0\n'

describe('text is read by its bytes', () => {
  test('UTF-8 without a mark', () => {
    expect(decodeText(bytesOf(HEADER))).toEqual({ text: HEADER, encoding: 'utf-8' })
  })
  test('UTF-8 with a mark, which is not part of the text', () => {
    expect(decodeText(bytesOf(`\uFEFF${HEADER}`))).toEqual({ text: HEADER, encoding: 'utf-8' })
  })
  test('GB 18030, also with its own mark and with four-byte characters', () => {
    expect(decodeText(gb(HEADER))).toEqual({ text: HEADER, encoding: 'gb18030' })
    expect(decodeText(Uint8Array.of(0x84, 0x31, 0x95, 0x33, ...gb(HEADER))).text).toBe(HEADER)
    // GB 18030-2005 appendix: U+3400 is 81 39 EE 39.
    expect(decodeText(Uint8Array.of(0xd6, 0xd0, 0x81, 0x39, 0xee, 0x39))).toEqual({ text: '中㐀', encoding: 'gb18030' })
  })
  test('every text in the alphabet of a water table survives both encodings', () => {
    const words = fc.array(
      fc.constantFrom(
        '重庆市',
        '长江流域',
        '断面',
        'Ⅱ',
        'Ⅴ',
        '℃',
        'μS/cm',
        '藻密度',
        '叶绿素α',
        '，',
        ',',
        '\r\n',
        '"',
        '0.025L',
        '未检出',
        '——',
      ),
      { minLength: 4, maxLength: 40 },
    )
    fc.assert(
      fc.property(words, (parts) => {
        const text = `断面名称,${parts.join('')}`
        expect(decodeText(bytesOf(text))).toEqual({ text, encoding: 'utf-8' })
        expect(decodeText(gb(text))).toEqual({ text, encoding: 'gb18030' })
      }),
    )
  })
  test('a failed reading leaves nothing behind for the next one', () => {
    refusal(() => decodeText(Uint8Array.of(0x61, 0xe6, 0xb0, 0xb4, 0xe6)))
    expect(decodeText(bytesOf(HEADER)).text).toBe(HEADER)
    refusal(() => decodeText(Uint8Array.of(...gb('断面'), 0xd6)))
    expect(decodeText(gb(HEADER)).text).toBe(HEADER)
  })
})

describe('text is never guessed at', () => {
  test('one damaged byte in a UTF-8 file does not turn it into other Chinese', () => {
    // The third byte of two 水 is lost, and what is left happens to pair up as GB 18030.
    const bytes = Uint8Array.of(
      ...bytesOf(`a,b\n${'断面名称'.repeat(6)}\n`),
      0xe6,
      0xb0,
      ...bytesOf('温度'.repeat(2)),
      0xe6,
      0xb0,
      0x0a,
    )
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).not.toContain('断面')
    const error = refusal(() => decodeText(bytes))
    expect([error.code, error.row]).toEqual(['encoding-invalid', 3])
  })
  test('one damaged byte is named with its line', () => {
    const bytes = bytesOf(HEADER.repeat(3))
    bytes[bytesOf(HEADER).length + 4] = 0x41
    expect(refusal(() => decodeText(bytes)).row).toBe(3)
  })
  test('a damaged byte after a UTF-8 mark is named with its line', () => {
    expect(refusal(() => decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xff))).row).toBe(2)
  })
  test('UTF-16 is refused by name, with a mark and without one', () => {
    const utf16 = refusal(() => decodeText(iconv.encode(HEADER, 'utf16le', { addBOM: true })))
    expect(utf16.code).toBe('encoding-invalid')
    expect(utf16.detail.en).toContain('UTF-16')
    expect(refusal(() => decodeText(iconv.encode('a,b\n', 'utf16be', { addBOM: true }))).detail.en).toContain('UTF-16')
    expect(refusal(() => decodeText(iconv.encode('a,b\n', 'utf16le', { addBOM: false }))).detail.en).toContain('NUL')
  })
  test('a NUL byte is refused where it stands', () => {
    expect(refusal(() => decodeText(bytesOf('a,b\n1,\u0000'))).detail.en).toContain('offset 6')
  })
  test('bytes that are neither encoding are refused', () => {
    expect(refusal(() => decodeText(Uint8Array.of(0x61, 0xff, 0xff, 0x62, 0x63, 0x64, 0x65))).code).toBe(
      'encoding-invalid',
    )
  })
})

describe('a file that ends inside a character is truncated', () => {
  test.each([1, 2])('UTF-8 with %i of the three bytes of its last character', (kept) => {
    expect(refusal(() => decodeText(bytesOf('重庆市').subarray(0, 6 + kept))).code).toBe('truncated')
  })
  test('UTF-8 with a mark and only a part of its first character', () => {
    expect(refusal(() => decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0xe6, 0xb0))).code).toBe('truncated')
  })
  test('GB 18030 with half of its last character', () => {
    const bytes = gb(HEADER)
    expect(refusal(() => decodeText(bytes.subarray(0, gb('省份,断面名').length - 1))).code).toBe('truncated')
  })
  test('GB 18030 with three of four bytes', () => {
    expect(refusal(() => decodeText(Uint8Array.of(...gb('断面名称'), 0x81, 0x39, 0xee))).code).toBe('truncated')
  })
})

describe('a declared charset must agree with the bytes', () => {
  test('GBK declared, UTF-8 found: refused, saying both', () => {
    const error = refusal(() => decodeText(bytesOf(HEADER), { charset: 'gbk' }))
    expect(error.code).toBe('encoding-invalid')
    expect(error.detail.en).toContain('gbk')
    expect(error.detail.en).toContain('utf-8')
  })
  test('UTF-8 declared, GB 18030 found: refused, saying both', () => {
    expect(refusal(() => decodeText(gb(HEADER), { charset: 'UTF-8' })).detail.zh).toContain('gb18030')
  })
  test('a charset nobody reads here is refused when it matters', () => {
    expect(refusal(() => decodeText(bytesOf(HEADER), { charset: 'big5' })).code).toBe('encoding-invalid')
  })
  test.each(['GB2312', 'gbk', 'GB18030'])('%s is one with GB 18030', (charset) => {
    expect(decodeText(gb(HEADER), { charset }).text).toBe(HEADER)
  })
  test('ASCII contradicts no charset', () => {
    expect(decodeText(bytesOf('a,b\n1,2\n'), { charset: 'gbk' })).toEqual({ text: 'a,b\n1,2\n', encoding: 'utf-8' })
  })
  test('a wrong hint does not matter where the bytes are plain', () => {
    expect(decodeText(bytesOf(HEADER), { hint: 'gb2312' }).encoding).toBe('utf-8')
    expect(decodeText(gb(HEADER), { hint: 'utf-8' }).encoding).toBe('gb18030')
  })
  test('where both readings are possible the charset or the hint decides, else UTF-8', () => {
    // CE BC is 渭 in GB 18030 and μ in UTF-8.
    const bytes = Uint8Array.of(0x61, 0x2c, 0xce, 0xbc)
    expect(decodeText(bytes)).toEqual({ text: 'a,μ', encoding: 'utf-8' })
    expect(decodeText(bytes, { hint: 'gbk' })).toEqual({ text: 'a,渭', encoding: 'gb18030' })
    expect(decodeText(bytes, { charset: 'gb18030' }).text).toBe('a,渭')
    expect(decodeText(bytes, { charset: 'utf-8', hint: 'gbk' }).text).toBe('a,μ')
  })
})
