/** Where worlds keep their ledgers: SQLite, or PostgreSQL where CHUANYU_TEST_STORE says `postgresql`, each world in a schema of its own. */
import { join } from 'node:path'
import type { BlobStore, Clock, Store } from '../../gateway/ports.ts'
import { folderBlobs } from '../../gateway/store/blob-folder.ts'
import { postgresBlobs } from '../../gateway/store/postgres/blobs.ts'
import { openPostgres } from '../../gateway/store/postgres/database.ts'
import { openPostgresStore } from '../../gateway/store/postgres/store.ts'
import { openSqliteStore } from '../../gateway/store/sqlite/store.ts'
import type { TestPostgres } from '../postgres.ts'

let server: TestPostgres | null = null
const inPostgres = process.env.CHUANYU_TEST_STORE === 'postgresql'
if (inPostgres) {
  // Worlds are opened outside of tests too, where vitest cannot be had.
  const { afterAll, beforeAll } = await import('vitest')
  const { startPostgres } = await import('../postgres.ts')
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.close(), 60_000)
}

/** The store and the blobs of one world, whose folder is there. */
export async function openWorldStore(
  folder: string,
  now: Clock,
): Promise<{ readonly store: Store; readonly blobs: BlobStore }> {
  if (!inPostgres)
    return {
      store: await openSqliteStore({ file: join(folder, 'gateway.db'), now, readers: 3 }),
      blobs: folderBlobs(join(folder, 'evidence')),
    }
  if (!server) throw new TypeError('expected the server to run')
  const db = await openPostgres({ url: await server.fresh('schema') })
  return { store: await openPostgresStore({ db, now }), blobs: postgresBlobs(db) }
}
