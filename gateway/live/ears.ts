/** What another gateway's word does here: one look at the ledger for all who wait, and no more of them than so many a second. */
import type { Gateway } from '../gateway.ts'

/** What of a gateway is needed to be told. */
export interface Hearing {
  readonly log: Pick<Gateway['log'], 'refresh'>
  readonly streams: Pick<Gateway['streams'], 'count' | 'limits'>
  readonly operations: { readonly log: Pick<Gateway['operations']['log'], 'note'> }
}

/** Ears for a store that tells. A stream that was not woken looks at its next poll all the same. */
export function earsOf({ log, streams, operations }: Hearing) {
  let [looking, again] = [false, false]

  async function look(): Promise<void> {
    looking = true
    do {
      again = false
      // What it finds wakes the streams. A store that cannot be read tells so to whoever asks it.
      await log.refresh().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, streams.limits.look * 1000))
    } while (again)
    looking = false
  }

  return {
    told(): void {
      again = true
      if (!looking && streams.count() > 0) void look()
    },
    deaf(error: unknown): void {
      operations.log.note('not told of what other gateways take in, and looks for it', {
        error: error instanceof Error ? error.message : String(error),
        everySeconds: streams.limits.poll,
      })
    },
  }
}
