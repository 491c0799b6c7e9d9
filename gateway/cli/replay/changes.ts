/** Where two JSON values differ, by pointer (RFC 6901): members by name, lists by what was put in or taken out between equal ends. */

/** One place; `before` or `after` is undefined where it is not there at all. */
export interface Change {
  readonly pointer: string
  readonly before?: unknown
  readonly after?: unknown
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function* lists(before: readonly unknown[], after: readonly unknown[], pointer: string): Generator<Change> {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && same(before[start], after[start])) start++
  let end = 0
  while (end < shorter - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end++
  const [left, right] = [before.length - end, after.length - end]
  for (let at = start; at < Math.max(left, right); at++) {
    const place = `${pointer}/${at}`
    if (at >= left) yield { pointer: place, after: after[at] }
    else if (at >= right) yield { pointer: place, before: before[at] }
    else yield* between(before[at], after[at], place)
  }
}

function* between(before: unknown, after: unknown, pointer: string): Generator<Change> {
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const place = `${pointer}/${escaped(name)}`
      if (!Object.hasOwn(after, name)) yield { pointer: place, before: before[name] }
      else if (!Object.hasOwn(before, name)) yield { pointer: place, after: after[name] }
      else yield* between(before[name], after[name], place)
    }
    return
  }
  if (Array.isArray(before) && Array.isArray(after)) yield* lists(before, after, pointer)
  else if (!same(before, after)) yield { pointer, before, after }
}

/** Every place two values differ in; empty exactly when they are the same JSON, names in any order. */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  return [...between(before, after, '')]
}
