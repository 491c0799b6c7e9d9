/** The store on Cloudflare D1: reads like the embedded store's, and one batch a commit. */
import type { Clock, Store } from '../../ports.ts'
import { cosignStatements, readCosignatures } from '../sql/cosignatures.ts'
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
import { pendingMigrations } from '../sql/schema.ts'
import { appendGroup, claimNonce } from './append.ts'
import type { D1Binding } from './binding.ts'
import { d1Database } from './database.ts'
import { D1_MIGRATIONS, migrate } from './schema.ts'
import { withTexts } from './texts.ts'

/** Which database, and which clock stamps migrations and expires nonces. */
export interface D1Options {
  readonly binding: D1Binding
  readonly now: Clock
}

/** Opens (and migrates) the store. Throws when the database was changed by hand or by a newer version. */
export async function openD1Store({ binding, now }: D1Options): Promise<Store> {
  const db = d1Database(binding)
  await migrate(db, now())
  return {
    driver: 'd1',
    pendingSchema: async () => (await pendingMigrations(db, D1_MIGRATIONS)).length,
    head: () => readHead(db),
    append: (head, entries, seal) => appendGroup(db, head, entries, seal, now()),
    async tile(level, index) {
      return (await readTiles(db, level, index, index))[0]?.hashes ?? null
    },
    tiles: (level, from, to) => readTiles(db, level, from, to),
    leaves: (from, to) => readLeaves(db, from, to),
    records: (query) => readRecords(db, query),
    async submission(id) {
      const found = await readSubmission(db, id)
      return found && withTexts(db, found)
    },
    submissionByScope: (scope) => readScope(db, scope),
    currentBodies: (dataset, party, keys) => readCurrentBodies(db, dataset, party, keys),
    submissionRecords: (id) => readSubmissionRecords(db, id),
    async document(id) {
      return (await readDocuments(db, 'id', id))[0] ?? null
    },
    documents: (kind) => readDocuments(db, 'kind', kind),
    steps: (after, limit) => readSteps(db, after, limit),
    cosign: (row) => db.batch(cosignStatements(row)),
    cosignatures: () => readCosignatures(db),
    claim: (use) => claimNonce(db, use),
    claimed: (use) => readClaimed(db, use),
    close: async () => undefined,
  }
}
