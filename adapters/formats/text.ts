/** Bytes → text: UTF-8 (RFC 3629) with or without a BOM, else GB 18030; the bytes decide, whatever was declared. */
import type { EncodingName } from '../types.ts'
import { FormatError } from './error.ts'

/** Text and the encoding its bytes were found to be in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: EncodingName
}

/** Words about the encoding that came with the bytes. */
export interface DeclaredEncoding {
  /** The `charset` parameter of the media type: bytes that contradict it are refused. */
  readonly charset?: string
  /** A weaker hint, such as an HTML `meta`: heard only where the bytes allow both readings. */
  readonly hint?: string
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const GB18030 = new TextDecoder('gb18030', { fatal: true })
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Decodes strictly and never replaces a character. Throws `encoding-invalid` (NUL bytes, UTF-16, neither encoding, a
 * contradicted charset) or `truncated` (the bytes end inside a character).
 */
export function decodeText(bytes: Uint8Array, declared: DeclaredEncoding = {}): DecodedText {
  refuseUtf16(bytes)
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = bom ? bytes.subarray(3) : bytes
  const utf8 = tryDecode(UTF8, body)
  if (utf8 !== null) {
    const charset = encodingOf(declared.charset)
    if (!bom && hasOnlyTwoByteCharacters(utf8, body.length)) {
      // Without one character of three bytes, as Chinese has, Chinese in GB 18030 could by chance read as UTF-8.
      const wish = declared.charset === undefined ? encodingOf(declared.hint) : charset
      const gb = wish === 'gb18030' ? tryDecode(GB18030, body) : null
      if (gb !== null) return { text: gb, encoding: 'gb18030' }
    }
    // ASCII alone is the same text under every charset that could be declared here.
    if (utf8.length !== body.length || bom) checkCharset(declared.charset, 'utf-8')
    return { text: utf8, encoding: 'utf-8' }
  }
  const tail = utf8Tail(body)
  if (tail > 0) {
    const head = tryDecode(UTF8, body.subarray(0, body.length - tail))
    if (head !== null && (bom || head.length < body.length - tail)) throw endsInCharacter('UTF-8')
  }
  if (bom) throw notUtf8(body, 3)
  const gb = tryDecode(GB18030, body)
  if (gb !== null) {
    if (looksLikeDamagedUtf8(body)) throw notUtf8(body, 0)
    checkCharset(declared.charset, 'gb18030')
    return { text: gb.charCodeAt(0) === 0xfeff ? gb.slice(1) : gb, encoding: 'gb18030' }
  }
  for (let cut = 1; cut <= 3 && cut < body.length; cut += 1) {
    if (tryDecode(GB18030, body.subarray(0, body.length - cut)) !== null) throw endsInCharacter('GB 18030')
  }
  throw notUtf8(body, 0)
}

function tryDecode(decoder: typeof UTF8, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

function refuseUtf16(bytes: Uint8Array): void {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new FormatError('encoding-invalid', {
      zh: '文件为 UTF-16 编码（“Unicode 文本”），请另存为 CSV UTF-8 后再报送',
      en: 'expected UTF-8 or GB 18030, found a UTF-16 byte order mark; save it as "CSV UTF-8"',
    })
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    throw new FormatError('encoding-invalid', {
      zh: `第 ${nul} 字节为 NUL，不是文本文件（或为无标记的 UTF-16）`,
      en: `expected text, found a NUL byte at offset ${nul}: a binary file, or UTF-16 without its mark`,
    })
  }
}

/** How many bytes at the end are the beginning of a UTF-8 character and no more. */
function utf8Tail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc2 && byte <= 0xf4) {
      const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < need ? back : 0
    }
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return 0
}

function hasOnlyTwoByteCharacters(text: string, length: number): boolean {
  if (text.length === length) return false
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) >= 0x800) return false
  return true
}

/** One broken character in a UTF-8 file must not turn the whole of it into wrong Chinese. */
function looksLikeDamagedUtf8(bytes: Uint8Array): boolean {
  const text = LENIENT.decode(bytes)
  let whole = 0
  let broken = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken += 1
    else if (code >= 0x800) whole += 1
  }
  return whole > broken
}

function encodingOf(charset: string | undefined): EncodingName | null {
  const name = charset?.toLowerCase()
  if (name === 'utf-8' || name === 'utf8') return 'utf-8'
  if (name === 'gb18030' || name === 'gbk' || name === 'gb2312' || name === 'x-gbk') return 'gb18030'
  return null
}

function checkCharset(charset: string | undefined, found: EncodingName): void {
  if (charset === undefined || encodingOf(charset) === found) return
  throw new FormatError(
    'encoding-invalid',
    {
      zh: `声明的字符集为 ${charset}，实际内容为 ${found}`,
      en: `declared charset ${charset}, but the bytes are ${found}`,
    },
    { value: charset },
  )
}

function endsInCharacter(encoding: string): FormatError {
  return new FormatError('truncated', {
    zh: `文件在一个 ${encoding} 字符中间结束，可能未传完`,
    en: `the file ends in the middle of a ${encoding} character; it was probably cut off`,
  })
}

function notUtf8(body: Uint8Array, offset: number): FormatError {
  const { position, line } = firstBadByte(body)
  return new FormatError(
    'encoding-invalid',
    {
      zh: `全文应为 UTF-8 或 GB 18030；按 UTF-8 读到第 ${line} 行（字节 ${position + offset}）时出错`,
      en: `expected UTF-8 or GB 18030 throughout; read as UTF-8, it breaks at line ${line}, byte ${position + offset}`,
    },
    { row: line },
  )
}

function firstBadByte(bytes: Uint8Array): { position: number; line: number } {
  let good = 0
  let bad = bytes.length
  // Prefixes decode up to the broken character and never after it, so halving finds it.
  const streamed = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (streamed(middle)) good = middle
    else bad = middle
  }
  let line = 1
  for (let i = 0; i < good; i += 1) if (bytes[i] === 0x0a) line += 1
  return { position: good, line }
}
