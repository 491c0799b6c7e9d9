/**
 * Moves a data folder's ledger into PostgreSQL. Until the copy is proven and committed the files alone are the ledger; from then on until the move
 * has ended no gateway goes on from the copy, and from the files none either once `gateway.json` names the database. A move that broke off is taken
 * up again by asking for it once more.
 */
import { join } from 'node:path'
import { equalBytes } from '../ledger/encoding.ts'
import { rootOf } from '../ledger/tree.ts'
import { readConfig } from '../machine/config.ts'
import { holdLock } from '../machine/lock.ts'
import { EVIDENCE_FOLDER, SECURITY_FOLDER, STORE_FILE } from '../machine/operations.ts'
import type { BlobStore, LedgerHead } from '../ports.ts'
import { folderBlobs } from '../store/blob-folder.ts'
import { type Copied, copyLedger } from '../store/move/copy.ts'
import { InUse, openSource } from '../store/move/source.ts'
import { isMoving, lockTarget, markMoving, targetOf } from '../store/move/target.ts'
import { postgresBlobs } from '../store/postgres/blobs.ts'
import type { Postgres } from '../store/postgres/database.ts'
import { isInPlace, keepPlace } from '../store/postgres/place.ts'
import { migrate, pendingSteps } from '../store/postgres/schema.ts'
import { readLeafHashes } from '../store/sql/head.ts'
import { readHead } from '../store/sql/read.ts'
import type { Rows } from '../store/sql/rows.ts'
import type { Database } from '../store/sqlite/database.ts'
import { readingFile } from '../store/sqlite/snapshot.ts'
import { ownFolder } from './durable.ts'
import { ASIDE_FOLDER, asideFile, nameDatabase, setEvidenceAside, setStoreAside } from './move-folder.ts'
import { mustBeFree, mustBeWhole, openTarget, type PlannedConfig, plannedConfig, whereFilesAre } from './move-plan.ts'
import { MoveRefused } from './move-refused.ts'
import { keepSeen } from './own-seen.ts'

/** What is done when it is told, in this order; from the commit on it is durable. */
export const MOVE_STEPS = [
  'checked',
  'proven',
  'committed',
  'configured',
  'seen',
  'store-aside',
  'evidence-aside',
] as const
/** One of `MOVE_STEPS`. */
export type MoveStep = (typeof MOVE_STEPS)[number]

/** What to move, and where to. */
export interface MoveOptions {
  readonly data: string
  /** May be left out where `gateway.json` names the database. */
  readonly to?: string
  /** ms */
  readonly now: number
  /** Proves the copy, inside of its transaction; what it throws undoes that. */
  prove(copy: { readonly db: Rows; readonly blobs: BlobStore }): Promise<void>
  readonly progress?: (done: number, of: number) => void
  /** Is waited for. */
  readonly reached?: (step: MoveStep) => void | Promise<void>
}

/** What became of it. `copied` is null where an earlier move had come so far that nothing was left to copy. */
export interface Moved {
  readonly head: LedgerHead
  readonly copied: Copied | null
  /** Host, port and database. */
  readonly place: string
  /** Where the former files lie. */
  readonly aside: string
}

function inUse(data: string): MoveRefused {
  return new MoveRefused(
    'conflict',
    { zh: `${data} 正在使用`, en: `${data} is in use` },
    { zh: '先停网关与其他命令，再执行一次', en: 'stop the gateway and other commands first, then run this once more' },
  )
}

/** Whether a ledger begins with all that a former one had. */
async function goesOnFrom(db: Rows, former: LedgerHead, { size }: LedgerHead): Promise<boolean> {
  if (former.root === null || size < former.size) return former.root === null
  return equalBytes(rootOf(await readLeafHashes(db, former.size)), former.root)
}

async function copy(source: Database, db: Postgres, config: PlannedConfig, options: MoveOptions): Promise<Copied> {
  const { data, prove, progress, reached } = options
  return db.transaction(
    async (inside) => {
      await inside.run('SET LOCAL idle_in_transaction_session_timeout = 0')
      await lockTarget(inside)
      // Nobody changes it now.
      const target = await targetOf(inside)
      mustBeFree(target, data, config)
      if (target.kind === 'moving' && !(await goesOnFrom(source, await readHead(inside), await readHead(source))))
        throw new MoveRefused(
          'conflict',
          {
            zh: `${config.postgres.place} 中有移到一半的账本，其中有这些文件没有的内容`,
            en: `${config.postgres.place} has a ledger whose move broke off, with what these files do not have`,
          },
          {
            zh: '在开始移动的数据目录再执行一次，或另建一个空的数据库',
            en: 'end that move with its own data folder, or make a new, empty database',
          },
        )
      const copied = await copyLedger({
        from: source,
        originals: folderBlobs(join(data, EVIDENCE_FOLDER)),
        to: inside,
        ...(progress ? { progress } : {}),
      })
      await markMoving(inside)
      await prove({ db: inside, blobs: postgresBlobs(inside) })
      await reached?.('proven')
      return copied
    },
    { patient: true },
  )
}

/** What is left once the copy is there. Each step may have been taken before. */
async function goOver(db: Postgres, head: LedgerHead, config: PlannedConfig, options: MoveOptions): Promise<void> {
  const { data, reached } = options
  try {
    await nameDatabase(data, config.postgres.url)
    await reached?.('configured')
    await keepSeen(data, head)
    await reached?.('seen')
    await setStoreAside(data)
    await reached?.('store-aside')
    await setEvidenceAside(data)
    await reached?.('evidence-aside')
    if (await isMoving(db)) await keepPlace(db)
  } catch (error) {
    if (error instanceof Error)
      error.message = `移到一半，排除后再执行一次 chuanyu move · the move broke off; mend this, and run chuanyu move once more: ${error.message}`
    throw error
  }
}

/** Ends a move whose copy is there: nothing is taken from the files any more. */
async function finish(
  files: Rows,
  db: Postgres,
  config: PlannedConfig,
  options: MoveOptions,
): Promise<Omit<Moved, 'place'>> {
  const { data } = options
  const { place } = config.postgres
  const former = await readHead(files)
  const { kind } = await targetOf(db)
  const head = kind === 'new' ? null : await readHead(db)
  const follows = head !== null && (await goesOnFrom(db, former, head))
  const stands = kind === 'moving' ? head?.size === former.size : await isInPlace(db)
  if (!head || !follows || !stands)
    throw new MoveRefused(
      'conflict',
      {
        zh: `文件中的账本有 ${former.size} 条，${place} 中不是它移入后的样子`,
        en: `the ledger in the files has ${former.size} leaves, and ${place} is not what it was moved into`,
      },
      {
        zh: '核对 postgres/url；数据库恢复过的，用 chuanyu restore --resume',
        en: 'check postgres/url; where the database was put back, chuanyu restore --resume',
      },
    )
  await goOver(db, head, config, options)
  return { head, copied: null, aside: join(data, ASIDE_FOLDER) }
}

async function moveFiles(db: Postgres, config: PlannedConfig, options: MoveOptions): Promise<Omit<Moved, 'place'>> {
  const { data, now, reached } = options
  // What cannot be is told before anything is written.
  await pendingSteps(db)
  const target = await targetOf(db)
  // Let go by other means, it is the ledger since: the configuration that names it keeps everybody from the files.
  const over = target.kind === 'taken' && target.size > 0 && readConfig(data).postgres !== null
  if (!over) mustBeFree(target, data, config)
  const source = await openSource(join(data, STORE_FILE), now).catch((error: unknown) => {
    throw error instanceof InUse ? inUse(data) : error
  })
  try {
    if (over) return await finish(source, db, config, options)
    const head = await mustBeWhole(source, data, config)
    await migrate(db, now)
    await reached?.('checked')
    const copied = await copy(source, db, config, options)
    await reached?.('committed')
    // The file is held until nobody who opens the folder would take it for the ledger.
    await goOver(db, head, config, options)
    return { head, copied, aside: join(data, ASIDE_FOLDER) }
  } finally {
    await source.close()
  }
}

/**
 * Moves it, or ends a move that broke off. Throws ConfigRefused, MoveRefused, CopyFailed and what `prove` throws with nothing changed; StoreFailed
 * where the database went away, which leaves the files as they were.
 */
export async function moveLedger(options: MoveOptions): Promise<Moved> {
  const { data, to } = options
  const config = plannedConfig(data, to)
  const files = whereFilesAre(data)
  const folder = join(data, SECURITY_FOLDER)
  await ownFolder(folder)
  const unlock = holdLock(folder)
  if (!unlock) throw inUse(data)
  try {
    const db = await openTarget(config.postgres)
    try {
      const moved =
        files === 'aside'
          ? readingFile(asideFile(data), (rows) => finish(rows, db, config, options))
          : moveFiles(db, config, options)
      return { ...(await moved), place: config.postgres.place }
    } finally {
      await db.close()
    }
  } finally {
    unlock()
  }
}
