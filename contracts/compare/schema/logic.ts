/** `anyOf`, `oneOf`, `not`, `if` `then` `else` (JSON Schema 2020-12 core §10.2); `allOf` and `$ref` are part of the schema they stand in. */
import type { JsonValue } from '../../jcs.ts'
import { below, isArray, type JsonObject } from '../json.ts'
import type { AtomOf, Form } from './form.ts'
import type { Reader, ReadRule } from './reader.ts'

/** The rules that join schemas. */
export const readLogic: Reader = (schema, at, document) => {
  const rules: ReadRule[] = []
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const list = schema[keyword]
    if (!isArray(list)) continue
    const forms = list.map((inner, index) => document.form(below(below(at, keyword), index), inner))
    rules.push({ keyword, rule: { rule: keyword, forms }, part: { [keyword]: list } })
  }
  const { not, if: when } = schema
  if (not !== undefined)
    rules.push({ keyword: 'not', rule: { rule: 'not', form: document.form(below(at, 'not'), not) }, part: { not } })
  if (when !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
    const form = (keyword: string): Form => document.form(below(at, keyword), schema[keyword] ?? true)
    rules.push({
      keyword: 'if',
      rule: { rule: 'if', when: form('if'), matched: form('then'), otherwise: form('else') },
      part: conditional(schema),
    })
  }
  return rules
}

// A missing branch is one that asks nothing.
function conditional(schema: JsonObject): JsonValue {
  return Object.fromEntries(['if', 'then', 'else'].map((keyword) => [keyword, schema[keyword] ?? true]))
}

/** Whether a value keeps a rule of this family. */
export function keepsLogic(
  rule: AtomOf<'anyOf' | 'oneOf' | 'not' | 'if'>,
  value: JsonValue,
  accepts: (form: Form, value: JsonValue) => boolean,
): boolean {
  switch (rule.rule) {
    case 'anyOf':
      return rule.forms.some((form) => accepts(form, value))
    case 'oneOf':
      return rule.forms.filter((form) => accepts(form, value)).length === 1
    case 'not':
      return !accepts(rule.form, value)
    case 'if':
      return accepts(accepts(rule.when, value) ? rule.matched : rule.otherwise, value)
  }
}
