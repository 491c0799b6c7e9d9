/** The canonical form of JSON, wherever JSON is hashed or signed (RFC 8785, over the I-JSON of RFC 7493). */
import canonicalize from 'canonicalize'

/** A value JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue }

/** Deeper than this is refused, so that no input can exhaust the stack. */
export const JCS_DEPTH = 256

/**
 * The canonical text of a value. Throws TypeError on what JSON cannot hold (undefined, NaN, infinities, bigint,
 * functions, class instances, cycles), on lone surrogates and on nesting deeper than `JCS_DEPTH`.
 */
export function canonical(value: unknown): string {
  mustBeJson(value, 0)
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('expected a JSON value')
  return text
}

/** The value of a text that is its own canonical form; undefined when it is not, or is no JSON at all. */
export function parseCanonical(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return canonical(value) === text ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

/** Whether a text is JSON and its own canonical form. */
export function isCanonical(text: string): boolean {
  return parseCanonical(text) !== undefined
}

function mustBeJson(value: unknown, depth: number): void {
  switch (typeof value) {
    case 'boolean':
      return
    case 'string':
      mustBeWellFormed(value)
      return
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`expected a finite number, got ${value}`)
      return
    case 'object':
      if (value !== null) mustBePlain(value, depth + 1)
      return
    default:
      throw new TypeError(`expected a JSON value, got ${typeof value}`)
  }
}

function mustBePlain(value: object, depth: number): void {
  if (depth > JCS_DEPTH) throw new TypeError(`expected at most ${JCS_DEPTH} levels of nesting`)
  // The package would call it, and the hash would cover another value than the caller's.
  if ('toJSON' in value) throw new TypeError('expected plain JSON, got an object with toJSON')
  if (Array.isArray(value)) {
    // By index: `forEach` and `map` would pass over holes, which JSON would write as null.
    for (let index = 0; index < value.length; index++) mustBeJson(value[index], depth)
    return
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('expected a plain object or array')
  for (const [name, member] of Object.entries(value)) {
    mustBeWellFormed(name)
    mustBeJson(member, depth)
  }
}

function mustBeWellFormed(text: string): void {
  if (!text.isWellFormed()) throw new TypeError('expected well-formed Unicode, got a lone surrogate')
}
