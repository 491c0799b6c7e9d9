/**
 * A value that keeps some schemas and breaks others, or the proof that there is none: an analytic tableau over the rules,
 * closed where a rule would have to be both kept and broken, and built into a value where it stays open.
 */
import type { JsonValue } from '../../jcs.ts'
import { KINDS, type Kind, kindOf } from '../json.ts'
import { keeps } from '../schema/accepts.ts'
import type { Atom, Form, Marks } from '../schema/form.ts'
import { isForm, type Ways, waysOf } from './branch.ts'
import { lists } from './lists.ts'
import { members } from './members.ts'
import { numbers } from './numbers.ts'
import { judged, type Literal, type Scope, type Search, type Settled } from './search.ts'
import { strings } from './texts.ts'

/** Steps of one search, and of all searches of one comparison, before it gives up. */
const BUDGET = 50_000
const TOTAL_BUDGET = 1_000_000

/** A value, that there is none, or that the search could not tell. */
export type Witness = { readonly value: JsonValue } | 'none' | 'unknown'

/** What searches over the same marks share. */
export interface Solver {
  /** The first value that keeps and breaks as said and that `checked` confirms. */
  witness(literals: readonly Literal[], checked: (value: JsonValue) => boolean): Witness
}

/** A solver over the marks of two documents. */
export function solver(marks: Marks): Solver {
  const known = new Map<string, { readonly value: JsonValue } | 'none'>()
  let total = TOTAL_BUDGET
  return {
    witness(literals, checked) {
      const budget = Math.min(BUDGET, total)
      const search: Search = { marks, known, left: budget, sure: true, circles: 0 }
      const done = (found: Witness): Witness => {
        total -= budget - Math.max(search.left, 0)
        return found
      }
      for (const value of scopeOf(search, []).values(literals)) {
        if (judged(search, () => checked(value))) return done({ value })
        search.sure = false
        if (search.left < 0) break
      }
      return done(search.sure ? 'none' : 'unknown')
    },
  }
}

function scopeOf(search: Search, trail: readonly string[]): Scope {
  const scope: Scope = {
    search,
    trail,
    *values(literals, kinds = KINDS) {
      const key = keyOf(literals)
      // A value that needs itself inside itself can be had without, or not at all.
      if (trail.includes(key)) {
        search.circles++
        return
      }
      const inside = scopeOf(search, [...trail, key])
      for (const kind of kinds) yield* branch({ kind, settled: [], signs: new Map(), forks: [] }, literals, inside)
    },
    first(literals) {
      const key = keyOf(literals)
      const found = search.known.get(key)
      if (found) return found === 'none' ? undefined : found.value
      return firstOf(key, literals)
    },
  }
  function firstOf(key: string, literals: readonly Literal[]): JsonValue | undefined {
    const [sure, circles] = [search.sure, search.circles]
    search.sure = true
    for (const value of scope.values(literals)) {
      search.sure = sure
      search.known.set(key, { value })
      return value
    }
    if (search.sure && search.circles === circles && search.left >= 0) search.known.set(key, 'none')
    search.sure &&= sure
    return undefined
  }
  return scope
}

const signOf = (of: Form | Atom): number => of.mark

function keyOf(literals: readonly Literal[]): string {
  const signs = literals.map(({ of, holds }) => `${holds ? '+' : '-'}${signOf(of)}`)
  return [...new Set(signs)].sort().join()
}

interface Node {
  readonly kind: Kind
  readonly settled: readonly Settled[]
  /** What is known to be kept or broken, by mark. */
  readonly signs: ReadonlyMap<number, boolean>
  readonly forks: readonly (readonly (readonly Literal[])[])[]
}

function* branch(node: Node, more: readonly Literal[], scope: Scope): Generator<JsonValue> {
  const { search } = scope
  if (--search.left < 0) {
    search.sure = false
    return
  }
  const { kind } = node
  const signs = new Map(node.signs)
  const settled = [...node.settled]
  const forks = [...node.forks]
  const open = [...more]
  for (let literal = open.pop(); literal; literal = open.pop()) {
    const { of, holds } = literal
    const sign = signs.get(signOf(of))
    if (sign === holds) continue
    if (sign !== undefined) return
    signs.set(signOf(of), holds)
    const ways: Ways = waysOf(literal, kind, (name) => requiredAtom(name, search))
    if (ways === 'settled') {
      if (!isForm(of)) settled.push({ atom: of, holds })
    } else if (ways.length === 1) open.push(...(ways[0] ?? []))
    else forks.push(ways)
  }
  const live = forks.map((ways) => ways.filter((way) => !way.some(({ of, holds }) => signs.get(signOf(of)) === !holds)))
  const undone = live.filter(
    (ways) => !ways.some((way) => way.every(({ of, holds }) => signs.get(signOf(of)) === holds)),
  )
  const [fork, ...others] = undone.sort((one, other) => one.length - other.length)
  if (!fork) yield* realise(kind, settled, scope)
  else for (const way of fork) yield* branch({ kind, settled, signs, forks: others }, way, scope)
}

function requiredAtom(name: string, { marks }: Search): Atom {
  return { rule: 'required', name, at: '', mark: marks.of(`required ${name}`) }
}

function* realise(kind: Kind, settled: readonly Settled[], scope: Scope): Generator<JsonValue> {
  if (settled.some(({ atom }) => atom.rule === 'undecided')) {
    scope.search.sure = false
    return
  }
  const listed = settled.find(({ atom, holds }) => holds && atom.rule === 'enum')?.atom
  const candidates =
    listed?.rule === 'enum' ? listed.values.filter((value) => kindOf(value) === kind) : made(kind, settled, scope)
  for (const value of candidates)
    if (judged(scope.search, () => settled.every(({ atom, holds }) => keeps(atom, value) === holds))) yield value
}

function made(kind: Kind, settled: readonly Settled[], scope: Scope): Iterable<JsonValue> {
  switch (kind) {
    case 'null':
      return [null]
    case 'boolean':
      return [true, false]
    case 'number':
      return numbers(settled, scope.search)
    case 'string':
      return strings(settled, scope.search)
    case 'array':
      return lists(settled, scope)
    case 'object':
      return members(settled, scope)
  }
}
