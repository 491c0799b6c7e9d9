/** Questions as people write them: codes held to GB 32100-2015, names folded, and what is wrong said plainly. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CREDIT_CODE_ALPHABET, creditCodeOf } from '../../../adapters/standards/credit-code.ts'
import { CREDIT_LIMITS } from '../../../gateway/credit/limits.ts'
import { foldName, readCreditQuestion } from '../../../gateway/credit/question.ts'

// The textbook's example of GB 32100-2015 and others whose check characters were worked out by the standard's weights.
const GOOD = ['91350100M000100Y43', '9144030071526726XG', '91330100799655058B', '91330106MA2CFLDG4R']

describe('a code', () => {
  test.each(GOOD)('%s is one', (code) => {
    expect(readCreditQuestion(code)).toEqual({ by: 'code', code })
  })

  test.each([
    ['９１３５０１００Ｍ０００１００Ｙ４３'],
    ['91350100m000100y43'],
    [' 9135 0100 M000 100Y 43　'],
    ['91350100-M000100Y-43'],
    ['91350100M000100Y43\u200b'],
  ])('%j is read as it is meant', (sent) => {
    expect(readCreditQuestion(sent)).toEqual({ by: 'code', code: GOOD[0] })
  })

  test.each([
    ['91510000202803284B', 'check', null],
    ['91350100M000100Y4', 'length', null],
    ['91350100M000100Y433', 'length', null],
    ['91350100M000100Y4S', 'character', null],
    ['9135O1OOMOOO1OOY43', 'character', '91350100M000100Y43'],
    ['9135010IM000100Y43', 'character', null],
  ])('%s is not one: %s', (sent, fault, suggestion) => {
    expect(readCreditQuestion(sent)).toMatchObject({ fault, suggestion })
  })

  test('whose check character is wrong is told the right one, and that another may be the wrong one', () => {
    const found = readCreditQuestion('91350100M000100Y44')
    expect(found).toMatchObject({
      zh: expect.stringMatching(/末位应为3.*其中某一位写错了/),
      en: expect.stringMatching(/the last should be 3\. One of them is wrong/),
    })
  })

  test('with any one character changed no longer holds: no other enterprise is shown by mistake', () => {
    const places = fc.integer({ min: 0, max: 17 })
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), places, fc.constantFrom(...CREDIT_CODE_ALPHABET), (code, at, other) => {
        fc.pre(code[at] !== other)
        const changed = code.slice(0, at) + other + code.slice(at + 1)
        expect(readCreditQuestion(changed)).toHaveProperty('fault')
      }),
    )
  })

  test('made of any region and body is found by itself, in whatever width and case', () => {
    const body = fc
      .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99_999_999 }))
      .map(([region, number]) => `91${String(region).padStart(6, '0')}${String(number).padStart(9, '0')}`)
    const wide = (text: string) => text.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(body, fc.boolean(), (text, isWide) => {
        const code = creditCodeOf(text)
        expect(readCreditQuestion(isWide ? wide(code) : code.toLowerCase())).toEqual({ by: 'code', code })
      }),
    )
  })
})

describe('a name', () => {
  test.each([
    ['长寿化工（示例）', '长寿化工(示例)'],
    ['ＡＢＣ 材料', 'abc材料'],
    ['  巴岳\t化工\n', '巴岳化工'],
    ['7天酒店', '7天酒店'],
    ['3M', '3m'],
    ['ANHUICONCHCEMENT', 'anhuiconchcement'],
    ['𠮷野化工', '𠮷野化工'],
  ])('%j is searched as %j', (sent, name) => {
    expect(readCreditQuestion(sent)).toEqual({ by: 'name', name })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u200b\ufeff', 'empty'],
    ['川', 'too-short'],
    ['𠮷', 'too-short'],
    ['川'.repeat(CREDIT_LIMITS.asked + 1), 'too-long'],
  ])('%j is %s', (sent, fault) => {
    expect(readCreditQuestion(sent)).toMatchObject({ fault })
  })

  test('of any text is a question or a fault in both languages, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const found = readCreditQuestion(text)
        if ('fault' in found) {
          expect(found.zh).toMatch(/\p{Script=Han}/u)
          expect(found.en).toMatch(/[a-z]/)
        }
        expect(foldName(foldName(text))).toBe(foldName(text))
      }),
      { numRuns: 300 },
    )
  })
})
