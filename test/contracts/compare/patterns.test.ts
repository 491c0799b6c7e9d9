/** Patterns as languages: parsed and searched, judged by the expressions of the runtime. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../contracts/compare/regex/language.ts'
import { parsePattern } from '../../../contracts/compare/regex/parse.ts'
import { patternLanguage } from '../../../contracts/compare/regex/pattern.ts'
import { ALL, CLASSES, common, has, inverse, normal } from '../../../contracts/compare/regex/ranges.ts'
import { findText } from '../../../contracts/compare/regex/search.ts'

/** The shortest text that `inside` match and `outside` do not. */
function search(inside: readonly string[], outside: readonly string[] = []): ReturnType<typeof findText>['found'] {
  const make = languages()
  const read = (pattern: string) => {
    const language = patternLanguage(pattern, make)
    if (!language) throw new Error(`${pattern} has no language`)
    return language
  }
  return findText(inside.map(read), outside.map(read), make).found
}

describe('sets of code points', () => {
  test('join where they touch and invert without surrogates', () => {
    expect(normal([5, 9, 1, 3, 4, 4])).toEqual([1, 9])
    expect(inverse([0, 96, 123, 0x10ffff])).toEqual([97, 122])
    expect(has(ALL, 0xd800)).toBe(false)
    expect(common([1, 5, 8, 9], [4, 8])).toEqual([4, 5, 8, 8])
  })

  test.each(Object.entries(CLASSES))('the class %s has what the runtime says it has', (name, ranges) => {
    const expression = new RegExp(`^${name === '.' ? '.' : `\\${name}`}$`, 'u')
    const wrong: number[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      if (has(ranges, point) !== expression.test(String.fromCodePoint(point))) wrong.push(point)
    }
    expect(wrong).toEqual([])
  })
})

describe('the shortest text of a pattern', () => {
  test.each([
    ['^a{2,3}$', 'aa'],
    ['a|bb', 'a'],
    ['^(?:cq|sc)-\\S+$', 'cq-a'],
    ['^[^a-z]$', '0'],
    ['^(?<year>\\d{4})$', '0000'],
    ['^a+?b*?$', 'a'],
    ['^\\u{6e1d}\\x41\\t$', '渝A\t'],
    ['(^x|y$)', 'x'],
    ['^[\\]\\-a]$', 'a'],
    ['^$', ''],
    ['', ''],
  ])('%s: %j', (pattern, text) => {
    expect(search([pattern])).toEqual({ text })
    expect(new RegExp(pattern, 'u').test(text)).toBe(true)
  })

  test('there is none where patterns contradict', () => {
    expect(search(['^a', '^b'])).toBe('none')
    expect(search(['^a*$'], ['^a*$'])).toBe('none')
    expect(search(['^(a|b)*$'], ['^[ab]*$'])).toBe('none')
  })

  test('a day of GB/T 7408 as two ways to write it', () => {
    const [loose, strict] = ['^\\d{4}-\\d{2}-\\d{2}$', '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$']
    expect(search([strict], [loose])).toBe('none')
    expect(search([loose], [strict])).toEqual({ text: '0000-00-00' })
  })

  test('what grows without bound is given up, and said so', () => {
    expect(search(['^(a|b)*a(a|b){14}$'], ['^(b|a)*a(b|a){14}$'])).toBe('unknown')
  })
})

describe('patterns that have no language here', () => {
  test.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(a)\\1',
    '\\bword',
    '\\p{L}',
    'a**',
    '[b-a]',
    '(',
    ')',
    'a{2,1}',
    '{',
    '^*',
  ])('%s', (pattern) => {
    expect(parsePattern(pattern)).toBeUndefined()
  })

  test.each(['a^b', 'a$b', '(?:^a)+'])('%s, whose edges stand inside', (pattern) => {
    expect(patternLanguage(pattern, languages())).toBeUndefined()
  })
})

describe('any pattern', () => {
  const letter = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', '\\w', '\\S', '1', '\\.', '[a-c1]')
  const piece = fc.oneof(
    letter,
    fc.tuple(letter, fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{2,}', '*?')).map((parts) => parts.join('')),
    fc.tuple(letter, letter).map(([one, other]) => `(?:${one}|${other}b)`),
    fc.tuple(letter, letter).map(([one, other]) => `(${one}${other})*`),
  )
  const pattern = fc
    .tuple(fc.constantFrom('', '^'), fc.array(piece, { maxLength: 4 }), fc.constantFrom('', '$'))
    .map(([start, pieces, end]) => start + pieces.join('') + end)
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', ' ', '\n', '渝'), maxLength: 6 })

  test('has the texts that the runtime matches, and no others', () => {
    fc.assert(
      fc.property(pattern, text, (one, value) => {
        const make = languages()
        const language = patternLanguage(one, make)
        if (!language) throw new Error(`${one} has no language`)
        const rest = [...value].reduce((now, point) => make.after(now, point.codePointAt(0) ?? 0), language)
        expect(rest.nullable).toBe(new RegExp(one, 'u').test(value))
      }),
      { numRuns: 2000 },
    )
  })

  test('set against another: a text of the one only, or the proof that there is none', () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(text, { maxLength: 20 }), (one, other, probes) => {
        const [inside, outside] = [new RegExp(one, 'u'), new RegExp(other, 'u')]
        const found = search([one], [other])
        if (typeof found === 'object')
          expect([inside.test(found.text), outside.test(found.text)]).toEqual([true, false])
        else for (const value of probes) expect(inside.test(value) && !outside.test(value)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
