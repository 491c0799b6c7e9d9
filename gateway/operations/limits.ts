/** How much one address and one key may ask for, and how much of what is refused is written down; the gateway's docs print these tables. */

/** A bucket: it holds `burst` requests, and fills by `perSecond`. */
export interface Bucket {
  readonly perSecond: number
  readonly burst: number
}

/** What is counted by address: public reads, public writes, and calls whose signature or session is yet to be verified. */
const ADDRESS_RATES = {
  publicReads: { perSecond: 50, burst: 1000 },
  publicWrites: { perSecond: 2, burst: 60 },
  unverified: { perSecond: 20, burst: 500 },
} as const satisfies Readonly<Record<string, Bucket>>

/** What is counted by key, once it is verified. */
const KEY_RATES = {
  keyReads: { perSecond: 100, burst: 1000 },
  keyWrites: { perSecond: 20, burst: 400 },
} as const satisfies Readonly<Record<string, Bucket>>

/** Of what is counted by address. */
export type AddressRate = keyof typeof ADDRESS_RATES
/** Of what is counted by key. */
export type KeyRate = keyof typeof KEY_RATES
/** All of them, so that a configuration can have its own. */
export type RateTable = { readonly [K in AddressRate | KeyRate]: Bucket }

/** The table in force when nothing else is configured. */
export const RATES: RateTable = { ...ADDRESS_RATES, ...KEY_RATES }

/** Addresses, and keys, remembered at once by each bucket; the one longest unheard of is forgotten first. */
export const REMEMBERED = 20_000

/** What of refusals is written down. */
export const SECURITY_LIMITS = {
  /** Different refusals (address, code) a minute; further ones are only counted. */
  distinct: 200,
  /** Lines a day; further ones are only counted, a line a minute. */
  daily: 20_000,
  /** Days the log is kept, at least (网络安全法 第二十一条: six months). */
  retention: 183,
} as const
