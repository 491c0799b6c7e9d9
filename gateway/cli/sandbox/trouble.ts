/** A store that is troubled on demand: too busy to take anything, slow, or answering to nobody. What it commits is committed all the same. */
import { QueueFull } from '../../ledger/log.ts'
import type { Clock, Store } from '../../ports.ts'

/** The troubles of one store. Times in ms. */
export interface Trouble {
  /** The store with them. */
  wrap(store: Store): Store
  /** For so long every commit is refused, as when the queue is full. */
  busyFor(ms: number): void
  /** For so long every commit takes so much longer. */
  slowFor(ms: number, each: number): void
  /** The next commit succeeds, and then `cut` is called before anybody is told. */
  loseNextAnswer(cut: () => void): void
}

/** Makes one. */
export function openTrouble(machine: Clock = Date.now): Trouble {
  let [busyUntil, slowUntil, delay] = [0, 0, 0]
  let lose: (() => void) | null = null
  return {
    wrap: (store) => ({
      ...store,
      async append(head, entries, seal) {
        if (machine() < busyUntil) throw new QueueFull()
        if (machine() < slowUntil) await new Promise((resolve) => setTimeout(resolve, delay))
        const outcomes = await store.append(head, entries, seal)
        const cut = lose
        if (cut && outcomes.some(({ ok }) => ok)) {
          lose = null
          cut()
        }
        return outcomes
      },
    }),
    busyFor(ms) {
      busyUntil = machine() + ms
    },
    slowFor(ms, each) {
      slowUntil = machine() + ms
      delay = each
    },
    loseNextAnswer(cut) {
      lose = cut
    },
  }
}
