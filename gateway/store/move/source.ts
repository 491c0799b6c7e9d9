/** The SQLite file that a ledger moves out of: nobody else has it open, or opens it, until it is let go. */
import type { Database } from '../sqlite/database.ts'
import { openDatabase } from '../sqlite/database.ts'
import { migrate } from '../sqlite/migrations.ts'

/** Another process has the file open. */
export class InUse extends Error {
  override readonly name = 'InUse'
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_LOCKED')
}

/** Opens it, brought to the newest schema (`now` in ms), its log written back into it. Throws InUse. */
export async function openSource(file: string, now: number): Promise<Database> {
  const db = await openDatabase(file)
  try {
    // Who has a file open in WAL mode keeps a lock on it, however idle: it can be left by the last one alone.
    const [row] = await db.all('PRAGMA journal_mode = DELETE')
    if (row?.journal_mode !== 'delete') throw new InUse(file)
    await migrate(db, now)
    await db.exec('BEGIN EXCLUSIVE')
    // Whoever came meanwhile has brought it back to WAL mode, in which this lock keeps nobody from opening it.
    const [locked] = await db.all('PRAGMA journal_mode')
    if (locked?.journal_mode !== 'delete') throw new InUse(file)
    return db
  } catch (error) {
    await db.close()
    throw isBusy(error) ? new InUse(file, { cause: error }) : error
  }
}
