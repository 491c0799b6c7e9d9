/** The contracts `air-forecast` and `air-observation` v1.0.0: their examples, which are true by the standard and the register, their terms, their own text. */
import { describe, expect, test } from 'vitest'
import { AIR_UNITS, MOST_CO } from '../../adapters/air/figure.ts'
import { MOST_DAYS } from '../../adapters/air/forecast-record.ts'
import { airClass, aqi, hourlyAqi } from '../../adapters/standards/air.ts'
import { readAirForecast } from '../../contracts/air-forecast/read.ts'
import forecast from '../../contracts/air-forecast/v1.0.0.json' with { type: 'json' }
import { readAirObservation } from '../../contracts/air-observation/read.ts'
import type { AirObservationRecord } from '../../contracts/air-observation/record.ts'
import observation from '../../contracts/air-observation/v1.0.0.json' with { type: 'json' }
import { contractOf } from '../../contracts/index.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../../contracts/registry/index.ts'
import { AIR_STANDARD_IDS, POLLUTANTS } from '../../contracts/standards/air-types.ts'
import { airIndexById, findAirIndex } from '../../contracts/standards/index.ts'
import { describeContract, exampleNames, exampleOf, type Faults } from './examples.ts'

const FORECAST_FAULTS: Faults = {
  'aqi-above-scale': ['/aqi/max', 'maximum'],
  'aqi-fractional': ['/aqi/max', 'type'],
  'aqi-in-words': ['/aqi', 'type'],
  'aqi-negative': ['/aqi/min', 'minimum'],
  'aqi-with-unknown-member': ['/aqi', 'additionalProperties'],
  'aqi-without-lower-end': ['/aqi', 'required'],
  'area-id-in-words': ['/area/id', 'pattern'],
  'area-kind-province': ['/area/kind', 'enum'],
  'area-of-third-side': ['/area/party', 'enum'],
  'area-without-name': ['/area', 'required'],
  'class-in-words': ['/class/min', 'enum'],
  'class-missing': ['', 'required'],
  'class-of-seven': ['/class/max', 'enum'],
  'class-reported-in-words': ['/class/reported', 'type'],
  'class-reported-of-zero': ['/class/reported/min', 'enum'],
  'concentration-negative': ['/concentrations/pm25/min/value', 'minimum'],
  'concentration-of-co-in-micrograms': ['/concentrations/co/max/value', 'maximum'],
  'concentration-unit-of-another': ['/concentrations/pm25/max/unit', 'const'],
  'concentration-without-lower-end': ['/concentrations/pm25', 'required'],
  'confidence-in-words': ['/confidence', 'enum'],
  'figure-without-digits': ['/concentrations/pm25/max/reported', 'type'],
  'horizon-beyond-fifteen-days': ['/horizonHours', 'enum'],
  'horizon-of-half-a-day': ['/horizonHours', 'enum'],
  'issued-as-a-day': ['/issued', 'pattern'],
  'issued-in-utc': ['/issued', 'pattern'],
  'issuer-of-third-side': ['/issuer/party', 'enum'],
  'issuer-without-party': ['/issuer', 'required'],
  'missing-read-as-zero': ['/concentrations/pm25/max/value', 'type'],
  'note-field-no-pointer': ['/notes/0/field', 'pattern'],
  'note-with-free-text': ['/notes/0/rule', 'pattern'],
  'note-without-rule': ['/notes/0', 'required'],
  'notes-too-many': ['/notes', 'maxItems'],
  'office-empty': ['/issuer/office', 'minLength'],
  'pollutant-unknown': ['/concentrations', 'additionalProperties'],
  'primary-in-words': ['/primary/0', 'enum'],
  'primary-missing-as-null': ['/primary', 'type'],
  'primary-twice': ['/primary', 'uniqueItems'],
  'qualifier-unknown': ['/concentrations/pm25/max/qualifier', 'enum'],
  'standard-unknown': ['/standard', 'enum'],
  'text-empty': ['/text', 'minLength'],
  'unknown-member': ['', 'additionalProperties'],
  'valid-date-as-instant': ['/validDate', 'pattern'],
  'valid-date-in-words': ['/validDate', 'pattern'],
}

const OBSERVATION_FAULTS: Faults = {
  'aqi-above-scale': ['/aqi/computed', 'maximum'],
  'aqi-in-words': ['/aqi/reported', 'type'],
  'aqi-negative': ['/aqi/reported', 'minimum'],
  'aqi-with-unknown-member': ['/aqi', 'additionalProperties'],
  'aqi-without-primary': ['/aqi', 'required'],
  'averaging-of-a-month': ['/averaging', 'enum'],
  'class-in-words': ['/aqi/class/reported', 'enum'],
  'class-of-zero': ['/aqi/class/computed', 'enum'],
  'co-in-micrograms': ['/results/co/value', 'maximum'],
  'co-unit-micrograms': ['/results/co/unit', 'const'],
  'concentration-above-physical': ['/results/o3/value', 'maximum'],
  'concentration-negative': ['/results/pm25/value', 'minimum'],
  'coordinates-of-offset-system': ['/site/coordinates/crs', 'enum'],
  'coordinates-without-system': ['/site/coordinates', 'required'],
  'digits-as-number': ['/results/pm25/reported', 'type'],
  'figure-without-value': ['/results/pm25/value', 'type'],
  'instant-in-utc': ['/interval/end', 'pattern'],
  'instant-without-zone': ['/interval/start', 'pattern'],
  'interval-without-start': ['/interval', 'required'],
  'latitude-beyond-pole': ['/site/coordinates/latitude', 'maximum'],
  'longitude-as-text': ['/site/coordinates/longitude', 'type'],
  'missing-read-as-zero': ['/results/pm25/value', 'type'],
  'no-results': ['/results', 'minProperties'],
  'note-field-no-pointer': ['/notes/0/field', 'pattern'],
  'note-with-free-text': ['/notes/0/rule', 'pattern'],
  'note-without-rule': ['/notes/0', 'required'],
  'notes-too-many': ['/notes', 'maxItems'],
  'originator-unknown': ['/originator', 'enum'],
  'primary-in-words': ['/aqi/primary/reported/0', 'enum'],
  'primary-twice': ['/aqi/primary/computed', 'uniqueItems'],
  'publication-unknown': ['/publication', 'enum'],
  'qualifier-unknown': ['/results/pm25/qualifier', 'enum'],
  'reference-state-as-number': ['/referenceState/temperature', 'type'],
  'reference-state-basis-unknown': ['/referenceState/basis', 'enum'],
  'reference-state-without-pressure': ['/referenceState', 'required'],
  'result-with-unknown-member': ['/results/pm25', 'additionalProperties'],
  'review-unknown': ['/review', 'enum'],
  'site-area-id-in-words': ['/site/area/id', 'pattern'],
  'site-area-zone': ['/site/area/kind', 'enum'],
  'site-code-empty': ['/site/code', 'minLength'],
  'site-id-with-blank': ['/site/id', 'pattern'],
  'site-kind-unknown': ['/site/kind', 'enum'],
  'site-missing': ['', 'required'],
  'site-without-id': ['/site', 'required'],
  'standard-unknown': ['/standard', 'enum'],
  'unknown-member': ['', 'additionalProperties'],
  'unknown-pollutant': ['/results', 'additionalProperties'],
}

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
const INDEX = divisionIndex(DIVISIONS_2026_11)

describe.each([
  { json: forecast, faults: FORECAST_FAULTS },
  { json: observation, faults: OBSERVATION_FAULTS },
])('$json.id', ({ json, faults }) => {
  describeContract(json, faults)

  test('the terms name the register, and let the good rows of a batch count', () => {
    expect(json.terms.territory).toMatchObject({ divisions: ['50', '51'], register: DIVISIONS_2026_11.id })
    expect(json.terms.allOrNothing).toBe(false)
  })
})

describe('a forecast', () => {
  const records = exampleNames('air-forecast', 'valid').map(
    (name) => [name, readAirForecast(bytes(exampleOf('air-forecast', 'valid', name)))] as const,
  )

  test.each(records)(
    '%s is true: its area is the register’s, its class that of its AQI, its horizon that of its dates',
    (_name, record) => {
      const division = INDEX.byId(record.area.id)
      const kind = division?.kind === 'province' ? 'city' : division?.kind
      expect(record.area).toEqual({ id: division?.id, kind, name: division?.name, party: division?.party })
      const edition = airIndexById(record.standard)
      if (record.aqi) {
        expect([record.class.max, record.class.min]).toEqual([
          airClass(record.aqi.max, edition),
          airClass(record.aqi.min, edition),
        ])
      }
      const days = (Date.parse(record.validDate) - Date.parse(record.issued.slice(0, 10))) / 86_400_000
      expect(record.horizonHours).toBe(24 * days)
      expect(findAirIndex(Date.parse(`${record.validDate}T00:00:00+08:00`))?.id).toBe(record.standard)
      const second = record.notes.some(({ rule }) => rule === 'second-opinion')
      expect(second).toBe(record.area.party !== record.issuer.party)
    },
  )

  test('is joint whole, since nothing of it is released yet', () => {
    const { original, ...members } = forecast.terms.audience
    expect(new Set(Object.values(members))).toEqual(new Set(['joint']))
    expect(contractOf('air-forecast', '1.0.0')?.terms.audience.area).toBe('joint')
    expect(original).toBe('own')
  })

  test('reaches as far as the adapter lets it', () => {
    expect(forecast.schema.properties.horizonHours.enum.at(-1)).toBe(MOST_DAYS * 24)
    expect(forecast.schema.properties.horizonHours.enum.every((hours, days) => hours === 24 * days)).toBe(true)
  })

  test('is read back from its bytes, and from nothing else', () => {
    expect(() => readAirForecast(bytes({}))).toThrow(TypeError)
    expect(() => readAirForecast(bytes(exampleOf('air-forecast', 'invalid', 'class-missing')))).toThrow(TypeError)
  })
})

/** The index of an example by the colleague's arithmetic, from the digits it prints. */
function indexOf({ averaging, results, standard }: AirObservationRecord) {
  if (standard === null || averaging === '8h') return null
  const values = Object.fromEntries(
    POLLUTANTS.flatMap((pollutant) => {
      const value = results[pollutant]?.value
      const period = averaging === '24h' && pollutant === 'o3' ? '8h' : averaging
      return value === null || value === undefined ? [] : [[pollutant, { [period]: String(value) }]]
    }),
  )
  const edition = airIndexById(standard)
  return averaging === '1h' ? hourlyAqi(values, edition) : aqi(values, edition)
}

describe('an observation', () => {
  const records = exampleNames('air-observation', 'valid').map(
    (name) => [name, readAirObservation(bytes(exampleOf('air-observation', 'valid', name)))] as const,
  )

  test.each(records)(
    '%s is true: its index is what the standard says, its area the register’s, its interval as long as its averaging',
    (_name, record) => {
      const found = indexOf(record)
      expect([record.aqi.computed, record.aqi.class.computed, record.aqi.primary.computed]).toEqual([
        found?.aqi ?? null,
        found?.class ?? null,
        found?.primary ?? [],
      ])
      const start = Date.parse(record.interval.start)
      expect(Date.parse(record.interval.end) - start).toBe(Number.parseInt(record.averaging, 10) * 3_600_000)
      expect(findAirIndex(start)?.id ?? null).toBe(record.standard)
      const { area } = record.site
      const division = area && INDEX.byId(area.id)
      if (area)
        expect(area).toEqual({ id: division?.id, kind: division?.kind, name: division?.name, party: division?.party })
      const differs =
        record.aqi.reported !== null && record.aqi.computed !== null && record.aqi.reported !== record.aqi.computed
      expect(record.notes.some(({ rule }) => rule === 'aqi-differs')).toBe(differs)
    },
  )

  // By hand from the table of HJ 633-2026: PM2.5 61 lies 1 above 60 of the 55 to 115, so 100 + 50/55 = 100.9, up to 101;
  // ozone of a day 165 lies 5 above 160 of the 55 to 215, so 100 + 5·50/55 = 104.5, up to 105; by 2012 PM2.5 61 is 50 + 26·50/40 = 82.5, up to 83.
  test.each([
    ['hour-of-a-station', 101, 3, ['pm25']],
    ['day-of-a-city', 105, 3, ['o3']],
    ['edition-of-2012', 83, 2, ['pm25']],
    ['incomplete', null, null, []],
  ])('%s has the index worked by hand', (name, index, grade, primary) => {
    const { aqi: pair } = readAirObservation(bytes(exampleOf('air-observation', 'valid', name)))
    expect([pair.computed, pair.class.computed, pair.primary.computed]).toEqual([index, grade, primary])
  })

  test('states CO in mg/m³ up to what ambient air may have, all others in μg/m³', () => {
    const { properties } = observation.schema.properties.results
    expect(Object.keys(properties)).toEqual([...POLLUTANTS])
    for (const pollutant of POLLUTANTS) {
      const { unit } = properties[pollutant].properties
      expect([properties[pollutant]['x-unit'], AIR_UNITS[pollutant]]).toEqual([unit.const, unit.const])
      expect(unit.const).toBe(pollutant === 'co' ? 'mg/m³' : 'μg/m³')
    }
    expect(properties.co.properties.value.maximum).toBe(MOST_CO)
  })

  test('is public but for its figures, its notes and who may publish it', () => {
    const joint = Object.entries(observation.terms.audience).filter(([, audience]) => audience === 'joint')
    expect(joint.map(([member]) => member).sort()).toEqual(['notes', 'publication', 'results'])
  })

  test('is read back from its bytes, and from nothing else', () => {
    expect(() => readAirObservation(bytes([]))).toThrow(TypeError)
    expect(() => readAirObservation(bytes(exampleOf('air-observation', 'invalid', 'no-results')))).toThrow(TypeError)
  })
})

test('both contracts name the editions of the index that the gateway has', () => {
  expect(forecast.schema.properties.standard.enum).toEqual([...AIR_STANDARD_IDS])
  expect(observation.schema.properties.standard.enum).toEqual([...AIR_STANDARD_IDS, null])
})
