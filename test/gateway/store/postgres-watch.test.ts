/** One store on PostgreSQL is told of what another one brings: of that alone, again after a loss, and never in place of an append. */
import { connect, createServer, type Socket } from 'node:net'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import type { Ears } from '../../../gateway/ports.ts'
import { openPostgres, type Postgres } from '../../../gateway/store/postgres/database.ts'
import { othersAt } from '../../../gateway/store/postgres/place.ts'
import { openWatch } from '../../../gateway/store/postgres/watch.ts'
import { describePostgres } from '../../postgres.ts'
import { type Opened, openLedger } from './postgres-log.ts'
import { document, entry, signature, stepped, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 30_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const QUICK = { pause: 50, longest: 100, trial: 200, answer: 600, goodbye: 500 }
const LISTENING = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN chuanyu%'"

interface Heard extends Ears {
  readonly told: ReturnType<typeof vi.fn<() => void>>
  readonly deaf: ReturnType<typeof vi.fn<(error: unknown) => void>>
}
const ears = (): Heard => ({ told: vi.fn<() => void>(), deaf: vi.fn<(error: unknown) => void>() })

/** A way to a server that says otherwise what is sent to it, or answers in its place; `hush` has nothing come back on those that are open. */
async function openWay(target: string, say: (sent: Buffer, answer: (bytes: Buffer) => void) => Buffer | null) {
  const { hostname, port } = new URL(target)
  const [open, hushed] = [new Set<Socket>(), new Set<Socket>()]
  const server = createServer((client) => {
    const behind = connect(Number(port || 5432), hostname)
    open.add(client)
    client.on('data', (sent) => {
      const said = say(sent, (bytes) => client.write(bytes))
      if (said) behind.write(said)
    })
    behind.on('data', (bytes) => hushed.has(client) || client.write(bytes))
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const)
      one.on('error', () => undefined).on('close', () => other.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  const url = new URL(target)
  if (typeof address === 'object' && address) Object.assign(url, { hostname: '127.0.0.1', port: String(address.port) })
  return {
    url: url.href,
    hush() {
      for (const client of open) hushed.add(client)
    },
  }
}

/** What a server answers to a statement that it does not know. */
function refusal(): Buffer {
  const fields = Buffer.from('SERROR\0VERROR\0C0A000\0MLISTEN is not supported\0\0')
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields, Buffer.from([0x5a, 0, 0, 0, 5, 0x49])])
}

describePostgres('of what another brings to its PostgreSQL database, a store', (server) => {
  async function opened(url: string): Promise<Opened> {
    const one = await openLedger({ url })
    closing.push(one.close)
    return one
  }
  /** Waits until it listens, and forgets that it was told so. */
  async function listens({ told }: Heard): Promise<void> {
    await vi.waitFor(() => expect(told).toHaveBeenCalled(), 5000)
    told.mockClear()
  }
  async function listening({ store }: Opened): Promise<Heard> {
    const own = ears()
    store.watch?.(own)
    await listens(own)
    return own
  }
  async function database(url: string): Promise<Postgres> {
    const db = await openPostgres({ url })
    closing.push(db.close)
    return db
  }
  async function watched(url: string, heard: Heard): Promise<void> {
    const watching = openWatch(await database(url), heard, QUICK)
    closing.push(watching.close)
  }

  test('is told at once, once a commit, of documents, signatures and steps, and of nothing else', async () => {
    const url = await server.fresh()
    const [one, another] = [await opened(url), await opened(url)]
    const { told, deaf } = await listening(another)
    await one.log.append(submitted([{ key: 'k', body: '{}' }]))
    await one.log.append(entry())
    await another.store.claim({ kid: 'k', nonce: 'n', expires: 9e12 })
    await pause(150)
    expect(told).toHaveBeenCalledTimes(0)
    const release = () => document('r')
    for (const [times, entries] of [
      [1, [entry({ document: release() })]],
      [2, [entry({ signature: signature('r', 'sc') })]],
      [3, [stepped('s', 1), stepped('t', 1), entry()]],
    ] as const) {
      await Promise.all(entries.map((each) => one.log.append(each)))
      const from = performance.now()
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(times), { timeout: 1000, interval: 2 })
      expect(performance.now() - from).toBeLessThan(1000)
    }
    await pause(100)
    expect(told).toHaveBeenCalledTimes(3)
    expect(deaf).not.toHaveBeenCalled()
    // What it is told of is there to be read.
    expect((await another.store.steps(-1, 9)).map(({ stream }) => stream)).toEqual(['s', 't'])
  })

  test('is told nothing of another ledger, be it in another schema or another database', async () => {
    const [one, schema, elsewhere] = [
      await opened(await server.fresh()),
      await opened(await server.fresh()),
      await opened(await server.fresh('database')),
    ]
    const { told } = await listening(one)
    for (const { log } of [schema, elsewhere]) await log.append(stepped('s', 1))
    await pause(200)
    expect(told).not.toHaveBeenCalled()
    await one.log.append(stepped('s', 1))
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))
  })

  test('is told again after its connection was ended, and of what it may have missed', async () => {
    const url = await server.fresh('database')
    const { log } = await opened(url)
    const heard = ears()
    await watched(url, heard)
    await listens(heard)
    const own = await database(url)
    const [before] = await own.all(LISTENING)
    await own.all('SELECT pg_terminate_backend(?::int)', [Number(before?.pid)])
    await listens(heard)
    const after = await own.all(LISTENING)
    expect(after).toHaveLength(1)
    expect(after[0]?.pid).not.toBe(before?.pid)
    await log.append(stepped('s', 1))
    await vi.waitFor(() => expect(heard.told).toHaveBeenCalledTimes(1))
    expect(heard.deaf).toHaveBeenCalledTimes(1)
    // One that has lasted and is then lost is told of anew.
    await pause(2 * QUICK.trial)
    await own.all('SELECT pg_terminate_backend(?::int)', [Number(after[0]?.pid)])
    await vi.waitFor(() => expect(heard.deaf).toHaveBeenCalledTimes(2))
  })

  test.each([
    [
      'refuses LISTEN',
      'not supported',
      (_: Buffer, answer: (bytes: Buffer) => void) => {
        answer(refusal())
        return null
      },
    ],
    // The same length, so that the message around it stays whole.
    [
      'takes it and passes nothing on',
      'does not arrive',
      (sent: Buffer) => {
        const text = sent.toString('latin1')
        return Buffer.from(
          text.replace(/LISTEN (chuanyu\w*)/, (all) => 'SELECT 1'.padEnd(all.length)),
          'latin1',
        )
      },
    ],
  ])('behind a pooler that %s goes on untold, and says so once', async (_, why, say) => {
    const url = await server.fresh()
    let tries = 0
    const way = await openWay(url, (sent, answer) => {
      if (!sent.includes('LISTEN chuanyu')) return sent
      tries++
      return say(sent, answer)
    })
    const { log } = await opened(way.url)
    const heard = ears()
    await watched(way.url, heard)
    await vi.waitFor(() => expect(tries).toBeGreaterThan(2), 5000)
    expect(heard.deaf).toHaveBeenCalledTimes(1)
    expect(String(heard.deaf.mock.calls[0]?.[0])).toContain(why)
    expect(heard.told).not.toHaveBeenCalled()
    expect((await log.append(stepped('s', 1))).place.index).toBe(0)
  })

  test('that falls silent without a word is listened to anew', async () => {
    const url = await server.fresh()
    const way = await openWay(url, (sent) => sent)
    const { log } = await opened(url)
    const [direct, over] = [await database(url), await database(way.url)]
    const heard = ears()
    const watching = openWatch({ all: direct.all, line: over.line }, heard, QUICK)
    closing.push(watching.close)
    await listens(heard)
    way.hush()
    await vi.waitFor(() => expect(String(heard.deaf.mock.calls[0]?.[0])).toContain('does not arrive'), 3000)
    await listens(heard)
    await log.append(stepped('s', 1))
    await vi.waitFor(() => expect(heard.told).toHaveBeenCalledTimes(1))
  })

  test('appends all the same when the queue of notifications fills, and tells nothing then', async () => {
    const url = new URL(await server.fresh())
    const schema = url.searchParams.get('options')?.replace('-csearch_path=', '')
    const { told } = await listening(await opened(url.href))
    // Found before the server's own.
    url.searchParams.set('options', `-csearch_path=${schema},pg_catalog`)
    const client = new Client({ connectionString: url.href })
    await client.connect()
    await client.query(
      `CREATE FUNCTION ${schema}.pg_notification_queue_usage() RETURNS float8 LANGUAGE sql AS 'SELECT 0.6'`,
    )
    await client.end()
    const { log } = await opened(url.href)
    expect((await log.append(stepped('s', 1))).place.index).toBe(0)
    await pause(150)
    expect(told).not.toHaveBeenCalled()
  })

  test('has one connection open for it while it is quiet, and none once it is closed', async () => {
    const url = await server.fresh('database')
    const one = await openLedger({ url })
    await listening(one)
    const other = await database(url)
    expect(await other.all(LISTENING)).toHaveLength(1)
    expect(await othersAt(other)).toBeGreaterThan(0)
    await one.close()
    expect(await other.all(LISTENING)).toHaveLength(0)
    await vi.waitFor(async () => expect(await othersAt(other)).toBe(0))
  })

  test('is closed before it listens, or while there is no server', async () => {
    const db = await database(await server.fresh())
    const heard = ears()
    await openWatch(db, heard).close()
    const nowhere = { ...db, line: () => Promise.reject(new Error('nobody there')) }
    const watching = openWatch(nowhere, heard, QUICK)
    await vi.waitFor(() => expect(heard.deaf).toHaveBeenCalledTimes(1))
    await watching.close()
    expect(heard.told).not.toHaveBeenCalled()
    expect(heard.deaf).toHaveBeenCalledTimes(1)
  })
})
