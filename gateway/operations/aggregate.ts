/** Repeated events as one line a minute, so that a flood of them cannot fill a disk: the first is told at once, the others are counted. */
import { SECURITY_LIMITS } from './limits.ts'
import type { SecurityEvent, SecurityKind } from './types.ts'

/** An event to be written: how often it came, and from when to when (ms) where more than once. */
export interface Counted extends SecurityEvent {
  readonly count: number
  readonly since?: number
}

/** Told one by one however often they come: whoever brings them about is the operator, or a root key. */
const ALWAYS: ReadonlySet<SecurityKind> = new Set(['started', 'stopped', 'configuration', 'pruned', 'keys-changed'])

const MINUTE = 60_000
const DAY = 86_400_000

/** Limits of it. */
export interface AggregateLimits {
  readonly distinct: number
  readonly daily: number
}

/** The events of a flood, counted. Both give back what is to be written now. */
export interface Aggregate {
  note(event: SecurityEvent, now: number): readonly Counted[]
  /** What is due without a new event: `all` when it is the last call. */
  due(now: number, all?: boolean): readonly Counted[]
}

interface Repeated {
  readonly event: SecurityEvent
  count: number
}

/** Makes one. */
export function openAggregate({ distinct, daily }: AggregateLimits = SECURITY_LIMITS): Aggregate {
  const seen = new Map<string, Repeated>()
  let [minute, day, written, beyond] = [0, 0, 0, 0]

  function due(now: number, all = false): readonly Counted[] {
    const current = Math.floor(now / MINUTE)
    if (current === minute && !all) return []
    const since = minute * MINUTE
    const lines: Counted[] = [...seen.values()]
      .filter(({ count }) => count > 0)
      .map(({ event, count }) => ({ ...event, count, since }))
    if (beyond > 0) lines.push({ event: 'overflow', count: beyond, since })
    seen.clear()
    beyond = 0
    minute = current
    const today = Math.floor(now / DAY)
    if (today !== day) [day, written] = [today, 0]
    written += lines.length
    return lines
  }

  return {
    note(event, now) {
      const before = due(now)
      if (ALWAYS.has(event.event)) return [...before, { ...event, count: 1 }]
      const { event: kind, code = '', address = '', kid = '' } = event
      const key = [kind, code, address, kid].join(' ')
      const known = seen.get(key)
      if (known) known.count += 1
      else if (seen.size >= distinct || written >= daily) beyond += 1
      else {
        seen.set(key, { event, count: 0 })
        written += 1
        return [...before, { ...event, count: 1 }]
      }
      return before
    },
    due,
  }
}
