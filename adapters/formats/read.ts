/** Bytes → tables: the one way into every format, with the limits kept and the declared media type held against what is found. */
import type { Note } from '../../contracts/types.ts'
import type { FormatLimits, FormatName, Table, Tables } from '../types.ts'
import { readCsv } from './csv.ts'
import { checkDeclared, detectFormat, parseMediaType } from './detect.ts'
import { readDocx } from './docx.ts'
import { FormatError } from './error.ts'
import { readHj212 } from './hj212.ts'
import { readHtml } from './html.ts'
import { readJson } from './json.ts'
import { withoutMarks } from './marked.ts'
import { isProse, readProse } from './prose.ts'
import { decodeText } from './text.ts'
import { readXlsx } from './xlsx.ts'

/** How a file is declared, and the limits it is held to. */
export interface ReadOptions {
  /** The declared media type, with its parameters; absent or `application/octet-stream` claims nothing. */
  readonly mediaType?: string
  readonly limits: FormatLimits
}

/**
 * Reads a file whatever it is called. Only `FormatError` is thrown, for any bytes whatever; a row that cannot be read is
 * a fault of its table, so that the others still count.
 *
 * @example readTables(await readFile('朱沱.csv'), { mediaType: 'text/csv', limits: FORMAT_LIMITS }).tables[0]?.header
 */
export function readTables(bytes: Uint8Array, { mediaType = '', limits }: ReadOptions): Tables {
  if (bytes.length > limits.bytes) throw tooLarge(bytes.length, limits)
  const { essence, charset } = parseMediaType(mediaType)
  const found = detectFormat(bytes)
  checkDeclared(essence, found)
  if (found === 'xlsx') return readWorkbook(bytes, limits)
  if (found === 'docx') return { format: found, encoding: 'utf-8', tables: readDocx(bytes, limits) }
  const { text, encoding } = decodeText(bytes, {
    ...(charset === undefined ? {} : { charset }),
    ...(found === 'html' ? metaCharset(bytes) : {}),
  })
  if (found === 'hj212') return { format: found, encoding, tables: [readHj212(bytes, encoding, limits)] }
  const format = found === 'csv' && isProse(text) ? 'text' : found
  checkDeclared(essence, format)
  const notes: Note[] = []
  const tables = readText(format, text, limits, notes)
  return { format, encoding, tables, ...(notes.length === 0 ? {} : { notes }) }
}

function readWorkbook(bytes: Uint8Array, limits: FormatLimits): Tables {
  const notes: Note[] = []
  const tables = readXlsx(bytes, limits, notes).map(withoutMarks)
  return { format: 'xlsx', encoding: 'utf-8', tables, ...(notes.length === 0 ? {} : { notes }) }
}

function readText(
  format: Exclude<FormatName, 'xlsx' | 'docx' | 'hj212'>,
  text: string,
  limits: FormatLimits,
  notes: Note[],
): readonly Table[] {
  if (format === 'json') return [readJson(text, limits)]
  if (format === 'html') return readHtml(text, limits).map(withoutMarks)
  if (format === 'text') return [readProse(text, limits)]
  return [withoutMarks(readCsv(text, limits, notes))]
}

/** The charset an HTML page says it has (WHATWG HTML §4.2.5.4), within its first kilobyte. */
function metaCharset(bytes: Uint8Array): { hint?: string } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1')
  const hint = /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  return hint === undefined ? {} : { hint }
}

function tooLarge(found: number, limits: FormatLimits): FormatError {
  return new FormatError('body-too-large', {
    zh: `文件 ${found} 字节，超过上限 ${limits.bytes} 字节`,
    en: `expected at most ${limits.bytes} bytes, got ${found}`,
  })
}
