/** Token buckets, one a caller, bounded in number. */
import type { Bucket } from './limits.ts'

/** Buckets of one size. */
export interface Buckets {
  /** Takes one; 0 when there was one, else the whole seconds until there will be. */
  take(who: string): number
  /** Puts one back. */
  give(who: string): void
  /** How many callers are remembered. */
  size(): number
}

interface Level {
  tokens: number
  at: number
}

/** Makes them. `now` in ms by a clock that never runs back; `most` callers are remembered, the longest unheard of forgotten first. */
export function openBuckets({ perSecond, burst }: Bucket, most: number, now: () => number): Buckets {
  const levels = new Map<string, Level>()

  function levelOf(who: string): Level {
    const time = now()
    const known = levels.get(who)
    const level = known ?? { tokens: burst, at: time }
    if (known) levels.delete(who)
    else if (levels.size >= most) forgetOldest()
    levels.set(who, level)
    level.tokens = Math.min(burst, level.tokens + ((time - level.at) / 1000) * perSecond)
    level.at = time
    return level
  }
  function forgetOldest(): void {
    const oldest = levels.keys().next()
    if (!oldest.done) levels.delete(oldest.value)
  }
  return {
    take(who) {
      const level = levelOf(who)
      if (level.tokens >= 1) {
        level.tokens -= 1
        return 0
      }
      return Math.max(1, Math.ceil((1 - level.tokens) / perSecond))
    },
    give(who) {
      const level = levels.get(who)
      if (level) level.tokens = Math.min(burst, level.tokens + 1)
    },
    size: () => levels.size,
  }
}
