import { inspect } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { type Entry, StoreFailed } from '../../../gateway/ports.ts'
import { postgresBlobs } from '../../../gateway/store/postgres/blobs.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { describePostgres } from '../../postgres.ts'
import { type Done, mustBeOneLedger, type Opened, openLedger, timesOf } from './postgres-log.ts'
import { openProxy, type Way } from './postgres-proxy.ts'
import { entry, nonce, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function opened(url: string): Promise<Opened> {
  const one = await openLedger({ url })
  closing.push(one.close)
  return one
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const KILL = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'chuanyu' AND datname = ?`

const LIMITS = ['statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout']

describePostgres('a PostgreSQL server that limits what takes long', (server) => {
  test('does not cut off what may take as long as it takes', async () => {
    const url = await server.fresh('database')
    const known = await server.ask('SELECT name FROM pg_settings WHERE name = ANY($1)', [LIMITS])
    for (const { name } of known) await server.ask(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET ${name} = 300`)
    const db = await openPostgres({ url })
    closing.push(db.close)
    await db.transaction((inside) => inside.all('SELECT 1 FROM pg_sleep(0.5)'), { patient: true })
    expect(known.length).toBeGreaterThanOrEqual(2)
  })
})

describePostgres('a PostgreSQL server that goes away', (server) => {
  test.runIf(server.own).each(['fast', 'immediate'] as const)(
    'stopped (%s) and started again: all is refused meanwhile and works afterwards, and nothing is lost',
    async (how) => {
      const { db, store, log } = await opened(await server.fresh())
      const blobs = postgresBlobs(db)
      await blobs.put('evidence-1', Uint8Array.of(1))
      const append = async (one: Entry): Promise<Done> => ({ entry: one, ...(await log.append(one)) })
      const done = await Promise.all([append(entry()), append(submitted([{ key: 'k', body: '{}' }]))])
      await server.stop(how)
      const refused = [
        () => log.append(entry()),
        () => log.refresh(),
        () => store.head(),
        () => store.claim(nonce('k', 'n')),
        () => store.records({ dataset: 'water', limit: 1 }),
        () => store.pendingSchema(),
        () => blobs.put('evidence-2', Uint8Array.of(2)),
        () => blobs.get('evidence-1'),
      ]
      for (const work of refused) await expect(work()).rejects.toThrow(StoreFailed)
      await server.start()
      done.push(await append(entry()), await append(entry({ nonce: nonce('k', 'n') })))
      expect(done.map(({ place }) => place.index)).toEqual([0, 1, 2, 3])
      expect((await blobs.get('evidence-1'))?.[0]).toBe(1)
      expect(await blobs.get('evidence-2')).toBeNull()
      await mustBeOneLedger(store, done)
    },
  )

  test.runIf(server.own)(
    'stopped while much is going in: what was told to be in is in, once, and the rest can be sent again',
    async () => {
      const { store, log } = await opened(await server.fresh())
      const done: Done[] = []
      const failed: Entry[] = []
      const append = async (one: Entry): Promise<void> => {
        try {
          done.push({ entry: one, ...(await log.append(one)) })
        } catch (error) {
          expect(error).toBeInstanceOf(StoreFailed)
          failed.push(one)
        }
      }
      let going = true
      const load = Array.from({ length: 3 }, async (_, lane) => {
        for (let at = 0; going; at++) {
          await append(entry({ nonce: nonce(`k${lane}`, String(at)) }))
          if (failed.length > 0) await pause(5)
        }
      })
      await vi.waitUntil(() => done.length > 20, 20_000)
      await server.stop('immediate')
      await server.start()
      const before = done.length
      await vi.waitUntil(() => done.length > before + 20, 20_000)
      going = false
      await Promise.all(load)
      await mustBeOneLedger(store, done)
      for (const { entry: one } of done) expect(await timesOf(store, one)).toBe(1)
      expect((await store.head()).size).toBe(
        done.length + (await Promise.all(failed.map((one) => timesOf(store, one)))).filter(Boolean).length,
      )
    },
  )

  test('that ends connections in the middle of commits leaves each wholly in or wholly out, and the log tells which', async () => {
    const url = await server.fresh('database')
    const { store, log } = await opened(url)
    const name = new URL(url).pathname.slice(1)
    let going = true
    const done: Done[] = []
    const failed: Entry[] = []
    const load = Array.from({ length: 4 }, async (_, lane) => {
      for (let at = 0; going; at++) {
        const one = submitted([{ key: `k${lane}`, body: `{"at":${at}}` }], { id: `s-${lane}-${at}` })
        try {
          done.push({ entry: one, ...(await log.append(one)) })
        } catch (error) {
          expect(error).toBeInstanceOf(StoreFailed)
          failed.push(one)
        }
      }
    })
    for (let at = 0; at < 40 || done.length <= 5 || failed.length === 0; at++) {
      await pause(3 + (at % 7))
      await server.ask(KILL.replace('?', '$1'), [name])
    }
    going = false
    await Promise.all(load)
    await mustBeOneLedger(store, done)
    const records = await store.records({ dataset: 'water', limit: 100_000, revisions: true })
    for (const { entry: one } of done) {
      expect(await store.submission(one.submission?.id ?? '')).not.toBeNull()
      expect(records.filter(({ submission }) => submission === one.submission?.id)).toHaveLength(1)
    }
    // One that was refused has left nothing behind: neither a leaf nor a row.
    for (const one of failed) {
      const times = await timesOf(store, one)
      expect(await store.submission(one.submission?.id ?? '')).toEqual(times === 0 ? null : expect.anything())
      expect(records.filter(({ submission }) => submission === one.submission?.id)).toHaveLength(times)
    }
    expect((await log.append(entry())).place.index).toBe((await store.head()).size - 1)
  })

  test('that only reads for a while refuses what would write, and takes it afterwards', async () => {
    const url = await server.fresh('database')
    const { db, store, log } = await opened(url)
    const name = new URL(url).pathname.slice(1)
    const set = async (value: 'on' | 'off'): Promise<void> => {
      await server.ask(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`)
      await server.ask(KILL.replace('?', '$1'), [name])
      // The pool hears of it by and by.
      await pause(50)
    }
    await set('on')
    for (const work of [
      () => log.append(entry()),
      () => store.claim(nonce('k', 'n')),
      () => postgresBlobs(db).put('evidence-1', Uint8Array.of(1)),
    ])
      await expect(work()).rejects.toThrow(StoreFailed)
    expect((await store.head()).size).toBe(0)
    await set('off')
    expect((await log.append(entry())).place.index).toBe(0)
    expect(await store.claim(nonce('k', 'n'))).toBe(true)
  })

  test.runIf(server.own)('that speaks no TLS is not spoken to by who asks for it', async () => {
    const url = `${await server.fresh('database')}?sslmode=verify-full`
    const opening = openPostgres({ url })
    await expect(opening).rejects.toThrow(StoreFailed)
    await expect(opening).rejects.toThrow('does not support SSL')
  })
})

describePostgres('a COMMIT that is cut off', (server) => {
  async function cuttable(): Promise<Opened & { readonly proxy: Way; readonly url: string }> {
    const url = await server.fresh()
    const proxy = await openProxy(url)
    closing.push(proxy.close)
    return { ...(await opened(proxy.url)), proxy, url }
  }

  test.each(['answer', 'late'] as const)(
    'on its way back (%s) has gone in, and is told so; it goes in once',
    async (how) => {
      const { store, log, proxy } = await cuttable()
      await log.append(entry())
      proxy.cut(how)
      const [one, behind] = [submitted([{ key: 'k', body: '{}' }], { id: 's' }), entry()]
      const done = await Promise.all([one, behind].map(async (each) => ({ entry: each, ...(await log.append(each)) })))
      expect(proxy.cuts()).toBe(1)
      expect(done.map(({ place }) => place.index)).toEqual([1, 2])
      expect((await store.submission('s'))?.index).toBe(1)
      expect((await log.append(entry())).place.index).toBe(3)
      await mustBeOneLedger(store, done)
    },
  )

  test('on its way there has not gone in, is refused as the store’s fault, and can be sent again', async () => {
    const { store, log, proxy } = await cuttable()
    proxy.cut('commit')
    const one = submitted([{ key: 'k', body: '{}' }], { id: 's' })
    await expect(log.append(one)).rejects.toThrow(StoreFailed)
    expect(proxy.cuts()).toBe(1)
    expect(await store.submission('s')).toBeNull()
    expect((await store.head()).size).toBe(0)
    expect((await log.append(one)).place.index).toBe(0)
  })

  test('by a server that then stays away is refused; the log goes on behind it once the server is back', async () => {
    const { store, log, proxy, url } = await cuttable()
    proxy.cut('answer', true)
    const lost = entry({ nonce: nonce('k', 'n') })
    await expect(log.append(lost)).rejects.toThrow(StoreFailed)
    expect((await (await opened(url)).store.head()).size).toBe(1)
    proxy.open()
    // The nonce tells whoever sends it again.
    await expect(log.append(lost)).rejects.toThrow('nonce-used')
    const next = entry()
    const { place } = await log.append(next)
    expect(place.index).toBe(1)
    await mustBeOneLedger(store, [{ entry: next, place }])
    expect(await timesOf(store, lost)).toBe(1)
  })
})

test('a server that is not there is told without what the address hides', async () => {
  const url = 'postgres://somebody:hidden-word@127.0.0.1:1/chuanyu'
  const error: unknown = await openPostgres({ url }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(StoreFailed)
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hidden-word')
})

test.each([
  'postgres://somebody:hidden-word@127.0.0.1:port/chuanyu',
  'postgres://somebody:hidden-word@[::1/chuanyu',
  'postgres://somebody:hidden-word@127.0.0.1/chuanyu?sslmode=verify-full&sslrootcert=/none/here.pem',
])('an address that cannot be used is told without what it hides: %s', async (url) => {
  const error: unknown = await openPostgres({ url }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(TypeError)
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('hidden-word')
})
