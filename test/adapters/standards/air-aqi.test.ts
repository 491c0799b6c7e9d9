/** The AQI of days and hours: ties, none, what is missing, what exceeds, and averagings that take another's place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { airClassRow, aqi, hourlyAqi, iaqi } from '../../../adapters/standards/air.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { type AirValues, POLLUTANTS } from '../../../contracts/standards/air-types.ts'
import { AIR_INDICES, HJ633_2012, HJ633_2026 } from '../../../contracts/standards/index.ts'

/** CO 0.9 → 22.5 → 23; NO2 38 → 47.5 → 48; SO2 8 → 8. */
const CLEAN: AirValues = { co: { '24h': '0.9' }, no2: { '24h': '38' }, so2: { '24h': '8' } }
const day = (o3: string, pm10: string, pm25: string): AirValues => ({
  ...CLEAN,
  o3: { '8h': o3 },
  pm10: { '24h': pm10 },
  pm25: { '24h': pm25 },
})

describe('a day', () => {
  test('is the largest index, with every pollutant’s own', () => {
    const found = aqi(day('161', '50', '35'), HJ633_2026)
    expect(found).toEqual({
      aqi: 101,
      class: 3,
      complete: true,
      exceeding: null,
      indices: {
        co: { averaging: '24h', beyond: false, concentration: '0.9', iaqi: 23 },
        no2: { averaging: '24h', beyond: false, concentration: '38', iaqi: 48 },
        o3: { averaging: '8h', beyond: false, concentration: '161', iaqi: 101 },
        pm10: { averaging: '24h', beyond: false, concentration: '50', iaqi: 50 },
        pm25: { averaging: '24h', beyond: false, concentration: '35', iaqi: 50 },
        so2: { averaging: '24h', beyond: false, concentration: '8', iaqi: 8 },
      },
      largest: 101,
      missing: [],
      notAvailable: false,
      primary: ['o3'],
      standard: 'HJ 633-2026',
    })
  })

  test('names all that tie as primary: ozone 160, PM10 120 and PM2.5 60 are all 100 in 2026, ozone alone in 2012', () => {
    const values = day('160', '120', '60')
    expect(aqi(values, HJ633_2026)).toMatchObject({ aqi: 100, class: 2, primary: ['o3', 'pm10', 'pm25'] })
    expect(aqi(values, HJ633_2012)).toMatchObject({ aqi: 100, class: 2, primary: ['o3'] })
  })

  test('has no primary pollutant up to 50, and one from 51', () => {
    expect(aqi(day('100', '50', '35'), HJ633_2026)).toMatchObject({ aqi: 50, class: 1, primary: [] })
    // 50 + 50 ÷ 25 × 1 = 52; 50 + 50 ÷ 70 × 1 = 50.7
    expect(aqi(day('100', '50', '36'), HJ633_2026)).toMatchObject({ aqi: 52, class: 2, primary: ['pm25'] })
    expect(aqi(day('100', '51', '35'), HJ633_2026)).toMatchObject({ aqi: 51, class: 2, primary: ['pm10'] })
  })

  test('crosses from good to lightly polluted at 60.6 but not at 60.5 in 2026', () => {
    expect(aqi(day('0', '0', '60.5'), HJ633_2026)).toMatchObject({ aqi: 100, class: 2 })
    expect(aqi(day('0', '0', '60.6'), HJ633_2026)).toMatchObject({ aqi: 101, class: 3 })
    expect(aqi(day('0', '0', '60.6'), HJ633_2012)).toMatchObject({ aqi: 83, class: 2 })
  })

  test('names exceeding pollutants, above 100, in 2012 only', () => {
    // PM10 151 → 100.5 → 101; PM2.5 76 → 100 + 50 ÷ 40 = 101.25 → 102
    expect(aqi(day('160', '151', '76'), HJ633_2012)).toMatchObject({ exceeding: ['pm10', 'pm25'], primary: ['pm25'] })
    expect(aqi(day('160', '151', '76'), HJ633_2026).exceeding).toBeNull()
    expect(aqi(day('160', '150', '75'), HJ633_2012).exceeding).toEqual([])
  })

  test('takes ozone’s hours above 800 in 8 hours in 2012, and stops at 300 in 2026', () => {
    // 300 + 100 ÷ 200 × 100 = 350
    const values: AirValues = { ...day('801', '50', '35'), o3: { '1h': '900', '8h': '801' } }
    expect(aqi(values, HJ633_2012)).toMatchObject({
      aqi: 350,
      class: 6,
      indices: { o3: { averaging: '1h', beyond: false, concentration: '900', iaqi: 350 } },
    })
    expect(aqi(values, HJ633_2026)).toMatchObject({
      aqi: 300,
      class: 5,
      indices: { o3: { averaging: '8h', beyond: true, concentration: '801', iaqi: 300 } },
    })
  })

  test('without ozone’s hours, above 800 in 8 hours it is missing in 2012', () => {
    expect(aqi(day('801', '50', '35'), HJ633_2012)).toMatchObject({ aqi: 50, complete: false, missing: ['o3'] })
  })

  test('says where a figure is past the end of the scale', () => {
    expect(aqi(day('100', '600', '501'), HJ633_2026)).toMatchObject({
      aqi: 500,
      class: 6,
      indices: { pm10: { beyond: false, iaqi: 500 }, pm25: { beyond: true, iaqi: 500 } },
      primary: ['pm10', 'pm25'],
    })
  })
})

describe('an incomplete day', () => {
  const without = (values: AirValues): AirValues => ({ ...values, so2: {} })

  test('up to 100 is NA in 2026, and says what it is at least', () => {
    expect(aqi(without(day('160', '50', '35')), HJ633_2026)).toMatchObject({
      aqi: null,
      class: null,
      complete: false,
      largest: 100,
      missing: ['so2'],
      notAvailable: true,
      primary: [],
    })
  })

  test('above 100 is published in 2026', () => {
    expect(aqi(without(day('161', '50', '35')), HJ633_2026)).toMatchObject({
      aqi: 101,
      class: 3,
      complete: false,
      missing: ['so2'],
      notAvailable: false,
      primary: ['o3'],
    })
  })

  test('is what it has in 2012, whose rule is not known', () => {
    expect(aqi(without(day('160', '50', '35')), HJ633_2012)).toMatchObject({
      aqi: 100,
      complete: false,
      notAvailable: false,
      primary: ['o3'],
    })
  })

  test.each(AIR_INDICES.map((edition) => [edition.id, edition] as const))(
    'with nothing at all is nothing in %s',
    (_, edition) => {
      expect(aqi({}, edition)).toMatchObject({
        aqi: null,
        class: null,
        complete: false,
        indices: {},
        largest: null,
        missing: [...POLLUTANTS],
        notAvailable: false,
        primary: [],
      })
    },
  )

  test('a value of another averaging does not fill the gap', () => {
    expect(aqi({ ...day('50', '50', '35'), so2: { '1h': '8' } }, HJ633_2026).missing).toEqual(['so2'])
  })
})

describe('an hour', () => {
  const HOUR: AirValues = {
    co: { '1h': '1.0' },
    no2: { '1h': '18' },
    o3: { '1h': '73' },
    pm10: { '1h': '57', '24h': '56' },
    pm25: { '1h': '42', '24h': '36' },
    so2: { '1h': '2' },
  }

  test('takes the hour of particles, or the 24 hours by name', () => {
    // 50 + 50 ÷ 40 × 7 = 58.75; by 24 hours PM10: 50 + 50 ÷ 100 × 6 = 53, PM2.5: 50 + 50 ÷ 40 × 1 = 51.25
    expect(hourlyAqi(HOUR, HJ633_2012)).toMatchObject({ aqi: 59, primary: ['pm25'] })
    expect(hourlyAqi(HOUR, HJ633_2012, { particles: '24h-sliding-mean' })).toMatchObject({ aqi: 53, primary: ['pm10'] })
    // 50 + 50 ÷ 25 × 7 = 64
    expect(hourlyAqi(HOUR, HJ633_2026)).toMatchObject({ aqi: 64, primary: ['pm25'] })
  })

  test('takes the 24 hours of SO2 where its hour is above 800 in 2012, and stops at 200 in 2026', () => {
    const values: AirValues = { ...HOUR, so2: { '1h': '801', '24h': '475' } }
    expect(hourlyAqi(values, HJ633_2012)).toMatchObject({
      aqi: 150,
      indices: { so2: { averaging: '24h', iaqi: 150 } },
      primary: ['so2'],
    })
    expect(hourlyAqi(values, HJ633_2026)).toMatchObject({ aqi: 200, indices: { so2: { beyond: true, iaqi: 200 } } })
    expect(hourlyAqi({ ...HOUR, so2: { '1h': '801' } }, HJ633_2012).missing).toEqual(['so2'])
  })

  test('keeps another rounding by name', () => {
    const values: AirValues = { ...HOUR, pm25: { '1h': '60.9' } }
    expect(hourlyAqi(values, HJ633_2026).aqi).toBe(101)
    expect(hourlyAqi(values, HJ633_2026, { rounding: 'truncate' }).aqi).toBe(100)
  })
})

describe('for any concentrations', () => {
  const edition = fc.constantFrom(...AIR_INDICES)
  const figure = fc.integer({ min: 0, max: 900 }).map(String)
  const some = fc.record(
    { co: figure, no2: figure, o3: figure, pm10: figure, pm25: figure, so2: figure },
    { requiredKeys: [] },
  )
  const values = some.map((figures): AirValues => {
    const given: Partial<Record<(typeof POLLUTANTS)[number], Record<string, string>>> = {}
    for (const pollutant of POLLUTANTS) {
      const concentration = figures[pollutant]
      if (concentration !== undefined) given[pollutant] = { [pollutant === 'o3' ? '8h' : '24h']: concentration }
    }
    return given
  })

  test('the largest is the largest index, and the primary pollutants are those that have it', () => {
    fc.assert(
      fc.property(edition, values, (standard, given) => {
        const found = aqi(given, standard)
        const indices = POLLUTANTS.map((pollutant) => {
          const averaging = pollutant === 'o3' ? '8h' : '24h'
          const concentration = given[pollutant]?.[averaging]
          return concentration === undefined ? null : iaqi(pollutant, averaging, concentration, standard)
        })
        const largest = indices.reduce<number | null>(
          (most, one) => (one === null ? most : Math.max(most ?? 0, one)),
          null,
        )
        expect(found.largest).toBe(largest)
        expect(found.missing).toEqual(POLLUTANTS.filter((_, at) => indices[at] === null))
        if (found.primary.length > 0) {
          expect(found.primary).toEqual(POLLUTANTS.filter((_, at) => indices[at] === largest))
        }
        expect(found.primary.length > 0).toBe(found.aqi !== null && found.aqi > 50)
      }),
    )
  })

  test('the class is the row of the table the AQI lies in', () => {
    fc.assert(
      fc.property(edition, values, (standard, given) => {
        const found = aqi(given, standard)
        expect(found.class === null).toBe(found.aqi === null)
        if (found.aqi === null || found.class === null) return
        const { min, max } = airClassRow(found.class, standard)
        expect(found.aqi).toBeGreaterThanOrEqual(min)
        if (max !== null) expect(found.aqi).toBeLessThanOrEqual(max)
      }),
    )
  })

  test('a finding is in the key order of JCS', () => {
    fc.assert(
      fc.property(edition, values, (standard, given) => {
        const found = aqi(given, standard)
        expect(JSON.stringify(found)).toBe(canonical(found))
      }),
    )
  })
})
