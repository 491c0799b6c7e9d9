/** The AQI the national publisher printed for one hour of 111 sites, computed again. The published figures are no clean oracle: see below. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { airClass, hourlyAqi, parseAirClass } from '../../../adapters/standards/air.ts'
import type { AirValues, Averaging, HourlyParticles, Pollutant } from '../../../contracts/standards/air-types.ts'
import { airIndexAt } from '../../../contracts/standards/index.ts'
import { describeShared, sharedPath } from '../../shared.ts'

interface Site {
  readonly published: number
  readonly quality: string
  readonly values: AirValues
}

const COLUMNS: readonly [member: string, pollutant: Pollutant, averaging: Averaging][] = [
  ['co', 'co', '1h'],
  ['no2', 'no2', '1h'],
  ['o3', 'o3', '1h'],
  ['pm10', 'pm10', '1h'],
  ['pm10_24h', 'pm10', '24h'],
  ['pm2_5', 'pm25', '1h'],
  ['pm2_5_24h', 'pm25', '24h'],
  ['so2', 'so2', '1h'],
]

function sites(): Site[] {
  const file = sharedPath('data/air-cnemc-geojson-2018-02-20/airnow_sc_cq.geojson')
  const { features }: { features: { properties: Record<string, string> }[] } = JSON.parse(readFileSync(file, 'utf8'))
  return features.map(({ properties }) => {
    const values: Partial<Record<Pollutant, Partial<Record<Averaging, string>>>> = {}
    for (const [member, pollutant, averaging] of COLUMNS) {
      const text = properties[member] ?? ''
      if (/^\d+(\.\d+)?$/.test(text)) values[pollutant] = { ...values[pollutant], [averaging]: text }
    }
    return { published: Number(properties.aqi), quality: properties.quality ?? '', values }
  })
}

describeShared('national sites, 2018-02-20T07:00', () => {
  const edition = airIndexAt(Date.parse('2018-02-20T06:00:00+08:00'))
  const computed = ({ values }: Site, particles: HourlyParticles) => hourlyAqi(values, edition, { particles }).aqi ?? -1

  test('the hour is under HJ 633-2012', () => {
    expect(edition.id).toBe('HJ 633-2012')
  })

  test('99 of 111 published figures are those of the hour’s own mean of particles', () => {
    const all = sites()
    expect(all).toHaveLength(111)
    expect(all.filter((site) => computed(site, '1h-mean') === site.published)).toHaveLength(99)
  })

  test('the other twelve are lower than what their own six figures come to, for a cause that is not established', () => {
    const others = sites().filter((site) => computed(site, '1h-mean') !== site.published)
    expect(others).toHaveLength(12)
    for (const site of others) expect(site.published).toBeLessThan(computed(site, '1h-mean'))
  })

  test('with the 24 sliding hours of the text only 7 agree', () => {
    expect(sites().filter((site) => computed(site, '24h-sliding-mean') === site.published)).toHaveLength(7)
  })

  test('every published word is the class of its published figure', () => {
    for (const { published, quality } of sites()) expect(airClass(published, edition)).toBe(parseAirClass(quality))
  })
})
