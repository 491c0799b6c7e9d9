/** Unified social credit codes: the published vectors, the alphabet and weights of GB 32100-2015, and what the check character must catch. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CREDIT_CODE_ALPHABET,
  CREDIT_CODE_WEIGHTS,
  creditCodeCheck,
  creditCodeOf,
  organisationCodeCheck,
  readCreditCode,
} from '../../../adapters/standards/credit-code.ts'

describe('the alphabet and the weights', () => {
  test('are the 31 characters without I, O, S, V and Z', () => {
    const expected = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((char) => !'IOSVZ'.includes(char))
    expect([...CREDIT_CODE_ALPHABET]).toEqual(expected)
    expect(expected).toHaveLength(31)
  })

  test('are the powers of 3 modulo 31', () => {
    let power = 1
    for (const weight of CREDIT_CODE_WEIGHTS) {
      expect(weight).toBe(power)
      power = (power * 3) % 31
    }
    expect(CREDIT_CODE_WEIGHTS).toHaveLength(17)
  })
})

describe('codes that hold', () => {
  test.each([
    '91350100M000100Y43',
    '11500000MB1614741U',
    '9144030071526726XG',
    '91330100799655058B',
    '91110000802100433B',
    '914403001922038216',
    '91330106MA2CFLDG4R',
  ])('%s, as its organisation code does', (code) => {
    expect(readCreditCode(code)).toEqual({ code, sent: null, organisation: true })
    expect(creditCodeOf(code.slice(0, 17))).toBe(code)
    expect(organisationCodeCheck(code.slice(8, 16))).toBe(code.charAt(16))
  })

  test.each([
    '91510104MA6A1B2C3J',
    '91511623MA6T3X4Y45',
    '91500153MA5U0W1R8D',
    '91500155MA5Y7K2L4B',
    '91500118MA60H8QD45',
  ])('%s, made up for demonstration', (code) => {
    expect(readCreditCode(code)).toMatchObject({ code })
  })

  test('by hand: 91 and zeros weigh 9 + 3 = 12, and 31 - 12 is the 19th character, K', () => {
    expect(creditCodeCheck('91000000000000000')).toBe('K')
    expect(readCreditCode('91000000000000000K')).toEqual({
      code: '91000000000000000K',
      sent: null,
      organisation: true,
    })
  })

  test('by hand: zeros alone weigh nothing, so that the check is 0 and not the 31st character', () => {
    expect(creditCodeCheck('00000000000000000')).toBe('0')
  })

  test.each([
    // 3·1 = 3, 11 - 3 = 8; 7·1 + … ; 10 is written X, 11 is written 0.
    ['10000000', '8'],
    ['01000000', '4'],
    ['00000000', '0'],
    ['40000000', 'X'],
    ['A0000000', '3'],
  ])('the organisation code %s has the check %s', (body, check) => {
    expect(organisationCodeCheck(body)).toBe(check)
  })

  test('also when their organisation code does not: a warning, not a fault', () => {
    const code = creditCodeOf('91000000000000001')
    expect(organisationCodeCheck('00000000')).toBe('0')
    expect(readCreditCode(code)).toEqual({ code, sent: null, organisation: false })
  })
})

describe('codes that do not', () => {
  test.each(['91510000201867648B', '91500000202803284B'])('%s is made up: its check character is another', (code) => {
    const expected = creditCodeCheck(code.slice(0, 17))
    expect(expected).not.toBe('B')
    expect(readCreditCode(code)).toEqual({ fault: 'check', expected, suggestion: null })
  })

  test.each([
    ['', 0],
    ['   ', 0],
    ['91350100M000100Y4', 17],
    ['91350100M000100Y433', 19],
    ['91350100-M000100Y-43', 20],
    ['350100100000001', 15],
    ['9135 0100 M000 100Y 43', 22],
  ])('%j has %i characters', (text, length) => {
    expect(readCreditCode(text)).toEqual({ fault: 'length', length, suggestion: null })
  })

  test('a letter in the division is named by its place', () => {
    expect(readCreditCode('913501A0M000100Y43')).toEqual({ fault: 'character', at: 7, suggestion: null })
  })

  test.each(['S', 'V', 'Z', '企', '𠮷', '-'])('%s stands nowhere in a code', (char) => {
    expect(readCreditCode(`9135010${char}M000100Y43`)).toMatchObject({ fault: 'character', at: 8 })
    expect(readCreditCode(`${char}1350100M000100Y43`)).toMatchObject({ fault: 'character', at: 1 })
    expect(readCreditCode(`91350100M000100Y4${char}`)).toMatchObject({ fault: 'character', at: 18 })
  })

  test.each([
    ['91350100MOOO1OOY43', 10, '91350100M000100Y43'],
    ['9I350I00M000100Y43', 2, '91350100M000100Y43'],
    ['9l350100mo00100y43', 10, null],
  ])('%s is refused at %i; the code probably meant is %s', (text, at, suggestion) => {
    const found = readCreditCode(text)
    // A small l is a capital L when put in capitals, which is a character of the alphabet.
    expect(found).toEqual({ fault: 'character', at, suggestion })
  })

  test('a letter that would not make a code that holds is not put right', () => {
    expect(readCreditCode('91350100M000100YO3')).toEqual({ fault: 'character', at: 17, suggestion: null })
  })

  test('the first 17 characters must be such', () => {
    for (const body of ['', '9135010', '9135010AM000100Y4', '91350100M000100Y43'])
      expect(() => creditCodeCheck(body)).toThrow(TypeError)
    for (const body of ['', '1234567', '1234567a']) expect(() => organisationCodeCheck(body)).toThrow(TypeError)
  })
})

describe('what is put right, and said', () => {
  test.each([
    ' 91350100M000100Y43\t',
    '91350100m000100y43',
    '９１３５０１００Ｍ０００１００Ｙ４３',
    '　91350100M000100Y43',
  ])('%j', (sent) => {
    expect(readCreditCode(sent)).toEqual({ code: '91350100M000100Y43', sent, organisation: true })
  })
})

const characters = fc.constantFrom(...CREDIT_CODE_ALPHABET)
const body = fc
  .tuple(
    fc.array(characters, { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
    fc.array(characters, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''))

describe('any code', () => {
  test('made is accepted', () => {
    fc.assert(
      fc.property(body, (text) => {
        const code = creditCodeOf(text)
        expect(readCreditCode(code)).toMatchObject({ code, sent: null })
      }),
      { numRuns: 500 },
    )
  })

  test('with one character changed is caught', () => {
    fc.assert(
      fc.property(body, fc.nat({ max: 17 }), characters, (text, at, char) => {
        const code = creditCodeOf(text)
        fc.pre(code.charAt(at) !== char)
        const changed = code.slice(0, at) + char + code.slice(at + 1)
        expect(readCreditCode(changed)).toHaveProperty('fault')
      }),
      { numRuns: 2000 },
    )
  })

  test('with two neighbours exchanged is caught', () => {
    fc.assert(
      fc.property(body, fc.nat({ max: 16 }), (text, at) => {
        const code = creditCodeOf(text)
        const [left, right] = [code.charAt(at), code.charAt(at + 1)]
        fc.pre(left !== right)
        const changed = code.slice(0, at) + right + left + code.slice(at + 2)
        expect(readCreditCode(changed)).toHaveProperty('fault')
      }),
      { numRuns: 2000 },
    )
  })

  test('any text is a code or a fault, and a suggestion always holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.string({ unit: fc.constantFrom(...'OI019A'), minLength: 18, maxLength: 18 }),
        ),
        (text) => {
          const found = readCreditCode(text)
          if ('code' in found) expect(readCreditCode(found.code)).toMatchObject({ code: found.code, sent: null })
          else if (found.suggestion !== null) expect(readCreditCode(found.suggestion)).toHaveProperty('code')
        },
      ),
      { numRuns: 1000 },
    )
  })
})
