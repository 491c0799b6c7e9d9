/** What somebody asks for: an enterprise's whole code (GB 32100-2015), or a part of its name; and what is wrong with a question. */
import { type CreditCodeFault, readCreditCode } from '../../adapters/standards/credit-code.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { CREDIT_LIMITS } from './limits.ts'

/** A question that can be answered. A name is folded as `foldName` folds them. */
export type CreditQuestion =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'name'; readonly name: string }

/** Why it cannot; `suggestion` is a code that holds and was perhaps meant, never taken in its place. */
export interface CreditQuestionFault extends Bilingual {
  readonly fault: 'empty' | 'too-long' | 'too-short' | CreditCodeFault['fault']
  readonly suggestion: string | null
}

/** A name as it is compared: one width and case of every character (NFKC), without blanks and what cannot be seen. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '')
}

/** Letters and digits of about the length of a code, digits above all: a code, even if one that does not hold. */
function isMeantAsCode(text: string): boolean {
  return /^[0-9A-Z]{15,21}$/i.test(text) && (text.match(/[0-9O]/gi)?.length ?? 0) >= 8
}

function fault(
  name: CreditQuestionFault['fault'],
  zh: string,
  en: string,
  suggestion: string | null = null,
): CreditQuestionFault {
  return { fault: name, suggestion, zh, en }
}

function codeFault(found: CreditCodeFault): CreditQuestionFault {
  const { suggestion } = found
  if (found.fault === 'length')
    return fault(
      'length',
      `统一社会信用代码应为18位，收到${found.length}位`,
      `A unified social credit code has 18 characters; got ${found.length}`,
    )
  if (found.fault === 'character')
    return fault(
      'character',
      `第${found.at}位的字符不会出现在统一社会信用代码的这一位（代码不用字母I、O、S、V、Z，第3至8位是数字）`,
      `Character ${found.at} cannot stand there in a unified social credit code (it has no I, O, S, V or Z, and digits in places 3 to 8)`,
      suggestion,
    )
  return fault(
    'check',
    `校验位不符：按前17位，末位应为${found.expected}。其中某一位写错了，请逐位核对`,
    `The check character does not hold: by the first 17 the last should be ${found.expected}. One of them is wrong; compare each`,
  )
}

/** Reads a question as people write one. */
export function readCreditQuestion(sent: string): CreditQuestion | CreditQuestionFault {
  const { asked, name: fewest } = CREDIT_LIMITS
  const { length } = Array.from(sent)
  if (length > asked)
    return fault('too-long', `最多${asked}个字符，收到${length}个`, `At most ${asked} characters; got ${length}`)
  const name = foldName(sent)
  if (name === '')
    return fault(
      'empty',
      '请输入企业名称或统一社会信用代码',
      'Enter the name of an enterprise or its unified social credit code',
    )
  const code = name.replaceAll('-', '')
  if (isMeantAsCode(code)) {
    const found = readCreditCode(code)
    return 'fault' in found ? codeFault(found) : { by: 'code', code: found.code }
  }
  if (Array.from(name).length < fewest)
    return fault('too-short', `名称至少${fewest}个字`, `At least ${fewest} characters of a name`)
  return { by: 'name', name }
}
