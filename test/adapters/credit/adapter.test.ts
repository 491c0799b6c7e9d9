/** Whole files: rows in = records + rejections + duplicates, every format alike, sheets passed over, whatever the bytes. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { contractOf } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { refusal, workbook } from '../formats/helpers.ts'
import { ADAPTERS, AT, csv, read, readRow, rules, sampleCode } from './helpers.ts'

const validate = contractOf('enterprise-credit', '1.0.0')?.validate
const HEADER = ['企业名称', '统一社会信用代码', '评价年度', '级别', '评价等级', '得分']
const FIRST = ['甲厂（示例）', sampleCode(1), '2025', '市级', '良好', '88.5']

test('an adapter says what it is, and which register it reads under', () => {
  expect(ADAPTERS.cq).toMatchObject({
    id: 'chongqing/credit',
    party: 'cq',
    contract: 'enterprise-credit',
    register: 'divisions',
  })
  expect(ADAPTERS.sc).toMatchObject({
    id: 'sichuan/credit',
    party: 'sc',
    contract: 'enterprise-credit',
    register: 'divisions',
  })
  for (const { version } of Object.values(ADAPTERS)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('another register is a mistake of the caller', () => {
  const input = {
    bytes: new TextEncoder().encode(csv(HEADER, FIRST)),
    at: AT,
    registry: SECTIONS_2026_11,
    limits: FORMAT_LIMITS,
  }
  expect(() => ADAPTERS.cq.normalise(input, () => {})).toThrow(TypeError)
})

describe('a record', () => {
  test('has its key of enterprise, year and authority, is found by its code, and ends with its year', () => {
    const [one] = read('cq', csv(HEADER, FIRST)).records
    expect(one).toMatchObject({
      key: `${sampleCode(1)}/2025/municipality/重庆市生态环境局`,
      subject: sampleCode(1),
      end: Date.parse('2026-01-01T00:00:00+08:00'),
      row: 2,
    })
    const { key } = readRow({ 级别: '市级' }, 'sc')
    expect(key).toBe(`${sampleCode(1)}/2025/prefecture/-`)
  })

  test('holds by the contract and is its own canonical form', () => {
    for (const columns of [
      {},
      { 得分: '99.5', 一票否决: '否', 区县: '铜梁区', 有效期: '2026-08-13至2027-08-12' },
      { 评价等级: '停产' },
    ]) {
      const { record } = readRow(columns)
      expect(validate?.(record), JSON.stringify(validate?.errors)).toBe(true)
      expect(JSON.stringify(record)).toBe(canonical(record))
    }
  })

  test('of the municipality and of a district are two, of one enterprise and year', () => {
    const { records } = read('cq', csv(HEADER, FIRST, ['甲厂（示例）', sampleCode(1), '2025', '区级', '警示', '70']))
    expect(records.map(({ key }) => key)).toEqual([
      `${sampleCode(1)}/2025/municipality/重庆市生态环境局`,
      `${sampleCode(1)}/2025/district/-`,
    ])
    expect(records.flatMap(({ record }) => rules(record))).not.toContain('key-repeated')
  })
})

describe('the rating year', () => {
  test.each(['2025', '2025年', '2025年度', '２０２５', ' 2025 '])('%j is 2025', (评价年度) => {
    expect(readRow({ 评价年度 }).record?.ratingYear).toBe(2025)
  })

  test('may be a typed number', () => expect(readRow({ 评价年度: 2025 }).record?.ratingYear).toBe(2025))

  test.each(['', '——', '上年', '25', '2025-2026', '2025-01-01', 'constructor'])('%j cannot be read', (评价年度) => {
    expect(readRow({ 评价年度 }).rejection).toMatchObject({ type: 'rating-year-unreadable', pointer: '评价年度' })
  })

  test.each(['2026', '2027', '9999'])('%s is not over', (评价年度) => {
    expect(readRow({ 评价年度 }).rejection).toMatchObject({ type: 'rating-year-outside', value: 评价年度 })
  })

  test('is over with its last instant in Asia/Shanghai', () => {
    const over = Date.parse('2026-01-01T00:00:00+08:00')
    expect(readRow({}, 'cq', { at: over }).record?.ratingYear).toBe(2025)
    expect(readRow({}, 'cq', { at: over - 1 }).rejection?.type).toBe('rating-year-outside')
  })

  test('chooses the scheme; before any that is known it is refused', () => {
    expect(readRow({ 评价年度: '2021' }).record?.scheme).toBe('渝环规〔2021〕7号')
    expect(readRow({ 评价年度: '2020' }).record?.scheme).toBe('渝环〔2017〕174号')
    for (const year of ['2018', '2012', '0050'])
      expect(readRow({ 评价年度: year }, 'sc').rejection?.type).toBe('rating-year-outside')
    for (const year of ['2012', '1999', '0050', '0000'])
      expect(readRow({ 评价年度: year }, 'cq').rejection?.type).toBe('rating-year-outside')
    expect(readRow({ 评价年度: '2013' }, 'cq').record?.scheme).toBe('渝环〔2017〕174号')
  })
})

describe('rows that come again', () => {
  test('equal ones are counted as duplicates of the first', () => {
    const { rowsIn, records, duplicates } = read('cq', csv(HEADER, FIRST, FIRST, FIRST))
    expect([rowsIn, records.length]).toEqual([3, 1])
    expect(duplicates).toEqual([
      { row: 3, of: 2 },
      { row: 4, of: 2 },
    ])
  })

  test('the same key with another level is kept, both, and the later says so', () => {
    const { records } = read('cq', csv(HEADER, FIRST, [...FIRST.slice(0, 4), '警示', '70']))
    expect(records.map(({ record }) => [record.level, rules(record).includes('key-repeated')])).toEqual([
      ['good', false],
      ['warning', true],
    ])
  })
})

describe('columns', () => {
  test('that mean nothing, or come twice, are noted for the file; those of persons are not read', () => {
    const { notes, records } = read('cq', csv([...HEADER, '法定代表人', '信用等级'], [...FIRST, '某某', '不良']))
    expect(notes).toEqual([
      { rule: 'column-ignored', sent: '法定代表人' },
      { rule: 'column-repeated', sent: '信用等级' },
    ])
    expect(records[0]?.record.level).toBe('good')
    expect(JSON.stringify(records)).not.toContain('某某')
  })

  test.each([
    [HEADER.filter((name) => name !== '统一社会信用代码'), '统一社会信用代码'],
    [HEADER.filter((name) => name !== '企业名称'), '企业名称'],
    [HEADER.filter((name) => name !== '评价年度'), '评价年度'],
    [HEADER.filter((name) => name !== '级别'), '级别'],
    [HEADER.filter((name) => name !== '评价等级'), '评价等级'],
  ])('a file with only %j lacks %s, said with the header it has', (header, missing) => {
    const error = refusal(() =>
      read(
        'cq',
        csv(
          header,
          header.map(() => 'x'),
        ),
      ),
    )
    expect(error).toMatchObject({ code: 'columns-missing', row: 1 })
    expect(error.detail.zh).toContain(`缺少列：${missing}；`)
  })

  test('a file of 绩效分级 is refused by that name', () => {
    const header = [...HEADER.filter((name) => name !== '评价等级'), '绩效分级']
    const error = refusal(() =>
      read(
        'cq',
        csv(
          header,
          header.map(() => 'A'),
        ),
      ),
    )
    expect(error.detail.zh).toContain('「绩效分级」是重污染天气绩效分级')
    expect(error.detail.en).toContain('performance grade')
  })

  test('beside the level it is only passed over', () => {
    const { notes, records } = read('cq', csv([...HEADER, '绩效等级'], [...FIRST, 'A']))
    expect(records[0]?.record.level).toBe('good')
    expect(notes).toEqual([{ rule: 'column-ignored', sent: '绩效等级' }])
  })
})

describe('one table in every format', () => {
  const expected = read('cq', csv(HEADER, FIRST)).records[0]?.record
  const html = `<html><body><table><tr>${HEADER.map((head) => `<th>${head}</th>`).join('')}</tr><tr>${FIRST.map((cell) => `<td>${cell}</td>`).join('')}</tr></table></body></html>`
  const sheet = (rows: readonly (readonly string[])[]) =>
    `<sheetData>${rows
      .map(
        (cells, y) =>
          `<row r="${y + 1}">${cells.map((cell, x) => `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
      )
      .join('')}</sheetData>`

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(HEADER, FIRST)}`), 'text/csv', 'utf-8'],
    ['GB18030', iconv.encode(csv(HEADER, FIRST), 'gb18030'), 'text/csv', 'gb18030'],
    ['arrays in JSON', JSON.stringify({ thead: HEADER, tbody: [FIRST] }), 'application/json', 'utf-8'],
    [
      'objects in JSON',
      JSON.stringify({ data: [Object.fromEntries(HEADER.map((name, at) => [name, FIRST[at]]))] }),
      'application/json',
      'utf-8',
    ],
    ['HTML that calls itself .xls', iconv.encode(html, 'gb18030'), 'application/vnd.ms-excel', 'gb18030'],
    ['a workbook', workbook({ sheets: { 数据: sheet([HEADER, FIRST]) } }), 'application/octet-stream', 'utf-8'],
  ] as const)('%s gives the same record', (_name, source, mediaType, encoding) => {
    const { records, ...result } = read('cq', source, { mediaType })
    expect(records.map(({ record }) => record)).toEqual([expected])
    expect(result.encoding).toBe(encoding)
  })

  test('a workbook is read sheet by sheet; one without the columns is passed over and noted', () => {
    const bytes = workbook({
      sheets: {
        说明: sheet([['项目', '分值', '说明']]),
        一: sheet([HEADER, FIRST]),
        二: sheet([HEADER, FIRST, ['', 'x', '', '', '', '']]),
      },
    })
    const { notes, records, duplicates, rejections } = read('cq', bytes)
    expect(notes).toEqual([{ rule: 'table-ignored', sent: '说明' }])
    expect(records.map(({ sheet: name, row }) => [name, row])).toEqual([['一', 2]])
    expect(duplicates).toEqual([{ row: 2, of: 2, sheet: '二' }])
    expect(rejections).toMatchObject([{ row: 3, sheet: '二', type: 'rating-year-unreadable' }])
  })
})

test('a file that was cut off keeps its whole rows, and says of the last that its line has no end', () => {
  const whole = csv(HEADER, FIRST, ['乙厂（示例）', sampleCode(2), '2025', '市级', '良好', '88.5'])
  expect(read('cq', whole.slice(0, -2)).records.map(({ record }) => rules(record).includes('last-line-open'))).toEqual([
    false,
    true,
  ])
  expect(read('cq', whole.slice(0, -9)).rejections).toMatchObject([{ row: 3, type: 'row-truncated' }])
})

describe('any file of good and bad rows', () => {
  const header = [
    '企业名称',
    '统一社会信用代码',
    '评价年度',
    '级别',
    '评价机关',
    '评价等级',
    '得分',
    '一票否决',
    '参评状态',
    '区县',
    '公示期',
    '有效期',
    '修复情况',
    '复核/申诉',
    '备注',
  ]
  const row = fc.tuple(
    fc.constantFrom('甲厂（示例）', '乙厂（示例）', '', '——'),
    fc.constantFrom(
      sampleCode(1),
      sampleCode(2),
      sampleCode(3).toLowerCase(),
      '91510000201867648B',
      '91350100MOOO1OOY43',
      '',
    ),
    fc.constantFrom('2025', '2024年度', '2020', '2018', '2026', ''),
    fc.constantFrom('市级', '区级', '省级', '', '甲级'),
    fc.constantFrom('', '', '铜梁区生态环境局', '重庆市生态环境局', '成都市生态环境局', '甲/乙'),
    fc.constantFrom('良好', '环保不良企业', '绿牌', '停产', '', '——', 'B-', '守信', '__proto__'),
    fc.constantFrom('', '88', '99.5', '108.5', '-1', '高', '１００'),
    fc.constantFrom('', '是', '否', '吊销许可证', '?'),
    fc.constantFrom('', '', '已参评', '未参评', '待定'),
    fc.constantFrom('', '铜梁区', '武侯区', '市中区', '江北区', 'x'),
    fc.constantFrom('', '2026年8月3日至8月12日', '七日'),
    fc.constantFrom('', '一年', '2026-08-13至2027-08-12', '长期'),
    fc.constantFrom('', '已修复（2026-10-09）', '未修复', '?'),
    fc.constantFrom('', '维持原等级', '?'),
    fc.constantFrom('', '停产', '示例'),
  )

  test('rows in = records + rejections + duplicates, all named by their row; every record holds by the contract', () => {
    const check = (party: 'cq' | 'sc', source: string, count: number, first: number) => {
      const { rowsIn, records, rejections, duplicates } = read(party, source)
      expect(rowsIn).toBe(count)
      const rows = [...records, ...rejections, ...duplicates].map((one) => one.row).sort((a, b) => a - b)
      expect(rows).toEqual(Array.from({ length: count }, (_, at) => first + at))
      for (const { record, key, subject, end } of records) {
        expect(key.startsWith(`${subject}/${record.ratingYear}/`)).toBe(true)
        expect(end).toBeLessThanOrEqual(AT)
        expect(JSON.stringify(record)).toBe(canonical(record))
        if (!validate?.(record)) expect(validate?.errors).toEqual([])
      }
      for (const { detail, type, pointer } of rejections) {
        expect(type).toMatch(/^[a-z0-9-]+$/)
        expect(pointer).not.toBe('')
        expect([detail.zh, detail.en].every((text) => text.length > 3)).toBe(true)
      }
    }
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), fc.constantFrom('cq', 'sc'), (rows, party) => {
        check(party, csv(header, ...rows), rows.length, 2)
        check(party, JSON.stringify({ thead: header, tbody: rows }), rows.length, 1)
      }),
      { numRuns: 150 },
    )
  })

  test('reading it again gives the same', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 15 }), (rows) => {
        const file = csv(header, ...rows)
        expect(read('cq', file)).toEqual(read('cq', file))
      }),
      { numRuns: 30 },
    )
  })
})

test('any bytes are records, rejections or a clear refusal', () => {
  const plain = csv(HEADER, FIRST)
  const bytes = new TextEncoder().encode(plain)
  const mutated = fc
    .tuple(fc.nat({ max: bytes.length - 1 }), fc.uint8Array({ maxLength: 6 }), fc.nat({ max: 12 }))
    .map(([at, insert, drop]) => Uint8Array.from([...bytes.slice(0, at), ...insert, ...bytes.slice(at + drop)]))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated), fc.constantFrom('cq', 'sc'), (source, party) => {
      try {
        for (const { record } of read(party, source).records) {
          expect(JSON.stringify(record)).toBe(canonical(record))
        }
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError)
      }
    }),
    { numRuns: 500 },
  )
})
