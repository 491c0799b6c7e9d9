/** HJ 212 frames → a table: the published frames as they are, and every way a file of frames can be wrong. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { RowFault, Table } from '../../../adapters/types.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { bytesOf, limitsWith, only, refusal } from './helpers.ts'
import { appendixA, type FrameParts, frame, framed, lines, modbus, PUBLISHED, segment } from './hj212.ts'

const limits = FORMAT_LIMITS
const read = (text: string | Uint8Array): Table =>
  only(readTables(typeof text === 'string' ? bytesOf(text) : text, { limits }).tables)

/** A row by heading; cells not sent are left out. */
function rowOf(table: Table, at = 0): Record<string, unknown> {
  const cells = table.rows[at] ?? []
  return Object.fromEntries(table.header.map((name, i) => [name, cells[i]]).filter(([, cell]) => cell !== null))
}

/** The fault of a frame that stands beside a good one. */
function faultOf(line: string): RowFault {
  const { faults, rows } = read(lines(frame(), line))
  expect(rows).toHaveLength(1)
  expect(faults).toHaveLength(1)
  const [fault] = faults ?? []
  if (fault === undefined) throw new Error('expected a fault')
  expect(fault.row).toBe(2)
  expect(fault.detail.zh).not.toBe('')
  expect(fault.detail.en).not.toBe('')
  return fault
}

describe('published frames', () => {
  test.each(Object.entries(PUBLISHED))('%s keeps appendix A, whatever the case of its check', (_, text) => {
    expect(appendixA(text.slice(6, -4))).toBe(text.slice(-4).toUpperCase())
    expect(text.slice(6, -4)).toHaveLength(Number(text.slice(2, 6)))
  })

  test('the first one has another check by Modbus', () => {
    expect(modbus(PUBLISHED.interval.slice(6, -4))).toBe('0759')
  })

  test('hourly water of 朱沱 is a row with a column a code', () => {
    const table = read(lines(PUBLISHED.hourlyWater))
    expect(table.header).toEqual([
      'MN',
      '监测时间',
      '数据类型(CN)',
      '系统(ST)',
      'w01001',
      'w01009',
      'w01019',
      'w21001',
      'w21003',
      'w21011',
    ])
    expect(table.rows).toEqual([
      ['A500383_0001000000000000', '20260301120000', '2061', '21', '7.82', '9.10', '1.9', '1.62', '0.05', '0.06'],
    ])
    expect(table).toMatchObject({ firstRow: 1, name: '', sparse: true })
    expect([table.faults, table.cellNotes, table.openEnd]).toEqual([undefined, undefined, undefined])
  })

  test('hourly air of a device of its own numbering is read', () => {
    expect(rowOf(read(lines(PUBLISHED.hourlyAir)))).toEqual({
      MN: 'Z13401000010301',
      监测时间: '20190924220000',
      '数据类型(CN)': '2061',
      '系统(ST)': '22',
      a34006: '2.69700',
      a34007: '7.96600',
      a34047: '7.35700',
      a34048: '3.30600',
      a34049: '10.66300',
    })
  })

  test('a frame that says it is split and is not, ends in a semicolon and has a lower-case check is read; its misspelt field is no figure', () => {
    const row = rowOf(read(lines(PUBLISHED.realTimeAir)))
    expect(row).toMatchObject({
      a21005: '1.1',
      a34004: '207',
      a34001: '217',
      'LA-td': '50.1',
      监测时间: '20160801084000',
    })
    expect(row).not.toHaveProperty('LA')
  })

  test('real-time water with version bits of 2025 sent by a device of 2021 is read with its digits', () => {
    const row = rowOf(read(lines(PUBLISHED.realTimeWater)))
    expect(row).toMatchObject({
      w01001: '8.33',
      w21001: '3.563168',
      w21003: '0.09055002',
      w21011: '0',
      MN: 'ZLDSZ20210127',
    })
  })

  test('of 2025 the flag D leaves its cell blank, with a note, and no other', () => {
    const table = read(lines(PUBLISHED.hourlyAir2025))
    expect(rowOf(table)).toMatchObject({ a05024: '', a34004: '60', a34002: '98', a21005: '0.9' })
    expect(table.cellNotes?.get(0)).toEqual([
      { pointer: 'a05024', rule: 'flag-not-valid', sent: 'a05024-Avg=12,a05024-Flag=D' },
    ])
  })

  test.each([
    ['interval', '1062', '实时数据间隔'],
    ['answer', '9014', '数据应答'],
    ['answer2005', '9021', '9021'],
  ] as const)('%s carries no data and is counted by name', (name, command, word) => {
    const fault = faultOf(PUBLISHED[name])
    expect(fault).toMatchObject({ code: 'hj212-command', pointer: 'CN', value: command })
    expect(fault.detail.zh).toContain(word)
  })

  test('all eight in one file are five rows and three faults, by their lines', () => {
    const table = read(lines(...Object.values(PUBLISHED)))
    expect(table.rows.map((_, at) => rowNumber(table, at))).toEqual([2, 3, 6, 7, 8])
    expect(table.faults?.map(({ row }) => row)).toEqual([1, 4, 5])
    const text = JSON.stringify([table, [...(table.cellNotes ?? [])]])
    for (const secret of ['BF470F88957588DE902D1A52', '123456', '122333', 'PW']) expect(text).not.toContain(secret)
  })
})

describe('lines', () => {
  const sound = frame()

  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CRCRLF', '\r\r\n'],
  ])('end with %s', (_, end) => {
    expect(read([sound, sound, ''].join(end)).rows).toHaveLength(2)
  })

  test('may be blank, keep their numbers, and need no end on the last', () => {
    const table = read(`\uFEFF${sound}\r\n\r\n \t\r\n${sound}`)
    expect(table.rows.map((_, at) => rowNumber(table, at))).toEqual([1, 4])
    expect(table.openEnd).toBeUndefined()
  })

  test.each([
    ['a prefix of the log', `2026-03-01 12:00:01 recv ${sound}`],
    ['noise before ##', `\u0001\u0002${sound}`],
    ['a blank before ##', ` ${sound}`],
    ['a blank after the check', `${sound} `],
    ['three digits of length', `##289${segment()}ABCD`],
    ['no check', sound.slice(0, -4)],
    ['a check of other characters', `${sound.slice(0, -4)}ZZZZ`],
    ['no CP', framed('QN=20260301120000001;ST=21;CN=2061;MN=A;Flag=5;')],
    ['only ##', '##'],
    ['a line of text', '断面名称,监测时间'],
  ])('with %s are no frame', (_, line) => {
    expect(faultOf(line).code).toBe('hj212-frame')
  })

  test('with two frames are a fault of their length', () => {
    expect(faultOf(sound + sound).code).toBe('hj212-length')
  })

  test('never quote what could be a password', () => {
    const table = read(
      lines(sound, `recv ${sound}`, `##0010${segment()}`, sound.slice(0, -20), framed('PW=hunter2;CP=&&&&')),
    )
    expect(table.faults).toHaveLength(4)
    expect(JSON.stringify(table)).not.toMatch(/123456|hunter2|PW/)
  })
})

describe('the length', () => {
  test('that is not the segment’s is a fault that says both', () => {
    const text = segment()
    const fault = faultOf(framed(text, appendixA(text), text.length + 1))
    expect(fault).toMatchObject({ code: 'hj212-length', value: String(text.length + 1) })
    expect(fault.detail.en).toContain(String(text.length))
  })

  const chinese = 'DataTime=20260301120000;w01001-Avg=7.82,w01001-Info=正常'

  test('counts characters in 2017 and UTF-8 bytes in 2025', () => {
    const old = segment({ flag: 5, cp: chinese })
    const late = segment({ flag: 9, cp: chinese })
    const bytes = Buffer.byteLength(late)
    expect(bytes).toBe(late.length + 4)
    expect(rowOf(read(lines(framed(old), framed(late, appendixA(late), bytes))), 1)).toMatchObject({
      'w01001-Info': '正常',
    })
    expect(faultOf(framed(old, appendixA(old), bytes)).code).toBe('hj212-length')
    expect(faultOf(framed(late, appendixA(late), late.length)).code).toBe('hj212-length')
  })

  test('short on a last line without an end means the file was cut off', () => {
    const table = read(`${frame()}\r\n${frame().slice(0, 100)}`)
    expect(table.faults).toMatchObject([{ row: 2, code: 'row-truncated' }])
    expect(read(`${frame()}\r\n${frame().slice(0, 100)}\r\n`).faults).toMatchObject([{ row: 2, code: 'hj212-frame' }])
  })
})

describe('the check', () => {
  const text = segment()

  test('is read in lower case', () => {
    expect(read(lines(framed(text, appendixA(text).toLowerCase()))).rows).toHaveLength(1)
  })

  test.each([
    ['of Modbus', modbus(text)],
    ['with its bytes swapped', appendixA(text).slice(2) + appendixA(text).slice(0, 2)],
    ['of another frame', '0D80'],
  ])('%s is refused, saying what it should be', (_, crc) => {
    const fault = faultOf(framed(text, crc))
    expect(fault).toMatchObject({ code: 'hj212-crc', value: crc })
    expect(fault.detail.zh).toContain(appendixA(text))
  })

  test('is over the bytes as sent, also in GB 18030', () => {
    const gb = iconv.encode(segment({ cp: 'DataTime=20260301120000;w01001-Avg=7.82,w01001-Info=正常' }), 'gb18030')
    let register = 0xffff
    for (const byte of gb) {
      register = (register >> 8) ^ byte
      for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
    }
    const crc = register.toString(16).padStart(4, '0')
    const characters = iconv.decode(gb, 'gb18030').length
    const head = bytesOf(`##${String(characters).padStart(4, '0')}`)
    const found = readTables(Uint8Array.of(...head, ...gb, ...bytesOf(`${crc}\r\n`)), { limits })
    expect(found.encoding).toBe('gb18030')
    expect(rowOf(only(found.tables))).toMatchObject({ w01001: '7.82', 'w01001-Info': '正常' })
  })

  test('of any changed character fails', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0123456789ABCXYZ'), (at, char) => {
        fc.pre(text[at] !== char)
        const changed = text.slice(0, at) + char + text.slice(at + 1)
        const { rows, faults } = read(lines(frame(), framed(changed, appendixA(text))))
        expect([rows.length, faults?.length]).toEqual([1, 1])
      }),
    )
  })
})

describe('the fields of a frame', () => {
  test.each<[string, FrameParts, string]>([
    ['three digits of CN', { cn: '206' }, 'CN'],
    ['letters in ST', { st: 'AB' }, 'ST'],
    ['no MN', { mn: '' }, 'MN'],
    ['blanks in MN', { mn: 'A 1' }, 'MN'],
    ['a QN of letters', { qn: 'now' }, 'QN'],
    ['no DataTime', { cp: 'w01001-Avg=7.82' }, 'DataTime'],
    ['nothing in CP', { cp: '' }, 'DataTime'],
    ['an item without a value', { cp: 'DataTime=20260301120000;w01001-Avg' }, 'CP'],
    ['an item of another form', { cp: 'DataTime=20260301120000;w01001-Avg-Max=1' }, 'CP'],
  ])('with %s are a fault that names it', (_, parts, pointer) => {
    expect(faultOf(frame(parts))).toMatchObject({ code: 'hj212-field', pointer })
  })

  test('repeated with another value are a fault; with the same they are not', () => {
    expect(faultOf(framed(segment().replace(';MN=', ';MN=B;MN='))).pointer).toBe('MN')
    expect(read(lines(framed(segment().replace('ST=21;', 'ST=21;ST=21;')))).rows).toHaveLength(1)
    const cp = 'DataTime=20260301120000;w01001-Avg=7.82;w01001-Avg='
    expect(faultOf(frame({ cp: `${cp}7.83` }))).toMatchObject({ code: 'name-repeated', pointer: 'w01001-Avg' })
    expect(read(lines(frame({ cp: `${cp}7.82` }))).rows).toHaveLength(1)
  })

  test('of two times in one frame are a fault', () => {
    expect(faultOf(frame({ cp: 'DataTime=20260301120000;w01001-Avg=7;DataTime=20260301130000' })).code).toBe(
      'name-repeated',
    )
  })

  test.each([12, 16, 255])('Flag=%i names no edition', (flag) => {
    expect(faultOf(frame({ flag }))).toMatchObject({ code: 'hj212-version', value: String(flag) })
  })

  test('may lack Flag, as devices of 2005 do, and QN', () => {
    const text = 'ST=21;CN=2011;PW=123456;MN=88888880000001;CP=&&DataTime=20260301120000;101-Rtd=1.1,101-Flag=N&&'
    expect(rowOf(read(lines(framed(text))))).toMatchObject({ 101: '1.1' })
  })

  test('blanks around items are no part of them', () => {
    expect(rowOf(read(lines(frame({ cp: 'DataTime=20260301120000; w01001-Avg = 7.82 ' }))))).toMatchObject({
      w01001: '7.82',
    })
  })
})

describe('figures', () => {
  const cells = (cp: string, parts: FrameParts = {}) => {
    const table = read(lines(frame({ ...parts, cp: `DataTime=20260301120000;${cp}` })))
    const { MN, 监测时间: _time, '数据类型(CN)': _cn, '系统(ST)': _st, ...values } = rowOf(table)
    return { values, rules: (table.cellNotes?.get(0) ?? []).map(({ pointer, rule }) => `${pointer} ${rule}`) }
  }

  test('are Rtd in real time and Avg over a period; other fields stand beside them', () => {
    const cp = 'w01001-Avg=7.8,w01001-Min=7.6,w01001-Max=8.0,w01001-Flag=N'
    expect(cells(cp)).toEqual({ values: { w01001: '7.8', 'w01001-Max': '8.0', 'w01001-Min': '7.6' }, rules: [] })
    expect(cells('w01001-Rtd=7.8,w01001-Avg=7.9', { cn: '2011' }).values).toEqual({
      w01001: '7.8',
      'w01001-Avg': '7.9',
    })
    expect(cells('w01001-Rtd=7.8,w01001-Avg=7.9', { cn: '2051' }).values).toEqual({
      w01001: '7.9',
      'w01001-Rtd': '7.8',
    })
  })

  test('of the other field stand in, with a note', () => {
    expect(cells('w01001-Rtd=7.8')).toEqual({ values: { w01001: '7.8' }, rules: ['w01001 field-of-other-command'] })
  })

  test('are not made of the least, the greatest or the sum', () => {
    expect(cells('w01001-Min=7.6,w01001-Cou=9').values).toEqual({ 'w01001-Cou': '9', 'w01001-Min': '7.6' })
  })

  test.each(['F', 'M', 'D', 'C', 'T', 'B', 'H'])(
    'flagged %s in 2017 and 2025 are blank, the other fields too, and noted',
    (flag) => {
      for (const number of [5, 9]) {
        expect(cells(`w01001-Avg=7.8,w01001-Max=8.0,w01001-Flag=${flag}`, { flag: number })).toEqual({
          values: { w01001: '', 'w01001-Max': '' },
          rules: ['w01001 flag-not-valid'],
        })
      }
    },
  )

  test.each([
    ['2005', 1, 'P', 'not-valid'],
    ['2005', 1, 'T', 'not-valid'],
    ['2005', 1, 'B', 'unknown'],
    ['2005', 1, 'H', 'unknown'],
    ['2017', 5, 'P', 'unknown'],
    ['2017', 5, 'n', 'unknown'],
    ['2017', 5, '', 'unknown'],
    ['2017', 5, 'NN', 'unknown'],
    ['2025', 9, 'S', 'unknown'],
  ])('of %s with Flag=%i and the mark %j do not count: %s', (_, flag, mark, meaning) => {
    expect(cells(`w01001-Avg=7.8,w01001-Flag=${mark}`, { flag })).toEqual({
      values: { w01001: '' },
      rules: [`w01001 flag-${meaning}`],
    })
  })

  test.each([1, 5])('set by hand (S) in 2005 and 2017 count, with a note', (flag) => {
    expect(cells('w01001-Avg=7.8,w01001-Flag=S', { flag })).toEqual({
      values: { w01001: '7.8' },
      rules: ['w01001 flag-manual'],
    })
  })

  test('of air stations of 2005 are marked by number: only 3 is normal', () => {
    const air = (mark: string, st = '22', flag = 1) =>
      cells(`a34004-Avg=60,a34004-Flag=${mark}`, { st, flag }).values.a34004
    expect(['0', '1', '2', '3', 'N'].map((mark) => air(mark))).toEqual(['', '', '', '60', '60'])
    expect([air('3', '21'), air('3', '22', 5)]).toEqual(['', ''])
  })

  test('without any mark count', () => {
    expect(cells('w01001-Avg=7.8')).toEqual({ values: { w01001: '7.8' }, rules: [] })
  })

  test('that are only a mark are blank', () => {
    expect(cells('w01001-Flag=D')).toEqual({ values: { w01001: '' }, rules: ['w01001 flag-not-valid'] })
    expect(cells('w01001-Flag=N')).toEqual({ values: {}, rules: [] })
  })

  test('of metals in surface water are headed μg/L and noted; elsewhere they have no unit', () => {
    expect(cells('w20115-Avg=0.4,w21003-Avg=0.05')).toEqual({
      values: { 'w20115(μg/L)': '0.4', w21003: '0.05' },
      rules: ['w20115(μg/L) unit-by-protocol'],
    })
    expect(cells('w20115-Avg=0.4', { st: '32' })).toEqual({ values: { w20115: '0.4' }, rules: [] })
  })

  test('that one frame lacks and another has are null, and the order of codes changes nothing', () => {
    const a = frame({ cp: 'DataTime=20260301120000;w21003-Avg=0.05;w01001-Avg=7.8' })
    const b = frame({ cp: 'DataTime=20260301160000;w01001-Avg=7.9' })
    expect(read(lines(a, b)).rows[1]?.slice(4)).toEqual(['7.9', null])
    expect(read(lines(b, a)).header).toEqual(read(lines(a, b)).header)
  })
})

describe('HJ 212-2025', () => {
  test.each(['9F3A5C0011223344556677889900AABB', 'q1w2e3r4t5y6u7i8o9p0aQ==', 'ABCD=EFGH'])(
    'cipher text %s is refused by name',
    (cp) => {
      expect(faultOf(frame({ flag: 9, cp })).code).toBe('hj212-encrypted')
    },
  )

  test.each([
    ['w01001-Avg=7.8', 'DataTime'],
    ['w01001-Avg=7.8;x', 'CP'],
  ])('a plain %s is not taken for cipher text', (cp, pointer) => {
    expect(faultOf(frame({ flag: 9, cp }))).toMatchObject({ code: 'hj212-field', pointer })
  })

  test.each(['2013', '2062', '1014', '3020', '2021', '9015'])('CN=%s is counted and not read as data', (cn) => {
    expect(faultOf(frame({ flag: 9, cn }))).toMatchObject({ code: 'hj212-command', value: cn })
  })
})

describe('a split message', () => {
  const part = (no: number, cp: string, more: FrameParts = {}) => frame({ packet: [3, no], cp, ...more })
  const one = part(1, 'DataTime=20260301120000;w01001-Avg=7.8,w01001-Flag=N')
  const two = part(2, 'w01009-Avg=9.1,w01009-Flag=D')
  const three = part(3, 'DataTime=20260301120000;w21003-Avg=0.05')

  test.each([
    ['in order', [one, two, three], 1],
    ['in another order and with others between', [three, frame({ qn: '20260301120000009' }), one, two], 1],
    ['with a packet sent again word for word', [one, two, two, three, three], 1],
  ])('%s is one row, numbered by its first line', (_, frames, row) => {
    const table = read(lines(...frames))
    expect(rowNumber(table, 0)).toBe(row)
    expect(rowOf(table)).toMatchObject({ w01001: '7.8', w01009: '', w21003: '0.05', 监测时间: '20260301120000' })
    expect(table.faults).toBeUndefined()
  })

  test('that lacks a packet is a fault of each frame it has, naming what is missing', () => {
    const { rows, faults } = read(lines(frame({ qn: '20260301120000009' }), one, three))
    expect(rows).toHaveLength(1)
    expect(faults).toMatchObject([
      { row: 2, code: 'hj212-packet', value: '2' },
      { row: 3, code: 'hj212-packet', value: '2' },
    ])
  })

  test('is not completed by a packet of another station, request or command', () => {
    for (const more of [{ mn: 'A500383_0002' }, { qn: '20260301120000002' }, { cn: '2051' }]) {
      const stranger = part(2, 'w01009-Avg=9.1', more)
      expect(read(lines(frame({ mn: 'B' }), one, stranger, three)).faults?.map(({ row }) => row)).toEqual([2, 3, 4])
    }
  })

  test('with one packet twice and different is no use', () => {
    const { faults } = read(lines(frame({ mn: 'B' }), one, two, part(2, 'w01009-Avg=9.2'), three))
    expect(faults?.map(({ row, code }) => `${row} ${code}`)).toEqual([2, 3, 4, 5].map((row) => `${row} hj212-packet`))
  })

  test('with packets of two times is a row each', () => {
    const table = read(lines(one, two, part(3, 'DataTime=20260301160000;w01001-Avg=7.9')))
    expect([0, 1].map((at) => rowOf(table, at))).toMatchObject([
      { 监测时间: '20260301120000', w01001: '7.8' },
      { 监测时间: '20260301160000', w01001: '7.9' },
    ])
    expect([rowNumber(table, 0), rowNumber(table, 1)]).toEqual([1, 3])
  })

  test('with one item of two values is a fault of its frames', () => {
    const { faults } = read(lines(frame({ mn: 'B' }), one, two, part(3, 'w01001-Avg=7.9')))
    expect(faults?.map(({ code }) => code)).toEqual(['name-repeated', 'name-repeated', 'name-repeated'])
  })

  test('whose first packet has no time is a fault of its frames', () => {
    const { faults } = read(lines(frame({ mn: 'B' }), part(1, 'w01001-Avg=7.8'), two, three))
    expect(faults?.map(({ pointer }) => pointer)).toEqual(['DataTime', 'DataTime', 'DataTime'])
  })

  test.each<[string, FrameParts]>([
    ['PNO above PNUM', { packet: [2, 3] }],
    ['PNO of nothing', { packet: [2, 0] }],
    ['PNO that is no number', { packet: [2, Number.NaN] }],
  ])('with %s is a fault', (_, parts) => {
    expect(faultOf(frame(parts)).code).toBe('hj212-packet')
  })

  test('of one packet is a message', () => {
    expect(read(lines(frame({ packet: [1, 1] }))).rows).toHaveLength(1)
  })
})

describe('a file', () => {
  test('without one frame of data is refused, saying why the first is none', () => {
    const error = refusal(() => read(lines(framed(segment(), modbus(segment())))))
    expect(error).toMatchObject({ code: 'hj212-no-data', row: 1 })
    expect(error.detail.en).toContain('appendix A')
    expect(refusal(() => read(lines(PUBLISHED.answer, PUBLISHED.answer2005))).detail.zh).toContain('数据应答')
  })

  test('is found by content, as text/plain or octet-stream, and refused as CSV saying what it is', () => {
    const bytes = bytesOf(lines(frame()))
    for (const mediaType of ['', 'text/plain', 'text/plain; charset=utf-8', 'application/octet-stream']) {
      expect(readTables(bytes, { limits, mediaType })).toMatchObject({ format: 'hj212', encoding: 'utf-8' })
    }
    for (const mediaType of ['text/csv', 'application/json']) {
      const error = refusal(() => readTables(bytes, { limits, mediaType }))
      expect(error.code).toBe('format-mismatch')
      expect(error.detail.en).toBe(`expected ${mediaType} as declared, found hj212`)
    }
  })

  test('of another kind that begins with # is none of it', () => {
    expect(readTables(bytesOf('#a,b\n1,2\n'), { limits }).format).toBe('csv')
    expect(readTables(bytesOf('##0101年,b\n1,2\n'), { limits }).format).toBe('csv')
  })

  test('keeps the limits of rows, columns and cells', () => {
    const three = bytesOf(lines(frame(), frame(), frame()))
    expect(refusal(() => readTables(three, { limits: limitsWith({ rows: 2 }) }))).toMatchObject({
      code: 'too-many-rows',
      row: 3,
    })
    expect(readTables(three, { limits: limitsWith({ rows: 3 }) }).tables[0]?.rows).toHaveLength(3)
    expect(refusal(() => readTables(three, { limits: limitsWith({ columns: 4 }) })).code).toBe('too-many-columns')
    const long = bytesOf(lines(frame({ cp: `DataTime=20260301120000;w01001-Avg=${'9'.repeat(100)}` })))
    expect(refusal(() => readTables(long, { limits: limitsWith({ cell: 99 }) }))).toMatchObject({
      code: 'cell-too-long',
      pointer: 'w01001',
    })
  })
})

describe('whatever the lines', () => {
  const item = fc.tuple(
    fc.constantFrom('w01001', 'w01009', 'w20115', 'a34004', 'LA'),
    fc.constantFrom('Avg', 'Rtd', 'Max', 'Flag'),
    fc.constantFrom('7.8', 'N', 'D', '', '1,2'),
  )
  const parts = fc.record({
    st: fc.constantFrom('21', '22', '32', '91', 'x'),
    cn: fc.constantFrom('2011', '2051', '2061', '2031', '9014', '1062'),
    mn: fc.constantFrom('A500383_0001', 'B', ''),
    flag: fc.integer({ min: 0, max: 20 }),
    cp: fc
      .array(item, { maxLength: 5 })
      .map((items) =>
        ['DataTime=20260301120000', ...items.map(([code, field, value]) => `${code}-${field}=${value}`)].join(';'),
      ),
  })
  const line = fc.oneof(
    { weight: 4, arbitrary: parts.map((one) => frame(one)) },
    { weight: 1, arbitrary: parts.map((one) => framed(segment(one), modbus(segment(one)))) },
    { weight: 1, arbitrary: fc.tuple(parts, fc.nat(200)).map(([one, end]) => frame(one).slice(0, end)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, '')) },
  )

  test('frames in are rows and faults, each line once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (frames) => {
        const all = [frame(), ...frames]
        const table = read(lines(...all))
        const counted = [
          ...table.rows.map((_, at) => rowNumber(table, at)),
          ...(table.faults ?? []).map(({ row }) => row),
        ]
        const filled = all.flatMap((text, at) => (/[^ \t]/.test(text) ? [at + 1] : []))
        expect(counted.sort((a, b) => a - b)).toEqual(filled)
      }),
      { numRuns: 400 },
    )
  })

  test('packets in are whole messages and faults, each line once', () => {
    const packet = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('1', '2'), fc.constantFrom('1', '2', '3'))
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 12 }), (packets) => {
        const all = packets.map(([no, request, value]) =>
          frame({
            packet: [3, no],
            qn: `2026030112000000${request}`,
            cp: `DataTime=20260301120000;w0100${no}-Avg=${value}`,
          }),
        )
        const table = read(lines(frame({ mn: 'B' }), ...all))
        const rows = table.rows.map((_, at) => rowNumber(table, at))
        const faults = (table.faults ?? []).map(({ row }) => row)
        expect(new Set([...rows, ...faults]).size).toBe(rows.length + faults.length)
        const joined = packets.length + 1 - rows.length - faults.length
        expect(joined).toBeGreaterThanOrEqual(2 * (rows.length - 1))
        for (const row of rows.slice(1)) expect(packets[row - 2]).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })

  test('bytes of any kind after a frame’s beginning give a table or a FormatError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
        try {
          const table = only(readTables(Uint8Array.of(...bytesOf('##0012QN='), ...rest), { limits }).tables)
          for (const row of table.rows) expect(row).toHaveLength(table.header.length)
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })

  test('no password comes out in a table, a note, a fault or an error', () => {
    const secret = 'S3cr3t-0f-th3-d3vic3'
    fc.assert(
      fc.property(fc.array(fc.tuple(parts, fc.nat(300), fc.boolean()), { minLength: 1, maxLength: 8 }), (frames) => {
        const all = frames.map(([one, cut, whole]) =>
          whole ? frame({ ...one, pw: secret }) : frame({ ...one, pw: secret }).slice(0, cut),
        )
        let out: string
        try {
          const table = read(lines('##0012QN=', ...all))
          out = JSON.stringify([table, [...(table.cellNotes ?? [])]])
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
          out = JSON.stringify([error.message, error.detail, error.value])
        }
        expect(out).not.toContain('S3cr')
      }),
      { numRuns: 300 },
    )
  })
})

describeShared('the shared frames', () => {
  test('are as their check says: one command and one noise level', () => {
    const samples: { message: string; crc_ok: boolean }[] = readFileSync(
      sharedPath('data/hj212-samples/messages.jsonl'),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(samples).toHaveLength(2)
    const table = read(samples.map(({ message }) => message).join(''))
    expect(table.faults).toMatchObject([{ row: 1, code: 'hj212-command', value: '1062' }])
    expect(rowOf(table)).toEqual({
      MN: '010000A8900016F000169DC0',
      监测时间: '20160801085857',
      '数据类型(CN)': '2011',
      '系统(ST)': '23',
      LA: '50.1',
    })
  })
})
