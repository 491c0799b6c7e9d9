/** The embedded store: one writer connection behind a queue, read-only connections beside it, WAL with synchronous=FULL. */
import type { Clock, Store } from '../../ports.ts'
import { appendGroup } from '../sql/append.ts'
import { readsOver } from '../sql/reads.ts'
import { MIGRATIONS, pendingMigrations } from '../sql/schema.ts'
import { shareChunks } from '../sql/texts.ts'
import { type Database, openDatabase } from './database.ts'
import { type DriverName, sqliteDriver } from './driver.ts'
import { openWriter, PATIENCE } from './writer.ts'

/** Where the file is, which clock stamps migrations and expires nonces, how many read connections to keep, and how the writer is opened. */
export interface SqliteOptions {
  readonly file: string
  readonly now: Clock
  readonly readers?: number
  /** On this thread when nothing else is said. */
  readonly openWriter?: typeof openWriter
  /** The process's own choice when nothing is said. */
  readonly driver?: DriverName
}

/** Opens (and migrates) the store. Throws when the file was changed by hand or by a newer version. */
export async function openSqliteStore({ file, now, readers = 2, ...how }: SqliteOptions): Promise<Store> {
  const { name: driver } = await sqliteDriver(how.driver)
  const writer = await (how.openWriter ?? openWriter)(file, now(), { driver })
  const pool: Database[] = []
  for (let at = 0; at < readers; at++) {
    const reader = await openDatabase(file, { readOnly: true, patience: PATIENCE, driver })
    await reader.exec('PRAGMA query_only = ON')
    pool.push(reader)
  }
  shareChunks(pool)
  let turn = 0
  const reader = (): Database => {
    const one = pool[turn++ % pool.length]
    if (!one) throw new RangeError('expected a read connection')
    return one
  }
  let last: Promise<unknown> = Promise.resolve()
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next
    return next
  }

  return {
    ...readsOver(reader),
    driver,
    pendingSchema: async () => (await pendingMigrations(reader(), MIGRATIONS)).length,
    append: (head, entries, seal) => queued(() => appendGroup(writer, head, entries, seal, now())),
    cosign: (row) => queued(() => writer.cosign(row)),
    claim: (use) => queued(() => writer.claim(use)),
    async close() {
      await last.catch(() => undefined)
      await Promise.all(pool.map((one) => one.close()))
      await writer.close()
    },
  }
}
