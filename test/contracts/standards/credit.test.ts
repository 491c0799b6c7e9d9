/** The schemes of enterprise credit as data, entered a second time from what is known of 环发〔2013〕150号 and of each side's own. */
import { describe, expect, test } from 'vitest'
import chongqing from '../../../contracts/standards/credit-chongqing-2021.json' with { type: 'json' }
import national from '../../../contracts/standards/credit-national-2013.json' with { type: 'json' }
import sichuan from '../../../contracts/standards/credit-sichuan-2019.json' with { type: 'json' }
import {
  CQ_CREDIT_2017,
  CQ_CREDIT_2021,
  CREDIT_SCHEMES,
  HF2013_150,
  SC_CREDIT_2019,
  STANDARDS,
  standardById,
} from '../../../contracts/standards/index.ts'
import { readCreditScheme } from '../../../contracts/standards/read-credit.ts'

describe('环发〔2013〕150号', () => {
  test('has four levels with a plate each, best first', () => {
    expect(HF2013_150.levels.map(({ rank, title, plate }) => [rank, title.zh, plate?.title.zh, plate?.colour])).toEqual(
      [
        [1, '环保诚信企业', '绿牌', 'green'],
        [2, '环保良好企业', '蓝牌', 'blue'],
        [3, '环保警示企业', '黄牌', 'yellow'],
        [4, '环保不良企业', '红牌', 'red'],
      ],
    )
  })

  test('has 21 indicators under four aspects, and a veto list that is not whole', () => {
    expect(HF2013_150.indicators?.count).toBe(21)
    expect(HF2013_150.indicators?.aspects.map(({ zh }) => zh)).toEqual(['污染防治', '生态保护', '环境监理', '社会监督'])
    expect(HF2013_150.veto).toMatchObject({ level: 'poor', complete: false, count: null })
  })

  test('sets no bands, which are each side’s own', () => {
    expect(HF2013_150.bands).toBeNull()
    expect(HF2013_150.computation).toBeNull()
  })

  test('covers 16 industries of heavy pollution', () => {
    const industries = HF2013_150.scope
      ?.find(({ zh }) => zh.startsWith('16个'))
      ?.zh.split('：')[1]
      ?.split('、')
    expect(industries).toHaveLength(16)
    expect(industries).toContain('水泥')
  })
})

describe.each([SC_CREDIT_2019, CQ_CREDIT_2017, CQ_CREDIT_2021])('$id', ({ bands, levels, validity, veto }) => {
  test('has the national names', () => {
    expect(levels.map(({ title }) => title.zh)).toEqual(HF2013_150.levels.map(({ title }) => title.zh))
  })

  test('has the bands 100, 80 and 60, each from its bound and below the next', () => {
    expect(bands?.map(({ level, min, below }) => [level, min, below])).toEqual([
      ['trustworthy', 100, undefined],
      ['good', 80, 100],
      ['warning', 60, 80],
      ['poor', undefined, 60],
    ])
  })

  test('makes a vetoed enterprise poor; what is not known of its validity is null', () => {
    expect(veto?.level).toBe('poor')
    expect(validity === null || validity.years === 1).toBe(true)
  })
})

describe('what the two sides do otherwise', () => {
  test('Sichuan’s 100 are earned item by item without a ceiling seen, Chongqing’s given and capped at 108', () => {
    expect(SC_CREDIT_2019.computation).toMatchObject({ base: { points: 100, how: 'earned' }, cap: null })
    expect(CQ_CREDIT_2021.computation).toMatchObject({ base: { points: 100, how: 'given' }, cap: 108 })
  })

  test('Sichuan has five cases of veto, all known; Chongqing’s are not established', () => {
    expect(SC_CREDIT_2019.veto).toMatchObject({ count: 5, complete: true, confidence: 'V2' })
    expect(SC_CREDIT_2019.veto?.cases).toHaveLength(5)
    expect(CQ_CREDIT_2021.veto).toMatchObject({ count: null, complete: false, cases: [], confidence: 'M-low' })
  })

  test('province and prefectures rate in Sichuan, municipality and districts in Chongqing, where the municipality goes first', () => {
    expect(SC_CREDIT_2019.authorities).toMatchObject({ levels: ['province', 'prefecture'], precedence: null })
    expect(CQ_CREDIT_2021.authorities?.precedence).toEqual(['municipality', 'district'])
  })

  test('Chongqing prints whole numbers and has 28 indicators; two of Sichuan’s are known, 12 points each', () => {
    expect(CQ_CREDIT_2021.bands?.map(({ printed }) => printed)).toEqual(['100~108', '80~99', '60~79', '0~59'])
    expect(CQ_CREDIT_2021.indicators?.count).toBe(28)
    expect(SC_CREDIT_2019.indicators?.items.map(({ points }) => points)).toEqual([12, 12])
  })

  test('Chongqing’s is issued by four, and replaces that of 2017 from the year 2021', () => {
    expect(CQ_CREDIT_2021.issuers).toHaveLength(4)
    expect(CQ_CREDIT_2021.replaces).toBe(CQ_CREDIT_2017.id)
    expect(CQ_CREDIT_2017.ratingYears.to).toBe(2020)
    expect(CQ_CREDIT_2021.ratingYears.from).toBe(2021)
  })
})

test('no first day is made up', () => {
  for (const { inForce } of CREDIT_SCHEMES) expect(inForce.from).toBeNull()
})

test('all are listed among the standards, and found by id or slug', () => {
  for (const scheme of CREDIT_SCHEMES) {
    expect(STANDARDS).toContain(scheme)
    expect(standardById(scheme.id)).toBe(scheme)
    expect(standardById(scheme.slug)).toBe(scheme)
  }
})

describe('reading a scheme', () => {
  const [first, second, third, fourth] = sichuan.bands
  test.each([
    [
      'a gap between bands',
      { ...sichuan, bands: [first, { ...second, below: 99 }, third, fourth] },
      /good leaves a gap/,
    ],
    [
      'bands that overlap',
      { ...sichuan, bands: [first, second, { ...third, below: 81 }, fourth] },
      /warning leaves a gap/,
    ],
    [
      'a lowest band with a bound',
      { ...sichuan, bands: [first, second, third, { ...fourth, min: 0 }] },
      /poor leaves a gap/,
    ],
    ['a band too few', { ...sichuan, bands: [first, second, third] }, /a band a level/],
    ['levels out of order', { ...sichuan, levels: [...sichuan.levels].reverse() }, /in order/],
    ['another ranking', { ...sichuan, levels: sichuan.levels.map((row) => ({ ...row, rank: 1 })) }, /ranks/],
    [
      'a word for two levels',
      { ...sichuan, levels: sichuan.levels.map((row) => ({ ...row, words: ['好'] })) },
      /two levels/,
    ],
    [
      'a plate that is another’s name',
      { ...national, levels: national.levels.map((row) => ({ ...row, plate: { ...row.plate, words: ['诚信'] } })) },
      /two levels/,
    ],
    ['fewer cases than it says', { ...sichuan, veto: { ...sichuan.veto, count: 6 } }, /6 veto cases/],
    [
      'a case twice',
      { ...sichuan, veto: { ...sichuan.veto, cases: [sichuan.veto.cases[0], sichuan.veto.cases[0]] } },
      /twice/,
    ],
    [
      'an order of authorities it has not',
      { ...chongqing, authorities: { ...chongqing.authorities, precedence: ['province'] } },
      /precedence/,
    ],
    ['a misspelt member', { ...sichuan, cycles: null }, /\/cycles/],
    ['a level of its own', { ...sichuan, bands: [{ ...first, level: 'best' }] }, /\/bands\/0\/level/],
    ['no object', null, /expected an object/],
  ])('refuses %s and names it', (_what, value, message) => {
    expect(() => readCreditScheme(value)).toThrow(message)
  })
})
