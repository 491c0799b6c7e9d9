/** Figures of the weather as people write them: ranges, signs, units, and what is no figure. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWeatherFigure, WEATHER_UNITS } from '../../../adapters/air/weather-figure.ts'
import { WEATHER_FIGURES, type WeatherFigure } from '../../../contracts/air-weather/record.ts'

const read = (text: string | number | null, figure: WeatherFigure = 'temperature', unit: string | null = null) =>
  readWeatherFigure(text, figure, unit)
/** The two ends as numbers, or the fault. */
function ends(text: string | number | null, figure?: WeatherFigure, unit?: string | null) {
  const found = read(text, figure, unit)
  if (found === null) return null
  return 'fault' in found ? found.fault : [found.range.min.value, found.range.max.value]
}

describe('a range', () => {
  test.each([
    ['11~17', [11, 17]],
    ['11～17', [11, 17]],
    ['11-17', [11, 17]],
    ['11——17', [11, 17]],
    ['11至17℃', [11, 17]],
    ['11℃到17℃', [11, 17]],
    ['-3~5', [-3, 5]],
    ['-3-5', [-3, 5]],
    ['−3~5', [-3, 5]],
    // Of two hyphens the second is a sign.
    ['-5--3', [-5, -3]],
    ['-5~-3', [-5, -3]],
    // A slash has the day's highest first.
    ['17/11', [11, 17]],
    ['5℃/-3℃', [-3, 5]],
    ['11/17', [11, 17]],
    ['17', [17, 17]],
    [17, [17, 17]],
    ['-0.5', [-0.5, -0.5]],
    ['17 °C', [17, 17]],
  ] as const)('%s is from the one to the other', (text, found) => {
    expect(ends(text)).toEqual(found)
  })

  test.each([
    ['17~11', 'range-inverted'],
    ['3--5', 'range-inverted'],
    ['十七', 'value-not-a-number'],
    ['11~17~20', 'unit-unknown'],
    ['11 17', 'value-not-a-number'],
    ['1e3', 'value-not-a-number'],
    ['NaN', 'value-not-a-number'],
    ['17K', 'unit-unknown'],
    ['62℉', 'unit-unknown'],
  ])('%s is none, and says why: %s', (text, fault) => {
    expect(ends(text)).toBe(fault)
  })
})

describe('units', () => {
  test.each([
    ['windSpeed', '0.6~1.4m/s', [0.6, 1.4]],
    ['windSpeed', '1m/s', [1, 1]],
    ['windSpeed', '0.6m/s~1.4m/s', [0.6, 1.4]],
    ['windSpeed', '2级', 'unit-unknown'],
    ['windSpeed', '3.6km/h', 'unit-unknown'],
    ['humidity', '62%~95%', [62, 95]],
    ['boundaryLayer', '350-900米', [350, 900]],
    ['boundaryLayer', '0.9km', 'unit-unknown'],
    ['precipitation', '12.5毫米', [12.5, 12.5]],
  ] as const)('of %s in %s', (figure, text, found) => {
    expect(ends(text, figure)).toEqual(found)
  })

  test('in a heading are the contract’s or refused; none is taken as the contract’s', () => {
    expect(ends('0.9', 'boundaryLayer', 'km')).toBe('unit-unknown')
    expect(ends('900', 'boundaryLayer', 'm')).toEqual([900, 900])
    expect(ends('900', 'boundaryLayer', null)).toEqual([900, 900])
    for (const figure of WEATHER_FIGURES) {
      const found = read('7', figure, WEATHER_UNITS[figure].written[0])
      expect(found !== null && 'range' in found && found.range.max.unit, figure).toBe(WEATHER_UNITS[figure].unit)
    }
  })
})

describe('what is missing', () => {
  test.each(['', '--', '—', '/', '无', 'NA', 'null', '缺测', null])('%j is nothing, and never zero', (text) => {
    for (const figure of WEATHER_FIGURES) expect(read(text, figure), figure).toBeNull()
  })

  test('is not what was said to be none: 无降水 is 0, in its own words, with a note', () => {
    expect(read('无降水', 'precipitation')).toEqual({
      range: {
        max: { qualifier: null, reported: '无降水', unit: 'mm', value: 0 },
        min: { qualifier: null, reported: '无降水', unit: 'mm', value: 0 },
      },
      rule: 'dry-read-as-zero',
    })
    expect(ends('无降水', 'windSpeed')).toBe('value-not-a-number')
  })

  test('is not what is less than something', () => {
    const found = read('<0.1', 'precipitation')
    expect(found).toEqual({
      range: {
        max: { qualifier: '<', reported: '<0.1', unit: 'mm', value: 0.1 },
        min: { qualifier: '<', reported: '<0.1', unit: 'mm', value: 0.1 },
      },
    })
  })
})

test('digits are kept as written', () => {
  const found = read('0.60~1.40', 'windSpeed')
  expect(found !== null && 'range' in found && [found.range.min.reported, found.range.max.reported]).toEqual([
    '0.60',
    '1.40',
  ])
})

test('any two figures with a mark between come back as they are, whatever their signs', () => {
  const figure = fc.integer({ min: -400, max: 400 }).map((tenths) => (tenths / 10).toFixed(1))
  const mark = fc.constantFrom('~', '至', '到', '/', '-', '—')
  fc.assert(
    fc.property(figure, figure, mark, (one, other, between) => {
      const [low, high] = [Number(one), Number(other)].sort((a, b) => a - b)
      const turned = Number(one) > Number(other) && between !== '/'
      expect(ends(`${one}${between}${other}`)).toEqual(turned ? 'range-inverted' : [low, high])
    }),
  )
})

test('any text is a range in order, nothing, or a fault', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.-−~/至<℃%m无降水 ') }))
  fc.assert(
    fc.property(text, fc.constantFrom(...WEATHER_FIGURES), (cell, figure) => {
      const found = read(cell, figure)
      if (found === null || 'fault' in found) return
      const { max, min } = found.range
      expect(Number.isFinite(max.value) && Number.isFinite(min.value)).toBe(true)
      expect(min.value ?? 0).toBeLessThanOrEqual(max.value ?? 0)
      expect(max.reported).not.toBe('')
    }),
  )
})
