import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../../adapters/formats/json.ts'
import { inspectJson, scanJson } from '../../../adapters/formats/json-scan.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Table } from '../../../adapters/types.ts'
import { limitsWith, refusal } from './helpers.ts'

const read = (value: unknown, limits = FORMAT_LIMITS): Table =>
  readJson(typeof value === 'string' ? value : JSON.stringify(value), limits)

describe('the shapes publishers use', () => {
  const rows = [
    { 断面名称: '朱沱', 水温: 18 },
    { 断面名称: '寸滩', 水温: null },
  ]
  const expected = {
    name: '',
    header: ['断面名称', '水温'],
    rows: [
      ['朱沱', 18],
      ['寸滩', null],
    ],
    firstRow: 1,
  }
  test('an array of flat objects; row n is its n-th element', () => {
    expect(read(rows)).toEqual(expected)
  })
  test.each(['data', 'rows', 'records'])('such an array under %s', (name) => {
    expect(read({ code: 0, page: { size: 2 }, [name]: rows })).toEqual(expected)
  })
  test('an envelope with thead and tbody, whose records is a number', () => {
    const table = read({
      result: 1,
      records: 1903,
      thead: ['断面名称', "水温<br/><span class='unit'>(℃)</span>"],
      tbody: [['朱沱', "<span title='原始值：16.48'>16.5</span>"]],
    })
    expect(table.header).toEqual(['断面名称', '水温(℃)'])
    expect(table.rows).toEqual([['朱沱', "<span title='原始值：16.48'>16.5</span>"]])
  })
  test('a header without rows is a table', () => {
    expect(read({ thead: ['a', 'b'], tbody: [] }).rows).toEqual([])
  })
  test('objects that differ: names in the order met, what is absent is null, each value under its own name', () => {
    expect(read([{ a: 1, b: 2 }, { b: 3, c: 4, a: 5 }, { c: 6 }])).toMatchObject({
      header: ['a', 'b', 'c'],
      rows: [
        [1, 2, null],
        [5, 3, 4],
        [null, null, 6],
      ],
    })
  })
  test('same names in another order', () => {
    expect(
      read([
        { a: 1, b: 2 },
        { b: 3, a: 4 },
      ]).rows,
    ).toEqual([
      [1, 2],
      [4, 3],
    ])
  })
  test('numbers keep the digits JavaScript writes', () => {
    expect(read('[{"a":0.030,"b":1e-7,"c":-0.0}]').rows[0]?.map(String)).toEqual(['0.03', '1e-7', '0'])
  })
  test.each(['{}', '[]', '{"data":{}}', '{"data":[]}', '{"records":3}', '{"thead":[1],"tbody":[]}', '[{}]', '[1,2]'])(
    '%s holds no table',
    (text) => {
      expect(refusal(() => read(text)).code).toBe('no-table')
    },
  )
})

describe('a row that cannot be read', () => {
  test.each([
    ['true', 'true'],
    ['[1]', 'array'],
    ['{"x":{"y":1}}', 'object'],
    ['1e999', 'Infinity'],
  ])('has a cell %s: a fault of that row and that column only', (value, found) => {
    const table = read(`[{"a":1,"b":2},{"a":1,"b":${value}},{"a":3,"b":4}]`)
    expect(table.rows).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(table.rows.map((_, i) => rowNumber(table, i))).toEqual([1, 3])
    expect(table.faults).toEqual([expect.objectContaining({ row: 2, code: 'cell-type', pointer: 'b', value: found })])
  })
  test('is no row at all', () => {
    expect(read('[{"a":1},7,null,"x",[1]]').faults?.map(({ row, code }) => [row, code])).toEqual([
      [2, 'row-shape'],
      [3, 'row-shape'],
      [4, 'row-shape'],
      [5, 'row-shape'],
    ])
    expect(read({ thead: ['a'], tbody: [{ a: 1 }, [2]] }).faults).toMatchObject([{ row: 1, code: 'row-shape' }])
  })
  test('has too many or too few cells for its thead', () => {
    const table = read({ thead: ['a', 'b'], tbody: [[1], [1, 2], [1, 2, 3]] })
    expect(table.rows).toEqual([[1, 2]])
    expect(table.faults?.map(({ row, code, value }) => [row, code, value])).toEqual([
      [1, 'cell-count', '1'],
      [3, 'cell-count', '3'],
    ])
  })
  test('repeats a name: which of the two values holds is not guessed', () => {
    const table = read('{"data":[{"a":1,"b":2},{"a":1,"\\u0061":9,"b":2},{"a":3,"b":4}]}')
    expect(table.rows).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(table.faults).toMatchObject([{ row: 2, code: 'name-repeated', pointer: 'a' }])
  })
  test('a repeated name is found beside faults of every other kind, and none is found where there is none', () => {
    const others = '{"a":{"x":[{"y":1}]},"b":2},[{"z":1}],{"b":5,"a":6}'
    expect(read(`[{"a":1,"b":2},${others}]`).faults?.map(({ code }) => code)).toEqual(['cell-type', 'row-shape'])
    expect(read(`[{"a":1,"b":2},${others},{"b":1,"b":1}]`).faults?.map(({ code }) => code)).toEqual([
      'cell-type',
      'row-shape',
      'name-repeated',
    ])
    expect(read(`{"meta":{"p":{"q":1}},"thead":["a"],"tbody":[[{"r":1}],[1,{"s":2}],{"t":3}]}`).faults).toHaveLength(3)
  })
  test('a name repeated outside the rows refuses the file', () => {
    const error = refusal(() => read('{"data":[{"a":1}],"data":[{"a":2}]}'))
    expect([error.code, error.pointer]).toEqual(['json-invalid', '/data'])
  })
  test('a member called __proto__ is a name like any other and changes nothing', () => {
    const table = read('[{"__proto__":"x","a":1},{"a":2,"__proto__":{"toString":1}},{"a":3}]')
    expect(table.header).toEqual(['__proto__', 'a'])
    expect(table.rows).toEqual([
      ['x', 1],
      [null, 3],
    ])
    expect(table.faults).toMatchObject([{ row: 2, pointer: '__proto__' }])
    expect(Object.hasOwn(Object.prototype, 'toString')).toBe(true)
    expect(typeof {}.toString).toBe('function')
  })
})

describe('text that is not whole', () => {
  const whole =
    '{"meta":{"t":true,"n":null,"f":false},"data":[{"断面":"朱\\u6c71\\n","ph":-7.95e+1},{"断面":"a","ph":0}]}'
  test('is truncated wherever it is cut', () => {
    for (let end = 1; end < whole.length; end += 1) {
      expect([end, refusal(() => read(whole.slice(0, end))).code]).toEqual([end, 'truncated'])
    }
    expect(read(whole).rows).toHaveLength(2)
  })
  test.each([
    ['[1 2]', 1, 4],
    ['[{"a":1},\n{"a":2,}]', 2, 8],
    ['[{"a":1}]x', 1, 10],
    ['[\n nope]', 2, 2],
    ["[{'a':1}]", 1, 3],
    ['{"a":1}\n{"a":2}', 2, 1],
    ['[{"a":"x\ty"}]', 1, 9],
    ['["\\q"]', 1, 3],
    ['[01]', 1, 3],
    ['[NaN]', 1, 2],
    ['[1,]', 1, 4],
    ['{"a" 1}', 1, 6],
  ])('%j is not JSON at line %i, column %i', (text, line, column) => {
    const error = refusal(() => read(text))
    expect(error.code).toBe('json-invalid')
    expect(error.detail.en).toBe(`not JSON at line ${line}, column ${column}`)
    expect(error.row).toBe(line)
  })
  test('the exact walk agrees with JSON.parse on what is JSON', () => {
    const soup = fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '\\', '1', '-', '.', 'e', 'true', 'null', ' ', '"a"'),
      )
      .map((parts) => parts.join(''))
    const json = fc.json()
    fc.assert(
      fc.property(fc.oneof(soup, json), (text) => {
        let valid = true
        try {
          JSON.parse(text)
        } catch {
          valid = false
        }
        expect(inspectJson(text).errorAt === null).toBe(valid)
      }),
      { numRuns: 2000 },
    )
  })
  test('the quick scan counts the members and finds the end of any JSON', () => {
    const members = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Object.values(value).reduce(
            (sum: number, inner) => sum + members(inner),
            Array.isArray(value) ? 0 : Object.keys(value).length,
          )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(scanJson(JSON.stringify(value), 1000)).toEqual({
          tooDeep: false,
          members: members(value),
          unclosed: false,
        })
      }),
    )
  })
})

describe('limits', () => {
  const limits = limitsWith({ rows: 2, columns: 2, cell: 4, depth: 4 })
  test('depth, exactly', () => {
    expect(read('{"x":[[[]]],"data":[{"a":1}]}', limits).rows).toHaveLength(1)
    expect(refusal(() => read('{"x":[[[[]]]],"data":[{"a":1}]}', limits)).code).toBe('too-deep')
    expect(read('{"x":"[[[[[[{{{{","data":[{"a":"\\"[["}]}', limits).rows).toHaveLength(1)
  })
  test('eight million opening brackets are refused at once', () => {
    const bomb = '['.repeat(8_000_000)
    const started = performance.now()
    expect(refusal(() => read(bomb)).code).toBe('too-deep')
    expect(performance.now() - started).toBeLessThan(100)
  })
  test('rows, exactly', () => {
    expect(read('[{"a":1},{"a":2}]', limits).rows).toHaveLength(2)
    expect(refusal(() => read('[{"a":1},{"a":2},{"a":3}]', limits))).toMatchObject({ code: 'too-many-rows', row: 3 })
  })
  test('columns, in one object, over several and in thead', () => {
    expect(refusal(() => read('[{"a":1,"b":2,"c":3}]', limits)).code).toBe('too-many-columns')
    expect(refusal(() => read('[{"a":1,"b":2},{"c":3}]', limits))).toMatchObject({ code: 'too-many-columns', row: 2 })
    expect(refusal(() => read('{"thead":["a","b","c"],"tbody":[]}', limits)).code).toBe('too-many-columns')
  })
  test('cells, naming row and column', () => {
    expect(read('[{"a":"1234"}]', limits).rows).toHaveLength(1)
    expect(refusal(() => read('[{"a":"x"},{"a":"12345"}]', limits))).toMatchObject({
      code: 'cell-too-long',
      row: 2,
      pointer: 'a',
    })
    expect(refusal(() => read('{"thead":["a"],"tbody":[["12345"]]}', limits))).toMatchObject({
      code: 'cell-too-long',
      row: 1,
      pointer: 'a',
    })
    expect(refusal(() => read('[{"12345":1}]', limits)).code).toBe('cell-too-long')
  })
})

test('any flat objects come back as they went, absent as null', () => {
  const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
  const rows = fc.array(fc.dictionary(fc.string(), cell, { maxKeys: 5 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, (objects) => {
      fc.pre(objects.some((object) => Object.keys(object).length > 0))
      const table = read(objects)
      expect(table.faults).toBeUndefined()
      expect(new Set(table.header)).toEqual(new Set(objects.flatMap((object) => Object.keys(object))))
      objects.forEach((object, i) => {
        table.header.forEach((name, column) => {
          const sent = Object.hasOwn(object, name) ? (object[name] ?? null) : null
          expect(table.rows[i]?.[column]).toEqual(Object.is(sent, -0) ? 0 : sent)
        })
      })
    }),
  )
})
