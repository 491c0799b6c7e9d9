/** Whole files of enterprises: rows in = records + rejections + duplicates, every format alike, any bytes whatever, records canonical and held by the contract. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { FormatError } from '../../../adapters/formats/error.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { contractOf } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { refusal } from '../formats/helpers.ts'
import { AT, codeOf, csv, RISK, read, rules, UNITS } from './helpers.ts'

const HEADER = ['企业名称', '统一社会信用代码', '所在区县', '填报日期', '风险等级', '备注']
const FIRST = ['示例化工', codeOf(1), '永川区', '2026-11-16', '较大', '示例']
const SECOND = ['示例仓储', codeOf(2), '江津区', '2026-11-16', '一般-大气(Q0)', '示例']

describe('an adapter', () => {
  test.each([
    ['cq', RISK.cq, 'chongqing/risk-source'],
    ['sc', RISK.sc, 'sichuan/risk-source'],
    ['cq', UNITS.cq, 'chongqing/discharge-unit'],
    ['sc', UNITS.sc, 'sichuan/discharge-unit'],
  ])('of %s says what it is', (party, adapter, id) => {
    expect(adapter).toMatchObject({ id, party, register: 'divisions' })
    expect(adapter.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(contractOf(adapter.contract, '1.0.0')).toBeDefined()
  })

  test('reads rows under the register of divisions and no other', () => {
    const input = { bytes: Buffer.from(csv(HEADER, FIRST)), at: AT, registry: SECTIONS_2026_11, limits: FORMAT_LIMITS }
    expect(() => RISK.cq.normalise(input, () => {})).toThrow('expected the register divisions, got sections')
  })
})

describe('rows that come again', () => {
  test('equal ones are counted as duplicates of the first', () => {
    const { records, duplicates } = read(RISK.cq, csv(HEADER, FIRST, SECOND, FIRST, FIRST))
    expect(records.map(({ row }) => row)).toEqual([2, 3])
    expect(duplicates).toEqual([
      { row: 4, of: 2 },
      { row: 5, of: 2 },
    ])
  })

  test('the same enterprise with another level is kept, both, and the later says so', () => {
    const { records } = read(RISK.cq, csv(HEADER, FIRST, FIRST.with(4, '重大')))
    expect(records.map(({ key, record }) => [key, rules(record)])).toEqual([
      [`${codeOf(1)}/`, []],
      [`${codeOf(1)}/`, ['key-repeated']],
    ])
  })

  test('two permits of one enterprise are two units', () => {
    const header = ['单位名称', '信用代码', '区县', '填报日期', '许可证编号']
    const row = (permit: string) => ['示例', codeOf(1), '永川区', '2026-11-16', permit]
    const { records } = read(UNITS.cq, csv(header, row(`${codeOf(1)}001P`), row(`${codeOf(1)}002P`)))
    expect(new Set(records.map(({ key }) => key)).size).toBe(2)
    for (const { record, subject } of records) expect([subject, rules(record)]).toEqual([codeOf(1), []])
  })
})

describe('columns', () => {
  test('one that means nothing and one that comes twice are noted for the file', () => {
    const { notes } = read(RISK.cq, csv([...HEADER, '投产年份', '环境风险等级'], [...FIRST, '2001', '重大']))
    expect(notes).toEqual([
      { rule: 'column-ignored', sent: '投产年份' },
      { rule: 'column-repeated', sent: '环境风险等级' },
    ])
  })

  test.each([
    [['统一社会信用代码', '所在区县'], '企业名称'],
    [['企业名称', '所在区县'], '统一社会信用代码'],
    [['企业名称', '统一社会信用代码'], '所在区县或行政区划代码'],
    [['甲', '乙'], '企业名称、统一社会信用代码、所在区县或行政区划代码'],
  ])('a file with only %j lacks %s', (header, missing) => {
    const error = refusal(() => read(RISK.cq, csv(header, ['a', 'b'])))
    expect(error).toMatchObject({ code: 'columns-missing', row: 1 })
    expect(error.detail.zh).toContain(`缺少列：${missing}；`)
  })

  test('headings may have blanks, line breaks, stars and brackets', () => {
    const header = [
      '*企 业 名 称',
      '统一社会信用代码（18位）',
      '所在区（县）',
      '填报日期',
      '风险 等级',
      '距省界距离\n（公里）',
    ]
    const { records, notes } = read(RISK.cq, csv(header, [...FIRST.slice(0, 5), '3']))
    expect(records[0]?.record).toMatchObject({
      riskLevel: { reported: 'large' },
      distanceToBoundary: { reported: '3' },
    })
    expect(notes).toEqual([])
  })

  test('numbered substances are none of a discharging unit’s', () => {
    const { notes } = read(
      UNITS.cq,
      csv([...HEADER.slice(0, 4), '风险物质1', '存量1'], [...FIRST.slice(0, 4), '甲', '1']),
    )
    expect(notes.map(({ sent }) => sent)).toEqual(['风险物质1', '存量1'])
  })
})

describe('one table in every format', () => {
  const expected = read(RISK.cq, csv(HEADER, FIRST, SECOND)).records.map(({ record }) => record)
  const table = [HEADER, FIRST, SECOND]
  const html = `<html><body><table>${table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(HEADER, FIRST, SECOND)}`), 'text/csv'],
    ['GB18030', iconv.encode(csv(HEADER, FIRST, SECOND), 'gb18030'), 'text/csv; charset=gb18030'],
    [
      'objects in JSON',
      JSON.stringify([FIRST, SECOND].map((row) => Object.fromEntries(HEADER.map((name, at) => [name, row[at]])))),
      'application/json',
    ],
    ['arrays in JSON', JSON.stringify({ thead: HEADER, tbody: [FIRST, SECOND] }), 'application/json'],
    ['HTML that calls itself .xls', iconv.encode(html, 'gb18030'), 'application/vnd.ms-excel'],
  ] as const)('%s gives the same records', (_name, source, mediaType) => {
    expect(read(RISK.cq, source, { mediaType }).records.map(({ record }) => record)).toEqual(expected)
  })

  test('a workbook gives the same, sheet by sheet, and passes over one of explanations', async () => {
    const cells = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((value) => ({ value })))
    const bytes = await writeXlsxFile([
      {
        data: cells([
          ['字段', '说明', '例'],
          ['风险等级', '按 HJ 941', '较大'],
        ]),
        sheet: '说明',
      },
      { data: cells([HEADER, FIRST]), sheet: '永川' },
      { data: cells([HEADER, SECOND, FIRST]), sheet: '江津' },
    ]).toBuffer()
    const { records, duplicates, notes } = read(RISK.cq, bytes)
    expect(records.map(({ sheet, record }) => [sheet, record])).toEqual([
      ['永川', expected[0]],
      ['江津', expected[1]],
    ])
    expect(duplicates).toEqual([{ row: 3, of: 2, sheet: '江津' }])
    expect(notes).toEqual([{ rule: 'table-ignored', sent: '说明' }])
  })

  test('a last line without its end is taken and noted', () => {
    const { records } = read(RISK.cq, csv(HEADER, FIRST, SECOND).slice(0, -2))
    expect(records.map(({ record }) => rules(record))).toEqual([[], ['last-line-open']])
  })
})

describe('any file', () => {
  const header = [
    '企业名称',
    '统一社会信用代码',
    '行政区划代码',
    '所在区县',
    '填报日期',
    '经度',
    '纬度',
    '坐标系',
    '行业类别',
    '风险等级',
    '风险物质',
    '距省界距离(km)',
    '受纳水体',
    '下游断面',
    '应急联系岗位',
    '联系电话',
    '排污许可证编号',
    '主要污染物',
    '排放口',
    '近三年是否受处罚',
  ]
  /** Mostly what is taken, so that the bad cell is seldom two in a row. */
  const cell = (good: readonly string[], bad: readonly string[] = []) =>
    bad.length === 0
      ? fc.constantFrom(...good)
      : fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) })
  const place = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(['500118', '永川区'], ['', '两江新区'], ['500226', ''], ['', '江北区']) },
    { weight: 6, arbitrary: fc.constantFrom(['510522', ''], ['', '合江县'], ['510522001002', '合江'], ['', '万源市']) },
    { weight: 1, arbitrary: fc.constantFrom(['', ''], ['520000', ''], ['500110', '永川区'], ['', 'constructor']) },
  )
  const position = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(['105.8486', '29.0164'], ['105°50′55″', '29°1′'], ['', '']) },
    { weight: 1, arbitrary: fc.constantFrom(['29.0', '105.8'], ['105', ''], ['x', '29']) },
  )
  const row = fc
    .tuple(
      cell(['示例化工', '示例'], ['', '——', 'x'.repeat(200)]),
      cell([codeOf(1), codeOf(2), codeOf(3).toLowerCase()], ['91510000201867648B', '']),
      place,
      cell(['2026-11-16', '2025-11-05', '2025-11-06', ''], ['2030-01-01', 'x', '2017-01-01']),
      position,
      cell(['CGCS2000', 'GCJ-02', 'BD-09', 'WGS84'], ['', '北京54']),
      cell(['C2614 有机化学原料制造', '白酒制造', '2614', '', '其他'], ['y'.repeat(100)]),
      cell(
        ['较大', '重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E3)]', '一般-大气(Q0)', ''],
        ['橙色', '一级', '中等', '较大-大气(Q1)'],
      ),
      cell(
        ['', '甲:600/5(涉气)', '甲:1/3;乙:2/3(涉水)', '甲:1/', '甲[7664-41-7]:1kg/2t(气态)'],
        ['甲', '甲[7664-41-8]:1/2', `${'甲'.repeat(90)}:1/2`],
      ),
      cell(['', '3', '1,200', '8500m', '约3'], ['1e3', '-1', '99999']),
      cell(['', '长江', '新盛河', '南河', '示例河'], ['z'.repeat(90)]),
      cell(['', '朱沱', '朱沱、朱沱；寸滩']),
      cell(['', '值班室', '张三', '安环部王经理']),
      cell(['', '0830-1234567', '张三', '(023)12345678转1']),
      cell(['', `${codeOf(1)}001P`, 'abcdefgh'], ['办理中']),
      cell(['', 'COD:12,氨氮', '总磷:1kg/a', '非甲烷总烃'], ['COD:高']),
      cell(['', 'DW001:总排口', '1#排口;DW001'], ['w'.repeat(90)]),
      cell(['', '是', '否', '待查']),
    )
    .map(([name, code, [divisionCode = '', division = ''], day, [longitude = '', latitude = ''], crs, ...others]) => [
      name,
      code,
      divisionCode,
      division,
      day,
      longitude,
      latitude,
      crs,
      ...others,
    ])

  test.each([
    ['risk-source', RISK],
    ['discharge-unit', UNITS],
  ] as const)('of %s: rows in = records + rejections + duplicates, all named, all canonical', (contract, adapters) => {
    const validate = contractOf(contract, '1.0.0')?.validate
    let taken = 0
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom('cq', 'sc'), (rows, party) => {
        const { rowsIn, records, rejections, duplicates } = read<object>(adapters[party], csv(header, ...rows))
        taken += records.length
        expect(rowsIn).toBe(rows.length)
        const found = [...records, ...rejections, ...duplicates].map((one) => one.row).sort((a, b) => a - b)
        expect(found).toEqual(rows.map((_, at) => at + 2))
        for (const { record, key, subject } of records) {
          expect(JSON.stringify(record)).toBe(canonical(record))
          expect(key.startsWith(`${subject}/`)).toBe(true)
          // What is too long or too far the contract refuses; nothing else of a record may fail it.
          const [error] = validate?.(record) ? [] : (validate?.errors ?? [])
          if (error) expect(['maxLength', 'maximum'], error.instancePath).toContain(error.keyword)
        }
        for (const { type, detail } of rejections) {
          expect(type).toMatch(/^[a-z0-9-]+$/)
          expect([detail.zh, detail.en].every((text) => text.isWellFormed() && text.length > 4)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
    expect(taken).toBeGreaterThan(150)
  })

  test('of any bytes is records, rejections or a clear FormatError', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
      fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(`${HEADER.join(',')}\r\n${text}`)),
      fc.json().map((text) => new TextEncoder().encode(text)),
    )
    fc.assert(
      fc.property(bytes, fc.constantFrom<typeof RISK.cq | typeof UNITS.sc>(RISK.cq, UNITS.sc), (file, adapter) => {
        try {
          read<object>(adapter, file)
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('reads the same twice', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect(read(RISK.sc, csv(header, ...rows))).toEqual(read(RISK.sc, csv(header, ...rows)))
      }),
      { numRuns: 20 },
    )
  })
})
