/** Regular languages with derivatives (Brzozowski 1964; Owens, Reppy, Turon 2009): terms are interned, so equal states are one object. */
import { ALL, has, type Ranges } from './ranges.ts'

/** A language. `nullable` says whether it has the empty text. */
export type Language = { readonly id: number; readonly nullable: boolean } & (
  | { readonly node: 'nothing' | 'empty' }
  | { readonly node: 'set'; readonly ranges: Ranges }
  | { readonly node: 'join'; readonly head: Language; readonly tail: Language }
  | { readonly node: 'union'; readonly parts: readonly Language[] }
  | { readonly node: 'repeat'; readonly part: Language; readonly min: number; readonly max: number }
)

type Shape = Language extends infer L ? (L extends Language ? Omit<L, 'id' | 'nullable'> : never) : never

/** Makes languages of one family; languages of two families are not to be mixed. */
export interface Languages {
  readonly nothing: Language
  readonly empty: Language
  /** Every text. */
  readonly everything: Language
  set(ranges: Ranges): Language
  join(parts: readonly Language[]): Language
  union(parts: readonly Language[]): Language
  repeat(part: Language, min: number, max: number): Language
  /** Exactly this text. */
  text(value: string): Language
  /** What may follow once this code point has been read. */
  after(language: Language, point: number): Language
}

/** A family of languages. */
export function languages(): Languages {
  const known = new Map<string, Language>()
  const derived = new Map<string, Language>()
  const intern = (key: string, nullable: boolean, shape: Shape): Language => {
    const found = known.get(key)
    if (found) return found
    const made: Language = { ...shape, id: known.size, nullable }
    known.set(key, made)
    return made
  }

  const nothing = intern('nothing', false, { node: 'nothing' })
  const empty = intern('empty', true, { node: 'empty' })
  const set = (ranges: Ranges): Language =>
    ranges.length === 0 ? nothing : intern(`[${ranges.join()}]`, false, { node: 'set', ranges })

  function pair(head: Language, tail: Language): Language {
    if (head === nothing || tail === nothing) return nothing
    if (head === empty) return tail
    if (tail === empty) return head
    // To the right, so that one language is one term however it was joined.
    if (head.node === 'join') return pair(head.head, pair(head.tail, tail))
    if (head === everything && tail.node === 'join' && tail.head === everything) return tail
    if (head === everything && tail === everything) return everything
    return intern(`${head.id}.${tail.id}`, head.nullable && tail.nullable, { node: 'join', head, tail })
  }

  function union(parts: readonly Language[]): Language {
    const flat = new Set(parts.flatMap((part) => (part.node === 'union' ? part.parts : [part])))
    flat.delete(nothing)
    if (flat.has(everything)) return everything
    const sorted = [...flat].sort((one, other) => one.id - other.id)
    const [only] = sorted
    if (only === undefined) return nothing
    if (sorted.length === 1) return only
    const key = `|${sorted.map(({ id }) => id).join()}`
    return intern(
      key,
      sorted.some(({ nullable }) => nullable),
      { node: 'union', parts: sorted },
    )
  }

  function repeat(part: Language, min: number, max: number): Language {
    if (max === 0 || part === empty) return empty
    if (part === nothing) return min === 0 ? empty : nothing
    if (min === 1 && max === 1) return part
    const least = part.nullable ? 0 : min
    return intern(`${part.id}{${least},${max}}`, least === 0, { node: 'repeat', part, min: least, max })
  }

  const everything = repeat(set(ALL), 0, Number.POSITIVE_INFINITY)

  function derive(language: Language, point: number): Language {
    switch (language.node) {
      case 'nothing':
      case 'empty':
        return nothing
      case 'set':
        return has(language.ranges, point) ? empty : nothing
      case 'join': {
        const first = pair(after(language.head, point), language.tail)
        return language.head.nullable ? union([first, after(language.tail, point)]) : first
      }
      case 'union':
        return union(language.parts.map((part) => after(part, point)))
      case 'repeat': {
        const { part, min, max } = language
        return pair(after(part, point), repeat(part, Math.max(min - 1, 0), max - 1))
      }
    }
  }

  function after(language: Language, point: number): Language {
    const key = `${language.id}/${point}`
    const found = derived.get(key)
    if (found) return found
    const made = derive(language, point)
    derived.set(key, made)
    return made
  }

  return {
    nothing,
    empty,
    everything,
    set,
    join: (parts) => parts.reduceRight((tail, head) => pair(head, tail), empty),
    union,
    repeat,
    text: (value) =>
      [...value].reduceRight((tail, point) => {
        const code = point.codePointAt(0) ?? 0
        return pair(set([code, code]), tail)
      }, empty),
    after,
  }
}

/** The sets a language may begin with: between their edges every code point leads to the same language. */
export function beginnings(language: Language): readonly Ranges[] {
  switch (language.node) {
    case 'nothing':
    case 'empty':
      return []
    case 'set':
      return [language.ranges]
    case 'join':
      return language.head.nullable
        ? [...beginnings(language.head), ...beginnings(language.tail)]
        : beginnings(language.head)
    case 'union':
      return language.parts.flatMap(beginnings)
    case 'repeat':
      return beginnings(language.part)
  }
}
