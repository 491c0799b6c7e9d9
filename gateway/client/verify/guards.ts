/** Guards the bundle, the trust file and the release share: bytes as text in one form (RFC 4648), counts, instants. */

import { formatInstant } from '../../../adapters/tables/time.ts'
import type { Guard } from '../../../contracts/read.ts'
import { fromBase64, fromBase64Url } from '../../ledger/encoding.ts'

function guard<T>(holds: (value: unknown) => value is T, form: string): Guard<T> {
  return (value, at, faults): value is T => {
    if (holds(value)) return true
    faults.push(`${at || '/'} expected ${form}`)
    return false
  }
}

/** Padded Base 64 of so many bytes. */
export function base64Of(bytes: number): Guard<string> {
  return guard(
    (value): value is string => typeof value === 'string' && fromBase64(value)?.length === bytes,
    `Base 64 of ${bytes} bytes`,
  )
}

/** Unpadded base64url of so many bytes. */
export function base64UrlOf(bytes: number): Guard<string> {
  return guard(
    (value): value is string => typeof value === 'string' && fromBase64Url(value)?.length === bytes,
    `base64url of ${bytes} bytes`,
  )
}

/** A whole number of 0 or more. */
export const count: Guard<number> = guard(
  (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  'a whole number of 0 or more',
)

/** A SHA-256 in lower-case hexadecimal. */
export const digest: Guard<string> = guard(
  (value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  'a SHA-256 in hexadecimal',
)

/** An instant as the gateway writes it, `YYYY-MM-DDThh:mm:ss+08:00`, that exists. */
export const instant: Guard<string> = guard((value): value is string => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(value)) return false
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && formatInstant(ms) === value
}, 'an instant like 2026-11-23T08:00:00+08:00')

/** A list of no more than `most`. */
export function atMost<T>(most: number, inner: Guard<readonly T[]>): Guard<readonly T[]> {
  return (value, at, faults): value is readonly T[] => {
    if (!Array.isArray(value) || value.length <= most) return inner(value, at, faults)
    faults.push(`${at} expected at most ${most}, got ${value.length}`)
    return false
  }
}

/** Exactly this value. */
export function exactly<const T extends string | number>(only: T): Guard<T> {
  return guard((value): value is T => value === only, JSON.stringify(only))
}
