/** The six grades of the weather conditions for air pollution, entered a second time from the reports of 2013 that tell them. */
import { describe, expect, test } from 'vitest'
import { DISPERSION_2013, readDispersionScale } from '../../../contracts/standards/dispersion.ts'
import json from '../../../contracts/standards/dispersion-cma-2013.json' with { type: 'json' }
import { inForceAt, STANDARDS, standardById } from '../../../contracts/standards/index.ts'

describe('the grades of 2013', () => {
  test.each([
    [1, '一级', '好', '非常有利于空气污染物稀释、扩散和清除'],
    [2, '二级', '较好', '较有利于空气污染物稀释、扩散和清除'],
    [3, '三级', '一般', '对空气污染物稀释、扩散和清除无明显影响'],
    [4, '四级', '较差', '不利于空气污染物稀释、扩散和清除'],
    [5, '五级', '差', '很不利于空气污染物稀释、扩散和清除'],
    [6, '六级', '极差', '极不利于空气污染物稀释、扩散和清除'],
  ])('%i is %s, %s: %s', (level, numeral, title, meaning) => {
    const grade = DISPERSION_2013.grades[level - 1]
    expect(grade).toMatchObject({ level, numeral, title: { zh: title }, meaning: { zh: meaning } })
  })

  test('are listed with the other standards, began on 1 September 2013, and are found by id and slug', () => {
    expect(STANDARDS).toContain(DISPERSION_2013)
    expect(DISPERSION_2013.grades).toHaveLength(6)
    expect(standardById('dispersion-cma-2013')).toBe(DISPERSION_2013)
    expect(standardById(DISPERSION_2013.id)).toBe(DISPERSION_2013)
    expect(inForceAt([DISPERSION_2013], Date.parse('2013-09-01T00:00:00+08:00'))).toBe(DISPERSION_2013)
    expect(() => inForceAt([DISPERSION_2013], Date.parse('2013-08-31T23:59:59+08:00'))).toThrow(RangeError)
  })

  test('say how sure they are, that no standard’s text was seen, and that other scales use the same numbers', () => {
    expect(DISPERSION_2013).toMatchObject({ confidence: 'V2', titleConfidence: 'V1', others: { confidence: 'V1' } })
    expect(json.source.zh).toContain('标准文本未见')
    expect(DISPERSION_2013.others.rule.zh).toContain('分五级')
  })

  test('are refused when something is amiss, by the member’s name', () => {
    const [first, ...rest] = json.grades
    expect(() => readDispersionScale({ ...json, kind: 'rounding' })).toThrow('/kind')
    expect(() => readDispersionScale({ ...json, grades: [{ ...first, level: 7 }, ...rest] })).toThrow('/grades/0/level')
  })
})
