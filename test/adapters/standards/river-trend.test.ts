import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { riverTrend, sectionTrend } from '../../../adapters/standards/river-trend.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'

describe('a section', () => {
  // Ratings by class: Ⅰ and Ⅱ 优, Ⅲ 良好, Ⅳ 轻度污染, Ⅴ 中度污染, 劣Ⅴ 重度污染. One step 有所, two and more 明显.
  test.each<[WaterClass, WaterClass, string]>([
    [2, 2, 'unchanged'],
    [1, 2, 'unchanged'],
    [2, 1, 'unchanged'],
    [3, 2, 'somewhat-better'],
    [3, 1, 'somewhat-better'],
    [2, 3, 'somewhat-worse'],
    [4, 2, 'markedly-better'],
    [4, 3, 'somewhat-better'],
    [6, 5, 'somewhat-better'],
    [6, 4, 'markedly-better'],
    [1, 6, 'markedly-worse'],
    [3, 5, 'markedly-worse'],
    [5, 6, 'somewhat-worse'],
  ])('from class %i to %i is %s', (before, after, trend) => {
    expect(sectionTrend(before, after)).toBe(trend)
  })
})

const classes = (list: readonly (WaterClass | null)[]) => new Map(list.map((one, at) => [`s${at}`, one]))
const many = (count: number, waterClass: WaterClass): WaterClass[] => Array.from({ length: count }, () => waterClass)

describe('a river', () => {
  test('of ten sections with one more of Ⅰ–Ⅲ is not markedly changed: 10 points', () => {
    const found = riverTrend(classes([...many(8, 2), 4, 4]), classes([...many(9, 2), 4]))
    expect(found).toEqual({
      trend: 'unchanged',
      compared: 10,
      apart: 0,
      before: { good: 8, worst: 0 },
      after: { good: 9, worst: 0 },
      points: '10.0',
    })
  })

  test('is somewhat better from above 10 points: one of nine sections is 11.1', () => {
    const found = riverTrend(classes([...many(7, 3), 4, 5]), classes([...many(8, 3), 5]))
    expect([found.trend, found.points]).toEqual(['somewhat-better', '11.1'])
  })

  test('is somewhat better at exactly 20 points, markedly above', () => {
    // Five sections, one more of Ⅰ–Ⅲ: 20 points.
    expect(riverTrend(classes([2, 2, 2, 4, 4]), classes([2, 2, 2, 2, 4])).trend).toBe('somewhat-better')
    // Nine sections, two more: 22.2 points.
    const found = riverTrend(classes([...many(6, 2), 4, 4, 4]), classes([...many(8, 2), 4]))
    expect([found.trend, found.points]).toEqual(['markedly-better', '22.2'])
  })

  test('counts a section that leaves Ⅰ–Ⅲ for worse than Ⅴ twice, once in each share', () => {
    // Ten sections: ΔG = −10, ΔD = +10, ΔG − ΔD = −20.
    const found = riverTrend(classes(many(10, 3)), classes([...many(9, 3), 6]))
    expect([found.trend, found.points]).toEqual(['somewhat-worse', '-20.0'])
    // Nine: ΔG = −11.1, ΔD = +11.1: −22.2.
    const nine = riverTrend(classes(many(9, 3)), classes([...many(8, 3), 6]))
    expect([nine.trend, nine.points]).toEqual(['markedly-worse', '-22.2'])
  })

  test('is not changed by classes that stay within Ⅰ–Ⅲ, or between Ⅳ and Ⅴ', () => {
    expect(riverTrend(classes([1, 1, 2, 4, 4]), classes([3, 3, 3, 5, 5])).trend).toBe('unchanged')
  })

  test('of fewer than five sections with a class in both periods is not told by shares', () => {
    const found = riverTrend(classes([2, 2, 2, 4]), classes([2, 2, 2, 2]))
    expect([found.trend, found.compared, found.points]).toEqual([null, 4, '25.0'])
    expect(riverTrend(classes([]), classes([]))).toMatchObject({ trend: null, compared: 0, points: null })
  })

  test('compares only sections that have a class in both periods, and counts the others', () => {
    const before = classes([2, 2, 2, 2, 2, null, 6])
    const after = classes([2, 2, 2, 2, 2, 6, null])
    expect(riverTrend(before, after)).toMatchObject({ trend: 'unchanged', compared: 5, apart: 2 })
    // A section only one period knows of.
    expect(riverTrend(new Map([...before, ['new', 6]]), after)).toMatchObject({ compared: 5, apart: 3 })
  })

  const some = fc.array(fc.constantFrom<WaterClass>(1, 2, 3, 4, 5, 6), { minLength: 5, maxLength: 30 })
  test('turned about, a change for the better is one for the worse, as large', () => {
    const turned = { better: 'worse', worse: 'better' } as const
    fc.assert(
      fc.property(some, some, (one, other) => {
        const size = Math.min(one.length, other.length)
        const [a, b] = [classes(one.slice(0, size)), classes(other.slice(0, size))]
        const [there, back] = [riverTrend(a, b).trend, riverTrend(b, a).trend]
        expect(back).toBe(
          there?.replace(/better|worse/, (word) => turned[word === 'better' ? 'better' : 'worse']) ?? null,
        )
      }),
    )
  })
})
