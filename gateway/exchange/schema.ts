/** Reading a contract's JSON Schema for the sake of tables: references followed, titles and units as it states them. */
import type { Bilingual } from '../../contracts/types.ts'

/** A schema, or any other JSON object. */
export type Node = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A schema with its local reference followed, what it takes on from others joined to it; of alternatives the one that has members. */
export function resolved(schema: unknown, root: Node): Node {
  if (!isNode(schema)) return {}
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? ''
    const definitions = root.$defs
    const target = resolved(isNode(definitions) ? definitions[name] : undefined, root)
    return { ...target, ...schema }
  }
  if (Array.isArray(schema.allOf)) {
    const parts = schema.allOf.map((part) => resolved(part, root))
    return { ...Object.assign({}, ...parts), ...schema, properties: joined([...parts, schema]) }
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (!Array.isArray(choices)) return schema
  const chosen = choices.map((choice) => resolved(choice, root)).find(({ properties }) => isNode(properties))
  return chosen ? { ...chosen, ...schema, properties: chosen.properties } : schema
}

function joined(schemas: readonly Node[]): Node {
  const properties: Record<string, unknown> = {}
  for (const schema of schemas) {
    if (!isNode(schema.properties)) continue
    for (const [name, member] of Object.entries(schema.properties)) {
      const before = properties[name]
      properties[name] = isNode(before) && isNode(member) ? { ...before, ...member } : member
    }
  }
  return properties
}

/** The members of a figure: one cell, its digits as reported. */
export function isFigure(members: Node): boolean {
  return ['qualifier', 'reported', 'unit', 'value'].every((name) => Object.hasOwn(members, name))
}

/** What a schema calls itself; null where it has no title in both languages. */
export function titleOf(schema: Node): Bilingual | null {
  const title = schema['x-title']
  return isNode(title) && typeof title.zh === 'string' && typeof title.en === 'string'
    ? { zh: title.zh, en: title.en }
    : null
}

/** The unit a schema states its figures in; null where it states none. */
export function unitOf(schema: Node): string | null {
  const stated = schema['x-unit']
  if (typeof stated === 'string') return stated
  const unit = isNode(schema.properties) ? schema.properties.unit : undefined
  return isNode(unit) && typeof unit.const === 'string' ? unit.const : null
}
