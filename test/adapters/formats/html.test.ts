import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../adapters/formats/html.ts'
import { readMarkup } from '../../../adapters/formats/markup.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Table } from '../../../adapters/types.ts'
import { bytesOf, limitsWith, only, refusal } from './helpers.ts'

const read = (html: string, limits = FORMAT_LIMITS): Table => only(readHtml(html, limits))
const HEAD = '<tr><th>断面</th><th>水温</th><th>pH</th></tr>'
const table = (rows: string): string => `<html><body><table>${HEAD}${rows}</table></body></html>`
const numbers = (found: Table): number[] => found.rows.map((_, i) => rowNumber(found, i))

describe('cells', () => {
  test('have entities decoded, blanks collapsed and br as a line break', () => {
    expect(
      read(table('<tr><td> 朱沱\n  断面 </td><td>a<br>b</td><td>&lt;0.025&nbsp;&#8451;&amp;</td></tr>')).rows,
    ).toEqual([['朱沱 断面', 'a\nb', '<0.025\u00a0℃&']])
  })
  test('keep their markup where a title holds the original value or the place', () => {
    const html = table(
      "<tr><td><span title='所在地市:永川区&#10;所属河流:长江'>朱沱</span></td><td><SPAN class=x title=\"原始值：16.48\">16.5</SPAN></td><td title='原始值：7.9'>7.90</td></tr>",
    )
    const [row] = read(html).rows
    expect(row?.map((cell) => readMarkup(String(cell)))).toEqual([
      { text: '朱沱', title: '所在地市:永川区\n所属河流:长江' },
      { text: '16.5', title: '原始值：16.48' },
      { text: '7.90', title: '原始值：7.9' },
    ])
  })
  test('keep their markup up to their own end, also where end tags are left out', () => {
    expect(
      read(`<table>${HEAD}<tr><td><i title='原始值：1'>1.0</i><td>2<td>3<tr><td>4<td>5<td>6</table>`).rows,
    ).toEqual([
      ["<i title='原始值：1'>1.0</i>", '2', '3'],
      ['4', '5', '6'],
    ])
  })
  test('lose other markup, scripts, styles and comments', () => {
    expect(
      read(
        table(
          '<tr><td><b title="x">朱</b><i>沱</i></td><td><script>"<td>9</td>"</script>1<style>td{color:red}</style></td><td><!-- 7 -->8</td></tr>',
        ),
      ).rows,
    ).toEqual([['朱沱', '1', '8']])
  })
  test('outside any row begin one', () => {
    expect(read(`<table>${HEAD}<td>a</td><td>b</td><td>c</td></table>`).rows).toEqual([['a', 'b', 'c']])
  })
})

describe('merged cells', () => {
  test('of the body that span rows are repeated in each, whatever stands beside them', () => {
    expect(
      read(
        table(
          '<tr><td>a</td><td rowspan=3>18</td><td>1</td></tr><tr><td>b</td><td>2</td></tr><tr><td rowspan="2">c</td><td>3</td></tr><tr><td>19</td><td>4</td></tr>',
        ),
      ).rows,
    ).toEqual([
      ['a', '18', '1'],
      ['b', '18', '2'],
      ['c', '18', '3'],
      ['c', '19', '4'],
    ])
  })
  test('of the body reach as many rows as they span and no further, blank rows among them', () => {
    const html = table(
      '<tr><td>a</td><td>1</td><td rowspan=2>x</td></tr><tr><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>1</td><td rowspan=3>y</td></tr><tr></tr><tr><td>e</td></tr><tr><td>f</td></tr>',
    )
    expect(read(html).rows.map(([name, , last]) => [name, last])).toEqual([
      ['a', 'x'],
      ['b', 'x'],
      ['c', null],
      ['d', 'y'],
      ['e', 'y'],
      ['f', null],
    ])
  })
  test('of the body that span columns stand in the first only', () => {
    expect(
      read(
        table(
          '<tr><td>a</td><td colspan=2>12</td></tr><tr><td colspan=2 rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr>',
        ),
      ).rows,
    ).toEqual([
      ['a', '12', null],
      ['x', null, '1'],
      ['x', null, '2'],
    ])
  })
  test('of a header that spans rows join the names above one another', () => {
    const html = `<table><caption> 月报 </caption><tr><td colspan=4>重庆市水质月报</td></tr>
      <tr><td rowspan=2>断面</td><td colspan=2>水质类别</td><td rowspan=2>超标<br>项目</td></tr><tr><td>本月</td><td>上月</td></tr>
      <tr><td>朱沱</td><td>Ⅱ</td><td>Ⅲ</td><td></td></tr></table>`
    expect(read(html)).toEqual({
      name: '月报',
      header: ['断面', '水质类别 本月', '水质类别 上月', '超标项目'],
      rows: [['朱沱', 'Ⅱ', 'Ⅲ', null]],
      firstRow: 4,
    })
  })
  test('of a header that spans columns only repeat its name', () => {
    expect(
      read(
        '<table><tr><td>a</td><td>b</td><td colspan=2>c</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>',
      ).header,
    ).toEqual(['a', 'b', 'c', 'c'])
  })
  test('beside the header that run down the whole table do not swallow its rows', () => {
    const html =
      '<table><tr><td rowspan=9>省界</td><td>断面</td><td>水温</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>'
    expect(read(html).rows).toHaveLength(2)
  })
  test.each(['0', '-3', 'x', '', '99999999999999999999'])('with a rowspan of %j do no harm', (rowspan) => {
    expect(read(table(`<tr><td rowspan="${rowspan}">a</td><td>1</td><td>2</td></tr>`)).rows).toEqual([['a', '1', '2']])
  })
})

describe('rows and tables', () => {
  test('a title and a remark above the header are skipped, blank rows are no rows, and rows keep their numbers', () => {
    const found = read(
      `<table><tr><td colspan=3>标题</td></tr><tr><td>2021年4月</td><td>单位 mg/L</td></tr>${HEAD}<tr></tr><tr><td>a</td></tr><tr><td> </td><td>&nbsp;</td><td></td></tr><tr><td>b</td></tr></table>`,
    )
    expect(found.rows).toEqual([
      ['a', null, null],
      ['b', null, null],
    ])
    expect(numbers(found)).toEqual([5, 7])
  })
  test('a filled cell beyond the header is a fault of its row', () => {
    const found = read(
      table('<tr><td>a</td><td>1</td><td>2</td><td>3</td></tr><tr><td>b</td><td>1</td><td>2</td><td> </td></tr>'),
    )
    expect(found.rows).toEqual([['b', '1', '2']])
    expect(found.faults).toMatchObject([{ row: 2, code: 'cell-count', value: '4' }])
  })
  test('all tables are read, in order, also one inside a cell of a layout table', () => {
    const html = `<table><tr><td>菜单</td><td>${table('<tr><td>a</td></tr>')}</td></tr></table>${table('<tr><td>b</td></tr>')}`
    expect(readHtml(html, FORMAT_LIMITS).map(({ name, rows }) => [name, rows[0]?.[0]])).toEqual([
      ['table 2', 'a'],
      ['table 3', 'b'],
    ])
  })
  test('a table inside a cell adds nothing to that cell', () => {
    const tables = readHtml(
      table(`<tr><td>a<table>${HEAD}<tr><td>x</td></tr></table></td><td>1</td><td>2</td></tr>`),
      FORMAT_LIMITS,
    )
    expect(tables.map(({ rows }) => rows)).toEqual([[['a', '1', '2']], [['x', null, null]]])
  })
  test('a page without a table is refused', () => {
    expect(refusal(() => readHtml('<html><p>系统维护中</p></html>', FORMAT_LIMITS)).code).toBe('no-table')
    expect(refusal(() => readHtml('<table><tr><td>a</td><td>b</td></tr></table>', FORMAT_LIMITS)).code).toBe('no-table')
  })
})

describe('an .xls that is HTML', () => {
  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@"}</style></head><body>
    <table border="1"><tr><td>断面名称</td><td>监测时间</td><td>水质类别</td></tr><tr><td>朱沱</td><td style='vnd.ms-excel.numberformat:@'>2021-04-01 04:00</td><td>Ⅱ</td></tr></table></body></html>`
  test.each(['utf-8', 'gb18030'] as const)('is read in %s whatever its meta says', (encoding) => {
    const bytes = encoding === 'utf-8' ? bytesOf(page) : iconv.encode(page, 'gb18030')
    for (const mediaType of ['application/vnd.ms-excel', 'application/ms-excel', 'text/html']) {
      const found = readTables(bytes, { mediaType, limits: FORMAT_LIMITS })
      expect([found.format, found.encoding]).toEqual(['html', encoding])
      expect(only(found.tables).rows).toEqual([['朱沱', '2021-04-01 04:00', 'Ⅱ']])
    }
  })
  test('cut off anywhere inside its table is truncated', () => {
    const start = page.indexOf('</tr>')
    for (let end = start; end < page.indexOf('</table>') + 8; end += 1) {
      expect(refusal(() => readHtml(page.slice(0, end), FORMAT_LIMITS)).code).toBe('truncated')
    }
  })
})

describe('limits', () => {
  const limits = limitsWith({ rows: 2, columns: 4, cell: 5, sheets: 2, depth: 3 })
  const row = '<tr><td>a</td></tr>'
  test('rows, over all tables', () => {
    expect(read(table(row.repeat(2)), limits).rows).toHaveLength(2)
    expect(refusal(() => read(table(row.repeat(3)), limits))).toMatchObject({ code: 'too-many-rows', row: 4 })
    expect(refusal(() => readHtml(table(row) + table(row.repeat(2)), limits)).code).toBe('too-many-rows')
  })
  test('rows that belong to no table with a header have an end too', () => {
    expect(refusal(() => readHtml(`<table>${row.repeat(4)}</table>`, limits)).code).toBe('no-table')
    expect(refusal(() => readHtml(`<table>${row.repeat(5)}</table>`, limits)).code).toBe('too-many-rows')
  })
  test('columns, by cells and by spans', () => {
    expect(refusal(() => read(table(`<tr>${'<td>1</td>'.repeat(5)}</tr>`), limits)).code).toBe('too-many-columns')
    expect(refusal(() => read(table('<tr><td colspan=5>1</td></tr>'), limits)).code).toBe('too-many-columns')
    expect(refusal(() => read(table('<tr><td colspan=999999999>1</td></tr>'), limits)).code).toBe('too-many-columns')
  })
  test('cells', () => {
    expect(refusal(() => read(table('<tr><td>123456</td></tr>'), limits))).toMatchObject({
      code: 'cell-too-long',
      row: 2,
    })
  })
  test('tables', () => {
    expect(refusal(() => readHtml(table('').repeat(3), limits)).code).toBe('too-many-sheets')
  })
  test('tables in tables', () => {
    expect(refusal(() => readHtml('<table><td>'.repeat(4), limits)).code).toBe('too-deep')
  })
  test('elements in elements, at once even with a million ends that match nothing', () => {
    const started = performance.now()
    expect(refusal(() => readHtml('<b>'.repeat(1_000_000) + '</x>'.repeat(1_000_000), FORMAT_LIMITS)).code).toBe(
      'too-deep',
    )
    expect(performance.now() - started).toBeLessThan(1000)
  })
  test('a page of ten thousand line breaks is not deep', () => {
    expect(read(table(`<tr><td>a${'<br><img src=x><p>'.repeat(10_000)}</td></tr>`)).rows).toEqual([['a', null, null]])
  })
})

test('any table of text comes back as it went', () => {
  const text = fc.string({
    unit: fc.constantFrom('水', 'Ⅱ', '<', '>', '&', '"', "'", '1', '.', ';', '#'),
    minLength: 1,
    maxLength: 6,
  })
  const entities = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 6 }), (rows) => {
      const html = table(
        rows.map((cells) => `<tr>${cells.map((cell) => `<td>${entities(cell)}</td>`).join('')}</tr>`).join('\n'),
      )
      expect(read(html).rows).toEqual(rows)
    }),
  )
})
