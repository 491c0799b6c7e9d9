import { afterEach, expect, test, vi } from 'vitest'
import { postgresBlobs } from '../../../gateway/store/postgres/blobs.ts'
import { openPostgres, type Postgres } from '../../../gateway/store/postgres/database.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { sweepPostgresEvidence } from '../../../gateway/store/postgres/sweep.ts'
import { describePostgres } from '../../postgres.ts'
import { commit, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const HOUR = 3_600_000
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describePostgres('evidence in PostgreSQL', (server) => {
  async function opened() {
    const url = await server.fresh()
    const db = await openPostgres({ url })
    const store = await openPostgresStore({ db, now: Date.now })
    closing.push(() => store.close())
    return { url, db, store, blobs: postgresBlobs(db) }
  }
  const set = async (db: Postgres, id: string, stored: number) =>
    db.all('UPDATE blob SET stored = ? WHERE id = ?', [stored, id])
  const ids = async (db: Postgres) => (await db.all('SELECT id FROM blob ORDER BY id')).map(({ id }) => id)

  test('comes back byte for byte, to whoever opens the database, until it is deleted', async () => {
    const { url, blobs } = await opened()
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 7) & 255)
    await blobs.put('evidence-1', bytes)
    const other = await openPostgres({ url })
    closing.push(() => other.close())
    const found = await postgresBlobs(other).get('evidence-1')
    expect(Buffer.from(found ?? []).equals(bytes)).toBe(true)
    await postgresBlobs(other).delete('evidence-1')
    expect(await blobs.get('evidence-1')).toBeNull()
  })

  test('that was never put is not there, and may be deleted', async () => {
    const { blobs } = await opened()
    expect(await blobs.get('evidence-2')).toBeNull()
    await blobs.delete('evidence-2')
  })

  test('put twice is what was put last', async () => {
    const { blobs } = await opened()
    await blobs.put('evidence-3', Uint8Array.of(1))
    await blobs.put('evidence-3', new Uint8Array())
    expect((await blobs.get('evidence-3'))?.length).toBe(0)
  })

  test.each(['short', 'x'.repeat(65), '../../etc/passwd', 'a b c d e f', ''])(
    'of the name %j is refused',
    async (id) => {
      const { blobs } = await opened()
      await expect(blobs.put(id, new Uint8Array())).rejects.toThrow(TypeError)
      await expect(blobs.get(id)).rejects.toThrow(TypeError)
      await expect(blobs.delete(id)).rejects.toThrow(TypeError)
    },
  )

  test('is on the disk when it has been put, whatever the server was set to', async () => {
    const { url } = await opened()
    await server.ask("ALTER ROLE CURRENT_USER SET synchronous_commit = 'off'")
    try {
      const asked = "SELECT current_setting('synchronous_commit') AS value"
      expect(await server.ask(asked)).toEqual([{ value: 'off' }])
      const other = await openPostgres({ url })
      closing.push(() => other.close())
      expect(await other.all(asked)).toEqual([{ value: 'on' }])
      expect(await other.transaction((transaction) => transaction.all(asked))).toEqual([{ value: 'on' }])
    } finally {
      await server.ask('ALTER ROLE CURRENT_USER RESET synchronous_commit')
    }
  })

  test('that no submission has goes once it is an hour older than the last commit; all other stays', async () => {
    const { db, store, blobs } = await opened()
    const committed = Date.now()
    for (const id of ['stray-old', 'stray-young', 'stray-later', 'known-old']) await blobs.put(id, Uint8Array.of(1))
    await commit(store, submitted([{ key: 'k', body: '{}' }], { id: 'known-old' }))
    await db.all('UPDATE head SET time = ?', [committed])
    await set(db, 'stray-old', committed - HOUR - 1)
    await set(db, 'known-old', committed - 900 * HOUR)
    await set(db, 'stray-young', committed - HOUR)
    await set(db, 'stray-later', committed + 5 * HOUR)
    expect(await sweepPostgresEvidence(db)).toBe(1)
    expect(await ids(db)).toEqual(['known-old', 'stray-later', 'stray-young'])
    expect(await sweepPostgresEvidence(db)).toBe(0)
  })

  test('is told its time by the server', async () => {
    const { db, blobs } = await opened()
    await blobs.put('evidence-5', Uint8Array.of(1))
    const [row] = await db.all('SELECT stored FROM blob')
    expect(Math.abs(Number(row?.stored) - Date.now())).toBeLessThan(60_000)
  })

  test('of an empty ledger is left alone', async () => {
    const { db, blobs } = await opened()
    await blobs.put('evidence-6', Uint8Array.of(1))
    await set(db, 'evidence-6', 0)
    expect(await sweepPostgresEvidence(db)).toBe(0)
  })
})
