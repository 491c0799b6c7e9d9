import { afterEach, expect, test, vi } from 'vitest'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { migrate, POSTGRES_MIGRATIONS } from '../../../gateway/store/postgres/schema.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { MIGRATIONS } from '../../../gateway/store/sql/schema.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { migrate as migrateSqlite } from '../../../gateway/store/sqlite/migrations.ts'
import { describePostgres } from '../../postgres.ts'
import { entry, indices } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describePostgres('the schema of PostgreSQL', (server) => {
  async function connected(url: string) {
    const db = await openPostgres({ url })
    closing.push(() => db.close())
    return db
  }
  const opened = async (url: string) => openPostgresStore({ db: await connected(url), now: () => 7 })

  test('has the tables and columns of the embedded store, and beside them evidence and where it stands', async () => {
    const url = await server.fresh()
    await opened(url)
    const found = await (await connected(url)).all(
      'SELECT table_name AS t, column_name AS c, ordinal_position::int AS at FROM information_schema.columns WHERE table_schema = current_schema()',
    )
    const own = new Set<unknown>(['blob', 'place'])
    const columns = found.filter(({ t }) => !own.has(t)).map(({ t, c, at }) => `${t} ${at} ${c}`)
    const file = await openDatabase(':memory:')
    closing.push(() => file.close())
    await migrateSqlite(file, 0, MIGRATIONS)
    const expected = await file.all(
      `SELECT m.name AS t, c.name AS c, c.cid + 1 AS at FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`,
    )
    expect(columns.sort()).toEqual(expected.map(({ t, c, at }) => `${t} ${at} ${c}`).sort())
    const beside = found.flatMap(({ t, c }) => (own.has(t) ? [`${t} ${c}`] : []))
    expect(beside.sort()).toEqual(['blob bytes', 'blob id', 'blob stored', 'place id', 'place place'])
  })

  test('sorts and compares every text by its bytes', async () => {
    const url = await server.fresh()
    await opened(url)
    const others = await (await connected(url)).all(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`,
    )
    expect(others).toEqual([])
  })

  test('is made once by gateways that start at once, each of which then works', async () => {
    const url = await server.fresh()
    const stores = await Promise.all(Array.from({ length: 6 }, () => opened(url)))
    for (const [at, store] of stores.entries()) expect(await indices(store, entry())).toEqual([at])
    const [first] = stores
    expect(await first?.pendingSchema()).toBe(0)
    const applied = await (await connected(url)).all('SELECT version, applied FROM migration ORDER BY version')
    expect(applied).toEqual(POSTGRES_MIGRATIONS.map(({ version }) => ({ version, applied: 7 })))
  })

  test.each([
    ['a step that was changed since', "UPDATE migration SET checksum = 'another'", 'changed after it was applied'],
    ['a step it does not know', "INSERT INTO migration VALUES (999, 'later', 'c', 0)", 'newer version'],
  ])('with %s is not opened', async (_, sql, reason) => {
    const url = await server.fresh()
    const store = await opened(url)
    await (await connected(url)).all(sql)
    await expect(opened(url)).rejects.toThrow(reason)
    await expect(store.pendingSchema()).rejects.toThrow(reason)
  })

  test('takes a step that is new, and keeps what is there', async () => {
    const url = await server.fresh()
    const store = await opened(url)
    await indices(store, entry())
    const db = await connected(url)
    const more = [...POSTGRES_MIGRATIONS, { version: 900, name: 'more', sql: 'CREATE TABLE more (a bigint);' }]
    await migrate(db, 8, more)
    await migrate(db, 9, more)
    expect(await db.all('SELECT version, applied FROM migration WHERE version = 900')).toEqual([
      { version: 900, applied: 8 },
    ])
    expect((await store.head()).size).toBe(1)
    // This program does not know of it.
    await expect(store.pendingSchema()).rejects.toThrow('newer version')
  })

  test('leaves nothing of a step that fails half-way', async () => {
    const url = await server.fresh()
    const db = await connected(url)
    const broken = [{ version: 1, name: 'broken', sql: 'CREATE TABLE half (a bigint); CREATE TABLE half (a bigint);' }]
    await expect(migrate(db, 0, broken)).rejects.toThrow('already exists')
    expect(await db.all("SELECT to_regclass('half') AS half, to_regclass('migration') AS migration")).toEqual([
      { half: null, migration: null },
    ])
    expect(await indices(await opened(url), entry())).toEqual([0])
  })

  test('is not made in a database of another encoding', async () => {
    const name = 'chuanyu_test_latin'
    await server.ask(`CREATE DATABASE ${name} ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`)
    const url = new URL(await server.fresh('database'))
    url.pathname = `/${name}`
    await expect(openPostgres({ url: url.href })).rejects.toThrow(/UTF8.*SQL_ASCII/)
    await server.ask(`DROP DATABASE ${name} WITH (FORCE)`)
  })
})
