/** The embedded store: one writer connection behind a queue, read-only connections beside it, WAL with synchronous=FULL. */
import type { Clock, Store } from '../../ports.ts'
import { appendGroup } from '../sql/append.ts'
import { readCosignatures } from '../sql/cosignatures.ts'
import {
  readClaimed,
  readCurrentBodies,
  readDocuments,
  readHead,
  readLeaves,
  readRecords,
  readScope,
  readSteps,
  readSubmission,
  readSubmissionRecords,
  readTiles,
} from '../sql/read.ts'
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
    driver,
    pendingSchema: async () => (await pendingMigrations(reader(), MIGRATIONS)).length,
    head: () => readHead(reader()),
    append: (head, entries, seal) => queued(() => appendGroup(writer, head, entries, seal, now())),
    async tile(level, index) {
      return (await readTiles(reader(), level, index, index))[0]?.hashes ?? null
    },
    tiles: (level, from, to) => readTiles(reader(), level, from, to),
    leaves: (from, to) => readLeaves(reader(), from, to),
    records: (query) => readRecords(reader(), query),
    submission: (id) => readSubmission(reader(), id),
    submissionByScope: (scope) => readScope(reader(), scope),
    currentBodies: (dataset, party, keys) => readCurrentBodies(reader(), dataset, party, keys),
    submissionRecords: (id) => readSubmissionRecords(reader(), id),
    async document(id) {
      return (await readDocuments(reader(), 'id', id))[0] ?? null
    },
    documents: (kind) => readDocuments(reader(), 'kind', kind),
    steps: (after, limit) => readSteps(reader(), after, limit),
    cosign: (row) => queued(() => writer.cosign(row)),
    cosignatures: () => readCosignatures(reader()),
    claim: (use) => queued(() => writer.claim(use)),
    claimed: (use) => readClaimed(reader(), use),
    async close() {
      await last.catch(() => undefined)
      await Promise.all(pool.map((one) => one.close()))
      await writer.close()
    },
  }
}
