/** The one way a whole file is refused: a stable code and what was expected and found, in both languages. */
import type { Bilingual } from '../../contracts/types.ts'

/** Every code a reader may throw; the error table has one entry for each. */
export const FORMAT_ERROR_CODES = [
  'format-unknown',
  'format-mismatch',
  'xls-binary',
  'doc-binary',
  'encoding-invalid',
  'truncated',
  'body-too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-sheets',
  'cell-too-long',
  'too-deep',
  'zip-bomb',
  'json-invalid',
  'csv-invalid',
  'xlsx-invalid',
  'docx-invalid',
  'hj212-no-data',
  'no-table',
  'columns-missing',
  // By whoever has a file read within a time.
  'file-too-slow',
] as const

/** One of `FORMAT_ERROR_CODES`. */
export type FormatErrorCode = (typeof FORMAT_ERROR_CODES)[number]

/** Where in the file it happened: `row` is 1-based in the source, `pointer` a column name or JSON pointer. */
export interface FormatErrorPlace {
  readonly row?: number
  readonly pointer?: string
  readonly value?: string
}

/** A file that cannot be read at all. Nothing else is thrown for any bytes whatever. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  readonly code: FormatErrorCode
  readonly detail: Bilingual
  readonly row?: number
  readonly pointer?: string
  readonly value?: string

  constructor(code: FormatErrorCode, detail: Bilingual, place: FormatErrorPlace = {}) {
    super(`${code}: ${detail.en}`)
    this.code = code
    this.detail = detail
    if (place.row !== undefined) this.row = place.row
    if (place.pointer !== undefined) this.pointer = excerpt(place.pointer)
    if (place.value !== undefined) this.value = excerpt(place.value)
  }
}

/** The first 80 characters of a value, for a message that must stay short. */
export function excerpt(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value
}

/** `no-table`: nothing in the file reads as a header of two columns or more. */
export function noTable(): FormatError {
  return new FormatError('no-table', {
    zh: '文件中没有可读的表格：应有至少两列的表头',
    en: 'no table found: expected a header of at least two columns',
  })
}
