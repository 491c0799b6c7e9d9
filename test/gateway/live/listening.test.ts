/** Streams of a gateway that listens: it stops although they are open, and hears of what another gateway on its store takes in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signRequest } from '../../../gateway/identity/request.ts'
import { LIVE_LIMITS } from '../../../gateway/live/limits.ts'
import { openStreams } from '../../../gateway/live/streams.ts'
import { listen, openNodeGateway, type Running } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld, type TestKey } from '../cli/running.ts'
import { configure } from '../machine/folder.ts'
import { type Listening, listenTo } from './events.ts'

let world: RunningWorld
let second: Running
let origin: string

beforeAll(async () => {
  world = await startWorld()
  const [bytes, mediaType] = [file(['朱沱', '2025-11-04 08:00', '1.9']), 'text/csv']
  await world.client(world.sides.cq.agency).submit({ contract: 'water-section-quality', bytes, mediaType })
  await configure(world, { shared: true })
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const gateway = await openNodeGateway(world.data, { origin })
  // Nothing wakes these: they hear only by looking.
  const streams = openStreams({ limits: { ...LIVE_LIMITS, poll: 0.2 }, wakes: false })
  second = await listen({ ...gateway, streams }, { port })
}, 60_000)
afterAll(async () => {
  await second?.close()
  await world?.close()
})

async function follow(at: string, key: TestKey): Promise<Listening> {
  const url = `${at}/v1/consultations/events`
  const headers = signRequest({ method: 'GET', url, key, created: Math.floor(Date.now() / 1000) })
  const listening = listenTo(await fetch(url, { headers }))
  expect((await listening.next(5000)).event).toBe('ready')
  return listening
}

test('what one gateway takes in reaches those who listen at another on the same store', async () => {
  const { sides } = world
  const [here, there] = [await follow(world.origin, sides.sc.reviewer), await follow(origin, sides.sc.reviewer)]
  const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
  const { id } = await world.client(sides.cq.operator).consult({ period })
  await world.client(sides.sc.reviewer).agree(id)
  const [one, two] = [
    [await here.next(), await here.next()],
    [await there.next(5000), await there.next(5000)],
  ]
  expect(one.map(({ data }) => data)).toMatchObject([
    { consultation: id, act: 'open', party: 'cq' },
    { consultation: id, act: 'agree', party: 'sc' },
  ])
  expect(two).toEqual(one)
  await Promise.all([here.hangUp(), there.hangUp()])
}, 30_000)

test('a gateway with open streams stops at once, and tells each that it does', async () => {
  const listeners = [
    await follow(world.origin, world.sides.sc.reviewer),
    await follow(world.origin, world.sides.cq.signatory),
  ]
  const began = performance.now()
  await world.stop()
  expect(performance.now() - began).toBeLessThan(3000)
  for (const one of listeners) {
    const [end] = await one.rest()
    expect(end).toMatchObject({ event: 'end', data: { reason: 'closing', answer: { signature: expect.any(String) } } })
  }
  await world.start()
}, 30_000)
