/** Grades that look like those of HJ 941 (standards §5.2): told by name, never taken without a crosswalk. */
import { describe, expect, test } from 'vitest'
import { crosswalkLevel, otherScheme, schemeTitle } from '../../../adapters/standards/risk-scheme.ts'
import { parseRiskText } from '../../../adapters/standards/risk-text.ts'
import { RISK_CROSSWALKS, readCrosswalks } from '../../../contracts/risk-source/crosswalks.ts'
import { HJ941_2018 } from '../../../contracts/standards/index.ts'
import { OTHER_SCHEMES } from '../../../contracts/standards/risk-types.ts'

test.each([
  ['红色', 'work-safety'],
  ['橙', 'work-safety'],
  ['较大（橙）', 'work-safety'],
  ['较大（黄色）', 'work-safety'],
  ['重大（红）', 'work-safety'],
  ['低风险', 'work-safety'],
  ['低', 'work-safety'],
  ['安全风险重大', 'work-safety'],
  ['一级', 'major-hazard'],
  ['四级', 'major-hazard'],
  ['Ⅲ级', 'major-hazard'],
  ['2级', 'major-hazard'],
  ['重大危险源', 'major-hazard'],
  ['一级重大危险源', 'major-hazard'],
  ['H2S1R3', 'tailings'],
  ['H2-S1-R3', 'tailings'],
  ['重大（尾矿库）', 'tailings'],
  ['A', 'chemical-park'],
  ['Ｂ级', 'chemical-park'],
  ['D类', 'chemical-park'],
  ['园区较大风险', 'chemical-park'],
  ['重大隐患', 'hidden-danger'],
  ['一般隐患', 'hidden-danger'],
])('%s belongs to %s, and reads as no level', (text, scheme) => {
  expect(otherScheme(text)).toBe(scheme)
  expect(parseRiskText(text)).toBeUndefined()
})

test.each([
  '重大',
  '较大',
  '一般',
  '较大环境风险',
  '一般-大气(Q0)',
  '重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]',
  '中等',
  '',
])('%j belongs to no other scheme', (text) => expect(otherScheme(text)).toBeUndefined())

test('each scheme has a name in both languages', () => {
  for (const scheme of OTHER_SCHEMES) {
    expect(schemeTitle(scheme).zh).toMatch(/\p{Script=Han}/u)
    expect(schemeTitle(scheme).en).toMatch(/^[ -~]+$/)
  }
})

test('较大 is yellow here and orange in work safety: the colours never stand for one another', () => {
  expect(HJ941_2018.levels.map(({ title, colour }) => `${title.zh}${colour.zh}`)).toEqual([
    '一般蓝',
    '较大黄',
    '重大红',
  ])
  expect(HJ941_2018.others.find(({ id }) => id === 'work-safety')?.levels).toEqual([
    '重大（红）',
    '较大（橙）',
    '一般（黄）',
    '低（蓝）',
  ])
})

describe('a crosswalk', () => {
  test('is signed for none so far', () => {
    expect(RISK_CROSSWALKS).toEqual([])
    expect(crosswalkLevel('major-hazard', '一级', RISK_CROSSWALKS)).toBeUndefined()
  })

  test('gives only the words it names, of the scheme it names', () => {
    const signed = readCrosswalks([{ scheme: 'major-hazard', levels: { 一级: 'major', 二级: 'large' } }])
    expect(crosswalkLevel('major-hazard', ' 一级', signed)).toBe('major')
    expect(crosswalkLevel('major-hazard', '三级', signed)).toBeUndefined()
    expect(crosswalkLevel('work-safety', '一级', signed)).toBeUndefined()
    expect(crosswalkLevel('major-hazard', 'constructor', signed)).toBeUndefined()
  })

  test('with an unknown scheme or level is refused', () => {
    expect(() => readCrosswalks([{ scheme: 'credit', levels: {} }])).toThrow(/\/0\/scheme/)
    expect(() => readCrosswalks([{ scheme: 'tailings', levels: { 重大: '重大' } }])).toThrow(/\/0\/levels/)
  })
})
