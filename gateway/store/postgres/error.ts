/** What PostgreSQL or the way to it refuses: told apart by SQLSTATE (PostgreSQL documentation, appendix A). */
import { DatabaseError } from 'pg'
import { StoreFailed } from '../../ports.ts'

/** Classes that waiting, or whoever operates the database, may mend: nothing is wrong with the statement. */
const CLASSES: ReadonlySet<string> = new Set([
  '08', // the connection
  '25', // a server that only reads, a transaction that lay idle for too long
  '28', // a role or password that does not count
  '3D', // a database that is not there
  '40', // a deadlock
  '53', // a full disk, too many connections, no memory
  '55', // a lock that was not to be had
  '57', // a server that stops or starts, a statement cut off for its time
  '58', // a disk that fails
])
const PRIVILEGE = '42501'

/** The COMMIT was sent and its answer never came: what it was to write is there wholly, or not at all. */
export class CommitLost extends StoreFailed {}

/** The database is elsewhere than where its ledger was settled, as after a standby took over: nothing is written to it. */
export class Elsewhere extends StoreFailed {}

/** The function of the server that warns of a commit which its standbys may not have, and then calls it done all the same. */
const UNREPLICATED = 'SyncRepWaitForLSN'

/** Whether a notice takes back what a commit promises: it was told to wait for its standbys no longer. */
export function breaksPromise({ routine }: { readonly routine?: string | undefined }): boolean {
  return routine === UNREPLICATED
}

/** An error in a line; that of several addresses tried at once has none of its own. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}

/** Whether a connection is no more after this error. */
export function endsConnection(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.severity === 'FATAL' || error.severity === 'PANIC'
}

/** An error as `StoreFailed` when the database cannot be used now; any other as it is. A mistake of the program is a TypeError or RangeError. */
export function unlessOutOfService(error: unknown): unknown {
  if (error instanceof StoreFailed || error instanceof TypeError || error instanceof RangeError) return error
  if (error instanceof DatabaseError) {
    const code = error.code ?? ''
    if (!CLASSES.has(code.slice(0, 2)) && code !== PRIVILEGE) return error
  }
  return new StoreFailed(messageOf(error), { cause: error })
}
