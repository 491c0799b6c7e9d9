/** Brings the embedded store to the newest schema. */
import {
  checksum,
  MIGRATION_APPLIED,
  MIGRATION_TABLE,
  MIGRATIONS,
  type Migration,
  pendingMigrations,
} from '../sql/schema.ts'
import type { Database } from './database.ts'

/**
 * Brings the database to the newest version, each step in a transaction of its own.
 * Throws when an applied step's checksum differs or when the database is newer than this program.
 */
export async function migrate(db: Database, now: number, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  await db.exec(MIGRATION_TABLE)
  for (const migration of await pendingMigrations(db, migrations)) {
    await db.exec('BEGIN IMMEDIATE')
    try {
      await db.exec(migration.sql)
      await db.run(MIGRATION_APPLIED, [migration.version, migration.name, checksum(migration), now])
      await db.exec('COMMIT')
    } catch (error) {
      await db.exec('ROLLBACK')
      throw error
    }
  }
}
