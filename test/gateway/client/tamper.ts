/** Ways to change a bundle, for tests that none of them passes. */
import { canonical } from '../../../contracts/jcs.ts'
import { type CheckId, verifyBundle } from '../../../gateway/client/verify/index.ts'
import type { ProofBundle } from '../../../gateway/release/bundle-types.ts'

type Editable<T> = T extends readonly (infer E)[]
  ? Editable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Editable<T[K]> }
    : T

/** A bundle that may be edited. */
export type EditableBundle = Editable<ProofBundle>

/** The file of a bundle after an edit. */
export function edited(file: string, edit: (bundle: EditableBundle) => void): string {
  const bundle: EditableBundle = JSON.parse(file)
  edit(bundle)
  return canonical(bundle)
}

/** The first check that fails; null when all hold, `consistent` when none fails but not all are sure. */
export function failedCheck(file: string | Uint8Array, trust: unknown): CheckId | 'consistent' | null {
  const { ok, checks } = verifyBundle(file, trust)
  if (ok) return null
  return checks.find(({ state }) => state === 'failed')?.id ?? 'consistent'
}

/** The element at a place, which must be there. */
export function at<T>(list: readonly T[], place: number): T {
  const found = list.at(place)
  if (found === undefined) throw new RangeError(`nothing at ${place}`)
  return found
}

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json }

const ALPHABETS = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
]

// Within Base 64 the next character of the alphabet: at the end of a text it may change only bits that mean nothing.
function neighbour(char: string): string {
  const alphabet = ALPHABETS.find((one) => one.includes(char))
  return alphabet ? at([...alphabet], (alphabet.indexOf(char) ^ 1) % 64) : char === '=' ? 'A' : 'x'
}

function flips(text: string): string[] {
  const lastData = text.replace(/=+$/, '').length - 1
  const places = new Set([0, text.length >> 1, lastData, text.length - 1])
  const changed = [...places].map(
    (place) => text.slice(0, place) + neighbour(text.charAt(place)) + text.slice(place + 1),
  )
  return [...changed, `${text}A`, `${text}=`, text.slice(0, -1), ''].filter((one) => one !== text)
}

function* listChanges(list: Json[]): Generator<Json[]> {
  for (const [index, entry] of list.entries()) {
    yield list.toSpliced(index, 1)
    yield list.toSpliced(index, 0, entry)
    if (index > 0) yield list.toSpliced(index - 1, 2, entry, at(list, index - 1))
  }
  yield [...list, null]
  if (list.length > 0) yield []
  if (list.length > 2) yield list.toReversed()
}

/** Every small change of a JSON value: of each text, number and truth in it, of each list's elements and each object's members. */
export function* changes(value: Json, path = ''): Generator<{ readonly path: string; readonly value: Json }> {
  if (typeof value === 'string') for (const text of flips(value)) yield { path, value: text }
  if (typeof value === 'number')
    for (const number of [value + 1, value - 1, -value - 1, value + 0.5, String(value)]) yield { path, value: number }
  if (typeof value === 'boolean') yield { path, value: !value }
  if (value === null) yield { path, value: 0 }
  else yield { path, value: null }
  if (Array.isArray(value)) {
    for (const changed of listChanges(value))
      if (canonical(changed) !== canonical(value)) yield { path, value: changed }
    for (const [index, entry] of value.entries()) {
      for (const one of changes(entry, `${path}/${index}`))
        yield { path: one.path, value: value.with(index, one.value) }
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { path: `${path}/extra`, value: { ...value, extra: 1 } }
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _dropped, ...rest } = value
      yield { path: `${path}/${name}`, value: rest }
      yield { path: `${path}/${name}`, value: { ...rest, [`${name}s`]: member } }
      for (const one of changes(member, `${path}/${name}`))
        yield { path: one.path, value: { ...value, [name]: one.value } }
    }
  }
}
