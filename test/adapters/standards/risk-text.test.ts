/** The text form of a risk level, as HJ 941-2018 prints it and as files have it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRiskText, printRiskText, type RiskPart, type RiskText } from '../../../adapters/standards/risk-text.ts'
import { RISK_LEVELS } from '../../../contracts/standards/risk-types.ts'

const AIR = { level: 'major', q: 3, m: 2, e: 1 } as const
const WATER = { level: 'large', q: 2, m: 1, e: 2 } as const

describe('read', () => {
  test.each([
    ['重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]', { level: 'major', air: AIR, water: WATER }],
    ['重大[重大-气(Q3-M2-E1)+较大-水(Q2-M1-E2)]', { level: 'major', air: AIR, water: WATER }],
    ['重大[较大-水(Q2-M1-E2)+重大-大气(Q3-M2-E1)]', { level: 'major', air: AIR, water: WATER }],
    [' 重大［重大－大气（Q3-M2-E1）＋较大－水（Q2—M1—E2）］ ', { level: 'major', air: AIR, water: WATER }],
    ['重大【重大-大气(q3-m2-e1) + 较大-水(q2-m1-e2)】', { level: 'major', air: AIR, water: WATER }],
    ['一般-大气(Q0)', { level: 'general', air: { level: 'general', q: 0, m: null, e: null }, water: null }],
    ['一般-气(Q0)', { level: 'general', air: { level: 'general', q: 0, m: null, e: null }, water: null }],
    ['较大-水(Q2-M1-E2)', { level: 'large', air: null, water: WATER }],
    ['重大[较大-水(Q2-M1-E2)]', { level: 'major', air: null, water: WATER }],
    ['重大', { level: 'major', air: null, water: null }],
    ['较大环境风险', { level: 'large', air: null, water: null }],
    ['一般风险等级', { level: 'general', air: null, water: null }],
    ['较大级', { level: 'large', air: null, water: null }],
  ])('%s', (text, expected) => expect(parseRiskText(text)).toEqual(expected))

  test.each([
    '',
    '中等',
    '特别重大',
    '重大[重大]',
    '重大[]',
    '重大[重大-大气(Q3-M2-E1)',
    '重大-大气(Q3)',
    '重大-大气(Q3-M5-E1)',
    '重大-大气(Q3-M2-E4)',
    '重大-大气(Q4-M2-E1)',
    '一般-大气(Q0-M1-E1)',
    '重大-土壤(Q3-M2-E1)',
    '重大[重大-大气(Q3-M2-E1)+重大-大气(Q3-M2-E1)]',
    '重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)',
    '重大隐患',
    '红',
    'constructor',
  ])('nothing of %j', (text) => expect(parseRiskText(text)).toBeUndefined())
})

describe('print', () => {
  test('both media in brackets after the level, a single one without', () => {
    expect(printRiskText({ level: 'major', air: AIR, water: WATER })).toBe(
      '重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]',
    )
    expect(printRiskText({ level: 'large', air: null, water: WATER })).toBe('较大-水(Q2-M1-E2)')
  })

  test('a level raised above its only part keeps the brackets', () => {
    expect(printRiskText({ level: 'major', air: null, water: WATER })).toBe('重大[较大-水(Q2-M1-E2)]')
  })
})

describe('each undoes the other', () => {
  const level = fc.constantFrom(...RISK_LEVELS)
  const part: fc.Arbitrary<RiskPart> = fc.oneof(
    level.map((word): RiskPart => ({ level: word, q: 0, m: null, e: null })),
    fc
      .tuple(level, fc.constantFrom(1, 2, 3), fc.constantFrom(1, 2, 3, 4), fc.constantFrom(1, 2, 3))
      .map(([word, q, m, e]): RiskPart => ({ level: word, q, m, e })),
  )
  const whole: fc.Arbitrary<RiskText> = fc.record({
    level,
    air: fc.option(part),
    water: fc.option(part),
  })

  test('what is printed reads back as it was', () => {
    fc.assert(
      fc.property(whole, (text) => {
        expect(parseRiskText(printRiskText(text))).toEqual(text)
      }),
    )
  })

  test('what reads prints in the one form that reads alike, in any width and either spelling of air', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(whole, fc.boolean(), fc.boolean(), (text, full, short) => {
        const printed = printRiskText(text)
        const spelt = short ? printed.replace('大气', '气') : printed
        const read = parseRiskText(full ? wide(spelt) : spelt)
        expect(read && printRiskText(read)).toBe(printed)
      }),
    )
  })

  test('any text reads to nothing or to what prints and reads alike', () => {
    const letters = fc.constantFrom(...'一般较大重水气-()[]+QME01234')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 40 })), (text) => {
        const read = parseRiskText(text)
        if (read) expect(parseRiskText(printRiskText(read))).toEqual(read)
      }),
    )
  })
})
