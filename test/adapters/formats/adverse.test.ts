/** Files made to wear the reader out. Each took minutes or hours where a reader looked at its text again and again. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTables } from '../../../adapters/formats/read.ts'
import { readXlsx } from '../../../adapters/formats/xlsx.ts'
import { unpackedSize } from '../../../adapters/formats/zip.ts'
import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Table } from '../../../adapters/types.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { ROW_REGISTRIES } from '../../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { normalise } from '../../../gateway/intake/normalise.ts'
import { SEEDS } from '../../../seeds/all.ts'
import type { SeedFile } from '../../../seeds/parties.ts'
import { bytesOf, refusal, sheetData, workbook, workbookParts } from './helpers.ts'

const MEGABYTE = 1024 * 1024
/** Each of them takes well under a second. */
const SECONDS = 10
/** A cell, on a machine that does other things as well. */
const MILLISECONDS = 150
const SEEDS_FOLDER = join(import.meta.dirname, '../../../seeds')

function within<T>(work: () => T): T {
  const begun = performance.now()
  const done = work()
  expect(performance.now() - begun).toBeLessThan(SECONDS * 1000)
  return done
}
const read = (text: string) => within(() => readTables(bytesOf(text), { limits: FORMAT_LIMITS }))

describe('a megabyte', () => {
  test('of line breaks within sentences is read at once', () => {
    const { format, tables } = read(`四川，空气质量良。\n${'\n'.repeat(MEGABYTE)}重庆，优。`)
    expect(format).toBe('text')
    expect(tables[0]?.rows).toEqual([['四川，空气质量良。'], ['重庆，优。']])
    expect(tables[0]?.openEnd).toBe(true)
  })
  test('of carriage returns in a table with quotes is read at once', () => {
    const table = `断面,时间,"pH"\n朱沱,${'\r'.repeat(MEGABYTE)},7\n`
    expect(within(() => refusal(() => readTables(bytesOf(table), { limits: FORMAT_LIMITS }))).code).toBe(
      'cell-too-long',
    )
    expect(read(`断面,时间,"pH"\n朱沱,1,7${'\r'.repeat(MEGABYTE)}`).tables[0]?.rows).toEqual([['朱沱', '1', '7']])
  })
})

describe('a workbook', () => {
  test('whose sheets are one part under several names is refused: its size counts that part once', () => {
    const parts = workbookParts({ sheets: { 一: sheetData([['断面', '时间', 'pH']]), 二: sheetData([]) } })
    const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']).replace('sheet2.xml', 'sheet1.xml')
    const bytes = zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': strToU8(relations) })
    const { code, value } = refusal(() => readXlsx(bytes, FORMAT_LIMITS))
    expect([code, value]).toEqual(['xlsx-invalid', 'xl/worksheets/sheet1.xml'])
    expect(readXlsx(zipSync(parts), FORMAT_LIMITS)).toHaveLength(1)
  })
  test('with a number format of a megabyte, in a thousand styles, is read at once', () => {
    const formats = ['['.repeat(MEGABYTE), ...new Array<number>(1000).fill(164)]
    const bytes = workbook({ sheets: { 数据: sheetData([['断面', '时间', 'pH']]) }, formats })
    expect(within(() => readXlsx(bytes, { ...FORMAT_LIMITS, unzipRatio: 10_000 }))).toHaveLength(1)
  })
  test('has the size its archive claims, any other file its own', () => {
    const parts = { 'xl/a.xml': strToU8('<a/>'.repeat(50_000)), 'xl/b.xml': randomBytes(10) }
    const bytes = zipSync(parts)
    expect(bytes.length).toBeLessThan(2000)
    expect(unpackedSize(bytes)).toBe(bytes.length + 200_010)
    expect(unpackedSize(bytesOf('断面,pH'))).toBe(9)
    expect(unpackedSize(bytesOf('PK, but no archive'))).toBe(18)
  })
})

/** As long as a cell may be, each in its way nearly something that is read. */
const CELLS = ['0', ' ', '1 ', '(', '[', '境', '预报', ' T', '.', '对', '，', '*', '-', '~ ', '7.1L', '<b>'].map(
  (unit) => `${unit.repeat(FORMAT_LIMITS.cell / unit.length - 1)}!`,
)

/** The widest table that a side sends under a contract. */
function widest(files: readonly SeedFile[], party: PartyId): Table {
  const tables = files
    .filter((file) => file.party === party)
    .flatMap((file) => readTables(readFileSync(join(SEEDS_FOLDER, file.file)), { limits: FORMAT_LIMITS }).tables)
  const [table] = tables.sort((one, other) => other.header.length - one.header.length)
  if (table === undefined) throw new Error(`expected a file of ${party}`)
  return table
}

const CASES = SEEDS.flatMap(({ contract, files }) => PARTIES.map((party) => ({ contract, files, party })))

test.each(CASES)(
  'cells as long as can be, in each column in turn, hold $contract of $party up for milliseconds',
  ({ contract, files, party }) => {
    const adapter = adapterFor(contract, party)
    const terms = CONTRACTS.find((one) => one.id === contract)
    const registry = ROW_REGISTRIES.findLast(({ id }) => id === adapter?.register)
    if (!adapter || !terms || !registry) throw new Error('expected an adapter, a contract and a register')
    const { header, rows } = widest(files, party)
    const whole = rows[0]?.map((cell) => String(cell ?? '').replaceAll(/[\t\n"]/g, ' ')) ?? []
    for (const at of header.keys()) {
      const lines = CELLS.map((cell) => whole.map((own, column) => (column === at ? cell : own)).join('\t'))
      const bytes = bytesOf(`${header.join('\t')}\n${lines.join('\n')}\n`)
      const begun = performance.now()
      const { rowsIn, records, rejections, duplicates } = normalise({
        ...{ adapter, contract: terms, registry, bytes },
        ...{ at: Date.parse('2026-11-20T00:00:00+08:00'), limits: FORMAT_LIMITS },
      })
      expect(performance.now() - begun, header[at]).toBeLessThan(CELLS.length * MILLISECONDS)
      expect(rowsIn).toBe(records.length + rejections.length + duplicates.length)
    }
  },
)
