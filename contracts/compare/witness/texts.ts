/** Strings by length, pattern and format: exact over regular languages, by sample over formats. */
import { type Language, languages } from '../regex/language.ts'
import { patternLanguage } from '../regex/pattern.ts'
import { ALL } from '../regex/ranges.ts'
import { findText, MOST_STATES } from '../regex/search.ts'
import { keeps } from '../schema/accepts.ts'
import { FORMATS } from '../schema/formats.ts'
import type { Search, Settled } from './search.ts'

/** Tried where a pattern is beyond what can be searched. */
const SAMPLES = ['', 'a', '0', 'A', '-', ' ', '甲', 'a0', 'example', '示例', '2026-11-16T08:00:00+08:00', '500000']

/** Texts in the languages that another rule refuses, before the search gives up. */
const MOST_MISSED = 40

/** Strings that keep and break the rules, shortest first. */
export function* strings(settled: readonly Settled[], search: Search): Generator<string> {
  const make = languages()
  const sides: Record<'inside' | 'outside', Language[]> = { inside: [], outside: [] }
  const opaque: Settled[] = []
  for (const rule of settled) {
    const { atom, holds } = rule
    const language = languageOf(atom)
    if (language) sides[holds ? 'inside' : 'outside'].push(language)
    else opaque.push(rule)
  }

  function languageOf(atom: Settled['atom']): Language | undefined {
    switch (atom.rule) {
      case 'minLength':
        return make.repeat(make.set(ALL), atom.limit, Number.POSITIVE_INFINITY)
      case 'maxLength':
        return make.repeat(make.set(ALL), 0, Math.max(atom.limit, 0))
      case 'pattern':
        return patternLanguage(atom.pattern, make)
      case 'enum':
        return make.union(atom.values.filter((value) => typeof value === 'string').map(make.text))
      default:
        return undefined
    }
  }

  if (opaque.length > 0) search.sure = false
  const samples = [...opaque.flatMap(({ atom, holds }) => (holds ? samplesOf(atom) : [])), ...SAMPLES]
  const fits = (value: string): boolean => settled.every(({ atom, holds }) => keeps(atom, value) === holds)
  if (opaque.length > 0) yield* samples.filter(fits)
  const outside = [...sides.outside]
  let missed = 0
  for (;;) {
    const { found, states } = findText(sides.inside, outside, make, Math.min(MOST_STATES, Math.max(search.left, 0)))
    search.left -= states
    if (found === 'none') return
    if (found === 'unknown') {
      search.sure = false
      yield* samples.filter(fits)
      return
    }
    if (fits(found.text)) yield found.text
    // With a rule that has no language, the next shortest may be refused for ever.
    else if (++missed > MOST_MISSED) return
    outside.push(make.text(found.text))
  }
}

function samplesOf(atom: Settled['atom']): readonly string[] {
  return atom.rule === 'format' ? (FORMATS[atom.format]?.samples ?? []) : []
}
