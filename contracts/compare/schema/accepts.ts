/** Whether a value keeps a schema's rules: a validator without generated code, so that every witness is checked before it is told. */
import type { JsonValue } from '../../jcs.ts'
import { isArray, isObject, kindOf } from '../json.ts'
import type { Atom, Form, LimitRule } from './form.ts'
import { kindSpokenOf } from './kinds.ts'
import { keepsList } from './lists.ts'
import { keepsLogic } from './logic.ts'
import { keepsMembers } from './members.ts'
import { keepsBound } from './numbers.ts'
import { keepsLength, keepsText } from './texts.ts'
import { keepsValues } from './values.ts'

/** A value met a rule that cannot be decided. */
export class Undecided extends Error {
  override readonly name = 'Undecided'
}

/** Whether a schema accepts a value. Throws Undecided. */
export function accepts(form: Form, value: JsonValue): boolean {
  return form.atoms().every((atom) => keeps(atom, value))
}

/** Whether a value keeps a rule; a rule on another kind of value is kept. Throws Undecided. */
export function keeps(atom: Atom, value: JsonValue): boolean {
  const kind = kindSpokenOf(atom)
  if (kind !== undefined && kind !== kindOf(value)) return true
  switch (atom.rule) {
    case 'type':
    case 'enum':
      return keepsValues(atom, value)
    case 'pattern':
    case 'format':
      return typeof value !== 'string' || keepsText(atom, value)
    case 'prefixItems':
    case 'items':
    case 'uniqueItems':
    case 'contains':
      return !isArray(value) || keepsList(atom, value, accepts)
    case 'required':
    case 'properties':
    case 'patternProperties':
    case 'additionalProperties':
    case 'propertyNames':
    case 'dependentRequired':
    case 'dependentSchemas':
      return !isObject(value) || keepsMembers(atom, value, accepts)
    case 'anyOf':
    case 'oneOf':
    case 'not':
    case 'if':
      return keepsLogic(atom, value, accepts)
    case 'undecided':
      throw new Undecided(atom.keyword)
    default:
      return keepsLimit(atom.rule, atom.limit, value)
  }
}

function keepsLimit(rule: LimitRule, limit: number, value: JsonValue): boolean {
  if (typeof value === 'number') return keepsBound(rule, limit, value)
  if (typeof value === 'string') return keepsLength(rule, limit, value)
  const count = isArray(value) ? value.length : Object.keys(isObject(value) ? value : {}).length
  return rule.startsWith('min') ? count >= limit : count <= limit
}
