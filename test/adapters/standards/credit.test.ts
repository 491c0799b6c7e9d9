/** The scheme of a year, the level a word names, the band of a score: worked from the schemes' texts, at every bound. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  creditBandOf,
  creditLevelOf,
  creditSchemeOf,
  highestScore,
  isPerformanceGrade,
  vetoCaseOf,
} from '../../../adapters/standards/credit.ts'
import { CREDIT_LEVELS } from '../../../contracts/standards/credit-types.ts'
import {
  CQ_CREDIT_2017,
  CQ_CREDIT_2021,
  CREDIT_SCHEMES,
  HF2013_150,
  SC_CREDIT_2019,
} from '../../../contracts/standards/index.ts'

describe('the scheme of a year', () => {
  test.each([
    ['cq', 2026, CQ_CREDIT_2021],
    ['cq', 2021, CQ_CREDIT_2021],
    ['cq', 2020, CQ_CREDIT_2017],
    ['cq', 2014, CQ_CREDIT_2017],
    ['sc', 2025, SC_CREDIT_2019],
    ['sc', 2019, SC_CREDIT_2019],
    ['sc', 2018, undefined],
  ] as const)('%s rates %i by its own', (party, year, scheme) => {
    expect(creditSchemeOf(party, year)).toBe(scheme)
  })
})

describe('the band of a score', () => {
  test.each([
    ['108', 'trustworthy'],
    ['100', 'trustworthy'],
    ['99.99', 'good'],
    ['99.5', 'good'],
    ['99', 'good'],
    ['80', 'good'],
    ['79.99', 'warning'],
    ['79.5', 'warning'],
    ['60', 'warning'],
    ['59.99', 'poor'],
    ['59.5', 'poor'],
    ['0', 'poor'],
  ])('%s is %s on both sides, also between the whole numbers that Chongqing prints', (score, level) => {
    expect(creditBandOf(CQ_CREDIT_2021, Number(score))).toBe(level)
    expect(creditBandOf(CQ_CREDIT_2017, Number(score))).toBe(level)
    expect(creditBandOf(SC_CREDIT_2019, Number(score))).toBe(level)
  })

  test('is none where the scheme has none', () => expect(creditBandOf(HF2013_150, 90)).toBeNull())

  test('is exactly one for any score, and never better for fewer points', () => {
    const rank = (score: number) => {
      const band = creditBandOf(CQ_CREDIT_2021, score)
      return band === null ? -1 : CREDIT_LEVELS.indexOf(band)
    }
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 250, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (score, more) => {
          expect(rank(score)).toBeGreaterThanOrEqual(0)
          expect(rank(score + more)).toBeLessThanOrEqual(rank(score))
        },
      ),
    )
  })
})

test('Chongqing’s highest score is 108 since 2021; elsewhere only what is plausible bounds it', () => {
  expect(highestScore(CQ_CREDIT_2021)).toEqual({ score: 108, known: true })
  expect(highestScore(CQ_CREDIT_2017)).toEqual({ score: 200, known: false })
  expect(highestScore(SC_CREDIT_2019)).toEqual({ score: 200, known: false })
})

describe('the level a word names', () => {
  const own = CREDIT_SCHEMES.filter(({ party }) => party !== null)

  test.each([
    ['环保诚信企业', 'trustworthy', false],
    ['环保诚信', 'trustworthy', false],
    ['诚信企业', 'trustworthy', false],
    ['诚信', 'trustworthy', false],
    ['绿牌', 'trustworthy', true],
    ['绿牌企业', 'trustworthy', true],
    ['环保诚信企业(绿牌)', 'trustworthy', false],
    ['良好', 'good', false],
    ['蓝牌', 'good', true],
    ['环保警示', 'warning', false],
    ['黄牌', 'warning', true],
    ['不良', 'poor', false],
    ['红牌(不良)', 'poor', false],
    ['红牌(红牌企业)', 'poor', true],
  ])('%s is %s in every scheme of a side', (word, key, byPlate) => {
    for (const scheme of own) {
      const found = creditLevelOf(scheme, word)
      expect([found?.level.key, found?.byPlate]).toEqual([key, byPlate])
      expect(scheme.levels).toContain(found?.level)
    }
  })

  test.each(['', '守信', '一般', 'A', '绿', '诚信(红牌)', '诚信(好)', '(诚信)', 'constructor', '严重失信', '诚信良好'])(
    '%j names none',
    (word) => {
      for (const scheme of own) expect(creditLevelOf(scheme, word)).toBeUndefined()
    },
  )
})

describe('grades of 重污染天气绩效分级', () => {
  test.each(['A', 'B', 'B-', 'C', 'D', 'a', 'A级', 'B-级', 'D类', 'A级企业', '绩效引领性', '绩效A级'])(
    '%s is one',
    (text) => {
      expect(isPerformanceGrade(text)).toBe(true)
    },
  )
  test.each(['', 'A-', 'E', 'AB', '诚信', '良好', 'A1', 'C-'])('%j is none', (text) => {
    expect(isPerformanceGrade(text)).toBe(false)
  })
})

describe('the veto case a text tells of', () => {
  test.each([
    ['被吊销排污许可证', 'permit-revoked'],
    ['发生较大突发环境事件', 'larger-event'],
    ['重大突发环境事件1起', 'larger-event'],
    ['员工被行政拘留', 'detention-or-crime'],
    ['构成污染环境犯罪', 'detention-or-crime'],
    ['暴力抗拒检查', 'inspection-refused'],
    ['自然保护区内违法建设', 'illegal-building-in-protected-area'],
  ])('%s', (text, key) => {
    expect(vetoCaseOf(SC_CREDIT_2019, text)?.key).toBe(key)
  })

  test('none for other words, for several cases at once, and for a scheme whose cases are not known', () => {
    expect(vetoCaseOf(SC_CREDIT_2019, '其他')).toBeUndefined()
    expect(vetoCaseOf(SC_CREDIT_2019, '抗拒检查，人员被行政拘留')).toBeUndefined()
    expect(vetoCaseOf(CQ_CREDIT_2021, '人员被行政拘留')).toBeUndefined()
  })
})
