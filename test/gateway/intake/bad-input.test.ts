import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { document } from '../../adapters/formats/docx.ts'
import { sheetData, workbook } from '../../adapters/formats/helpers.ts'
import { type Calls, CONTRACT, callsOf, type ProblemSeen, refused, type Signing, SUBMIT } from '../http/calls.ts'
import { openWorld, type World } from '../world.ts'
import { csvOf, HEADINGS, idOf, jsonOf, recordsOf, row, XLSX } from './files.ts'

let world: World
let calls: Calls
let before: number

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
})
beforeEach(() => {
  before = world.gateway.log.head().size
})
afterAll(async () => {
  await world.close()
})

const cq = () => world.sides.cq.agency
const GOOD = row('朱沱', '2026-11-02 04:00', '2.1')
const TEXT = csvOf([GOOD])

/** Refused whole: this problem, the ledger as it was, no record, and no failure of the gateway. */
async function refuses(answer: Response, status: number, code: string): Promise<ProblemSeen> {
  const problem = await refused(answer, status, code)
  await world.gateway.log.drained()
  expect(world.gateway.log.head().size).toBe(before)
  expect((await world.gateway.store.head()).size).toBe(before)
  expect(await recordsOf(calls, cq())).toEqual([])
  expect(calls.failures).toEqual([])
  return problem
}

const sends = (body: Uint8Array | string, how: Signing = {}) => calls.submit(cq(), body, how)

describe('a file that cannot be read', () => {
  const json = { contentType: 'application/json' }
  const octets = { contentType: 'application/octet-stream' }
  test.each<[string, () => Uint8Array | string, Signing, number, string]>([
    ['CSV that ends within a quote', () => `${TEXT}朱沱,"2026-11-02`, {}, 400, 'truncated'],
    ['CSV cut within a character', () => Buffer.from(`${TEXT}朱`).subarray(0, -1), {}, 400, 'truncated'],
    ['JSON cut off', () => '[{"断面名称":"朱沱","监测时间":"2026-11-0', json, 400, 'truncated'],
    [
      'GB 18030 declared as UTF-8',
      () => iconv.encode(TEXT, 'gb18030'),
      { contentType: 'text/csv; charset=utf-8' },
      400,
      'encoding-invalid',
    ],
    ['UTF-8 declared as GB 18030', () => TEXT, { contentType: 'text/csv; charset=gb18030' }, 400, 'encoding-invalid'],
    ['UTF-16', () => Buffer.from(`\ufeff${TEXT}`, 'utf16le'), {}, 400, 'encoding-invalid'],
    ['a NUL byte', () => TEXT.replace('7.8', '7\0.8'), {}, 400, 'encoding-invalid'],
    [
      'bytes that are no text',
      () => Buffer.from([0x41, 0x2c, 0x42, 0x0a, 0xff, 0xff, 0x2c, 0x80]),
      {},
      400,
      'encoding-invalid',
    ],
    ['a stray quote', () => `${TEXT}朱沱"x",2026-11-02 08:00,7,8,2,1,1\n`, {}, 400, 'csv-invalid'],
    ['NaN in JSON', () => `[{"断面名称":"朱沱","监测时间":"2026-11-02 04:00","pH":NaN}]`, json, 400, 'json-invalid'],
    [
      'Infinity in JSON',
      () => `[{"断面名称":"朱沱","监测时间":"2026-11-02 04:00","pH":Infinity}]`,
      json,
      400,
      'json-invalid',
    ],
    ['deep JSON', () => `${'['.repeat(40)}${']'.repeat(40)}`, json, 413, 'too-deep'],
    ['fifteen megabytes of brackets', () => '['.repeat(15 * 1024 * 1024), json, 413, 'too-deep'],
    ['fifteen megabytes of braces', () => '{"a":'.repeat(3 * 1024 * 1024), json, 413, 'too-deep'],
    ['an empty body', () => '', {}, 422, 'no-table'],
    ['blank lines', () => '\n\n \n', {}, 422, 'no-table'],
    ['one column', () => '断面名称\n朱沱\n', {}, 422, 'no-table'],
    ['an empty array', () => '[]', json, 422, 'no-table'],
    ['a JSON text', () => '"朱沱"', octets, 422, 'no-table'],
    ['other columns', () => '站点,日期,数值\na,b,c\n', {}, 422, 'columns-missing'],
    ['JSON declared as CSV', () => '[{"断面名称":"朱沱"}]', {}, 415, 'format-mismatch'],
    ['CSV declared as JSON', () => TEXT, json, 415, 'format-mismatch'],
    ['CSV declared as a workbook', () => TEXT, { contentType: XLSX }, 415, 'format-mismatch'],
    ['a media type nobody has heard of', () => TEXT, { contentType: 'image/png' }, 415, 'format-mismatch'],
    [
      'a binary .xls',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
      { contentType: 'application/vnd.ms-excel' },
      415,
      'xls-binary',
    ],
    [
      'a binary .doc',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
      { contentType: 'application/msword' },
      415,
      'doc-binary',
    ],
    ['a document declared as a workbook', () => document(TEXT), { contentType: XLSX }, 415, 'format-mismatch'],
    ['a document without a table', () => document('朱沱：Ⅱ类'), octets, 422, 'columns-missing'],
    [
      'a document that is broken',
      () => zipSync({ 'word/document.xml': Buffer.from('x') }),
      octets,
      400,
      'docx-invalid',
    ],
    ['a PDF', () => '%PDF-1.7 …', octets, 415, 'format-unknown'],
    ['an archive without a workbook', () => zipSync({ 'a.csv': Buffer.from(TEXT) }), octets, 415, 'format-unknown'],
    ['a page without a table', () => '<html><body>朱沱</body></html>', { contentType: 'text/html' }, 422, 'no-table'],
    [
      'a workbook cut off',
      () => workbook({ sheets: { 一: sheetData([HEADINGS, GOOD]) } }).subarray(0, -200),
      { contentType: XLSX },
      400,
      'truncated',
    ],
    [
      'a zip bomb',
      () => workbook({ sheets: { 一: `<sheetData>${'<row></row>'.repeat(300_000)}</sheetData>` } }),
      { contentType: XLSX },
      413,
      'zip-bomb',
    ],
    ['a cell too long', () => csvOf([['朱沱'.repeat(3000), ...GOOD.slice(1)]]), {}, 413, 'cell-too-long'],
    [
      'too many columns',
      () =>
        csvOf(
          [[]],
          Array.from({ length: 300 }, (_, at) => `列${at}`),
        ),
      {},
      413,
      'too-many-columns',
    ],
    [
      'more rows than a file may have',
      () => `${HEADINGS.join()}\n${`${GOOD.join()}\n`.repeat(FORMAT_LIMITS.rows + 1)}`,
      {},
      413,
      'too-many-rows',
    ],
    [
      'more JSON rows than a file may have',
      () =>
        `{"thead":["断面名称","监测时间","pH"],"tbody":[${'["a","b","c"],'.repeat(FORMAT_LIMITS.rows)}["a","b","c"]]}`,
      json,
      413,
      'too-many-rows',
    ],
  ])('%s is refused', async (_, body, how, status, code) => {
    await refuses(await sends(body(), how), status, code)
  })

  test('more bytes than a request may have are refused, declared or not', async () => {
    const body = Buffer.alloc(FORMAT_LIMITS.bytes + 1, 0x41)
    await refuses(await sends(body), 413, 'body-too-large')
    await refuses(await sends(body, { headers: { 'content-length': String(body.length) } }), 413, 'body-too-large')
  }, 20_000)
})

describe('a file with nothing to take', () => {
  test.each<[string, string, string, string]>([
    ['a section nobody registered', '断面名称', '朱坨', 'section-unknown'],
    ['a section called __proto__', '断面名称', '__proto__', 'section-unknown'],
    ['a section called constructor', '断面名称', 'constructor', 'section-unknown'],
    ['a time in the future', '监测时间', '2062-03-01 12:00', 'time-in-future'],
    ['no time', '监测时间', '--', 'time-missing'],
    ['a day that is none', '监测时间', '2026-02-30 12:00', 'time-unreadable'],
    ['a time before any standard', '监测时间', '1999-03-01 12:00', 'standard-not-in-force'],
    ['a negative concentration', '氨氮(mg/L)', '-0.12', 'value-out-of-range'],
    ['a pH beyond what there is', 'pH(无量纲)', '70', 'value-out-of-range'],
    ['NaN', '氨氮(mg/L)', 'NaN', 'value-not-a-number'],
    ['Infinity', '氨氮(mg/L)', 'Infinity', 'value-not-a-number'],
    ['minus Infinity', '氨氮(mg/L)', '-Infinity', 'value-not-a-number'],
    ['1e999', '氨氮(mg/L)', '1e999', 'value-not-a-number'],
    ['a text', '氨氮(mg/L)', '仪器故障', 'value-not-a-number'],
    ['a hexadecimal number', '氨氮(mg/L)', '0x10', 'value-not-a-number'],
    ['a number with a word', '氨氮(mg/L)', '0.12mg', 'value-not-a-number'],
    ['a formula', '氨氮(mg/L)', '=1+1', 'value-not-a-number'],
  ])('for %s is refused, naming row, column and value', async (_, heading, cell, type) => {
    const cells = HEADINGS.map((name, at) => (name === heading ? cell : (GOOD[at] ?? '')))
    const { rejections } = await refuses(await sends(csvOf([cells])), 422, 'no-acceptable-row')
    expect(rejections).toMatchObject([{ row: 2, type }])
    const [only] = rejections ?? []
    // A figure out of its range is found in the record, and says so by its JSON pointer.
    if (type === 'value-out-of-range') expect(Number(only?.value)).toBe(Number(cell))
    else expect(only).toMatchObject({ pointer: heading, value: cell === '--' ? '--' : cell })
  })

  test.each<[string, string]>([
    ['1e999 as a JSON number', '1e999'],
    ['true', 'true'],
    ['an object', '{"value":1}'],
    ['an array', '[1]'],
  ])('for %s in a JSON cell is refused', async (_, cell) => {
    const body = `[{"断面名称":"朱沱","监测时间":"2026-11-02 04:00","pH(无量纲)":${cell}}]`
    const { rejections } = await refuses(
      await sends(body, { contentType: 'application/json' }),
      422,
      'no-acceptable-row',
    )
    expect(rejections).toMatchObject([{ row: 1, type: 'cell-type', pointer: 'pH(无量纲)' }])
  })

  test('names every rejected row', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => row(`无此断面${at}`, '2026-11-02 04:00', '1'))
    const { rejections } = await refuses(await sends(csvOf(rows)), 422, 'no-acceptable-row')
    expect(rejections?.map((one) => [one.row, one.value])).toEqual(rows.map(([name], at) => [at + 2, name]))
  })

  test('because it is all the header there is, is refused', async () => {
    const { rejections } = await refuses(await sends(csvOf([])), 422, 'no-acceptable-row')
    expect(rejections).toEqual([])
  })

  test('because its only row was cut, is refused', async () => {
    const { rejections } = await refuses(
      await sends(`${HEADINGS.join()}\n朱沱,2026-11-02 04:00,7.`),
      422,
      'no-acceptable-row',
    )
    expect(rejections).toMatchObject([{ row: 2, type: 'row-truncated' }])
  })
})

describe('a call that asks for what is not', () => {
  test.each([
    ['/v1/submissions', 'query-invalid', 400],
    ['/v1/submissions?contract=air', 'contract-unknown', 404],
    ['/v1/submissions?contract=__proto__', 'contract-unknown', 404],
    [`${SUBMIT}&contract=air`, 'query-invalid', 400],
    [`${SUBMIT}&party=sc`, 'query-invalid', 400],
    [`${SUBMIT}&at=tomorrow`, 'query-invalid', 400],
    [`${SUBMIT}&at=2099-01-01T00:00:00Z`, 'query-invalid', 400],
    [`${SUBMIT}&at=2026-01-01T00:00:00`, 'query-invalid', 400],
    [`/v1/normalise?contract=${CONTRACT}&party=yn`, 'query-invalid', 400],
    ['/v1/normalise?contract=air', 'contract-unknown', 404],
  ] as const)('%s is refused', async (path, code, status) => {
    await refuses(await calls.write(cq(), path, TEXT, { contentType: 'text/csv' }), status, code)
  })

  test.each(['', ' ', 'a b', 'x'.repeat(129), 'naïve'])('under the Idempotency-Key "%s" is refused', async (key) => {
    await refuses(await sends(TEXT, { headers: { 'idempotency-key': key } }), 400, 'idempotency-key-invalid')
  })
})

describe('half a surrogate pair', () => {
  const half = '\\ud800'
  const object = (more: string): string =>
    `[{"断面名称":"朱沱","监测时间":"2026-11-02 04:00","pH(无量纲)":"7.8"${more}}]`
  /** Two rows, of which the second has this cell. */
  const cells = (name: string, cell: string): string => {
    const good = { 断面名称: '朱沱', 监测时间: '2026-11-03 04:00', 'pH(无量纲)': '7.8' }
    const bad = JSON.stringify({ ...good, 监测时间: '2026-11-03 08:00', [name]: 'CELL' })
    return `[${JSON.stringify(good)},${bad.replace('CELL', cell)}]`
  }

  const FIELDS = [
    '省份',
    '站点编码',
    '所在河流',
    '水质类别',
    '水质目标',
    '站点情况',
    '断面级别',
    '断面类型',
    '监测方式',
    '数据来源',
    '审核状态',
    '流域',
    '备注',
    '随便什么',
    '氨氮(mg/L)',
    '总磷(ppm)',
  ]
  test.each<[string, string]>([
    ['the section name', cells('断面名称', half)],
    ['a section name it follows', cells('断面名称', `朱沱${half}`)],
    ['the time', cells('监测时间', half)],
    ['a figure', cells('pH(无量纲)', `7.8${half}`)],
    ['markup', cells('断面名称', `<b title='${half}'>朱沱</b>`)],
    ...FIELDS.map((name): [string, string] => [name, object(`,"${name}":"${half}"`)]),
    ...FIELDS.map((name): [string, string] => [`${name}, within`, object(`,"${name}":"国${half}控"`)]),
    ['a heading', object(`,"${half}":"1"`)],
    ['a heading’s unit', object(`,"氨氮(${half})":"1"`)],
    [
      'head and body',
      `{"thead":["断面名称","监测时间","pH","${half}"],"tbody":[["朱沱","2026-11-02 04:00","7.8","${half}"]]}`,
    ],
  ])('in %s is taken or refused, and never breaks the gateway', async (_, body) => {
    const answer = await sends(body, { contentType: 'application/json' })
    expect(calls.failures).toEqual([])
    expect(answer.status).toBeLessThan(500)
    const text = await answer.text()
    expect(text.isWellFormed()).toBe(true)
    // What is stored or told is whole again.
    expect(JSON.stringify(JSON.parse(text))).not.toMatch(/\\ud[89a-f]/)
    if (answer.status >= 300) return
    for (const part of ['', '/rejections']) {
      const shown = await (await calls.read(cq(), `/v1/submissions/${idOf(answer)}${part}`)).text()
      expect(shown).not.toMatch(/\\ud[89a-f]/i)
    }
  })

  test.each([
    ['a sheet’s name', workbookNamed('&#xD800;'), XLSX],
    ['a cell', workbook({ sheets: { 一: sheetData([HEADINGS, GOOD.map((cell) => `${cell}&#xD800;`), GOOD]) } }), XLSX],
    ['a page’s caption', page('<caption>&#xD800;</caption>'), 'text/html'],
    [
      'a page’s cell',
      page(
        '<tr><td>朱沱&#xD800;</td><td>2026-11-02 12:00</td><td>7.8</td><td>1</td><td>1</td><td>1</td><td>1</td></tr>',
      ),
      'text/html',
    ],
  ])('in %s is taken or refused as well', async (_, body, contentType) => {
    const answer = await sends(body, { contentType })
    expect(calls.failures).toEqual([])
    expect(answer.status).toBeLessThan(500)
  })

  function workbookNamed(name: string): Uint8Array {
    return workbook({ sheets: { [name]: sheetData([HEADINGS, GOOD, row('无此', '2026-11-02 04:00', '1')]) } })
  }
  function page(more: string): string {
    const rows = [HEADINGS, GOOD, row('无此', '2026-11-02 04:00', '1')]
    return `<html><table>${more.startsWith('<caption') ? more : ''}${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}${more.startsWith('<tr') ? more : ''}</table></html>`
  }
})

describe('names that mean something to JavaScript', () => {
  const object = (more: string): string =>
    `[{"断面名称":"朱沱","监测时间":"2026-11-04 04:00","pH(无量纲)":"7.8"${more}}]`
  test.each<[string, string, number]>([
    ['a station state __proto__', object(',"站点情况":"__proto__"'), 422],
    ['a station state constructor', object(',"站点情况":"constructor"'), 422],
    ['a class toString', object(',"水质类别":"toString"'), 422],
    ['a heading __proto__', object(',"__proto__":"1"'), 201],
    ['a heading constructor', object(',"constructor":"1","hasOwnProperty":"2"'), 201],
    ['an object __proto__', object(',"__proto__":{"断面名称":"x"}'), 422],
    ['a river __proto__', object(',"所在河流":"__proto__"'), 201],
    ['a producer __proto__', object(',"数据来源":"__proto__","审核状态":"constructor"'), 201],
    [
      'rows under __proto__',
      '{"__proto__":{"data":[{"断面名称":"朱沱","监测时间":"2026-11-04 04:00","pH":"7.8"}]}}',
      422,
    ],
    ['a length', object(',"length":"1","0":"2"'), 201],
  ])('%s', async (_, body, status) => {
    const answer = await sends(body, { contentType: 'application/json', headers: { 'idempotency-key': `k${before}` } })
    expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status })
    expect(calls.failures).toEqual([])
    expect(Object.hasOwn(Object.prototype, '断面名称')).toBe(false)
  })
})

test('a name twice in one object rejects its row alone', async () => {
  const body = `[{"断面名称":"朱沱","监测时间":"2026-11-05 04:00","pH":"7.8","pH":"7.9"},{"断面名称":"朱沱","监测时间":"2026-11-05 08:00","pH":"7.8"}]`
  const { receipt } = await jsonOf(await sends(body, { contentType: 'application/json' }), 201)
  expect(receipt.header).toMatchObject({ rows: 2, accepted: { count: 1 }, rejected: { count: 1 } })
})

test('bad rows fall alone: the good ones of the file count, and every row is accounted for', async () => {
  const rows = [
    row('朱沱', '2026-11-06 04:00', '2.1'),
    row('朱沱', '2026-11-06 08:00', '-2'),
    row('朱沱', '2026-11-06 04:00', '2.1'),
    row('无此', '2026-11-06 04:00', '2.1'),
    row('朱沱', '2062-11-06 04:00', '2.1'),
    row('朱沱', '2026-11-06 12:00', 'x'),
    row('晒网坝', '2026-11-06 04:00', '--'),
    ['朱沱', '2026-11-06 16:00'],
  ]
  const answer = await sends(csvOf(rows))
  const { receipt } = await jsonOf(answer, 201)
  expect(receipt.header).toMatchObject({ rows: 8, duplicates: 1, accepted: { count: 2 }, rejected: { count: 5 } })
  const { rejections, counts } = await jsonOf(await calls.read(cq(), `/v1/submissions/${idOf(answer)}/rejections`))
  expect(rejections.map((one: { row: number; type: string }) => [one.row, one.type])).toEqual([
    [3, 'value-out-of-range'],
    [5, 'section-unknown'],
    [6, 'time-in-future'],
    [7, 'value-not-a-number'],
    [9, 'cell-count'],
  ])
  expect(counts.in).toBe(counts.accepted + counts.rejected + counts.duplicates)
})
