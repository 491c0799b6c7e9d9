/** Waiting as the gateway asks (Retry-After): nothing was done for a call it had no room for, so that the same call, signed anew, may be made again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ClientError } from './error.ts'

/** How long one call may wait in all (ms), and how one waits. */
export interface Patience {
  readonly patienceMs: number
  readonly wait?: (ms: number) => Promise<unknown>
}

/** Refusals by which nothing was done. */
const LATER: ReadonlySet<string> = new Set(['rate-limited', 'verification-limited', 'queue-full', 'streams-full'])

/** Milliseconds the gateway asks to wait; null when it does not, or when it would be too long. */
function askedToWait(error: unknown, left: number): number | null {
  if (!(error instanceof ClientError) || !LATER.has(error.code) || error.retryAfter === null) return null
  const ms = error.retryAfter * 1000
  return ms <= left ? ms : null
}

/** Makes a call, again each time the gateway asks to wait, as long as all waits together stay within the patience. */
export async function patiently<T>(call: () => Promise<T>, { patienceMs, wait = sleep }: Patience): Promise<T> {
  let left = patienceMs
  for (;;) {
    try {
      return await call()
    } catch (error) {
      const ms = askedToWait(error, left)
      if (ms === null) throw error
      left -= Math.max(1, ms)
      await wait(ms)
    }
  }
}
