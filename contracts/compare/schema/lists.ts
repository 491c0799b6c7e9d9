/** `prefixItems`, `items`, `contains`, `uniqueItems`, `minItems`, `maxItems` (JSON Schema 2020-12; draft-07's `items` list and `additionalItems`). */
import type { JsonValue } from '../../jcs.ts'
import { below, isArray, type JsonObject, same } from '../json.ts'
import type { Document } from './document.ts'
import type { AtomOf, Form } from './form.ts'
import { limitOf } from './numbers.ts'
import { type Reader, type ReadRule, undecided } from './reader.ts'

/** The rules on arrays. */
export const readLists: Reader = (schema, at, document) => [
  ...limitOf(schema, 'minItems'),
  ...limitOf(schema, 'maxItems'),
  ...(schema.uniqueItems === true
    ? [{ keyword: 'uniqueItems', rule: { rule: 'uniqueItems' as const }, part: { uniqueItems: true } }]
    : []),
  ...readItems(schema, at, document),
  ...readContains(schema, at, document),
]

function readItems(schema: JsonObject, at: string, document: Document): readonly ReadRule[] {
  const { items, prefixItems, additionalItems } = schema
  const [word, list, rest, restWord] = isArray(items)
    ? (['items', items, additionalItems, 'additionalItems'] as const)
    : (['prefixItems', isArray(prefixItems) ? prefixItems : [], items, 'items'] as const)
  const rules = list.map((entry, index): ReadRule => {
    const form = document.form(below(below(at, word), index), entry)
    const part = { prefixItems: [...list.slice(0, index).map(() => true), entry] }
    return { keyword: word, steps: [index], rule: { rule: 'prefixItems', index, form }, part }
  })
  if (rest === undefined) return rules
  const form = document.form(below(at, restWord), rest)
  const part = { prefixItems: list.map(() => true), items: rest }
  return [...rules, { keyword: restWord, rule: { rule: 'items', from: list.length, form }, part }]
}

function readContains(schema: JsonObject, at: string, document: Document): readonly ReadRule[] {
  const { contains } = schema
  if (contains === undefined) return []
  // A count other than the plain "at least one" is beyond this comparison.
  if (schema.minContains !== undefined || schema.maxContains !== undefined)
    return [undecided('contains', schema, ['minContains', 'maxContains'])]
  const form = document.form(below(at, 'contains'), contains)
  return [{ keyword: 'contains', rule: { rule: 'contains', form }, part: { contains } }]
}

/** Whether an array keeps a rule of this family. */
export function keepsList(
  rule: AtomOf<'prefixItems' | 'items' | 'uniqueItems' | 'contains'>,
  value: readonly JsonValue[],
  accepts: (form: Form, value: JsonValue) => boolean,
): boolean {
  switch (rule.rule) {
    case 'prefixItems': {
      const entry = value[rule.index]
      return entry === undefined || accepts(rule.form, entry)
    }
    case 'items':
      return value.slice(rule.from).every((entry) => accepts(rule.form, entry))
    case 'contains':
      return value.some((entry) => accepts(rule.form, entry))
    case 'uniqueItems':
      return value.every((entry, at) => !value.slice(0, at).some((earlier) => same(earlier, entry)))
  }
}
