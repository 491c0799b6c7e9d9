/** The comparison of the two schemes says what differs, what does not, and what cannot be told; all of it from the data. */
import { describe, expect, test } from 'vitest'
import { compareCreditSchemes } from '../../../adapters/standards/credit-compare.ts'
import { CQ_CREDIT_2021, SC_CREDIT_2019 } from '../../../contracts/standards/index.ts'

const ROWS = compareCreditSchemes()
const row = (key: string) => {
  const found = ROWS.find((one) => one.key === key)
  if (!found) throw new Error(`no aspect ${key}`)
  return found
}

test('every aspect stands once, in both languages', () => {
  expect(new Set(ROWS.map(({ key }) => key)).size).toBe(ROWS.length)
  for (const { key, aspect, sc, cq } of ROWS) {
    for (const text of [aspect, sc, cq]) {
      if (!text) continue
      expect(text.zh, key).toMatch(/./)
      expect(text.en, key).not.toMatch(/undefined|null|\[object/)
    }
  }
})

describe('the schemes differ', () => {
  test.each([
    ['scheme', '2019年版', '渝环规〔2021〕7号'],
    ['issuers', '四川省生态环境厅', '重庆银保监局'],
    ['base', '逐项得分', '给定后扣分'],
    ['cap', '未见封顶', '108分'],
    ['bands-printed', '[80,100)', '80~99'],
    ['authorities', '市（州）级', '区县级'],
  ])('in %s: %s against %s', (key, sc, cq) => {
    expect(row(key).differs).toBe(true)
    expect(row(key).sc?.zh).toContain(sc)
    expect(row(key).cq?.zh).toContain(cq)
  })
})

describe('the schemes are alike', () => {
  test.each(['levels', 'bands', 'validity'])('in %s', (key) => {
    expect(row(key).differs).toBe(false)
    expect(row(key).sc).not.toBeNull()
  })

  test('in the bands as intervals, although Chongqing prints whole numbers', () => {
    expect(row('bands').cq?.zh).toBe(
      '环保诚信企业 [100,+∞)；环保良好企业 [80,100)；环保警示企业 [60,80)；环保不良企业 (−∞,60)',
    )
  })
})

describe('it cannot be told', () => {
  test.each(['veto', 'deductions'])('in %s, where Chongqing’s is not established', (key) => {
    expect(row(key)).toMatchObject({ cq: null, differs: null })
    expect(row(key).sc).not.toBeNull()
  })

  test('in who goes first, where Sichuan’s is not established', () => {
    expect(row('precedence')).toMatchObject({ sc: null, differs: null, cq: { zh: '市级（直辖市）优先于区县级' } })
  })

  test('in the uses, of which nothing is established', () => {
    expect(row('uses')).toMatchObject({ sc: null, cq: null, differs: null, confidence: null })
  })

  test.each(['indicators', 'bonuses', 'cycle', 'special', 'repair'])('in %s, told in words or in part', (key) => {
    expect(row(key).differs).toBeNull()
    expect([row(key).sc, row(key).cq]).not.toContain(null)
  })
})

describe('the confidence', () => {
  test.each([
    ['levels', 'V2'],
    ['cap', 'V1'],
    ['validity', 'M-mid'],
    ['repair', 'M-low'],
    ['veto', 'V2'],
  ])('of %s is %s, the lower of the two', (key, confidence) => {
    expect(row(key).confidence).toBe(confidence)
  })
})

test('changed data change the rows', () => {
  const computation = CQ_CREDIT_2021.computation && { ...CQ_CREDIT_2021.computation, cap: null }
  const veto = SC_CREDIT_2019.veto
  const changed = compareCreditSchemes(SC_CREDIT_2019, { ...CQ_CREDIT_2021, computation, veto })
  expect(changed.find(({ key }) => key === 'cap')?.differs).toBe(false)
  expect(changed.find(({ key }) => key === 'veto')?.differs).toBe(false)
  const none = compareCreditSchemes({
    ...SC_CREDIT_2019,
    computation: null,
    bands: null,
    indicators: null,
    authorities: null,
  })
  for (const key of ['base', 'cap', 'bands', 'bands-printed', 'indicators', 'authorities', 'bonuses'])
    expect(none.find((one) => one.key === key)).toMatchObject({ sc: null, differs: null })
})
