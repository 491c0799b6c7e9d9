/** A schema as the comparison reads it: a conjunction of rules, each of one keyword, with references followed and spellings of drafts made one. */
import type { JsonValue } from '../../jcs.ts'
import type { Kind } from '../json.ts'

/** A schema. Its rules are read when first asked for, so that a schema may contain itself. */
export interface Form {
  /** JSON pointer of the schema in its document. */
  readonly at: string
  /** Equal marks mean the same values are accepted. */
  readonly mark: number
  atoms(): readonly Atom[]
}

/** A number a keyword compares with. */
export type LimitRule =
  | 'minimum'
  | 'maximum'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'maxProperties'

/** One rule of a schema; a schema holds when all of its rules do. */
export type Atom = { readonly at: string; readonly mark: number } & Rule

/** What a rule asks; `rule` is the keyword of JSON Schema 2020-12 it comes from. */
export type Rule =
  /** `integer`: of numbers only whole ones. No kinds at all: the schema `false`. */
  | { readonly rule: 'type'; readonly kinds: readonly Kind[]; readonly integer: boolean }
  | { readonly rule: 'enum'; readonly values: readonly JsonValue[] }
  | { readonly rule: LimitRule; readonly limit: number }
  | { readonly rule: 'pattern'; readonly pattern: string }
  | { readonly rule: 'format'; readonly format: string }
  | { readonly rule: 'prefixItems'; readonly index: number; readonly form: Form }
  | { readonly rule: 'items'; readonly from: number; readonly form: Form }
  | { readonly rule: 'uniqueItems' }
  | { readonly rule: 'contains'; readonly form: Form }
  | { readonly rule: 'required'; readonly name: string }
  | { readonly rule: 'properties'; readonly name: string; readonly form: Form }
  | { readonly rule: 'patternProperties'; readonly pattern: string; readonly form: Form }
  | {
      readonly rule: 'additionalProperties'
      readonly names: readonly string[]
      readonly patterns: readonly string[]
      readonly form: Form
    }
  | { readonly rule: 'propertyNames'; readonly form: Form }
  | { readonly rule: 'dependentRequired'; readonly name: string; readonly needs: readonly string[] }
  | { readonly rule: 'dependentSchemas'; readonly name: string; readonly form: Form }
  | { readonly rule: 'anyOf' | 'oneOf'; readonly forms: readonly Form[] }
  | { readonly rule: 'not'; readonly form: Form }
  | { readonly rule: 'if'; readonly when: Form; readonly matched: Form; readonly otherwise: Form }
  /** A keyword this comparison cannot decide; equal to itself and nothing more. */
  | { readonly rule: 'undecided'; readonly keyword: string }

/** A rule of one kind. */
export type AtomOf<R extends Atom['rule']> = Extract<Atom, { readonly rule: R }>

/** Numbers for texts, the same number for the same text; what marks are made of. */
export interface Marks {
  of(text: string): number
}

/** A fresh set of marks; two documents that are compared share one. */
export function marks(): Marks {
  const known = new Map<string, number>()
  return {
    of(text) {
      const found = known.get(text) ?? known.size
      known.set(text, found)
      return found
    },
  }
}

/** A schema made of rules rather than read. */
export function formOf(atoms: readonly Atom[], known: Marks): Form {
  const mark = known.of(`made ${atoms.map((atom) => atom.mark).join()}`)
  return { at: atoms[0]?.at ?? '', mark, atoms: () => atoms }
}
