/** What a commit promises when a standby stands behind the server: nothing is told of before it is there, and nothing by what another server has. */
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { StoreFailed } from '../../../gateway/ports.ts'
import { postgresBlobs } from '../../../gateway/store/postgres/blobs.ts'
import { settlePlace, stayInPlace } from '../../../gateway/store/postgres/place.ts'
import { describePostgres, startStandby, type TestStandby } from '../../postgres.ts'
import { mustBeOneLedger, type Opened, openLedger, timesOf } from './postgres-log.ts'
import { openProxy } from './postgres-proxy.ts'
import { entry, nonce } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const WAITING = `SELECT pid FROM pg_stat_activity
  WHERE wait_event = 'SyncRep' AND application_name = 'chuanyu' AND starts_with(query, $1)`

describePostgres('a server with a synchronous standby', (server) => {
  let url: string
  let standby: TestStandby
  beforeAll(async () => {
    if (!server.own) return
    url = await server.fresh('database')
    standby = await startStandby(url)
    await server.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
    await server.ask('SELECT pg_reload_conf()')
  }, 60_000)
  afterAll(() => standby?.close())

  async function settled(at: string): Promise<Opened & { moved: ReturnType<typeof vi.fn> }> {
    const one = await openLedger({ url: at })
    closing.push(one.close)
    const moved = vi.fn()
    expect(await settlePlace(one.db)).toBe(true)
    await stayInPlace(one.db, moved)
    return { ...one, moved }
  }
  /** Has a statement that waits for the standby wait no longer. */
  async function cancel(beginning: string): Promise<void> {
    for (;;) {
      const [found] = await server.ask(WAITING, [beginning])
      if (found) {
        await server.ask('SELECT pg_cancel_backend($1)', [found.pid])
        return
      }
      await later(20)
    }
  }
  /** Whether it is told of as done. */
  const done = (work: Promise<unknown>): Promise<boolean> =>
    Promise.race([work.then(() => true), later(300).then(() => false)])

  test.runIf(server.own)(
    'tells of no commit that was made to wait for it no longer, and of all once it is back',
    async () => {
      const { db, store, log } = await settled(url)
      await log.append(entry())
      await standby.stop()
      const [one, blob] = [entry(), Uint8Array.of(7)]
      const appending = log.append(one)
      await cancel('COMMIT')
      expect(await done(appending)).toBe(false)
      const putting = postgresBlobs(db).put('evidence-1', blob)
      const refused = expect(putting).rejects.toThrow(StoreFailed)
      await cancel('INSERT INTO blob')
      await refused
      expect(await done(appending)).toBe(false)
      await standby.start()
      const { place } = await appending
      expect(place.index).toBe(1)
      expect(await timesOf(store, one)).toBe(1)
      await mustBeOneLedger(store, [{ entry: one, place }])
    },
  )

  test.runIf(server.own)(
    'does not tell that a commit whose answer was lost is in, by what the standby has that took over; nothing goes in twice',
    async () => {
      const way = await openProxy(url)
      closing.push(way.close)
      const { db, store, log, moved } = await settled(way.url)
      const one = entry({ nonce: nonce('k', 'n') })
      way.cut('answer', true)
      const appending = log.append(one)
      const refused = expect(appending).rejects.toThrow(StoreFailed)
      await vi.waitUntil(() => way.cuts() === 1)
      await later(200)
      await server.stop('immediate')
      await standby.promote()
      way.lead(standby.url)
      way.open()
      await refused
      expect(moved).toHaveBeenCalledTimes(1)
      // It was there by then: who sends it again is told so once the ledger is let go.
      expect(await timesOf(store, one)).toBe(1)
      await expect(log.append(entry())).rejects.toThrow(StoreFailed)
      await expect(db.begin()).rejects.toThrow('elsewhere')
      expect(moved).toHaveBeenCalledTimes(1)
      const size = (await store.head()).size
      expect(await timesOf(store, one)).toBe(1)
      expect(size).toBe(log.head().size + 1)
    },
  )
})
