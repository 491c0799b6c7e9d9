/** The one connection that writes. */
import type { CosignatureRow, NonceUse } from '../../ports.ts'
import type { Committer } from '../sql/append.ts'
import { claimNonce, commitGroup, keepCosignature } from './commit.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
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
/** Page cache of the writer. */
const CACHE_KIB = 64 * 1024
/** Pages the write-ahead log may hold before it is copied back: 16 MiB. */
const CHECKPOINT_PAGES = 4096

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
  return {
    commit: (commit) => commitGroup(db, commit).catch(told),
    claim: (use) => claimNonce(db, use).catch(told),
    cosign: (row) => keepCosignature(db, row).catch(told),
    close: () => db.close(),
  }
}
