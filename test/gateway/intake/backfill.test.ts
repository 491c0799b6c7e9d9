/** History sent late on purpose: only what nobody waits for any more, marked in the ledger, and counted as nobody's timely report. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { openStreams } from '../../../gateway/live/streams.ts'
import { type Calls, callsOf, refused, SUBMIT } from '../http/calls.ts'
import { csv, MONDAY, openWorld, type World } from '../world.ts'
import { jsonOf } from './files.ts'

/** The contract gives seven days: before this instant nobody waits any more. */
const NOW = Date.parse('2026-11-20T12:00:00+08:00')
const HISTORY = `${SUBMIT}&backfill=true`

let world: World
let calls: Calls
let woken: number
beforeEach(async () => {
  woken = 0
  const streams = openStreams()
  const counted = {
    ...streams,
    wake() {
      woken++
      streams.wake()
    },
  }
  world = await openWorld({ now: () => NOW, streams: counted })
  calls = callsOf(world)
})
afterEach(() => world.close())

const send = (rows: Parameters<typeof csv>[0], path = HISTORY) =>
  calls.write(world.sides.cq.agency, path, csv(rows), { contentType: 'text/csv' })
const shown = async (done: Response) =>
  jsonOf(await calls.read(world.sides.cq.agency, done.headers.get('location') ?? ''))

describe('a backfilled file', () => {
  test('says so in its leaf, its receipt and its notes; a live one does not', async () => {
    const past = await send([['朱沱', '2024-11-04 08:00', '1.1']])
    const before = '2026-11-13T04:00:00.000Z'
    expect(await shown(past)).toMatchObject({
      header: { backfill: { before } },
      notes: [{ rule: 'backfilled', sent: before }],
    })
    expect(JSON.parse(await past.text())).toMatchObject({ receipt: { header: { backfill: { before } } } })
    const live = await shown(await send([['朱沱', '2024-11-04 12:00', '1.1']], SUBMIT))
    expect(live.header).not.toHaveProperty('backfill')
    expect(live.notes).toEqual([])
  })

  test('gives what ended before the contract’s deadline, and not what ended with it', async () => {
    const done = await send([
      ['朱沱', '2026-11-13 11:59', '1.1'],
      ['朱沱', '2026-11-13 12:00', '1.2'],
      ['朱沱', '2026-11-20 08:00', '1.3'],
    ])
    const { counts, id } = await shown(done)
    expect(counts).toEqual({ in: 3, accepted: 1, rejected: 2, duplicates: 0 })
    const { rejections } = await jsonOf(await calls.read(world.sides.cq.agency, `/v1/submissions/${id}/rejections`))
    expect(rejections).toMatchObject([
      { row: 3, type: 'backfill-too-recent', value: '2026-11-13T04:00:00.000Z' },
      { row: 4, type: 'backfill-too-recent', value: '2026-11-20T00:00:00.000Z' },
    ])
    const live = await send([['朱沱', '2026-11-20 08:00', '1.3']], SUBMIT)
    expect((await shown(live)).counts).toMatchObject({ accepted: 1 })
  })

  test('of recent rows alone is refused whole', async () => {
    const problem = await refused(await send([['朱沱', '2026-11-20 08:00', '1.3']]), 422, 'no-acceptable-row')
    expect(problem.rejections).toMatchObject([{ row: 2, type: 'backfill-too-recent' }])
  })

  test('wakes nobody who listens to what happens', async () => {
    await send([['朱沱', '2024-11-04 08:00', '1.1']])
    expect(woken).toBe(0)
    await world.propose(MONDAY)
    expect(woken).toBeGreaterThan(0)
  })

  test('carries a release that verifies, as any other does', async () => {
    for (const day of ['02', '05', '08'])
      await send([
        ['朱沱', `2026-11-${day} 08:00`, '1.1'],
        ['晒网坝', `2026-11-${day} 08:00`, '1.9'],
      ])
    await calls.write(world.sides.sc.agency, HISTORY, csv([['金子', '2026-11-03 08:00', '1.4']]), {
      contentType: 'text/csv',
    })
    const release = await world.publish(MONDAY)
    const report = verifyBundle(Buffer.from(await world.bundle(release)), world.trust)
    expect(report.checks.filter(({ state }) => state !== 'ok')).toEqual([])
    expect(report.ok).toBe(true)
  })

  test('is the same work as the same bytes sent before', async () => {
    const rows = [['朱沱', '2024-11-05 08:00', '1.1']] as const
    const [first, second] = [await send(rows), await send(rows)]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(await second.text()).toBe(await first.text())
  })

  test.each(['', 'false', '1', 'true&backfill=true'])('is not asked for by backfill=%s', async (value) => {
    await refused(
      await send([['朱沱', '2024-11-04 08:00', '1.1']], `${SUBMIT}&backfill=${value}`),
      400,
      'query-invalid',
    )
  })
})
