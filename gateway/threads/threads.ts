/** How the gateway's threads fare, for whoever asks whether it is ready. */
import type { Threads } from '../ports.ts'
import type { PreparePool } from './pool.ts'
import type { ThreadedWriter } from './writer.ts'

/** The writer's thread and the preparing ones, seen together. */
export function threadsOf(
  writer: Pick<ThreadedWriter, 'state' | 'revive'>,
  pool: Pick<PreparePool, 'state' | 'revive'>,
): Threads {
  return {
    state: () => ({ writer: writer.state(), preparing: pool.state() }),
    async revive() {
      // What cannot be started again stays as it is, and is seen in the state.
      await Promise.allSettled([writer.revive(), pool.revive()])
    },
  }
}
