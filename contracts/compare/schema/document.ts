/** A schema document: its draft, its references, and the marks that tell equal schemas. */
import { canonical, type JsonValue } from '../../jcs.ts'
import { below, isArray, isObject, type JsonObject, member, at as named } from '../json.ts'
import type { Atom, Form, Marks } from './form.ts'
import { APPLICATORS, type Holds, innerSchemas, isSilent } from './keywords.ts'

/** What a document offers to those who read its keywords. */
export interface Document {
  /** Draft-07 and older: `$ref` stands alone, `items` may be a list. */
  readonly legacy: boolean
  readonly marks: Marks
  /** The schema of a pointer. */
  form(at: string, schema: JsonValue): Form
  /** The mark of a whole schema, or of a rule by the part of the schema that makes it. */
  mark(of: 'schema' | 'rule', part: JsonValue): number
  /** The schema a `$ref` names and where it stands, or undefined: only this document is looked in. */
  target(ref: string): { readonly at: string; readonly schema: JsonValue } | undefined
}

/** Reads the rules of a schema. */
export type Compile = (schema: JsonValue, at: string, document: Document) => readonly Atom[]

/** The document of a schema. */
export function documentOf(root: JsonValue, marks: Marks, compile: Compile): Document {
  const forms = new Map<string, Form>()
  const anchors = new Map<string, string>()
  const draft = member(root, '$schema')
  const legacy = typeof draft === 'string' && /draft-0[3-7]/.test(draft)
  findAnchors(root, '', anchors)

  function pointerOf(ref: string): string | undefined {
    const own = member(root, '$id') ?? member(root, 'id')
    const local = typeof own === 'string' && ref.startsWith(`${own}#`) ? ref.slice(own.length) : ref
    if (local === '#' || local === own) return ''
    if (!local.startsWith('#')) return undefined
    if (!local.startsWith('#/')) return anchors.get(local.slice(1))
    try {
      return decodeURIComponent(local.slice(1))
    } catch {
      return undefined
    }
  }

  function reached(part: JsonValue, into: Map<string, JsonValue>): void {
    for (const ref of refsOf(part)) {
      if (into.has(ref)) continue
      const pointer = pointerOf(ref)
      const target = pointer === undefined ? undefined : named(root, pointer)
      // One that leads nowhere keeps its own name: equal only to the same.
      into.set(ref, target === undefined ? null : bare(target))
      if (target !== undefined) reached(target, into)
    }
  }

  const document: Document = {
    legacy,
    marks,
    form(at, schema) {
      const known = forms.get(at)
      if (known) return known
      let atoms: readonly Atom[] | undefined
      let mark: number | undefined
      const form: Form = {
        at,
        get mark() {
          mark ??= document.mark('schema', schema)
          return mark
        },
        atoms() {
          atoms ??= compile(schema, at, document)
          return atoms
        },
      }
      forms.set(at, form)
      return form
    },
    mark(of, part) {
      const targets = new Map<string, JsonValue>()
      reached(part, targets)
      return marks.of(`${of} ${legacy} ${canonical([bare(part), Object.fromEntries(targets)])}`)
    },
    target(ref) {
      const pointer = pointerOf(ref)
      const schema = pointer === undefined ? undefined : named(root, pointer)
      return pointer === undefined || schema === undefined ? undefined : { at: pointer, schema }
    },
  }
  return document
}

/** A schema without the words that accept everything. */
function bare(schema: JsonValue): JsonValue {
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !isSilent(keyword))
      .map(([keyword, value]) => [keyword, bareInside(value, APPLICATORS.get(keyword))]),
  )
}

function bareInside(value: JsonValue, holds: Holds | undefined): JsonValue {
  if (holds === undefined) return value
  if (isArray(value)) return value.map(bare)
  if (!holds.startsWith('named') || !isObject(value)) return bare(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isArray(inner) ? inner : bare(inner)]))
}

function refsOf(schema: JsonValue): readonly string[] {
  if (!isObject(schema)) return []
  const own = schema.$ref
  return [...(typeof own === 'string' ? [own] : []), ...innerSchemas(schema).flatMap((inner) => refsOf(inner.schema))]
}

/** Every named place: `$anchor`, and a `$id` of draft-07 that is only a fragment. */
function findAnchors(schema: JsonValue, at: string, into: Map<string, string>): void {
  if (!isObject(schema)) return
  const { $anchor, $id } = schema
  if (typeof $anchor === 'string') into.set($anchor, at)
  if (typeof $id === 'string' && $id.startsWith('#')) into.set($id.slice(1), at)
  for (const { steps, schema: inner } of innerSchemas(schema)) findAnchors(inner, steps.reduce<string>(below, at), into)
  for (const keyword of ['$defs', 'definitions'])
    for (const [name, inner] of Object.entries(membersOf(schema, keyword)))
      findAnchors(inner, below(below(at, keyword), name), into)
}

function membersOf(schema: JsonObject, keyword: string): JsonObject {
  const value = member(schema, keyword)
  return isObject(value) ? value : {}
}
