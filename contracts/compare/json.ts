/** JSON values as the comparison handles them: kinds, equality, pointers (RFC 6901). */
import type { JsonValue } from '../jcs.ts'

/** The six kinds of a JSON value; whole numbers are numbers. */
export type Kind = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'null'
/** Every kind, in the order witnesses are tried. */
export const KINDS: readonly Kind[] = ['string', 'number', 'boolean', 'object', 'array', 'null']

/** An object of JSON. */
export type JsonObject = { readonly [member: string]: JsonValue }

/** Whether a value is a JSON object: no array, not null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a JSON array. */
export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** The kind of a value. */
export function kindOf(value: JsonValue): Kind {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  const kind = typeof value
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : 'object'
}

/** Whether two values are the same by the data model of JSON: members in any order. */
export function same(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true
  if (isArray(one))
    return isArray(other) && one.length === other.length && one.every((entry, at) => same(entry, other[at] ?? null))
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => sameMember(one, other, name))
}

function sameMember(one: JsonObject, other: JsonObject, name: string): boolean {
  return Object.hasOwn(other, name) && same(one[name] ?? null, other[name] ?? null)
}

/** The member of that name; never one an object inherits. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** The strings of an array; anything else is left out. */
export function texts(value: JsonValue | undefined): readonly string[] {
  return isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** A pointer one step further. */
export function below(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** What a pointer names, or undefined. */
export function at(root: JsonValue, pointer: string): JsonValue | undefined {
  if (pointer === '') return root
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<JsonValue | undefined>(
      (node, step) => (isArray(node) ? (/^\d+$/.test(step) ? node[Number(step)] : undefined) : member(node, step)),
      root,
    )
}

/** The characters of a text as JSON Schema counts them: code points. */
export function lengthOf(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
