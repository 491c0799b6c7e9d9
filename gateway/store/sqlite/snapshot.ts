/** The store's file as of one commit, taken while a gateway writes to it. */
import { REPLACE_CHECKPOINT } from '../sql/head.ts'
import { type Database, openDatabase } from './database.ts'

/** What a snapshot stands at: the ledger's head, and the submissions whose evidence lies in files of its own. */
export interface Snapshot {
  readonly size: number
  readonly checkpoint: string | null
  readonly evidence: readonly string[]
}

/** How long another gateway's commit is waited for, ms. */
const PATIENCE = 60_000

/** Copies the store at `file` to `to`, which must not be there. One read transaction; whoever writes goes on. Throws when the copy is not sound. */
export async function snapshotStore(file: string, to: string): Promise<Snapshot> {
  const source = await openDatabase(file, { readOnly: true, patience: PATIENCE })
  try {
    await source.run('VACUUM INTO ?', [to])
  } finally {
    await source.close()
  }
  return readSnapshot(to)
}

/** What a snapshot's file stands at. Throws when SQLite finds it damaged. */
export async function readSnapshot(file: string): Promise<Snapshot> {
  const copy = await openDatabase(file, { readOnly: true })
  try {
    const [check] = await copy.all('PRAGMA quick_check(1)')
    if (check?.quick_check !== 'ok') throw new Error(`${file}: ${String(check?.quick_check)}`)
    const [head] = await copy.all('SELECT size, checkpoint FROM head WHERE id = 1')
    const rows = await copy.all('SELECT id FROM submission WHERE evidence IS NULL ORDER BY id')
    return {
      size: Number(head?.size),
      checkpoint: typeof head?.checkpoint === 'string' ? head.checkpoint : null,
      evidence: rows.map(({ id }) => String(id)),
    }
  } finally {
    await copy.close()
  }
}

/** Reads of a file that nothing writes to meanwhile. */
export async function readingFile<T>(file: string, read: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(file, { readOnly: true })
  try {
    return await read(db)
  } finally {
    await db.close()
  }
}

/** Puts another signed note in the place of the head's; nobody else may have the file open. */
export async function replaceCheckpoint(file: string, note: string): Promise<void> {
  const db = await openDatabase(file)
  try {
    await db.exec('PRAGMA synchronous = FULL')
    await db.run(REPLACE_CHECKPOINT, [note])
  } finally {
    await db.close()
  }
}
