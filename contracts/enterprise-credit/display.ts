/** Whether a rating may be shown publicly on a day: by the terms both signed (`terms.display`), from its notice to its expiry or repair. */
import type { CreditRecord } from './record.ts'
import { creditTerms, type DisplayTerms } from './terms.ts'

const DISPLAY = creditTerms('1.0.0').display

/** The members of a record that decide when it is shown. */
export type ShownBy = Pick<CreditRecord, 'publication' | 'publicationBasis' | 'ratingYear' | 'repair' | 'validity'>

/** The last civil day a rating may be shown: the end of its validity, or by the terms where none is stated. */
export function lastShownDay(
  { ratingYear, validity }: Pick<ShownBy, 'ratingYear' | 'validity'>,
  display: DisplayTerms = DISPLAY,
): string {
  return validity.to ?? `${ratingYear + display.yearsWithoutValidity}-12-31`
}

/** Whether a rating is gone from public pages by a civil day, and for good: repaired (whatever the day, when none is stated), or expired. */
export function goneBy(record: ShownBy, day: string, display: DisplayTerms = DISPLAY): boolean {
  const { repair } = record
  if (display.goneOn.includes('repair-granted') && repair?.state === 'granted') {
    if (repair.date === null || day >= repair.date) return true
  }
  return display.goneOn.includes('expiry') && day > lastShownDay(record, display)
}

/**
 * Whether a record may be shown publicly on a civil day (`YYYY-MM-DD`, Asia/Shanghai). Only what its authority has made
 * public, by the act the record names; not before its public notice or validity begins; gone from the day repair is
 * granted and after its last day. A page that shows ratings asks this for each one.
 */
export function publicOn(record: ShownBy, day: string, display: DisplayTerms = DISPLAY): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new TypeError(`expected a civil day, got ${day}`)
  if (record.publication !== 'public') return false
  const from = record.publicationBasis?.notice?.from ?? record.validity.from
  if (from !== null && day < from) return false
  return !goneBy(record, day, display)
}
