/** Ratings by 环办〔2011〕22号. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RatedSection, rateRiver, sectionRating } from '../../../adapters/standards/river-rating.ts'
import { GB3838_2002 } from '../../../contracts/standards/index.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'

const of = (...classes: WaterClass[]): RatedSection[] =>
  classes.map((waterClass) => ({ class: waterClass, values: {} }))
const times = (count: number, waterClass: WaterClass) => Array.from({ length: count }, () => waterClass)
const rate = (sections: readonly RatedSection[]) => rateRiver(sections, 'river', GB3838_2002)
const name = (sections: readonly RatedSection[]) => rate(sections)?.rating.title.zh

describe('a section', () => {
  test('is rated by its class', () => {
    const classes: WaterClass[] = [1, 2, 3, 4, 5, 6]
    expect(classes.map((waterClass) => sectionRating(waterClass).title.zh)).toEqual([
      '优',
      '优',
      '良好',
      '轻度污染',
      '中度污染',
      '重度污染',
    ])
    expect(sectionRating(6)).toMatchObject({ key: 'heavy', title: { en: 'Heavily polluted' }, colour: { en: 'red' } })
  })
})

describe('a river of five sections or more', () => {
  test.each<[string, WaterClass[], string]>([
    ['90 % of Ⅰ–Ⅲ is 优', [...times(9, 2), 6], '优'],
    ['just under 90 % is 良好', [...times(17, 3), ...times(2, 4)], '良好'],
    ['75 % is 良好, whatever the rest', [...times(6, 1), ...times(2, 6)], '良好'],
    ['under 75 % with under 20 % worse than Ⅴ is 轻度污染', [...times(4, 2), ...times(6, 5)], '轻度污染'],
    ['20 % worse than Ⅴ is 中度污染', [...times(7, 3), 5, ...times(2, 6)], '中度污染'],
    ['40 % worse than Ⅴ is 重度污染', [...times(5, 3), 5, ...times(4, 6)], '重度污染'],
    ['60 % of Ⅰ–Ⅲ with 40 % worse than Ⅴ is 重度污染', [3, 3, 3, 6, 6], '重度污染'],
    ['none of Ⅰ–Ⅲ is still 轻度污染 while none is worse than Ⅴ', times(5, 5), '轻度污染'],
  ])('%s', (_, classes, expected) => {
    expect(name(of(...classes))).toBe(expected)
  })

  test('counts the classes and says that shares decided', () => {
    expect(rate(of(1, 2, 2, 4, 6))).toMatchObject({
      method: 'shares',
      sections: 5,
      counts: { 1: 1, 2: 2, 3: 0, 4: 1, 5: 0, 6: 1 },
    })
  })

  test('ranks pollutants by the share of sections over class Ⅲ, three at most', () => {
    const values = [
      { tp: '0.25', cod: '22', nh3n: '1.2', bod5: '5' },
      { tp: '0.25', cod: '22', nh3n: '1.2' },
      { tp: '0.25', cod: '22' },
      { tp: '0.25', cod: '10' },
      { tp: '0.1', do: '7' },
      { tp: '0.1' },
    ]
    expect(rate(values.map((each) => ({ class: 4, values: each })))?.pollutants).toEqual([
      { item: 'tp', exceeding: 4, rate: '66.7', multiple: null },
      { item: 'cod', exceeding: 3, rate: '50.0', multiple: null },
      { item: 'nh3n', exceeding: 2, rate: '33.3', multiple: null },
    ])
  })

  test('every mix of classes has exactly one rating', () => {
    const classes = fc.array(fc.constantFrom<WaterClass>(1, 2, 3, 4, 5, 6), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(classes, (mix) => {
        const good = mix.filter((each) => each <= 3).length / mix.length
        const found = rate(of(...mix))?.rating.key
        if (good > 0.9) expect(found).toBe('excellent')
        if (good < 0.75) expect(['light', 'moderate', 'heavy']).toContain(found)
      }),
    )
  })
})

describe('a river of fewer than five sections', () => {
  test('is rated as the section its averages make', () => {
    const found = rate([
      { class: 2, values: { tp: '0.1', do: '7.0' } },
      { class: 6, values: { tp: '0.5', do: '6.0' } },
    ])
    expect(found).toEqual({
      method: 'mean',
      rating: expect.objectContaining({ key: 'light' }),
      class: 4,
      sections: 2,
      counts: { 1: 0, 2: 1, 3: 0, 4: 0, 5: 0, 6: 1 },
      pollutants: [{ item: 'tp', class: 4, multiple: '0.5' }],
    })
  })

  test('averages each item over the sections that have it', () => {
    const found = rate([
      { class: 1, values: { tp: '0.02' } },
      { class: 4, values: { tp: '0.02', cod: '30' } },
      { class: 1, values: { tp: '0.02' } },
    ])
    expect(found).toMatchObject({ class: 4, pollutants: [{ item: 'cod', multiple: '0.5' }] })
  })

  test('does not round the average before it meets the limit', () => {
    const thirds = (...tp: string[]) => rate(tp.map((value) => ({ class: 2, values: { tp: value } })))
    expect(thirds('0.1', '0.1', '0.1')).toMatchObject({ class: 2 })
    expect(thirds('0.1', '0.1', '0.10000000000000001')).toMatchObject({ class: 3 })
  })

  test('averages pH and dissolved oxygen, too', () => {
    expect(
      rate([
        { class: 6, values: { pH: '9.4' } },
        { class: 1, values: { pH: '8.6' } },
      ]),
    ).toMatchObject({ class: 1 })
  })
})

describe('a river with gaps', () => {
  test('counts only sections that have a class', () => {
    const blank: RatedSection = { class: null, values: { tp: '9' } }
    expect(rate([...of(1, 1, 1, 1, 1), blank])).toMatchObject({ sections: 5, method: 'shares' })
    expect(rate([{ class: 2, values: { tp: '0.1' } }, blank])).toMatchObject({ sections: 1, method: 'mean', class: 2 })
  })

  test('has no rating without a class or without a value', () => {
    expect(rate([])).toBeNull()
    expect(rate([{ class: null, values: {} }])).toBeNull()
    expect(rate(of(2, 2))).toBeNull()
  })
})
