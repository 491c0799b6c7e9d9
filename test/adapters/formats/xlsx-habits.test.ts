/** Workbooks as people in offices save them: titles, merged headings, dates of either system, text for numbers, sheets and rows that do not show. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Tables } from '../../../adapters/types.ts'
import { ROW_REGISTRIES } from '../../../contracts/registry/index.ts'
import type { WaterSectionRecord } from '../../../contracts/water-section-quality/record.ts'
import { type HandCell, only, refusal, sheetData, type WorkbookParts, workbook } from './helpers.ts'

const AT = Date.parse('2026-11-24T00:00:00+08:00')
const HEAD = ['断面名称', '监测时间', '溶解氧(mg/L)']
const read = (bytes: Uint8Array): Tables => readTables(bytes, { limits: FORMAT_LIMITS })
const sheet = (rows: readonly (readonly HandCell[])[], more = ''): string => sheetData(rows) + more
const merges = (...refs: string[]): string =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
const styled =
  (style: number, value: number): HandCell =>
  (address) =>
    `<c r="${address}" s="${style}"><v>${value}</v></c>`

/** The workbook with a part of its text changed. */
function changed(bytes: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(bytes)
  const text = strFromU8(files[part] ?? new Uint8Array())
  const next = text.replace(from, to)
  expect(next).not.toBe(text)
  return zipSync({ ...files, [part]: strToU8(next) })
}

function water(bytes: Uint8Array) {
  const adapter = adapterFor('water-section-quality', 'cq')
  const registry = ROW_REGISTRIES.findLast(({ id }) => id === 'sections')
  if (!adapter || !registry) throw new TypeError('there is no adapter of water')
  const records: WaterSectionRecord[] = []
  const isWater = (record: object): record is WaterSectionRecord => 'results' in record && 'section' in record
  const result = adapter.normalise({ bytes, at: AT, registry, limits: FORMAT_LIMITS }, ({ record }) => {
    if (isWater(record)) records.push(record)
  })
  return { ...result, records }
}

describe('above the header', () => {
  test('titles, labels with their values and blank lines are passed over', () => {
    const rows = [
      ['重庆市国控断面水质周报'],
      [],
      ['填报单位：合川区站', null, '填报人：某岗位', '填报日期：2026-11-16', '单位：mg/L'],
      [...HEAD, 'pH', '备注'],
      ['朱沱', '2026-11-16 08:00', 8.6, 7.8],
    ]
    const table = only(read(workbook({ sheets: { 周报: sheet(rows, merges('A1:E1')) } })).tables)
    expect(table.header).toEqual([...HEAD, 'pH', '备注'])
    expect(table.firstRow).toBe(5)
  })

  test('a line of labels beside their values is no header where a wider one follows', () => {
    const rows = [
      ['填报单位', '合川区站', '填报日期', '2026-11-16'],
      [...HEAD, 'pH', '水温', '电导率', '浊度', '备注'],
      ['朱沱', '2026-11-16 08:00', 8.6],
    ]
    expect(only(read(workbook({ sheets: { 周报: sheet(rows) } })).tables).header).toHaveLength(8)
  })

  test('a day of filling in among other headings is a heading like any other', () => {
    const rows = [
      ['企业名称', '填报日期', '所在区县'],
      ['示例厂', '2026-11-16', '万州区'],
    ]
    expect(only(read(workbook({ sheets: { 表: sheet(rows) } })).tables).header).toEqual(rows[0])
  })
})

describe('headings', () => {
  const TWO_LEVELS = [
    ['断面名称', '监测时间', '监测项目', null, null, '备注'],
    [null, null, 'pH(无量纲)', '溶解氧(mg/L)', '氨氮(mg/L)'],
    ['朱沱', '2026-11-16 08:00', 7.8, 8.6, 0.12],
  ]
  const SPANS = merges('A1:A2', 'B1:B2', 'C1:E1', 'F1:F2')

  test('in two levels lose a group that says nothing of its own, and are read', () => {
    const bytes = workbook({ sheets: { 表: sheet(TWO_LEVELS, SPANS) } })
    expect(only(read(bytes).tables).header).toEqual([
      '断面名称',
      '监测时间',
      'pH(无量纲)',
      '溶解氧(mg/L)',
      '氨氮(mg/L)',
      '备注',
    ])
    expect(water(bytes).records[0]?.results.nh3n).toMatchObject({ reported: '0.12', unit: 'mg/L' })
  })

  test.each([
    ['监测项目（μg/L）', '氨氮', '0.00012'],
    ['监测项目（单位：mg/L）', '氨氮', '0.12'],
    ['监测项目（mg/L，pH 除外）', '氨氮', '0.12'],
    // A unit of its own is the nearer one.
    ['监测项目（μg/L）', '氨氮(mg/L)', '0.12'],
  ])('under %s, %s is read as %s mg/L', (group, heading, value) => {
    const [, second, row] = TWO_LEVELS
    const rows = [['断面名称', '监测时间', group, null, null, '备注'], [...(second ?? [])], [...(row ?? [])]]
    rows[1] = [null, null, 'pH', '溶解氧(mg/L)', heading]
    const { records, rejections } = water(workbook({ sheets: { 表: sheet(rows, SPANS) } }))
    expect(rejections).toEqual([])
    expect(records[0]?.results.nh3n).toMatchObject({ reported: value, value: Number(value) })
    // pH has no such unit, and none is forced on it.
    expect(records[0]?.results.pH).toMatchObject({ reported: '7.8' })
  })

  test('in two levels keep what is no mere group: a limit, a day, a week', () => {
    const rows = [
      ['断面名称', '监测时间', '标准限值', null, null, '备注'],
      [null, null, 'pH(无量纲)', '溶解氧(mg/L)', '氨氮(mg/L)'],
      ['朱沱', '2026-11-16 08:00', 9, 5, 1],
    ]
    const bytes = workbook({ sheets: { 表: sheet(rows, SPANS) } })
    expect(only(read(bytes).tables).header[3]).toBe('标准限值 溶解氧(mg/L)')
    // Limits are no figures: without any there is nothing to take.
    expect(refusal(() => water(bytes)).code).toBe('columns-missing')
  })

  test('marked with a star, before or behind, are the same headings', () => {
    const rows = [
      ['*断面名称', '监测时间 *', '＊溶解氧(mg/L)'],
      ['朱沱', '2026-11-16 08:00', 8.6],
    ]
    const bytes = workbook({ sheets: { 表: sheet(rows) } })
    expect(only(read(bytes).tables).header).toEqual(HEAD)
    expect(water(bytes).records).toHaveLength(1)
  })
})

describe('times', () => {
  // 46342 counts from the day before 1900, 44880 from 1904: both are 2026-11-16.
  test.each([
    ['the 1900 system', false, 46_342],
    ['the 1904 system', true, 44_880],
  ])('are read in %s, with or without their format', (_, epoch1904, day) => {
    const rows = [
      HEAD,
      ['朱沱', styled(1, day + 8 / 24), 8.6],
      ['朱沱', styled(0, day + 12 / 24), 8.7],
      ['朱沱', styled(2, day), 8.8],
      ['朱沱', styled(0, day + 1), 8.9],
    ]
    const parts: WorkbookParts = { sheets: { 表: sheet(rows) }, formats: ['yyyy/m/d h:mm', 'yyyy-mm-dd'], epoch1904 }
    const { records, rejections, notes } = water(workbook(parts))
    expect(rejections).toEqual([])
    expect(records.map(({ interval, monitoring }) => [interval.end, monitoring])).toEqual([
      ['2026-11-16T08:00:00+08:00', 'automatic'],
      ['2026-11-16T12:00:00+08:00', 'automatic'],
      // A day ends at the next midnight; without its format, among times of day, it is that midnight itself.
      ['2026-11-17T00:00:00+08:00', 'manual'],
      ['2026-11-17T00:00:00+08:00', 'automatic'],
    ])
    expect(notes).toEqual([{ rule: 'date-serial-read', sent: '监测时间' }])
  })

  test('without their format are days where none of a column has a time of day', () => {
    const rows = [HEAD, ['朱沱', 46_342, 8.6], ['朱沱', 46_343, 8.7]]
    const { records } = water(workbook({ sheets: { 表: sheet(rows) } }))
    expect(records.map(({ monitoring, interval }) => [monitoring, interval.start])).toEqual([
      ['manual', '2026-11-16T00:00:00+08:00'],
      ['manual', '2026-11-17T00:00:00+08:00'],
    ])
  })

  test('are no serial numbers under another heading, nor outside the years 2000 to 2099', () => {
    const rows = [
      ['断面名称', '监测时间', '电导率(μS/cm)'],
      ['朱沱', 20_261_116, 46_342],
      ['朱沱', 12, 46_342],
    ]
    const { records, rejections, notes } = water(workbook({ sheets: { 表: sheet(rows) } }))
    expect(records.map(({ results }) => results.conductivity?.value)).toEqual([46_342])
    expect(rejections.map(({ type, row }) => [type, row])).toEqual([['time-unreadable', 3]])
    expect(notes).toEqual([])
  })
})

test('numbers as text, also in full width, are the figures they say, with the digits they were written in', () => {
  const rows = [HEAD, ['朱沱', '２０２６－１１－１６　０８：００', '８．６０']]
  const { records, rejections } = water(workbook({ sheets: { 表: sheet(rows) } }))
  expect(rejections).toEqual([])
  expect(records[0]).toMatchObject({
    interval: { end: '2026-11-16T08:00:00+08:00' },
    results: { do: { reported: '8.60', value: 8.6 } },
  })
})

describe('sheets and rows', () => {
  const DATA = sheet([HEAD, ['朱沱', '2026-11-16 08:00', 8.6]])

  test('several sheets of data count together, each row by its own sheet; one that explains is passed over', () => {
    const guide = sheet([
      ['项目', '说明', '例'],
      ['断面名称', '登记册中的名称', '朱沱'],
    ])
    const second = sheet([HEAD, ['不存在的断面', '2026-11-16 08:00', 8.6]])
    const { records, rejections, notes, rowsIn } = water(
      workbook({ sheets: { 朱沱: DATA, 其他: second, 填表说明: guide } }),
    )
    expect([rowsIn, records.length]).toEqual([2, 1])
    expect(rejections.map(({ sheet: name, row, type }) => [name, row, type])).toEqual([['其他', 2, 'section-unknown']])
    expect(notes).toEqual([{ rule: 'table-ignored', sent: '填表说明' }])
  })

  test('our own sheets of explanations and lists are passed over by name, without a word', () => {
    const sheets = { 表: DATA, '填写说明 Guide': DATA, '选项 Lists': DATA, '拒收说明 About': DATA }
    const { records, notes } = water(workbook({ sheets }))
    expect([records.length, notes]).toEqual([1, []])
  })

  test.each(['hidden', 'veryHidden'])('a sheet that is %s is not read, and told', (state) => {
    const made = workbook({ sheets: { 表: DATA, 草稿: DATA } })
    const bytes = changed(made, 'xl/workbook.xml', '<sheet name="草稿"', `<sheet state="${state}" name="草稿"`)
    const { records, notes } = water(bytes)
    expect([records.length, notes]).toEqual([1, [{ rule: 'sheet-hidden', sent: '草稿' }]])
  })

  test('a workbook of hidden sheets alone says so, by their names', () => {
    const made = workbook({ sheets: { 草稿: DATA } })
    const bytes = changed(made, 'xl/workbook.xml', '<sheet name', '<sheet state="hidden" name')
    const error = refusal(() => read(bytes))
    expect(error.code).toBe('no-table')
    expect(error.detail.zh).toContain('隐藏的工作表（草稿）')
  })

  test('rows that a filter hides are read all the same, and told', () => {
    const rows = [HEAD, ['朱沱', '2026-11-16 08:00', 8.6], ['朱沱', '2026-11-16 12:00', 8.7]]
    const xml = sheet(rows).replace('<row r="3"', '<row hidden="1" r="3"')
    const { records, notes } = water(workbook({ sheets: { 表: xml } }))
    expect([records.length, notes]).toEqual([2, [{ rule: 'rows-hidden', sent: '表: 1' }]])
  })

  test('remarks below the table and who filled it in are no rows, even beyond the header, and are told', () => {
    const rows = [
      HEAD,
      ['朱沱', '2026-11-16 08:00', 8.6],
      ['备注：数据未经审核，仅供参考。'],
      ['填表人：张某', null, '审核人：李某', null, '填报日期：2026-11-17'],
      ['合计', null, 8.6],
    ]
    const { rowsIn, records, rejections, notes } = water(workbook({ sheets: { 表: sheet(rows, merges('A3:C3')) } }))
    expect([rowsIn, records.length]).toEqual([2, 1])
    // What bears a figure is never passed over.
    expect(rejections.map(({ row, type }) => [row, type])).toEqual([[5, 'section-unknown']])
    expect(notes).toEqual([{ rule: 'lines-passed-over', sent: '3: 备注：数据未经审核，仅供参考。 (2)' }])
  })

  test('rows below that are empty, or hold blanks alone, are no rows', () => {
    const rows = [HEAD, ['朱沱', '2026-11-16 08:00', 8.6], [], [' ', '　', null], [null, '']]
    const { rowsIn, records } = water(workbook({ sheets: { 表: sheet(rows) } }))
    expect([rowsIn, records.length]).toEqual([1, 1])
  })
})

describe('any workbook', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: 36_000, max: 74_000 }),
    fc.constantFrom(
      '朱沱',
      '示例',
      '示例：朱沱',
      '2026-11-16 08:00',
      '*',
      '0.025L',
      '〔缺〕',
      '８．６',
      '填报日期：',
      '监测项目',
    ),
    fc.string({ unit: fc.constantFrom('a', '断', '1', '.', '-', ' '), maxLength: 6 }),
  )
  const heading = fc.constantFrom(
    ...HEAD,
    '序号',
    '原行号 Row',
    '拒收原因 Reason',
    '改法 Fix',
    '*断面名称',
    'pH',
    '填报日期',
  )

  test('has each of its rows as a record, a rejection or a duplicate, or is refused as a whole', () => {
    fc.assert(
      fc.property(
        fc.array(heading, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
        fc.boolean(),
        (head, rows, epoch1904) => {
          const bytes = workbook({ sheets: { 表: sheet([head, ...rows]) }, epoch1904 })
          try {
            const { rowsIn, records, rejections, duplicates } = water(bytes)
            expect(rowsIn).toBe(records.length + rejections.length + duplicates.length)
            expect(rowsIn).toBeLessThanOrEqual(rows.length)
          } catch (error) {
            if (!(error instanceof FormatError)) throw error
          }
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('never has a record of a row that bears a mark of ours', () => {
    const good = ['朱沱', '2026-11-16 08:00', '8.6'] as const
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.constantFrom('示例', '示例1', ' 示例'), fc.boolean(), (more, mark, led) => {
        const blanks = Array<string>(more).fill('备注')
        const marked = led ? ['7', `示例：${good[0]}`, ...good.slice(1)] : [mark, ...good]
        const rows = [
          ['序号', ...HEAD, ...blanks],
          [...marked, ...blanks],
          ['2', '朱沱', '2026-11-16 12:00', '8.7', ...blanks],
        ]
        const { records, rejections } = water(workbook({ sheets: { 表: sheet(rows) } }))
        expect(records.map(({ interval }) => interval.end)).toEqual(['2026-11-16T12:00:00+08:00'])
        expect(rejections.map(({ type, row }) => [type, row])).toEqual([['example-row', 2]])
      }),
      { numRuns: 50 },
    )
  }, 60_000)
})

describe('a workbook that was returned', () => {
  const OURS = ['原行号 Row', '拒收原因 Reason', '改法 Fix']

  test('is read without our columns, wherever they stand, and without a note of them', () => {
    for (const head of [
      [...OURS, ...HEAD],
      [...HEAD, ...OURS],
    ]) {
      const own = ['朱沱', '2026-11-16 08:00', 8.6]
      const row = head[0] === OURS[0] ? [7, '因', '改', ...own] : [...own, 7, '因', '改']
      const { records, rejections, notes } = water(workbook({ sheets: { 表: sheet([head, row]) } }))
      expect([records.length, rejections, notes]).toEqual([1, [], []])
    }
  })

  test('has no row where all of the sender’s cells were cleared', () => {
    const rows = [
      [...OURS, ...HEAD],
      [7, '因', '改'],
      [8, '因', '改', '朱沱', '2026-11-16 08:00', 8.6],
    ]
    const { rowsIn, records } = water(workbook({ sheets: { 表: sheet(rows) } }))
    expect([rowsIn, records.length]).toEqual([1, 1])
  })

  test('refuses a row whose missing cell was not filled in, and names it', () => {
    const rows = [
      [...OURS, ...HEAD],
      [7, '因', '改', '朱沱', '2026-11-16 08:00', '〔缺〕'],
    ]
    const { records, rejections } = water(workbook({ sheets: { 表: sheet(rows) } }))
    expect(records).toEqual([])
    expect(rejections).toMatchObject([{ type: 'cell-count', row: 2, pointer: '溶解氧(mg/L)', value: '〔缺〕' }])
  })

  test('is the only place where that mark means anything', () => {
    const { records } = water(
      workbook({
        sheets: {
          表: sheet([
            [...HEAD, '水温'],
            ['朱沱', '2026-11-16 08:00', 8.6, '--'],
          ]),
        },
      }),
    )
    expect(records).toHaveLength(1)
  })
})
