/** How a family of keywords is read: its rules, each with the part of the schema that makes it. */
import type { JsonValue } from '../../jcs.ts'
import type { JsonObject } from '../json.ts'
import type { Document } from './document.ts'
import type { Rule } from './form.ts'

/** A rule as read. `keyword` is where it stands in the schema, further `steps` below it; `part` marks it. */
export interface ReadRule {
  readonly keyword: string
  readonly steps?: readonly (string | number)[]
  readonly rule: Rule
  readonly part: JsonValue
}

/** Reads one family of keywords of a schema at a pointer. */
export type Reader = (schema: JsonObject, at: string, document: Document) => readonly ReadRule[]

/** A rule that cannot be decided, marked by its keyword and those it works with. */
export function undecided(keyword: string, schema: JsonObject, beside: readonly string[] = []): ReadRule {
  const names = [keyword, ...beside].filter((name) => Object.hasOwn(schema, name))
  const part = Object.fromEntries(names.map((name) => [name, schema[name] ?? null]))
  return { keyword, rule: { rule: 'undecided', keyword }, part }
}
