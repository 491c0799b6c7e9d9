/** What is Chongqing's own in air files: one city, whose counties stand under 城市 or 区县, 全市 being all of it. */
import { describe, expect, test } from 'vitest'
import { CHONGQING_AIR } from '../../../adapters/chongqing/air.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../../../contracts/registry/index.ts'
import { csv, forecasts, observations } from '../air/helpers.ts'

const forecast = (heading: string, name: string) =>
  forecasts('cq', csv([heading, '预报日期', 'AQI'], [name, '2026-11-16', '60~90'])).records[0]?.record.area

describe('Chongqing', () => {
  test.each(['城市', '区县', '区域'])('is one city, all of it under %s', (heading) => {
    for (const name of ['重庆市', '重庆', '全市'])
      expect(forecast(heading, name)).toEqual({ id: '500000', kind: 'city', name: '重庆市', party: 'cq' })
  })

  test('has all its counties, zones and management units in force, under 城市 and under 区县', () => {
    const index = divisionIndex(DIVISIONS_2026_11)
    const areas = index.inForce({ on: '2026-11-16', party: 'cq', kinds: ['county', 'zone', 'management'] })
    // 25 districts, 8 counties and 4 autonomous counties; four zones; three units of management.
    expect(areas).toHaveLength(37 + 4 + 3)
    for (const { id, name } of areas)
      for (const heading of ['城市', '区县']) expect(forecast(heading, name)?.id, name).toBe(id)
    expect(forecast('片区', '主城')?.id).toBe('cq-中心城区')
  })

  test('names both provinces by both their names', () => {
    const row = (province: string) =>
      observations('cq', csv(['省份', '城市', '监测时间', 'PM2.5'], [province, '重庆市', '2026-11-15 08:00', '61']))
    for (const name of CHONGQING_AIR.own) expect(row(name).records).toHaveLength(1)
    for (const name of CHONGQING_AIR.other) expect(row(name).rejections[0]?.type).toBe('row-of-other-side')
  })
})
