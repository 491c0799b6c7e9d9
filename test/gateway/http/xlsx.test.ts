import fc from 'fast-check'
import { unzipSync } from 'fflate'
import readExcel from 'read-excel-file/universal'
import { describe, expect, test, vi } from 'vitest'
import { readXlsx } from '../../../adapters/formats/xlsx.ts'
import { openZip } from '../../../adapters/formats/zip.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { type SheetCell, workbook } from '../../../gateway/http/xlsx.ts'
import { setEarliestTimes } from '../../../gateway/http/zip-times.ts'

vi.setConfig({ testTimeout: 30_000 })

const HEADINGS = ['断面 section', '数 number', '字 text']
const LIMITS = { ...FORMAT_LIMITS, cell: 100_000 }
const book = (...rows: (readonly SheetCell[])[]) => workbook([{ name: '数据', headings: HEADINGS, rows }])

/** The rows under the headings, as the reader of submissions has them. */
async function ours(...rows: (readonly SheetCell[])[]) {
  const [table] = readXlsx(await book(...rows), LIMITS)
  expect(table?.header).toEqual(HEADINGS)
  expect(table?.faults ?? []).toEqual([])
  return table?.rows
}

/** The same as a library has them. */
async function theirs(...rows: (readonly SheetCell[])[]) {
  const [sheet] = await readExcel(new Blob([Buffer.from(await book(...rows))]), { trim: false })
  return sheet?.data.slice(1)
}

const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')] as const)
const partOf = (bytes: Uint8Array, name: string) => new Map(partsOf(bytes)).get(name) ?? ''

describe('a workbook', () => {
  test('gives numbers back as numbers and texts as texts, to our reader and another', async () => {
    const rows = [
      ['朱沱', 42, '0.150'],
      ['金子', -1.5, '<0.01'],
      ['晒网坝', 0, null],
      ['御临镇', null, '0.02L'],
    ]
    expect(await ours(...rows)).toEqual(rows)
    expect(await theirs(...rows)).toEqual(rows)
  })

  test('writes true and false as words, which no language of a spreadsheet changes', async () => {
    expect(await ours([true, false, 'x'])).toEqual([['true', 'false', 'x']])
  })

  test('has every sheet by its name, in order', async () => {
    const sheets = ['断面 Sections', '河流 Rivers', '说明 About'].map((name) => ({
      name,
      headings: HEADINGS,
      rows: [],
    }))
    const read = await readExcel(new Blob([Buffer.from(await workbook(sheets))]))
    expect(read.map(({ sheet }) => sheet)).toEqual(['断面 Sections', '河流 Rivers', '说明 About'])
  })

  test('keeps its headings in sight', async () => {
    expect(partOf(await book(['a', 1, 'b']), 'xl/worksheets/sheet1.xml')).toContain('state="frozen"')
  })
})

describe('a text that a spreadsheet would run', () => {
  const RISKY = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")', '=cmd|"/c calc"!A1']

  test.each(RISKY)('%j stays the text it is: no formula, and of the format "text"', async (text) => {
    const bytes = await book([text, 1, 'plain'])
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toContain('<f')
    const [, style = ''] = /<c r="A2" s="(\d+)" t="s">/.exec(sheet) ?? []
    const styles = partOf(bytes, 'xl/styles.xml')
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf ([^>]*)>/g)]
    const [, id = ''] = /numFmtId="(\d+)"/.exec(formats[Number(style)]?.[1] ?? '') ?? []
    // 49 is the format "text" of every spreadsheet (ECMA-376 part 1 §18.8.30); others are named in the file.
    expect(id === '49' || styles.includes(`<numFmt numFmtId="${id}" formatCode="@"/>`)).toBe(true)
    expect(await ours([text, 1, 'plain'])).toEqual([[text, 1, 'plain']])
  })

  test('needs no format where it would not be run', async () => {
    expect(partOf(await book(['朱沱', 1, '0.150']), 'xl/worksheets/sheet1.xml')).toContain('<c r="A2" t="s">')
  })
})

describe('whatever a cell holds comes back', () => {
  const rare = fc.constantFrom(
    ...['_x0041_', '_x004', '_x', '_', 'x0041_', '\u0000', '\u0001', '\r', '\r\n', '\n', '\t', '\ud800', '\udc00'],
    ...['\uffff', '\ufffd', '\ufdd0', '\u{1ffff}', '\u007f', '\u0085', '=', '<', '&', '"', ' ', '　', '\ufeff', '水'],
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(rare, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      '0',
      '-1.5',
      'TRUE',
      '2026-11-02',
    ),
  )
  const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(null))
  const row = fc.tuple(text, cell, cell)
  const END: SheetCell[] = ['end', 1, 'end']
  const plain = (value: SheetCell) => (value === '' ? null : Object.is(value, -0) ? 0 : value)
  // A blank cell is nothing to our reader, and a row of nothing no row.
  const blank = (value: SheetCell) => (typeof value === 'string' && value.trim() === '' ? null : plain(value))

  test('every text and number, cell by cell, to the digit and the character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const whole = rows.map((one) => one.map(blank)).filter((one) => one.some((value) => value !== null))
        expect(await ours(...rows, END)).toEqual([...whole, END])
      }),
      { numRuns: 60 },
    )
  })

  test('by another reader as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        expect(await theirs(...rows, END)).toEqual([...rows.map((one) => one.map(plain)), END])
      }),
      { numRuns: 30 },
    )
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    'the text %s, which every object has a member of',
    async (name) => {
      expect(await ours([name, 1, name])).toEqual([[name, 1, name]])
      expect(await theirs([name, 1, name])).toEqual([[name, 1, name]])
    },
  )

  test('but a text longer than a cell may be (32,767 characters) ends in …, never in half a character', async () => {
    const [whole, cut, split] = ['水'.repeat(32_767), '水'.repeat(32_768), `${'水'.repeat(32_765)}${'𠮷'.repeat(3)}`]
    const rows = await ours([whole, 1, 'a'], [cut, 1, 'a'], [split, 1, 'a'])
    expect(rows?.map(([first]) => first)).toEqual([whole, `${'水'.repeat(32_766)}…`, `${'水'.repeat(32_765)}…`])
  })
})

describe('the bytes', () => {
  const rows = Array.from({ length: 3000 }, (_, at): SheetCell[] => [`断面${at}`, at / 7, `${at}.150`])

  test('are the same whenever the same sheets are written, and claim no time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-02T04:00:00Z') })
    const first = await book(...rows)
    vi.setSystemTime(Date.parse('2031-01-01T00:00:00Z'))
    const second = await book(...rows)
    vi.useRealTimers()
    expect(Buffer.from(second).equals(first)).toBe(true)
    const view = new DataView(first.buffer, first.byteOffset)
    // APPNOTE 6.3 §4.3.7: time and date at 10 and 12 of a local header; 1980-01-01 is day 1 | month 1 << 5.
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 33])
  })

  test('hold together however many there are', async () => {
    const bytes = await book(...rows)
    const zip = openZip(bytes, FORMAT_LIMITS)
    for (const name of zip.names) expect(zip.read(name)?.length).toBeGreaterThan(0)
    expect(readXlsx(bytes, FORMAT_LIMITS)[0]?.rows).toEqual(rows)
  })

  test('of something else than an archive are left alone', () => {
    expect(() => setEarliestTimes(new Uint8Array(10))).toThrow(TypeError)
    expect(() => setEarliestTimes(new Uint8Array(100))).toThrow(TypeError)
  })
})
