/** The six pollutants by name, in lists and in headings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePollutant, parsePollutantHeading, parsePrimary } from '../../../adapters/air/pollutants.ts'

describe('a name', () => {
  test.each([
    ['PM2.5', 'pm25'],
    ['PM25', 'pm25'],
    ['pm2_5', 'pm25'],
    ['PM₂.₅', 'pm25'],
    ['ＰＭ２．５', 'pm25'],
    ['PM 2.5', 'pm25'],
    ['细颗粒物', 'pm25'],
    ['细颗粒物(PM2.5)', 'pm25'],
    ['PM2.5（细颗粒物）', 'pm25'],
    ['颗粒物(PM2.5)', 'pm25'],
    ['PM10', 'pm10'],
    ['颗粒物(PM10)', 'pm10'],
    ['可吸入颗粒物', 'pm10'],
    ['O3', 'o3'],
    ['O₃', 'o3'],
    ['臭氧', 'o3'],
    ['臭氧(O3)', 'o3'],
    ['NO2', 'no2'],
    ['二氧化氮', 'no2'],
    ['SO₂', 'so2'],
    ['CO', 'co'],
    ['一氧化碳', 'co'],
  ])('%s is %s', (text, pollutant) => expect(parsePollutant(text)).toBe(pollutant))

  test.each(['', 'PM', 'PM1', 'NO', 'NOx', 'TSP', '颗粒物', '臭氧层', 'CO2', 'constructor', 'toString'])(
    '%j is none',
    (text) => expect(parsePollutant(text)).toBeUndefined(),
  )
})

describe('a list of primary pollutants', () => {
  test.each([
    ['PM10', ['pm10']],
    ['PM2.5、O3', ['pm25', 'o3']],
    ['PM10或PM2.5', ['pm10', 'pm25']],
    ['PM2.5/O3', ['pm25', 'o3']],
    ['PM2.5,O3', ['pm25', 'o3']],
    ['细颗粒物和臭氧', ['pm25', 'o3']],
    ['臭氧8小时', ['o3']],
    ['O3_8h、PM2.5_24h', ['o3', 'pm25']],
    ['PM2.5、PM2.5', ['pm25']],
    ['PM 2.5', ['pm25']],
    ['', []],
    ['无', []],
    ['—', []],
    ['--', []],
    ['/', []],
    ['／', []],
    ['-;', []],
    ['NA', []],
  ])('%j is %j, in its order', (text, list) => expect(parsePrimary(text)).toEqual(list))

  test.each(['PM1', 'PM2.5、沙尘', '无法判断', '、'])('%j is none that is read', (text) => {
    expect(parsePrimary(text)).toBeUndefined()
  })
})

describe('a heading of concentrations', () => {
  const plain = { averaging: null, maximum: false, unit: null }
  test.each([
    ['PM2.5', { ...plain, pollutant: 'pm25' }],
    ['pm2_5', { ...plain, pollutant: 'pm25' }],
    ['PM2.5(μg/m³)', { ...plain, pollutant: 'pm25', unit: 'μg/m³' }],
    ['PM2.5(ug/m3)', { ...plain, pollutant: 'pm25', unit: 'μg/m³' }],
    ['PM2.5（微克/立方米）', { ...plain, pollutant: 'pm25', unit: 'μg/m³' }],
    ['PM2.5浓度(µg/m³)', { ...plain, pollutant: 'pm25', unit: 'μg/m³' }],
    ['细颗粒物(PM2.5)', { ...plain, pollutant: 'pm25' }],
    ['CO(mg/m³)', { ...plain, pollutant: 'co', unit: 'mg/m³' }],
    ['CO μg/m³', { ...plain, pollutant: 'co', unit: 'μg/m³' }],
    ['CO(ppm)', { ...plain, pollutant: 'co', unit: 'ppm' }],
    ['CO()', { ...plain, pollutant: 'co' }],
    ['so2_24h', { ...plain, pollutant: 'so2', averaging: '24h' }],
    ['pm2_5_24h', { ...plain, pollutant: 'pm25', averaging: '24h' }],
    ['PM10日均浓度', { ...plain, pollutant: 'pm10', averaging: '24h' }],
    ['O3_8h', { ...plain, pollutant: 'o3', averaging: '8h' }],
    ['O3-8h', { ...plain, pollutant: 'o3', averaging: '8h' }],
    ['臭氧8小时', { ...plain, pollutant: 'o3', averaging: '8h' }],
    ['臭氧8小时滑动平均', { ...plain, pollutant: 'o3', averaging: '8h' }],
    ['臭氧1小时(μg/m³)', { ...plain, pollutant: 'o3', averaging: '1h', unit: 'μg/m³' }],
    ['o3_8h_24h', { ...plain, pollutant: 'o3', averaging: '8h', maximum: true }],
    ['臭氧日最大8小时', { ...plain, pollutant: 'o3', averaging: '8h', maximum: true }],
    ['PM10', { ...plain, pollutant: 'pm10' }],
  ])('%s', (heading, found) => expect(parsePollutantHeading(heading)).toEqual(found))

  test.each(['', 'PM2.5_IAQI', 'PM2.5分指数', 'NO', 'AQI', 'PM_US Post', '温度(℃)', '备注', 'PM2.5(PM10)x'])(
    '%j is none',
    (heading) => expect(parsePollutantHeading(heading)).toBeNull(),
  )

  test('of any text whatever is one or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (heading) => {
        const found = parsePollutantHeading(heading)
        expect(found === null || typeof found.pollutant === 'string').toBe(true)
      }),
    )
  })
})
