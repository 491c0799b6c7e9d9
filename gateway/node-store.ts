/** Where the Node entry keeps a ledger and its evidence: in files of its data folder, or in a database with other gateways. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readHold } from './backup/hold.ts'
import { keepSeen, mustNotBeginAgain, sizeSeen } from './backup/own-seen.ts'
import { EVIDENCE_FOLDER, STORE_FILE } from './machine/operations.ts'
import type { PostgresConfig } from './machine/postgres.ts'
import type { BlobStore, Clock, Store } from './ports.ts'
import { folderBlobs } from './store/blob-folder.ts'
import { postgresBlobs } from './store/postgres/blobs.ts'
import { openPostgres } from './store/postgres/database.ts'
import { settlePlace } from './store/postgres/place.ts'
import { leavesIn } from './store/postgres/schema.ts'
import { openPostgresStore } from './store/postgres/store.ts'
import { sweepPostgresEvidence } from './store/postgres/sweep.ts'
import { openSqliteStore } from './store/sqlite/store.ts'
import { sweepEvidence } from './store/sqlite/sweep.ts'
import { openThreadedWriter, type ThreadedWriter } from './threads/writer.ts'

/** A ledger and its evidence, open. */
export interface Kept {
  readonly store: Store
  readonly blobs: BlobStore
  readonly writer: Pick<ThreadedWriter, 'state' | 'revive'>
  /** To be done once the ledger is known to be this gateway's: removes evidence that crashes left behind. */
  settle(): Promise<unknown>
  /** Whether what came after may have been lost. */
  readonly held: boolean
}

/** Opens what lies in the data folder itself. */
export async function openFiles(folder: string, now: Clock): Promise<Kept> {
  const file = join(folder, STORE_FILE)
  const evidence = join(folder, EVIDENCE_FOLDER)
  // There from the first, so that its going is noticed.
  mkdirSync(evidence, { recursive: true, mode: 0o700 })
  const writer = await openThreadedWriter(file, now())
  try {
    return {
      store: await openSqliteStore({ file, now, openWriter: async () => writer }),
      blobs: folderBlobs(evidence),
      writer,
      settle: () => sweepEvidence({ file, evidence }),
      held: readHold(folder) !== null,
    }
  } catch (error) {
    // A thread left open would keep a process that fails to start from ending.
    await writer.close().catch(() => undefined)
    throw error
  }
}

/** The database writes: no thread of this process does, and none can end. */
const WRITES_ELSEWHERE: Kept['writer'] = {
  state: () => ({ works: true, ended: 0 }),
  revive: async () => undefined,
}

/** Opens it in a database that other gateways may write to as well. Throws ConfigRefused before it is written to. */
export async function openShared(
  folder: string,
  { url, connections, place }: PostgresConfig,
  now: Clock,
): Promise<Kept> {
  const db = await openPostgres({ url, connections })
  try {
    const size = await leavesIn(db)
    mustNotBeginAgain(folder, size, place)
    const store = await openPostgresStore({ db, now })
    const stands = await settlePlace(db)
    const held = !stands || readHold(folder) !== null || size < sizeSeen(folder)
    let own = false
    const see = async (): Promise<void> => keepSeen(folder, await store.head())
    const close = async (): Promise<void> => {
      if (own) await see().catch(() => undefined)
      await store.close()
    }
    return {
      store: { ...store, close },
      blobs: postgresBlobs(db),
      writer: WRITES_ELSEWHERE,
      async settle() {
        own = true
        await see()
        await sweepPostgresEvidence(db)
      },
      held,
    }
  } catch (error) {
    await db.close().catch(() => undefined)
    throw error
  }
}
