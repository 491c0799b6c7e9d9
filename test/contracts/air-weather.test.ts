/** The contract `air-weather` v1.0.0: its examples, which are true by the register and the calendar, its terms, its own text. */
import { describe, expect, test } from 'vitest'
import { MOST_DAYS } from '../../adapters/air/forecast-record.ts'
import { readAirWeather } from '../../contracts/air-weather/read.ts'
import { WEATHER_FIGURES } from '../../contracts/air-weather/record.ts'
import json from '../../contracts/air-weather/v1.0.0.json' with { type: 'json' }
import { contractOf } from '../../contracts/index.ts'
import { DIVISIONS_2026_11, divisionIndex } from '../../contracts/registry/index.ts'
import { ruleOf } from '../../contracts/rules/index.ts'
import { DISPERSION_2013, STANDARDS } from '../../contracts/standards/index.ts'
import { ERRORS } from '../../gateway/errors/table.ts'
import { describeJointContract, exampleNames, exampleOf } from './examples.ts'

const INDEX = divisionIndex(DIVISIONS_2026_11)
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

describeJointContract(
  json,
  {
    'area-id-in-words': ['/area/id', 'pattern'],
    'area-kind-province': ['/area/kind', 'enum'],
    'area-of-third-side': ['/area/party', 'enum'],
    'area-without-name': ['/area', 'required'],
    'boundary-layer-in-kilometres': ['/conditions/boundaryLayer/max/unit', 'const'],
    'condition-unknown': ['/conditions', 'additionalProperties'],
    'conditions-empty': ['/conditions', 'minProperties'],
    'direction-empty': ['/conditions/windDirection', 'minLength'],
    'dispersion-as-number': ['/conditions/dispersion', 'type'],
    'dispersion-level-seven': ['/conditions/dispersion/level/max', 'enum'],
    'dispersion-level-zero': ['/conditions/dispersion/level/min', 'enum'],
    'dispersion-without-words': ['/conditions/dispersion', 'required'],
    'figure-alone': ['/conditions/windSpeed', 'required'],
    'figure-as-number': ['/conditions/humidity/max', 'type'],
    'figure-without-digits': ['/conditions/humidity/max/reported', 'type'],
    'horizon-beyond-fifteen-days': ['/horizonHours', 'enum'],
    'humidity-above-hundred': ['/conditions/humidity/max/value', 'maximum'],
    'issued-as-a-day': ['/issued', 'pattern'],
    'issued-in-utc': ['/issued', 'pattern'],
    'issuer-of-third-side': ['/issuer/party', 'enum'],
    'issuer-without-party': ['/issuer', 'required'],
    'missing-read-as-zero': ['/conditions/precipitation/max/value', 'type'],
    'note-field-no-pointer': ['/notes/0/field', 'pattern'],
    'note-with-free-text': ['/notes/0/rule', 'pattern'],
    'note-without-rule': ['/notes/0', 'required'],
    'notes-too-many': ['/notes', 'maxItems'],
    'office-empty': ['/issuer/office', 'minLength'],
    'originator-of-a-side': ['/originator', 'enum'],
    'phenomenon-empty': ['/conditions/phenomenon', 'minLength'],
    'precipitation-negative': ['/conditions/precipitation/min/value', 'minimum'],
    'publication-public': ['/publication', 'enum'],
    'qualifier-of-laboratories': ['/conditions/precipitation/max/qualifier', 'enum'],
    'temperature-above-physical': ['/conditions/temperature/max/value', 'maximum'],
    'unknown-member': ['', 'additionalProperties'],
    'valid-date-as-instant': ['/validDate', 'pattern'],
    'wind-force-as-number': ['/conditions/windForce', 'type'],
    'wind-speed-negative': ['/conditions/windSpeed/min/value', 'minimum'],
  },
  ['/issuer/office', /（示例）$/],
)

describe('a record of the weather', () => {
  const records = exampleNames('air-weather', 'valid').map(
    (name) => [name, readAirWeather(bytes(exampleOf('air-weather', 'valid', name)))] as const,
  )

  test.each(records)('%s is true: its area is the register’s, its horizon that of its dates', (_name, record) => {
    const division = INDEX.byId(record.area.id)
    expect(record.area).toEqual({
      id: division?.id,
      kind: division?.kind,
      name: division?.name,
      party: division?.party,
    })
    const days = (Date.parse(record.validDate) - Date.parse(record.issued.slice(0, 10))) / 86_400_000
    expect(record.horizonHours).toBe(24 * days)
    for (const figure of WEATHER_FIGURES) {
      const { max, min } = record.conditions[figure] ?? {}
      if (max && min) expect(min.value ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(max.value ?? 0)
    }
  })

  test.each(records)('%s says by its notes what was not known and whose area it is', (_name, record) => {
    const noted = record.notes.map(({ rule }) => rule)
    expect(noted.includes('second-opinion')).toBe(record.area.party !== record.issuer.party)
    expect(noted.includes('originator-not-stated')).toBe(record.originator === null)
    expect(noted.includes('dispersion-scale-not-stated')).toBe(record.conditions.dispersion?.level === null)
    for (const rule of noted) expect(ruleOf(rule), rule).toBeDefined()
  })

  test('is nobody’s here to publish, whoever sent it', () => {
    expect(new Set(records.map(([, { publication }]) => publication))).toEqual(new Set(['none']))
    expect(json.schema.properties.publication.enum).toEqual(['none'])
    expect(json.terms.products).toEqual([])
    const { original, ...members } = contractOf('air-weather', '1.0.0')?.terms.audience ?? {}
    expect(original).toBe('own')
    expect(new Set(Object.values(members))).toEqual(new Set(['joint']))
  })

  test('is read back from its bytes, and from nothing else', () => {
    expect(() => readAirWeather(bytes({}))).toThrow(TypeError)
    expect(() => readAirWeather(bytes(exampleOf('air-weather', 'invalid', 'conditions-empty')))).toThrow(TypeError)
    expect(() => readAirWeather(bytes(exampleOf('air-forecast', 'valid', 'table-city')))).toThrow(TypeError)
  })
})

describe('the text of the contract', () => {
  const figures = WEATHER_FIGURES.map((name) => [name, json.schema.properties.conditions.properties[name]] as const)

  test.each(figures)('gives %s one unit, said where people look and held at both ends', (_name, figure) => {
    const { max, min } = figure.properties
    expect([max.properties.unit.const, min.properties.unit.const]).toEqual([figure['x-unit'], figure['x-unit']])
    expect(max.properties.value).toEqual(min.properties.value)
  })

  test('reaches as far as forecasts do, and as the adapter lets it', () => {
    expect(json.schema.properties.horizonHours.enum.at(-1)).toBe(MOST_DAYS * 24)
  })

  test('names rejections and standards that the gateway has', () => {
    for (const { rule, action } of json.terms.quality) {
      if (action === 'reject') expect(Object.keys(ERRORS), rule).toContain(rule)
      else if (action === 'note') expect(ruleOf(rule), rule).toBeDefined()
    }
    for (const { id } of json.terms.standards) expect(STANDARDS.map((one) => one.id)).toContain(id)
    expect(json.terms.standards.map(({ id }) => id)).toEqual([DISPERSION_2013.id])
    expect(json.schema.$defs.level.enum).toEqual(DISPERSION_2013.grades.map(({ level }) => level))
  })
})
