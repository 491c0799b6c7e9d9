/** Following what happens, against a gateway that listens: nothing lost or told twice when connections break, and nothing taken that it did not say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, ClientError, createClient } from '../../../gateway/client/client.ts'
import { type WatchNotice, watchEvents } from '../../../gateway/client/events.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'

const PERIOD = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
let world: RunningWorld
let id: string
beforeAll(async () => {
  world = await startWorld()
  const bytes = file(['朱沱', '2025-11-04 08:00', '1.1'])
  await world.client(world.sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
  id = (await world.client(world.sides.cq.operator).consult({ period: PERIOD })).id
}, 60_000)
afterAll(() => world.close())

const own = (): Client => createClient({ origin: world.origin, key: world.sides.sc.reviewer })
async function say(text: string): Promise<number> {
  const client = createClient({ origin: world.origin, key: world.sides.cq.operator })
  const { steps } = await client.draft(id)
  const came = await client.step(id, { type: 'comment', cell: null, revision: 0, text }, steps)
  await client.close()
  return came.steps
}

/** A reader that runs beside the test; `until` resolves once it has heard or been told so much. */
function following(client: Client, after?: number) {
  const stopping = new AbortController()
  const [heard, notices]: [{ id: number; n: unknown }[], WatchNotice[]] = [[], []]
  const events = client.events({
    signal: stopping.signal,
    notice: (notice) => notices.push(notice),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 50))),
    ...(after === undefined ? {} : { after }),
  })
  const over = (async () => {
    for await (const event of events) heard.push({ id: event.id, n: event.data.n })
  })()
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 15_000; !holds(); ) {
      if (Date.now() > end) throw new Error(`not in time: ${JSON.stringify({ heard, notices: notices.slice(0, 9) })}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const count = (is: WatchNotice['is']): number => notices.filter((one) => one.is === is).length
  return {
    heard,
    notices,
    until,
    count,
    async stop() {
      stopping.abort()
      await over
      await client.close()
    },
  }
}

describe('a reader', () => {
  test('hears what happens from then on, and from behind any leaf', async () => {
    const now = following(own())
    await now.until(() => now.count('connected') === 1)
    const n = await say('一')
    await now.until(() => now.heard.length === 1)
    expect(now.heard).toEqual([{ id: expect.any(Number), n }])
    await now.stop()
    // What happened before is there for who names a leaf: the step that put it on the table, and the remark.
    const before = following(own(), 0)
    await before.until(() => before.heard.length >= 2)
    expect(before.heard.map((one) => one.n)).toEqual([2, 3])
    await before.stop()
  }, 30_000)

  test('goes on after the gateway was stopped and started, with nothing lost and nothing twice', async () => {
    const reader = following(own())
    await reader.until(() => reader.count('connected') === 1)
    const first = await say('二')
    await reader.until(() => reader.heard.length === 1)
    await world.stop()
    // Its last word was signed over all that it had said.
    await reader.until(() => reader.count('verified') === 1)
    expect(reader.notices).toContainEqual({ is: 'verified', events: 1 })
    await reader.until(() => reader.count('lost') >= 2)
    await world.start()
    const second = await say('三')
    await reader.until(() => reader.heard.length === 2)
    expect(reader.heard.map((one) => one.n)).toEqual([first, second])
    await reader.stop()
  }, 30_000)

  test('asked to stop stops, and leaves no connection open', async () => {
    const reader = following(own())
    await reader.until(() => reader.count('connected') === 1)
    await reader.stop()
    const { streams } = world.running().gateway ?? { streams: { count: () => 0 } }
    await reader.until(() => streams.count() === 0)
  }, 30_000)
})

describe('what is not taken', () => {
  test('a word the gateway did not say: one character changed on the way is found at the end', async () => {
    const client = own()
    const opened = { done: false }
    const tampered: Pick<Client, 'open'> = {
      async open(path, options) {
        const real = await client.open(path, options)
        async function* chunks(): AsyncGenerator<Uint8Array> {
          for await (const chunk of real.chunks) {
            const text = Buffer.from(chunk).toString('utf8')
            yield Buffer.from(text.replace('"act":"comment"', '"act":"withdraw"'))
          }
        }
        opened.done = true
        return { chunks: chunks(), verify: real.verify }
      },
    }
    const acts: unknown[] = []
    const reading = (async () => {
      for await (const { data } of watchEvents(tampered)) acts.push(data.act)
    })()
    reading.catch(() => undefined)
    for (const end = Date.now() + 5000; !opened.done && Date.now() < end; ) await new Promise((r) => setTimeout(r, 20))
    await say('四')
    await new Promise((resolve) => setTimeout(resolve, 200))
    await world.stop()
    await expect(reading).rejects.toMatchObject({ code: 'answer-unverified' })
    expect(acts).toEqual(['withdraw'])
    await client.close()
    await world.start()
  }, 30_000)

  test.each([
    [
      'nobody there',
      'network',
      async () => createClient({ origin: `http://127.0.0.1:${await freePort()}`, key: world.sides.sc.reviewer }),
    ],
    [
      'a key that is not listed',
      'key-unknown',
      async () => createClient({ origin: world.origin, key: (await import('../cli/running.ts')).testKey() }),
    ],
  ] as const)('%s at the first connection is thrown', async (_, code, make) => {
    const client = await make()
    const next = client.events().next()
    await expect(next).rejects.toMatchObject({ code })
    await expect(next).rejects.toBeInstanceOf(ClientError)
    await client.close()
  })

  test('a gateway without room asks to wait, and is asked again', async () => {
    const waits: number[] = []
    const answers = [
      () => Promise.reject(new ClientError('streams-full', 'no room', { status: 503, retryAfter: 15 })),
      () => Promise.reject(new ClientError('key-revoked', 'revoked', { status: 401 })),
    ]
    const full: Pick<Client, 'open'> = {
      open: () => (answers.shift() ?? (() => Promise.reject(new Error('asked too often'))))(),
    }
    const events = watchEvents(full, { wait: async (ms) => waits.push(ms) })
    await expect(events.next()).rejects.toMatchObject({ code: 'key-revoked' })
    expect(waits).toEqual([15_000])
  })

  test('between failures it waits longer each time, up to a minute', async () => {
    const waits: number[] = []
    const never: Pick<Client, 'open'> = { open: () => Promise.reject(new ClientError('network', 'down')) }
    const stopping = new AbortController()
    const events = watchEvents(never, {
      after: 7,
      signal: stopping.signal,
      wait: async (ms) => {
        waits.push(ms)
        if (waits.length === 7) stopping.abort()
      },
    })
    expect(await events.next()).toEqual({ done: true, value: undefined })
    expect(waits).toEqual([3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000])
  })
})
