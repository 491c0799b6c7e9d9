/** Evidence in PostgreSQL, a row a blob; durable when `put` resolves. */
import type { BlobStore } from '../../ports.ts'
import type { Postgres } from './database.ts'

const ID = /^[A-Za-z0-9_-]{8,64}$/

function checked(id: string): string {
  if (!ID.test(id)) throw new TypeError('a blob id is 8 to 64 characters of A–Z, a–z, 0–9, - and _')
  return id
}

const PUT = 'INSERT INTO blob (id, bytes) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes'

/** Blobs in the table `blob`, which the store's schema brings. What the database refuses is a StoreFailed. */
export function postgresBlobs(db: Pick<Postgres, 'all'>): BlobStore {
  return {
    async put(id, bytes) {
      await db.all(PUT, [checked(id), bytes])
    },
    async get(id) {
      const [row] = await db.all('SELECT bytes FROM blob WHERE id = ?', [checked(id)])
      return row?.bytes instanceof Uint8Array ? row.bytes : null
    },
    async delete(id) {
      await db.all('DELETE FROM blob WHERE id = ?', [checked(id)])
    },
  }
}
