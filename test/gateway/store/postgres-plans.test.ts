import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { RecordQuery, Store } from '../../../gateway/ports.ts'
import { openPostgres, type Postgres } from '../../../gateway/store/postgres/database.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { readCurrentBodies, readRecords, readSubmissionRecords } from '../../../gateway/store/sql/read.ts'
import type { SqlRow, SqlValue } from '../../../gateway/store/sql/rows.ts'
import { describePostgres } from '../../postgres.ts'
import { commit, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const file = (mark: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    key: `断面-${from + at}`,
    body: `{"mark":"${mark}","text":"${'水质'.repeat(60)}"}`,
    subject: `section-${at % 40}`,
    end: 1000 + at,
  }))

describePostgres('a database that has just been filled', (server) => {
  let db: Postgres
  let store: Store
  let last: string
  beforeAll(async () => {
    db = await openPostgres({ url: await server.fresh() })
    store = await openPostgresStore({ db, now: Date.now })
    for (let from = 0; from < 15_000; from += 3000)
      for (const mark of ['A', 'B']) await commit(store, submitted(file(mark, from, 3000)))
    last = 'the last'
    await commit(store, submitted(file('C', 0, 30), { id: last }))
    return () => store.close()
  }, 60_000)

  /** How the statements of a read are run. */
  async function plans(read: (rows: Postgres) => Promise<unknown>): Promise<string> {
    const asked: [string, readonly SqlValue[]][] = []
    const listening = {
      ...db,
      async all(sql: string, params: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
        asked.push([sql, params])
        return db.all(sql, params)
      },
    }
    await read(listening)
    const told = await Promise.all(asked.map(([sql, params]) => db.all(`EXPLAIN ${sql}`, params)))
    return told
      .flat()
      .map((row) => String(row['QUERY PLAN']))
      .join('\n')
  }

  test('has been counted by the commit that filled it, before the server comes to it', async () => {
    const [row] = await db.all("SELECT reltuples > 1000 AS counted FROM pg_class WHERE oid = 'record'::regclass")
    expect(row?.counted).toBe(true)
  })

  const query: RecordQuery = { dataset: 'water', limit: 100 }
  test.each<[string, RecordQuery]>([
    ['of all', query],
    ['of one side', { ...query, party: 'cq' }],
    ['as they stood', { ...query, asOf: 9 }],
    ['from a place on', { ...query, after: 12_000, revisions: true }],
  ])('gives a page of records %s along their numbers, without sorting all of them', async (_, asked) => {
    const plan = await plans((rows) => readRecords(rows, asked))
    expect(plan).toContain('Index Scan using record_pkey on record')
    expect(plan).not.toMatch(/Sort|Seq Scan on record/)
  })

  test.each<[string, (rows: Postgres) => Promise<unknown>]>([
    ['records of a section in a time', (rows) => readRecords(rows, { ...query, subject: 'section-7', from: 3900 })],
    ['the records of a submission', (rows) => readSubmissionRecords(rows, last)],
    ['what is current of some keys', (rows) => readCurrentBodies(rows, 'water', 'cq', ['断面-7', '断面-8'])],
  ])('finds %s by an index', async (_, read) => {
    const plan = await plans(read)
    expect(plan).toMatch(/Index Cond/)
    expect(plan).not.toContain('Seq Scan on record')
  })
})
