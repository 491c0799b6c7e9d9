/** Main pollutants by 环办〔2011〕22号, with the pattern printed by 达州 in October 2015. */
import { describe, expect, test } from 'vitest'
import {
  mainPollutants,
  parseExceedance,
  printPollutants,
  type SectionValues,
} from '../../../adapters/standards/water.ts'
import { GB3838_2002, type WaterBody } from '../../../contracts/standards/index.ts'

const CLASS_2 = { do: '6.0', codMn: '4.0', nh3n: '0.5', tp: '0.1' }
const printed = (values: SectionValues, waterBody: WaterBody = 'river') =>
  printPollutants(mainPollutants(values, waterBody, GB3838_2002))

describe('main pollutants of a section', () => {
  test.each<[string, SectionValues, string]>([
    ['class Ⅰ has none', { pH: '7.8', do: '8.0', codMn: '1.9', nh3n: '0.10', tp: '0.02' }, ''],
    ['class Ⅱ has none', CLASS_2, ''],
    ['class Ⅲ has none', { ...CLASS_2, do: '5.99' }, ''],
    ['multiples are rounded half to even', { ...CLASS_2, cod: '22', tp: '0.25' }, '总磷(0.2)、化学需氧量(0.1)'],
    [
      'the worst class comes first, then the larger multiple, and a fourth is dropped',
      { tp: '0.34', bod5: '6.0', nh3n: '1.2', cod: '22' },
      '总磷(0.7)、五日生化需氧量(0.5)、氨氮(0.2)',
    ],
    ['dissolved oxygen has no multiple', { ...CLASS_2, do: '1.9' }, '溶解氧'],
    ['nor has pH', { ...CLASS_2, pH: '9.5' }, 'pH'],
    ['items that do not make the class are never named', { ...CLASS_2, tn: '3.5', fc: '50000' }, ''],
    [
      'cyanide and heavy metals come first',
      { tp: '0.5', cod: '45', hg: '0.0005', cn: '0.3' },
      '氰化物(0.5)、汞(4.0)、总磷(1.5)',
    ],
    ['an item without a multiple follows those of its class', { do: '2.5', nh3n: '1.8' }, '氨氮(0.8)、溶解氧'],
    ['equal multiples follow the order of table 1', { tp: '0.24', cod: '24' }, '化学需氧量(0.2)、总磷(0.2)'],
    [
      'multiples too close for a binary fraction are told apart',
      { tp: '0.24000000000000000001', cod: '24' },
      '总磷(0.2)、化学需氧量(0.2)',
    ],
  ])('%s', (_, values, expected) => {
    expect(printed(values)).toBe(expected)
  })

  test('a lake is measured against its own limit', () => {
    expect(printed({ tp: '0.06' }, 'lake')).toBe('总磷(0.2)')
    expect(printed({ tp: '0.06' })).toBe('')
  })

  test('carry the class and the exact multiple', () => {
    expect(mainPollutants({ tp: '0.34', do: '2.5' }, 'river', GB3838_2002)).toEqual([
      { item: 'tp', class: 5, multiple: '0.7' },
      { item: 'do', class: 5, multiple: null },
    ])
  })

  test('a value that is no decimal is refused', () => {
    expect(() => printed({ tp: '0,25' })).toThrow(TypeError)
  })
})

describe('parseExceedance', () => {
  test('reads the Sichuan form with classes and multiples', () => {
    expect(
      parseExceedance('总磷(V,超标 0.7 倍) 生化需氧量(V,超标0.5倍) 氨氮(IV,超标0.2倍) 化学需氧量(IV,超标0.1倍)'),
    ).toEqual([
      { item: 'tp', class: 5, multiple: '0.7' },
      { item: 'bod5', class: 5, multiple: '0.5' },
      { item: 'nh3n', class: 4, multiple: '0.2' },
      { item: 'cod', class: 4, multiple: '0.1' },
    ])
  })

  test('reads a class alone, a multiple alone and a bare name', () => {
    expect(parseExceedance('化学需氧量(IV)')).toEqual([{ item: 'cod', class: 4, multiple: null }])
    expect(parseExceedance('高锰酸盐指数（1.2）、溶解氧')).toEqual([
      { item: 'codMn', class: null, multiple: '1.2' },
      { item: 'do', class: null, multiple: null },
    ])
  })

  test('reads multiples after a slash', () => {
    expect(parseExceedance('氨氮/1.3、总磷/0.6')).toEqual([
      { item: 'nh3n', class: null, multiple: '1.3' },
      { item: 'tp', class: null, multiple: '0.6' },
    ])
  })

  test('reads names that have brackets of their own', () => {
    expect(parseExceedance('铬（六价）（劣Ⅴ类，0.5）；氟化物(以F⁻计)')).toEqual([
      { item: 'cr6', class: 6, multiple: '0.5' },
      { item: 'fluoride', class: null, multiple: null },
    ])
  })

  test('reads back what is printed', () => {
    const found = mainPollutants({ tp: '0.34', bod5: '6.0', do: '2.5', hg: '0.0005' }, 'river', GB3838_2002)
    expect(parseExceedance(printPollutants(found))).toEqual(
      found.map(({ item, multiple }) => ({ item, class: null, multiple })),
    )
  })

  test.each(['', '/', '——', '--', '无', ' '])('reads the empty mark %j as null', (text) => {
    expect(parseExceedance(text)).toBeNull()
  })

  test.each(['总砷酸(0.2)', '总磷(很多)', '总磷(V,IV)', '总磷/', '总磷(0.2', ')总磷('])('cannot read %j', (text) => {
    expect(parseExceedance(text)).toBeUndefined()
  })

  test('does not read texts past 1,000 characters', () => {
    expect(parseExceedance('总磷、'.repeat(400))).toBeUndefined()
  })
})
