/** The sandbox's samples: what the files say they are, what both sides' adapters make of them, and that they can be made again. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTables } from '../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import { CONTRACTS } from '../contracts/index.ts'
import { SECTIONS_2026_11, sectionIndex } from '../contracts/registry/index.ts'
import { GRANTED_ROLES } from '../gateway/identity/access.ts'
import { sampleTexts } from '../seeds/make.ts'
import { HOLDERS, SEED_FILES, type SeedFile, WEEK } from '../seeds/parties.ts'
import { type Outcome, read, rules } from './adapters/water/helpers.ts'

const FOLDER = join(import.meta.dirname, '../seeds')
const END = Date.parse(WEEK.end)
const bytesOf = (file: string) => readFileSync(join(FOLDER, file))
const outcomeOf = ({ party, file, mediaType }: SeedFile) => read(party, bytesOf(file), { at: END, mediaType })
const OUTCOMES = new Map<string, Outcome>(SEED_FILES.map((seed) => [seed.file, outcomeOf(seed)]))
const outcome = (file: string): Outcome => {
  const found = OUTCOMES.get(file)
  if (!found) throw new Error(`${file} is no sample`)
  return found
}

const CQ = 'chongqing/water-2026-w46.csv'
const CQ_BORDER = 'chongqing/border-2026-w46.xlsx'
const SC = 'sichuan/water-2026-w46.json'
const SC_BORDER = 'sichuan/border-2026-w46.xls'

test('every file of water in the folders is sent, and none else', () => {
  const files = ['chongqing', 'sichuan'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder))
      .filter((name) => /^(?:water|border)-/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.sort()).toEqual(SEED_FILES.map(({ file }) => file).sort())
})

describe('what each side makes of its files', () => {
  // 22 sections of 42 times, three rows repeated in each of five of them, one station without a time; 17 and one; two and two, one misspelt.
  test.each([
    [CQ, 'csv', 'gb18030', 22 * 42 + 5 * 3 + 1, 22 * 42, ['time-missing'], 5 * 3],
    [CQ_BORDER, 'xlsx', 'utf-8', 2 * 42, 2 * 42, [], 0],
    [SC, 'json', 'utf-8', 17 * 42 + 1, 17 * 42, ['time-missing'], 0],
    [SC_BORDER, 'html', 'utf-8', 2 * 42 + 1, 2 * 42, ['section-unknown'], 0],
  ])('%s is %s in %s: %i rows, %i records', (file, format, encoding, rowsIn, records, refused, duplicates) => {
    const found = outcome(file)
    expect([found.format, found.encoding, found.rowsIn]).toEqual([format, encoding, rowsIn])
    expect(found.records).toHaveLength(records)
    expect(found.rejections.map(({ type }) => type)).toEqual(refused)
    expect(found.duplicates).toHaveLength(duplicates)
    expect(found.notes).toEqual([])
  })

  test.each(SEED_FILES.map(({ file }) => file))('%s holds by the contract, inside its week', (file) => {
    const { records } = outcome(file)
    for (const { record, end, key } of records) {
      if (!CONTRACTS[0]?.validate(record)) expect(CONTRACTS[0]?.validate.errors, key).toEqual([])
      expect(end > Date.parse(WEEK.start) && end <= END, key).toBe(true)
    }
    expect(new Set(records.map(({ key }) => key)).size).toBe(records.length)
  })

  test('the class printed is the class computed, in every row that has one', () => {
    for (const { file } of SEED_FILES) {
      for (const { record, key } of outcome(file).records) {
        if (record.class.computed !== null) expect(record.class.reported, key).toBe(record.class.computed)
        expect(rules(record), key).not.toContain('class-differs')
      }
    }
  })

  test('what is silent says why, and has no figure', () => {
    const silent = outcome(CQ).records.filter(({ record }) => rules(record).includes('no-figure'))
    expect(silent).toHaveLength(42 + 6)
    for (const { record } of silent) {
      expect(record.station).toBe('maintenance')
      expect(['土堡寨', '水寨子']).toContain(record.section.name)
      for (const { value } of Object.values(record.results)) expect(value).toBeNull()
    }
  })

  test('one figure below its detection limit is that limit, not zero', () => {
    const below = outcome(CQ).records.filter(({ record }) => record.results.nh3n?.qualifier === 'L')
    expect(below.map(({ record }) => [record.section.name, record.results.nh3n?.value])).toEqual([['寸滩', 0.025]])
  })

  test('the misspelt section is refused with the name meant', () => {
    expect(outcome(SC_BORDER).rejections[0]?.detail.zh).toContain('朱沱')
  })
})

describe('the two sides together', () => {
  test('each sends copies of what the other registered, all transboundary', () => {
    const index = sectionIndex(SECTIONS_2026_11)
    for (const { party, file } of SEED_FILES.filter((seed) => seed.file.includes('border'))) {
      for (const { record } of outcome(file).records) {
        const section = index.byId(record.section.id)
        expect(section?.party).not.toBe(party)
        expect(section?.transboundary).not.toBeNull()
        expect(rules(record)).toContain('copy-of-other-side')
      }
    }
  })

  test('copies agree but for one reading, which the two hold differently', () => {
    const tp = (file: string) =>
      new Map(outcome(file).records.map(({ key, record }) => [key, record.results.tp?.value]))
    const differing = (own: string, copies: string) => {
      const held = tp(own)
      return [...tp(copies)].filter(([key, value]) => held.get(key) !== value).map(([key]) => key)
    }
    expect(differing(SC, CQ_BORDER)).toEqual(['sc-幺滩/automatic/2026-11-12T12:00:00+08:00/cnemc'])
    expect(differing(CQ, SC_BORDER)).toEqual([])
  })
})

describe('none of it passes for a measurement', () => {
  test.each(SEED_FILES.map(({ file }) => file))('every row of %s says 示例', (file) => {
    for (const { header, rows } of readTables(bytesOf(file), { limits: FORMAT_LIMITS }).tables) {
      const remark = header.indexOf('备注')
      expect(remark).toBeGreaterThanOrEqual(0)
      expect(rows.length).toBeGreaterThan(0)
      for (const cells of rows) expect(cells[remark]).toBe('示例数据')
    }
  })

  test('every agency says so in both languages, and people are posts', () => {
    for (const { agency, operator, roles, name, party } of HOLDERS) {
      expect(agency).toMatch(/示例.*\(sample\)/)
      if (operator !== null) expect(operator).toMatch(/员|人/)
      for (const role of roles) expect(GRANTED_ROLES).toContain(role)
      expect(name.startsWith(party)).toBe(true)
    }
    expect(new Set(HOLDERS.map(({ name }) => name)).size).toBe(HOLDERS.length)
  })
})

test('the files that are text are made again byte for byte', () => {
  const made = sampleTexts()
  expect(Object.keys(made).sort()).toEqual([CQ, SC, SC_BORDER].sort())
  for (const [file, bytes] of Object.entries(made)) expect(Buffer.from(bytes).equals(bytesOf(file)), file).toBe(true)
})
