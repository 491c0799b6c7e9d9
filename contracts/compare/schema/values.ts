/** `type`, `enum`, `const` (JSON Schema 2020-12 validation §6.1). */
import type { JsonValue } from '../../jcs.ts'
import { isArray, KINDS, type Kind, kindOf, same, texts } from '../json.ts'
import type { AtomOf, Rule } from './form.ts'
import type { Reader } from './reader.ts'

/** The rules of `type`, `enum` and `const`. */
export const readValues: Reader = (schema) => {
  const { type, const: only, enum: list } = schema
  const rules: [string, Rule][] = []
  if (type !== undefined) rules.push(['type', typeRule(typeof type === 'string' ? [type] : texts(type))])
  if (only !== undefined) rules.push(['const', { rule: 'enum', values: [only] }])
  if (isArray(list)) rules.push(['enum', { rule: 'enum', values: list }])
  return rules.map(([keyword, rule]) => ({ keyword, rule, part: partOf(rule) }))
}

function typeRule(names: readonly string[]): Rule {
  const integer = names.includes('integer') && !names.includes('number')
  const kinds = KINDS.filter((kind) => names.includes(kind) || (kind === 'number' && integer))
  return { rule: 'type', kinds, integer }
}

// `const` and an `enum` of one value are the same rule and so have one mark.
function partOf(rule: Rule): JsonValue {
  if (rule.rule === 'enum') return { enum: rule.values }
  return rule.rule === 'type' ? { type: [...rule.kinds, ...(rule.integer ? ['whole'] : [])] } : {}
}

/** Whether a value keeps a rule of this family. */
export function keepsValues(rule: AtomOf<'type' | 'enum'>, value: JsonValue): boolean {
  if (rule.rule === 'enum') return rule.values.some((one) => same(one, value))
  return rule.kinds.includes(kindOf(value)) && !(rule.integer && typeof value === 'number' && !Number.isInteger(value))
}

/** Whether a type rule has a word on this kind: yes, no, or of numbers only the whole ones. */
export function typeSays({ kinds, integer }: AtomOf<'type'>, kind: Kind): 'yes' | 'no' | 'whole' {
  if (!kinds.includes(kind)) return 'no'
  return kind === 'number' && integer ? 'whole' : 'yes'
}
