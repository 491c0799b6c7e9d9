/** The store on Cloudflare D1: reads like the embedded store's, and one batch a commit. */
import type { Clock, Store } from '../../ports.ts'
import { cosignStatements } from '../sql/cosignatures.ts'
import { readSubmission } from '../sql/read.ts'
import { readsOver } from '../sql/reads.ts'
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
    ...readsOver(() => db),
    driver: 'd1',
    pendingSchema: async () => (await pendingMigrations(db, D1_MIGRATIONS)).length,
    append: (head, entries, seal) => appendGroup(db, head, entries, seal, now()),
    async submission(id) {
      const found = await readSubmission(db, id)
      return found && withTexts(db, found)
    },
    cosign: (row) => db.batch(cosignStatements(row)),
    claim: (use) => claimNonce(db, use),
    close: async () => undefined,
  }
}
