/** The one connection that writes. A gateway that another one on the same file keeps overtaking has its turn held for it. */
import type { CosignatureRow, NonceUse } from '../../ports.ts'
import { type Commit, type Committed, type Committer, comesAgain } from '../sql/append.ts'
import { claimNonce, commitGroup, keepCosignature } from './commit.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { unlessOutOfService } from './error.ts'
import { migrate } from './migrations.ts'

/** Commits groups and uses up nonces, one after another, as its caller sends them. */
export interface Writer extends Committer {
  claim(use: NonceUse): Promise<boolean>
  cosign(row: CosignatureRow): Promise<void>
  close(): Promise<void>
}

/** How long a gateway waits for another one's commit on the same file, ms. */
export const PATIENCE = 5000
/** From how many times in a row on that another was faster the next try is made under the lock. */
const OVERTAKEN = 2
/** How long that try is waited for, ms: others wait meanwhile, and not as long as their patience. */
const HOLD = 500
/** Page cache of the writer. */
const CACHE_KIB = 64 * 1024
/** Pages the write-ahead log may hold before it is copied back: 16 MiB. */
const CHECKPOINT_PAGES = 4096

type Turns = Pick<Writer, 'commit'> & {
  /** Behind whatever goes on, and outside of any transaction. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/**
 * One after another on a connection. To seal anew takes a while in which a busier gateway commits again, and so on: one that was overtaken
 * keeps the lock while it reads what has changed, and has the next turn.
 */
function turnsOn(db: Database): Turns {
  let overtaken = 0
  let held: NodeJS.Timeout | null = null
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  /** Whether it was held. */
  function taken(): boolean {
    if (held === null) return false
    clearTimeout(held)
    held = null
    return true
  }

  // One that SQLite has ended by itself is let go as well.
  const letGo = async (): Promise<void> => {
    if (taken()) await db.exec('ROLLBACK').catch(() => undefined)
  }

  function keeps(became: Committed, commit: Commit): boolean {
    if (became.kind === 'moved') overtaken++
    if (!comesAgain(became, commit) || overtaken < OVERTAKEN) return false
    held = setTimeout(() => void inTurn(letGo), HOLD)
    return true
  }

  return {
    commit: (commit) =>
      inTurn(async () => {
        const became = await commitGroup(db, commit, { begun: taken(), keeps: (said) => keeps(said, commit) })
        if (became.kind === 'done') overtaken = 0
        return became
      }),
    alone: (work) =>
      inTurn(async () => {
        await letGo()
        return work()
      }),
  }
}

/** Opens (and migrates) the file for writing. `now` (ms) stamps migrations. Throws when it was changed by hand or by a newer version. */
export async function openWriter(
  file: string,
  now: number,
  { driver }: Pick<DatabaseOptions, 'driver'> = {},
): Promise<Writer> {
  const db = await openDatabase(file, { patience: PATIENCE, driver })
  try {
    await db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    // A large submission touches index pages all over the file, and fills the log more than once at the usual size.
    await db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    await migrate(db, now)
  } catch (error) {
    await db.close()
    throw error
  }
  const told = (error: unknown): never => {
    throw unlessOutOfService(error)
  }
  const { commit, alone } = turnsOn(db)
  return {
    commit: (group) => commit(group).catch(told),
    claim: (use) => alone(() => claimNonce(db, use)).catch(told),
    cosign: (row) => alone(() => keepCosignature(db, row)).catch(told),
    close: () => alone(() => db.close()),
  }
}
