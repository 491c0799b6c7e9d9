/** The browser's canonical form is the gateway's, held to the same published vectors (RFC 8785). */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonical as gatewayCanonical,
  isCanonical as gatewayIsCanonical,
  JCS_DEPTH,
} from '../../../../contracts/jcs.ts'
import { canonical, isCanonical } from '../../../../gateway/portal/browser/canonical.js'
import { describeShared, sharedPath } from '../../../shared.ts'

describeShared('the published RFC 8785 vectors, in the browser', () => {
  for (const name of ['arrays', 'french', 'structures', 'unicode', 'values', 'weird']) {
    test(name, () => {
      const input: unknown = JSON.parse(readFileSync(sharedPath('vectors/jcs/input', `${name}.json`), 'utf8'))
      const hex = readFileSync(sharedPath('vectors/jcs/outhex', `${name}.txt`), 'utf8').replace(/\s+/g, '')
      expect(Buffer.from(canonical(input), 'utf8').toString('hex')).toBe(hex)
    })
  }
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

describe('the canonical form in the browser', () => {
  test('sorts members by UTF-16 code unit (the sample of §3.2.3)', () => {
    const sample =
      '{"\\u20ac":"Euro","\\r":"CR","\\ufb33":"Hebrew","1":"One","\\ud83d\\ude00":"Grin","\\u0080":"Control","\\u00f6":"o"}'
    const names = [...canonical(JSON.parse(sample)).matchAll(/:"(\w+)"/g)].map((each) => each[1])
    expect(names).toEqual(['CR', 'One', 'Control', 'o', 'Euro', 'Grin', 'Hebrew'])
  })

  test('writes numbers as ECMAScript does (§3.2.2.3, appendix B)', () => {
    const sent: unknown = JSON.parse('[0,-0,1e21,1e-7,333333333.33333329,9007199254740993,5e-324,1E30,4.50]')
    expect(canonical(sent)).toBe('[0,0,1e+21,1e-7,333333333.3333333,9007199254740992,5e-324,1e+30,4.5]')
  })

  test('is the text the gateway makes of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const sent: unknown = JSON.parse(JSON.stringify(value))
        expect(canonical(sent)).toBe(gatewayCanonical(sent))
      }),
    )
  })

  test('judges texts as the gateway does', () => {
    const texts = [
      ' {}',
      '{"b":1,"a":2}',
      '{"a":2,"b":1}',
      '1.0',
      '-0',
      '"\\u0041"',
      '{"a":1,"a":1}',
      '',
      '{',
      'null',
      '"\ud800"',
      '"\\ud800"',
      '{"__proto__":{"a":1}}',
    ]
    for (const text of texts) expect(isCanonical(text), text).toBe(gatewayIsCanonical(text))
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(isCanonical(text)).toBe(gatewayIsCanonical(text))
      }),
    )
  })

  test.each<readonly [string, unknown]>([
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['a hole', new Array(3)],
    ['NaN', { a: Number.NaN }],
    ['an infinity', [Number.POSITIVE_INFINITY]],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['an object with toJSON', { toJSON: () => 1 }],
    ['a lone surrogate', ['\ud800']],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['nesting too deep', nested(JCS_DEPTH + 1)],
  ])('is refused for %s, as by the gateway', (_what, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
    expect(() => gatewayCanonical(value)).toThrow(TypeError)
  })

  test('is made of the deepest nesting the gateway takes', () => {
    expect(canonical(nested(JCS_DEPTH))).toBe(gatewayCanonical(nested(JCS_DEPTH)))
  })
})
