/** The sandbox's sample risk sources and discharging units: what the files say they are, what both sides' adapters make of them, and that they can be made again. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import { readCreditCode } from '../adapters/standards/credit-code.ts'
import type { DischargeUnitRecord } from '../contracts/discharge-unit/record.ts'
import { contractOf } from '../contracts/index.ts'
import { canonical } from '../contracts/jcs.ts'
import type { RiskSourceRecord } from '../contracts/risk-source/record.ts'
import { RISK_SHEET, riskTexts, sichuanRiskRows } from '../seeds/make-risk.ts'
import {
  CHONGQING_RISKS,
  CHONGQING_UNITS,
  LABEL,
  RISK_SEED_FILES,
  SICHUAN_RISKS,
  SICHUAN_UNITS,
  UNIT_SEED_FILES,
} from '../seeds/risk.ts'
import { type Outcome, RISK, read, rules, UNITS } from './adapters/risk/helpers.ts'

const FOLDER = join(import.meta.dirname, '../seeds')
const AT = Date.parse('2026-11-16T00:00:00+08:00')
const FILES = [...RISK_SEED_FILES, ...UNIT_SEED_FILES]
const bytesOf = (file: string) => readFileSync(join(FOLDER, file))

const CQ = 'chongqing/risk-source-2026.csv'
const SC = 'sichuan/risk-source-2026.xlsx'
const CQ_UNITS = 'chongqing/discharge-unit-2026.json'
const SC_UNITS = 'sichuan/discharge-unit-2026.xls'

const sources = new Map(
  RISK_SEED_FILES.map(({ party, file, mediaType }) => [file, read(RISK[party], bytesOf(file), { at: AT, mediaType })]),
)
const units = new Map(
  UNIT_SEED_FILES.map(({ party, file, mediaType }) => [file, read(UNITS[party], bytesOf(file), { at: AT, mediaType })]),
)
const outcome = (file: string): Outcome<RiskSourceRecord> | Outcome<DischargeUnitRecord> => {
  const found = sources.get(file) ?? units.get(file)
  if (!found) throw new Error(`${file} is no sample`)
  return found
}
const named = <R extends { enterprise: { name: string } }>(records: readonly R[], name: string): R => {
  const found = records.find(({ enterprise }) => enterprise.name.includes(name))
  if (!found) throw new Error(`${name} is in none`)
  return found
}
const RISKS = [...sources.values()].flatMap(({ records }) => records.map(({ record }) => record))
const DISCHARGES = [...units.values()].flatMap(({ records }) => records.map(({ record }) => record))

test('every file of these datasets in the folders is a sample, and none else', () => {
  const files = ['chongqing', 'sichuan'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder))
      .filter((name) => /^(?:risk-source|discharge-unit)-/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.sort()).toEqual(FILES.map(({ file }) => file).sort())
})

describe('what each side makes of its files', () => {
  const dropped = ['person-dropped', 'grade-scheme-refused']
  test.each([
    [CQ, 'csv', 'gb18030', 8, 5, ['grade-of-other-scheme', 'crs-missing'], 1, dropped],
    [SC, 'xlsx', 'utf-8', 5, 3, ['row-of-other-side', 'credit-code-invalid'], 0, []],
    [CQ_UNITS, 'json', 'utf-8', 4, 3, ['territory-outside'], 0, []],
    [SC_UNITS, 'html', 'utf-8', 4, 2, ['permit-unreadable', 'territory-outside'], 0, []],
  ])('%s is %s in %s: %i rows, %i records', (file, format, encoding, rowsIn, taken, refused, duplicates, noted) => {
    const found = outcome(file)
    expect([found.format, found.encoding, found.rowsIn]).toEqual([format, encoding, rowsIn])
    expect(found.records).toHaveLength(taken)
    expect(found.rejections.map(({ type }) => type)).toEqual(refused)
    expect(found.duplicates).toHaveLength(duplicates)
    expect(found.notes.map(({ rule }) => rule)).toEqual(noted)
  })

  test.each(FILES.map(({ file }) => file))('%s holds by its contract, canonical, each key once', (file) => {
    const validate = contractOf(sources.has(file) ? 'risk-source' : 'discharge-unit', '1.0.0')?.validate
    for (const { record, key } of outcome(file).records) {
      if (!validate?.(record)) expect(validate?.errors, key).toEqual([])
      expect(JSON.stringify(record)).toBe(canonical(record))
    }
    const keys = outcome(file).records.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('risk sources', () => {
  test('one bears out its text form: 600/5 = 120 for air, 105/10 + 15/7.5 = 12.5 for water', () => {
    const { riskLevel, notes } = named(RISKS, '精细化工')
    expect(riskLevel).toMatchObject({
      air: { ratio: '120.0000', q: 3, level: 'major' },
      water: { ratio: '12.5000', q: 2, level: 'large' },
      text: '重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]',
    })
    expect(notes).toEqual([])
  })

  test('one does not: 60/5 = 12 is Q2 where Q1 was sent', () => {
    const record = named(RISKS, '川示化工')
    expect(record.riskLevel.air).toMatchObject({ ratio: '12.0000', q: 2 })
    expect(record.notes).toContainEqual({ field: '/riskLevel/air', rule: 'q-differs', sent: 'Q1' })
  })

  test('one lies 6.5 km from the boundary at E3, which is told and not changed', () => {
    const record = named(RISKS, '电镀')
    expect(record.riskLevel.water?.e).toBe(3)
    expect(rules(record)).toContain('water-e2-near-boundary-suggested')
    expect(rules(named(RISKS, '川示化工'))).not.toContain('water-e2-near-boundary-suggested')
  })

  test('a penalty makes 较大 重大', () => {
    expect(named(RISKS, '制药').riskLevel).toMatchObject({
      penalised: true,
      water: { level: 'large' },
      computed: 'major',
    })
  })

  test('an amount equal to its threshold is Q1, one just below it Q0', () => {
    expect(named(RISKS, '川示表面处理').riskLevel.water).toMatchObject({ ratio: '1.0000', q: 1 })
    expect(named(RISKS, '冷链').riskLevel.air).toMatchObject({ ratio: '0.9800', q: 0 })
  })

  test('渝北区 is 两江新区 and 500226 荣昌区 by now; the position in GCJ-02 has moved', () => {
    expect(named(RISKS, '冷链').division).toEqual({ code: null, id: 'cq-两江新区', name: '两江新区' })
    const record = named(RISKS, '涂料')
    expect(record.division.name).toBe('荣昌区')
    expect(record.location?.longitude.value).toBeLessThan(105.6 - 0.002)
    expect(record.location?.latitude.value).toBeGreaterThan(29.4 + 0.002)
  })
})

describe('discharging units', () => {
  test('lie on the boundary or discharge to a boundary river, and 南河 of 成都 is none', () => {
    expect(DISCHARGES.map(({ division, receivingRiver }) => [division.name, receivingRiver?.name])).toEqual([
      ['荣昌区', '濑溪河'],
      ['梁平区', '任市河'],
      ['渝中区', '嘉陵江'],
      ['翠屏区', '长江'],
      ['开江县', '南河'],
    ])
    expect(outcome(SC_UNITS).rejections[1]).toMatchObject({ value: '南河' })
  })

  test('name their pollutants by any spelling', () => {
    expect(DISCHARGES.flatMap(({ keyPollutants }) => keyPollutants.map(({ item }) => item))).toEqual([
      ...['cod', 'nh3n', 'tp'],
      ...['cod', 'nh3n'],
      'cr6',
      ...['cod', 'nh3n'],
      ...['tn', 'tp'],
    ])
  })
})

describe('none of it passes for anybody', () => {
  test.each(FILES.map(({ file }) => file))('every row of %s says 示例', (file) => {
    for (const { header, rows } of readTables(bytesOf(file), { limits: FORMAT_LIMITS }).tables) {
      const remark = header.indexOf('备注')
      expect(remark).toBeGreaterThanOrEqual(0)
      expect(rows.length).toBeGreaterThan(0)
      for (const cells of rows) expect(cells[remark]).toBe(LABEL)
    }
  })

  test('names are marked, codes belong to no division and their check digits hold, substances and people are nobody’s', () => {
    const samples = [...CHONGQING_RISKS, ...SICHUAN_RISKS, ...CHONGQING_UNITS, ...SICHUAN_UNITS]
    for (const row of samples) {
      expect(row.企业名称 ?? row.单位名称 ?? row.排污单位名称).toContain('（示例）')
      const code = row.统一社会信用代码 ?? ''
      expect(code.slice(2, 8)).toBe('000000')
      // One is a digit short, to be refused.
      if (code.length === 18) expect(readCreditCode(code)).toEqual({ code, sent: null, organisation: true })
    }
    for (const { substances, contact } of RISKS) {
      for (const { name, cas } of substances) expect([name?.startsWith('示例物质'), cas]).toEqual([true, null])
      expect(contact?.phone ?? '0000000').toMatch(/0000+/)
    }
    expect(JSON.stringify([...RISKS, ...DISCHARGES])).not.toContain('某')
  })
})

test('the files that are text are made again byte for byte', () => {
  const made = riskTexts()
  expect(Object.keys(made).sort()).toEqual([CQ, CQ_UNITS, SC_UNITS].sort())
  for (const [file, bytes] of Object.entries(made)) expect(Buffer.from(bytes).equals(bytesOf(file)), file).toBe(true)
})

test('the workbook holds the rows it is made of', () => {
  const [table] = readTables(bytesOf(SC), { limits: FORMAT_LIMITS }).tables
  expect(table?.name).toBe(RISK_SHEET)
  const rows = [table?.header, ...(table?.rows ?? [])]
  expect(rows).toEqual(sichuanRiskRows().map((cells) => cells.map((cell) => (cell === '' ? null : cell))))
})
