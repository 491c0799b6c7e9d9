/** GeoJSON: a feature is a row of its properties and its point. */
import { describe, expect, test } from 'vitest'
import { readJson } from '../../../adapters/formats/json.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { bytesOf, only, refusal } from './helpers.ts'

const feature = (properties: unknown, geometry: unknown = { type: 'Point', coordinates: [104.1, 30.6] }) => ({
  type: 'Feature',
  geometry,
  properties,
})
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const read = (text: string) => readJson(text, FORMAT_LIMITS)

describe('a feature collection', () => {
  test('is a table of properties with the point behind them', () => {
    const table = read(collection(feature({ aqi: '59', area: '重庆市' }), feature({ aqi: 60, area: null })))
    expect(table.header).toEqual(['aqi', 'area', 'geometry.longitude', 'geometry.latitude'])
    expect(table.rows).toEqual([
      ['59', '重庆市', 104.1, 30.6],
      [60, null, 104.1, 30.6],
    ])
    expect([table.firstRow, table.faults]).toEqual([1, undefined])
  })

  test.each([
    ['no geometry', null],
    ['a line', { type: 'LineString', coordinates: [[1, 2]] }],
    ['a point of words', { type: 'Point', coordinates: ['1', '2'] }],
    ['a point of one number', { type: 'Point', coordinates: [1] }],
    ['a point of nothing', { type: 'Point' }],
  ])('with %s has no place', (_name, geometry) => {
    expect(read(collection(feature({ a: 1 }, geometry))).rows).toEqual([[1, null, null]])
  })

  test('has a fault for each element that is no feature or has no properties', () => {
    const table = read(collection(feature({ a: 1 }), 7, { type: 'Point' }, feature(null), feature({ a: { b: 1 } })))
    expect(table.faults?.map(({ row, code }) => [row, code])).toEqual([
      [2, 'row-shape'],
      [3, 'row-shape'],
      [4, 'row-shape'],
      [5, 'cell-type'],
    ])
    expect(table.rows).toHaveLength(1)
  })

  test('with a name repeated among the properties of one feature has a fault there, and reads the others', () => {
    const text = `{"type":"FeatureCollection","features":[${JSON.stringify(feature({ a: 1 }))},{"type":"Feature","geometry":null,"properties":{"a":1,"a":2}}]}`
    const table = read(text)
    expect(table.faults).toMatchObject([{ row: 2, code: 'name-repeated', pointer: 'a' }])
    expect(table.rows).toEqual([[1, 104.1, 30.6]])
  })

  test('with a name repeated outside its features is refused', () => {
    expect(refusal(() => read('{"type":"FeatureCollection","a":1,"a":2,"features":[]}')).code).toBe('json-invalid')
  })

  test('of another type is no table of its features', () => {
    expect(refusal(() => read(JSON.stringify({ type: 'Topology', features: [feature({ a: 1 })] }))).code).toBe(
      'no-table',
    )
  })

  test('may be declared as GeoJSON', () => {
    const bytes = bytesOf(collection(feature({ a: 1 })))
    const { format, tables } = readTables(bytes, { limits: FORMAT_LIMITS, mediaType: 'application/geo+json' })
    expect([format, only(tables).rows.length]).toEqual(['json', 1])
  })
})
