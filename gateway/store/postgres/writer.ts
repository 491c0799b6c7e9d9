/** The writer of one gateway among several: it finds out what became of a commit whose answer was lost, and is not overtaken for ever. */
import { setTimeout as later } from 'node:timers/promises'
import { StoreFailed } from '../../ports.ts'
import { type Commit, type Committed, type Committer, comesAgain } from '../sql/append.ts'
import { commitIn, lockHead, NonceTaken, stands } from './commit.ts'
import type { OpenTransaction, Postgres } from './database.ts'
import { CommitLost, Elsewhere } from './error.ts'

/**
 * Commits groups. Rejects with StoreFailed when nothing of the group was written, and when the database stayed away too long to
 * tell: whether it went in, the head then tells.
 */
export interface PostgresWriter extends Committer {
  close(): Promise<void>
}

/** How often it is asked what became of a commit whose answer was lost, and how long after each time, ms. */
const ASK_AGAIN = [0, 250, 1000, 3000] as const

async function stoodAfterAll(db: Postgres, commit: Commit): Promise<boolean> {
  for (const wait of ASK_AGAIN) {
    try {
      await later(wait)
      return await stands(db, commit)
    } catch (error) {
      // What another server has says nothing of what this one's callers may be told.
      if (error instanceof Elsewhere) return false
      if (!(error instanceof StoreFailed)) throw error
    }
  }
  return false
}

/** From how many times in a row on the next try is made under the lock. */
const OVERTAKEN = 2
/** How long that try is waited for, ms: others wait meanwhile. */
const HOLD = 1000

/** Opens the writer. */
export function openWriter(db: Postgres): PostgresWriter {
  let overtaken = 0
  let held: { readonly transaction: OpenTransaction; readonly timer: NodeJS.Timeout } | null = null

  async function letGo(): Promise<void> {
    const last = held
    held = null
    if (!last) return
    clearTimeout(last.timer)
    await last.transaction.rollback()
  }

  /**
   * To seal anew takes a while in which a busier gateway commits again, and so on. One that was overtaken keeps the head's lock
   * while it reads what has changed, and has the next turn.
   */
  function hold(transaction: OpenTransaction): void {
    held = { transaction, timer: setTimeout(() => void letGo(), HOLD) }
  }

  async function begin(): Promise<OpenTransaction> {
    if (!held) return db.begin()
    const { transaction, timer } = held
    held = null
    clearTimeout(timer)
    try {
      await lockHead(transaction)
      return transaction
    } catch {
      await transaction.rollback()
      return db.begin()
    }
  }

  async function attempt(commit: Commit): Promise<Committed> {
    const transaction = await begin()
    try {
      const became = await commitIn(db, transaction, commit)
      if (became.kind === 'moved') overtaken++
      if (became.kind === 'done') {
        overtaken = 0
        await transaction.commit()
      } else if (comesAgain(became, commit) && overtaken >= OVERTAKEN) hold(transaction)
      else await transaction.rollback()
      return became
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  async function settled(commit: Commit): Promise<Committed> {
    for (;;) {
      try {
        return await attempt(commit)
      } catch (error) {
        // Judged again, the entry whose nonce it was is refused alone.
        if (error instanceof NonceTaken) continue
        if (error instanceof CommitLost && (await stoodAfterAll(db, commit))) return { kind: 'done' }
        throw error
      }
    }
  }

  // One after another, so that none waits for a lock that this writer holds.
  let last: Promise<unknown> = Promise.resolve()
  return {
    commit(commit) {
      const next = last.then(() => settled(commit))
      last = next.catch(() => undefined)
      return next
    },
    async close() {
      await last
      await letGo()
    },
  }
}
