/** The unified social credit code (统一社会信用代码, GB 32100-2015 §4 and §5): read, checked and made. Standards §7.1. */

/** The 31 characters of a code by value; I, O, S, V and Z are left out (GB 32100-2015 table 2). */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** The weight of each of the first 17 characters: powers of 3 modulo 31. */
export const CREDIT_CODE_WEIGHTS: readonly number[] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS: readonly number[] = [3, 7, 9, 10, 5, 8, 4, 2]

const BODY = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/
const LENGTH = 18
const REGION_FROM = 2
const REGION_TO = 8
/** What recognition of print and typing by hand confuse, since the alphabet has neither letter. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['I', '1'],
]

/** A code that holds. `sent` is the text before it was trimmed, narrowed and put in capitals, or null when it was the code already. */
export interface CreditCode {
  readonly code: string
  readonly sent: string | null
  /** Whether characters 9–17 hold as an organisation code of GB 11714; some codes issued do not, so false is only a warning. */
  readonly organisation: boolean
}

/** Why a text is no code. */
export type CreditCodeFault =
  | { readonly fault: 'length'; readonly length: number; readonly suggestion: null }
  /** `at` is the 1-based place of the first character that may not stand there. */
  | { readonly fault: 'character'; readonly at: number; readonly suggestion: string | null }
  | { readonly fault: 'check'; readonly expected: string; readonly suggestion: null }

function weighed(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0)
}

/** The check character of the first 17. Throws TypeError when they are no body of a code. */
export function creditCodeCheck(body: string): string {
  if (!BODY.test(body)) throw new TypeError(`expected the first 17 characters of a credit code, got ${body}`)
  return CREDIT_CODE_ALPHABET.charAt((31 - (weighed(body, CREDIT_CODE_ALPHABET, CREDIT_CODE_WEIGHTS) % 31)) % 31)
}

/** The check character of an organisation code's first eight (GB 11714-1997). Throws TypeError when they are none. */
export function organisationCodeCheck(body: string): string {
  if (!/^[0-9A-Z]{8}$/.test(body)) throw new TypeError(`expected eight of 0-9 and A-Z, got ${body}`)
  const check = 11 - (weighed(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Full-width forms narrow, blanks around taken off, capitals: the only changes made to a text before it is judged. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .trim()
    .replace(/[a-z]/g, (char) => char.toUpperCase())
}

/** The 1-based place of the first character that may not stand there; 0 when all may. */
function wrongAt(text: string): number {
  for (const [at, char] of Array.from(text).entries()) {
    const region = at >= REGION_FROM && at < REGION_TO
    if (!(region ? /\d/ : /[0-9A-HJ-NPQRTUWXY]/).test(char)) return at + 1
  }
  return 0
}

/** The code a text with O for 0 or I for 1 was probably meant to be: only one that holds, and never taken in its place. */
function suggestionFor(text: string): string | null {
  const meant = CONFUSED.reduce((found, [wrong, right]) => found.replaceAll(wrong, right), text)
  return meant !== text && 'code' in readCreditCode(meant) ? meant : null
}

/**
 * Reads a code as people write it. Nothing but width, case and blanks around is put right; a confused letter is a fault
 * with a suggestion.
 *
 * @example creditCodeOf('91350100M000100Y4') // '91350100M000100Y43'
 */
export function readCreditCode(text: string): CreditCode | CreditCodeFault {
  const code = plain(text)
  const { length } = Array.from(code)
  if (length !== LENGTH) return { fault: 'length', length, suggestion: null }
  const at = wrongAt(code)
  if (at > 0) return { fault: 'character', at, suggestion: suggestionFor(code) }
  const expected = creditCodeCheck(code.slice(0, -1))
  if (!code.endsWith(expected)) return { fault: 'check', expected, suggestion: null }
  return {
    code,
    sent: code === text ? null : text,
    organisation: organisationCodeCheck(code.slice(8, 16)) === code.charAt(16),
  }
}

/** The code whose first 17 characters these are. Throws TypeError when they are no body of a code. */
export function creditCodeOf(body: string): string {
  return body + creditCodeCheck(body)
}
