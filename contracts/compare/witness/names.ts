/** Member names that no rule mentions: for every set of name patterns the rules tell apart, one. */
import type { Atom, AtomOf } from '../schema/form.ts'
import { broken, kept, type Literal, type Scope, type Settled, valuesAtom } from './search.ts'

type Wish = AtomOf<'patternProperties' | 'additionalProperties' | 'propertyNames'>

/** Patterns told apart in every combination; beyond, only all of them missed. */
const MOST_PATTERNS = 4

/** New names under `wish` (or any), each with another set of the patterns in force. */
export function freshNames(
  settled: readonly Settled[],
  taken: readonly string[],
  wish: Wish | undefined,
  scope: Scope,
): readonly string[] {
  const { search } = scope
  const patternAtom = (pattern: string): Atom => ({
    rule: 'pattern',
    pattern,
    at: '',
    mark: search.marks.of(`pattern ${pattern}`),
  })
  const base: Literal[] = [broken(valuesAtom(taken, search.marks))]
  for (const { atom, holds } of settled) if (atom.rule === 'propertyNames' && holds) base.push(kept(atom.form))
  if (wish?.rule === 'propertyNames') base.push(broken(wish.form))
  if (wish?.rule === 'patternProperties') base.push(kept(patternAtom(wish.pattern)))
  if (wish?.rule === 'additionalProperties') base.push(...wish.patterns.map((one) => broken(patternAtom(one))))
  const patterns = [...new Set(settled.flatMap(({ atom }) => patternsOf(atom)))]
  if (patterns.length > MOST_PATTERNS) search.sure = false
  const told = patterns.length > MOST_PATTERNS ? [] : patterns
  const untold = patterns.length > MOST_PATTERNS ? patterns : []
  const names: string[] = []
  for (let signs = 0; signs < 2 ** told.length; signs++) {
    const literals = [
      ...base,
      ...told.map((one, at) => ((signs >> at) & 1 ? kept(patternAtom(one)) : broken(patternAtom(one)))),
      ...untold.map((one) => broken(patternAtom(one))),
    ]
    for (const name of scope.values(literals, ['string'])) {
      if (typeof name === 'string') names.push(name)
      break
    }
  }
  return names
}

function patternsOf(atom: Atom): readonly string[] {
  if (atom.rule === 'patternProperties') return [atom.pattern]
  return atom.rule === 'additionalProperties' ? atom.patterns : []
}
