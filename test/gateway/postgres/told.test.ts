/** What one gateway takes in reaches a stream of another at once, and does so again after the connection that tells it, or the server, was gone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signRequest } from '../../../gateway/identity/request.ts'
import { LIVE_LIMITS } from '../../../gateway/live/limits.ts'
import { describePostgres } from '../../postgres.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { type Listening, listenTo } from '../live/events.ts'
import { type Pair, startPair } from './pair.ts'

const LISTENING = "FROM pg_stat_activity WHERE application_name = 'chuanyu' AND query LIKE 'LISTEN %'"
/** Much less than from one look to the next. */
const SOON = (LIVE_LIMITS.poll * 1000) / 2
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describePostgres('two gateways on one PostgreSQL database', (server) => {
  let pair: Pair
  let id: string
  beforeAll(async () => {
    pair = await startPair(await server.fresh('database'), { logging: { level: 'off' } })
    const { sides, client } = pair.world
    const bytes = file(['朱沱', '2025-11-04 08:00', '1.9'])
    await client(sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
    id = (await client(sides.cq.operator).consult({ period })).id
  }, 60_000)
  afterAll(() => pair?.close())

  /** Both listen, on connections that are none of these. */
  async function bothListen(before: readonly unknown[] = []): Promise<readonly unknown[]> {
    let pids: readonly unknown[] = []
    await expect
      .poll(
        async () => {
          pids = (await server.ask(`SELECT pid ${LISTENING}`)).map(({ pid }) => pid)
          return pids.filter((pid) => !before.includes(pid)).length
        },
        { timeout: 8000, interval: 20 },
      )
      .toBe(2)
    return pids
  }

  /** A stream at the second gateway that has just looked, and looks again much later. */
  async function follow(): Promise<Listening> {
    const url = `${pair.world.origin}/v1/consultations/events`
    const key = pair.world.sides.sc.reviewer
    const headers = signRequest({ method: 'GET', url, key, created: Math.floor(Date.now() / 1000) })
    const listening = listenTo(await pair.other('/v1/consultations/events', { headers }))
    expect((await listening.next(5000)).event).toBe('ready')
    await pause(100)
    return listening
  }

  /** A step at the first, and how long until the stream has it, ms. */
  async function heardWithin(listening: Listening): Promise<number> {
    const client = pair.world.client(pair.world.sides.cq.operator)
    const { steps } = await client.draft(id)
    await client.step(id, { type: 'comment', cell: null, revision: 0, text: `${steps}` }, steps)
    const from = performance.now()
    expect((await listening.next(8000)).data).toMatchObject({ consultation: id, act: 'comment', party: 'cq' })
    return performance.now() - from
  }

  test('a step at one is heard at the other at once, one after another', async () => {
    await bothListen()
    const listening = await follow()
    for (let at = 0; at < 3; at++) {
      expect(await heardWithin(listening)).toBeLessThan(SOON)
      await pause(100)
    }
    await listening.hangUp()
  }, 20_000)

  test('so it is when the connections that tell of it have been ended, and until then by looking', async () => {
    const listening = await follow()
    const before = await bothListen()
    await server.ask(`SELECT pg_terminate_backend(pid) ${LISTENING}`)
    expect(await heardWithin(listening)).toBeLessThan(LIVE_LIMITS.poll * 1000 + 2000)
    await bothListen(before)
    await pause(100)
    expect(await heardWithin(listening)).toBeLessThan(SOON)
    await listening.hangUp()
  }, 20_000)

  test.skipIf(!server.own)(
    'so it is when the server has been started anew',
    async () => {
      const before = await bothListen()
      await server.stop('fast')
      await server.start()
      await bothListen(before)
      const listening = await follow()
      expect(await heardWithin(listening)).toBeLessThan(SOON)
      await listening.hangUp()
    },
    20_000,
  )

  test('a gateway that stops listens no more', async () => {
    await pair.second().close()
    expect(await server.ask(`SELECT pid ${LISTENING}`)).toHaveLength(1)
  })
})
