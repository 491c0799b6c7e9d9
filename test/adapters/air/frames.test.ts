/** HJ 212 frames through the air observation adapters: which messages count, what their codes, flags and commands come to, and in which units. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAirObservation } from '../../../contracts/air-observation/read.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { type FrameParts, frame, framed, lines, PUBLISHED, segment } from '../formats/hj212.ts'
import { csv, observations, rules } from './helpers.ts'

const MN = '010000A8900016F000169DC0'
/** An hour of an air station that ends at noon of 1 March 2026. */
const hour = (cp: string, parts: FrameParts = {}) =>
  frame({ st: '22', mn: MN, ...parts, cp: `DataTime=20260301120000;${cp}` })
/** A day, told by its first instant. */
const day = (cp: string) => frame({ st: '22', cn: '2031', mn: MN, cp: `DataTime=20260301000000;${cp}` })
const one = (...frames: readonly string[]) => observations('cq', lines(...frames)).records[0]?.record
const ALL = 'a34004-Avg=61;a34002-Avg=96;a21026-Avg=7;a21004-Avg=38;a21005-Avg=0.8;a05024-Avg=62'

describe('the hourly frame of standards §6.1', () => {
  const { format, records } = observations('cq', lines(PUBLISHED.hourlyAir2025), { mediaType: 'text/plain' })
  const record = records[0]?.record

  test('is a record of that station and hour', () => {
    expect([format, records.length, records[0]?.key]).toEqual(['hj212', 1, `cq-${MN}/1h/2026-03-01T12:00:00+08:00/cq`])
    expect(record?.site).toEqual({
      area: null,
      code: MN,
      coordinates: null,
      id: `cq-${MN}`,
      kind: 'station',
      name: null,
    })
    expect(record?.interval).toEqual({ end: '2026-03-01T12:00:00+08:00', start: '2026-03-01T11:00:00+08:00' })
  })

  test('has its figures in the contract’s units, and the ozone of a faulty instrument as missing', () => {
    const figure = (reported: string, value: number, unit = 'μg/m³') => ({ qualifier: null, reported, unit, value })
    expect(record?.results).toEqual({
      co: figure('0.9', 0.9, 'mg/m³'),
      no2: figure('41', 41),
      o3: { qualifier: 'missing', reported: null, unit: 'μg/m³', value: null },
      pm10: figure('98', 98),
      pm25: figure('60', 60),
      so2: figure('7', 7),
    })
  })

  test('says what was taken for granted and what its flags did, and is canonical and of the contract', () => {
    expect(record?.notes).toEqual([
      { field: '/site/area', rule: 'area-not-stated' },
      { field: '/results', rule: 'unit-of-ambient-air' },
      { field: '/aqi/computed', rule: 'aqi-not-available' },
      { field: '/results/o3', rule: 'flag-not-valid', sent: 'a05024-Avg=12,a05024-Flag=D' },
    ])
    expect(JSON.stringify(record)).toBe(canonical(record))
    expect(CONTRACTS.find(({ id }) => id === 'air-observation')?.validate(record)).toBe(true)
  })

  test('is Sichuan’s station where Sichuan sends it', () => {
    expect(observations('sc', lines(PUBLISHED.hourlyAir2025)).records[0]?.key).toBe(
      `sc-${MN}/1h/2026-03-01T12:00:00+08:00/sc`,
    )
  })
})

// By hand from HJ 633-2026: PM2.5 61 → 100 + 50·1/55 = 100.9, up to 101; PM10 96 → 82.9; the others are below 40.
test('six pollutants of an hour have the index of those of a table', () => {
  const record = one(hour(ALL))
  expect(record?.aqi).toMatchObject({ computed: 101, class: { computed: 3 }, primary: { computed: ['pm25'] } })
  const table = observations(
    'cq',
    csv(
      ['站点编码', '监测时间', 'PM2.5(μg/m³)', 'PM10(μg/m³)', 'SO2(μg/m³)', 'NO2(μg/m³)', 'CO(mg/m³)', 'O3(μg/m³)'],
      [MN, '2026-03-01 12:00', '61', '96', '7', '38', '0.8', '62'],
    ),
  ).records[0]?.record
  expect({ ...record, notes: [] }).toEqual({ ...table, notes: [] })
  expect(rules(record).filter((rule) => !rules(table).includes(rule))).toEqual(['unit-of-ambient-air'])
})

describe('commands', () => {
  test('of a day are its mean, with its midnight read as that day', () => {
    const record = one(day('a34004-Avg=50;a34002-Avg=60'))
    expect([record?.averaging, record?.interval]).toEqual([
      '24h',
      { end: '2026-03-02T00:00:00+08:00', start: '2026-03-01T00:00:00+08:00' },
    ])
    expect(record?.notes).toContainEqual({
      field: '/interval/end',
      rule: 'midnight-read-as-day',
      sent: '20260301000000',
    })
  })

  test('of a day have a mean of ozone, which is not the maximum of its eight hours and is left out, said so', () => {
    const { records, notes } = observations('cq', lines(day('a34004-Avg=50;a05024-Avg=88')))
    expect(Object.keys(records[0]?.record.results ?? {})).toEqual(['pm25'])
    expect(notes).toEqual([{ rule: 'column-derived', sent: 'a05024' }])
    expect(observations('cq', lines(hour(ALL), day('a05024-Avg=88'))).rejections).toMatchObject([
      { row: 2, type: 'frame-outside', pointer: 'CP' },
    ])
  })

  test.each([
    ['real-time data', { cn: '2011' }, '数据类型(CN)', '2011'],
    ['minute data', { cn: '2051' }, '数据类型(CN)', '2051'],
    ['surface water', { st: '21' }, '系统(ST)', '21'],
    ['an air polluter', { st: '31' }, '系统(ST)', '31'],
    ['volatile organics', { st: '27' }, '系统(ST)', '27'],
    ['dust of a building site', { st: '39' }, '系统(ST)', '39'],
  ])('and systems of %s are rejected by name, and the others count', (_, parts, pointer, value) => {
    const { records, rejections } = observations('cq', lines(hour(ALL), hour(ALL, parts)))
    expect(records).toHaveLength(1)
    expect(rejections).toMatchObject([{ row: 2, type: 'frame-outside', pointer, value }])
  })

  test('with the field of another command are read, and noted', () => {
    const record = one(hour('a34004-Rtd=61'))
    expect(record?.results.pm25?.reported).toBe('61')
    expect(record?.notes).toContainEqual({
      field: '/results/pm25',
      rule: 'field-of-other-command',
      sent: 'a34004-Rtd=61',
    })
  })
})

describe('every published frame', () => {
  const { rowsIn, records, rejections, notes } = observations('cq', lines(...Object.values(PUBLISHED)))

  test('is a record or a rejection by name, and no password is kept', () => {
    expect([rowsIn, records.map(({ row }) => row)]).toEqual([8, [8]])
    expect(rejections.map(({ row, type, pointer }) => `${row} ${type} ${pointer}`)).toEqual([
      '1 hj212-command CN',
      '2 frame-outside CP',
      '3 frame-outside 数据类型(CN)',
      '4 hj212-command CN',
      '5 hj212-command CN',
      '6 frame-outside 系统(ST)',
      '7 frame-outside 系统(ST)',
    ])
    expect(JSON.stringify([records, rejections, notes])).not.toMatch(/PW|123456|BF470F88957588DE902D1A52/)
  })

  test('has its other codes noted by name: weather, TSP, VOC of another numbering', () => {
    const ignored = notes.filter(({ rule }) => rule === 'column-ignored').map(({ sent }) => sent)
    expect(ignored).toEqual(
      expect.arrayContaining(['a01001', 'a01002', 'a01006', 'a01007', 'a01008', 'a34001', 'a34006']),
    )
    for (const code of ['a34004', 'a34002', 'a21026', 'a21004', 'a21005', 'a05024']) expect(ignored).not.toContain(code)
  })

  test('with air of the six, made hourly, is a record: the figures of the example of real-time data', () => {
    const cp = PUBLISHED.realTimeAir.slice(PUBLISHED.realTimeAir.indexOf('DataTime'), -8).replaceAll('-Rtd', '-Avg')
    const record = observations('cq', lines(frame({ st: '22', mn: MN, cp }))).records[0]?.record
    expect(Object.entries(record?.results ?? {}).map(([name, result]) => [name, result?.reported])).toEqual([
      ['co', '1.1'],
      ['no2', '112'],
      ['pm10', '295'],
      ['pm25', '207'],
      ['so2', '58'],
    ])
  })
})

describe('flags by the edition of the frame', () => {
  // Flag 0 is HJ/T 212-2005, whose air stations flag by number; 4 is 2017, 8 is 2025.
  test.each([
    [0, '3', 60, null],
    [0, '0', null, 'flag-not-valid'],
    [0, '2', null, 'flag-not-valid'],
    [0, 'N', 60, null],
    [0, 'P', null, 'flag-not-valid'],
    [4, 'N', 60, null],
    [4, 'S', 60, 'flag-manual'],
    [4, 'B', null, 'flag-not-valid'],
    [4, '3', null, 'flag-unknown'],
    [4, 'P', null, 'flag-unknown'],
    [8, 'N', 60, null],
    [8, 'T', null, 'flag-not-valid'],
    [8, 'S', null, 'flag-unknown'],
  ])('%i with %s: %s', (flag, mark, value, rule) => {
    const record = one(hour(`a34004-Avg=60,a34004-Flag=${mark};a34002-Avg=98`, { flag }))
    expect([record?.results.pm25?.value, record?.results.pm25?.qualifier]).toEqual([
      value,
      value === null ? 'missing' : null,
    ])
    const noted = record?.notes.filter(({ field }) => field === '/results/pm25').map((note) => note.rule)
    expect(noted).toEqual(rule === null ? [] : [rule])
  })

  test('of a code that the record does not have are not noted on it', () => {
    expect(rules(one(hour('a34004-Avg=60;a01001-Avg=12,a01001-Flag=D')))).not.toContain('flag-not-valid')
  })

  test('all of which say no leave a record without a figure', () => {
    expect(rules(one(hour('a34004-Avg=60,a34004-Flag=D')))).toContain('no-figure')
  })
})

describe('units', () => {
  // Three figures, each below 1: 60, 98 and 7 μg/m³ sent in mg/m³.
  test('of another size than ambient air has are refused, never converted', () => {
    const { records, rejections } = observations(
      'cq',
      lines(hour(ALL), hour('a34004-Avg=0.060;a34002-Avg=0.098;a21026-Avg=0.007;a21005-Avg=0.8')),
    )
    expect(records).toHaveLength(1)
    expect(rejections).toMatchObject([
      { row: 2, type: 'frame-unit-doubtful', pointer: 'CP', value: '0.098,0.06,0.007' },
    ])
  })

  test.each([
    ['two figures', 'a34004-Avg=0.6;a21026-Avg=0.9'],
    ['one of 1', 'a34004-Avg=0.6;a34002-Avg=1;a21026-Avg=0.9'],
    ['one of 0', 'a34004-Avg=0.6;a34002-Avg=0;a21026-Avg=0.9'],
    ['a small CO', 'a34004-Avg=60;a34002-Avg=98;a21005-Avg=0.1'],
  ])('are not doubted for %s', (_, cp) => {
    expect(one(hour(cp))).toBeDefined()
  })

  test('of CO in μg/m³ are refused, with what the protocol has', () => {
    const { rejections } = observations('cq', lines(hour(ALL), hour('a34004-Avg=60;a21005-Avg=900')))
    expect(rejections).toMatchObject([{ row: 2, type: 'frame-unit-doubtful', value: '900' }])
    expect(one(hour('a21005-Avg=90'))?.results.co?.value).toBe(90)
    expect(rejections[0]?.detail.zh).toContain('mg/m³')
  })

  test('of a figure that is none name its code', () => {
    const { rejections } = observations('cq', lines(hour(ALL), hour('a34004-Avg=high')))
    expect(rejections).toMatchObject([{ row: 2, type: 'value-not-a-number', pointer: 'a34004', value: 'high' }])
  })
})

describe('stations', () => {
  test('of the national network are the national centre’s', () => {
    const { records } = observations('sc', lines(hour(ALL, { mn: '1428A' })))
    expect([records[0]?.key, records[0]?.record.originator]).toEqual([
      '1428A/1h/2026-03-01T12:00:00+08:00/cnemc',
      'cnemc',
    ])
  })

  test('of any number keep what is known: the number, and no place', () => {
    const record = one(hour(ALL, { mn: 'Z13401000010301' }))
    expect([record?.site.id, record?.site.area, record?.site.name]).toEqual(['cq-Z13401000010301', null, null])
  })

  test('say the same of an hour whatever else their file holds', () => {
    const other = hour('a01001-Avg=12;a21003-Avg=4;a34004-Avg=9', { mn: '1428A' })
    const both = observations('cq', lines(other, hour(ALL))).records.find(({ subject }) => subject.endsWith(MN))
    expect(both?.record).toEqual(one(hour(ALL)))
  })

  test('that repeat a message have a duplicate, and one that corrects it a second reading', () => {
    const { records, duplicates } = observations('cq', lines(hour(ALL), hour(ALL), hour(ALL.replace('=61', '=62'))))
    expect(duplicates).toEqual([{ row: 2, of: 1 }])
    expect(records.map(({ record }) => rules(record).includes('key-repeated'))).toEqual([false, true])
  })

  test('that split a message are one record', () => {
    const parts = (no: number, cp: string) =>
      frame({ st: '22', mn: MN, packet: [2, no], cp: `DataTime=20260301120000;${cp}` })
    const { rowsIn, records } = observations('cq', lines(parts(1, 'a34004-Avg=61'), parts(2, 'a34002-Avg=96')))
    expect([rowsIn, Object.keys(records[0]?.record.results ?? {})]).toEqual([1, ['pm10', 'pm25']])
  })
})

test('a frame that is damaged is rejected and the others count', () => {
  const text = segment({ st: '22', cp: `DataTime=20260301120000;${ALL}` })
  const { records, rejections } = observations('cq', lines(hour(ALL), framed(text, '0000'), 'x'))
  expect(records).toHaveLength(1)
  expect(rejections.map(({ row, type }) => [row, type])).toEqual([
    [2, 'hj212-crc'],
    [3, 'hj212-frame'],
  ])
})

describeShared('public samples of frames', () => {
  test('are rejections by name: none of them is of an air station', () => {
    const found = readFileSync(sharedPath('data/hj212-samples/messages.jsonl'), 'utf8').trim().split('\n')
    const messages = found.map((line): string => JSON.parse(line).message.trim())
    const { rowsIn, records, rejections } = observations('cq', lines(...messages))
    expect([rowsIn, records.length]).toEqual([
      messages.length,
      messages.filter((text) => /;a34004-Avg/.test(text)).length,
    ])
    expect(rejections.map(({ type, value }) => `${type} ${value}`)).toEqual(['hj212-command 1062', 'frame-outside 23'])
  })
})

test('codes head the columns of a table too', () => {
  const file = csv(
    ['站点编码', '监测时间', 'a34004', 'a05024', 'A21026'],
    ['9901A', '2026-03-01 12:00', '61', '62', '7'],
  )
  const { records, notes } = observations('cq', file)
  expect(Object.keys(records[0]?.record.results ?? {})).toEqual(['o3', 'pm25', 'so2'])
  expect(notes).toEqual([])
  expect(rules(records[0]?.record)).not.toContain('unit-of-ambient-air')
})

test('any messages are records or rejections by their line, canonical, all of the contract but for negative figures', () => {
  const code = fc.constantFrom('a34004', 'a34002', 'a21026', 'a21004', 'a05024', 'a21005', 'a01001', 'w01001', 'x')
  const item = fc
    .tuple(
      code,
      fc.constantFrom('Avg', 'Rtd', 'Max'),
      fc.constantFrom('60', '0.06', '0', '-3', '900', 'x', '', '1e1'),
      fc.constantFrom('', 'N', 'D', '3', '?'),
    )
    .map(([name, field, value, flag]) => `${name}-${field}=${value}${flag === '' ? '' : `,${name}-Flag=${flag}`}`)
  const message = fc.record({
    st: fc.constantFrom('22', '22', '22', '21', '31'),
    cn: fc.constantFrom('2061', '2061', '2031', '2011', '2051'),
    mn: fc.constantFrom(MN, '1428A', 'A'),
    flag: fc.constantFrom(0, 4, 5, 8, 9),
    cp: fc
      .tuple(
        fc.constantFrom('20260301120000', '20260301000000', '20270101000000', '20260230000000'),
        fc.uniqueArray(item, { maxLength: 5, selector: (text) => text.slice(0, 6) }),
      )
      .map(([time, items]) => [`DataTime=${time}`, ...items].join(';')),
  })
  const validate = CONTRACTS.find(({ id }) => id === 'air-observation')?.validate
  fc.assert(
    fc.property(
      fc.array(message, { minLength: 1, maxLength: 8 }),
      fc.constantFrom<PartyId>('cq', 'sc'),
      (parts, party) => {
        const { rowsIn, records, rejections, duplicates } = observations(party, lines(hour(ALL), ...parts.map(frame)))
        expect(rowsIn).toBe(parts.length + 1)
        const rows = [...records, ...rejections, ...duplicates].map((each) => each.row).sort((a, b) => a - b)
        expect(rows).toEqual(Array.from({ length: rowsIn }, (_, at) => at + 1))
        for (const { type } of rejections) expect(isErrorCode(type), type).toBe(true)
        for (const { record } of records) {
          expect(JSON.stringify(record)).toBe(canonical(record))
          if (validate?.(record)) expect(readAirObservation(Buffer.from(JSON.stringify(record)))).toEqual(record)
          else for (const { instancePath } of validate?.errors ?? []) expect(instancePath).toMatch(/\/value$/)
        }
      },
    ),
    { numRuns: 300 },
  )
})
