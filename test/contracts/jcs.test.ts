import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, isCanonical, JCS_DEPTH, parseCanonical } from '../../contracts/jcs.ts'
import { describeShared, sharedPath } from '../shared.ts'

describeShared('the published RFC 8785 vectors', () => {
  for (const name of ['arrays', 'french', 'structures', 'unicode', 'values', 'weird']) {
    test(name, () => {
      const input: unknown = JSON.parse(readFileSync(sharedPath('vectors/jcs/input', `${name}.json`), 'utf8'))
      const hex = readFileSync(sharedPath('vectors/jcs/outhex', `${name}.txt`), 'utf8').replace(/\s+/g, '')
      expect(Buffer.from(canonical(input), 'utf8').toString('hex')).toBe(hex)
    })
  }
})

describe('RFC 8785', () => {
  test('members sort by UTF-16 code unit (the sample of §3.2.3)', () => {
    const sample =
      '{"\\u20ac":"Euro","\\r":"CR","\\ufb33":"Hebrew","1":"One","\\ud83d\\ude00":"Grin","\\u0080":"Control","\\u00f6":"o"}'
    const names = [...canonical(JSON.parse(sample)).matchAll(/:"(\w+)"/g)].map((each) => each[1])
    expect(names).toEqual(['CR', 'One', 'Control', 'o', 'Euro', 'Grin', 'Hebrew'])
  })
  test('numbers are written as ECMAScript writes them (§3.2.2.3, appendix B)', () => {
    const sent: unknown = JSON.parse('[0,-0,1e21,1e-7,333333333.33333329,9007199254740993,5e-324,1E30,4.50]')
    expect(canonical(sent)).toBe('[0,0,1e+21,1e-7,333333333.3333333,9007199254740992,5e-324,1e+30,4.5]')
  })
  test('a canonical text is a fixed point, and the values agree', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        expect(isCanonical(text)).toBe(true)
        expect(canonical(JSON.parse(text))).toBe(text)
      }),
    )
  })
})

describe('what is not canonical', () => {
  test('spaces, other orders, other spellings, doubled members, a byte order mark, no JSON at all', () => {
    const texts = [
      ' {}',
      '{} ',
      '{"b":1,"a":2}',
      '1.0',
      '-0',
      '"\\u0041"',
      '"\\/"',
      '{"a":1,"a":1}',
      '{"a":1,"a":2}',
      '\ufeff{}',
      '',
      '{',
      'undefined',
      '1e3',
    ]
    for (const text of texts) expect(isCanonical(text), text).toBe(false)
  })
  test('lone surrogates, as text or escaped', () => {
    for (const text of ['"\ud800"', '"\\ud800"', '{"\\udc00":1}']) expect(isCanonical(text)).toBe(false)
  })
  test('null is a value like another', () => {
    expect(parseCanonical('null')).toBeNull()
    expect(isCanonical('null')).toBe(true)
  })
  test('a member named __proto__ is data', () => expect(isCanonical('{"__proto__":{"a":1}}')).toBe(true))
})

describe('canonical throws TypeError on', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const holes: unknown[] = [1]
  holes[2] = 3
  const refused: readonly (readonly [string, unknown])[] = [
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['an undefined element', [undefined]],
    ['a hole', holes],
    ['NaN', { a: Number.NaN }],
    ['an infinity', [Number.POSITIVE_INFINITY]],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['a cycle', cyclic],
  ]
  for (const [title, value] of refused) test(title, () => expect(() => canonical(value)).toThrow(TypeError))

  test('nesting beyond the limit, without exhausting the stack', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(isCanonical(nested(JCS_DEPTH))).toBe(true)
    expect(isCanonical(nested(JCS_DEPTH + 1))).toBe(false)
    expect(isCanonical(nested(200_000))).toBe(false)
  })
})
