import fc from 'fast-check'
import { zipSync } from 'fflate'
import readExcel from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/universal'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { readXlsx } from '../../../adapters/formats/xlsx.ts'
import { isDateFormat, serialToCivil } from '../../../adapters/formats/xlsx-date.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Table } from '../../../adapters/types.ts'
import {
  type HandCell,
  limitsWith,
  only,
  refusal,
  sheetData,
  type WorkbookParts,
  workbook,
  workbookParts,
} from './helpers.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = ['断面', '时间', '水温']
const raw =
  (xml: string): HandCell =>
  (address) =>
    xml.replace('<c', `<c r="${address}"`)
const read = (
  rows: readonly (readonly HandCell[])[],
  parts: Partial<WorkbookParts> = {},
  limits = FORMAT_LIMITS,
): Table => only(readXlsx(workbook({ sheets: { 数据: sheetData([HEAD, ...rows]) }, ...parts }), limits))
const sheet = (xml: string, limits = FORMAT_LIMITS): Table =>
  only(readXlsx(workbook({ sheets: { 数据: xml } }), limits))

describe('cells', () => {
  test('are text, numbers with all their digits, or nothing', () => {
    expect(
      read([
        ['朱沱', null, 8.1300000000000008],
        ['0.025L', ' x ', 1e-7],
      ]),
    ).toEqual({
      name: '数据',
      header: HEAD,
      rows: [
        ['朱沱', null, 8.13],
        ['0.025L', ' x ', 1e-7],
      ],
      firstRow: 2,
    })
  })
  test('of shared text join their runs, leave out phonetic guides and unescape what XML cannot hold', () => {
    const strings = [
      '<r><t>朱</t></r><r><rPr/><t xml:space="preserve">沱 </t></r><rPh sb="0" eb="1"><t>ZHU</t></rPh>',
      '<t>a_x000A_b_x005F_x0041_&amp;</t>',
    ]
    expect(read([[raw('<c t="s"><v>0</v></c>'), raw('<c t="s"><v>1</v></c>')]], { strings }).rows).toEqual([
      ['朱沱 ', 'a\nb_x0041_&', null],
    ])
  })
  test('of a formula count by the value saved with them', () => {
    expect(
      read([
        [
          raw('<c t="str"><f>A1&amp;B1</f><v>朱沱</v></c>'),
          raw('<c t="str"><f>""</f><v></v></c>'),
          raw('<c><f>1+1</f><v>2</v></c>'),
        ],
      ]).rows,
    ).toEqual([['朱沱', null, 2]])
  })
  test.each([
    ['a boolean', '<c t="b"><v>1</v></c>', 'cell-type', 'TRUE'],
    ['an error value', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'cell-error', '#DIV/0!'],
    ['a formula without a value', '<c><f>A1*2</f></c>', 'formula-uncached', undefined],
    ['no number in a number cell', '<c><v>1e999</v></c>', 'cell-type', '1e999'],
  ])('with %s are a fault of their row, and the others count', (_, xml, code, value) => {
    const table = read([
      ['a', 'b', 1],
      ['a', 'b', raw(xml)],
      ['c', 'd', 2],
    ])
    expect(table.rows.map((__, i) => rowNumber(table, i))).toEqual([2, 4])
    expect(table.faults).toHaveLength(1)
    expect(table.faults?.[0]).toMatchObject({
      row: 3,
      code,
      pointer: '水温',
      ...(value === undefined ? {} : { value }),
    })
  })
  test('beyond the header are a fault of their row', () => {
    expect(read([['a', 'b', 1, 'x']]).faults).toMatchObject([{ row: 2, code: 'cell-count', value: '4' }])
  })
  test('without addresses follow one another', () => {
    const row = (cells: string[]): string =>
      `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
    expect(sheet(`<sheetData>${row(['a', 'b', 'c'])}${row(['1', '2', '3'])}</sheetData>`).rows).toEqual([
      ['1', '2', '3'],
    ])
  })
})

describe('dates', () => {
  // ECMA-376 part 1 §18.17.4.1: 1900-01-01 is 1, 9999-12-31 is 2,958,465; in the 1904 system 1904-01-01 is 0.
  test.each([
    [1, false, '1900-01-01 00:00:00'],
    [61, false, '1900-03-01 00:00:00'],
    [44287, false, '2021-04-01 00:00:00'],
    [44287.166666666664, false, '2021-04-01 04:00:00'],
    [44287.5, false, '2021-04-01 12:00:00'],
    [44287.99999999, false, '2021-04-02 00:00:00'],
    [2958465, false, '9999-12-31 00:00:00'],
    [0, true, '1904-01-01 00:00:00'],
    [42825.25, true, '2021-04-01 06:00:00'],
    [2957003, true, '9999-12-31 00:00:00'],
    [0.25, false, '06:00:00'],
    [-1, false, null],
    [2958466, false, null],
    [2957004, true, null],
  ])('serial %d (1904: %s) is %s', (serial, epoch1904, civil) => {
    expect(serialToCivil(serial, epoch1904)).toBe(civil)
  })
  test('every minute of a day keeps its minute, though its serial is a fraction', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
      expect(serialToCivil(44287 + minute / 1440, false)).toBe(`2021-04-01 ${clock}`)
    }
  })
  test.each([
    ['yyyy-mm-dd hh:mm', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]aaaa;@', false],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', true],
    ['h:mm AM/PM', true],
    ['[h]:mm:ss', false],
    ['General', false],
    ['0.00', false],
    ['0.00E+00', false],
    ['[Red]0.00', false],
    ['0.0"mg/day"', false],
    ['#,##0\\d', false],
    ['_d0', false],
  ])('the format %s shows a date: %s', (pattern, date) => {
    expect(isDateFormat(164, pattern)).toBe(date)
  })
  test.each([
    [0, false],
    [2, false],
    [14, true],
    [22, true],
    [31, true],
    [46, false],
    [49, false],
    [57, true],
  ])('the built-in format %i shows a date: %s', (id, date) => {
    expect(isDateFormat(id, undefined)).toBe(date)
  })
  test('are found by the style of their cell, numbers beside them stay numbers', () => {
    const formats = ['yyyy-mm-dd hh:mm', 22, '0.00']
    const cells = [
      raw('<c s="1"><v>44287.166666666664</v></c>'),
      raw('<c s="2"><v>44287.5</v></c>'),
      raw('<c s="3"><v>44287.5</v></c>'),
    ]
    expect(read([cells], { formats }).rows).toEqual([['2021-04-01 04:00:00', '2021-04-01 12:00:00', 44287.5]])
  })
  test('count from 1904 where the workbook says so', () => {
    expect(read([['a', raw('<c s="1"><v>42825.25</v></c>')]], { formats: [14], epoch1904: true }).rows[0]?.[1]).toBe(
      '2021-04-01 06:00:00',
    )
  })
  test('written as ISO text lose only the T', () => {
    expect(read([['a', raw('<c t="d"><v>2021-04-01T04:00:00.000</v></c>')]]).rows[0]?.[1]).toBe('2021-04-01 04:00:00')
  })
})

describe('rows and sheets', () => {
  test('a title, a remark and a numbers-only row above the header are skipped, blank rows are no rows', () => {
    const xml = sheetData(
      [['重庆市水质月报'], ['单位', 'mg/L'], [1, 2, 3, 4], [], HEAD, [], ['a', null, 1], [null, '  '], ['b']],
      3,
    )
    const table = sheet(xml)
    expect(table.rows).toEqual([
      ['a', null, 1],
      ['b', null, null],
    ])
    expect(table.rows.map((_, i) => rowNumber(table, i))).toEqual([9, 11])
  })
  test('merged titles, headers and body cells are read as in any table', () => {
    const xml = `${sheetData([['标题'], ['断面', '水质类别', null, '备注'], [null, '本月', '上月'], ['朱沱', 'Ⅱ', 'Ⅲ', 'x'], [null, 'Ⅳ', 'Ⅴ', 'y'], ['寸滩', 'Ⅰ', null, 'z']])}
      <mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/><mergeCell ref="A4:A5"/><mergeCell ref="B6:C6"/></mergeCells>`
    expect(sheet(xml)).toMatchObject({
      header: ['断面', '水质类别 本月', '水质类别 上月', '备注'],
      rows: [
        ['朱沱', 'Ⅱ', 'Ⅲ', 'x'],
        ['朱沱', 'Ⅳ', 'Ⅴ', 'y'],
        ['寸滩', 'Ⅰ', null, 'z'],
      ],
    })
  })
  test('all sheets with a header are read, by name; notes and empty sheets are not tables', () => {
    const bytes = workbook({
      sheets: {
        说明: sheetData([['本表说明']]),
        四月: sheetData([HEAD, ['a']]),
        空: '<sheetData/>',
        '五&amp;月': sheetData([HEAD, ['b']]),
      },
    })
    expect(readXlsx(bytes, FORMAT_LIMITS).map(({ name, rows }) => [name, rows[0]?.[0]])).toEqual([
      ['四月', 'a'],
      ['五&月', 'b'],
    ])
  })
  test('names with a namespace prefix are the same names', () => {
    const parts = workbookParts({ sheets: { 数据: '' } })
    parts['xl/worksheets/sheet1.xml'] = new TextEncoder().encode(
      `<x:worksheet xmlns:x="urn">${sheetData([HEAD, ['a', 'b', 1]]).replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:worksheet>`,
    )
    expect(only(readXlsx(zipSync(parts), FORMAT_LIMITS)).rows).toEqual([['a', 'b', 1]])
  })
  test('a workbook without a table is refused', () => {
    expect(
      refusal(() =>
        sheet(
          sheetData([
            ['a', 'b'],
            [1, 2],
          ]),
        ),
      ).code,
    ).toBe('no-table')
  })
})

describe('a workbook that is not what it says', () => {
  test.each([
    ['rows out of order', '<sheetData><row r="2"/><row r="1"/></sheetData>'],
    ['a row beyond a million', '<sheetData><row r="99999999999"/></sheetData>'],
    ['a cell of another row', '<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>'],
    ['a cell twice', '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>'],
    ['no address', '<sheetData><row r="1"><c r="?"><v>1</v></c></row></sheetData>'],
    ['a shared text that is not there', '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'],
    ['a shared text without a number', '<sheetData><row r="1"><c r="A1" t="s"><v>length</v></c></row></sheetData>'],
  ])('with %s is refused', (_, xml) => {
    expect(refusal(() => sheet(xml)).code).toBe('xlsx-invalid')
  })
  test.each(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'])(
    'without its %s is refused',
    (name) => {
      const parts = workbookParts({ sheets: { a: sheetData([HEAD]) } })
      delete parts[name]
      expect(refusal(() => readXlsx(zipSync(parts), FORMAT_LIMITS))).toMatchObject({
        code: 'xlsx-invalid',
        value: name,
      })
    },
  )
  test('without shared texts and styles is read, as neither is required', () => {
    const parts = workbookParts({ sheets: { a: sheetData([HEAD, ['a', 'b', 1]]) } })
    delete parts['xl/sharedStrings.xml']
    delete parts['xl/styles.xml']
    expect(only(readXlsx(zipSync(parts), FORMAT_LIMITS)).rows).toHaveLength(1)
  })
  test('with a part that is not UTF-8 is refused', () => {
    const parts = workbookParts({ sheets: { a: '' } })
    parts['xl/worksheets/sheet1.xml'] = Uint8Array.of(0x3c, 0xff)
    expect(refusal(() => readXlsx(zipSync(parts), FORMAT_LIMITS)).code).toBe('xlsx-invalid')
  })
  test('with entities that multiply is not followed', () => {
    const dtd = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(10)}">]>`
    expect(sheet(`${dtd}${sheetData([HEAD, ['&b;']])}`).rows).toEqual([['&b;', null, null]])
  })
})

describe('limits', () => {
  const limits = limitsWith({ rows: 2, columns: 4, cell: 5, sheets: 2 })
  test('rows, over all sheets', () => {
    expect(read([['a'], ['b']], {}, limits).rows).toHaveLength(2)
    expect(refusal(() => read([['a'], ['b'], ['c']], {}, limits))).toMatchObject({ code: 'too-many-rows', row: 4 })
    const two = workbook({ sheets: { a: sheetData([HEAD, ['a']]), b: sheetData([HEAD, ['b'], ['c']]) } })
    expect(refusal(() => readXlsx(two, limits)).code).toBe('too-many-rows')
  })
  test('rows of a sheet without a header have an end too', () => {
    expect(refusal(() => sheet(sheetData([['a'], ['b'], ['c'], ['d']]), limits)).code).toBe('no-table')
    expect(refusal(() => sheet(sheetData([['a'], ['b'], ['c'], ['d'], ['e']]), limits)).code).toBe('too-many-rows')
  })
  test('columns', () => {
    expect(refusal(() => read([[null, null, null, null, 1]], {}, limits))).toMatchObject({
      code: 'too-many-columns',
      row: 2,
    })
  })
  test('cells, naming row and column', () => {
    expect(refusal(() => read([['a', '123456']], {}, limits))).toMatchObject({
      code: 'cell-too-long',
      row: 2,
      pointer: 'B',
    })
  })
  test('sheets', () => {
    expect(refusal(() => readXlsx(workbook({ sheets: { a: '', b: '', c: '' } }), limits)).code).toBe('too-many-sheets')
  })
  test('a filled cell in the last row of the sheet costs no more than one in the second', () => {
    const started = performance.now()
    const xml = `<sheetData><row r="1">${['A', 'B', 'C'].map((c) => `<c r="${c}1" t="str"><v>${c}</v></c>`).join('')}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:XFD1048575"/></mergeCells>`
    const table = sheet(xml)
    expect([table.rows.length, table.firstRow]).toEqual([1, 1_048_576])
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('workbooks of other programs', () => {
  type Sent = string | number | Date | null
  const write = async (rows: readonly (readonly Sent[])[]): Promise<ArrayBuffer> => {
    const cells = rows.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, format: 'yyyy-mm-dd hh:mm:ss' } : value === null ? null : { value },
      ),
    )
    return (await writeExcel(cells, { sheet: '水质' }).toBlob()).arrayBuffer()
  }
  const text = fc.string({
    unit: fc.constantFrom('水', '断', 'Ⅱ', '℃', '<', '&', '"', '1', '.', '劣', '_'),
    minLength: 1,
    maxLength: 8,
  })
  const time = fc
    .integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
    .map((seconds) => new Date(seconds * 1000))
  const value = fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((n) => n + 0),
    fc.constant(null),
    time,
  )

  test('come back as they were written, and as another reader reads them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, value, value, value), { minLength: 1, maxLength: 6 }), async (rows) => {
        const file = await write([['断面名称', '甲', '乙', '丙'], ...rows])
        const found = readTables(new Uint8Array(file), { mediaType: XLSX, limits: FORMAT_LIMITS })
        const civil = (cell: unknown): unknown =>
          cell instanceof Date
            ? new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
            : cell
        expect(found.format).toBe('xlsx')
        expect(only(found.tables)).toEqual({
          name: '水质',
          header: ['断面名称', '甲', '乙', '丙'],
          rows: rows.map((row) => row.map((cell) => (Object.is(cell, -0) ? 0 : civil(cell)))),
          firstRow: 2,
        })
        const [other] = await readExcel(file, { trim: false })
        const padded = other?.data.slice(1).map((row) => Array.from({ length: 4 }, (_, i) => civil(row[i] ?? null)))
        expect(only(found.tables).rows).toEqual(padded)
      }),
      { numRuns: 50 },
    )
  })
})
