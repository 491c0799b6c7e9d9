/** Forecasts by the zones of the register's edition of 2026-12: rows grouped by them, and an outlook derived from what lies in one. */
import { describe, expect, test } from 'vitest'
import { DIVISIONS_2026_11, DIVISIONS_2026_12 } from '../../../../contracts/registry/index.ts'
import { zoneOf, zonesOf } from '../../../../gateway/release/products/air/areas.ts'
import { DAILY_AIR } from '../../../../gateway/release/products/air/daily.ts'
import { WEEKLY_AIR } from '../../../../gateway/release/products/air/weekly.ts'
import { inputFor, type Telling } from './fixture.ts'

const registry = DIVISIONS_2026_12
const DAY = '2026-11-16'
const told = (area: string, aqi: readonly [number, number], by: 'cq' | 'sc' = 'sc'): Telling => ({
  area,
  by,
  day: DAY,
  aqi,
})
const zones = (id: string) => zonesOf(registry, id).map(({ name }) => name)

describe('an area', () => {
  test('lies in the zone of its city, and in what that zone is part of', () => {
    expect(zones('510500')).toEqual(['川南'])
    // 泸县 lies in 泸州市.
    expect(zones('510521')).toEqual(['川南'])
    expect(zones('500103')).toEqual(['中心城区', '主城都市区'])
    expect(zones('500153')).toEqual(['主城都市区'])
    expect(zones('cq-中心城区')).toEqual(['主城都市区'])
  })

  test('of which nothing is said lies in none; nor does any by the edition before', () => {
    for (const id of ['510400', '500000', 'cq-万盛经开区', 'nothing']) expect(zones(id)).toEqual([])
    expect(zonesOf(DIVISIONS_2026_11, '510500')).toEqual([])
    // A zone is a row of its own.
    expect(zoneOf(registry, 'cq-中心城区')).toBeNull()
  })
})

test('the rows of a daily forecast stand zone by zone, those of no zone behind', () => {
  const all = [
    told('泸州市', [80, 110]),
    told('攀枝花市', [40, 70]),
    told('成都市', [90, 120]),
    told('自贡市', [80, 110]),
    told('达州市', [60, 90]),
    told('渝中区', [60, 90], 'cq'),
    told('万州区', [60, 90], 'cq'),
    told('荣昌区', [60, 90], 'cq'),
  ]
  const { rows } = DAILY_AIR.table(inputFor(all, { registry }))
  expect(rows.map(({ title, zone }) => `${title.zh} ${zone?.title.zh ?? '–'}`)).toEqual([
    '综述 –',
    '渝中区 中心城区',
    '荣昌区 主城都市区',
    '万州区 渝东北',
    '成都市 成都平原',
    '自贡市 川南',
    '泸州市 川南',
    '达州市 川东北',
    '攀枝花市 –',
  ])
})

describe('an outlook', () => {
  const joint = (all: readonly Telling[], zone: string) =>
    WEEKLY_AIR.table(inputFor(all, { first: DAY, end: '2026-11-23', registry })).cells.find(
      ({ id }) => id === `${zone}/${DAY}`,
    )?.joint

  test('without a word on the zone itself is put together from the areas in it, and says so', () => {
    const all = [told('泸州市', [80, 110]), told('泸县', [70, 95]), told('自贡市', [95, 125]), told('成都市', [10, 40])]
    expect(joint(all, 'sc-川南')).toMatchObject({ aqi: { min: 70, max: 125 }, basis: { days: [DAY], derived: true } })
    expect(joint(all, 'sc-川东北')).toBeNull()
  })

  test('of 主城都市区 has 中心城区 in it, by its districts and by its own word', () => {
    const districts = [told('渝中区', [60, 90], 'cq'), told('荣昌区', [80, 110], 'cq')]
    expect(joint(districts, 'cq-主城都市区')).toMatchObject({ aqi: { min: 60, max: 110 } })
    expect(joint(districts, 'cq-中心城区')).toMatchObject({ aqi: { min: 60, max: 90 } })
    const zone = [told('中心城区', [40, 70], 'cq'), told('荣昌区', [80, 110], 'cq')]
    expect(joint(zone, 'cq-主城都市区')).toMatchObject({ aqi: { min: 40, max: 110 }, basis: { derived: true } })
  })

  test('the zone’s own word counts before those of its areas', () => {
    const all = [told('川南', [87, 117]), told('泸州市', [10, 40])]
    expect(joint(all, 'sc-川南')).toMatchObject({ aqi: { min: 87, max: 117 }, basis: { derived: false } })
  })
})
