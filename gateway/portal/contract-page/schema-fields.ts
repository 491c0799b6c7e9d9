/** A contract's schema as fields a person can read: path, title, type, unit, rules, meaning (JSON Schema 2020-12, as contracts use it). */
import type { Bilingual } from '../../../contracts/types.ts'
import { isMembers, listOf, type Members, membersOf } from './members.ts'
import { type FieldRule, rulesOf } from './schema-rules.ts'

/** One member of a record, or of a definition. */
export interface Field {
  /** Names joined by dots; `[]` after an array. */
  readonly path: string
  readonly title: Bilingual | null
  /** JSON types, and `enum` where only values are named. */
  readonly types: readonly string[]
  /** Definitions it refers to. */
  readonly refs: readonly string[]
  readonly required: boolean
  readonly unit: string | null
  readonly rules: readonly FieldRule[]
  readonly description: string | null
  readonly source: string | null
}

/** A definition that several fields share. */
export interface Definition {
  readonly name: string
  readonly title: Bilingual | null
  readonly description: string | null
  readonly types: readonly string[]
  readonly rules: readonly FieldRule[]
  readonly fields: readonly Field[]
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function titleOf(schema: Members): Bilingual | null {
  const { zh, en } = membersOf(schema['x-title'])
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null
}

/** A schema with the branches it is made of: itself, and those of allOf and anyOf. */
function branches(schema: Members): readonly Members[] {
  const own = [...listOf(schema.allOf), ...listOf(schema.anyOf)].map(membersOf)
  return [schema, ...own.filter((branch) => branch.if === undefined)]
}

function typesOf(schema: Members): readonly string[] {
  const found = branches(schema).flatMap(({ const: fixed, enum: values, type }) => {
    if (typeof type === 'string') return [type]
    if (Array.isArray(type)) return type.map(String)
    return values === undefined && fixed === undefined ? [] : ['enum']
  })
  return [...new Set(found)]
}

function refsOf(schema: Members): readonly string[] {
  const named = branches(schema).flatMap(({ $ref, items }) => [$ref, membersOf(items).$ref])
  return [...new Set(named.flatMap((ref) => /^#\/\$defs\/(.+)$/.exec(String(ref ?? ''))?.[1] ?? []))]
}

/** Members of an object, or of the objects in an array; a shared definition's own members are told once, with it. */
function childrenOf(schema: Members): readonly (readonly [suffix: string, schema: Members])[] {
  const items = membersOf(schema.items)
  const found: (readonly [string, Members])[] = []
  if (refsOf(schema).length === 0 && isMembers(schema.properties)) found.push(['', schema])
  if (isMembers(items.properties)) found.push(['[]', items])
  return found
}

function fieldsIn(schema: Members, prefix: string): Field[] {
  const required = new Set(listOf(schema.required).map(String))
  return Object.entries(membersOf(schema.properties)).flatMap(([name, value]) => {
    const member = membersOf(value)
    const path = `${prefix}${name}`
    const field: Field = {
      path,
      title: titleOf(member),
      types: typesOf(member),
      refs: refsOf(member),
      required: required.has(name),
      unit: textOf(member['x-unit']),
      rules: branches(member).flatMap(rulesOf),
      description: textOf(member.description),
      source: textOf(member['x-source']),
    }
    return [field, ...childrenOf(member).flatMap(([suffix, child]) => fieldsIn(child, `${path}${suffix}.`))]
  })
}

/** The fields of a record, in the order the contract has them, each before what it holds. */
export function fieldsOf(schema: object): readonly Field[] {
  return fieldsIn(membersOf(schema), '')
}

/** The definitions fields refer to. */
export function definitionsOf(schema: object): readonly Definition[] {
  return Object.entries(membersOf(membersOf(schema).$defs)).map(([name, value]) => {
    const definition = membersOf(value)
    return {
      name,
      title: titleOf(definition),
      description: textOf(definition.description),
      types: typesOf(definition),
      rules: branches(definition).flatMap(rulesOf),
      fields: fieldsIn(definition, ''),
    }
  })
}

/** Rules between members: each if–then–else of the schema, as written. */
export function conditionsOf(schema: object): readonly object[] {
  return listOf(membersOf(schema).allOf)
    .map(membersOf)
    .filter((branch) => branch.if !== undefined)
}
