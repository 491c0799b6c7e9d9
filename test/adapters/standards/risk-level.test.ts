/** HJ 941-2018, worked by hand from its text (standards §5.1): Q, M and E, all 36 cells of the matrix, the higher of two, one level up after a penalty. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  airSensitivity,
  belowBoundarySensitivity,
  mediumLevel,
  overallLevel,
  printRatio,
  processPoints,
  processType,
  quantityBand,
  quantityRatio,
} from '../../../adapters/standards/risk-level.ts'
import {
  type ProcessType,
  type QuantityBand,
  RISK_LEVELS,
  type RiskLevel,
  type Sensitivity,
} from '../../../contracts/standards/risk-types.ts'

/** The matrix as the standard prints it, entered here a second time. */
const MATRIX = `
E1 Q1 较大 较大 重大 重大
E1 Q2 较大 重大 重大 重大
E1 Q3 重大 重大 重大 重大
E2 Q1 一般 较大 较大 重大
E2 Q2 较大 较大 重大 重大
E2 Q3 较大 重大 重大 重大
E3 Q1 一般 一般 较大 较大
E3 Q2 一般 较大 较大 重大
E3 Q3 较大 较大 重大 重大`
const LEVEL: Readonly<Record<string, RiskLevel>> = { 一般: 'general', 较大: 'large', 重大: 'major' }
const E: Readonly<Record<string, Sensitivity>> = { E1: 1, E2: 2, E3: 3 }
const Q: Readonly<Record<string, QuantityBand>> = { Q1: 1, Q2: 2, Q3: 3 }
const M: readonly ProcessType[] = [1, 2, 3, 4]

const band = (...stocks: readonly (readonly [string, string])[]) =>
  quantityBand(quantityRatio(stocks.map(([quantity, threshold]) => ({ quantity, threshold }))))

describe('Q', () => {
  test.each([
    ['0', '5', 0],
    ['4.999999', '5', 0],
    ['5', '5', 1],
    ['5.0', '5.00', 1],
    ['49.9999', '5', 1],
    ['50', '5', 2],
    ['499.999', '5', 2],
    ['500', '5', 3],
    ['1000000', '0.25', 3],
  ])('%s t over a threshold of %s t is Q%i', (quantity, threshold, expected) => {
    expect(band([quantity, threshold])).toBe(expected)
  })

  test('sums over the substances: 液氨 12.5/5, 苯 8/10, 硫酸 60/10 make 2.5 + 0.8 + 6 = 9.3, Q1', () => {
    const ratio = quantityRatio([
      { quantity: '12.5', threshold: '5' },
      { quantity: '8', threshold: '10' },
      { quantity: '60', threshold: '10' },
    ])
    expect(printRatio(ratio)).toBe('9.3000')
    expect(quantityBand(ratio)).toBe(1)
  })

  test('is exact where binary fractions are not: ten tenths are 1, and Q1', () => {
    const tenths = Array.from({ length: 10 }, (): readonly [string, string] => ['0.1', '1'])
    expect(tenths.reduce((sum, [quantity]) => sum + Number(quantity), 0)).toBeLessThan(1)
    expect(band(...tenths)).toBe(1)
  })

  test('is exact where no decimal is: three thirds are 1', () => {
    expect(band(['1', '3'], ['1', '3'], ['1', '3'])).toBe(1)
    expect(band(['1', '3'], ['1', '3'], ['0.9999999', '3'])).toBe(0)
  })

  test('is banded before it is rounded: 0.99999 prints as 1.0000 and stays Q0', () => {
    const ratio = quantityRatio([{ quantity: '99999', threshold: '100000' }])
    expect([printRatio(ratio), quantityBand(ratio)]).toEqual(['1.0000', 0])
  })

  test('of no substance is 0', () => expect([band(), printRatio(quantityRatio([]))]).toEqual([0, '0.0000']))

  test.each([
    ['-1', '5'],
    ['1', '0'],
    ['1', '-5'],
    ['a', '5'],
    ['1', ''],
  ])('of %s over %s is no ratio', (quantity, threshold) => {
    expect(() => quantityRatio([{ quantity, threshold }])).toThrow(TypeError)
  })

  test('does not depend on the order, and no substance lowers it', () => {
    const amount = fc.integer({ min: 0, max: 999_999 }).map((n) => (n / 100).toFixed(2))
    const stock = fc.record({ quantity: amount, threshold: amount.filter((text) => Number(text) > 0) })
    fc.assert(
      fc.property(fc.array(stock, { maxLength: 8 }), stock, (stocks, more) => {
        const whole = quantityRatio([...stocks, more])
        const reversed = quantityRatio([more, ...stocks.toReversed()])
        expect(whole.numerator * reversed.denominator).toBe(reversed.numerator * whole.denominator)
        expect(quantityBand(whole)).toBeGreaterThanOrEqual(quantityBand(quantityRatio(stocks)))
      }),
    )
  })
})

describe('M', () => {
  test.each([
    ['0', 1],
    ['24.9', 1],
    ['25', 2],
    ['44.99', 2],
    ['45', 3],
    ['60', 3],
    ['64.999', 3],
    ['65', 4],
    ['100', 4],
  ])('%s points are M%i; 60 is M3, not the M4 of the 2014 guide', (score, expected) => {
    expect(processType(score)).toBe(expected)
  })

  test.each(['-1', '100.1', '', 'M2', 'NaN'])('%j is no score', (score) => expect(processType(score)).toBeUndefined())

  test('points of processes are summed over the units and capped at 30: two lines of two processes of 10 are 30', () => {
    expect(processPoints(['10', '10', '10', '10'])).toBe('30')
    expect(processPoints(['10', '10', '5'])).toBe('25')
    expect(processPoints(['10', '10', '10'])).toBe('30')
    expect(processPoints([])).toBe('0')
    expect(() => processPoints(['-5'])).toThrow(TypeError)
  })
})

describe('E for air', () => {
  test.each([
    ['50001', '0', 1],
    ['50000', '0', 2],
    ['10000', '0', 2],
    ['9999', '0', 3],
    ['0', '1001', 1],
    ['0', '1000', 2],
    ['0', '500', 2],
    ['0', '499', 3],
    ['9999', '499', 3],
    ['12000', '1001', 1],
  ])('%s people within 5 km and %s within 500 m are E%i', (people5km, people500m, expected) => {
    expect(airSensitivity({ people5km, people500m })).toBe(expected)
  })

  test('is E1 beside a military or security zone, whoever lives there', () => {
    expect(airSensitivity({ people5km: '0', people500m: '0', secured: true })).toBe(1)
  })

  test('needs counts', () => {
    expect(() => airSensitivity({ people5km: '-1', people500m: '0' })).toThrow(TypeError)
    expect(() => airSensitivity({ people5km: '0', people500m: '很多', secured: true })).toThrow(TypeError)
  })
})

describe('the boundary', () => {
  test.each([
    ['0', 3, true],
    ['10', 3, true],
    ['10.0', 3, true],
    ['10.01', 3, false],
    ['3', 2, false],
    ['3', 1, false],
  ] as const)('an outlet %s km away of E%i: at least E2 is %s', (distance, given, expected) => {
    expect(belowBoundarySensitivity(distance, given)).toBe(expected)
  })
})

describe('the matrix', () => {
  const cells = MATRIX.trim()
    .split('\n')
    .flatMap((line) => {
      const [e = '', q = '', ...levels] = line.split(' ')
      return levels.map((level, at) => ({ e, q, m: `M${at + 1}`, level, at }))
    })

  test('has 36 cells', () => expect(cells).toHaveLength(36))

  test.each(cells)('$e $q $m is $level', ({ e, q, level, at }) => {
    expect(mediumLevel({ q: Q[q] ?? 0, m: M[at] ?? null, e: E[e] ?? null })).toBe(LEVEL[level])
  })

  test('does not ask M and E at Q0, which is 一般, and has no level without them from Q1 on', () => {
    expect(mediumLevel({ q: 0, m: null, e: null })).toBe('general')
    expect(mediumLevel({ q: 0, m: 4, e: 1 })).toBe('general')
    expect(mediumLevel({ q: 2, m: null, e: 1 })).toBeUndefined()
    expect(mediumLevel({ q: 2, m: 1, e: null })).toBeUndefined()
  })

  test('never falls as Q or M rises or E grows more sensitive', () => {
    const rank = (q: QuantityBand, m: ProcessType, e: Sensitivity) =>
      RISK_LEVELS.indexOf(mediumLevel({ q, m, e }) ?? 'general')
    for (const e of [1, 2, 3] as const) {
      for (const q of [1, 2, 3] as const) {
        for (const m of M) {
          if (q < 3) expect(rank(q === 1 ? 2 : 3, m, e)).toBeGreaterThanOrEqual(rank(q, m, e))
          if (m < 4) expect(rank(q, M[m] ?? 4, e)).toBeGreaterThanOrEqual(rank(q, m, e))
          if (e > 1) expect(rank(q, m, e === 3 ? 2 : 1)).toBeGreaterThanOrEqual(rank(q, m, e))
        }
      }
    }
  })
})

describe('the enterprise', () => {
  test.each([
    [['general', 'major'], false, 'major'],
    [['large', 'general'], false, 'large'],
    [['general'], false, 'general'],
    [['general', 'general'], true, 'large'],
    [['large', 'general'], true, 'major'],
    [['major', 'large'], true, 'major'],
  ] as const)('of %j, penalised %s, is %s', (media, penalised, expected) => {
    expect(overallLevel(media, { penalised })).toBe(expected)
  })

  test('of no medium has no level', () => expect(overallLevel([])).toBeUndefined())
})
