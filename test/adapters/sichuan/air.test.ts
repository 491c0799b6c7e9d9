/** What is Sichuan's own in air files: its cities under 城市, and no 全市 of its own. */
import { describe, expect, test } from 'vitest'
import { SICHUAN_AIR } from '../../../adapters/sichuan/air.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../../../contracts/registry/index.ts'
import { csv, forecasts, observations } from '../air/helpers.ts'

const forecast = (heading: string, name: string) =>
  forecasts('sc', csv([heading, '预报日期', 'AQI'], [name, '2026-11-16', '60~90'])).records[0]?.record.area

describe('Sichuan', () => {
  test.each(['城市', '城市名称', '市州', '地市', '城市编码'])('writes its cities under %s', (heading) => {
    expect(forecast(heading, heading === '城市编码' ? '510100' : '成都市')).toMatchObject({
      id: '510100',
      kind: 'city',
    })
  })

  test('has all its cities and zones, and both of their usual spellings', () => {
    const index = divisionIndex(DIVISIONS_2026_11)
    const cities = index.inForce({ on: '2026-11-16', party: 'sc', kinds: ['city', 'zone'] })
    expect(cities).toHaveLength(24)
    for (const { id, name, kind } of cities) {
      const heading = kind === 'zone' ? '片区' : '城市'
      expect(forecast(heading, name)?.id, name).toBe(id)
      if (kind === 'city')
        expect(forecast(heading, name.replace(/(?:市|(?:藏族|羌族|彝族)+自治州)$/, ''))?.id, name).toBe(id)
      else expect(forecast(heading, `${name}地区`)?.id, name).toBe(id)
    }
  })

  test('names both provinces by both their names', () => {
    const row = (province: string) =>
      observations('sc', csv(['省份', '城市', '监测时间', 'PM2.5'], [province, '成都市', '2026-11-15 08:00', '61']))
    for (const name of SICHUAN_AIR.own) expect(row(name).records).toHaveLength(1)
    for (const name of SICHUAN_AIR.other) expect(row(name).rejections[0]?.type).toBe('row-of-other-side')
    expect(row('云南省').rejections[0]?.type).toBe('territory-outside')
  })
})
