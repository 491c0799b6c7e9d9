/** Both SQLite drivers are one to their callers: values, refusals, waiting, closing; and which of them a process works with. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { askedDriver, chooseDriver, type DriverLoaders } from '../../../gateway/store/sqlite/driver.ts'
import { withoutWarning } from '../../../gateway/store/sqlite/warning.ts'
import { describeDrivers } from './drivers.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuanyu-driver-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

await describeDrivers((driver) => {
  const open: Database[] = []
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close()
  })
  let files = 0
  const newFile = (): string => join(folder, `${driver.replace(':', '-')}-${++files}.db`)
  async function opened(file = ':memory:', options: Omit<DatabaseOptions, 'driver'> = {}): Promise<Database> {
    const db = await openDatabase(file, { ...options, driver })
    open.push(db)
    return db
  }
  const one = async (db: Database, sql: string, params?: Parameters<Database['all']>[1]) =>
    (await db.all(sql, params))[0]
  const refusal = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof Error)) throw new TypeError('expected a refusal')
    return { ...error, message: error.message }
  }

  test.each([
    ['text', '川渝 𠮷 "水"'],
    ['a text with a zero in it', 'a\0b'],
    ['no text', ''],
    ['nothing', null],
    ['a whole number', 7],
    ['a negative one', -1],
    ['a time in ms', 1_795_000_000_000],
    ['the largest whole number', Number.MAX_SAFE_INTEGER],
    ['the smallest', -Number.MAX_SAFE_INTEGER],
    ['a broken number', 0.1],
  ])('%s comes back as it went in', async (_, value) => {
    expect(await one(await opened(), 'SELECT ? AS value', [value])).toEqual({ value })
  })

  test.each([
    ['bytes', Uint8Array.of(0, 255, 128, 0)],
    ['bytes inside others', new Uint8Array([9, 9, 1, 2, 3, 9]).subarray(2, 5)],
    ['a buffer', Buffer.from('水')],
    ['no bytes', new Uint8Array()],
  ])('%s come back as a Uint8Array of the same', async (_, bytes) => {
    const row = await one(await opened(), 'SELECT ?1 AS value, length(?1) AS length, typeof(?1) AS type', [bytes])
    expect(row?.value).toBeInstanceOf(Uint8Array)
    expect(row).toMatchObject({ length: bytes.length, type: 'blob' })
    expect([...(row?.value instanceof Uint8Array ? row.value : [])]).toEqual([...bytes])
  })

  test('whole numbers past 2^53 come as the nearest there is, and the statement goes on to serve', async () => {
    const db = await opened()
    await db.exec('CREATE TABLE t (n INTEGER NOT NULL, s TEXT) STRICT')
    await db.exec("INSERT INTO t VALUES (9007199254740993, 'past'), (-9223372036854775808, 'far past'), (5, 'five')")
    const sql = 'SELECT n, s FROM t WHERE n <> ? ORDER BY rowid'
    const all = [
      { n: 9007199254740992, s: 'past' },
      { n: -(2 ** 63), s: 'far past' },
      { n: 5, s: 'five' },
    ]
    expect(await db.all(sql, [0])).toEqual(all)
    expect(await db.all(sql, [5])).toEqual(all.slice(0, 2))
    await db.run('DELETE FROM t WHERE n <> 5')
    expect(await db.all(sql, [0])).toEqual(all.slice(2))
  })

  test('a whole number is bound as one, whatever column or expression it goes to', async () => {
    const db = await opened()
    expect(await one(db, 'SELECT typeof(?1) AS type, ?1 / 2 AS half', [7])).toEqual({ type: 'integer', half: 3 })
    await db.exec('CREATE TABLE t (a TEXT, b)')
    await db.run('INSERT INTO t VALUES (?1, ?1)', [12])
    expect(await one(db, 'SELECT a, typeof(b) AS b FROM t')).toEqual({ a: '12', b: 'integer' })
  })

  test('parameters go by their numbers where they have them, and by their order where not', async () => {
    const db = await opened()
    expect(await one(db, 'SELECT ?2 AS b, ?1 AS a, ?2 AS c', ['one', 'two'])).toEqual({ a: 'one', b: 'two', c: 'two' })
    expect(await one(db, 'SELECT ? AS a, ? AS b', ['one', 2])).toEqual({ a: 'one', b: 2 })
    const many = Array.from({ length: 32_000 }, (_, at) => at)
    await db.exec('CREATE TABLE t (n INTEGER)')
    expect(await db.run(`INSERT INTO t VALUES ${many.map(() => '(?)').join()}`, many)).toBe(32_000)
    expect(await one(db, 'SELECT sum(n) AS sum FROM t')).toEqual({ sum: (31_999 * 32_000) / 2 })
  })

  test('run tells how many rows it changed', async () => {
    const db = await opened()
    await db.exec('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2), (3)')
    expect(await db.run('UPDATE t SET a = 0 WHERE a > ?', [1])).toBe(2)
    expect(await db.run('DELETE FROM t WHERE a = ?', [9])).toBe(0)
  })

  test.each([
    ['INSERT INTO t VALUES (?, ?)', [1, 'a'], 'SQLITE_CONSTRAINT', 19, 'UNIQUE constraint failed: t.b'],
    ['INSERT INTO t VALUES (?, ?)', [null, 'b'], 'SQLITE_CONSTRAINT', 19, 'NOT NULL constraint failed: t.a'],
    [
      'INSERT INTO t VALUES (?, ?)',
      [1.5, 'b'],
      'SQLITE_CONSTRAINT',
      19,
      'cannot store REAL value in INTEGER column t.a',
    ],
    ['INSERT INTO t VALUES (?, ?)', [1, 'b', 2], 'SQLITE_RANGE', 25, 'column index out of range'],
    ['INSERT INTO t VALUES (7, NULL)', [], 'SQLITE_CONSTRAINT', 19, 'CHECK constraint failed: a < 7'],
    ['INSERT INTO u VALUES (1)', [], 'SQLITE_CONSTRAINT', 19, 'FOREIGN KEY constraint failed'],
    ['selec', [], 'SQLITE_ERROR', 1, 'near "selec": syntax error'],
    ['SELECT * FROM none', [], 'SQLITE_ERROR', 1, 'no such table: none'],
  ])('%s with %j is refused in the same words', async (sql, params, code, errno, said) => {
    const db = await opened()
    await db.exec(`
      PRAGMA foreign_keys = ON;
      CREATE TABLE t (a INTEGER NOT NULL CHECK (a < 7), b TEXT UNIQUE) STRICT;
      CREATE TABLE u (b TEXT REFERENCES t (b)) STRICT;
      INSERT INTO t VALUES (1, 'a')`)
    const expected = { code, errno, message: `${code}: ${said}` }
    expect(await refusal(db.run(sql, params))).toMatchObject(expected)
    expect(await one(db, 'SELECT count(*) AS n FROM t')).toEqual({ n: 1 })
  })

  test('no foreign key is held where none was asked for', async () => {
    const db = await opened()
    await db.exec('CREATE TABLE t (a TEXT REFERENCES t (a)) STRICT')
    expect(await db.run("INSERT INTO t VALUES ('b'), ('a')")).toBe(2)
  })

  test('a connection for reading neither makes a file nor writes to one', async () => {
    const file = newFile()
    expect(await refusal(opened(file, { readOnly: true }))).toMatchObject({
      code: 'SQLITE_CANTOPEN',
      errno: 14,
      message: 'SQLITE_CANTOPEN: unable to open database file',
    })
    expect(existsSync(file)).toBe(false)
    await (await opened(file)).exec('CREATE TABLE t (a INTEGER)')
    const reader = await opened(file, { readOnly: true })
    const expected = {
      code: 'SQLITE_READONLY',
      errno: 8,
      message: 'SQLITE_READONLY: attempt to write a readonly database',
    }
    expect(await refusal(reader.run('INSERT INTO t VALUES (1)'))).toMatchObject(expected)
    expect(await refusal(reader.exec('DROP TABLE t'))).toMatchObject(expected)
    expect(await reader.all('SELECT * FROM t')).toEqual([])
  })

  test('a file that is no database is told as such', async () => {
    const file = newFile()
    writeFileSync(file, 'no database, '.repeat(100))
    const db = await opened(file, { readOnly: true })
    expect(await refusal(db.all('SELECT * FROM sqlite_schema'))).toMatchObject({ code: 'SQLITE_NOTADB', errno: 26 })
  })

  test('a lock is waited for as long as was said, and then told', async () => {
    const file = newFile()
    const [first, second] = [await opened(file), await opened(file, { patience: 150 })]
    await first.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)')
    const from = performance.now()
    expect(await refusal(second.exec('BEGIN IMMEDIATE'))).toMatchObject({
      code: 'SQLITE_BUSY',
      errno: 5,
      message: 'SQLITE_BUSY: database is locked',
    })
    expect(performance.now() - from).toBeGreaterThan(100)
    expect(await second.all('SELECT * FROM t')).toEqual([])
    await first.exec('COMMIT')
    await second.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (2); COMMIT')
    expect(await first.all('SELECT a FROM t ORDER BY a')).toEqual([{ a: 1 }, { a: 2 }])
  })

  test.each([
    ['runs a statement', (db: Database) => db.run('INSERT INTO t VALUES (2)')],
    ['executes one', (db: Database) => db.exec('INSERT INTO t VALUES (2)')],
  ])('whoever %s waits without holding up the thread, on which the lock may be let go', async (_, write) => {
    const file = newFile()
    const [first, second] = [await opened(file), await opened(file, { patience: 10_000 })]
    await first.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)')
    const waiting = write(second)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await first.exec('COMMIT')
    await waiting
    expect(await first.all('SELECT a FROM t ORDER BY a')).toEqual([{ a: 1 }, { a: 2 }])
  })

  test('a transaction that began to read before another committed cannot write, and is told so at once', async () => {
    const file = newFile()
    const [first, second] = [await opened(file), await opened(file, { patience: 60_000 })]
    await first.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER)')
    await second.exec('BEGIN')
    await second.all('SELECT * FROM t')
    await first.run('INSERT INTO t VALUES (1)')
    expect(await refusal(second.run('INSERT INTO t VALUES (2)'))).toMatchObject({ code: 'SQLITE_BUSY', errno: 5 })
    expect(await first.all('SELECT a FROM t')).toEqual([{ a: 1 }])
  })

  test('more statements than are kept all work, and closing leaves no log behind', async () => {
    const file = newFile()
    const db = await openDatabase(file, { driver })
    await db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE t (a INTEGER)')
    for (let at = 0; at < 1200; at++) await db.run(`INSERT INTO t VALUES (${at})`)
    expect(await db.all('SELECT count(*) AS n FROM t')).toEqual([{ n: 1200 }])
    for (const at of [0, 600, 1199]) expect(await db.all(`SELECT a FROM t WHERE a = ${at}`)).toEqual([{ a: at }])
    expect(existsSync(`${file}-wal`)).toBe(true)
    await db.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  test('after its end a connection takes nothing', async () => {
    const db = await openDatabase(':memory:', { driver })
    expect(await db.all('SELECT 1 AS one')).toEqual([{ one: 1 }])
    await db.close()
    const misuse = { code: 'SQLITE_MISUSE', errno: 21 }
    expect(await refusal(db.all('SELECT 2 AS two'))).toMatchObject(misuse)
    expect(await refusal(db.run('CREATE TABLE t (a INTEGER)'))).toMatchObject(misuse)
    expect(await refusal(db.close())).toMatchObject(misuse)
  })

  test('a chain of reads lets other work in between', async () => {
    const file = newFile()
    await (await opened(file)).exec('CREATE TABLE t (a INTEGER)')
    const reader = await opened(file, { readOnly: true })
    let turns = 0
    const other = setInterval(() => turns++, 0)
    const until = performance.now() + 60
    while (performance.now() < until) await reader.all('SELECT * FROM t')
    clearInterval(other)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('the choice', () => {
  const opens = { sqlite3: async () => Promise.reject(), 'node:sqlite': async () => Promise.reject() }
  const tried: string[] = []
  afterEach(() => tried.splice(0))
  const loaders = (missing: Partial<Record<keyof DriverLoaders, unknown>> = {}): DriverLoaders => {
    const load = (name: keyof DriverLoaders) => async () => {
      tried.push(name)
      if (name in missing) throw missing[name]
      return opens[name]
    }
    return { sqlite3: load('sqlite3'), 'node:sqlite': load('node:sqlite') }
  }

  test('falls on sqlite3 where it loads, and the other is not even tried', async () => {
    expect(await chooseDriver(null, loaders())).toEqual({
      name: 'sqlite3',
      open: opens.sqlite3,
      forced: false,
      why: null,
    })
    expect(tried).toEqual(['sqlite3'])
  })

  test.each([
    [
      'the package is not there',
      Object.assign(new Error("Cannot find package 'sqlite3'"), { code: 'ERR_MODULE_NOT_FOUND' }),
      "ERR_MODULE_NOT_FOUND: Cannot find package 'sqlite3'",
    ],
    [
      'its native part is not there',
      new Error('Could not locate the bindings file. Tried:\n → /srv/node_modules/sqlite3/build/node_sqlite3.node'),
      'Could not locate the bindings file. Tried:',
    ],
    [
      'its native part is for another machine',
      Object.assign(new Error('/lib/libc.so.6: version `GLIBC_2.38´ not found'), { code: 'ERR_DLOPEN_FAILED' }),
      'ERR_DLOPEN_FAILED: /lib/libc.so.6: version `GLIBC_2.38´ not found',
    ],
    ['something that is no error is thrown', 'nope', 'nope'],
  ])('falls on node:sqlite where %s, and says why in a line', async (_, thrown, why) => {
    expect(await chooseDriver(null, loaders({ sqlite3: thrown }))).toEqual({
      name: 'node:sqlite',
      open: opens['node:sqlite'],
      forced: false,
      why,
    })
  })

  test.each(['sqlite3', 'node:sqlite'] as const)(
    'asked for %s it tries nothing else, and fails with it',
    async (name) => {
      expect(await chooseDriver(name, loaders())).toMatchObject({ name, open: opens[name], forced: true, why: null })
      expect(tried).toEqual([name])
      await expect(chooseDriver(name, loaders({ [name]: new Error('not here') }))).rejects.toThrow('not here')
    },
  )

  test('is set by a word of the environment, and no other word is taken', () => {
    expect([undefined, '', 'sqlite3', 'node'].map(askedDriver)).toEqual([null, null, 'sqlite3', 'node:sqlite'])
    for (const word of ['node:sqlite', 'SQLITE3', ' node', 'better-sqlite3'])
      expect(() => askedDriver(word)).toThrow(`CHUANYU_SQLITE: expected sqlite3 or node, got ${word}`)
  })
})

test('of what is warned of while node:sqlite is loaded, only that it is experimental is kept quiet', async () => {
  const heard: unknown[] = []
  const emit = process.emitWarning
  const listening = (...warning: unknown[]): void => {
    heard.push(warning)
  }
  process.emitWarning = listening
  try {
    const loaded = await withoutWarning(/^SQLite is an experimental feature/, async () => {
      process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning')
      process.emitWarning('something else is experimental', 'ExperimentalWarning')
      await Promise.resolve()
      process.emitWarning(new Error('SQLite is an experimental feature and might change at any time'))
      return 'loaded'
    })
    expect(loaded).toBe('loaded')
    expect(heard).toEqual([['something else is experimental', 'ExperimentalWarning']])
    expect(process.emitWarning).toBe(listening)
    await expect(withoutWarning(/x/, () => Promise.reject(new Error('not here')))).rejects.toThrow('not here')
    expect(process.emitWarning).toBe(listening)
  } finally {
    process.emitWarning = emit
  }
})
