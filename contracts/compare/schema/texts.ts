/** `minLength`, `maxLength`, `pattern`, `format` (JSON Schema 2020-12 validation §6.3, §7). */
import { lengthOf } from '../json.ts'
import type { AtomOf, LimitRule } from './form.ts'
import { FORMATS } from './formats.ts'
import { limitOf } from './numbers.ts'
import { type Reader, type ReadRule, undecided } from './reader.ts'

/** The rules on strings. */
export const readTexts: Reader = (schema) => {
  const { pattern, format } = schema
  const rules: ReadRule[] = [...limitOf(schema, 'minLength'), ...limitOf(schema, 'maxLength')]
  if (typeof pattern === 'string') {
    rules.push(
      expressionOf(pattern)
        ? { keyword: 'pattern', rule: { rule: 'pattern', pattern }, part: { pattern } }
        : undecided('pattern', schema),
    )
  }
  if (typeof format === 'string') {
    rules.push(
      Object.hasOwn(FORMATS, format)
        ? { keyword: 'format', rule: { rule: 'format', format }, part: { format } }
        : undecided('format', schema),
    )
  }
  return rules
}

/** The expression of a pattern, or undefined when it is none. */
export function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    return undefined
  }
}

/** Whether a text keeps a bound on its length. */
export function keepsLength(rule: LimitRule, limit: number, value: string): boolean {
  return rule === 'minLength' ? lengthOf(value) >= limit : rule === 'maxLength' ? lengthOf(value) <= limit : true
}

/** Whether a text keeps a pattern or a format. */
export function keepsText(rule: AtomOf<'pattern' | 'format'>, value: string): boolean {
  if (rule.rule === 'pattern') return expressionOf(rule.pattern)?.test(value) ?? false
  return FORMATS[rule.format]?.form.test(value) ?? false
}
