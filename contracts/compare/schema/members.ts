/** The rules on objects: members, names, counts, dependencies (JSON Schema 2020-12 core §10.3.2, validation §6.5; draft-07's `dependencies`). */
import type { JsonValue } from '../../jcs.ts'
import { below, isArray, isObject, type JsonObject, texts } from '../json.ts'
import type { Document } from './document.ts'
import type { AtomOf, Form } from './form.ts'
import { limitOf } from './numbers.ts'
import { type Reader, type ReadRule, undecided } from './reader.ts'
import { expressionOf } from './texts.ts'

/** The rules on objects. */
export const readMembers: Reader = (schema, at, document) => [
  ...limitOf(schema, 'minProperties'),
  ...limitOf(schema, 'maxProperties'),
  ...texts(schema.required).map(
    (name): ReadRule => ({
      keyword: 'required',
      rule: { rule: 'required', name },
      part: { required: [name] },
    }),
  ),
  ...named(schema, 'properties').map(([name, inner]): ReadRule => {
    const form = document.form(below(below(at, 'properties'), name), inner)
    return {
      keyword: 'properties',
      steps: [name],
      rule: { rule: 'properties', name, form },
      part: only('properties', name, inner),
    }
  }),
  ...readPatterns(schema, at, document),
  ...readNames(schema, at, document),
  ...readDependencies(schema, at, document),
]

function readPatterns(schema: JsonObject, at: string, document: Document): readonly ReadRule[] {
  const patterns = named(schema, 'patternProperties')
  const beside = ['properties', 'patternProperties']
  // A name pattern that is no expression leaves open which members the keyword, and what is "additional" to it, mean.
  if (patterns.some(([pattern]) => !expressionOf(pattern)))
    return [undecided('patternProperties', schema), undecided('additionalProperties', schema, beside)]
  const rules = patterns.map(([pattern, inner]): ReadRule => {
    const form = document.form(below(below(at, 'patternProperties'), pattern), inner)
    return {
      keyword: 'patternProperties',
      steps: [pattern],
      rule: { rule: 'patternProperties', pattern, form },
      part: only('patternProperties', pattern, inner),
    }
  })
  const { additionalProperties } = schema
  if (additionalProperties === undefined) return rules
  const names = named(schema, 'properties').map(([name]) => name)
  const part = {
    additionalProperties,
    properties: Object.fromEntries(names.map((name) => [name, true])),
    patternProperties: Object.fromEntries(patterns.map(([pattern]) => [pattern, true])),
  }
  const form = document.form(below(at, 'additionalProperties'), additionalProperties)
  const rule = { rule: 'additionalProperties' as const, names, patterns: patterns.map(([pattern]) => pattern), form }
  return [...rules, { keyword: 'additionalProperties', rule, part }]
}

function readNames(schema: JsonObject, at: string, document: Document): readonly ReadRule[] {
  const { propertyNames } = schema
  if (propertyNames === undefined) return []
  const form = document.form(below(at, 'propertyNames'), propertyNames)
  return [{ keyword: 'propertyNames', rule: { rule: 'propertyNames', form }, part: { propertyNames } }]
}

function readDependencies(schema: JsonObject, at: string, document: Document): readonly ReadRule[] {
  return ['dependentRequired', 'dependentSchemas', 'dependencies'].flatMap((keyword) =>
    named(schema, keyword).map(([name, inner]): ReadRule => {
      if (isArray(inner))
        return {
          keyword,
          steps: [name],
          rule: { rule: 'dependentRequired', name, needs: texts(inner) },
          part: only('dependentRequired', name, inner),
        }
      const form = document.form(below(below(at, keyword), name), inner)
      return {
        keyword,
        steps: [name],
        rule: { rule: 'dependentSchemas', name, form },
        part: only('dependentSchemas', name, inner),
      }
    }),
  )
}

function named(schema: JsonObject, keyword: string): readonly (readonly [string, JsonValue])[] {
  const value = schema[keyword]
  return isObject(value) ? Object.entries(value) : []
}

function only(keyword: string, name: string, inner: JsonValue): JsonValue {
  return { [keyword]: Object.fromEntries([[name, inner]]) }
}

/** Whether a member falls under a rule that speaks of several names. */
export function coversName(
  rule: AtomOf<'properties' | 'patternProperties' | 'additionalProperties'>,
  name: string,
): boolean {
  if (rule.rule === 'properties') return rule.name === name
  if (rule.rule === 'patternProperties') return matches(rule.pattern, name)
  return !rule.names.includes(name) && !rule.patterns.some((pattern) => matches(pattern, name))
}

function matches(pattern: string, name: string): boolean {
  return expressionOf(pattern)?.test(name) ?? false
}

type MemberRule = AtomOf<
  | 'required'
  | 'properties'
  | 'patternProperties'
  | 'additionalProperties'
  | 'propertyNames'
  | 'dependentRequired'
  | 'dependentSchemas'
>

/** Whether an object keeps a rule of this family. */
export function keepsMembers(
  rule: MemberRule,
  value: JsonObject,
  accepts: (form: Form, value: JsonValue) => boolean,
): boolean {
  const has = (name: string): boolean => Object.hasOwn(value, name)
  switch (rule.rule) {
    case 'required':
      return has(rule.name)
    case 'propertyNames':
      return Object.keys(value).every((name) => accepts(rule.form, name))
    case 'dependentRequired':
      return !has(rule.name) || rule.needs.every(has)
    case 'dependentSchemas':
      return !has(rule.name) || accepts(rule.form, value)
    default:
      return Object.entries(value).every(([name, inner]) => !coversName(rule, name) || accepts(rule.form, inner))
  }
}
