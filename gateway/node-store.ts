/** Where the Node entry keeps a ledger and its evidence: in files of its data folder, or in a database with other gateways. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readHold } from './backup/hold.ts'
import { goesOnFromSeen, keepSeen, mustNotBeginAgain } from './backup/own-seen.ts'
import { openTold } from './backup/told.ts'
import { EVIDENCE_FOLDER, STORE_FILE } from './machine/operations.ts'
import type { PostgresConfig } from './machine/postgres.ts'
import type { OperationsLog } from './operations/types.ts'
import type { BlobStore, Clock, LedgerHead, Store } from './ports.ts'
import { folderBlobs } from './store/blob-folder.ts'
import { postgresBlobs } from './store/postgres/blobs.ts'
import { openPostgres } from './store/postgres/database.ts'
import { settlePlace, stayInPlace } from './store/postgres/place.ts'
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
  /** Whether what came after may have been lost; once it is so, it stays so. */
  held(): boolean
  /** From whom to hear how much of the ledger callers were told of. */
  telling(head: () => LedgerHead): Promise<void>
}

/** Opens what lies in the data folder itself. */
export async function openFiles(folder: string, now: Clock): Promise<Kept> {
  const file = join(folder, STORE_FILE)
  const evidence = join(folder, EVIDENCE_FOLDER)
  // There from the first, so that its going is noticed.
  mkdirSync(evidence, { recursive: true, mode: 0o700 })
  const writer = await openThreadedWriter(file, now())
  const onHold = readHold(folder) !== null
  const held = (): boolean => onHold
  try {
    return {
      store: await openSqliteStore({ file, now, openWriter: async () => writer }),
      blobs: folderBlobs(evidence),
      writer,
      settle: () => sweepEvidence({ file, evidence }),
      held,
      telling: async () => undefined,
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

function takenOver(folder: string, place: string): Error {
  return new Error(
    `${place} 已不是账本原来所在的数据库（备机接管、恢复或迁移），账本暂停写入：停止所有网关，执行 chuanyu restore --data ${folder} --resume --seen FILE，再启动` +
      ` · ${place} is no longer the database that the ledger was in (a standby took over, or it was put back or moved), and the ledger is held: stop every gateway, run chuanyu restore --data ${folder} --resume --seen FILE, and start them again`,
  )
}

/** Opens it in a database that other gateways may write to as well. Throws ConfigRefused before it is written to. `log` hears when it is no longer there. */
export async function openShared(
  folder: string,
  { url, connections, place }: PostgresConfig,
  { now, log }: { readonly now: Clock; readonly log: OperationsLog },
): Promise<Kept> {
  const db = await openPostgres({ url, connections })
  try {
    const size = await leavesIn(db)
    mustNotBeginAgain(folder, size, place)
    const store = await openPostgresStore({ db, now })
    const stands = await settlePlace(db)
    let held = !stands || readHold(folder) !== null || !(await goesOnFromSeen(folder, size, store.tile))
    const told = openTold(folder, (error) => log.error(error, null))
    if (!held)
      await stayInPlace(db, () => {
        held = true
        log.error(takenOver(folder, place), null)
        // Callers may have been told of more than is there now: whoever compares has to know.
        void told.keep()
      })
    const close = async (): Promise<void> => {
      await told.close()
      await store.close()
    }
    return {
      store: { ...store, close },
      blobs: postgresBlobs(db),
      writer: WRITES_ELSEWHERE,
      settle: () => sweepPostgresEvidence(db),
      held: () => held,
      async telling(head) {
        // What is held may be another history of the same size.
        if (held) return
        await keepSeen(folder, head())
        told.from(head)
      },
    }
  } catch (error) {
    await db.close().catch(() => undefined)
    throw error
  }
}
