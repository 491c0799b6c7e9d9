/** A ledger that may be held, wherever its gateway keeps it: what it is compared by, and what lets it go on. */
import { join } from 'node:path'
import type { ReadConfig } from '../machine/config.ts'
import { STORE_FILE } from '../machine/operations.ts'
import { openPostgres } from '../store/postgres/database.ts'
import { holdPlace, isInPlace, keepPlace, othersAt } from '../store/postgres/place.ts'
import { REPLACE_CHECKPOINT, readHeadRoot, readLeafHashes } from '../store/sql/head.ts'
import { readTiles } from '../store/sql/read.ts'
import { readingFile, readSnapshot, replaceCheckpoint } from '../store/sqlite/snapshot.ts'
import { hold, letGo, readHold } from './hold.ts'
import { goesOnFromSeen } from './own-seen.ts'

/** The ledger of one data folder, its gateway stopped. */
export interface HeldLedger {
  isHeld(): Promise<boolean>
  /** How many leaves it has. Throws where it is damaged. */
  size(): Promise<number>
  /** The hashes of its first `count` leaves, side by side. */
  hashes(count: number): Promise<Uint8Array>
  /** Null without leaves. */
  head(): Promise<{ readonly size: number; readonly root: Uint8Array } | null>
  /** Throws while a gateway is at it. */
  mustBeAlone(): Promise<void>
  replaceCheckpoint(note: string): Promise<void>
  /** `since` an instant. */
  hold(since: string): Promise<void>
  letGo(): Promise<void>
  close(): Promise<void>
}

function fileLedger(data: string): HeldLedger {
  const file = join(data, STORE_FILE)
  const size = async (): Promise<number> => (await readSnapshot(file)).size
  return {
    isHeld: async () => readHold(data) !== null,
    size,
    hashes: (count) => readingFile(file, (db) => readLeafHashes(db, count)),
    head: () => readingFile(file, readHeadRoot),
    // Its own lock tells.
    mustBeAlone: async () => undefined,
    replaceCheckpoint: (note) => replaceCheckpoint(file, note),
    hold: async (since) => hold(data, { since, size: await size() }),
    letGo: () => letGo(data),
    close: async () => undefined,
  }
}

/** Opens the ledger of a data folder. Throws StoreFailed where its database cannot be reached. */
export async function openHeldLedger(data: string, { postgres }: Pick<ReadConfig, 'postgres'>): Promise<HeldLedger> {
  if (!postgres) return fileLedger(data)
  // One connection, so that every other one is somebody else's.
  const db = await openPostgres({ url: postgres.url, connections: 1 })
  const size = async (): Promise<number> => (await readHeadRoot(db))?.size ?? 0
  const tile = async (level: number, index: number): Promise<Uint8Array | null> =>
    (await readTiles(db, level, index, index))[0]?.hashes ?? null
  return {
    isHeld: async () =>
      readHold(data) !== null || !(await isInPlace(db)) || !(await goesOnFromSeen(data, await size(), tile)),
    size,
    hashes: (count) => readLeafHashes(db, count),
    head: () => readHeadRoot(db),
    async mustBeAlone() {
      const others = await othersAt(db)
      if (others > 0)
        throw new Error(
          `先停所有网关：${others} 个连接 · stop every gateway first: ${others} connections at ${postgres.place}`,
        )
    },
    replaceCheckpoint: (note) =>
      db.transaction(async (inside) => {
        await inside.run(REPLACE_CHECKPOINT, [note])
      }),
    hold: () => holdPlace(db),
    async letGo() {
      await keepPlace(db)
      await letGo(data)
    },
    close: () => db.close(),
  }
}
