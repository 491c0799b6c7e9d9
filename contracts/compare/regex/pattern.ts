/** The texts a pattern matches anywhere in (JSON Schema 2020-12 validation §6.3.3: patterns are not anchored). */
import type { Language, Languages } from './language.ts'
import { parsePattern, type Tree } from './parse.ts'

/** A pattern that is spread over more alternatives than this, to bring its edges to the ends, is not read. */
const MOST_ALTERNATIVES = 256

/** The language of a pattern; undefined when it has what has no regular language here. */
export function patternLanguage(pattern: string, make: Languages): Language | undefined {
  const tree = parsePattern(pattern)
  const sequences = tree && spread(tree)
  if (!sequences) return undefined
  const parts = sequences.map((sequence) => searched(sequence, make))
  return parts.every((part) => part !== undefined) ? make.union(parts) : undefined
}

function hasEdge(tree: Tree): boolean {
  switch (tree.node) {
    case 'set':
      return false
    case 'edge':
      return true
    case 'repeat':
      return hasEdge(tree.part)
    default:
      return tree.parts.some(hasEdge)
  }
}

/** The tree as alternatives, each a sequence in which every edge stands on its own. */
function spread(tree: Tree): (readonly Tree[])[] | undefined {
  if (!hasEdge(tree)) return [[tree]]
  if (tree.node === 'edge') return [[tree]]
  if (tree.node !== 'sequence' && tree.node !== 'choice') return undefined
  const inner = tree.parts.map(spread)
  if (!inner.every((part) => part !== undefined)) return undefined
  if (tree.node === 'choice') return inner.flat()
  let all: (readonly Tree[])[] = [[]]
  for (const ways of inner) {
    all = all.flatMap((before) => ways.map((way) => [...before, ...way]))
    if (all.length > MOST_ALTERNATIVES) return undefined
  }
  return all
}

/** A sequence, with anything before it and after it unless an edge forbids. */
function searched(sequence: readonly Tree[], make: Languages): Language | undefined {
  const starts = sequence.findLastIndex((part) => part.node === 'edge' && part.side === 'start')
  const ends = sequence.findIndex((part) => part.node === 'edge' && part.side === 'end')
  const inside = sequence.slice(starts + 1, ends < 0 ? undefined : ends)
  const outside = [...sequence.slice(0, Math.max(starts, 0)), ...(ends < 0 ? [] : sequence.slice(ends + 1))]
  // `a^b` and `a$b` need text where none can be; what may be empty there is beyond this.
  if (outside.some((part) => part.node !== 'edge') || (ends >= 0 && ends < starts)) return undefined
  return make.join([
    ...(starts < 0 ? [make.everything] : []),
    ...inside.map((part) => languageOf(part, make)),
    ...(ends < 0 ? [make.everything] : []),
  ])
}

function languageOf(tree: Tree, make: Languages): Language {
  switch (tree.node) {
    case 'set':
      return make.set(tree.ranges)
    case 'edge':
      throw new TypeError('expected no edge inside a sequence')
    case 'sequence':
      return make.join(tree.parts.map((part) => languageOf(part, make)))
    case 'choice':
      return make.union(tree.parts.map((part) => languageOf(part, make)))
    case 'repeat':
      return make.repeat(languageOf(tree.part, make), tree.min, tree.max)
  }
}
