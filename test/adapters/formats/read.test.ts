import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { FORMAT_ERROR_CODES, FormatError } from '../../../adapters/formats/error.ts'
import { readMarkup } from '../../../adapters/formats/markup.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Tables } from '../../../adapters/types.ts'
import { describeShared, sharedPath } from '../../shared.ts'
import { DOCX, document, table as tableOf, row as tableRow } from './docx.ts'
import { bytesOf, limitsWith, only, refusal, sheetData, workbook } from './helpers.ts'

const read = (bytes: Uint8Array, mediaType?: string): Tables =>
  readTables(bytes, { limits: FORMAT_LIMITS, ...(mediaType === undefined ? {} : { mediaType }) })

const CSV = '断面名称,水温(℃)\r\n朱沱,18.0\r\n'
const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  csv: bytesOf(CSV),
  quoted: bytesOf('"断面名称","水温(℃)"\n"朱沱","18.0"\n'),
  gb18030: iconv.encode(CSV, 'gb18030'),
  json: bytesOf('{"thead":["断面","水温"],"tbody":[["<span title=\'所在地市:永川区\'>朱沱</span>",18]]}'),
  objects: bytesOf('[{"断面":"朱沱","水温":18},{"断面":"寸滩","水温":null}]'),
  html: bytesOf(
    '<html><table><tr><td>断面</td><td>水温</td><td>pH</td></tr><tr><td rowspan=2>朱沱</td><td>18</td></tr></table></html>',
  ),
  docx: document(tableOf(tableRow('断面', '水温', 'pH'), tableRow('朱沱', '18', '7.9'))),
  xlsx: workbook({
    sheets: {
      a: sheetData([
        ['断面', '水温', 'pH'],
        ['朱沱', 18, 7.9],
      ]),
    },
  }),
}

describe('a file is read', () => {
  test.each([
    ['csv', 'csv', 'utf-8', 'text/csv'],
    ['gb18030', 'csv', 'gb18030', 'text/csv; charset=GBK'],
    ['json', 'json', 'utf-8', 'application/json'],
    ['html', 'html', 'utf-8', 'application/vnd.ms-excel'],
    ['xlsx', 'xlsx', 'utf-8', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['docx', 'docx', 'utf-8', DOCX],
  ])('%s, by what it is', (name, format, encoding, mediaType) => {
    const bytes = SAMPLES[name] ?? new Uint8Array()
    for (const declared of [undefined, '', 'application/octet-stream', mediaType]) {
      const found = read(bytes, declared)
      expect([found.format, found.encoding]).toEqual([format, encoding])
      expect(String(only(found.tables).rows[0]?.[0])).toContain('朱沱')
    }
  })
  test('and refused when its media type says otherwise', () => {
    expect(refusal(() => read(bytesOf(CSV), 'application/json')).code).toBe('format-mismatch')
    expect(refusal(() => read(bytesOf(CSV), 'text/csv; charset=gb2312')).code).toBe('encoding-invalid')
  })
  test('up to the limit in bytes, exactly', () => {
    const bytes = bytesOf(CSV)
    expect(readTables(bytes, { limits: limitsWith({ bytes: bytes.length }) }).tables).toHaveLength(1)
    const error = refusal(() => readTables(bytes, { limits: limitsWith({ bytes: bytes.length - 1 }) }))
    expect(error.code).toBe('body-too-large')
    expect(error.detail.en).toContain(String(bytes.length))
  })
  test('and is left as it was', () => {
    for (const bytes of Object.values(SAMPLES)) {
      const before = bytes.slice()
      read(bytes)
      expect(bytes).toEqual(before)
    }
  })
})

describe('bytes of any kind', () => {
  const settle = (bytes: Uint8Array): void => {
    try {
      for (const table of read(bytes).tables) {
        for (const row of table.rows) expect(row).toHaveLength(table.header.length)
        const numbers = [
          ...table.rows.map((_, i) => rowNumber(table, i)),
          ...(table.faults ?? []).map(({ row }) => row),
        ]
        expect(new Set(numbers).size).toBe(numbers.length)
      }
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
      expect(FORMAT_ERROR_CODES).toContain(error.code)
      expect(error.message.length).toBeLessThan(400)
    }
  }
  test('give tables or a FormatError', () => {
    const starts = fc.constantFrom(
      [],
      [0xef, 0xbb, 0xbf],
      [0x50, 0x4b, 3, 4],
      [...bytesOf('<table><tr><td>')],
      [...bytesOf('[{"a":')],
      [...bytesOf('a,b\n')],
    )
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 200 }), (start, rest) => settle(Uint8Array.of(...start, ...rest))),
      { numRuns: 1000 },
    )
  })
  test.each(Object.keys(SAMPLES))('made from %s by cutting and changing give tables or a FormatError', (name) => {
    const sample = SAMPLES[name] ?? new Uint8Array()
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.array(fc.tuple(fc.nat(sample.length), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (end, changes) => {
          const bytes = sample.slice(0, sample.length - (end % 20))
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          settle(bytes)
        },
      ),
      { numRuns: 300 },
    )
  })
  test('made of the pieces of all formats give tables or a FormatError', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<table>',
        '</table>',
        '<tr>',
        '<td colspan=3>',
        '<td rowspan=2>',
        '</td>',
        '<script>',
        "<i title='原始值：1'>",
        'a',
        '水',
        ',',
        '"',
        '\n',
        '{',
        '[',
        ':',
        ']',
        '}',
        '&#0;',
        '&lt',
        '<!--',
        '\t',
        '1e999',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(fc.constantFrom('', '<table>', '[', '{'), pieces, (start, parts) =>
        settle(bytesOf(start + parts.join(''))),
      ),
      { numRuns: 1000 },
    )
  })
})

describeShared('files as publishers have written them', () => {
  const days = ['2020-05-08', '2021-04-05'].map((day) => sharedPath('data/water-cnemc-json', `${day}.json`))
  const csvs = globSync(sharedPath('data/water-cnemc-csv-2021-04/**/*.csv')).sort()

  test('every Chongqing CSV is one table of seventeen columns with a row for each line', () => {
    expect(csvs).toHaveLength(45)
    let rows = 0
    let first: readonly string[] | undefined
    for (const file of csvs) {
      const bytes = readFileSync(file)
      const found = read(bytes, 'text/csv')
      const table = only(found.tables)
      first ??= table.header
      expect([relative(sharedPath(), file), found.format, found.encoding, table.header.length]).toEqual([
        relative(sharedPath(), file),
        'csv',
        'utf-8',
        17,
      ])
      expect(table.header).toEqual(first)
      const lines = bytes.toString('utf8').split('\r\n')
      expect(lines.pop()).toBe('')
      expect(table.rows.map((row) => row.join(','))).toEqual(lines.slice(1))
      expect([table.firstRow, table.rowNumbers, table.faults, table.openEnd]).toEqual([
        2,
        undefined,
        undefined,
        undefined,
      ])
      rows += table.rows.length
    }
    expect(first?.slice(0, 7)).toEqual(['省份', '流域', '断面名称', '监测时间', '水质类别', '水温(℃)', 'pH(无量纲)'])
    expect(rows).toBeGreaterThan(1000)
  })
  test('every Chongqing CSV reads the same from GB 18030', () => {
    for (const file of csvs) {
      const text = readFileSync(file, 'utf8')
      const found = read(iconv.encode(text, 'gb18030'))
      expect(found.encoding).toBe('gb18030')
      expect(found.tables).toEqual(read(bytesOf(text)).tables)
    }
  })
  test.each([
    [0, 133],
    [1, 6],
  ])('JSON day %i is one table of %i rows whose header has lost its markup', (day, count) => {
    const found = read(readFileSync(days[day] ?? ''), 'application/json; charset=utf-8')
    const table = only(found.tables)
    expect(table.header).toContain('水温(℃)')
    expect(table.header).toContain('藻密度(cells/L)')
    expect([table.header.length, table.rows.length, table.faults]).toEqual([17, count, undefined])
  })
  test('the markup of the JSON days gives the figure shown and the original value', () => {
    const [old, late] = days.map((file) => only(read(readFileSync(file)).tables))
    const cell = (table: typeof old, column: string, row = 0) =>
      readMarkup(String(table?.rows[row]?.[table.header.indexOf(column)]))
    expect(cell(old, '水温(℃)')).toEqual({ text: '23.8', title: '原始值：23.8104' })
    expect(cell(late, '断面名称')).toEqual({ text: '朱沱', title: '所在地市:永川区\n所属河流:长江' })
    expect(cell(late, 'pH(无量纲)')).toEqual({ text: '7.90', title: '原始值：7.9' })
  })
  test('every figure of both JSON days has an original value that rounds to what is shown', () => {
    let figures = 0
    for (const file of days) {
      for (const row of only(read(readFileSync(file)).tables).rows) {
        for (const cell of row) {
          const { text, title } = readMarkup(String(cell))
          if (!title?.startsWith('原始值：')) continue
          const decimals = text.split('.')[1]?.length ?? 0
          expect(Math.abs(Number(title.slice(4)) - Number(text))).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9)
          figures += 1
        }
      }
    }
    expect(figures).toBeGreaterThan(1000)
  })
  test('other tables of the region are read, one with a byte order mark and one with quotes', () => {
    const stations = only(read(readFileSync(sharedPath('data/water-minjiang/minjiang_stations.csv'))).tables)
    expect([stations.header[0], stations.rows.length]).toEqual(['站点名称', 15])
    expect(only(read(readFileSync(sharedPath('data/division-gbt2260/areas.csv'))).tables).rows[0]?.[1]).toBe('万州区')
  })
  test('a year of hours is over the limit of rows and says so', () => {
    const hours = readFileSync(sharedPath('data/air-uci-chengdu/ChengduPM20100101_20151231.csv'))
    expect(refusal(() => read(hours))).toMatchObject({ code: 'too-many-rows', row: 50_002 })
  })
})
