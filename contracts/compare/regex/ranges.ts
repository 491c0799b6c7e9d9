/** Sets of code points as sorted, disjoint ranges `[from, to, from, to, …]`, both ends inclusive. */

/** A set of code points. */
export type Ranges = readonly number[]

const LAST = 0x10ffff

/** Every code point a JSON text may hold: no lone surrogates (RFC 7493 §2.1). */
export const ALL: Ranges = [0, 0xd7ff, 0xe000, LAST]

/** The ranges sorted and joined where they touch. */
export function normal(ranges: Ranges): Ranges {
  const pairs: [number, number][] = []
  for (let at = 0; at + 1 < ranges.length; at += 2) pairs.push([ranges[at] ?? 0, ranges[at + 1] ?? 0])
  pairs.sort(([one], [other]) => one - other)
  const joined: number[] = []
  for (const [from, to] of pairs) {
    const end = joined.at(-1)
    if (end !== undefined && from <= end + 1) joined[joined.length - 1] = Math.max(end, to)
    else joined.push(from, to)
  }
  return joined
}

/** What is in neither, of what a text may hold. */
export function inverse(ranges: Ranges): Ranges {
  const outside: number[] = []
  let next = 0
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [from = 0, to = 0] = [ranges[at], ranges[at + 1]]
    if (from > next) outside.push(next, from - 1)
    next = to + 1
  }
  if (next <= LAST) outside.push(next, LAST)
  return common(outside, ALL)
}

/** What is in both. */
export function common(one: Ranges, other: Ranges): Ranges {
  const both: number[] = []
  for (let i = 0; i + 1 < one.length; i += 2)
    for (let k = 0; k + 1 < other.length; k += 2) {
      const from = Math.max(one[i] ?? 0, other[k] ?? 0)
      const to = Math.min(one[i + 1] ?? 0, other[k + 1] ?? 0)
      if (from <= to) both.push(from, to)
    }
  return normal(both)
}

/** Whether a code point is in the set. */
export function has(ranges: Ranges, point: number): boolean {
  for (let at = 0; at + 1 < ranges.length; at += 2)
    if (point >= (ranges[at] ?? 0) && point <= (ranges[at + 1] ?? 0)) return true
  return false
}

const DIGIT: Ranges = [48, 57]
const WORD: Ranges = [48, 57, 65, 90, 95, 95, 97, 122]
const SPACE: Ranges = [
  9, 13, 32, 32, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f, 0x3000,
  0x3000, 0xfeff, 0xfeff,
]

/** The classes of ECMA-262 §22.2.2.9: `\d \w \s` and their opposites, and the dot. */
export const CLASSES: Readonly<Record<string, Ranges>> = {
  d: DIGIT,
  D: inverse(DIGIT),
  w: WORD,
  W: inverse(WORD),
  s: SPACE,
  S: inverse(SPACE),
  '.': inverse([10, 10, 13, 13, 0x2028, 0x2029]),
}
