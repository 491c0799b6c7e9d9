/** Tables as two databases tell of them, and rows that go from one into the other whole, whatever is in them. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BlobStore, Store } from '../../../gateway/ports.ts'
import { folderBlobs } from '../../../gateway/store/blob-folder.ts'
import { CopyFailed, copyLedger } from '../../../gateway/store/move/copy.ts'
import { stretchesOf } from '../../../gateway/store/move/pages.ts'
import { InUse, openSource } from '../../../gateway/store/move/source.ts'
import { difference, postgresTables, sqliteTables } from '../../../gateway/store/move/tables.ts'
import { isMoving, lockTarget, markMoving, targetOf } from '../../../gateway/store/move/target.ts'
import { postgresBlobs } from '../../../gateway/store/postgres/blobs.ts'
import { openPostgres, type Postgres, type Transaction } from '../../../gateway/store/postgres/database.ts'
import { isInPlace, keepPlace, settlePlace } from '../../../gateway/store/postgres/place.ts'
import { migrate } from '../../../gateway/store/postgres/schema.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { readHead } from '../../../gateway/store/sql/read.ts'
import { readsOver } from '../../../gateway/store/sql/reads.ts'
import type { SqlRow } from '../../../gateway/store/sql/rows.ts'
import { type Database, openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { DRIVER_NAMES } from '../../../gateway/store/sqlite/driver.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'
import { describePostgres } from '../../postgres.ts'
import { commit, document, entry, nonce, signature, stepped, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const ODD = ['a\0b', 'a\u00010', '\0', '\u0001', '"\\\'{},', '川渝 𠮷\n', ''] as const
const LARGE = 3 * 1024 * 1024

/** A ledger of odd texts, absent values, a row larger than any page, more rows than one has, and originals in files. */
async function fill(store: Store, blobs: BlobStore): Promise<void> {
  for (const [at, text] of ODD.entries()) {
    const id = `${text}#${at}`
    await blobs.put(`original-${at}`, Buffer.alloc(at * 1000, at))
    await commit(
      store,
      submitted(
        [
          { key: id, body: `{"v":"${at}"}`, subject: text },
          { key: 'same', body: `{"v":"${at % 3}"}` },
        ],
        { id: `original-${at}`, scope: text, agency: text, evidence: null },
      ),
      submitted([{ key: `${id}beside`, body: '{}' }], { id: `${id}beside`, evidence: Uint8Array.of(0, at, 255) }),
      entry({ nonce: nonce(id, text), opening: { header: text, salt: new Uint8Array(16) } }),
      entry({ document: document(id, 'release', { payload: text, supersedes: at > 0 ? text : null }) }),
      entry({ signature: signature(id, 'cq') }),
      entry({ signature: signature(id, 'sc') }),
      stepped(id, 1, text),
    )
  }
  await commit(store, entry({ document: document('large', 'release', { payload: 'p'.repeat(LARGE) }) }))
  await commit(store, ...Array.from({ length: 4100 }, () => entry()))
  const many = Array.from({ length: 900 }, (_, at) => ({
    key: `many-${at}`,
    body: `{"at":"${String(at).repeat(60)}"}`,
  }))
  await commit(store, submitted(many, { id: 'original-many' }))
  await blobs.put('original-many', Buffer.alloc(100_000, 7))
  for (const witness of ['w/1', 'w/2'])
    await store.cosign({ witness, size: 3, time: 9, checkpoint: 'c\n', signature: `${witness} signs` })
}

describe('the tables of two databases', () => {
  const one = (columns: [string, 'i' | 't'][], key = ['id']) => [{ name: 'leaf', columns: new Map(columns), key }]

  test('differ by a table, a column, a type or a key, and not by the order of columns', () => {
    const own = one([
      ['id', 'i'],
      ['text', 't'],
    ])
    expect(difference(own, own)).toBeNull()
    expect(difference(own, one([...(own[0]?.columns ?? [])].reverse()))).toBeNull()
    for (const other of [
      [],
      [...own, { name: 'later', columns: new Map(), key: [] }],
      one([['id', 'i']]),
      one([
        ['id', 'i'],
        ['text', 'i'],
      ]),
      one([...(own[0]?.columns ?? [])], ['text']),
    ]) {
      expect(difference(own, other)).toMatch(/^(?:leaf|later) /)
      expect(difference(other, own)).toMatch(/^(?:leaf|later) /)
    }
  })
})

describePostgres('a ledger that moves from a file into PostgreSQL', (server) => {
  let folder: string
  let file: string
  let blobs: BlobStore
  let db: Postgres
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chuanyu-move-'))
    file = join(folder, 'chuanyu.sqlite')
    blobs = folderBlobs(join(folder, 'evidence'))
    const store = await openSqliteStore({ file, now: () => 0 })
    await fill(store, blobs)
    await store.close()
    db = await openPostgres({ url: await server.fresh() })
    await migrate(db, 0)
  }, 60_000)
  afterAll(async () => {
    await db?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function withSource<T>(use: (source: Database) => Promise<T>): Promise<T> {
    const source = await openSource(file, 0)
    try {
      return await use(source)
    } finally {
      await source.close()
    }
  }
  const copied = (to: Transaction, originals = blobs) => withSource((from) => copyLedger({ from, originals, to }))

  test('takes every table there is: none is in the one schema alone, and all of them are moved', async () => {
    const ours = await withSource(sqliteTables)
    expect(difference(ours, await postgresTables(db))).toBeNull()
    const all = await db.all('SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()')
    const { rows } = await db.transaction((inside) => copied(inside))
    // What each database keeps for itself, and evidence, which elsewhere lies in files.
    expect([...Object.keys(rows), 'migration', 'place', 'blob'].sort()).toEqual(all.map(({ name }) => name).sort())
    for (const [name, count] of Object.entries(rows)) expect(count, name).toBeGreaterThan(0)
  })

  test.each(DRIVER_NAMES)('comes out row by row as it went in, texts with U+0000 too, read by %s', async (driver) => {
    await db.transaction((inside) => copied(inside))
    const source = await openDatabase(file, { driver })
    try {
      for (const { name, columns, key } of await sqliteTables(source)) {
        const sql = `SELECT ${[...columns.keys()].map((column) => `"${column}"`)} FROM ${name} ORDER BY ${key}`
        const plain = (rows: readonly SqlRow[]) =>
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([column, value]) => [
                column,
                value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
              ]),
            ),
          )
        expect(plain(await db.all(sql)), name).toEqual(plain(await source.all(sql)))
      }
    } finally {
      await source.close()
    }
  })

  test('answers every question as the file does, and is appended to behind the same head', async () => {
    await db.transaction((inside) => copied(inside))
    const other = readsOver(() => db)
    const store = await openSqliteStore({ file, now: () => 0 })
    try {
      expect(await other.head()).toEqual(await store.head())
      for (const text of ODD) {
        const found = await other.submissionByScope(text)
        expect(found).not.toBeNull()
        expect(found).toEqual(await store.submissionByScope(text))
        for (const query of [{ subject: text }, { party: 'cq' as const }, { asOf: 20 }, { revisions: true }]) {
          const asked = { dataset: 'water', limit: 2000, ...query }
          const records = await other.records(asked)
          expect(records.length).toBeGreaterThan(0)
          expect(records).toEqual(await store.records(asked))
        }
      }
      expect(await other.documents('release')).toEqual(await store.documents('release'))
      expect(await other.cosignatures()).toEqual(await store.cosignatures())
    } finally {
      await store.close()
    }
    const moved = await openPostgresStore({ db: { ...db, close: async () => undefined }, now: () => 0 })
    const { size } = await moved.head()
    const [outcome] = await commit(moved, submitted([{ key: 'same', body: '{"v":"new"}' }]))
    expect(outcome).toMatchObject({ ok: true, place: { index: size } })
    const [last] = (await moved.records({ dataset: 'water', party: 'cq', limit: 9999 })).slice(-1)
    expect(last).toMatchObject({ key: 'same', revision: ODD.length + 1 })
    await moved.close()
  })

  test('goes over page by page: a row larger than a page by itself, the others together, each once', async () => {
    await withSource(async (source) => {
      for (const table of await sqliteTables(source)) {
        const stretches = await Array.fromAsync(stretchesOf(source, table))
        for (const [at, { after }] of stretches.entries()) expect(after).toEqual(stretches[at - 1]?.to ?? null)
        if (table.name === 'leaf') expect(stretches.length).toBe(3)
        // Those before the large one, itself, and the one behind it.
        if (table.name === 'document') expect(stretches.length).toBe(3)
      }
    })
  })

  test('does not count when an original is not there, or a row is not what it was', async () => {
    const lost: BlobStore = { ...blobs, get: async (id) => (id === 'original-3' ? null : blobs.get(id)) }
    const missing = db.transaction((inside) => copied(inside, lost))
    await expect(missing).rejects.toThrow(new CopyFailed('the original of original-3 is missing'))
    await db.all(`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.n = 1 AND NEW.stream LIKE '%#5' THEN NEW.party := 'cq'; END IF; RETURN NEW; END $$`)
    await db.all('CREATE TRIGGER spoil BEFORE INSERT ON step FOR EACH ROW EXECUTE FUNCTION spoil()')
    try {
      const spoilt = db.transaction((inside) => copied(inside))
      await expect(spoilt).rejects.toThrow(new CopyFailed('a row of step did not come back as it went in'))
    } finally {
      await db.all('DROP FUNCTION spoil CASCADE')
    }
    await db.all(`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.bytes := NEW.bytes || '\\x00'; RETURN NEW; END $$`)
    await db.all('CREATE TRIGGER spoil BEFORE INSERT ON blob FOR EACH ROW EXECUTE FUNCTION spoil()')
    try {
      await expect(db.transaction((inside) => copied(inside))).rejects.toThrow('did not come back as it went in')
    } finally {
      await db.all('DROP FUNCTION spoil CASCADE')
    }
  })

  test('does not go into a database whose tables are others', async () => {
    await db.all('ALTER TABLE tile ADD COLUMN more bigint')
    try {
      await expect(db.transaction((inside) => copied(inside))).rejects.toThrow('the schemas differ: tile')
    } finally {
      await db.all('ALTER TABLE tile DROP COLUMN more')
    }
  })

  test('has the file to itself: not while another has it open, and nobody opens it meanwhile', async () => {
    const store = await openSqliteStore({ file, now: () => 0 })
    await expect(openSource(file, 0)).rejects.toThrow(InUse)
    await store.close()
    await withSource(async () => {
      const other = await openDatabase(file, { patience: 50 })
      await expect(other.all('SELECT size FROM head')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
      await other.close()
    })
    const again = await openSqliteStore({ file, now: () => 0 })
    await again.close()
  })

  test('has all of it in the one file, also what a crash had left in the log beside it', async () => {
    const crashed = join(folder, 'crashed')
    const store = await openSqliteStore({ file, now: () => 0 })
    await commit(store, entry())
    const head = await store.head()
    for (const end of ['', '-wal', '-shm']) cpSync(`${file}${end}`, join(crashed, `chuanyu.sqlite${end}`))
    await store.close()
    const source = await openSource(join(crashed, 'chuanyu.sqlite'), 0)
    expect(await readHead(source)).toEqual(head)
    await source.close()
    expect(readdirSync(crashed)).toEqual(['chuanyu.sqlite'])
  })

  describe('a database to move into', () => {
    let target: Postgres
    beforeAll(async () => {
      target = await openPostgres({ url: await server.fresh() })
    })
    afterAll(() => target.close())

    test('is new without tables, and with empty ones; never once a gateway has opened it, or anything is in it', async () => {
      expect(await targetOf(target)).toEqual({ kind: 'new' })
      await migrate(target, 0)
      expect(await targetOf(target)).toEqual({ kind: 'new' })
      await postgresBlobs(target).put('somebodys', new Uint8Array())
      expect(await targetOf(target)).toEqual({ kind: 'taken', size: 0 })
      await postgresBlobs(target).delete('somebodys')
      expect(await targetOf(target)).toEqual({ kind: 'new' })
      // What is in tables of others beside them is not the ledger's.
      await target.all("CREATE TABLE others AS SELECT 1.5 AS price, '{}'::json AS more")
      expect(await targetOf(target)).toEqual({ kind: 'new' })
      await settlePlace(target)
      expect(await targetOf(target)).toEqual({ kind: 'taken', size: 0 })
      await target.all('DELETE FROM place')
    })

    test('is held by whoever opens it until the move has ended, also by who wanted to open it meanwhile', async () => {
      const inside = await target.begin()
      await lockTarget(inside)
      const early = settlePlace(target)
      await copied(inside)
      await markMoving(inside)
      await inside.commit()
      expect(await early).toBe(false)
      expect([await isMoving(target), await settlePlace(target), await isInPlace(target)]).toEqual([true, false, false])
      expect(await targetOf(target)).toMatchObject({
        kind: 'moving',
        checkpoint: expect.stringContaining('gateway.test'),
      })
      await keepPlace(target)
      expect([await isMoving(target), await settlePlace(target)]).toEqual([false, true])
      expect(await targetOf(target)).toMatchObject({ kind: 'taken', size: expect.any(Number) })
    })
  })
})
