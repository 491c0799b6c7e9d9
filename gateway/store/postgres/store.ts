/** The store on PostgreSQL, which several gateways may hold at once. */
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
import { claimNonce, keepCosignature } from './commit.ts'
import type { Postgres } from './database.ts'
import { migrate, pendingSteps } from './schema.ts'
import { openWriter } from './writer.ts'

/** The database, and which clock stamps migrations and expires nonces. */
export interface PostgresStoreOptions {
  readonly db: Postgres
  readonly now: Clock
}

/** Opens (and migrates) the store, which closes the database with itself. Throws when the schema was changed by hand or by a newer version. */
export async function openPostgresStore({ db, now }: PostgresStoreOptions): Promise<Store> {
  await migrate(db, now())
  const writer = openWriter(db)
  return {
    driver: 'postgresql',
    pendingSchema: async () => (await pendingSteps(db)).length,
    head: () => readHead(db),
    append: (head, entries, seal) => appendGroup(writer, head, entries, seal, now()),
    async tile(level, index) {
      return (await readTiles(db, level, index, index))[0]?.hashes ?? null
    },
    tiles: (level, from, to) => readTiles(db, level, from, to),
    leaves: (from, to) => readLeaves(db, from, to),
    records: (query) => readRecords(db, query),
    submission: (id) => readSubmission(db, id),
    submissionByScope: (scope) => readScope(db, scope),
    currentBodies: (dataset, party, keys) => readCurrentBodies(db, dataset, party, keys),
    submissionRecords: (id) => readSubmissionRecords(db, id),
    async document(id) {
      return (await readDocuments(db, 'id', id))[0] ?? null
    },
    documents: (kind) => readDocuments(db, 'kind', kind),
    steps: (after, limit) => readSteps(db, after, limit),
    cosign: (row) => keepCosignature(db, row),
    cosignatures: () => readCosignatures(db),
    claim: (use) => claimNonce(db, use),
    claimed: (use) => readClaimed(db, use),
    async close() {
      await writer.close()
      await db.close()
    },
  }
}
