/** Evidence that was written for a commit that never came: a crash between the two leaves it behind, and no key opens it. */
import type { Postgres } from './database.ts'

/** How long before the ledger's last commit a blob must have been written to be no part of one under way, ms. */
const SETTLED = 3_600_000

const STRAYS = `DELETE FROM blob b USING head h
  WHERE h.id = 1 AND b.stored < h.time - ? AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.id = b.id)`

/**
 * Removes what belongs to no submission; resolves with how many blobs that were. Only those older than the ledger's last commit by an
 * hour count: a store put back from a backup knows nothing of what came after, and its evidence may yet be wanted.
 */
export async function sweepPostgresEvidence(db: Postgres): Promise<number> {
  return db.transaction((transaction) => transaction.run(STRAYS, [SETTLED]))
}
