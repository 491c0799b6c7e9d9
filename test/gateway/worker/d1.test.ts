import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { LedgerMoved } from '../../../gateway/ports.ts'
import type { D1Binding, D1Result, D1Value } from '../../../gateway/store/d1/binding.ts'
import { d1Database } from '../../../gateway/store/d1/database.ts'
import { D1_MIGRATIONS, migrate } from '../../../gateway/store/d1/schema.ts'
import { openD1Store } from '../../../gateway/store/d1/store.ts'
import { commit, document, entry, indices, nonce, sealAfter, signature, stepped, submitted } from '../store/rows.ts'
import { stepSuite } from '../store/step-suite.ts'
import { storeSuite } from '../store/suite.ts'
import { type D1Databases, startD1 } from './cloud.ts'
import { describeWorkerd } from './miniflare.ts'

// Each call to D1 from here goes through a proxy of its own process.
vi.setConfig({ testTimeout: 30_000 })

const now = () => 1_000_000

/** A binding whose batches go through `run`, which may repeat, lose or refuse them. */
function disturbed(
  binding: D1Binding,
  run: (batch: () => Promise<readonly D1Result[]>) => Promise<readonly D1Result[]>,
) {
  let on = false
  const through: D1Binding = {
    prepare: (sql) => binding.prepare(sql),
    batch: (statements) => (on ? run(() => binding.batch(statements)) : binding.batch(statements)),
  }
  return {
    binding: through,
    start: () => {
      on = true
    },
  }
}

interface Seen {
  readonly sql: string
  readonly values: readonly D1Value[]
}

/** A binding that tells what every statement was given. */
function watched(binding: D1Binding, seen: Seen[]): D1Binding {
  return {
    prepare(sql) {
      const statement = binding.prepare(sql)
      return {
        bind(...values) {
          seen.push({ sql, values })
          return statement.bind(...values)
        },
        all: () => statement.all(),
      }
    },
    batch: (statements) => binding.batch(statements),
  }
}

await describeWorkerd('on D1', () => {
  let databases: D1Databases
  beforeAll(async () => {
    databases = await startD1()
  })
  afterAll(() => databases.close())

  storeSuite('the store', async () => {
    const binding = await databases.fresh()
    return { open: (clock) => openD1Store({ binding, now: clock }), close: async () => undefined }
  })

  stepSuite(
    'the store',
    async () => {
      const binding = await databases.fresh()
      return { open: (clock) => openD1Store({ binding, now: clock }), close: async () => undefined }
    },
    3,
  )

  describe('a batch', () => {
    test('whose answer is lost has been committed, and says so', async () => {
      const { binding, start } = disturbed(await databases.fresh(), async (batch) => {
        await batch()
        throw new Error('D1_ERROR: Network connection lost.')
      })
      const store = await openD1Store({ binding, now })
      start()
      expect(await indices(store, entry({ nonce: nonce('k', 'n') }), entry())).toEqual([0, 1])
      expect((await store.head()).size).toBe(2)
    })

    test('that is sent twice on its way is committed once', async () => {
      const { binding, start } = disturbed(await databases.fresh(), async (batch) => {
        await batch()
        return batch()
      })
      const store = await openD1Store({ binding, now })
      start()
      expect(await indices(store, entry(), entry())).toEqual([0, 1])
      expect(await indices(store, entry())).toEqual([2])
    })

    test('that never arrives fails as what it is, and leaves nothing', async () => {
      let lost = true
      const { binding, start } = disturbed(await databases.fresh(), async (batch) => {
        if (lost) throw new Error('D1_ERROR: Network connection lost.')
        return batch()
      })
      const store = await openD1Store({ binding, now })
      start()
      const one = entry({ nonce: nonce('k', 'n') })
      await expect(commit(store, one)).rejects.toThrow('Network connection lost')
      lost = false
      expect(await indices(store, one)).toEqual([0])
    })

    test("is not taken for one's own when another's leaf stands in its place", async () => {
      const real = await databases.fresh()
      const other = await openD1Store({ binding: real, now })
      let faster = true
      const { binding, start } = disturbed(real, async (batch) => {
        if (faster) {
          faster = false
          const head = await other.head()
          await other.append(head, [entry()], sealAfter(head))
        }
        return batch()
      })
      const store = await openD1Store({ binding, now })
      const head = await store.head()
      start()
      await expect(store.append(head, [entry()], sealAfter(head))).rejects.toThrow(LedgerMoved)
      expect((await store.head()).size).toBe(1)
    })

    test('whose nonce was claimed after its guards had read is to be read and sealed again, and then refused alone', async () => {
      const real = await databases.fresh()
      const other = await openD1Store({ binding: real, now })
      let faster = true
      const { binding, start } = disturbed(real, async (batch) => {
        if (faster) expect(await other.claim(nonce('k', 'n'))).toBe(true)
        faster = false
        return batch()
      })
      const store = await openD1Store({ binding, now })
      const entries = [entry({ nonce: nonce('k', 'n') }), entry()]
      start()
      await expect(commit(store, ...entries)).rejects.toThrow(LedgerMoved)
      expect(await indices(store, ...entries)).toEqual(['nonce-used', 0])
    })

    test('keeps to what D1 takes: 100 parameters a statement, 100,000 bytes of SQL, 2,000,000 bytes a value', async () => {
      const seen: Seen[] = []
      const store = await openD1Store({ binding: watched(await databases.fresh(), seen), now })
      const body = `{"t":"${'水"'.repeat(200)}"}`
      const file = Array.from({ length: 5000 }, (_, at) => ({ key: `k${at}`, body: body.replace('{', `{"at":${at},`) }))
      const many = Array.from({ length: 255 }, (_, at) =>
        entry({
          nonce: nonce('k', String(at)),
          document: document(`release/${at}`),
          signature: signature(`release/${at}`, 'cq'),
        }),
      )
      const outcomes = await commit(store, submitted(file, { id: 's', evidence: new Uint8Array(64 * 1024) }), ...many)
      expect(outcomes.every(({ ok }) => ok)).toBe(true)
      expect(await store.submissionRecords('s')).toHaveLength(5000)
      const bytes = (value: D1Value) => (typeof value === 'string' ? Buffer.byteLength(value) : 8)
      expect(Math.max(...seen.map(({ values }) => values.length))).toBeLessThanOrEqual(100)
      expect(Math.max(...seen.map(({ sql }) => Buffer.byteLength(sql)))).toBeLessThan(100_000)
      expect(Math.max(...seen.flatMap(({ values }) => values.map(bytes)))).toBeLessThanOrEqual(1_000_000)
      expect(seen.length).toBeLessThan(1000)
    })
  })

  describe('a database', () => {
    test('that two isolates open at once is made once', async () => {
      const binding = await databases.fresh()
      const stores = await Promise.all(Array.from({ length: 4 }, () => openD1Store({ binding, now })))
      for (const [at, store] of stores.entries()) expect(await indices(store, entry())).toEqual([at])
    })

    test('of the second version keeps all it holds, and takes steps', async () => {
      const binding = await databases.fresh()
      const old = d1Database(binding)
      await migrate(
        old,
        0,
        D1_MIGRATIONS.filter(({ version }) => version !== 3),
      )
      const rows = [
        `INSERT INTO leaf VALUES (0, 'consultation', 'cq', 't', x'00', x'00', '{}', x'00')`,
        `INSERT INTO document VALUES ('release/a', 'release', '{"水":1}', 'd', NULL, 0, 't', NULL)`,
        `INSERT INTO nonce VALUES ('k', 'n', ${Number.MAX_SAFE_INTEGER})`,
        'UPDATE head SET size = 1',
      ]
      await old.batch(rows.map((sql) => ({ sql, params: [] })))
      const store = await openD1Store({ binding, now })
      expect(await indices(store, stepped('a', 1), stepped('a', 1, 'other'))).toEqual([1, 'stream-moved'])
      expect((await store.steps(-1, 9)).map(({ stream, n, index }) => [stream, n, index])).toEqual([['a', 1, 1]])
      expect(await store.document('release/a')).toMatchObject({ payload: '{"水":1}', index: 0 })
      expect(await store.claim(nonce('k', 'n'))).toBe(false)
    })

    test.each([
      [
        'a step that was changed since',
        "UPDATE migration SET checksum = 'another' WHERE version = 1001",
        'changed after it was applied',
      ],
      ['a step it does not know', "INSERT INTO migration VALUES (9999, 'later', 'c', 0)", 'newer version'],
    ])('with %s is not opened', async (_, sql, reason) => {
      const binding = await databases.fresh()
      await openD1Store({ binding, now })
      await binding.prepare(sql).bind().all()
      await expect(openD1Store({ binding, now })).rejects.toThrow(reason)
    })
  })
})
