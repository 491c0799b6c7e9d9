/**
 * Rate limits: by address before anything is verified, so that nobody can use up a key's share by naming it; by key once it is.
 * A call whose signature holds gives its place at the address back, so that only refused ones wear an address out.
 */
import { Problem } from '../errors/problem.ts'
import { openBuckets } from './buckets.ts'
import { type AddressRate, type KeyRate, RATES, type RateTable, REMEMBERED } from './limits.ts'

/** The limits of one gateway. Both throw Problem `rate-limited`. */
export interface Rates {
  /** Before verification. Gives back the way to undo it. */
  address(rate: AddressRate, address: string): () => void
  /** After verification. */
  key(rate: KeyRate, kid: string): void
}

/** No limits: of a sandbox on a person's own machine. */
export const UNLIMITED: Rates = { address: () => () => undefined, key: () => undefined }

function limited(retryAfter: number, zh: string, en: string): Problem {
  return new Problem('rate-limited', {
    retryAfter,
    detail: { zh: `${zh}，请 ${retryAfter} 秒后再试`, en: `${en}; try again in ${retryAfter} s` },
  })
}

/** Limits by a table. `now` in ms by a clock that never runs back. */
export function openRates(table: RateTable = RATES, now: () => number = () => performance.now()): Rates {
  const made = (rate: AddressRate | KeyRate) => openBuckets(table[rate], REMEMBERED, now)
  const byAddress = {
    publicReads: made('publicReads'),
    publicWrites: made('publicWrites'),
    unverified: made('unverified'),
  }
  const byKey = { keyReads: made('keyReads'), keyWrites: made('keyWrites') }
  return {
    address(rate, address) {
      const who = networkOf(address)
      const seconds = byAddress[rate].take(who)
      if (seconds > 0) {
        throw limited(seconds, '该地址的请求超过限额', 'This address has sent more requests than allowed for now')
      }
      return () => byAddress[rate].give(who)
    },
    key(rate, kid) {
      const seconds = byKey[rate].take(kid)
      if (seconds > 0) {
        throw limited(seconds, '该密钥的请求超过限额', 'This key has sent more requests than allowed for now')
      }
    },
  }
}

/** What counts as one caller: an IPv4 address, written any way, or the /64 of an IPv6 one, which is what a single line is given. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '')
  const mapped = /^(?:0{1,4}:){0,5}:{0,2}ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)
  if (mapped) return mapped[1] ?? plain
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::', 2)
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest]
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
