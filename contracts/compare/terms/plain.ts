/** Terms compared member by member, where any change of a member changes what the contract means. */
import type { JsonValue } from '../../jcs.ts'
import type { Bilingual } from '../../types.ts'
import { BOTH, type Change, entriesOf, fromTo, onlyWords, REWORDED } from '../change.ts'
import { below, isArray, isObject } from '../json.ts'

/** A term that is one value: any change of it breaks both ways. */
export function whole(name: Bilingual, because: Bilingual) {
  return (old: JsonValue | undefined, next: JsonValue | undefined): readonly Change[] => {
    const { zh, en } = fromTo(old, next)
    return [{ breaks: BOTH, why: { zh: `${name.zh}${zh}：${because.zh}`, en: `${name.en} goes ${en}: ${because.en}` } }]
  }
}

/** What a changed entry does: a sentence when any change of it breaks both ways, or its own changes. */
export type Changed = Bilingual | ((name: string, old: JsonValue, next: JsonValue) => readonly Change[])

/** A term of named entries: one that comes breaks forward, one that goes backward; `changed` says what else. */
export function entrywise(name: Bilingual, nameOf: (entry: JsonValue) => string, changed: Changed) {
  const place = (value: JsonValue | undefined, key: string): string =>
    isArray(value) ? `/${value.findIndex((entry) => nameOf(entry) === key)}` : below('', key)
  return (old: JsonValue | undefined, next: JsonValue | undefined): readonly Change[] => {
    const found = entriesOf(old, next, nameOf)
    return [
      ...found.removed.map(([key]): Change => {
        const why = { zh: `${name.zh} ${key} 删去`, en: `${name.en} ${key} is taken out` }
        return { breaks: ['backward'], below: place(old, key), within: 'old', why }
      }),
      ...found.added.map(([key]): Change => {
        const why = { zh: `${name.zh} ${key} 新增`, en: `${name.en} ${key} is new` }
        return { breaks: ['forward'], below: place(next, key), why }
      }),
      ...found.changed.flatMap(([key, before, now]) =>
        (onlyWords(before, now) ? [REWORDED] : entryChanges(name, changed, [key, before, now])).map((change) => ({
          ...change,
          below: `${place(next, key)}${change.below ?? ''}`,
        })),
      ),
    ]
  }
}

function entryChanges(
  name: Bilingual,
  changed: Changed,
  [key, before, now]: readonly [string, JsonValue, JsonValue],
): readonly Change[] {
  if (typeof changed === 'function') return changed(key, before, now)
  const { zh, en } = differing(before, now)
  const why = { zh: `${name.zh} ${key} ${zh}：${changed.zh}`, en: `${name.en} ${key} goes ${en}: ${changed.en}` }
  return [{ breaks: BOTH, why }]
}

/** From and to, only of the members that differ. */
export function differing(old: JsonValue, next: JsonValue): Bilingual {
  if (!isObject(old) || !isObject(next)) return fromTo(old, next)
  const { removed, added, changed } = entriesOf(old, next)
  const parts = [
    ...removed.map(([name, value]) => [name, fromTo(value, undefined)] as const),
    ...added.map(([name, value]) => [name, fromTo(undefined, value)] as const),
    ...changed
      .filter(([, one, other]) => !onlyWords(one, other))
      .map(([name, one, other]) => [name, fromTo(one, other)] as const),
  ]
  return {
    zh: parts.map(([name, { zh }]) => `${name} ${zh}`).join('，'),
    en: parts.map(([name, { en }]) => `${name} ${en}`).join(', '),
  }
}

/** A term that nothing here knows. */
export function plain(name: Bilingual) {
  return (old: JsonValue | undefined, next: JsonValue | undefined): readonly Change[] => {
    const { zh, en } = old === undefined || next === undefined ? fromTo(old, next) : differing(old, next)
    return [
      {
        breaks: BOTH,
        unknown: true,
        within: next === undefined ? 'old' : 'new',
        why: {
          zh: `${name.zh}：${zh}；不知其含义，按不兼容处理`,
          en: `${name.en}: ${en}; what it means is not known here, so it counts as breaking`,
        },
      },
    ]
  }
}
