/** Classes of the AQI, and the ways they are written. */
import { describe, expect, test } from 'vitest'
import { airClass, airClassRow, parseAirClass } from '../../../adapters/standards/air.ts'
import { AIR_INDICES, HJ633_2026 } from '../../../contracts/standards/index.ts'

describe('the class of an AQI', () => {
  test.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [101, 3],
    [150, 3],
    [151, 4],
    [200, 4],
    [201, 5],
    [300, 5],
    [301, 6],
    [500, 6],
  ])('%i is class %i under both editions', (index, expected) => {
    for (const edition of AIR_INDICES) expect(airClass(index, edition)).toBe(expected)
  })

  test.each([-1, 501, 50.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no AQI', (index) => {
    expect(() => airClass(index, HJ633_2026)).toThrow(RangeError)
  })

  test('has its word and colour: 201 is heavily polluted, purple #99004C', () => {
    expect(airClassRow(airClass(201, HJ633_2026), HJ633_2026)).toMatchObject({
      level: { zh: '五级' },
      title: { zh: '重度污染', en: 'Heavily polluted' },
      colour: { hex: '#99004C', title: { zh: '紫' } },
    })
  })
})

describe('parseAirClass', () => {
  test.each([
    ['优', 1],
    ['良', 2],
    ['轻度污染', 3],
    ['轻度', 3],
    ['中度污染', 4],
    ['重度污染', 5],
    ['严重污染', 6],
    ['一级', 1],
    ['六级', 6],
    ['Ⅲ级', 3],
    ['Ⅵ', 6],
    ['IV', 4],
    ['ⅱ', 2],
    ['4', 4],
    ['５级', 5],
    [' 良 ', 2],
  ])('reads %j as class %i', (text, expected) => {
    expect(parseAirClass(text)).toBe(expected)
  })

  test.each(['', ' ', '/', '--', '——'])('%j is an empty mark', (text) => {
    expect(parseAirClass(text)).toBeNull()
  })

  test.each(['良至轻度污染', '优～良', '差', '0', '7级', '劣Ⅴ', '良'.repeat(17)])('%j names no class', (text) => {
    expect(parseAirClass(text)).toBeUndefined()
  })

  test('reads back the words and levels of the standard', () => {
    for (const edition of AIR_INDICES) {
      for (const { class: expected, title, level } of edition.classes) {
        expect([parseAirClass(title.zh), parseAirClass(level.zh)]).toEqual([expected, expected])
      }
    }
  })
})
