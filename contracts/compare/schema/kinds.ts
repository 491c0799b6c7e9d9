/** Which kind of value a keyword speaks of; a value of another kind keeps it (JSON Schema 2020-12 core §7.6.1). */
import type { Kind } from '../json.ts'
import type { Atom } from './form.ts'

const BY_KIND: readonly (readonly [Kind, string])[] = [
  ['number', 'exclusiveMaximum exclusiveMinimum maximum minimum multipleOf'],
  ['string', 'format maxLength minLength pattern'],
  ['array', 'contains items maxItems minItems prefixItems unevaluatedItems uniqueItems'],
  [
    'object',
    `additionalProperties dependentRequired dependentSchemas maxProperties minProperties patternProperties properties
    propertyNames required unevaluatedProperties`,
  ],
]

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  BY_KIND.flatMap(([kind, keywords]) => keywords.split(/\s+/).map((keyword) => [keyword, kind])),
)

/** The kind a rule speaks of; undefined when it speaks of every value. */
export function kindSpokenOf(atom: Atom): Kind | undefined {
  return KIND_OF.get(atom.rule === 'undecided' ? atom.keyword : atom.rule)
}
