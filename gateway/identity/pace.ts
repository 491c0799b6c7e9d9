/** Holds callers back before a slow signature is verified: so many a second of a key and of all keys, and so many at once. */
import { ALGORITHMS, type AlgorithmName } from './algorithms.ts'
import { IdentityError } from './error.ts'
import { SM2_LIMITS, type Sm2Limits } from './limits.ts'

/** Spends verifications. Only ids of keys that are known may be named: each is remembered. */
export interface Pace {
  /** Spends one verification of a key, nothing where its algorithm is fast. Throws `verification-limited`. */
  spend(alg: AlgorithmName, kid: string): void
  /** Whether one was left to spend. */
  trySpend(alg: AlgorithmName, kid: string): boolean
  /** Spends one and counts it as under way until `verify` has answered. Throws `verification-limited`. */
  run(alg: AlgorithmName, kid: string, verify: () => Promise<boolean>): Promise<boolean>
}

/** A store of permits that fills by so many a second, up to one second's worth. */
function bucket(perSecond: number, now: number) {
  let left = perSecond
  let seen = now
  return {
    fill(at: number) {
      left = Math.min(perSecond, left + (Math.max(0, at - seen) / 1000) * perSecond)
      seen = at
    },
    has: () => left >= 1,
    take: () => {
      left -= 1
    },
  }
}

/** A pace by this clock (ms). */
export function openPace({
  now,
  limits = SM2_LIMITS,
}: {
  readonly now: () => number
  readonly limits?: Sm2Limits
}): Pace {
  const all = bucket(limits.perSecond, now())
  const keys = new Map<string, ReturnType<typeof bucket>>()
  let underWay = 0

  function take(kid: string): boolean {
    const at = now()
    const own = keys.get(kid) ?? bucket(limits.perKey, at)
    keys.set(kid, own)
    all.fill(at)
    own.fill(at)
    if (!all.has() || !own.has()) return false
    all.take()
    own.take()
    return true
  }
  const pace: Pace = {
    trySpend: (alg, kid) => !ALGORITHMS[alg].slow || take(kid),
    spend(alg, kid) {
      if (!pace.trySpend(alg, kid)) throw limited(kid)
    },
    async run(alg, kid, verify) {
      if (!ALGORITHMS[alg].slow) return verify()
      if (underWay >= limits.underWay || !take(kid)) throw limited(kid)
      underWay++
      try {
        return await verify()
      } finally {
        underWay--
      }
    },
  }
  return pace
}

/** A lookup of keys for documents: the one it finds is about to be verified by, and that is spent first. */
export function paced<K extends { readonly alg: AlgorithmName }>(
  pace: Pace,
  findKey: (kid: string) => K | undefined,
): (kid: string) => K | undefined {
  return (kid) => {
    const key = findKey(kid)
    if (key !== undefined) pace.spend(key.alg, kid)
    return key
  }
}

/** Seconds; a key's permits are whole again by then. */
const RETRY_AFTER = 1

function limited(kid: string): IdentityError {
  return new IdentityError(
    'verification-limited',
    {
      zh: '该密钥或所有密钥的 SM2 签名送验过于频繁，本次未核验',
      en: 'more SM2 signatures of this key, or of all, than are verified a second; this one was not looked at',
    },
    { pointer: 'keyid', value: kid, retryAfter: RETRY_AFTER },
  )
}
