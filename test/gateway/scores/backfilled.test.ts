/** A forecast that comes as history is no forecast: it is counted late, whatever time of issue it claims, and never scored. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jsonOf } from '../intake/files.ts'
import { openScores, type ScoreWorld } from './world.ts'

let air: ScoreWorld
beforeEach(async () => {
  air = await openScores()
})
afterEach(() => air.close())

const HEAD = '区域,发布时间,预报日期,AQI范围,首要污染物'

async function send(path: string, csv: string) {
  const { agency } = air.world.sides.sc
  const done = await air.calls.write(agency, path, csv, { contentType: 'text/csv' })
  return jsonOf(done, 201)
}

test('backfilled after its day it is late; sent live before its day it counts', async () => {
  await send('/v1/submissions?contract=air-forecast', `${HEAD}\n泸州市,2026-11-15 14:30,2026-11-16,83~113,PM2.5\n`)
  air.until('2026-11-19T10:00:00+08:00')
  const past = `${HEAD}\n泸州市,2026-11-15 14:30,2026-11-17,99~129,PM2.5\n`
  const { receipt } = await send('/v1/submissions?contract=air-forecast&backfill=true', past)
  expect(receipt.header).toMatchObject({ accepted: { count: 1 }, backfill: {} })
  await air.observe('sc', [
    { city: '泸州市', day: '2026-11-16', pm25: '75' },
    { city: '泸州市', day: '2026-11-17', pm25: '75' },
  ])
  const { counts, groups } = await air.ask('/v1/scores?from=2026-11-16&to=2026-11-17&area=510500')
  expect(counts).toMatchObject({ forecasts: 2, reviewed: 1, late: 1 })
  const own = groups.filter(({ voice }: { voice: string }) => voice === 'own')
  expect(own.reduce((sum: number, { reviewed }: { reviewed: { n: number } }) => sum + reviewed.n, 0)).toBe(1)
})
