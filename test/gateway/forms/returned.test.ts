/** Refused rows as workbooks: what they show of a file, and that they are taken once mended. */
import readExcel from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { OWN_SHEETS } from '../../../adapters/formats/marked.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Rejection } from '../../../contracts/types.ts'
import { FORM_LIMITS } from '../../../gateway/forms/limits.ts'
import { returnedWorkbook } from '../../../gateway/forms/returned.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { type Normalised, normalise } from '../../../gateway/intake/normalise.ts'
import { sheetData, workbook } from '../../adapters/formats/helpers.ts'
import { cellsOf, edited, fillOf, partsOf } from './edit.ts'
import { FORM_CASES, type FormCase, waterCase } from './fill.ts'

const AT = Date.parse('2026-11-24T00:00:00+08:00')
const RED = 'FFD6D1'

function run({ adapter, contract, registry }: FormCase, bytes: Uint8Array): Normalised {
  const done = normalise({ adapter, contract, registry, bytes, at: AT, limits: FORMAT_LIMITS })
  expect(done.rowsIn).toBe(done.records.length + done.rejections.length + done.duplicates.length)
  return done
}

function returned(one: FormCase, bytes: Uint8Array, done: Normalised = run(one, bytes)): Promise<Uint8Array> {
  const { adapter, contract, registry } = one
  const { rowsIn, records, rejections, duplicates } = done
  return returnedWorkbook({
    bytes,
    adapter,
    registry,
    limits: FORMAT_LIMITS,
    rejections,
    about: {
      contract,
      counts: { in: rowsIn, accepted: records.length, rejected: rejections.length, duplicates: duplicates.length },
      digest: sha256Hex(bytes),
      origin: 'https://gateway.test',
    },
  })
}

/** What the last sheet says, read by another library than ours. */
async function aboutOf(bytes: Uint8Array): Promise<string> {
  const sheets = await readExcel(new Uint8Array(bytes).buffer)
  return (sheets.find(({ sheet }) => sheet === OWN_SHEETS.returned)?.data ?? []).flat().join('\n')
}

/** The name of the first sheet. */
const firstSheet = (bytes: Uint8Array): string =>
  /<sheet [^>]*name="([^"]+)"/.exec(partsOf(bytes)['xl/workbook.xml'] ?? '')?.[1] ?? ''

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const typesOf = (rejections: readonly Rejection[]) => rejections.map(({ row, type }) => [row, type])
const caseOf = (id: string): FormCase => {
  const found = FORM_CASES.find(([name]) => name === id)
  if (!found) throw new TypeError(`there is no form of ${id}`)
  return found[1]
}

describe('of a sheet with a title and headings in two levels', () => {
  const SPANS = ['A1:F1', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const FILE = workbook({
    sheets: {
      第46周: `${sheetData([
        ['嘉陵江周报'],
        ['填报单位：示例站'],
        ['*断面名称', '监测时间', '监测项目', null, null, '备注'],
        [null, null, 'pH(无量纲)', '溶解氧(mg/L)', '氨氮(mg/L)'],
        ['朱沱', '2026-11-16 08:00', 7.8, 8.6, 0.12, '好'],
        ['朱沱', '2026-11-16 12:00', 7.8, '坏值', '0.120', '=1+1'],
        ['查无此处', '2026-11-16 16:00', 7.8, 8.6, 0.12, '007'],
      ])}<mergeCells>${SPANS}</mergeCells>`,
    },
  })
  const water = waterCase('cq')

  test('has its title and headings as they were, the refused rows alone, and the row each had', async () => {
    const cell = cellsOf(await returned(water, FILE), '第46周')
    expect(cell(1, 3)).toBe('嘉陵江周报')
    expect([0, 1, 2, 3, 4, 5, 8].map((column) => cell(3, column))).toEqual([
      '原行号 Row',
      '拒收原因 Reason',
      '改法 Fix',
      '*断面名称',
      '监测时间',
      '监测项目',
      '备注',
    ])
    expect([5, 6, 7].map((column) => cell(4, column))).toEqual(['pH(无量纲)', '溶解氧(mg/L)', '氨氮(mg/L)'])
    expect([5, 6, 7].map((row) => cell(row, 0))).toEqual([6, 7, null])
  })

  test('keeps numbers as numbers and texts as texts, with their zeros, and none becomes a formula', async () => {
    const bytes = await returned(water, FILE)
    const cell = cellsOf(bytes, '第46周')
    expect([3, 4, 5, 6, 7, 8].map((column) => cell(5, column))).toEqual([
      '朱沱',
      '2026-11-16 12:00',
      7.8,
      '坏值',
      '0.120',
      '=1+1',
    ])
    expect(cell(6, 8)).toBe('007')
    for (const [name, part] of Object.entries(partsOf(bytes))) expect(part, name).not.toMatch(/<f[ >]/)
  })

  test('says why and how to mend it in both languages, and fills the cell that is meant, and no other', async () => {
    const bytes = await returned(water, FILE)
    const cell = cellsOf(bytes, '第46周')
    expect(cell(5, 1)).toMatch(/^【.+】「坏值」.+\n\[.+\] 坏值 is neither/)
    expect(cell(5, 2)).toMatch(/\p{Script=Han}.*\n.*[A-Za-z]{4}/su)
    const red = ['D5', 'E5', 'F5', 'G5', 'H5', 'I5', 'D6', 'G6'].map(
      (address) => fillOf(bytes, '第46周', address) === RED,
    )
    expect(red).toEqual([false, false, false, true, false, false, true, false])
  })

  test('is taken once mended, row by row; what was not mended is refused again with the same reason', async () => {
    const bytes = await returned(water, FILE)
    expect(typesOf(run(water, bytes).rejections)).toEqual([
      [5, 'value-not-a-number'],
      [6, 'section-unknown'],
    ])
    const half = edited(bytes, '第46周', { G5: 8.7 })
    expect(typesOf(run(water, half).rejections)).toEqual([[6, 'section-unknown']])
    const whole = edited(half, '第46周', { D6: '朱沱' })
    const done = run(water, whole)
    expect([done.records.length, done.rejections]).toEqual([2, []])
    expect(done.notes).toEqual([])
  })

  test('can be returned a second time, without our columns piling up', async () => {
    const half = edited(await returned(water, FILE), '第46周', { G5: 8.7 })
    const again = await returned(water, half)
    const cell = cellsOf(again, '第46周')
    expect([0, 1, 2, 3, 4].map((column) => cell(3, column))).toEqual([
      '原行号 Row',
      '拒收原因 Reason',
      '改法 Fix',
      '*断面名称',
      '监测时间',
    ])
    expect([cell(5, 0), cell(5, 3), cell(1, 3)]).toEqual([6, '查无此处', '嘉陵江周报'])
    expect(run(water, edited(again, '第46周', { D5: '朱沱' })).records).toHaveLength(1)
  })

  test('tells on a last sheet what was refused how often, what to do, and of which file', async () => {
    const all = await aboutOf(await returned(water, FILE))
    expect(all).toContain('共 3 行 = 接收 1 + 拒收 2 + 重复 0')
    expect(all).toContain(sha256Hex(FILE))
    expect(all).toContain('https://gateway.test/errors/section-unknown')
  })
})

describe('of rows that could not be read as cells', () => {
  const water = waterCase('cq')

  test('shows a formula without its result as missing, and refuses the row until it is filled in', async () => {
    const bare = (address: string) => `<c r="${address}"><f>A1*2</f></c>`
    const file = workbook({
      sheets: {
        表: sheetData([
          ['断面名称', '监测时间', 'pH'],
          ['朱沱', '2026-11-16 08:00', bare],
        ]),
      },
    })
    const bytes = await returned(water, file)
    expect(cellsOf(bytes, '表')(2, 5)).toBe('〔缺〕')
    expect(typesOf(run(water, bytes).rejections)).toEqual([[2, 'cell-count']])
    expect(run(water, edited(bytes, '表', { F2: 7.8 })).records).toHaveLength(1)
    // Cleared, it is a figure that was not measured.
    expect(run(water, edited(bytes, '表', { F2: '' })).records).toHaveLength(1)
  })

  test('shows a short line of a CSV with what it lacks, a long one with what it has too much', async () => {
    const file = utf8('断面名称,监测时间,pH,水温\n朱沱,2026-11-16 08:00,"7.8"\n朱沱,2026-11-16 12:00,7.8,1,250\n')
    const bytes = await returned(water, file)
    const sheet = '拒收行 Rejected'
    const cell = cellsOf(bytes, sheet)
    expect([3, 4, 5, 6, 7].map((column) => cell(2, column))).toEqual([
      '朱沱',
      '2026-11-16 08:00',
      '7.8',
      '〔缺〕',
      null,
    ])
    expect([3, 4, 5, 6, 7].map((column) => cell(3, column))).toEqual(['朱沱', '2026-11-16 12:00', '7.8', '1', '250'])
    expect(typesOf(run(water, bytes).rejections)).toEqual([
      [2, 'cell-count'],
      [3, 'cell-count'],
    ])
    const mended = edited(bytes, sheet, { G2: '18.0', G3: '18.1', H3: '' })
    expect(run(water, mended).records).toHaveLength(2)
  })

  test('shows an error value as it was', async () => {
    const error = (address: string) => `<c r="${address}" t="e"><f>1/0</f><v>#DIV/0!</v></c>`
    const file = workbook({
      sheets: {
        表: sheetData([
          ['断面名称', '监测时间', 'pH'],
          ['朱沱', '2026-11-16 08:00', error],
        ]),
      },
    })
    const bytes = await returned(water, file)
    expect(cellsOf(bytes, '表')(2, 5)).toBe('#DIV/0!')
    expect(fillOf(bytes, '表', 'F2')).toBe(RED)
    expect(run(water, bytes).records).toEqual([])
  })
})

describe('of other formats', () => {
  const rows = [
    { 断面名称: '查无此处', 监测时间: '2026-11-16 08:00', pH: '7.80' },
    { 断面名称: '朱沱', 监测时间: '2026-11-16 08:00', pH: '7.8' },
  ]
  const heads = ['断面名称', '监测时间', 'pH'] as const
  const table = `<table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${heads.map((head) => `<td>${row[head]}</td>`).join('')}</tr>`)
    .join('')}</table>`
  test.each([
    ['CSV', `${heads.join(',')}\n${rows.map((row) => heads.map((head) => row[head]).join(',')).join('\n')}\n`],
    ['JSON', JSON.stringify(rows)],
    ['HTML', `<html><body>${table}</body></html>`],
  ])('%s: a sheet under its own headings, taken once mended', async (_, text) => {
    const water = waterCase('cq')
    const bytes = await returned(water, utf8(text))
    const sheet = firstSheet(bytes)
    const cell = cellsOf(bytes, sheet)
    expect([3, 4, 5].map((column) => cell(1, column))).toEqual([...heads])
    expect([3, 4, 5].map((column) => cell(2, column))).toEqual(['查无此处', '2026-11-16 08:00', '7.80'])
    const done = run(water, edited(bytes, sheet, { D2: '朱沱' }))
    expect(done.records).toHaveLength(1)
    expect(JSON.parse(done.records[0]?.body ?? '').results.pH.reported).toBe('7.80')
  })

  test('a text has no table to be mended: each refused sentence is told, and that the original must be changed', async () => {
    const forecast = caseOf('sichuan/air-forecast')
    const file = utf8(
      '成都市：11月25日空气质量等级为良，AQI指数60~90。\n无此市：11月25日空气质量等级为良，AQI指数60~90。\n',
    )
    const done = run(forecast, file)
    expect(done.rejections).toHaveLength(1)
    const bytes = await returned(forecast, file, done)
    expect(cellsOf(bytes, '拒收行 Rejected')(2, 0)).toBe(String(done.rejections[0]?.row))
    expect(await aboutOf(bytes)).toContain('请按原因修改原文')
  })

  test('days side by side keep their second line of headings, and one mended day is taken', async () => {
    const forecast = caseOf('sichuan/air-forecast')
    const file = workbook({
      sheets: {
        预报: `${sheetData([
          ['城市', '11月25日', null, '11月26日', null],
          [null, 'AQI', '等级', 'AQI', '等级'],
          ['成都市', '60~90', '良', '坏', '良'],
        ])}<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>`,
      },
    })
    const done = run(forecast, file)
    expect(typesOf(done.rejections)).toEqual([[3, 'aqi-unreadable']])
    const bytes = await returned(forecast, file, done)
    const cell = cellsOf(bytes, '预报')
    expect([3, 4, 5, 6, 7].map((column) => cell(2, column))).toEqual([null, 'AQI', '等级', 'AQI', '等级'])
    expect(fillOf(bytes, '预报', 'G3')).toBe(RED)
    expect(run(forecast, edited(bytes, '预报', { G3: '70~100' })).records).toHaveLength(2)
  })

  test('figures a row each come back brought together, and are taken once mended', async () => {
    const observation = caseOf('chongqing/air-observation')
    const file = utf8(
      '监测时间,城市,监测项目,监测值\n2026-11-15 08:00,渝中区,PM2.5,坏\n2026-11-15 08:00,渝中区,PM10,96\n2026-11-15 08:00,江北区,PM2.5,61\n',
    )
    const done = run(observation, file)
    expect([done.records.length, done.rejections.length]).toEqual([1, 1])
    const bytes = await returned(observation, file, done)
    const sheet = '拒收行 Rejected'
    expect([3, 4, 5, 6].map((column) => cellsOf(bytes, sheet)(1, column))).toEqual([
      '监测时间',
      '城市',
      'PM2.5',
      'PM10',
    ])
    expect(run(observation, edited(bytes, sheet, { F2: '61' })).records).toHaveLength(1)
  })
})

describe('of several sheets and many rows', () => {
  test('each sheet keeps its name and its own rows; one without refused rows is left out', async () => {
    const water = waterCase('cq')
    const head = ['断面名称', '监测时间', 'pH']
    const sheets = {
      一月: sheetData([head, ['甲处', '2026-11-16 08:00', 7.8]]),
      二月: sheetData([head, ['朱沱', '2026-11-16 08:00', 7.8]]),
      三月: sheetData([head, ['朱沱', '2026-11-16 12:00', 7.8], ['乙处', '2026-11-16 08:00', 7.8]]),
    }
    const bytes = await returned(water, workbook({ sheets }))
    expect([cellsOf(bytes, '一月')(2, 3), cellsOf(bytes, '三月')(2, 3)]).toEqual(['甲处', '乙处'])
    expect(cellsOf(bytes, '三月')(2, 0)).toBe(3)
    expect(() => cellsOf(bytes, '二月')).toThrow('there is no sheet')
  })

  test('no more rows than the limit are shown, and how many there are is said', async () => {
    const water = waterCase('cq')
    const all = FORM_LIMITS.returnedRows + 7
    const lines = Array.from({ length: all }, (_, at) => `处${at},2026-11-16 08:00,7.8`)
    const bytes = await returned(water, utf8(`断面名称,监测时间,pH\n${lines.join('\n')}\n`))
    const cell = cellsOf(bytes, '拒收行 Rejected')
    expect([cell(FORM_LIMITS.returnedRows + 1, 0), cell(FORM_LIMITS.returnedRows + 2, 0)]).toEqual([
      FORM_LIMITS.returnedRows + 1,
      null,
    ])
    expect(await aboutOf(bytes)).toContain(`共 ${all} 行被拒收`)
  }, 60_000)

  test('a finding of the contract marks the column its member came from, whatever that is headed', async () => {
    const water = waterCase('cq')
    const file = utf8('断面,数据时间,CODMn（mg/L）,pH值\n朱沱,2026-11-16 08:00,1.6,77\n')
    const done = run(water, file)
    expect(done.rejections).toMatchObject([{ type: 'value-out-of-range', pointer: '/results/pH/value' }])
    const bytes = await returned(water, file, done)
    const red = ['D2', 'E2', 'F2', 'G2'].map((address) => fillOf(bytes, '拒收行 Rejected', address) === RED)
    expect(red).toEqual([false, false, false, true])
  })

  test('without a refused row there is nothing to mend, and it says so', async () => {
    const water = waterCase('cq')
    const bytes = await returned(water, utf8('断面名称,监测时间,pH\n朱沱,2026-11-16 08:00,7.8\n'))
    expect(await aboutOf(bytes)).toContain('没有被拒收的行')
  })
})
