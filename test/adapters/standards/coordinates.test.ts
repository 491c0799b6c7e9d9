/** Reference systems against the offsets of standards §7.4 and against values of the public algorithm worked elsewhere. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bd09FromGcj02,
  CRS_NAMES,
  gcj02FromBd09,
  gcj02FromWgs84,
  insideTerritory,
  parseCrs,
  TERRITORY_BOX,
  toCgcs2000,
  wgs84FromGcj02,
} from '../../../adapters/standards/coordinates.ts'

/** Metres between two positions, on a sphere; fine for offsets of a few hundred metres. */
function metres(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const radian = Math.PI / 180
  const east = (b.longitude - a.longitude) * radian * Math.cos(a.latitude * radian)
  const north = (b.latitude - a.latitude) * radian
  return 6_371_000 * Math.hypot(east, north)
}

/** Places by public maps; the offset changes by less than 0.00005° within a town. */
const PLACES = [
  ['成都', 104.0657, 30.6595, 0.0025, -0.00246, 363],
  ['重庆', 106.5516, 29.563, 0.00372, -0.00285, 478],
  ['朱沱', 105.8486, 29.0164, 0.00348, -0.00321, 491],
] as const

describe('GCJ-02', () => {
  test.each(PLACES)(
    'lies off %s (%f, %f) by %f, %f, about %i m',
    (_name, longitude, latitude, east, north, distance) => {
      const shifted = gcj02FromWgs84({ longitude, latitude })
      expect(Math.abs(shifted.longitude - longitude - east)).toBeLessThan(0.00005)
      expect(Math.abs(shifted.latitude - latitude - north)).toBeLessThan(0.00005)
      expect(Math.abs(metres({ longitude, latitude }, shifted) - distance)).toBeLessThan(5)
    },
  )

  test('is what the public algorithm gives: 116.404, 39.915 is 116.410244499, 39.916404282', () => {
    const { longitude, latitude } = gcj02FromWgs84({ longitude: 116.404, latitude: 39.915 })
    expect(longitude).toBeCloseTo(116.410244499, 9)
    expect(latitude).toBeCloseTo(39.916404282, 9)
  })
})

describe('BD-09', () => {
  test.each(PLACES)('adds about 0.0065°, 0.0060° at %s', (_name, longitude, latitude) => {
    const shifted = bd09FromGcj02({ longitude, latitude })
    expect(Math.abs(shifted.longitude - longitude - 0.0065)).toBeLessThan(0.0006)
    expect(Math.abs(shifted.latitude - latitude - 0.006)).toBeLessThan(0.0006)
  })

  test('is what the public algorithm gives: 116.404, 39.915 is 116.410369494, 39.921336994', () => {
    const { longitude, latitude } = bd09FromGcj02({ longitude: 116.404, latitude: 39.915 })
    expect(longitude).toBeCloseTo(116.410369494, 9)
    expect(latitude).toBeCloseTo(39.921336994, 9)
  })
})

describe('taking an offset back', () => {
  const { west, east, south, north } = TERRITORY_BOX
  const position = fc.record({
    longitude: fc.double({ min: west, max: east, noNaN: true }),
    latitude: fc.double({ min: south, max: north, noNaN: true }),
  })

  test('finds the position again, to a hundredth of a millimetre, anywhere in the two provinces', () => {
    fc.assert(
      fc.property(position, (there) => {
        const shifted = gcj02FromWgs84(there)
        expect(metres(there, wgs84FromGcj02(shifted))).toBeLessThan(1e-5)
        expect(metres(shifted, gcj02FromBd09(bd09FromGcj02(shifted)))).toBeLessThan(1e-5)
      }),
      { numRuns: 500 },
    )
  })

  test('gives six places that are the position to a decimetre', () => {
    fc.assert(
      fc.property(position, fc.constantFrom('GCJ-02' as const, 'BD-09' as const), (there, crs) => {
        const gcj = gcj02FromWgs84(there)
        const sent = crs === 'BD-09' ? bd09FromGcj02(gcj) : gcj
        const text = { longitude: sent.longitude.toFixed(9), latitude: sent.latitude.toFixed(9) }
        const found = toCgcs2000(text, crs)
        for (const axis of [found.longitude, found.latitude]) expect(axis).toMatch(/^\d{2,3}\.\d{6}$/)
        const back = { longitude: Number(found.longitude), latitude: Number(found.latitude) }
        expect(metres(there, back)).toBeLessThan(0.1)
      }),
    )
  })
})

describe('CGCS2000', () => {
  test.each(['CGCS2000', 'WGS84'] as const)('%s keeps its digits, since the two agree within decimetres', (crs) => {
    const sent = { longitude: '105.8486000', latitude: '29.0' }
    expect(toCgcs2000(sent, crs)).toEqual(sent)
  })
})

describe('the name of a system', () => {
  test.each([
    ['CGCS2000', 'CGCS2000'],
    ['cgcs 2000', 'CGCS2000'],
    ['国家2000', 'CGCS2000'],
    ['2000国家大地坐标系', 'CGCS2000'],
    ['国家大地2000坐标系', 'CGCS2000'],
    ['EPSG:4490', 'CGCS2000'],
    ['WGS84', 'WGS84'],
    ['WGS-84坐标系', 'WGS84'],
    ['ＷＧＳ８４', 'WGS84'],
    ['GCJ02', 'GCJ-02'],
    ['GCJ-02', 'GCJ-02'],
    ['火星坐标系', 'GCJ-02'],
    ['高德坐标', 'GCJ-02'],
    ['BD09', 'BD-09'],
    ['百度坐标系', 'BD-09'],
  ])('%s is %s', (text, crs) => expect(parseCrs(text)).toBe(crs))

  test.each(['', '北京54', '西安80', '2000', '84', 'constructor', 'x'.repeat(1000)])('%j is none', (text) => {
    expect(parseCrs(text)).toBeUndefined()
  })

  test.each(CRS_NAMES)('%s reads as itself', (name) => expect(parseCrs(name)).toBe(name))
})

describe('the territory', () => {
  test.each(PLACES)('holds %s', (_name, longitude, latitude) => {
    expect(insideTerritory({ longitude, latitude })).toBe(true)
  })

  test.each([
    ['北京', 116.404, 39.915],
    ['成都 with its axes swapped', 30.6595, 104.0657],
    ['a lost decimal point', 1_058_486, 290_164],
    ['nothing', 0, 0],
  ])('does not hold %s', (_name, longitude, latitude) => {
    expect(insideTerritory({ longitude, latitude })).toBe(false)
  })
})
