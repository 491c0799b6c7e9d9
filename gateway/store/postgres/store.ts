/** The store on PostgreSQL, which several gateways may hold at once. */
import type { Clock, Store } from '../../ports.ts'
import { appendGroup } from '../sql/append.ts'
import { readsOver } from '../sql/reads.ts'
import { claimNonce, keepCosignature } from './commit.ts'
import type { Postgres } from './database.ts'
import { migrate, pendingSteps } from './schema.ts'
import { openWatch, type Watching } from './watch.ts'
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
  const watching: Watching[] = []
  return {
    ...readsOver(() => db),
    driver: 'postgresql',
    pendingSchema: async () => (await pendingSteps(db)).length,
    append: (head, entries, seal) => appendGroup(writer, head, entries, seal, now()),
    cosign: (row) => keepCosignature(db, row),
    claim: (use) => claimNonce(db, use),
    watch(ears) {
      watching.push(openWatch(db, ears))
    },
    async close() {
      await Promise.all(watching.map((one) => one.close()))
      await writer.close()
      await db.close()
    },
  }
}
