/** Where a schema has schemas in it, and which keywords say nothing of what is accepted (JSON Schema 2020-12 core §10, validation §8–9; draft-07). */
import type { JsonValue } from '../../jcs.ts'
import { isArray, isObject, type JsonObject } from '../json.ts'

/** What a keyword holds. */
export type Holds = 'schema' | 'schemas' | 'named' | 'schema or schemas' | 'named or names'

const BY_CONTENT: readonly (readonly [Holds, string])[] = [
  [
    'schema',
    'additionalItems additionalProperties contains else if not propertyNames then unevaluatedItems unevaluatedProperties',
  ],
  ['schemas', 'allOf anyOf oneOf prefixItems'],
  ['named', 'dependentSchemas patternProperties properties'],
  ['schema or schemas', 'items'],
  ['named or names', 'dependencies'],
]

/** What each keyword with schemas in it holds. */
export const APPLICATORS: ReadonlyMap<string, Holds> = new Map(
  BY_CONTENT.flatMap(([holds, keywords]) => keywords.split(' ').map((keyword) => [keyword, holds])),
)

/** Keywords that accept every value: for people, or naming something for references. */
export const SILENT: ReadonlySet<string> = new Set([
  '$anchor',
  '$comment',
  '$defs',
  '$id',
  '$schema',
  '$vocabulary',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'default',
  'definitions',
  'deprecated',
  'description',
  'examples',
  'id',
  'readOnly',
  'title',
  'writeOnly',
])

/** Whether a keyword accepts every value. */
export function isSilent(keyword: string): boolean {
  return keyword.startsWith('x-') || SILENT.has(keyword)
}

/** A schema inside another: the steps from the keyword on, and itself. */
export interface Inner {
  readonly keyword: string
  readonly steps: readonly (string | number)[]
  readonly schema: JsonValue
}

/** The schemas directly in a schema, by keyword; definitions are no part of it. */
export function innerSchemas(schema: JsonObject): readonly Inner[] {
  return Object.entries(schema).flatMap(([keyword, value]): readonly Inner[] => {
    const holds = APPLICATORS.get(keyword)
    if (holds === undefined) return []
    if (isArray(value)) {
      return holds === 'schemas' || holds === 'schema or schemas'
        ? value.map((inner, index) => ({ keyword, steps: [keyword, index], schema: inner }))
        : []
    }
    if (holds === 'schema' || holds === 'schema or schemas') return [{ keyword, steps: [keyword], schema: value }]
    if (!isObject(value)) return []
    return Object.entries(value)
      .filter(([, inner]) => !isArray(inner))
      .map(([name, inner]) => ({ keyword, steps: [keyword, name], schema: inner }))
  })
}
