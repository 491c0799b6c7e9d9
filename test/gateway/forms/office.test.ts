/** Templates, returned workbooks and old .xls files as a real office program saves them. */
import { beforeAll, describe, expect, test } from 'vitest'
import { detectFormat } from '../../../adapters/formats/detect.ts'
import { FormatError } from '../../../adapters/formats/error.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { FORMAT_ERRORS } from '../../../gateway/errors/formats.ts'
import { returnedWorkbook } from '../../../gateway/forms/returned.ts'
import { type Normalised, normalise } from '../../../gateway/intake/normalise.ts'
import { cellsOf, edited, letters, partOf, partsOf } from './edit.ts'
import { columnAt, DATA, FORM_CASES, type FormCase, filled, templateOf, waterCase } from './fill.ts'
import { describeOffice, OFFICE_MS, savedAs } from './office.ts'

const AT = Date.parse('2026-11-24T00:00:00+08:00')
const run = ({ adapter, contract, registry }: FormCase, bytes: Uint8Array): Normalised =>
  normalise({ adapter, contract, registry, bytes, at: AT, limits: FORMAT_LIMITS })
const fileOf = (id: string): string => `${id.replace('/', '-')}.xlsx`
const lists = (xml: string): number => [...xml.matchAll(/<dataValidation [^>]*type="list"/g)].length

describeOffice('templates opened and saved by LibreOffice', () => {
  let before: ReadonlyMap<string, Uint8Array>
  let blank: ReadonlyMap<string, Uint8Array>
  let full: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    before = new Map(
      await Promise.all(FORM_CASES.map(async ([id, one]) => [fileOf(id), await templateOf(one)] as const)),
    )
    blank = savedAs(before, 'xlsx')
    const rows = FORM_CASES.map(
      ([id, one]) => [fileOf(id), filled(one, before.get(fileOf(id)) ?? new Uint8Array(), [{ 序号: 1 }])] as const,
    )
    full = savedAs(new Map(rows), 'xlsx')
  }, 2 * OFFICE_MS)

  describe.each(FORM_CASES)('%s', (id, one) => {
    const saved = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => files.get(fileOf(id)) ?? new Uint8Array()

    test('keeps its headings, its drop-downs, and its sheet of lists out of sight', () => {
      const { tables } = readTables(saved(blank), { limits: FORMAT_LIMITS })
      expect(tables.map(({ name }) => name)).toEqual([DATA])
      expect(tables[0]?.header).toEqual(['序号', ...one.form.columns.map(({ heading }) => heading)])
      const [ours, theirs] = [partsOf(saved(before)), partsOf(saved(blank))]
      const wanted = one.form.columns.filter((column) => column.choices(one.registry).length > 0).length
      expect(lists(ours[partOf(ours, DATA)] ?? '')).toBe(wanted)
      expect(lists(theirs[partOf(theirs, DATA)] ?? '')).toBe(wanted)
      const hidden = (parts: Record<string, string>) => /state="hidden"/.test(parts['xl/workbook.xml'] ?? '')
      expect(hidden(theirs)).toBe(hidden(ours))
    })

    test('never makes a record of its example', () => {
      const { records, rejections } = run(one, saved(blank))
      expect([records, rejections.map(({ type }) => type)]).toEqual([[], ['example-row']])
    })

    test('filled in is taken, and says what the file before it said', () => {
      const done = run(one, saved(full))
      expect(done.rejections).toEqual([])
      const direct = run(one, filled(one, saved(before), [{ 序号: 1 }]))
      expect(done.records.map(({ key }) => key)).toEqual(direct.records.map(({ key }) => key))
      expect(done.records).toHaveLength(1)
    })
  })
})

describeOffice('a returned workbook mended and saved by LibreOffice', () => {
  test(
    'is taken, its codes with their zeros, its reasons ignored',
    async () => {
      const one = FORM_CASES.find(([id]) => id === 'sichuan/risk-source')?.[1]
      if (!one) throw new TypeError('there is no form of risk sources')
      const file = filled(one, await templateOf(one), [
        { 统一社会信用代码: '91000000MA0000000X', 联系电话: '08301234567' },
        {},
      ])
      const { adapter, contract, registry } = one
      const { rejections } = run(one, file)
      expect(rejections.map(({ type }) => type)).toEqual(['credit-code-invalid'])
      const counts = { in: 2, accepted: 1, rejected: 1, duplicates: 0 }
      const about = { contract, counts, digest: '0'.repeat(64) }
      const bytes = await returnedWorkbook({ bytes: file, adapter, registry, limits: FORMAT_LIMITS, rejections, about })
      const at = `${letters(columnAt(one, '统一社会信用代码') + 3)}4`
      const mended = edited(bytes, DATA, { [at]: '91000000MAX000015T' })
      const saved = savedAs(new Map([['改.xlsx', mended]]), 'xlsx').get('改.xlsx') ?? new Uint8Array()
      expect(cellsOf(saved, DATA)(4, columnAt(one, '联系电话') + 3)).toBe('08301234567')
      const done = run(one, saved)
      expect([done.records.length, done.rejections]).toEqual([1, []])
    },
    2 * OFFICE_MS,
  )
})

describeOffice('a binary .xls that LibreOffice wrote', () => {
  test(
    'is refused by its name, with what to do, whatever it is declared as',
    async () => {
      const template = await templateOf(waterCase('cq'))
      const bytes = savedAs(new Map([['旧.xlsx', template]]), 'xls:MS Excel 97').get('旧.xlsx') ?? new Uint8Array()
      // The signature of a compound file: it is the real thing.
      expect(Buffer.from(bytes.subarray(0, 8)).toString('hex')).toBe('d0cf11e0a1b11ae1')
      for (const mediaType of ['', 'application/vnd.ms-excel', 'application/octet-stream', 'text/csv']) {
        try {
          readTables(bytes, { limits: FORMAT_LIMITS, mediaType })
          throw new TypeError('expected a refusal')
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
          expect(error.code).toBe('xls-binary')
          expect(error.detail.zh).toContain('另存为 .xlsx')
          expect(error.detail.en).toContain('save it as .xlsx')
        }
      }
      expect(() => detectFormat(bytes)).toThrow('xls-binary')
      expect(FORMAT_ERRORS['xls-binary'].fix.zh).toContain('.xlsx')
    },
    2 * OFFICE_MS,
  )
})
