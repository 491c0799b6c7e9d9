/** How much of its ledger a running gateway has told callers of, written down in its folder: now and then, when somebody has to compare, and at the end. */
import type { LedgerHead } from '../ports.ts'
import { keepSeen } from './own-seen.ts'

/** How often, ms: what was told since, after a kill only receipts know. */
const EVERY = 5_000

/** What keeps it. */
export interface Told {
  /** From whom to hear it. */
  from(head: () => LedgerHead): void
  /** Keeps what there is to keep. */
  keep(): Promise<void>
  /** Keeps it a last time. */
  close(): Promise<void>
}

/** Begins with nothing to keep. `failed` hears when the folder cannot be written. */
export function openTold(data: string, failed: (error: unknown) => void): Told {
  let head: (() => LedgerHead) | null = null
  let timer: NodeJS.Timeout | undefined
  let kept = -1
  let last: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const now = head?.()
    if (!now || now.size === kept) return
    try {
      await keepSeen(data, now)
      kept = now.size
    } catch (error) {
      failed(error)
    }
  }
  function keep(): Promise<void> {
    last = last.then(write)
    return last
  }
  return {
    from(teller) {
      head = teller
      timer ??= setInterval(() => void keep(), EVERY).unref()
    },
    keep,
    close() {
      clearInterval(timer)
      timer = undefined
      return keep()
    },
  }
}
