/** What a schema says of each place of a record beside what it accepts: units, methods, sources, titles. */
import type { JsonValue } from '../../jcs.ts'
import { below, isArray, isObject, type JsonObject } from '../json.ts'
import type { Document } from '../schema/document.ts'
import { SILENT } from '../schema/keywords.ts'

/** One annotation, and where in the document it stands. */
export interface Annotation {
  readonly value: JsonValue
  readonly at: string
}

/** Annotations by keyword, by the place in a record they speak of. */
export type Annotations = ReadonlyMap<string, ReadonlyMap<string, Annotation>>

/** Keywords that name places of the document and say nothing of a record. */
const NAMING: ReadonlySet<string> = new Set(['$anchor', '$defs', '$id', '$schema', '$vocabulary', 'definitions', 'id'])

/** Where one alternative stands beside others, its number is part of the place; people see the place without it. */
const ALTERNATIVE = /⟨[^⟩]*⟩/g

/** A place as people read it. */
export function placeOf(key: string): string {
  return key.replace(ALTERNATIVE, '')
}

/** Everything a schema says of the places of a record. What stands nearer wins over what a reference brings. */
export function annotationsOf(root: JsonValue, document: Document): Annotations {
  const found = new Map<string, Map<string, Annotation>>()

  function note(place: string, keyword: string, annotation: Annotation): void {
    const here = found.get(place) ?? new Map<string, Annotation>()
    found.set(place, here)
    if (!here.has(keyword)) here.set(keyword, annotation)
  }

  function visit(schema: JsonValue, at: string, place: string, above: readonly string[]): void {
    if (!isObject(schema) || above.includes(at)) return
    const trail = [...above, at]
    if (!found.has(place)) found.set(place, new Map())
    const { $ref } = schema
    const alone = document.legacy && typeof $ref === 'string'
    for (const [keyword, value] of alone ? [] : Object.entries(schema))
      if ((keyword.startsWith('x-') || SILENT.has(keyword)) && !NAMING.has(keyword))
        note(place, keyword, { value, at: below(at, keyword) })
    for (const [steps, inner, to] of alone ? [] : placesIn(schema, place))
      visit(inner, steps.reduce(below, at), to, trail)
    const target = typeof $ref === 'string' ? document.target($ref) : undefined
    if (target) visit(target.schema, target.at, place, trail)
  }

  visit(root, '', '', [])
  return found
}

type Step = readonly [steps: readonly string[], schema: JsonValue, place: string]

/** The schemas in a schema, each with the place of the record it speaks of. */
function placesIn(schema: JsonObject, place: string): readonly Step[] {
  const each = (keyword: string, to: (index: number) => string): readonly Step[] => {
    const value = schema[keyword]
    return isArray(value) ? value.map((inner, index) => [[keyword, String(index)], inner, to(index)]) : []
  }
  const named = (keyword: string, to: (name: string) => string): readonly Step[] => {
    const value = schema[keyword]
    return isObject(value) ? Object.entries(value).map(([name, inner]) => [[keyword, name], inner, to(name)]) : []
  }
  const one = (keyword: string, to: string): readonly Step[] => {
    const value = schema[keyword]
    return value === undefined || isArray(value) ? [] : [[[keyword], value, to]]
  }
  return [
    ...each('allOf', () => place),
    ...['anyOf', 'oneOf'].flatMap((keyword) => each(keyword, (index) => `${place}⟨${keyword} ${index}⟩`)),
    ...['then', 'else'].flatMap((keyword) => one(keyword, `${place}⟨${keyword}⟩`)),
    ...named('properties', (name) => below(place, name)),
    ...named('patternProperties', (pattern) => `${below(place, '*')}⟨${pattern}⟩`),
    ...['prefixItems', 'items'].flatMap((keyword) => each(keyword, (index) => below(place, index))),
    ...['additionalProperties', 'items', 'additionalItems', 'contains'].flatMap((keyword) =>
      one(keyword, `${below(place, '*')}⟨${keyword}⟩`),
    ),
  ]
}
