/** A difference in meaning or terms, on its way to a finding. */
import type { JsonValue } from '../jcs.ts'
import type { Bilingual } from '../types.ts'
import { isArray, isObject, type JsonObject, same } from './json.ts'
import type { Direction, Finding, Side } from './types.ts'

/** What a difference of meaning or terms does. */
export interface Change {
  readonly breaks: readonly Direction[]
  readonly why: Bilingual
  readonly consent?: boolean
  /** Only said otherwise. */
  readonly words?: boolean
  /** Nothing here knows what the difference means, and so it counts as breaking. */
  readonly unknown?: boolean
  /** Below the pointer of the whole, where it is not all of it that differs. */
  readonly below?: string
  /** The version it stands in; the new one unless said. */
  readonly within?: Side
}

/** Both directions. */
export const BOTH: readonly Direction[] = ['backward', 'forward']

/** A change of nothing but words. */
export const REWORDED: Change = { breaks: [], words: true, why: { zh: '只改文字', en: 'only worded otherwise' } }

const NO_EXAMPLE: Readonly<Record<'meaning' | 'terms' | 'words', Bilingual>> = {
  meaning: {
    zh: '两版接受的数据相同，含义不同，没有能区分两版的实例',
    en: 'both versions accept the same values and mean different things; no instance can tell them apart',
  },
  terms: {
    zh: '条款不在数据的形状里，没有能区分两版的实例',
    en: 'terms are not in the shape of data; no instance can tell the versions apart',
  },
  words: { zh: '只改文字，没有反例', en: 'only words differ; there is no counter-example' },
}

/** The finding of a change. */
export function changeFinding(
  change: Change,
  where: {
    readonly kind: 'meaning' | 'terms'
    readonly rule: string
    readonly pointer: string
    readonly places?: readonly string[]
  },
): Finding {
  const kind = change.words ? 'words' : where.kind
  return {
    kind,
    rule: where.rule,
    pointer: `${where.pointer}${change.below ?? ''}`,
    within: change.within ?? 'new',
    places: where.places ?? [],
    breaks: change.breaks,
    decided: change.unknown !== true,
    consent: change.consent === true,
    why: change.why,
    example: null,
    noExample: NO_EXAMPLE[kind],
  }
}

/** A value without what is only read by people: members `zh` and `en`, at any depth. */
function withoutWords(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(withoutWords)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !((name === 'zh' || name === 'en') && typeof inner === 'string'))
      .map(([name, inner]) => [name, withoutWords(inner)]),
  )
}

/** Whether two values differ in nothing but words. */
export function onlyWords(old: JsonValue | undefined, next: JsonValue | undefined): boolean {
  return old !== undefined && next !== undefined && same(withoutWords(old), withoutWords(next))
}

/** Entries that were taken out, put in, and kept but changed, by what names them. */
export interface Entries {
  readonly removed: readonly (readonly [string, JsonValue])[]
  readonly added: readonly (readonly [string, JsonValue])[]
  readonly changed: readonly (readonly [string, JsonValue, JsonValue])[]
}

/** Members of two objects, or entries of two lists named by `nameOf`, set against each other. */
export function entriesOf(
  old: JsonValue | undefined,
  next: JsonValue | undefined,
  nameOf: (entry: JsonValue) => string = (entry) => JSON.stringify(entry),
): Entries {
  const [one, other] = [named(old, nameOf), named(next, nameOf)]
  return {
    removed: [...one].filter(([name]) => !other.has(name)),
    added: [...other].filter(([name]) => !one.has(name)),
    changed: [...one].flatMap(([name, value]) => {
      const now = other.get(name)
      return now === undefined || same(value, now) ? [] : [[name, value, now] as const]
    }),
  }
}

function named(value: JsonValue | undefined, nameOf: (entry: JsonValue) => string): ReadonlyMap<string, JsonValue> {
  if (isArray(value)) {
    // A name met again is told apart by its count, so that no entry is lost.
    const entries = [...Map.groupBy(value, nameOf)].flatMap(([name, list]) =>
      list.map((entry, at) => [at === 0 ? name : `${name} (${at + 1})`, entry] as const),
    )
    return new Map(entries)
  }
  return new Map(isObject(value) ? Object.entries(value) : [])
}

/** An object with only some of its members. */
export function without(value: JsonValue, ...names: readonly string[]): JsonObject {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) : {}
}

/** A value as a sentence quotes it. */
export function quoted(value: JsonValue | undefined): string {
  if (value === undefined) return '—'
  if (typeof value === 'string') return value
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** From one value to another, in a sentence. */
export function fromTo(old: JsonValue | undefined, next: JsonValue | undefined): Bilingual {
  return { zh: `由 ${quoted(old)} 改为 ${quoted(next)}`, en: `from ${quoted(old)} to ${quoted(next)}` }
}
