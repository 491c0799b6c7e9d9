/** Forecast files of both sides sent to a world over signed HTTP: for tests of consultations on air. */
import { expect } from 'vitest'
import type { PartyId } from '../../../../contracts/types.ts'
import { type Calls, callsOf } from '../../http/calls.ts'
import { idOf, jsonOf } from '../../intake/files.ts'
import { openWorld, type World, type WorldOptions } from '../../world.ts'
import { type Desk, deskOf } from '../desk.ts'

/** A world in which air is shared, at three in the afternoon of 15 November 2026, and who sits at its desk. */
export interface AirWorld {
  readonly world: World
  readonly calls: Calls
  readonly desk: Desk
  /** Sends rows of one side's table: area, valid day, AQI range, primary pollutant. */
  send(party: PartyId, rows: readonly (readonly string[])[], office?: string): Promise<void>
  close(): Promise<void>
}

/** 15:00 on the day of issue: half an hour before both must have agreed. */
export const AFTERNOON = Date.parse('2026-11-15T15:00:00+08:00')

/** Opens it. */
export async function openAir(options: WorldOptions = {}): Promise<AirWorld> {
  const world = await openWorld({ start: AFTERNOON, datasets: ['air-forecast'], ...options })
  const calls = callsOf(world)
  return {
    world,
    calls,
    desk: deskOf(world, calls),
    async send(party, rows, office = '') {
      const head = ['区域', '预报日期', '发布时间', 'AQI范围', '首要污染物', '发布单位']
      const lines = rows.map(([area, day, aqi, primary]) => [area, day, '2026-11-15 14:30', aqi, primary, office])
      const csv = `${[head, ...lines].map((line) => line.join(',')).join('\n')}\n`
      const how = { contentType: 'text/csv' }
      const answer = await calls.write(world.sides[party].agency, '/v1/submissions?contract=air-forecast', csv, how)
      expect(answer.status).toBe(201)
      const outcome = await jsonOf(await calls.read(world.sides[party].agency, `/v1/submissions/${idOf(answer)}`))
      expect(outcome.counts).toMatchObject({ accepted: rows.length, rejected: 0 })
    },
    async close() {
      await world.close()
      expect(calls.failures).toEqual([])
    },
  }
}

/** What both sides send for 16 and 17 November. */
export async function sendForecasts({ send }: AirWorld): Promise<void> {
  await send('sc', [
    ['泸州市', '2026-11-16', '83~113', 'PM2.5'],
    ['泸州市', '2026-11-17', '95~125', 'PM2.5'],
    ['广安市', '2026-11-16', '62~92', 'PM2.5'],
    ['川南', '2026-11-16', '87~117', 'PM2.5'],
    ['重庆市', '2026-11-16', '65~95', 'PM2.5'],
  ])
  await send('cq', [
    ['重庆市', '2026-11-16', '61~91', 'PM2.5'],
    ['重庆市', '2026-11-17', '75~105', 'PM2.5'],
    ['广安市', '2026-11-16', '101~131', 'PM10'],
    ['荣昌区', '2026-11-16', '81~111', 'PM2.5'],
  ])
  await send('sc', [['广安市', '2026-11-16', '151~181', 'PM2.5']], '西南区域空气质量预测预报中心（示例）')
}

/** The period of those days. */
export const TWO_DAYS = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-18T00:00:00+08:00' }
