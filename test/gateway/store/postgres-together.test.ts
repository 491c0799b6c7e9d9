import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import type { Entry } from '../../../gateway/ports.ts'
import { describePostgres } from '../../postgres.ts'
import { type Done, mustBeOneLedger, type Opened, openLedger } from './postgres-log.ts'
import { commit, entry, indices, nonce, sealAfter, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const WAITING =
  "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock' AND query LIKE '%nonce%'"

describePostgres('two on one PostgreSQL database', (server) => {
  async function opened(url: string): Promise<Opened> {
    const one = await openLedger({ url })
    closing.push(one.close)
    return one
  }
  async function two(): Promise<readonly [Opened, Opened, string]> {
    const url = await server.fresh()
    return [await opened(url), await opened(url), url]
  }
  /** A connection of somebody else's. */
  async function other(url: string): Promise<Client> {
    const client = new Client({ connectionString: url })
    await client.connect()
    closing.push(() => client.end())
    return client
  }
  const append = async ({ log }: Opened, one: Entry): Promise<Done> => ({ entry: one, ...(await log.append(one)) })

  test('append at once without a fork, a gap or a lost entry', async () => {
    const [one, another] = await two()
    const all = Array.from({ length: 300 }, (_, at) =>
      at % 5 === 0 ? submitted([{ key: `k${at % 10}`, body: `{"at":${at}}` }]) : entry(),
    )
    const done = await Promise.all(
      all.map(async (each, at) => {
        // In bursts, so that both are at it all the time.
        await new Promise((resolve) => setTimeout(resolve, at))
        return append(at % 2 === 0 ? one : another, each)
      }),
    )
    expect(done.map(({ place }) => place.index).sort((a, b) => a - b)).toEqual(all.map((_, at) => at))
    await mustBeOneLedger(one.store, done)
    // Of each key the last in the ledger counts, and every body is a revision.
    const records = await another.store.records({ dataset: 'water', limit: 1000, revisions: true })
    expect(records).toHaveLength(60)
    for (const key of ['k0', 'k5']) {
      const own = records.filter((record) => record.key === key)
      expect(own.map(({ revision }) => revision)).toEqual(own.map((_, at) => at + 1))
      expect(own.map(({ superseded }) => superseded)).toEqual([...own.slice(1).map(({ index }) => index), null])
    }
  })

  test('get their turn, however busy the other is', async () => {
    const [busy, quiet] = await two()
    let going = true
    let commits = 0
    const load = Array.from({ length: 4 }, async () => {
      for (; going; commits++) await busy.log.append(entry())
    })
    const done: Done[] = []
    for (let at = 0; at < 12; at++) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      done.push(await append(quiet, entry()))
    }
    going = false
    await Promise.all(load)
    expect(commits).toBeGreaterThan(done.length)
    await mustBeOneLedger(quiet.store, done)
  })

  test('who was overtaken and then does not come again holds the other up for a moment only', async () => {
    const [one, another] = await two()
    await commit(one.store, entry())
    const head = { ...(await one.store.head()), size: 9 }
    for (let at = 0; at < 3; at++)
      await expect(another.store.append(head, [entry()], sealAfter(head))).rejects.toThrow('')
    const from = performance.now()
    expect(await indices(one.store, entry())).toEqual([1])
    expect(performance.now() - from).toBeLessThan(3000)
    expect(await indices(another.store, entry())).toEqual([2])
  })

  test.each([
    ['is claimed by another while a group is written is refused alone', 'COMMIT', ['nonce-used', 0]],
    ['another claims and then lets go is used', 'ROLLBACK', [0, 1]],
  ])('a nonce that %s', async (_, end, became) => {
    const [{ store }, , url] = await two()
    const client = await other(url)
    await client.query('BEGIN')
    await client.query("INSERT INTO nonce VALUES ('k', 'n', 9007199254740991)")
    // The guards do not see it; the insertion waits for it.
    const written = indices(store, entry({ nonce: nonce('k', 'n') }), entry({ nonce: nonce('k', 'm') }))
    await expect
      .poll(async () => (await server.ask(WAITING, [new URL(url).pathname.slice(1)])).length, { timeout: 5000 })
      .toBe(1)
    await client.query(end)
    expect(await written).toEqual(became)
    expect((await store.head()).size).toBe(became.filter((one) => typeof one === 'number').length)
  })

  test('words of one witness are kept by both at once', async () => {
    const [one, another] = await two()
    const word = (size: number, time: number) => ({ witness: 'w', size, time, checkpoint: 'c', signature: `${time}` })
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? one : another).store.cosign(word(at % 25, at))),
    )
    const kept = await one.store.cosignatures()
    expect(kept.map(({ size }) => size)).toEqual(Array.from({ length: 16 }, (_, at) => at + 9))
    expect(kept.map(({ time }) => time)).toEqual(kept.map(({ size }) => (size < 15 ? size + 25 : size)))
  })
})
