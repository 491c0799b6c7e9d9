/** Guards for reference data kept as JSON: `unknown` in, a typed value out, or a TypeError that names the members at fault. */

/** Tells whether a value is a `T`; adds what is wrong, by JSON pointer, to `faults`. */
export type Guard<T> = (value: unknown, at: string, faults: string[]) => value is T

/** The value as a `T`; throws TypeError naming `what` and the first faults. */
export function read<T>(what: string, guard: Guard<T>, value: unknown): T {
  const faults: string[] = []
  if (guard(value, '', faults)) return value
  throw new TypeError(`${what}: ${faults.slice(0, 5).join('; ')}`)
}

/** A string of at least one character. */
export const text: Guard<string> = (value, at, faults): value is string =>
  (typeof value === 'string' && value.length > 0) || fault(at, 'expected a text', faults)

/** A string of the given form; `form` says it in words. */
export function matching(pattern: RegExp, form: string): Guard<string> {
  return (value, at, faults): value is string =>
    (typeof value === 'string' && pattern.test(value)) || fault(at, `expected ${form}`, faults)
}

/** A number, finite. */
export const number: Guard<number> = (value, at, faults): value is number =>
  Number.isFinite(value) || fault(at, 'expected a number', faults)

/** A whole number of 1 or more. */
export const ordinal: Guard<number> = (value, at, faults): value is number =>
  (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) || fault(at, 'expected 1 or more', faults)

/** True or false. */
export const flag: Guard<boolean> = (value, at, faults): value is boolean =>
  typeof value === 'boolean' || fault(at, 'expected true or false', faults)

/** One of the values listed. */
export function oneOf<const T extends string | number>(...values: readonly T[]): Guard<T> {
  return (value, at, faults): value is T =>
    values.some((known) => known === value) || fault(at, `expected one of ${values.join(', ')}`, faults)
}

/** The value, or null. */
export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value, at, faults): value is T | null => value === null || guard(value, at, faults)
}

/** The value, or no member at all. */
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value, at, faults): value is T | undefined => value === undefined || guard(value, at, faults)
}

/** An array of them. */
export function list<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value, at, faults): value is readonly T[] => {
    if (!Array.isArray(value)) return fault(at, 'expected an array', faults)
    const sound = value.map((entry, index) => guard(entry, `${at}/${index}`, faults))
    return sound.every(Boolean)
  }
}

/** An object whose members are all of one kind. */
export function dictionary<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value, at, faults): value is Readonly<Record<string, T>> => {
    if (!isObject(value)) return fault(at, 'expected an object', faults)
    const sound = Object.entries(value).map(([name, member]) => guard(member, `${at}/${name}`, faults))
    return sound.every(Boolean)
  }
}

/** An object of exactly these members; one that may be absent takes `optional`. */
export function shape<T extends object>(guards: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const members = Object.entries<Guard<unknown>>(guards)
  return (value, at, faults): value is T => {
    if (!isObject(value)) return fault(at, 'expected an object', faults)
    const sound = members.map(([name, guard]) => guard(value[name], `${at}/${name}`, faults))
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(guards, name))
    for (const name of unknown) fault(`${at}/${token(name)}`, 'not a known member', faults)
    return unknown.length === 0 && sound.every(Boolean)
  }
}

/** A member's name within a JSON pointer (RFC 6901 §3). */
function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(at: string, what: string, faults: string[]): false {
  faults.push(`${at || '/'} ${what}`)
  return false
}
