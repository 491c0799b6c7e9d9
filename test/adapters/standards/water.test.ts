/** Classes by GB 3838-2002 table 1, worked by hand from its limits. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, itemClass } from '../../../adapters/standards/water.ts'
import { GB3838_2002 } from '../../../contracts/standards/index.ts'
import type { Result, ResultQualifier, WaterItem } from '../../../contracts/water-section-quality/record.ts'

type Figures = Partial<Record<WaterItem, number>>

function results(figures: Figures, qualifier: ResultQualifier | null = null): Partial<Record<WaterItem, Result>> {
  return Object.fromEntries(
    Object.entries(figures).map(([item, value]) => [item, { qualifier, reported: String(value), unit: 'mg/L', value }]),
  )
}

const river = (figures: Figures) => assess(results(figures), 'river', GB3838_2002)
const CLASS_1 = { pH: 7.8, do: 8.0, codMn: 1.9, nh3n: 0.1, tp: 0.02 }
const CLASS_2 = { do: 6.0, codMn: 4.0, nh3n: 0.5, tp: 0.1 }

describe('the class of a section', () => {
  test.each<[string, Figures, number, WaterItem[]]>([
    ['every item at class Ⅰ', CLASS_1, 1, []],
    ['total phosphorus just over the limit of Ⅰ', { ...CLASS_1, tp: 0.021 }, 2, ['tp']],
    ['four items at the limit of Ⅱ', CLASS_2, 2, ['codMn', 'do', 'nh3n', 'tp']],
    ['dissolved oxygen just under the limit of Ⅱ', { ...CLASS_2, do: 5.99 }, 3, ['do']],
    ['COD 22 and total phosphorus 0.25', { ...CLASS_2, cod: 22, tp: 0.25 }, 4, ['cod', 'tp']],
    ['total phosphorus 0.34 over three items of Ⅳ', { tp: 0.34, bod5: 6.0, nh3n: 1.2, cod: 22 }, 5, ['tp']],
    ['dissolved oxygen 1.9', { ...CLASS_2, do: 1.9 }, 6, ['do']],
  ])('%s', (_, figures, computed, determining) => {
    expect(river(figures)).toMatchObject({ computed, determining })
  })

  test('total nitrogen, faecal coliforms and water temperature do not change it', () => {
    const found = river({ ...CLASS_2, tn: 3.5, fc: 50000, waterTemp: 35 })
    expect(found).toEqual({
      computed: 2,
      items: ['codMn', 'do', 'nh3n', 'tp'],
      determining: ['codMn', 'do', 'nh3n', 'tp'],
    })
  })

  test('a lake has its own limits of total phosphorus', () => {
    expect(assess(results({ tp: 0.06 }), 'lake', GB3838_2002)).toMatchObject({ computed: 4, determining: ['tp'] })
    expect(river({ tp: 0.06 })).toMatchObject({ computed: 2 })
  })

  test('of two classes that share a limit the better is given', () => {
    expect(river({ cod: 15 }).computed).toBe(1)
    expect(river({ cod: 15.1 }).computed).toBe(3)
    expect(river({ cd: 0.005 }).computed).toBe(2)
    expect(river({ cu: 1.01 }).computed).toBe(6)
  })

  test('pH from 6 to 9 is Ⅰ, outside worse than Ⅴ', () => {
    expect([5.99, 6, 9, 9.01].map((pH) => river({ pH }).computed)).toEqual([6, 1, 1, 6])
  })

  test('without an item that counts there is none', () => {
    expect(river({})).toEqual({ computed: null, items: [], determining: [] })
    expect(river({ tn: 1, conductivity: 400 }).computed).toBeNull()
  })

  test('comes from the value, not from the rounded digits', () => {
    const result: Result = { qualifier: null, reported: '0.100', unit: 'mg/L', value: 0.1004 }
    expect(assess({ tp: result }, 'river', GB3838_2002).computed).toBe(3)
  })

  test.each<[ResultQualifier, number | null]>([
    ['<', 2],
    ['L', 2],
    ['ND', null],
    ['missing', null],
    ['not-monitored', null],
  ])('a figure marked %s counts at its limit or not at all', (qualifier, computed) => {
    expect(assess(results({ tp: 0.025 }, qualifier), 'river', GB3838_2002).computed).toBe(computed)
  })

  test('a value that is null is left out whatever its mark', () => {
    const result: Result = { qualifier: 'L', reported: 'L', unit: 'mg/L', value: null }
    expect(assess({ tp: result }, 'river', GB3838_2002).items).toEqual([])
  })

  test('a value that is not finite is refused, never taken for the worst class', () => {
    expect(() => river({ tp: Number.NaN })).toThrow(TypeError)
    expect(() => itemClass('do', Number.POSITIVE_INFINITY, 'river', GB3838_2002)).toThrow(TypeError)
  })

  test('is the worst of the items’ classes', () => {
    const figure = fc.double({ min: 0, max: 50, noNaN: true })
    const some = fc.record({ tp: figure, do: figure, cod: figure, pH: figure, hg: figure }, { requiredKeys: [] })
    fc.assert(
      fc.property(some, fc.constantFrom('river' as const, 'lake' as const), (figures, waterBody) => {
        const classes = Object.entries(figures).map(([item, value]) => {
          const key = GB3838_2002.items.find((entry) => entry.key === item)?.key
          return key === undefined ? null : itemClass(key, value, waterBody, GB3838_2002)
        })
        const worst = classes.reduce<number | null>((most, found) => Math.max(most ?? 0, found ?? 0), null)
        expect(assess(results(figures), waterBody, GB3838_2002).computed).toBe(worst)
      }),
    )
  })
})

describe('the class of an item', () => {
  const limited = GB3838_2002.items.filter((item) => item.direction === 'upper' || item.direction === 'lower')

  test('never betters as an upper-limit item rises or dissolved oxygen falls', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...limited),
        fc.constantFrom('river' as const, 'lake' as const),
        fc.double({ min: 0, max: 50_000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (item, waterBody, value, share) => {
          const low = itemClass(item.key, value * share, waterBody, GB3838_2002)
          const high = itemClass(item.key, value, waterBody, GB3838_2002)
          if (low === null || high === null) return
          if (item.direction === 'upper') expect(low).toBeLessThanOrEqual(high)
          else expect(high).toBeLessThanOrEqual(low)
        },
      ),
    )
  })

  test('at each limit is the best class that has it', () => {
    for (const { key, limits } of limited) {
      for (const waterBody of ['river', 'lake'] as const) {
        const row = waterBody === 'lake' ? (limits.lake ?? limits.river) : limits.river
        row?.forEach((limit) => {
          expect(itemClass(key, Number(limit), waterBody, GB3838_2002), `${key} ${limit}`).toBe(row.indexOf(limit) + 1)
        })
      }
    }
  })

  test('is null where the standard has no limits for the water body', () => {
    expect(itemClass('tn', 3.5, 'river', GB3838_2002)).toBeNull()
    expect(itemClass('tn', 3.5, 'lake', GB3838_2002)).toBe(6)
    expect(itemClass('waterTemp', 20, 'river', GB3838_2002)).toBeNull()
    expect(itemClass('flow', 20, 'river', GB3838_2002)).toBeNull()
  })
})
