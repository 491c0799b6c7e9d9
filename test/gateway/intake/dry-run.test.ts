/** A large dry run is worked on beside the main thread: a read that comes while it is under way is answered before it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Calls, CONTRACT, callsOf } from '../http/calls.ts'
import { capturedPool } from '../threads/captured.ts'
import { csv, openWorld, type World } from '../world.ts'

const DRY = `/v1/normalise?contract=${CONTRACT}`
/** A file of about 1.5 MB, its times one after another. */
const LARGE = csv(
  Array.from({ length: 30_000 }, (_, at) => {
    const time = new Date(Date.UTC(2012, 0, 1, 4 * at)).toISOString()
    return ['朱沱', `${time.slice(0, 10)} ${time.slice(11, 16)}`, '2.1'] as const
  }),
)

let world: World
let calls: Calls
let begun: Promise<void>
const { pool, workers } = capturedPool()

beforeAll(async () => {
  world = await openWorld()
  let begin = (): void => undefined
  begun = new Promise((resolve) => {
    begin = resolve
  })
  const { dryRun } = pool
  const gateway: typeof world.gateway = {
    ...world.gateway,
    dryRun(job, registry) {
      const working = dryRun(job, registry)
      begin()
      return working
    },
  }
  calls = callsOf({ ...world, gateway })
})
afterAll(async () => {
  expect(calls.failures).toEqual([])
  await Promise.all([pool.close(), world.close()])
})

test('a read is answered while a large dry run is under way', async () => {
  const { agency } = world.sides.cq
  const order: string[] = []
  const dry = calls.write(agency, DRY, LARGE, { contentType: 'text/csv' }).then(async (answer) => {
    order.push('dry run')
    return { status: answer.status, lines: (await answer.text()).trimEnd().split('\n') }
  })
  await begun
  const read = await calls.read(agency, `/v1/records/${CONTRACT}`)
  order.push('read')
  expect(read.status).toBe(200)
  const { status, lines } = await dry
  expect(order).toEqual(['read', 'dry run'])
  expect(status).toBe(200)
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'summary', counts: { in: 30_000, rejected: 0 } })
  expect(lines).toHaveLength(30_001)
  expect(workers).toHaveLength(1)
}, 60_000)

test('a small one is answered where it came, by the same lines', async () => {
  const file = csv([['朱沱', '2026-11-02 04:00', '2.1']])
  const { agency } = world.sides.cq
  const answers = [calls, callsOf(world)].map((each) => each.write(agency, DRY, file, { contentType: 'text/csv' }))
  const [there, here] = await Promise.all(answers.map(async (answer) => (await answer).text()))
  expect(there).toBe(here)
  expect(workers).toHaveLength(1)
})
