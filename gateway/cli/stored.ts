/** A gateway's own ledger as its folder says where it is, opened to be read only. */
import { join } from 'node:path'
import { EVIDENCE_FOLDER, STORE_FILE } from '../machine/operations.ts'
import type { PostgresConfig } from '../machine/postgres.ts'
import type { BlobStore } from '../ports.ts'
import { folderBlobs } from '../store/blob-folder.ts'
import { postgresBlobs } from '../store/postgres/blobs.ts'
import { openPostgres } from '../store/postgres/database.ts'
import type { Rows } from '../store/sql/rows.ts'
import { openDatabase } from '../store/sqlite/database.ts'
import { auditPostgres, auditSqlite } from './audit/database.ts'

/** The ledger, and how what is peculiar to its database is audited. */
export interface StoredLedger {
  readonly db: Rows
  readonly blobs: BlobStore
  readonly auditDatabase: typeof auditSqlite
}

// As of one commit, for as long as it takes, without keeping any gateway from writing.
const SNAPSHOT = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY'
const NO_HURRY = 'SET LOCAL idle_in_transaction_session_timeout = 0'

/** One connection reads the ledger, one the evidence. */
const CONNECTIONS = 2

/** Reads it. Throws StoreFailed where its database cannot be reached. */
export async function withStored<T>(
  folder: string,
  postgres: PostgresConfig | null,
  read: (stored: StoredLedger) => Promise<T>,
): Promise<T> {
  if (postgres) {
    const db = await openPostgres({ url: postgres.url, connections: CONNECTIONS })
    try {
      return await db.transaction(
        async (inside) => {
          await inside.run(SNAPSHOT)
          await inside.run(NO_HURRY)
          return read({ db: inside, blobs: postgresBlobs(db), auditDatabase: auditPostgres })
        },
        { patient: true },
      )
    } finally {
      await db.close()
    }
  }
  const db = await openDatabase(join(folder, STORE_FILE), { readOnly: true })
  try {
    return await read({ db, blobs: folderBlobs(join(folder, EVIDENCE_FOLDER)), auditDatabase: auditSqlite })
  } finally {
    await db.close()
  }
}
