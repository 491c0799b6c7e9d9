/** Word documents → tables and lines: merged cells, layouts, what is not seen, every limit, and bytes of any kind. */
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../../adapters/formats/docx.ts'
import { FORMAT_ERROR_CODES, FormatError } from '../../../adapters/formats/error.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Table } from '../../../adapters/types.ts'
import { cell, DOCX, document, documentParts, paragraph, row, table } from './docx.ts'
import { bytesOf, limitsWith, only, refusal } from './helpers.ts'

const read = (...body: readonly string[]): Table[] => readDocx(document(...body), FORMAT_LIMITS)
const linesOf = (tables: readonly Table[]): unknown[] =>
  tables.flatMap((one) => (one.name === '正文' ? one.rows.map((cells, at) => [rowNumber(one, at), cells[0]]) : []))
const HEAD = row('城市', 'AQI', '等级')
const run = (inner: string) => ({ run: `<w:r>${inner}</w:r>` })

describe('paragraphs', () => {
  test('are lines under 正文, numbered through the document, blank ones counted and left out', () => {
    expect(read('空气质量预报', '', ' 成都市：良 ')).toEqual([
      { name: '正文', header: ['正文'], firstRow: 1, rows: [['空气质量预报'], ['成都市：良']], rowNumbers: [1, 3] },
    ])
  })

  test('join their runs and go on after a line break as another line; tab stops are no tabs', () => {
    const odd = paragraph(
      '成都',
      run('<w:t>市：</w:t><w:tab/><w:t>良&amp;优</w:t>'),
      run('<w:br/><w:t>德阳</w:t>'),
      '市',
    )
    expect(linesOf(read(odd))).toEqual([
      [1, '成都市： 良&优'],
      [2, '德阳市'],
    ])
    expect(linesOf(read(paragraph(run('<w:t>PM</w:t><w:noBreakHyphen/><w:t>10</w:t>'))))).toEqual([[1, 'PM-10']])
  })

  test('leave out what is not seen: deleted, moved and hidden text, field codes, phonetic guides, what older programs show', () => {
    const seen = '<w:r><w:t>良</w:t></w:r>'
    const unseen = [
      '<w:del><w:r><w:delText>优</w:delText></w:r><w:r><w:t>优</w:t></w:r></w:del>',
      '<w:moveFrom><w:r><w:t>优</w:t></w:r></w:moveFrom>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>优</w:t></w:r>',
      '<w:r><w:instrText>DATE 优</w:instrText></w:r>',
      '<w:r><mc:AlternateContent><mc:Fallback><w:t>优</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      '<w:r><w:ruby><w:rt><w:r><w:t>liáng</w:t></w:r></w:rt></w:ruby></w:r>',
    ]
    for (const one of unseen) expect(linesOf(read(`<w:p>${one}${seen}</w:p>`))).toEqual([[1, '良']])
    const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>优</w:t></w:r>'
    const kept = `<w:ins>${seen}</w:ins><w:hyperlink>${seen}</w:hyperlink>${shown}`
    expect(linesOf(read(`<w:p>${kept}</w:p>`))).toEqual([[1, '良良优']])
  })

  test('in a text box are lines of their own, once', () => {
    const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('内')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('内')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`
    expect(linesOf(read(paragraph('外', run(box), '面')))).toEqual([
      [1, '内'],
      [2, '外面'],
    ])
  })
})

describe('tables', () => {
  test('are tables with the row numbers of their own rows, between the lines around them', () => {
    const tables = read(
      '上文',
      table(HEAD, row('成都市', '60~90', '良'), row('', '', ''), row('德阳市', '20~40', '优')),
      '下文',
    )
    expect(tables.map(({ name }) => name)).toEqual(['正文', 'table 1', '正文'])
    expect(tables[1]).toEqual({
      name: 'table 1',
      header: ['城市', 'AQI', '等级'],
      rows: [
        ['成都市', '60~90', '良'],
        ['德阳市', '20~40', '优'],
      ],
      rowNumbers: [2, 4],
      firstRow: 2,
    })
    // A line for each of the twelve cells between the two.
    expect(linesOf(tables)).toEqual([
      [1, '上文'],
      [14, '下文'],
    ])
  })

  test('have merged headers joined and merged cells repeated downwards, as in a workbook', () => {
    const [made] = read(
      table(
        row(cell('城市', { merge: 'restart' }), cell('11月16日', { span: 2 }), cell('11月17日', { span: 2 })),
        row(cell('', { merge: 'continue' }), 'AQI', '等级', 'AQI', '等级'),
        row(cell('成都市', { merge: 'restart' }), '60~90', '良', '20~40', '优'),
        row(cell('', { merge: 'continue' }), '61~91', '良', '21~41', '优'),
        row('德阳市', '62~92', '良', '22~42', '优'),
      ),
    )
    expect(made?.header).toEqual(['城市', '11月16日 AQI', '11月16日 等级', '11月17日 AQI', '11月17日 等级'])
    expect(made?.rows.map((cells) => cells.slice(0, 2))).toEqual([
      ['成都市', '60~90'],
      ['成都市', '61~91'],
      ['德阳市', '62~92'],
    ])
  })

  test('may leave columns out before a row, and have cells of several paragraphs', () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(['60', '90'])}${cell('良')}</w:tr>`
    expect(only(read(table(HEAD, late))).rows).toEqual([[null, '60\n90', '良']])
  })

  test('without a header are lines like any other, as layouts have them', () => {
    expect(linesOf(read('甲', table(row('乙', '丙'), row(cell(['丁', '戊']))), '己'))).toEqual(
      ['甲', '乙', '丙', '丁', '戊', '己'].map((text, at) => [at + 1, text]),
    )
  })

  test('inside a cell are tables of their own, in their place within a layout', () => {
    const inner = table(HEAD, row('成都市', '60~90', '良'))
    const layout = table(`<w:tr><w:tc>${paragraph('上')}${inner}${paragraph('下')}</w:tc></w:tr>`)
    expect(read(layout).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['正文', 1],
      ['table 2', 1],
      ['正文', 1],
    ])
    const around = table(HEAD, `<w:tr>${cell('绵阳市')}<w:tc>${inner}${paragraph('1~2')}</w:tc>${cell('优')}</w:tr>`)
    expect(read(around).map(({ name, rows }) => [name, rows])).toEqual([
      ['table 1', [['绵阳市', '1~2', '优']]],
      ['table 2', [['成都市', '60~90', '良']]],
    ])
  })

  test('with a row that does not fit their header have a fault for it', () => {
    expect(only(read(table(HEAD, row('成都市', '60~90', '良', '多')))).faults).toMatchObject([
      { row: 2, code: 'cell-count' },
    ])
  })
})

describe('a document', () => {
  test('is found by content and taken under its own media type alone', () => {
    const bytes = document('甲：乙', table(HEAD, row('成都市', '60~90', '良')))
    for (const mediaType of [DOCX, `${DOCX}; x=1`, 'application/octet-stream', ''])
      expect(readTables(bytes, { limits: FORMAT_LIMITS, mediaType })).toMatchObject({
        format: 'docx',
        encoding: 'utf-8',
      })
    for (const mediaType of [
      'application/msword',
      'text/html',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]) {
      const error = refusal(() => readTables(bytes, { limits: FORMAT_LIMITS, mediaType }))
      expect([error.code, error.value]).toEqual(['format-mismatch', mediaType])
      expect(error.detail.en).toContain('found docx')
      expect(error.detail.zh).toContain('docx')
    }
    const other = refusal(() => readTables(bytesOf('a,b\n1,2\n'), { limits: FORMAT_LIMITS, mediaType: DOCX }))
    expect(other.detail.en).toBe(`expected ${DOCX} as declared, found csv`)
  })

  test('without a word is no table', () => {
    expect(refusal(() => read('', table(row('', '')))).code).toBe('no-table')
  })

  test.each([
    ['has no body', zipSync({ 'word/document.xml': strToU8('<w:document/>') })],
    ['is not UTF-8', zipSync({ 'word/document.xml': Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe) })],
    ['has its text elsewhere', zipSync({ 'word/document.xml.bak': strToU8('<w:document/>') })],
  ])('that %s is broken, naming the part', (_, bytes) => {
    expect(refusal(() => readTables(bytes, { limits: FORMAT_LIMITS }))).toMatchObject({
      code: 'docx-invalid',
      value: 'word/document.xml',
    })
  })

  test('with a broken archive says so of a document, not of a workbook', () => {
    const bytes = document('甲')
    const at = Buffer.from(bytes).indexOf('word/document.xml')
    // Six bytes into a local header are its flags; the part's bytes begin behind its name.
    bytes[at + 20] = (bytes[at + 20] ?? 0) ^ 0xff
    const error = refusal(() => readDocx(bytes, FORMAT_LIMITS))
    expect(error.code).toBe('docx-invalid')
    expect(error.detail.zh).toContain('Word 文档')
    expect(refusal(() => readDocx(document('甲').subarray(0, -30), FORMAT_LIMITS)).code).toBe('truncated')
  })
})

describe('limits', () => {
  const many = (count: number, inner: string): string => inner.repeat(count)
  const grid = (rows: number): string => table(HEAD, many(rows, row('成都市', '60~90', '良')))

  test.each([
    ['lines', { rows: 3 }, ['一', '二', '三'], ['一', '二', '三', '四'], 'too-many-rows'],
    ['rows of all tables', { rows: 4 }, [grid(2), grid(2)], [grid(2), grid(3)], 'too-many-rows'],
    ['tables', { sheets: 2 }, [grid(1), grid(1)], [grid(1), grid(1), grid(1)], 'too-many-sheets'],
    ['columns', { columns: 3 }, [grid(1)], [table(HEAD, row('a', 'b', cell('c', { span: 2 })))], 'too-many-columns'],
    ['characters in a line', { cell: 4 }, ['一二三四'], ['一二三四五'], 'cell-too-long'],
    [
      'characters in a cell',
      { cell: 7 },
      [table(HEAD, row('1234567', 'b', 'c'))],
      [table(HEAD, row('12345678', 'b', 'c'))],
      'cell-too-long',
    ],
    ['tables in tables', { depth: 2 }, [nested(2)], [nested(3)], 'too-deep'],
  ])('in %s are kept, exactly', (_, changes, fits, exceeds, code) => {
    const limits = limitsWith(changes)
    expect(readDocx(document(...fits), limits).length).toBeGreaterThan(0)
    expect(refusal(() => readDocx(document(...exceeds), limits)).code).toBe(code)
  })

  function nested(depth: number): string {
    return depth === 0 ? paragraph('甲') : table(`<w:tr><w:tc>${nested(depth - 1)}${paragraph('乙')}</w:tc></w:tr>`)
  }

  test('of what it unpacks to are those of a workbook', () => {
    const bomb = document('0'.repeat(3_000_000))
    expect(refusal(() => readDocx(bomb, FORMAT_LIMITS)).code).toBe('zip-bomb')
    expect(refusal(() => readDocx(document('甲乙'), limitsWith({ unzipped: 100 }))).code).toBe('zip-bomb')
  })

  test('hold for layout rows, columns left out and elements without end', () => {
    const rows = table(many(2000, row('甲')))
    expect(refusal(() => readDocx(document(rows), limitsWith({ rows: 900 }))).code).toBe('too-many-rows')
    const far = table(`<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>${cell('甲')}</w:tr>`)
    expect(refusal(() => read(far)).code).toBe('too-many-columns')
    expect(refusal(() => read(`${many(300, '<w:sdt>')}`)).code).toBe('too-deep')
  })
})

describe('bytes of any kind', () => {
  const settle = (bytes: Uint8Array): void => {
    try {
      for (const one of readTables(bytes, { limits: FORMAT_LIMITS }).tables) {
        for (const cells of one.rows) expect(cells).toHaveLength(one.header.length)
        const numbers = [...one.rows.map((_, at) => rowNumber(one, at)), ...(one.faults ?? []).map(({ row: at }) => at)]
        expect(new Set(numbers).size).toBe(numbers.length)
      }
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
      expect(FORMAT_ERROR_CODES).toContain(error.code)
    }
  }

  test('as the text of a document give tables, lines or a FormatError', () => {
    const piece = fc.constantFrom(
      ...[
        '<w:p>',
        '</w:p>',
        '<w:r>',
        '</w:r>',
        '<w:t>',
        '</w:t>',
        '<w:tbl>',
        '</w:tbl>',
        '<w:tr>',
        '</w:tr>',
        '<w:tc>',
        '</w:tc>',
      ],
      ...[
        '<w:gridSpan w:val="2"/>',
        '<w:vMerge w:val="restart"/>',
        '<w:vMerge/>',
        '<w:gridBefore w:val="x"/>',
        '<w:br/>',
        '<w:tab/>',
      ],
      ...[
        '<w:del>',
        '</w:del>',
        '<w:vanish/>',
        '城市',
        '良',
        '&amp;',
        '&#0;',
        '<',
        ']]>',
        '<!--',
        '<w:body>',
        '</w:body>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        settle(zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${pieces.join('')}`) }, { level: 0 }))
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (part) =>
        settle(zipSync({ 'word/document.xml': part }, { level: 0 })),
      ),
      { numRuns: 300 },
    )
  })

  test('made from a document by cutting and changing give the same', () => {
    const sample = document('成都市：11月16日空气质量等级为良。', table(HEAD, row('成都市', '60~90', '良')))
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.array(fc.tuple(fc.nat(sample.length), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (cut, changes) => {
          const bytes = sample.slice(0, sample.length - cut)
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          settle(bytes)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('the same bytes give the same tables, and are left as they were', () => {
    const bytes = document('甲', table(HEAD, row('成都市', '60~90', '良')))
    const before = bytes.slice()
    expect(readDocx(bytes, FORMAT_LIMITS)).toEqual(readDocx(bytes, FORMAT_LIMITS))
    expect(bytes).toEqual(before)
    expect(documentParts('甲')['word/document.xml']).toBeDefined()
  })
})
