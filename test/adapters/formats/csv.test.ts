import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../adapters/formats/csv.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Table } from '../../../adapters/types.ts'
import type { Note } from '../../../contracts/types.ts'
import { bytesOf, limitsWith, only, refusal } from './helpers.ts'

const read = (text: string, limits = FORMAT_LIMITS): Table => readCsv(text, limits)
const numbers = (table: Table): number[] => table.rows.map((_, i) => rowNumber(table, i))

describe('rows and cells', () => {
  test('are taken as written, header included', () => {
    expect(read('省份, 断面名称 \r\n重庆市, 朱沱 \r\n四川省,\r\n')).toEqual({
      name: '',
      header: ['省份', '断面名称'],
      rows: [
        ['重庆市', ' 朱沱 '],
        ['四川省', ''],
      ],
      firstRow: 2,
    })
  })
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['CRCRLF, as a doubly converted file has', '\r\r\n'],
  ])('end with %s, quoted or not', (_, end) => {
    for (const quote of ['', '"']) {
      const table = read([`${quote}a${quote},b`, '1,2', '3,4', ''].join(end))
      expect(table.rows).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
      expect(numbers(table)).toEqual([2, 3])
    }
  })
  test('are separated by what the header uses', () => {
    expect(read('a\tb\n1,5\t2\n').rows).toEqual([['1,5', '2']])
    expect(read('a;b;c\n1,5;2;3\n').rows).toEqual([['1,5', '2', '3']])
    expect(read('a,"b;c;d;e"\n1;2,3\n').rows).toEqual([['1;2', '3']])
    expect(read('a|b|c\n1,5|2|3\n').rows).toEqual([['1,5', '2', '3']])
  })
  test('a comma file keeps the semicolons and tabs of its cells', () => {
    expect(read('a,b\n1;2,3\t4\n').rows).toEqual([['1;2', '3\t4']])
  })
  test('blank lines and lines of empty cells are no rows, and rows keep their line numbers', () => {
    for (const quote of ['', '"']) {
      const table = read(`\n${quote}a${quote},b\n1,2\n\n,\n ,\n3,4\n\n`)
      expect(table.rows).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
      expect(numbers(table)).toEqual([3, 7])
      expect(table.faults).toBeUndefined()
    }
  })
  test('titles, remarks and an Excel separator line around them are no rows, and are told with the first of them', () => {
    for (const quote of ['', '"']) {
      const text = [
        'sep=,',
        '2025年11月监测数据,,',
        '填报单位：示例站,,单位：mg/L',
        `${quote}断面名称${quote},监测时间,pH`,
        '朱沱,2025-11-04,7.8',
        '备注：pH 为自动监测,,',
        '注1: 未经审核',
        '填表人：张某,审核人：李某,',
        '',
      ].join('\n')
      const notes: Note[] = []
      const table = readCsv(text, FORMAT_LIMITS, notes)
      expect(table).toEqual({
        name: '',
        header: ['断面名称', '监测时间', 'pH'],
        rows: [['朱沱', '2025-11-04', '7.8']],
        firstRow: 5,
      })
      expect(notes).toEqual([{ rule: 'lines-passed-over', sent: '1: sep=, (6)' }])
    }
  })
  test('a line with one cell that is not a remark stays a row that does not fit, and a remark beside a figure stays a row', () => {
    const table = read('断面名称,监测时间,pH\n合计\n备注：,2025-11-04,7.8\n朱沱,,\n')
    expect(table.rows).toEqual([
      ['备注：', '2025-11-04', '7.8'],
      ['朱沱', '', ''],
    ])
    expect(table.faults).toMatchObject([{ row: 2, code: 'cell-count' }])
  })
  test('what SQL*Plus spools beside rows is none: the command, the rule, the header of each page, the count', () => {
    const text = [
      'SQL> select name, time from water;',
      '',
      'NAME |TIME      |  PH',
      '-----|----------|----',
      '朱沱 |2025-11-04| 7.8',
      '',
      'NAME |TIME      |  PH',
      '-----|----------|----',
      '金子 |2025-11-04| 7.9',
      '',
      '已选择 2 行。',
      '',
      'SQL> spool off',
      '',
    ].join('\n')
    const notes: Note[] = []
    const table = readCsv(text, FORMAT_LIMITS, notes)
    expect([table.header, numbers(table), table.faults]).toEqual([['NAME', 'TIME', 'PH'], [5, 9], undefined])
    expect(notes).toMatchObject([{ sent: 'SQL> select name, time from water; (6)'.replace(/^/, '1: ') }])
    for (const count of ['1 row selected.', '12 rows selected.', '已选择12行。', '已选择 3 行'])
      expect(read(`a,b\n1,2\n\n${count}\n`)).toMatchObject({ rows: [['1', '2']], firstRow: 2 })
  })
  test('a report with columns aligned by blanks is refused with the setting that separates them', () => {
    const refused = refusal(() =>
      read('NAME       TIME        PH\n---------- ----------- ----\n朱沱       2025-11-04  7.8\n'),
    )
    expect(refused.code).toBe('no-table')
    expect(refused.detail.zh).toContain('SET MARKUP CSV ON')
    expect(refusal(() => read('name\n朱沱\n')).detail.zh).not.toContain('SET')
  })
  test('a row is numbered by the line it starts on, also after quoted line breaks', () => {
    const table = read('"a\nb",c\n"1\n\n1",2\n3,4\n"5\n",6\n7,8\n')
    expect(table.header).toEqual(['ab', 'c'])
    expect(table.rows.map(([cell]) => cell)).toEqual(['1\n\n1', '3', '5\n', '7'])
    expect(numbers(table)).toEqual([3, 6, 7, 9])
  })
  test('a header without rows is a table', () => {
    expect(read('a,b\n')).toEqual({ name: '', header: ['a', 'b'], rows: [], firstRow: 2 })
  })
  test('doubled quotes inside quotes are one', () => {
    expect(read('a,b\n"say ""hi""",2\n').rows).toEqual([['say "hi"', '2']])
  })
})

describe('a row that does not fit', () => {
  test('too short or too long is a fault of its own line, and the others count', () => {
    for (const quote of ['', '"']) {
      const table = read(`${quote}a${quote},b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n`)
      expect(table.rows).toHaveLength(2)
      expect(numbers(table)).toEqual([2, 5])
      expect(table.faults?.map(({ row, code, value }) => [row, code, value])).toEqual([
        [3, 'cell-count', '2'],
        [4, 'cell-count', '4'],
      ])
      expect(table.faults?.[0]?.detail.en).toBe('expected 3 cells, got 2')
    }
  })
  test('is cut off when it is the last, short, and without a line break', () => {
    const table = read('a,b,c\n1,2,3\n4,5')
    expect(table.rows).toEqual([['1', '2', '3']])
    expect(table.faults?.map(({ row, code }) => [row, code])).toEqual([[3, 'row-truncated']])
    expect(table.openEnd).toBeUndefined()
  })
  test('is only wrong in its count when a line break follows it, or when it is too long', () => {
    expect(read('a,b,c\n4,5\n').faults?.[0]?.code).toBe('cell-count')
    expect(read('a,b,c\n4,5,6,7').faults?.[0]?.code).toBe('cell-count')
    expect(read('a,b,c\n4,5\n1,2,3').faults?.[0]?.code).toBe('cell-count')
  })
  test('a whole last row without a line break counts, and the table says its end is open', () => {
    const table = read('a,b\n1,2')
    expect(table.rows).toEqual([['1', '2']])
    expect(table.openEnd).toBe(true)
    expect(read('a,b\n1,2\r').openEnd).toBeUndefined()
    expect(read('a,"b"\r\n1,"2"\r')).toMatchObject({ rows: [['1', '2']] })
  })
})

describe('a file that is no CSV', () => {
  test('with a quote that never closes is truncated, naming the line', () => {
    const error = refusal(() => read('a,b\n"1 ""x""",2\n3,"4 ""y"" \n5,6\n'))
    expect([error.code, error.row]).toEqual(['truncated', 3])
  })
  test.each(['a,b\n1,x"y\n', 'a,b\n1,"x" y\n'])('%j has a misplaced quote at line 2', (text) => {
    const error = refusal(() => read(text))
    expect([error.code, error.row]).toEqual(['csv-invalid', 2])
  })
  test.each(['', '\n\n', 'hello', 'hello\nworld\n', ',,,\n'])('%j holds no table', (text) => {
    expect(refusal(() => read(text)).code).toBe('no-table')
  })
})

describe('limits', () => {
  const limits = limitsWith({ rows: 3, columns: 3, cell: 5 })
  test.each(['', '"'])('rows, exactly, with %j around a name', (quote) => {
    const head = `${quote}a${quote},b\n`
    expect(read(`${head}${'1,2\n'.repeat(3)}\n\n`, limits).rows).toHaveLength(3)
    const error = refusal(() => read(`${head}${'1,2\n'.repeat(4)}`, limits))
    expect([error.code, error.row]).toEqual(['too-many-rows', 5])
  })
  test('rows that are faults count too', () => {
    expect(refusal(() => read(`a,b\n${'1\n'.repeat(4)}`, limits)).code).toBe('too-many-rows')
  })
  test('blank lines between quoted rows do not hide rows beyond what is looked at', () => {
    expect(refusal(() => read(`"a",b\n${'\n'.repeat(100)}1,2\n`, limits)).code).toBe('too-many-rows')
  })
  test('columns, in the header and in a row', () => {
    expect(read('a,b,c\n1,2,3\n', limits).rows).toHaveLength(1)
    expect(refusal(() => read('a,b,c,d\n', limits)).code).toBe('too-many-columns')
    expect(refusal(() => read('a,b\n1,2,3,4\n', limits))).toMatchObject({ code: 'too-many-columns', row: 2 })
  })
  test('cells, naming row and column', () => {
    expect(read('a,b\n12345,2\n', limits).rows).toHaveLength(1)
    expect(refusal(() => read('a,b\n1,123456\n', limits))).toMatchObject({
      code: 'cell-too-long',
      row: 2,
      pointer: 'b',
    })
    expect(refusal(() => read('a,"123456"\n', limits)).code).toBe('cell-too-long')
  })
  test('a record that a lost quote makes endless is refused before it is all read', () => {
    expect(refusal(() => read(`a,"b"\n1,"${'x,y\n'.repeat(1000)}",2\n`, limits)).code).toBe('cell-too-long')
  })
  test('sixteen megabytes of separators or line breaks are refused without delay', () => {
    const started = performance.now()
    refusal(() => read(','.repeat(16 * 1024 * 1024)))
    refusal(() => read('\n'.repeat(16 * 1024 * 1024)))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

/** Cells that need quoting and cells that do not, in the characters such tables have. */
const cell = fc.string({
  unit: fc.constantFrom('水', '断', '面', 'Ⅱ', '℃', '0', '1', '.', '*', '-', ' ', ',', ';', '\t', '"', '\n', '劣'),
  maxLength: 8,
})
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 0, maxLength: 8 }))
  .map((rows) => rows.filter((row) => row.some((text) => text.trim() !== '')))
const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const write = (rows: readonly (readonly string[])[], end: string): string =>
  rows.map((row) => row.map(quoted).join(',') + end).join('')

describe('any table', () => {
  test('comes back from CSV as it went, in both encodings and with both line breaks', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, i) => `水质指标第${i}列`)
        const text = write([header, ...rows], end)
        for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), iconv.encode(text, 'gb18030')]) {
          const found = only(readTables(bytes, { mediaType: 'text/csv', limits: FORMAT_LIMITS }).tables)
          expect(found.header).toEqual(header)
          expect(found.rows).toEqual(rows)
          expect(found.faults).toBeUndefined()
        }
      }),
    )
  })
  test('without a quote reads the same with and without the full parser', () => {
    const plain = fc.array(fc.array(fc.constantFrom('', '1', '水', ' ', 'x'), { minLength: 1, maxLength: 4 }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(plain, fc.constantFrom('\n', '\r\n', '\r\r\n'), fc.boolean(), (rows, end, closed) => {
        const body = rows.map((row) => row.join(',')).join(end) + (closed ? end : '')
        expect(read(`"a",b,c${end}${body}`)).toEqual(read(`a,b,c${end}${body}`))
      }),
    )
  })
  test('cut anywhere, never gives a row it did not have without saying so', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.nat(), fc.boolean(), (rows, end, at, gb) => {
        const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, i) => `水质指标第${i}列`)
        const text = write([header, ...rows], end)
        const bytes = gb ? iconv.encode(text, 'gb18030') : bytesOf(text)
        const head = (gb ? iconv.encode(write([header], end), 'gb18030') : bytesOf(write([header], end))).length
        const cut = bytes.subarray(0, head + (at % (bytes.length - head + 1)))
        let found: Table
        try {
          found = only(readTables(cut, { limits: FORMAT_LIMITS }).tables)
        } catch {
          expect(refusal(() => readTables(cut, { limits: FORMAT_LIMITS })).code).toBe('truncated')
          return
        }
        const sure = found.openEnd ? found.rows.slice(0, -1) : found.rows
        expect(sure).toEqual(rows.slice(0, sure.length))
        const last = found.rows.at(-1)
        if (!found.openEnd || last === undefined) return
        const whole = rows[sure.length] ?? []
        expect(last.slice(0, -1)).toEqual(whole.slice(0, -1))
        expect(whole.at(-1)?.startsWith(String(last.at(-1)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
