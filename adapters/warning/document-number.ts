/** Document numbers (发文字号, GB/T 9704-2012 §7.2.5): an office's abbreviation, the year in 〔〕, a serial number. */
import { halfWidth } from '../tables/marks.ts'

/** A document number as a pattern without groups, over a text made plain by `plainDocument`. */
export const DOCUMENT_NUMBER = String.raw`(?:[^\s/〔〕()《》,。;:]{1,40}〔\d{4}〕第?\d{1,6}号|[^\s/〔〕()《》,。;:\d]{0,40}\d{4}年第?\d{1,4}号)`

const WHOLE = new RegExp(`^${DOCUMENT_NUMBER}$`)
const BRACKETED_YEAR = /[[(【〖﹝〔](\d{4})[\])】〗﹞〕]/g

/** A text with its documents' numbers written one way: narrow, without blanks, the year in 〔〕. */
export function plainDocument(text: string): string {
  return halfWidth(text).replace(/\s+/g, '').replace(BRACKETED_YEAR, '〔$1〕')
}

/** A number and whether it was written otherwise; null when it is none. */
export function parseDocumentNumber(text: string): { readonly number: string; readonly changed: boolean } | null {
  const number = plainDocument(text).replace(/^文号:/, '')
  return WHOLE.test(number) ? { number, changed: number !== text } : null
}
