/** States of gases, units, and attainment of GB 3095. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attainment, convertGasState, gasStateOn, toAirUnit } from '../../../adapters/standards/air.ts'
import { convertUnit, parseUnit } from '../../../adapters/standards/units.ts'
import { GB3095_2012, GB3095_2026 } from '../../../contracts/standards/index.ts'

describe('states of gases', () => {
  const before = gasStateOn('2018-08-31', GB3095_2012)
  const since = gasStateOn('2018-09-01', GB3095_2012)

  test('change with 2018-09-01', () => {
    expect([before.temperature, since.temperature]).toEqual(['273.15', '298.15'])
    expect(gasStateOn('2026-03-01', GB3095_2026).temperature).toBe('298.15')
    expect(() => gasStateOn('2017-01-01', GB3095_2026)).toThrow(RangeError)
    expect(() => gasStateOn('2018-9-1', GB3095_2012)).toThrow(RangeError)
  })

  test('100 μg/m³ at 273.15 K is 91.6 at 298.15 K, and 100 at 298.15 K was 109.2', () => {
    // 100 × 273.15 ÷ 298.15 = 91.61495…; 100 × 298.15 ÷ 273.15 = 109.15248…
    expect(convertGasState('o3', '100', before, since, 1)).toEqual({ rules: ['gas-state-converted'], value: '91.6' })
    expect(convertGasState('o3', '100', since, before, 1)).toEqual({ rules: ['gas-state-converted'], value: '109.2' })
    expect(convertGasState('so2', '100', since, before, 5).value).toBe('109.15248')
  })

  test('is rounded once: 298.15 at 273.15 K is exactly 273.15 at 298.15 K', () => {
    expect(convertGasState('no2', '298.15', before, since, 2).value).toBe('273.15')
    expect(convertGasState('no2', '298.15', before, since, 0).value).toBe('273')
  })

  test('particles, and gases already told so, stay as they are without a rule', () => {
    expect(convertGasState('pm25', '61', before, since, 0)).toEqual({ rules: [], value: '61' })
    expect(convertGasState('o3', '61.50', since, since, 0)).toEqual({ rules: [], value: '61.50' })
  })

  test('of two known pressures that differ are not converted by temperature alone', () => {
    expect(() => convertGasState('o3', '100', { ...before, pressure: '1000' }, since, 0)).toThrow(RangeError)
    expect(() => convertGasState('o3', 'much', before, since, 0)).toThrow(TypeError)
  })

  test('there and back is the same within the last place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (tenths) => {
        const value = `${Math.trunc(tenths / 10)}.${tenths % 10}`
        const there = convertGasState('co', value, before, since, 6).value
        expect(convertGasState('co', there, since, before, 1).value).toBe(value)
      }),
    )
  })
})

describe('units', () => {
  test('CO of 1300 μg/m³ is 1.300 mg/m³, by either μ', () => {
    expect(toAirUnit('co', '1300', 'μg/m³', GB3095_2026)).toEqual({ rules: ['unit-converted'], value: '1.300' })
    expect(toAirUnit('co', '1300', 'µg/m3', GB3095_2026)?.value).toBe('1.300')
    expect(toAirUnit('co', '1300', '微克/立方米', GB3095_2026)?.value).toBe('1.300')
  })

  test('NO2 of 0.041 mg/m³ is 41 μg/m³', () => {
    expect(toAirUnit('no2', '0.041', 'mg/m3', GB3095_2026)).toEqual({ rules: ['unit-converted'], value: '41' })
  })

  test('its own unit changes nothing', () => {
    expect(toAirUnit('pm25', '35.0', 'ug/m3', GB3095_2026)).toEqual({ rules: [], value: '35.0' })
    expect(parseUnit('µg/m³')).toBe('μg/m³')
  })

  test('what is no concentration is not converted', () => {
    for (const unit of ['ppb', '℃', '']) expect(toAirUnit('o3', '41', unit, GB3095_2026)).toBeUndefined()
    expect(toAirUnit('o3', 'x', 'mg/m³', GB3095_2026)).toBeUndefined()
    expect(convertUnit('1', 'μg/m³', 'm³/s')).toBeUndefined()
  })
})

describe('attainment', () => {
  const ask = { pollutant: 'pm25', period: 'day', concentration: '60', grade: 2, date: '2026-03-01' } as const

  test('a value at the limit meets it, one over exceeds it', () => {
    expect(attainment(ask, GB3095_2026)).toMatchObject({
      answer: 'met',
      limit: { grade2: '60' },
      standard: 'GB 3095-2026',
    })
    expect(attainment({ ...ask, concentration: '61' }, GB3095_2026).answer).toBe('exceeded')
  })

  test('each grade has its own limit', () => {
    expect(attainment({ ...ask, grade: 1, concentration: '35' }, GB3095_2026).answer).toBe('met')
    expect(attainment({ ...ask, grade: 1 }, GB3095_2026).answer).toBe('exceeded')
  })

  test('the stage is the day’s: 60 meets until 2030-12-31, 50 from 2031-01-01', () => {
    expect(attainment({ ...ask, date: '2030-12-31' }, GB3095_2026).answer).toBe('met')
    expect(attainment({ ...ask, date: '2031-01-01' }, GB3095_2026).answer).toBe('exceeded')
    expect(attainment({ ...ask, date: '2031-01-01', concentration: '50' }, GB3095_2026).answer).toBe('met')
  })

  test('60.5 is rounded to 60 first, as for the index, unless compared in full', () => {
    expect(attainment({ ...ask, concentration: '60.5' }, GB3095_2026).answer).toBe('met')
    expect(attainment({ ...ask, concentration: '60.5', comparison: 'full' }, GB3095_2026).answer).toBe('exceeded')
    expect(attainment({ ...ask, concentration: '60.6' }, GB3095_2026).answer).toBe('exceeded')
  })

  test('CO keeps its decimal, ozone goes by 8 hours and by the hour', () => {
    expect(attainment({ ...ask, pollutant: 'co', concentration: '4.04' }, GB3095_2026).answer).toBe('met')
    expect(attainment({ ...ask, pollutant: 'co', concentration: '4.1' }, GB3095_2026).answer).toBe('exceeded')
    expect(attainment({ ...ask, pollutant: 'o3', period: '8h', concentration: '161' }, GB3095_2026).answer).toBe(
      'exceeded',
    )
    expect(attainment({ ...ask, pollutant: 'o3', period: '1h', concentration: '161' }, GB3095_2026).answer).toBe('met')
  })

  test('is unknown where there is no such limit, or none is held', () => {
    const unknown = { answer: 'unknown', limit: null }
    expect(attainment({ ...ask, period: '1h' }, GB3095_2026)).toMatchObject(unknown)
    expect(attainment({ ...ask, date: '2026-02-28' }, GB3095_2026)).toMatchObject(unknown)
    expect(attainment({ ...ask, date: '2020-01-01', concentration: '999' }, GB3095_2012)).toMatchObject(unknown)
  })

  test('refuses what is no concentration or no day', () => {
    expect(() => attainment({ ...ask, concentration: '-1' }, GB3095_2026)).toThrow(RangeError)
    expect(() => attainment({ ...ask, concentration: 'NA' }, GB3095_2026)).toThrow(TypeError)
    expect(() => attainment({ ...ask, date: '2026-02-30' }, GB3095_2026)).toThrow(RangeError)
  })
})
