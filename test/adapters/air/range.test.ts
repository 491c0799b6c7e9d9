/** Ranges of the AQI and of classes, in every way both sides write them (standards §9 row 11). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAqiRange, parseClasses, parseNumbers } from '../../../adapters/air/range.ts'

describe('an AQI range', () => {
  test.each([
    '74~104',
    '74～104',
    '74-104',
    '74—104',
    '74——104',
    '74–104',
    '74－104',
    '74−104',
    '74至104',
    '74到104',
    ' 74 ~ 104 ',
    '７４～１０４',
    '89±15',
  ])('is read from %j', (text) => {
    expect(parseAqiRange(text)).toEqual({ from: 74, to: 104 })
  })

  test('of one figure has it at both ends', () => expect(parseAqiRange('85')).toEqual({ from: 85, to: 85 }))

  test('keeps its ends as written, whatever their order and size', () => {
    expect(parseAqiRange('104~74')).toEqual({ from: 104, to: 74 })
    expect(parseAqiRange('480~620')).toEqual({ from: 480, to: 620 })
    expect(parseAqiRange('10±15')).toEqual({ from: -5, to: 25 })
  })

  test.each([
    '',
    '约80',
    '74~',
    '~104',
    '74~104~120',
    '74.5~104',
    '-74',
    '七十四',
    '74 104',
    '80以下',
    '1e2',
    '89.5±15',
  ])('is not read from %j', (text) => expect(parseAqiRange(text)).toBeNull())

  test('of concentrations keeps its digits', () => {
    expect(parseNumbers('0.80～1.2')).toEqual({ from: '0.80', to: '1.2' })
    expect(parseNumbers('35')).toEqual({ from: '35', to: '35' })
    expect(parseNumbers('35左右')).toBeNull()
  })

  test('printed with any mark is read as itself', () => {
    const mark = fc.constantFrom('~', '～', '-', '—', '——', '–', '－', '至', '到', ' ~ ')
    fc.assert(
      fc.property(fc.nat({ max: 999_999 }), fc.nat({ max: 999_999 }), mark, (from, to, sign) => {
        expect(parseAqiRange(`${from}${sign}${to}`)).toEqual({ from, to })
      }),
    )
  })
})

describe('a span of classes', () => {
  test.each([
    ['优', 1, 1],
    ['良', 2, 2],
    ['轻度污染', 3, 3],
    ['轻度', 3, 3],
    ['中度污染', 4, 4],
    ['重度污染', 5, 5],
    ['严重污染', 6, 6],
    ['三级', 3, 3],
    ['Ⅲ级', 3, 3],
    ['3级', 3, 3],
    ['优或良', 1, 2],
    ['优到良', 1, 2],
    ['优至良', 1, 2],
    ['优、良', 1, 2],
    ['优/良', 1, 2],
    ['优良', 1, 2],
    ['优~良', 1, 2],
    ['优 — 良', 1, 2],
    ['良至轻度污染', 2, 3],
    ['良-轻度污染', 2, 3],
    ['轻度污染至良', 2, 3],
    ['良转轻度污染', 2, 3],
    ['轻至中度污染', 3, 4],
    ['轻度至中度污染', 3, 4],
    ['中至重度污染', 4, 5],
    ['重度至严重污染', 5, 6],
    ['二级至三级', 2, 3],
    ['Ⅱ级~Ⅲ级', 2, 3],
  ])('is read from %s', (text, min, max) => {
    expect(parseClasses(text)).toEqual({ max, min })
  })

  test.each(['', '较好', '优至', '至良', '优至良至轻度污染', '污染', 'Ⅶ级', '七级', '0级', '良好转差'])(
    'is not read from %j',
    (text) => expect(parseClasses(text)).toBeUndefined(),
  )

  test('printed from any two classes is read as itself', () => {
    const names = ['优', '良', '轻度污染', '中度污染', '重度污染', '严重污染']
    const grade = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(grade, grade, fc.constantFrom('至', '或', '到', '~', '—', '、', '/', '转'), (a, b, between) => {
        const found = parseClasses(`${names[a - 1]}${between}${names[b - 1]}`)
        expect(found).toEqual({ max: Math.max(a, b), min: Math.min(a, b) })
      }),
    )
  })
})
