/** What a file is, by its content and never by its name, and whether that agrees with the media type it came with (RFC 9110 §8.3). */
import type { FormatName } from '../types.ts'
import { FormatError } from './error.ts'
import { entryNames } from './zip.ts'

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const OTHERS: readonly { readonly magic: readonly number[]; readonly name: string }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'PDF' },
  { magic: [0x1f, 0x8b], name: 'gzip' },
  { magic: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], name: 'RAR' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], name: '7z' },
  { magic: [0x89, 0x50, 0x4e, 0x47], name: 'PNG' },
  { magic: [0xff, 0xd8, 0xff], name: 'JPEG' },
]

/** How far into a file the first tag of an HTML table is looked for. */
const HTML_HEAD = 64 * 1024

/** A frame of HJ 212: its length and the first field of its data segment. */
const FRAME = /^##\d{4}(?:QN|ST|CN|PW|MN|Flag|PNUM|PNO|CP)=/
const FRAME_HEAD = 12

/** What a Word document has in its archive (ECMA-376 part 1 §11.3.10). */
export const DOCUMENT_PART = 'word/document.xml'

/**
 * The format of these bytes. Anything that is not recognisably XLSX, DOCX, HTML, JSON or HJ 212 is read as CSV. Throws
 * `xls-binary` for a binary .xls or an encrypted file, `doc-binary` for a binary .doc, `format-unknown` for what has no reader.
 */
export function detectFormat(bytes: Uint8Array): FormatName {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) {
    return formatOfZip(bytes)
  }
  if (startsWith(bytes, OLE2)) throw oldOffice(bytes)
  for (const { magic, name } of OTHERS) if (startsWith(bytes, magic)) throw unknown(name)
  let start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0
  while (isSpace(bytes[start])) start += 1
  const first = bytes[start]
  if (first === 0x7b || first === 0x5b) return 'json'
  if (first === 0x23 && FRAME.test(latin1(bytes.subarray(start, start + FRAME_HEAD)))) return 'hj212'
  if (first !== 0x3c) return 'csv'
  const head = latin1(bytes.subarray(start, start + HTML_HEAD)).toLowerCase()
  // A first column called "<0.01" is not a tag.
  if (!/^<[a-z!?]/.test(head)) return 'csv'
  if (/<(?:html|table|!doctype html)[\s>]/.test(head)) return 'html'
  throw unknown('XML / HTML', '其中没有表格', 'without a table')
}

/** By the names in the directory; a file cut off before it has their beginnings still. Either kind may have the other embedded. */
function formatOfZip(bytes: Uint8Array): 'docx' | 'xlsx' {
  const names = entryNames(bytes)
  const has = (start: string): boolean => names?.some((name) => name.startsWith(start)) ?? holds(bytes, start)
  if (has(DOCUMENT_PART)) return 'docx'
  if (has('xl/')) return 'xlsx'
  if (has('META-INF/manifest.xml') && has('content.xml'))
    throw unknown(
      'OpenDocument',
      '.ods、.odt 等，请另存为 .xlsx 或 .docx',
      '(.ods, .odt and the like): save it as .xlsx or .docx',
    )
  throw unknown(
    'ZIP',
    `其中没有工作簿（xl/）或 Word 文档（${DOCUMENT_PART}）`,
    `without a workbook (xl/) or a document (${DOCUMENT_PART}) inside`,
  )
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * What a declared media type may turn out to be. `application/vnd.ms-excel` is also what exporters put on HTML tables and
 * what browsers on a machine with Excel put on CSV and XLSX, so it promises no more than a table; `text/plain` likewise.
 */
const DECLARED: ReadonlyMap<string, readonly FormatName[]> = new Map<string, readonly FormatName[]>([
  ['text/csv', ['csv']],
  ['application/csv', ['csv']],
  ['text/tab-separated-values', ['csv']],
  ['text/plain', ['csv', 'json', 'text', 'hj212']],
  ['application/json', ['json']],
  ['application/geo+json', ['json']],
  ['text/json', ['json']],
  [XLSX, ['xlsx']],
  // With macros, which nobody runs here.
  ['application/vnd.ms-excel.sheet.macroenabled.12', ['xlsx']],
  [DOCX, ['docx']],
  ['application/vnd.ms-excel', ['html', 'xlsx', 'csv']],
  ['application/ms-excel', ['html', 'xlsx', 'csv']],
  ['text/html', ['html']],
  ['application/xhtml+xml', ['html']],
])

/** The media types a reader takes, for the documentation and for `Accept-Post`. */
export const READABLE_MEDIA_TYPES: readonly string[] = [...DECLARED.keys()]

/** A media type taken apart: lower-case essence and its `charset`, if any. */
export interface MediaType {
  readonly essence: string
  readonly charset?: string
}

/** `text/csv; charset="GBK"` → essence and charset. */
export function parseMediaType(value: string): MediaType {
  const [essence = '', ...parameters] = value.split(';')
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=')
    if (parameter.slice(0, equals).trim().toLowerCase() !== 'charset') continue
    const charset = parameter
      .slice(equals + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1')
    return { essence: essence.trim().toLowerCase(), charset }
  }
  return { essence: essence.trim().toLowerCase() }
}

/** Throws `format-mismatch` when the declared media type excludes what was found. None and `application/octet-stream` claim nothing. */
export function checkDeclared(essence: string, found: FormatName): void {
  if (essence === '' || essence === 'application/octet-stream') return
  if (DECLARED.get(essence)?.includes(found)) return
  throw new FormatError(
    'format-mismatch',
    {
      zh: `声明的媒体类型为 ${essence}，实际内容为 ${found}`,
      en: `expected ${essence} as declared, found ${found}`,
    },
    { value: essence },
  )
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function holds(bytes: Uint8Array, needle: string | Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(needle)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
}

function oldOffice(bytes: Uint8Array): FormatError {
  const holdsName = (name: string) => holds(bytes, Buffer.from(name, 'utf16le'))
  if (holdsName('EncryptedPackage')) {
    return new FormatError('xls-binary', {
      zh: '文件（工作簿或文档）设有打开密码，无法读取；请取消密码后另存为 .xlsx、.docx 或 CSV UTF-8',
      en: 'the file, a workbook or document, is encrypted; remove its password and save it as .xlsx, .docx or CSV UTF-8',
    })
  }
  // The stream that every .doc has; a workbook may have a document embedded, and then has its own stream too.
  if (holdsName('WordDocument') && !holdsName('Workbook')) {
    return new FormatError('doc-binary', {
      zh: '文件为旧版二进制 .doc（Word 97-2003），无法读取；请在 Word 或 WPS 中另存为 .docx',
      en: 'a binary .doc document (Word 97-2003) cannot be read; save it as .docx',
    })
  }
  return new FormatError('xls-binary', {
    zh: '文件为旧版二进制 .xls（Excel 97-2003）或 WPS 的 .et，无法读取；请在 Excel 或 WPS 中另存为 .xlsx 或 CSV UTF-8',
    en: 'a binary .xls workbook (Excel 97-2003), or an .et of WPS, cannot be read; save it as .xlsx or CSV UTF-8',
  })
}

function unknown(name: string, zh = '', en = ''): FormatError {
  return new FormatError(
    'format-unknown',
    {
      zh: `应为 CSV、JSON、XLSX、DOCX 或 HTML 表格，实为 ${name}${zh === '' ? '' : `（${zh}）`}`,
      en: `expected CSV, JSON, XLSX, DOCX or an HTML table, found ${name}${en === '' ? '' : ` ${en}`}`,
    },
    { value: name },
  )
}
