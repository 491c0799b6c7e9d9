/** D1's schema: the common one, and what only D1 needs; applied in batches when the store is opened. */
import {
  checksum,
  MIGRATION_APPLIED,
  MIGRATION_TABLE,
  MIGRATIONS,
  type Migration,
  pendingMigrations,
} from '../sql/schema.ts'
import type { Database } from './database.ts'

/** The common steps, then D1's own, which are numbered from 1001. */
export const D1_MIGRATIONS: readonly Migration[] = [
  ...MIGRATIONS,
  {
    version: 1001,
    name: 'long texts of submissions',
    // A row may have 2,000,000 bytes; the rejections of one file may have more.
    sql: `
CREATE TABLE submission_text (
  submission TEXT NOT NULL REFERENCES submission (id),
  name TEXT NOT NULL,
  part INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (submission, name, part)
) STRICT, WITHOUT ROWID;
`,
  },
]

function statementsOf(sql: string): string[] {
  return sql.split(';').filter((statement) => statement.trim() !== '')
}

/**
 * Brings the database to the newest version, each step in a batch of its own.
 * Throws when an applied step's checksum differs or when the database is newer than this program.
 */
export async function migrate(
  db: Database,
  now: number,
  migrations: readonly Migration[] = D1_MIGRATIONS,
): Promise<void> {
  await db.batch([{ sql: MIGRATION_TABLE, params: [] }])
  for (const migration of await pendingMigrations(db, migrations)) {
    const { version, name, sql } = migration
    const steps = statementsOf(sql).map((statement) => ({ sql: statement, params: [] }))
    const applied = { sql: MIGRATION_APPLIED, params: [version, name, checksum(migration), now] }
    try {
      await db.batch([...steps, applied])
    } catch (error) {
      // Two isolates may open a new database at once; the one that comes second finds the step taken.
      if ((await pendingMigrations(db, migrations)).some((pending) => pending.version === version)) throw error
    }
  }
}
