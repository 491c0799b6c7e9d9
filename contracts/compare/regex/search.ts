/** A text that some languages have and others have not: breadth first over derivatives, so the shortest comes first. */
import { beginnings, type Language, type Languages } from './language.ts'
import { ALL, common, inverse, type Ranges } from './ranges.ts'

/** States looked at before a search gives up. */
export const MOST_STATES = 5000
/** What a person reads most easily, tried first in every class. */
const PLAIN: readonly Ranges[] = [
  [97, 122],
  [48, 57],
  [65, 90],
  [33, 126],
  [0x4e00, 0x9fa5],
  [32, 32],
  [0xa1, 0x10ffff],
]

/** What was found: a text, that there is none, or that the search gave up; and after how many states. */
export interface Found {
  readonly found: { readonly text: string } | 'none' | 'unknown'
  readonly states: number
}

interface State {
  readonly text: string
  readonly inside: readonly Language[]
  readonly outside: readonly Language[]
}

/** The shortest text in all of `inside` and in none of `outside`. */
export function findText(
  inside: readonly Language[],
  outside: readonly Language[],
  make: Languages,
  most: number = MOST_STATES,
): Found {
  const seen = new Set<string>()
  let level: State[] = [{ text: '', inside, outside }]
  while (level.length > 0) {
    const next: State[] = []
    for (const state of level) {
      if (state.inside.includes(make.nothing) || state.outside.includes(make.everything)) continue
      const key = [state.inside, state.outside].map((side) => side.map(({ id }) => id).join()).join('/')
      if (seen.has(key)) continue
      seen.add(key)
      if (seen.size > most) return { found: 'unknown', states: seen.size }
      if (state.inside.every(({ nullable }) => nullable) && !state.outside.some(({ nullable }) => nullable))
        return { found: { text: state.text }, states: seen.size }
      for (const point of representatives([...state.inside, ...state.outside]))
        next.push({
          text: state.text + String.fromCodePoint(point),
          inside: state.inside.map((language) => make.after(language, point)),
          outside: state.outside.map((language) => make.after(language, point)),
        })
    }
    level = next
  }
  return { found: 'none', states: seen.size }
}

/** One code point for each class that the languages tell apart. */
function representatives(all: readonly Language[]): readonly number[] {
  const sets = new Map(all.flatMap(beginnings).map((ranges) => [ranges.join(), ranges]))
  let classes: Ranges[] = [ALL]
  for (const ranges of sets.values()) {
    const others = inverse(ranges)
    classes = classes.flatMap((one) => [common(one, ranges), common(one, others)].filter(({ length }) => length > 0))
  }
  return classes
    .map((ranges) => {
      const at = PLAIN.findIndex((plain) => common(ranges, plain).length > 0)
      return { at: at < 0 ? PLAIN.length : at, point: (PLAIN[at] ? common(ranges, PLAIN[at]) : ranges)[0] ?? 0 }
    })
    .sort((one, other) => one.at - other.at || one.point - other.point)
    .map(({ point }) => point)
}
