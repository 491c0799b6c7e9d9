/** Source files: read whole within the limit, and named by media type where their extension says one. */
import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { FormatError } from '../../adapters/formats/error.ts'
import { FORMAT_LIMITS } from '../../adapters/limits.ts'

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html',
  '.htm': 'text/html',
}

/** The bytes of a file. Throws FormatError `body-too-large` before reading one over the limit. */
export async function readSource(file: string): Promise<Uint8Array> {
  const { size } = await stat(file)
  if (size <= FORMAT_LIMITS.bytes) return readFile(file)
  throw new FormatError('body-too-large', {
    zh: `文件 ${size} 字节，超过上限 ${FORMAT_LIMITS.bytes} 字节`,
    en: `expected at most ${FORMAT_LIMITS.bytes} bytes, got ${size}`,
  })
}

/** The media type a name promises; `application/octet-stream`, which claims nothing, for others. */
export function mediaTypeOf(file: string): string {
  return BY_EXTENSION[extname(file).toLowerCase()] ?? 'application/octet-stream'
}
