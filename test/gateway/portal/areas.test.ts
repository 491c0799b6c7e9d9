import { expect, test } from 'vitest'
import { DIVISIONS_2026_12 } from '../../../contracts/registry/index.ts'
import { areaName } from '../../../gateway/portal/air/area-name.ts'
import { shortName } from '../../../gateway/portal/air/tile-map.ts'
import { areaEnglish } from '../../../gateway/portal/words/areas.ts'

const { divisions } = DIVISIONS_2026_12
/** Sichuan forecasts by city; Chongqing by district and county too; both by zone. */
const areas = divisions.filter(
  ({ kind, party }) => kind === 'city' || kind === 'zone' || (party === 'cq' && kind !== 'province'),
)

test('every area that is forecast for has an English name, the same for its short name', () => {
  expect(areas.length).toBeGreaterThan(80)
  expect(areas.filter(({ name }) => areaEnglish(name) === null).map(({ name }) => name)).toEqual([])
  for (const { name } of areas) expect(areaEnglish(shortName(name))).toBe(areaEnglish(name))
})

test('no two areas that have not been replaced share an English name', () => {
  const names = new Set(areas.filter(({ into }) => into.length === 0).map(({ name }) => name))
  expect(new Set([...names].map(areaEnglish)).size).toBe(names.size)
})

test.each([
  ['阿坝藏族羌族自治州', 'Aba'],
  ['石柱土家族自治县', 'Shizhu'],
  ['忠县', 'Zhongxian'],
  ['达州市', 'Dazhou'],
  ['雅安', 'Ya’an'],
  ['两江新区(重庆市)', 'Liangjiang New Area'],
])('%s is %s', (name, english) => {
  expect(areaEnglish(name)).toBe(english)
})

test('an English page says both names, a Chinese page the Chinese one, and one without an English name stays as it is', () => {
  expect(String(areaName('成都市', 'en'))).toBe('Chengdu <span class="own" lang="zh-CN">成都市</span>')
  expect(String(areaName('成都市', 'zh'))).toBe('成都市')
  expect(String(areaName('古蔺县', 'en'))).toBe('<span lang="zh-CN">古蔺县</span>')
})
