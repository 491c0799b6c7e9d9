/** `minimum`, `maximum`, their exclusive kin and `multipleOf` (JSON Schema 2020-12 validation §6.2; the booleans are draft-04's). */
import type { JsonObject } from '../json.ts'
import type { LimitRule } from './form.ts'
import type { Reader, ReadRule } from './reader.ts'

/** The rules on numbers. */
export const readNumbers: Reader = (schema) => [
  ...bound(schema, 'minimum', 'exclusiveMinimum'),
  ...bound(schema, 'maximum', 'exclusiveMaximum'),
  ...limitOf(schema, 'multipleOf'),
]

function bound(schema: JsonObject, plain: LimitRule, exclusive: LimitRule): readonly ReadRule[] {
  if (typeof schema[exclusive] !== 'boolean') return [...limitOf(schema, plain), ...limitOf(schema, exclusive)]
  const [limit] = limitOf(schema, plain)
  if (limit?.rule.rule !== plain || schema[exclusive] === false) return limit ? [limit] : []
  const rule = { rule: exclusive, limit: limit.rule.limit }
  return [{ keyword: plain, rule, part: { [exclusive]: rule.limit } }]
}

/** The rule of a keyword that holds a number. */
export function limitOf(schema: JsonObject, keyword: LimitRule): readonly ReadRule[] {
  const limit = schema[keyword]
  return typeof limit === 'number' ? [{ keyword, rule: { rule: keyword, limit }, part: { [keyword]: limit } }] : []
}

/** Whether a number keeps a bound. */
export function keepsBound(rule: LimitRule, limit: number, value: number): boolean {
  switch (rule) {
    case 'minimum':
      return value >= limit
    case 'maximum':
      return value <= limit
    case 'exclusiveMinimum':
      return value > limit
    case 'exclusiveMaximum':
      return value < limit
    case 'multipleOf':
      return Number.isInteger(value / limit)
    default:
      return true
  }
}
