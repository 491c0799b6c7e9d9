import { expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { callsOf, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { playWeek } from '../week.ts'
import { openWorld } from '../world.ts'
import { deskOf } from './desk.ts'

const PERIOD = { start: '2026-11-01T00:00:00+08:00', end: '2026-12-01T00:00:00+08:00' }
const MONTHLY = { product: 'monthly-water-bulletin', period: PERIOD }

test('a monthly bulletin is agreed, signed and verified offline, over every current record of its month', async () => {
  const world = await openWorld({ start: Date.parse('2026-12-01T09:00:00+08:00') })
  const calls = callsOf(world)
  const desk = deskOf(world, calls)
  try {
    await playWeek(world)
    const { id } = await jsonOf(await desk.propose(MONTHLY), 201)
    expect(id).toBe('monthly-water-2026-11')
    await desk.agreed(id)
    for (const party of PARTIES) await jsonOf(await desk.sign(party, id), 201)
    const { release } = await jsonOf(await calls.get(`/v1/releases/${id}`))
    // The week's files name fourteen section-and-time pairs of each side's own; two of their sixteen rows say one again.
    expect(release).toMatchObject({ type: 'monthly-water-bulletin', period: PERIOD })
    expect(release.derivedFrom.count).toBe(14)
    // Thirty days of six four-hour values a section.
    for (const { records } of release.sections) expect(records.expected).toBe(180)
    const bundle = await (await calls.get(`/v1/releases/${id}/proof`)).text()
    expect(verifyBundle(bundle, world.trust).ok).toBe(true)
    expect(verifyBundle(bundle.replace('monthly-water-2026-11', 'monthly-water-2026-10'), world.trust).ok).toBe(false)
    expect((await calls.get(`/releases/${id}`)).status).toBe(200)
  } finally {
    await world.close()
  }
})

test.each([
  ['that is not over', '2026-12-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'],
  ['that begins in its middle', '2026-10-15T00:00:00+08:00', '2026-11-15T00:00:00+08:00'],
  ['a day short', '2026-11-01T00:00:00+08:00', '2026-11-30T00:00:00+08:00'],
])('a month %s is refused', async (_, start, end) => {
  const world = await openWorld({ start: Date.parse('2026-12-01T09:00:00+08:00') })
  try {
    await playWeek(world)
    const desk = deskOf(world, callsOf(world))
    await refused(await desk.propose({ ...MONTHLY, period: { start, end } }), 422, 'period-invalid')
  } finally {
    await world.close()
  }
})
