/** A schema's rules: every family of keywords, what `allOf` and `$ref` bring in, and what cannot be decided. */
import type { JsonValue } from '../../jcs.ts'
import { below, isArray, isObject, type JsonObject } from '../json.ts'
import type { Compile, Document } from './document.ts'
import type { Atom } from './form.ts'
import { isSilent } from './keywords.ts'
import { readLists } from './lists.ts'
import { readLogic } from './logic.ts'
import { readMembers } from './members.ts'
import { readNumbers } from './numbers.ts'
import { type Reader, type ReadRule, undecided } from './reader.ts'
import { readTexts } from './texts.ts'
import { readValues } from './values.ts'

const FAMILIES: readonly Reader[] = [readValues, readNumbers, readTexts, readMembers, readLists, readLogic]

const READ: ReadonlySet<string> = new Set(
  `$ref additionalItems additionalProperties allOf anyOf const contains dependencies dependentRequired dependentSchemas
  else enum exclusiveMaximum exclusiveMinimum format if items maxContains maxItems maxLength maxProperties maximum
  minContains minItems minLength minProperties minimum multipleOf not oneOf pattern patternProperties prefixItems
  properties propertyNames required then type uniqueItems`.split(/\s+/),
)

/** More references than this in a chain lead round in a circle. */
const LONGEST_CHAIN = 64

/** The rules of a schema. */
export const compile: Compile = (schema, at, document) => rulesOf(schema, at, document, 0)

function rulesOf(schema: JsonValue, at: string, document: Document, chain: number): readonly Atom[] {
  if (schema === false) return [atomOf(nothing, at, document)]
  if (!isObject(schema)) return []
  const { $ref, allOf } = schema
  const own = (rule: ReadRule): Atom => atomOf(rule, at, document)
  const reference = typeof $ref === 'string' ? referred($ref, schema, at, document, chain) : []
  if (typeof $ref === 'string' && document.legacy) return reference
  return [
    ...FAMILIES.flatMap((read) => read(schema, at, document)).map(own),
    ...Object.keys(schema)
      .filter((keyword) => !READ.has(keyword) && !isSilent(keyword))
      .map((keyword) => own(undecided(keyword, schema, Object.keys(schema)))),
    ...reference,
    ...(at !== '' && isResource(schema) ? [own(resource(schema))] : []),
    ...(isArray(allOf)
      ? allOf.flatMap((inner, index) => rulesOf(inner, below(below(at, 'allOf'), index), document, chain))
      : []),
  ]
}

// A schema with an address of its own: references in it are not read from this document's root.
function isResource({ $id }: JsonObject): boolean {
  return typeof $id === 'string' && !$id.startsWith('#')
}

function resource({ $id = null }: JsonObject): ReadRule {
  return { keyword: '$id', rule: { rule: 'undecided', keyword: '$id' }, part: { resource: $id } }
}

const nothing: ReadRule = { keyword: '', rule: { rule: 'type', kinds: [], integer: false }, part: { type: [] } }

function referred(ref: string, schema: JsonObject, at: string, document: Document, chain: number): readonly Atom[] {
  const target = chain < LONGEST_CHAIN ? document.target(ref) : undefined
  if (!target) return [atomOf(undecided('$ref', schema), at, document)]
  return rulesOf(target.schema, target.at, document, chain + 1)
}

function atomOf({ keyword, steps = [], rule, part }: ReadRule, at: string, document: Document): Atom {
  const place = keyword === '' ? at : steps.reduce<string>(below, below(at, keyword))
  let mark: number | undefined
  return {
    ...rule,
    at: place,
    get mark() {
      mark ??= document.mark('rule', part)
      return mark
    },
  }
}
