/** Positions of rows: only with their reference system, brought to CGCS2000, inside the two provinces (standards §7.4). */
import { describe, expect, test } from 'vitest'
import { gcj02FromWgs84 } from '../../../adapters/standards/coordinates.ts'
import json from '../../../contracts/risk-source/v1.0.0.json' with { type: 'json' }
import { riskRow, rules } from './helpers.ts'

const HERE = { 经度: '105.8486', 纬度: '29.0164' } as const
const figure = (reported: string) => ({ qualifier: null, reported, unit: '°', value: Number(reported) })

describe('a position', () => {
  test.each(['CGCS2000', '国家2000', '2000国家大地坐标系'])('in %s keeps its digits', (crs) => {
    const { record } = riskRow({ ...HERE, 坐标系: crs })
    expect(record?.location).toEqual({ crs: 'CGCS2000', latitude: figure('29.0164'), longitude: figure('105.8486') })
    expect(rules(record)).toEqual([])
  })

  test('in WGS84 counts as equal, and that is noted', () => {
    const { record } = riskRow({ ...HERE, 坐标系: 'WGS-84' })
    expect(record?.location?.longitude).toEqual(figure('105.8486'))
    expect(record?.notes).toEqual([{ field: '/location/crs', rule: 'crs-taken-as-equal', sent: 'WGS-84' }])
  })

  test('in GCJ-02 is taken back by the offset of 朱沱, +0.00348° and −0.00321°, and noted with what was sent', () => {
    const { record } = riskRow({ ...HERE, 坐标系: 'GCJ-02' })
    const { longitude, latitude } = record?.location ?? {}
    expect(Math.abs(105.8486 - (longitude?.value ?? 0) - 0.00348)).toBeLessThan(0.00005)
    expect(Math.abs(29.0164 - (latitude?.value ?? 0) + 0.00321)).toBeLessThan(0.00005)
    const again = gcj02FromWgs84({ longitude: longitude?.value ?? 0, latitude: latitude?.value ?? 0 })
    expect(again.longitude).toBeCloseTo(105.8486, 5)
    expect(record?.notes).toEqual([{ field: '/location', rule: 'crs-converted', sent: '105.8486,29.0164 GCJ-02' }])
  })

  test('in BD-09 lies another 0.0065°, 0.0060° off', () => {
    const { longitude, latitude } = riskRow({ ...HERE, 坐标系: '百度坐标系' }).record?.location ?? {}
    expect(Math.abs(105.8486 - (longitude?.value ?? 0) - 0.00998)).toBeLessThan(0.0006)
    expect(Math.abs(29.0164 - (latitude?.value ?? 0) - 0.00279)).toBeLessThan(0.0006)
  })

  test('in 度分秒 is worked out and noted', () => {
    const { record } = riskRow({ 经度: '105°50′55.2″', 纬度: '29度0分59秒', 坐标系: 'CGCS2000' })
    expect(record?.location).toMatchObject({
      longitude: { reported: '105.848667' },
      latitude: { reported: '29.016389' },
    })
    expect(record?.notes).toEqual([
      { field: '/location/longitude', rule: 'degrees-converted', sent: '105°50′55.2″' },
      { field: '/location/latitude', rule: 'degrees-converted', sent: '29度0分59秒' },
    ])
  })

  test('may have its system in a heading', () => {
    const { record } = riskRow({ '经度(CGCS2000)': '105.8486', '纬度（CGCS2000）': '29.0164' })
    expect(record?.location?.crs).toBe('CGCS2000')
  })

  test('the column of a row goes before the heading', () => {
    const { record } = riskRow({ '经度(CGCS2000)': '105.8486', '纬度(CGCS2000)': '29.0164', 坐标系: 'GCJ-02' })
    expect(rules(record)).toEqual(['crs-converted'])
  })

  test('may be absent', () => {
    const { record } = riskRow({ 经度: '', 纬度: '——', 坐标系: '' })
    expect(record?.location).toBeNull()
  })
})

describe('refused is', () => {
  test('a position without its system', () => {
    const { rejection } = riskRow(HERE)
    expect(rejection).toMatchObject({ type: 'crs-missing' })
    expect(rejection?.detail.zh).toContain('CGCS2000')
  })

  test.each(['北京54', '西安80', '地方坐标系', '2000'])('the system %s', (crs) => {
    expect(riskRow({ ...HERE, 坐标系: crs }).rejection).toMatchObject({ type: 'crs-unknown', value: crs })
  })

  test.each([
    ['105°60′', '29.0164', '经度'],
    ['105.8486', '', '纬度'],
    ['见附图', '29.0164', '经度'],
    ['35512345.67', '3212345.6', '经度'],
  ])('the angle of %j, %j', (longitude, latitude, pointer) => {
    expect(riskRow({ 经度: longitude, 纬度: latitude, 坐标系: 'CGCS2000' }).rejection).toMatchObject({
      type: 'coordinates-unreadable',
      pointer,
    })
  })

  test('a position elsewhere', () => {
    expect(riskRow({ 经度: '116.404', 纬度: '39.915', 坐标系: 'CGCS2000' }).rejection).toMatchObject({
      type: 'coordinates-outside',
      value: '116.404,39.915',
    })
  })

  test('swapped axes, which are named as such and not put right', () => {
    const { rejection } = riskRow({ 经度: '29.0164', 纬度: '105.8486', 坐标系: 'CGCS2000' })
    expect(rejection?.type).toBe('coordinates-outside')
    expect(rejection?.detail.zh).toContain('写反')
    expect(rejection?.detail.en).toContain('swapped')
  })
})

test('the bounds of the adapter are those of the contract', () => {
  const { longitude, latitude } = json.schema.properties.location.properties
  for (const [west, south, ok] of [
    [longitude.properties.value.minimum, latitude.properties.value.minimum, true],
    [longitude.properties.value.maximum, latitude.properties.value.maximum, true],
    [longitude.properties.value.minimum - 0.001, latitude.properties.value.minimum, false],
    [longitude.properties.value.maximum, latitude.properties.value.maximum + 0.001, false],
  ] as const) {
    const { record } = riskRow({ 经度: String(west), 纬度: String(south), 坐标系: 'CGCS2000' })
    expect(record !== undefined, `${west}, ${south}`).toBe(ok)
  }
})
