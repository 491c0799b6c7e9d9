/** HJ 212 frames through the water adapters: the register knows the station, the contract knows which messages are its own. */
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { type FrameParts, frame, lines, PUBLISHED } from '../formats/hj212.ts'
import { read, rules } from './helpers.ts'

const noon = (cp: string, parts: FrameParts = {}) => frame({ ...parts, cp: `DataTime=20260301120000;${cp}` })
const recordOf = (...frames: readonly string[]) => read('cq', lines(...frames)).records[0]?.record

describe('the hourly frame of 朱沱', () => {
  const { records, format, encoding } = read('cq', lines(PUBLISHED.hourlyWater), { mediaType: 'text/plain' })
  const record = records[0]?.record

  test('is a record of that section and time', () => {
    expect([format, encoding, records.length]).toEqual(['hj212', 'utf-8', 1])
    expect(record?.section).toMatchObject({
      id: 'cq-朱沱',
      mn: 'A500383_0001',
      name: '朱沱',
      river: '长江',
      border: 'sc-cq',
    })
    expect(record?.interval).toEqual({ start: '2026-03-01T08:00:00+08:00', end: '2026-03-01T12:00:00+08:00' })
    expect(record?.monitoring).toBe('automatic')
  })

  test('has the figures sent, with their digits, and no others', () => {
    const figure = (reported: string, value: number, unit = 'mg/L') => ({ qualifier: null, reported, unit, value })
    expect(record?.results).toEqual({
      codMn: figure('1.9', 1.9),
      do: figure('9.10', 9.1),
      nh3n: figure('0.05', 0.05),
      pH: figure('7.82', 7.82, '无量纲'),
      tn: figure('1.62', 1.62),
      tp: figure('0.06', 0.06),
    })
  })

  test('has the class of those figures: Ⅱ by total phosphorus, 0.02 < 0.06 ≤ 0.1', () => {
    expect(record?.class).toMatchObject({ computed: 2, determining: ['tp'], basis: 'automatic' })
  })

  test('says that the number was filled up, and is canonical', () => {
    expect(record?.notes).toEqual([{ field: '/section/mn', rule: 'mn-alias', sent: 'A500383_0001000000000000' }])
    expect(JSON.stringify(record)).toBe(canonical(record))
  })

  test('is the same record whatever else its file holds', () => {
    const other = noon('w01014-Avg=300;w20115-Avg=0.1', { mn: 'A500000_0002' })
    const both = read('cq', lines(other, PUBLISHED.hourlyWater)).records.find(({ subject }) => subject === 'cq-朱沱')
    expect(both?.record).toEqual(record)
  })

  test('may be sent by Sichuan too, as a copy', () => {
    expect(rules(read('sc', lines(PUBLISHED.hourlyWater)).records[0]?.record)).toContain('copy-of-other-side')
  })

  test('sent twice is one record and a duplicate', () => {
    const twice = read('cq', lines(PUBLISHED.hourlyWater, PUBLISHED.hourlyWater))
    expect([twice.rowsIn, twice.records.length]).toEqual([2, 1])
    expect(twice.duplicates).toEqual([{ row: 2, of: 1 }])
  })
})

describe('a station number', () => {
  test.each(['A500383_0001', 'A500383_0001000000000000', '25001020049A100000000000', 'a500383_0001000000000000'])(
    '%s is known',
    (mn) => {
      expect(read('cq', lines(noon('w01001-Avg=7.8', { mn }))).records).toHaveLength(1)
    },
  )

  test.each([
    ['filled up with anything but zeros', 'A500383_0001000000000001'],
    ['filled up to another length', 'A500383_00010000'],
    ['of no section', 'ZLDSZ20210127'],
    ['that only begins like one', 'A500383_000'],
  ])('%s is unknown', (_, mn) => {
    const { rejections } = read('cq', lines(noon('w01001-Avg=7.8', { mn })))
    expect(rejections).toMatchObject([{ row: 1, type: 'section-unknown', pointer: 'MN', value: mn }])
  })
})

describe('flags and units', () => {
  test('a figure flagged as a fault is missing, and the note has what was sent', () => {
    const record = recordOf(noon('w01001-Avg=7.8,w01001-Flag=N;w21011-Avg=0.9,w21011-Flag=D'))
    expect(record?.results.tp).toEqual({ qualifier: 'missing', reported: null, unit: 'mg/L', value: null })
    expect(record?.class.items).not.toContain('tp')
    expect(record?.notes).toContainEqual({
      field: '/results/tp',
      rule: 'flag-not-valid',
      sent: 'w21011-Avg=0.9,w21011-Flag=D',
    })
  })

  test('a figure set by hand stands, and is noted', () => {
    const record = recordOf(noon('w01001-Avg=7.8,w01001-Flag=S'))
    expect(record?.results.pH?.value).toBe(7.8)
    expect(rules(record)).toContain('flag-manual')
  })

  test('a metal in μg/L becomes mg/L, and both notes say so', () => {
    const record = recordOf(noon('w01001-Avg=7.8;w20115-Avg=4.0'))
    expect(record?.results.cd).toEqual({ qualifier: null, reported: '0.0040', unit: 'mg/L', value: 0.004 })
    expect(record?.notes).toContainEqual({ field: '/results/cd', rule: 'unit-by-protocol', sent: 'w20115-Avg=4.0' })
    expect(record?.notes).toContainEqual({ field: '/results', rule: 'unit-converted' })
  })
})

describe('messages that are not the contract’s', () => {
  test.each([
    ['real-time data', { cn: '2011' }, '数据类型(CN)', '2011'],
    ['minute data', { cn: '2051' }, '数据类型(CN)', '2051'],
    ['daily data', { cn: '2031' }, '数据类型(CN)', '2031'],
    ['an outlet', { st: '32' }, '系统(ST)', '32'],
    ['an air station', { st: '22' }, '系统(ST)', '22'],
  ])('%s are rejected by name, and the others count', (_, parts, pointer, value) => {
    const { records, rejections } = read('cq', lines(frame(), noon('w01001-Avg=7.8', parts)))
    expect(records).toHaveLength(1)
    expect(rejections).toMatchObject([{ row: 2, type: 'frame-outside', pointer, value }])
  })

  test('a message with no item of the contract is rejected, whatever others have', () => {
    const { records, rejections } = read('cq', lines(frame(), noon('w01012-Avg=3')))
    expect(records).toHaveLength(1)
    expect(rejections).toMatchObject([{ row: 2, type: 'frame-outside', pointer: 'CP' }])
  })

  test('every published frame is a record or a rejection', () => {
    const { rowsIn, records, rejections } = read('cq', lines(...Object.values(PUBLISHED)))
    expect([rowsIn, records.length]).toEqual([8, 1])
    expect(rejections.map(({ row, type }) => `${row} ${type}`)).toEqual([
      '1 hj212-command',
      '2 frame-outside',
      '3 frame-outside',
      '4 hj212-command',
      '5 hj212-command',
      '6 frame-outside',
      '8 frame-outside',
    ])
    expect(JSON.stringify([records, rejections])).not.toMatch(/PW|123456|BF470F88957588DE902D1A52/)
  })
})
