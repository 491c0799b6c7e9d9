import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { MIGRATIONS } from '../../../gateway/store/sql/schema.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { migrate } from '../../../gateway/store/sqlite/migrations.ts'
import { openSqliteStore, type SqliteOptions } from '../../../gateway/store/sqlite/store.ts'
import { openThreadedWriter } from '../../../gateway/threads/writer.ts'
import { describeDrivers } from './drivers.ts'
import { commit, indices, nonce, stepped, submitted } from './rows.ts'
import { stepSuite } from './step-suite.ts'
import { type OpenedStore, storeSuite } from './suite.ts'

// Hundreds of files are made and synced, beside whatever else the machine does.
vi.setConfig({ testTimeout: 60_000 })

interface File extends OpenedStore {
  readonly file: string
}

async function fresh(options: Pick<SqliteOptions, 'driver' | 'openWriter'> = {}): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'chuanyu-store-'))
  const file = join(folder, 'store.db')
  return {
    file,
    open: (now) => openSqliteStore({ file, now, ...options }),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

await describeDrivers((driver) => {
  const [here, threaded] = [{ driver }, { driver, openWriter: openThreadedWriter }]
  storeSuite('the embedded store', () => fresh(here))
  storeSuite('the embedded store, written by a thread', () => fresh(threaded))
  stepSuite('the embedded store', () => fresh(here), 40)
  stepSuite('the embedded store, written by a thread', () => fresh(threaded), 5)

  test.each([here, threaded])('the embedded store says which driver it works with', async (options) => {
    const { open, close } = await fresh(options)
    const store = await open(Date.now)
    expect(store.driver).toBe(driver)
    await store.close()
    await close()
  })
})

test.each([
  ['a step that was changed since', "UPDATE migration SET checksum = 'another'", 'changed after it was applied'],
  ['a step it does not know', "INSERT INTO migration VALUES (999, 'later', 'c', 0)", 'newer version'],
])('a file with %s is not opened', async (_, sql, reason) => {
  const { file, open, close } = await fresh()
  try {
    await (await open(Date.now)).close()
    const db = await openDatabase(file)
    await db.run(sql)
    await db.close()
    await expect(open(Date.now)).rejects.toThrow(reason)
  } finally {
    await close()
  }
})

test('a file of the first version keeps its records, and takes new ones beside them', async () => {
  const { file, open, close } = await fresh()
  try {
    const old = await openDatabase(file)
    await migrate(old, 0, MIGRATIONS.slice(0, 1))
    await old.exec(`
      INSERT INTO leaf VALUES (0, 'submission', 'cq', 't', x'00', x'00', '{}', x'00');
      INSERT INTO submission VALUES ('s', 0, 't', 'cq', 'a', 'k', 'water', '1.0.0', 'd', 'scope', 'o', 2, 2, 0, 0, x'', x'', '[]', '[]', '[]', x'', NULL, '');
      INSERT INTO stream VALUES (1, 'water', 'cq');
      INSERT INTO record VALUES (1, 1, 'k', 1, 'section', 1000, 0, 0, 2, 0, '{"水":1}'), (2, 1, 'k', 2, 'section', 1000, 0, 1, 3, NULL, '{"水":2}');
      UPDATE head SET size = 1`)
    await old.close()
    const store = await open(Date.now)
    await commit(store, submitted([{ key: 'k', body: '{"水":3}' }], { id: 'later' }))
    const records = await store.records({ dataset: 'water', limit: 9, revisions: true })
    expect(
      records.map(({ body, revision, index, superseded }) => [
        Buffer.from(body).toString(),
        revision,
        index,
        superseded,
      ]),
    ).toEqual([
      ['{"水":1}', 1, 0, 0],
      ['{"水":2}', 2, 0, 1],
      ['{"水":3}', 3, 1, null],
    ])
    await store.close()
  } finally {
    await close()
  }
})

test('a file of the second version keeps all it holds, and takes steps', async () => {
  const { file, open, close } = await fresh()
  try {
    const old = await openDatabase(file)
    await migrate(old, 0, MIGRATIONS.slice(0, 2))
    await old.exec(`
      INSERT INTO leaf VALUES (0, 'consultation', 'cq', 't', x'00', x'00', '{}', x'00'), (1, 'submission', 'cq', 'u', x'01', x'01', '{}', x'00');
      INSERT INTO document VALUES ('release/a', 'release', '{"水":1}', 'd', NULL, 0, 't', NULL);
      INSERT INTO signature VALUES ('release/a', 'cq', 'k', 'p', 's', 0);
      INSERT INTO nonce VALUES ('k', 'n', ${Number.MAX_SAFE_INTEGER});
      INSERT INTO submission VALUES ('s', 1, 'u', 'cq', 'a', 'k', 'water', '1.0.0', 'd', 'scope', 'o', 1, 1, 0, 0, x'', x'', '[]', '[]', '[]', x'', NULL, 'receipt');
      INSERT INTO scope VALUES ('scope', 's');
      INSERT INTO stream VALUES (1, 'water', 'cq');
      INSERT INTO record VALUES (1, 1, 'k', 1, 'section', 1000, 1, 0, 2, NULL, '{"水":1}', NULL, NULL, NULL);
      UPDATE head SET size = 2`)
    await old.close()
    const store = await open(Date.now)
    expect(await store.steps(-1, 9)).toEqual([])
    expect(await indices(store, stepped('a', 1), stepped('a', 1, 'other'))).toEqual([2, 'stream-moved'])
    expect((await store.steps(-1, 9)).map(({ stream, n, index }) => [stream, n, index])).toEqual([['a', 1, 2]])
    expect((await store.leaves(0, 9)).map(({ type }) => type)).toEqual([
      'consultation',
      'submission',
      'consultation-step',
    ])
    expect(await store.document('release/a')).toMatchObject({ payload: '{"水":1}', signatures: [{ signature: 's' }] })
    expect(await store.submission('s')).toMatchObject({ receipt: 'receipt', index: 1 })
    expect(await store.records({ dataset: 'water', limit: 9 })).toMatchObject([{ key: 'k', revision: 1, index: 1 }])
    expect(await store.claim(nonce('k', 'n'))).toBe(false)
    await store.close()
  } finally {
    await close()
  }
})
