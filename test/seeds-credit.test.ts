/** The sandbox's sample ratings: what the files say they are, what both sides' adapters make of them, and that they can be made again. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import { readCreditCode } from '../adapters/standards/credit-code.ts'
import { publicOn } from '../contracts/enterprise-credit/display.ts'
import { prevailing } from '../contracts/enterprise-credit/prevailing.ts'
import type { CreditRecord } from '../contracts/enterprise-credit/record.ts'
import { contractOf } from '../contracts/index.ts'
import {
  CHONGQING_DISTRICTS,
  CHONGQING_MUNICIPAL,
  CREDIT_SEED_FILES,
  SICHUAN_CITIES,
  SICHUAN_PROVINCE,
} from '../seeds/credit.ts'
import { creditTexts, districtRows } from '../seeds/make-credit.ts'
import { type Outcome, read, rules } from './adapters/credit/helpers.ts'

const FOLDER = join(import.meta.dirname, '../seeds')
const AT = Date.parse('2026-11-16T00:00:00+08:00')
const bytesOf = (file: string) => readFileSync(join(FOLDER, file))
const OUTCOMES = new Map<string, Outcome>(
  CREDIT_SEED_FILES.map(({ party, file, mediaType }) => [file, read(party, bytesOf(file), { at: AT, mediaType })]),
)
const outcome = (file: string): Outcome => {
  const found = OUTCOMES.get(file)
  if (!found) throw new Error(`${file} is no sample`)
  return found
}
const records = (file: string): CreditRecord[] => outcome(file).records.map(({ record }) => record)
const of = (file: string, name: string): CreditRecord => {
  const found = records(file).find(({ enterprise }) => enterprise.name.includes(name))
  if (!found) throw new Error(`${name} is not in ${file}`)
  return found
}

const MUNICIPAL = 'chongqing/credit-2025.csv'
const DISTRICTS = 'chongqing/credit-districts-2025.xlsx'
const PROVINCE = 'sichuan/credit-2025.json'
const CITIES = 'sichuan/credit-cities-2025.xls'

test('every file of credit in the folders is a sample, and none else', () => {
  const files = ['chongqing', 'sichuan'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder))
      .filter((name) => name.startsWith('credit-'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.sort()).toEqual(CREDIT_SEED_FILES.map(({ file }) => file).sort())
})

describe('what each side makes of its files', () => {
  test.each([
    [MUNICIPAL, 'csv', 'gb18030', 11, 9, ['credit-code-invalid'], 1],
    [DISTRICTS, 'xlsx', 'utf-8', 4, 3, ['credit-scheme-other'], 0],
    [PROVINCE, 'json', 'utf-8', 4, 4, [], 0],
    [CITIES, 'html', 'utf-8', 5, 5, [], 0],
  ])('%s is %s in %s: %i rows, %i records', (file, format, encoding, rowsIn, taken, refused, duplicates) => {
    const found = outcome(file)
    expect([found.format, found.encoding, found.rowsIn]).toEqual([format, encoding, rowsIn])
    expect(found.records).toHaveLength(taken)
    expect(found.rejections.map(({ type }) => type)).toEqual(refused)
    expect(found.duplicates).toHaveLength(duplicates)
    expect(found.notes).toEqual([])
  })

  test.each(CREDIT_SEED_FILES.map(({ file }) => file))('%s holds by the contract, each key once', (file) => {
    const validate = contractOf('enterprise-credit', '1.0.0')?.validate
    for (const { record, key } of outcome(file).records)
      if (!validate?.(record)) expect(validate?.errors, key).toEqual([])
    const keys = outcome(file).records.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('the code misread is refused with the one meant, and not taken', () => {
    const meant = '91000000MA00011066'
    expect(readCreditCode(meant)).toMatchObject({ code: meant })
    expect(outcome(MUNICIPAL).rejections[0]?.detail.zh).toContain(`是否为 ${meant}`)
    expect(records(MUNICIPAL).map(({ enterprise }) => enterprise.code)).not.toContain(meant)
  })

  test('99.5 lies below 100, between the whole numbers that are printed', () => {
    const record = of(MUNICIPAL, '钢铁')
    expect([record.level, record.score?.value]).toEqual(['good', 99.5])
    expect(rules(record)).not.toContain('level-score-differ')
  })

  test('a veto explains a level below its score on either side; one difference is left unexplained', () => {
    for (const record of [of(MUNICIPAL, '电镀'), of(PROVINCE, '石化')])
      expect(rules(record)).toEqual(expect.arrayContaining(['level-score-differ', 'level-by-veto']))
    expect(of(PROVINCE, '石化').veto.case).toBe('larger-event')
    expect(rules(of(CITIES, '金属回收'))).toContain('level-score-differ')
    expect(rules(of(CITIES, '金属回收'))).not.toContain('level-by-veto')
  })

  test('what was not rated has a status and no level', () => {
    expect(
      [of(MUNICIPAL, '酿造'), of(PROVINCE, '煤矿'), of(CITIES, '砖厂')].map(({ status, level }) => [status, level]),
    ).toEqual([
      ['suspended', null],
      ['not-rated', null],
      ['suspended', null],
    ])
  })

  test('plates are levels, merged cities reach downwards, and one place is in no register', () => {
    expect(records(CITIES).map(({ level, enterprise }) => [level, enterprise.division?.id ?? null])).toEqual([
      ['warning', '510522'],
      ['trustworthy', '510525'],
      ['good', '511623'],
      [null, null],
      ['good', '511002'],
    ])
  })

  test('江北区 is 两江新区 by the end of 2025', () => {
    expect(of(MUNICIPAL, '涂装').enterprise.division?.name).toBe('两江新区')
  })
})

describe('both sides together', () => {
  const all = CREDIT_SEED_FILES.flatMap(({ file }) => records(file))

  test('the municipality’s rating of one enterprise goes before its district’s, and both are kept', () => {
    const { standing, setAside } = prevailing(all)
    expect(standing).toHaveLength(all.length - 1)
    expect(
      setAside.map(({ rating, by }) => [rating.authority.level, rating.level, by.authority.level, by.level]),
    ).toEqual([['district', 'warning', 'municipality', 'poor']])
  })

  test('all but the repaired one are shown on the day they are sent, and none once expired', () => {
    const hidden = all.filter((record) => !publicOn(record, '2026-11-16'))
    expect(hidden.map(({ enterprise }) => enterprise.name)).toEqual(['渝示造纸有限公司（示例）'])
    expect(all.filter((record) => publicOn(record, '2028-01-01'))).toEqual([])
  })

  test('no code belongs to anyone: its division is 000000, and its check digits hold', () => {
    const samples = [...CHONGQING_MUNICIPAL, ...CHONGQING_DISTRICTS, ...SICHUAN_PROVINCE, ...SICHUAN_CITIES]
    for (const { name, code } of samples) {
      expect(name).toContain('（示例）')
      expect(code.slice(2, 8)).toBe('000000')
      const meant = code.replaceAll('O', '0')
      expect(readCreditCode(meant)).toEqual({ code: meant, sent: null, organisation: true })
    }
  })
})

describe('none of it passes for a rating', () => {
  test.each(CREDIT_SEED_FILES.map(({ file }) => file))('every row of %s says 示例', (file) => {
    for (const { header, rows } of readTables(bytesOf(file), { limits: FORMAT_LIMITS }).tables) {
      const remark = header.indexOf('备注')
      expect(remark).toBeGreaterThanOrEqual(0)
      expect(rows.length).toBeGreaterThan(0)
      for (const cells of rows) expect(cells[remark]).toBe('示例数据')
    }
  })
})

test('the files that are text are made again byte for byte', () => {
  const made = creditTexts()
  expect(Object.keys(made).sort()).toEqual([MUNICIPAL, PROVINCE, CITIES].sort())
  for (const [file, bytes] of Object.entries(made)) expect(Buffer.from(bytes).equals(bytesOf(file)), file).toBe(true)
})

test('the workbook holds the rows it is made of', () => {
  const [table] = readTables(bytesOf(DISTRICTS), { limits: FORMAT_LIMITS }).tables
  const rows = [table?.header, ...(table?.rows ?? [])]
  expect(rows).toEqual(districtRows().map((cells) => cells.map((cell) => (cell === '' ? null : cell))))
})
