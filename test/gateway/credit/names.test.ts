/** Names kept for searching: the same as a search of everything held, whatever came in whatever order, on either store; and little read again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicOn } from '../../../contracts/enterprise-credit/display.ts'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { creditNames, type NameLimits } from '../../../gateway/credit/names.ts'
import { foldName } from '../../../gateway/credit/question.ts'
import type { Entry, LeafType, RecordQuery, Store } from '../../../gateway/ports.ts'
import { openD1Store } from '../../../gateway/store/d1/store.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'
import { rating } from '../../contracts/enterprise-credit/records.ts'
import { CREDIT, creditVersion } from '../../contracts/enterprise-credit/versions.ts'
import { sampleCode } from '../standards/forecasts.ts'
import { commit, entry, submitted } from '../store/rows.ts'
import { type D1Databases, startD1 } from '../worker/cloud.ts'
import { describeWorkerd } from '../worker/miniflare.ts'

const DAY = '2026-09-01'
const now = () => 1_000_000

interface Sample {
  readonly n: number
  readonly name: string
  readonly change?: Partial<CreditRecord>
}

const record = ({ n, name, change = {} }: Sample): CreditRecord =>
  rating({ enterprise: { code: sampleCode(n), division: null, name }, ...change })

/** A submission of ratings, its header as a real one names its contract. */
function rated(samples: readonly Sample[], party: 'cq' | 'sc' = 'cq'): Entry {
  const rows = samples.map((sample) => ({
    key: `${sampleCode(sample.n)}/2025`,
    subject: sampleCode(sample.n),
    body: canonical(record(sample)),
  }))
  const header = canonical({ contract: { digest: 'd'.repeat(64), id: CREDIT.id, version: CREDIT.version }, v: 1 })
  return { ...submitted(rows, { dataset: CREDIT.id, party }), opening: { header, salt: new Uint8Array(16) } }
}

/** A store that tells what was asked of it. */
function watched(store: Store): { readonly store: Store; readonly queries: RecordQuery[]; readonly leaves: number[] } {
  const queries: RecordQuery[] = []
  const leaves: number[] = []
  return {
    queries,
    leaves,
    store: {
      ...store,
      records: (query) => {
        queries.push(query)
        return store.records(query)
      },
      leaves: (from, to) => {
        leaves.push(to - from)
        return store.leaves(from, to)
      },
    },
  }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chuanyu-names-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let serial = 0
const sqlite = (): Promise<Store> => openSqliteStore({ file: join(folder, `${serial++}.db`), now, readers: 1 })

const LIMITS: NameLimits = { names: 1000, page: 2, enterprises: 20 }

function asked(store: Store, limits: NameLimits = LIMITS) {
  const find = creditNames(store, limits)
  return async (part: string, { day = DAY, contract = CREDIT } = {}) =>
    find(foldName(part), { size: (await store.head()).size, day, contract })
}

async function suite(open: () => Promise<Store>): Promise<void> {
  test('what came, was renamed, repaired or withdrawn from the public is found, or not, from then on', async () => {
    const store = await open()
    const ask = asked(store)
    const codes = async (part: string, how = {}) => (await ask(part, how)).codes
    expect(await codes('甲厂')).toEqual([])
    await commit(store, rated([1, 2, 3].map((n) => ({ n, name: `甲厂${n}（示例）` }))))
    expect(await codes('甲厂')).toEqual([1, 2, 3].map(sampleCode))
    expect(await codes('厂2')).toEqual([sampleCode(2)])
    await commit(
      store,
      rated([
        { n: 2, name: '乙厂（示例）' },
        { n: 3, name: '甲厂3（示例）', change: { publication: 'joint' } },
      ]),
    )
    expect(await codes('甲厂')).toEqual([sampleCode(1)])
    expect(await codes('乙厂')).toEqual([sampleCode(2)])
    const repair = { date: '2026-08-30', state: 'granted' } as const
    await commit(store, rated([{ n: 1, name: '甲厂1（示例）', change: { repair } }]))
    expect(await codes('甲厂')).toEqual([])
    expect(await codes('乙厂', { day: '2027-08-12' })).toEqual([sampleCode(2)])
    expect(await codes('乙厂', { day: '2027-08-13' })).toEqual([])
    await store.close()
  })
}

describe('on the embedded store', () => {
  suite(sqlite)

  test('the whole name comes first, then its beginning, then any part', async () => {
    const store = await sqlite()
    await commit(store, rated(['川示锂电', '渝川示', '川示', '川示化工'].map((name, at) => ({ n: at + 1, name }))))
    expect((await asked(store)('川示')).codes).toEqual([3, 4, 1, 2].map(sampleCode))
    await store.close()
  })

  test('of more than are answered the best come, whatever order they were sent in', async () => {
    const store = await sqlite()
    const order = [7, 3, 9, 1, 5, 8, 2, 6, 4, 0].map((digit) => digit * 10)
    const numbers = order.flatMap((tens) => [3, 7, 1, 9, 5, 0, 8, 2, 6, 4].map((one) => tens + one))
    await commit(store, rated(numbers.map((n) => ({ n, name: `甲厂${String(n).padStart(2, '0')}` }))))
    const { codes } = await asked(store, { ...LIMITS, enterprises: 2 })('甲厂')
    // Four times what is answered, by name.
    expect(codes).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(sampleCode))
    await store.close()
  })

  test('an enterprise that both sides rated under two names is found once, by either', async () => {
    const store = await sqlite()
    await commit(store, rated([{ n: 1, name: '甲厂（示例）' }]), rated([{ n: 1, name: '甲工厂（示例）' }], 'sc'))
    const ask = asked(store)
    expect((await ask('示例')).codes).toEqual([sampleCode(1)])
    expect((await ask('甲工厂')).codes).toEqual([sampleCode(1)])
    await store.close()
  })

  test('with no leaf since, or none that touches ratings, no record is read again', async () => {
    const real = await sqlite()
    const { store, queries, leaves } = watched(real)
    const ask = asked(store)
    await commit(store, rated([{ n: 1, name: '甲厂（示例）' }]))
    await ask('甲厂')
    const read = queries.length
    await ask('甲厂')
    await commit(store, entry({}, 'consultation'), submitted([{ key: 'k', body: '{}' }]))
    expect((await ask('甲厂')).codes).toHaveLength(1)
    expect(queries).toHaveLength(read)
    // Pages of two: both new leaves were looked at, and those once.
    expect(leaves).toEqual([2])
    await commit(store, rated([{ n: 2, name: '甲厂乙（示例）' }]))
    expect((await ask('甲厂')).codes).toHaveLength(2)
    expect(queries.slice(read).every(({ after = 0 }) => after > 0)).toBe(true)
    await real.close()
  })

  test('after a leaf of whatever other kind all is read anew: a record may have gone', async () => {
    const real = await sqlite()
    // A kind of leaf that a later version may bring.
    const [removal]: LeafType[] = JSON.parse('["removal"]')
    const { store, queries } = watched({
      ...real,
      leaves: async (from, to) =>
        (await real.leaves(from, to)).map((leaf) => (removal ? { ...leaf, type: removal } : leaf)),
    })
    const ask = asked(store)
    await commit(store, rated([{ n: 1, name: '甲厂（示例）' }]))
    await ask('甲厂')
    const read = queries.length
    await commit(store, entry())
    await ask('甲厂')
    expect(queries[read]).toMatchObject({ after: 0 })
    await real.close()
  })

  test('more names than are kept are said to be more', async () => {
    const store = await sqlite()
    const ask = asked(store, { ...LIMITS, names: 3 })
    await commit(store, rated([1, 2, 3].map((n) => ({ n, name: `甲厂${n}` }))))
    expect(await ask('甲厂')).toMatchObject({ complete: true })
    await commit(store, rated([{ n: 4, name: '甲厂4' }]))
    expect(await ask('甲厂')).toEqual({ codes: [1, 2, 3].map(sampleCode), complete: false })
    // Hidden ratings take no room.
    const hidden = { publication: 'joint' } as const
    await commit(store, rated([1, 2].map((n) => ({ n, name: `甲厂${n}`, change: hidden }))))
    expect(await ask('甲厂')).toEqual({ codes: [3, 4].map(sampleCode), complete: true })
    await store.close()
  })

  test('another version in force decides anew what is shown', async () => {
    const store = await sqlite()
    const ask = asked(store)
    const expired = { validity: { from: null, to: '2026-08-01' } }
    await commit(store, rated([{ n: 1, name: '甲厂', change: expired }]))
    expect((await ask('甲厂')).codes).toEqual([])
    const contract = creditVersion('2.0.0', ({ display }) => ({ display: { ...display, goneOn: [] } }))
    expect((await ask('甲厂', { contract })).codes).toEqual([sampleCode(1)])
    await store.close()
  })

  test('a reading that fails is tried again by the next question', async () => {
    const real = await sqlite()
    await commit(real, rated([{ n: 1, name: '甲厂' }]))
    let broken = true
    const ask = asked({
      ...real,
      records: (query) => (broken ? Promise.reject(new Error('the disk is away')) : real.records(query)),
    })
    await expect(ask('甲厂')).rejects.toThrow('the disk is away')
    broken = false
    expect((await ask('甲厂')).codes).toHaveLength(1)
    await real.close()
  })

  test('whatever was committed between questions, the answer is that of a search of all current records', async () => {
    const name = fc.constantFrom('甲厂', '乙厂', '甲乙厂', '厂甲')
    const change: fc.Arbitrary<Partial<CreditRecord>> = fc.constantFrom(
      {},
      { publication: 'joint' as const },
      { repair: { date: '2026-08-30', state: 'granted' as const } },
      { validity: { from: '2026-09-03', to: null } },
      { validity: { from: null, to: '2026-09-01' } },
    )
    const sample = fc.record({ n: fc.integer({ min: 1, max: 4 }), name, change })
    const samples = fc.uniqueArray(sample, { maxLength: 3, selector: ({ n }) => n })
    const step = fc.record({
      samples,
      day: fc.constantFrom(DAY, '2026-09-02', '2026-09-03'),
      part: fc.constantFrom('甲', '厂', '甲厂'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const store = await sqlite()
        const ask = asked(store)
        const held = new Map<number, CreditRecord>()
        const days = steps.map(({ day }) => day).sort()
        for (const [at, { samples: sent, part }] of steps.entries()) {
          const day = days[at] ?? DAY
          if (sent.length > 0) await commit(store, rated(sent))
          for (const one of sent) held.set(one.n, record(one))
          const wanted = [...held].filter(([, one]) => publicOn(one, day) && one.enterprise.name.includes(part))
          const { codes, complete } = await ask(part, { day })
          expect(complete).toBe(true)
          expect([...codes].sort()).toEqual(wanted.map(([n]) => sampleCode(n)).sort())
        }
        await store.close()
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

await describeWorkerd('on D1', () => {
  let databases: D1Databases
  beforeAll(async () => {
    databases = await startD1()
  }, 60_000)
  afterAll(() => databases.close())

  suite(async () => openD1Store({ binding: await databases.fresh(), now }))
})
