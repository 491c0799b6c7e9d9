/** Whole files: rows in = records + rejections + duplicates, duplicates told from second readings, sheets passed over, every format alike. */

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { refusal, workbookParts } from '../formats/helpers.ts'
import { ADAPTERS, csv, read, rules } from './helpers.ts'

const HEADER = ['断面名称', '监测时间', '氨氮(mg/L)', '总磷(mg/L)']
const FIRST = ['寸滩', '2026-11-16 04:00', '0.05', '0.06']

test('an adapter says what it is', () => {
  expect(ADAPTERS.cq).toMatchObject({ id: 'chongqing/water', party: 'cq', contract: 'water-section-quality' })
  expect(ADAPTERS.sc).toMatchObject({ id: 'sichuan/water', party: 'sc', contract: 'water-section-quality' })
  for (const { version } of Object.values(ADAPTERS)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

describe('rows that come again', () => {
  test('equal ones are counted as duplicates of the first', () => {
    const { rowsIn, records, duplicates } = read('cq', csv(HEADER, FIRST, FIRST, FIRST))
    expect([rowsIn, records.length]).toEqual([3, 1])
    expect(duplicates).toEqual([
      { row: 3, of: 2 },
      { row: 4, of: 2 },
    ])
    expect(records[0]?.record.notes).toEqual([])
  })

  test('the same key with other figures is kept, both, and the later says so', () => {
    const { records, duplicates } = read('cq', csv(HEADER, FIRST, ['寸滩', '2026-11-16 04:00', '0.06', '0.06'], FIRST))
    expect(records.map(({ key }) => key)).toEqual([records[0]?.key, records[0]?.key])
    expect(records.map(({ record }) => rules(record))).toEqual([[], ['key-repeated']])
    expect(duplicates).toEqual([{ row: 4, of: 2 }])
  })

  test('the same moment written otherwise is no exact duplicate', () => {
    const { records } = read('cq', csv(HEADER, FIRST, ['寸滩', '2026/11/16 4:00', '0.05', '0.06']))
    expect(records.map(({ record }) => rules(record))).toEqual([[], ['key-repeated']])
  })

  test('a row refused twice is two rejections', () => {
    const bad = ['朱陀', '2026-11-16 04:00', '0.05', '0.06']
    expect(read('cq', csv(HEADER, bad, bad)).rejections.map(({ row }) => row)).toEqual([2, 3])
  })

  test('equal cells under another header are another reading', () => {
    const table = (heads: string[]) =>
      `<table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr><tr>${FIRST.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`
    const swapped = [HEADER[0], HEADER[1], HEADER[3], HEADER[2]].map(String)
    const again = read('cq', `<html><body>${table(HEADER)}${table(HEADER)}</body></html>`)
    expect([again.records.length, again.duplicates.length]).toEqual([1, 1])
    const other = read('cq', `<html><body>${table(HEADER)}${table(swapped)}</body></html>`)
    expect([other.records.length, other.duplicates.length]).toEqual([2, 0])
    expect(rules(other.records[1]?.record)).toEqual(['key-repeated'])
  })
})

describe('columns', () => {
  test('one that means nothing and one that comes twice are noted for the file', () => {
    const header = [...HEADER, '主要污染指标', 'NH3-N']
    const { notes, records } = read('cq', csv(header, [...FIRST, '无', '9']))
    expect(notes).toEqual([
      { rule: 'column-ignored', sent: '主要污染指标' },
      { rule: 'column-repeated', sent: 'NH3-N' },
    ])
    expect(records[0]?.record.results.nh3n?.value).toBe(0.05)
  })

  test.each([
    [['监测时间', '氨氮'], '断面名称'],
    [['断面名称', '氨氮'], '监测时间'],
    [['断面名称', '监测时间'], '监测项目'],
    [['甲', '乙'], '断面名称、监测时间、监测项目'],
  ])('a file with only %j lacks %s, said with the header it has', (header, missing) => {
    const error = refusal(() => read('cq', csv(header, ['a', 'b'])))
    expect(error).toMatchObject({ code: 'columns-missing', row: 1 })
    expect(error.detail.zh).toContain(`缺少列：${missing}；`)
    expect(error.detail.zh).toContain(header.join('、'))
  })

  test('observed and predicted oxygen of a model is no measurement column: refused plainly', () => {
    const error = refusal(() =>
      read('sc', csv(['时间', '实际DO_岳店子下', '预测DO_岳店子下'], ['2024-09-01', '8.1', '8.0'])),
    )
    expect(error.code).toBe('columns-missing')
  })

  test('a header alone is a file of no rows', () => {
    expect(read('cq', csv(HEADER))).toMatchObject({ rowsIn: 0, records: [], rejections: [], duplicates: [] })
    expect(read('cq', JSON.stringify({ thead: HEADER, tbody: [] }))).toMatchObject({ rowsIn: 0, records: [] })
  })
})

describe('a workbook', () => {
  const sheetOf = (rows: readonly (readonly (string | number)[])[]) =>
    `<sheetData>${rows
      .map(
        (cells, y) =>
          `<row r="${y + 1}">${cells
            .map((cell, x) => {
              const at = `${String.fromCharCode(65 + x)}${y + 1}`
              return typeof cell === 'number'
                ? `<c r="${at}" s="1"><v>${cell}</v></c>`
                : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`
            })
            .join('')}</row>`,
      )
      .join('')}</sheetData>`
  const workbook = (sheets: Record<string, string>, formats: readonly string[] = []) =>
    zipSync(
      Object.fromEntries(Object.entries(workbookParts({ sheets, formats })).map(([path, bytes]) => [path, bytes])),
    )

  test('is read sheet by sheet; one without the columns is passed over and noted', () => {
    const bytes = workbook({
      说明: sheetOf([
        ['项目', '单位', '说明'],
        ['氨氮', 'mg/L', '以N计'],
      ]),
      一月: sheetOf([HEADER, FIRST]),
      二月: sheetOf([HEADER, FIRST, ['朱陀', '2026-11-16 04:00', '1', '1']]),
    })
    const { format, notes, records, duplicates, rejections } = read('cq', bytes)
    expect(format).toBe('xlsx')
    expect(notes).toEqual([{ rule: 'table-ignored', sent: '说明' }])
    expect(records.map(({ sheet, row }) => [sheet, row])).toEqual([['一月', 2]])
    expect(duplicates).toEqual([{ row: 2, of: 2, sheet: '二月' }])
    expect(rejections).toMatchObject([{ row: 3, sheet: '二月', type: 'section-unknown' }])
  })

  test('without any such sheet lacks columns, told of the nearest', () => {
    const bytes = workbook({
      说明: sheetOf([['项目', '单位', '说明']]),
      数据: sheetOf([['断面名称', '氨氮', '总磷']]),
    })
    const { detail } = refusal(() => read('cq', bytes))
    expect(detail.zh).toContain('缺少列：监测时间；表头为：断面名称、氨氮、总磷')
  })

  test('that shows a day alone has manual samples of that day, one that shows a clock an instant', () => {
    // 44287 is 1 April 2021.
    const rows = [HEADER, ['寸滩', 44287, '0.05', '0.06']]
    const day = read('cq', workbook({ 数据: sheetOf(rows) }, ['yyyy-mm-dd'])).records[0]?.record
    expect(day).toMatchObject({ monitoring: 'manual', interval: { start: '2021-04-01T00:00:00+08:00' } })
    const clock = read('cq', workbook({ 数据: sheetOf(rows) }, ['yyyy-mm-dd hh:mm'])).records[0]?.record
    expect(clock).toMatchObject({ monitoring: 'automatic', interval: { end: '2021-04-01T00:00:00+08:00' } })
    const hidden = [HEADER, ['寸滩', 44287.5, '0.05', '0.06']]
    const noon = read('cq', workbook({ 数据: sheetOf(hidden) }, ['yyyy-mm-dd'])).records[0]?.record
    expect(noon).toMatchObject({ monitoring: 'automatic', interval: { end: '2021-04-01T12:00:00+08:00' } })
  })

  test('is no workbook without its parts', () => {
    expect(refusal(() => read('cq', zipSync({ 'xl/workbook.xml': strToU8('') }))).code).toBe('xlsx-invalid')
  })
})

describe('one table in every format', () => {
  const expected = read('cq', csv(HEADER, FIRST)).records[0]?.record
  const html = `<html><body><table><tr>${HEADER.map((head) => `<th>${head}</th>`).join('')}</tr><tr>${FIRST.map((cell) => `<td>${cell}</td>`).join('')}</tr></table></body></html>`

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(HEADER, FIRST)}`), 'text/csv', 'utf-8'],
    ['GB18030', iconv.encode(csv(HEADER, FIRST), 'gb18030'), 'text/csv', 'gb18030'],
    ['arrays in JSON', JSON.stringify({ thead: HEADER, tbody: [FIRST] }), 'application/json', 'utf-8'],
    ['HTML that calls itself .xls', iconv.encode(html, 'gb18030'), 'application/vnd.ms-excel', 'gb18030'],
  ] as const)('%s gives the same record', (_name, source, mediaType, encoding) => {
    const { records, ...result } = read('cq', source, { mediaType })
    expect(records.map(({ record }) => record)).toEqual([expected])
    expect(result.encoding).toBe(encoding)
  })

  test('typed numbers give the same values', () => {
    const [cell] = read(
      'cq',
      JSON.stringify({ thead: HEADER, tbody: [['寸滩', '2026-11-16 04:00', 0.05, 0.06]] }),
    ).records
    expect(cell?.record).toEqual(expected)
  })
})

describe('a file that was cut off', () => {
  test('a last line without its end is taken with a note when whole, refused when not', () => {
    const whole = csv(HEADER, FIRST, ['朱沱', '2026-11-16 04:00', '0.05', '0.06'])
    const open = read('cq', whole.slice(0, -2))
    expect(open.records.map(({ record }) => rules(record))).toEqual([[], ['last-line-open']])
    const cut = read('cq', whole.slice(0, -8))
    expect(cut.rejections).toMatchObject([{ row: 3, type: 'row-truncated' }])
    expect(cut.records).toHaveLength(1)
  })
})

describe('any file of good and bad rows', () => {
  const section = fc.constantFrom(
    '寸滩',
    '朱沱',
    '金子',
    '两河口',
    '玉滩水库',
    '渭门桥',
    '朱陀',
    '',
    '*',
    'constructor',
  )
  const time = fc.constantFrom(
    '11-16 04:00',
    '2026-11-16 08:00',
    '2026-11-05',
    '11-15 24:00',
    '2027-01-01 00:00',
    '2001-01-01',
    '--',
    'x',
  )
  const figure = fc.constantFrom('0.05', '0.025L', '<0.01', '*', '--', '', 'ND', '-1', '-0.5', '高', '０．１', '1e-2')
  const glyph = fc.constantFrom('Ⅱ', 'II', '劣五类', '', '--', 'Ⅵ')
  const province = fc.constantFrom('重庆市', '重庆市', '重庆', '四川省', '贵州省', '', '--')
  const row = fc.tuple(province, section, time, glyph, figure, figure)
  const header = ['省份', '断面名称', '监测时间', '水质类别', '氨氮(mg/L)', '总磷(μg/L)']
  const validate = CONTRACTS[0]?.validate

  test('rows in = records + rejections + duplicates, all named by their row', () => {
    const check = (party: 'cq' | 'sc', source: string, count: number, first: number) => {
      const { rowsIn, records, rejections, duplicates } = read(party, source)
      expect(rowsIn).toBe(count)
      const rows = [...records, ...rejections, ...duplicates].map((one) => one.row).sort((a, b) => a - b)
      expect(rows).toEqual(Array.from({ length: count }, (_, at) => first + at))
      const kept = new Set(records.map((one) => one.row))
      for (const { row, of } of duplicates) expect(of < row && kept.has(of)).toBe(true)
      for (const { record, key, end } of records) {
        expect(key).toContain(record.section.id)
        expect(Date.parse(record.interval.end)).toBe(end)
        expect(JSON.stringify(record)).toBe(canonical(record))
        const errors = validate?.(record) ? [] : validate?.errors
        // A negative concentration is a figure; the contract refuses it.
        for (const error of errors ?? []) expect(error.instancePath).toMatch(/^\/results\/(nh3n|tp)\/value$/)
      }
    }
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.constantFrom('cq', 'sc'), (rows, party) => {
        check(party, csv(header, ...rows), rows.length, 2)
        check(party, JSON.stringify({ thead: header, tbody: rows }), rows.length, 1)
      }),
      { numRuns: 150 },
    )
  })

  test('reading it again gives the same', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const file = csv(header, ...rows)
        expect(read('cq', file)).toEqual(read('cq', file))
      }),
      { numRuns: 30 },
    )
  })
})
