/** Records of every contract as a workbook: the CSV's cells under headings in both languages, and what the page is. */
import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/universal'
import { describe, expect, test, vi } from 'vitest'
import { readXlsx } from '../../../adapters/formats/xlsx.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { CONTRACTS, type Contract, contractOf } from '../../../contracts/index.ts'
import { columnsOf } from '../../../gateway/exchange/columns.ts'
import { pageCsv } from '../../../gateway/exchange/csv.ts'
import { headingOf } from '../../../gateway/exchange/headings.ts'
import { type FoundPage, printCursor } from '../../../gateway/exchange/records.ts'
import { pageWorkbook } from '../../../gateway/exchange/workbook.ts'
import { examples, pageOf } from './examples.ts'

vi.setConfig({ testTimeout: 30_000 })

const ORIGIN = { origin: 'https://gateway.test', log: 'gateway.test/log', sandbox: false }
const MADE = Date.parse('2026-11-16T16:30:05Z')

const bytesOf = (page: FoundPage, from = ORIGIN) => pageWorkbook(page, from, MADE)

async function sheets(page: FoundPage, from = ORIGIN) {
  const [records, about, ...more] = await readExcel(new Blob([Buffer.from(await bytesOf(page, from))]), { trim: false })
  expect(more).toEqual([])
  return { records, about }
}

/** The lines of the second sheet by their English label. */
async function aboutOf(page: FoundPage, from = ORIGIN) {
  const { about } = await sheets(page, from)
  return new Map(about?.data.map(([, item, ...rest]) => [item, rest]))
}

function contractNamed(id: string): Contract {
  const found = contractOf(id, '1.0.0')
  if (!found) throw new TypeError(`expected the contract ${id}`)
  return found
}

describe.each(CONTRACTS.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  test('has the cells of the CSV: numbers as numbers, all else as the text it is', async () => {
    const { records } = await sheets(pageOf(contract))
    const [, ...rows] = records?.data ?? []
    const csv: string[][] = parse(pageCsv(pageOf(contract).records, columnsOf(contract)), { bom: true, from: 2 })
    expect(rows.length).toBe(examples(contract).length)
    expect(rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))).toEqual(csv)
    // Revision and ledger index are counted; a figure's digits are text.
    for (const [key, party, revision, index] of rows)
      expect([typeof key, typeof party, revision, index]).toEqual(['string', 'string', 1, 7])
  })

  test('is read by the reader of submissions without a fault, a row a record', async () => {
    const [records, about] = readXlsx(await bytesOf(pageOf(contract)), { ...FORMAT_LIMITS, cell: 40_000 })
    expect([records?.name, about?.name]).toEqual(['记录 Records', '说明 About'])
    expect(records?.rows.length).toBe(examples(contract).length)
    expect([...(records?.faults ?? []), ...(about?.faults ?? [])]).toEqual([])
    expect(records?.header.length).toBe(columnsOf(contract).length + 4)
  })

  test('heads every column in Chinese and by its name, and tells its pointer, unit and audience', async () => {
    const { records } = await sheets(pageOf(contract))
    const about = await aboutOf(pageOf(contract))
    const headings = records?.data[0]?.slice(4) ?? []
    for (const [at, column] of columnsOf(contract).entries()) {
      const { title, unit, audience, pointer } = headingOf(contract, column)
      expect(headings[at]).toBe(`${title.zh} ${column.heading}`)
      expect(title.zh).toMatch(/\p{Script=Han}|^pH$/u)
      expect(pointer).toBe(`/${column.path.join('/')}`)
      expect(about.get(`Column: ${title.en}`)).toEqual([
        pointer,
        unit,
        audience === 'public' ? '可公开 may be public' : '仅双方 both sides only',
      ])
    }
  })
})

describe('the headings of a column', () => {
  const heading = (id: string, name: string) => {
    const contract = contractNamed(id)
    const column = columnsOf(contract).find((one) => one.heading === name)
    if (!column) throw new TypeError(`expected the column ${name}`)
    return headingOf(contract, column)
  }

  test.each([
    ['water-section-quality', 'tp', '监测结果 · 总磷', 'mg/L', 'joint', '/results/tp'],
    ['water-section-quality', 'name', '断面名称', null, 'public', '/section/name'],
    ['water-section-quality', 'start', '监测时段 · 起', null, 'public', '/interval/start'],
    ['air-observation', 'results.co', '监测结果 · 一氧化碳', 'mg/m³', 'joint', '/results/co'],
    ['air-forecast', 'concentrations.o3.max', '浓度范围 · 臭氧 · 上限', 'μg/m³', 'joint', '/concentrations/o3/max'],
    ['enterprise-credit', 'score', '得分', '分', 'joint', '/score'],
    ['risk-source', 'distanceToBoundary', '距省界距离', 'km', 'joint', '/distanceToBoundary'],
  ])('%s %s come from the contract', (id, name, zh, unit, audience, pointer) => {
    expect(heading(id, name)).toMatchObject({ title: { zh }, unit, audience, pointer })
  })
})

describe('the sheet about a page', () => {
  const water = contractNamed('water-section-quality')

  test('names contract, ledger size, filters, cursor and both times', async () => {
    const page: FoundPage = {
      ...pageOf(water),
      question: {
        dataset: water.id,
        asOf: 9,
        limit: 12,
        party: 'sc',
        subject: '=cq-朱沱',
        from: Date.parse('2026-11-02T00:00:00+08:00'),
        to: Date.parse('2026-11-09T00:00:00+08:00'),
        revisions: true,
        version: '1.0.0',
        after: 5,
      },
      next: printCursor(9, 17),
    }
    const about = await aboutOf(page)
    const first = (item: string) => about.get(item)?.[0]
    expect(first('Contract')).toBe('water-section-quality 1.0.0')
    expect(first('Digest of the contract (SHA-256)')).toBe('ab'.repeat(32))
    expect(first('As of ledger size')).toBe(9)
    expect(first('Filter: party')).toBe('sc')
    expect(first('Filter: subject')).toBe('=cq-朱沱')
    expect(first('Filter: ends after')).toBe('2026-11-01T16:00:00Z / 2026-11-02T00:00:00+08:00')
    expect(first('Filter: ends not after')).toBe('2026-11-08T16:00:00Z / 2026-11-09T00:00:00+08:00')
    expect(first('Revisions')).toBe('全部 all')
    expect(first('Read through version')).toBe('1.0.0')
    expect(first('Records a page at most')).toBe(12)
    expect(first('Cursor of this page')).toBe(printCursor(9, 5))
    expect(first('Cursor of the next page')).toBe(printCursor(9, 17))
    expect(first('Records on this page')).toBe(examples(water).length)
    // Half past midnight of the 17th in Asia/Shanghai is half past four in the afternoon of the 16th in Greenwich.
    expect(first('Made, UTC')).toBe('2026-11-16T16:30:05Z')
    expect(first('Made, Beijing time (UTC+8)')).toBe('2026-11-17T00:30:05+08:00')
    expect(first('Gateway')).toBe('https://gateway.test')
    expect(about.has('Sandbox')).toBe(false)
  })

  test('says so when nothing is filtered and no page follows', async () => {
    const about = await aboutOf(pageOf(water))
    for (const item of ['party', 'subject', 'ends after', 'ends not after'])
      expect(about.get(`Filter: ${item}`)?.[0]).toBe('不限 any')
    expect(about.get('Cursor of this page')?.[0]).toBe('第一页 first page')
    expect(about.get('Cursor of the next page')?.[0]).toBe('没有下一页 no further page')
    expect(about.get('Revisions')?.[0]).toBe('仅现行 current only')
  })

  test('of a sandbox says that its data are samples', async () => {
    const about = await aboutOf(pageOf(water), { ...ORIGIN, sandbox: true })
    expect(about.get('Sandbox')?.[0]).toContain('样例数据')
  })
})

test('digits stay as reported, and a name that looks like a formula is a text', async () => {
  const water = contractNamed('water-section-quality')
  const [body] = examples(water)
  const record = JSON.parse(String(body))
  record.section.name = '=1+1'
  record.results = { tp: { qualifier: null, reported: '0.150', unit: 'mg/L', value: 0.15 } }
  const [records] = readXlsx(await bytesOf(pageOf(water, [Buffer.from(JSON.stringify(record))])), FORMAT_LIMITS)
  const cell = (heading: string) => records?.rows[0]?.[records.header.indexOf(heading)]
  expect(cell('断面名称 name')).toBe('=1+1')
  expect(cell('监测结果 · 总磷 tp')).toBe('0.150')
  expect(cell('监测结果 · 氨氮 nh3n')).toBeNull()
})

test('a record that the version asked for cannot read keeps its row', async () => {
  const water = contractNamed('water-section-quality')
  const { records } = await sheets(pageOf(water, [Buffer.from('null')]))
  expect(records?.data[1]?.slice(0, 5)).toEqual(['k0', 'cq', 1, 7, null])
})
