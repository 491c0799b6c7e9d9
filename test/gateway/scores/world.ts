/** A world whose two sides forecast, agree and publish on 15 November 2026, and observe on the days after: for tests of scores. */
import { expect } from 'vitest'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { jsonOf } from '../intake/files.ts'
import { value } from '../release/air/fixture.ts'
import { AFTERNOON, type AirWorld, openAir, sendForecasts, TWO_DAYS } from '../release/air/forecasts.ts'
import type { WorldOptions } from '../world.ts'

/** What a day's file says of a city: its PM2.5, by which its index goes (all else is low), and how far it was looked at. */
export interface DayRow {
  readonly city: string
  readonly day: string
  readonly pm25: string
  readonly pm10?: string
  readonly review?: '未审核' | '已审核' | '终审'
}

/** The world, and what happens in it. */
export interface ScoreWorld extends AirWorld {
  /** Moves the clock on to an instant. */
  until(instant: string): void
  observe(party: PartyId, rows: readonly DayRow[]): Promise<void>
  /** A file of observations as it is. */
  sendFile(party: PartyId, csv: string): Promise<void>
  /** JSON of a read signed by Sichuan's agency. */
  ask(path: string): ReturnType<typeof jsonOf>
}

/** Opens it, at three in the afternoon of 15 November. */
export async function openScores(options: WorldOptions = {}): Promise<ScoreWorld> {
  let time = AFTERNOON
  const air = await openAir({ now: () => (time += 1000), datasets: ['air-forecast', 'air-observation'], ...options })
  const { calls, world } = air
  const submit = async (party: PartyId, csv: string): Promise<void> => {
    const { agency } = world.sides[party]
    const path = '/v1/submissions?contract=air-observation'
    const done = await calls.write(agency, path, csv, { contentType: 'text/csv' })
    expect({ status: done.status, text: await done.clone().text() }).toMatchObject({ status: 201 })
    const { counts } = await jsonOf(await calls.read(agency, done.headers.get('location') ?? ''))
    expect(counts).toMatchObject({ rejected: 0 })
  }
  return {
    ...air,
    until(instant) {
      time = Date.parse(instant)
    },
    sendFile: submit,
    observe: (party, rows) =>
      submit(
        party,
        `${[
          '城市,日期,SO2,NO2,CO,O3_8h,PM10,PM2.5,审核状态',
          ...rows.map(({ city, day, pm25, pm10 = '40', review = '已审核' }) =>
            [city, day, '10', '20', '0.8', '60', pm10, pm25, review].join(','),
          ),
        ].join('\n')}\n`,
      ),
    ask: async (path) => jsonOf(await calls.read(world.sides.sc.agency, path)),
  }
}

/** The consultation on these days. */
export const DAILY = { product: 'daily-air-forecast', period: TWO_DAYS }
/** Its name. */
export const RELEASE = 'daily-air-2026-11-15'

/** Both sides forecast, agree on 广安市 by a union and on 泸州市 by a value of their own, and publish. */
export async function published(air: ScoreWorld): Promise<void> {
  await sendForecasts(air)
  await agreeOn(air, {}, [
    {
      base: 0,
      cell: '511600/2026-11-16',
      reason: null,
      take: 'union',
      value: value([62, 131], [2, 3], ['pm10', 'pm25']),
    },
    {
      base: 0,
      cell: '510500/2026-11-16',
      reason: '静稳天气，双方会商上调',
      take: 'own',
      value: value([110, 140], [3, 3], ['pm25']),
    },
  ])
}

/** Drafted by Sichuan with these edits, agreed and signed by both; its name. */
export async function agreeOn(air: ScoreWorld, over: object, edits: readonly unknown[]): Promise<string> {
  const { id } = await jsonOf(await air.desk.propose({ ...DAILY, ...over }), 201)
  if (edits.length > 0) await jsonOf(await air.desk.step('sc', 'operator', id, { type: 'revise', edits }), 201)
  await air.desk.agreed(id)
  for (const party of PARTIES) await jsonOf(await air.desk.sign(party, id), 201)
  return id
}

/**
 * What came: 泸州市 75 μg/m³, an AQI of 114; 广安市 60, an AQI of 100; 重庆市 50, an AQI of 80, not reviewed yet; on the 17th 泸州市 without PM10,
 * 重庆市 61, an AQI of 101 (standards §2.2, test vectors of the 2026 edition). Of 荣昌区 nothing.
 */
export async function observed(air: ScoreWorld): Promise<void> {
  await air.observe('sc', [
    { city: '泸州市', day: '2026-11-16', pm25: '75' },
    { city: '广安市', day: '2026-11-16', pm25: '60', review: '终审' },
    { city: '泸州市', day: '2026-11-17', pm25: '115', pm10: '—' },
  ])
  await air.observe('cq', [
    { city: '重庆市', day: '2026-11-16', pm25: '50', review: '未审核' },
    { city: '重庆市', day: '2026-11-17', pm25: '61' },
  ])
}
