/** Objects, member by member. */
import type { JsonValue } from '../../jcs.ts'
import { same } from '../json.ts'
import { accepts } from '../schema/accepts.ts'
import type { Atom, AtomOf } from '../schema/form.ts'
import { coversName } from '../schema/members.ts'
import { countsOf } from './counts.ts'
import { freshNames } from './names.ts'
import { broken, judged, kept, type Literal, type Scope, type Settled } from './search.ts'

/** Objects of more members than this are not built. */
const MOST_MEMBERS = 200

type Covering = AtomOf<'properties' | 'patternProperties' | 'additionalProperties'>

/** Some one member must be under `rule` and break it; its name is to be chosen. */
type Wish = AtomOf<'patternProperties' | 'additionalProperties' | 'propertyNames'>

type Wanted = ReadonlyMap<string, readonly Literal[]>

/** Objects that keep and break the rules. */
export function* members(settled: readonly Settled[], scope: Scope): Generator<JsonValue> {
  const [min, max] = countsOf(settled, 'minProperties', 'maxProperties')
  if (min > max) return
  if (min > MOST_MEMBERS) {
    scope.search.sure = false
    return
  }
  const wanted = new Map<string, readonly Literal[]>()
  const wishes: Wish[] = []
  const absent = new Set<string>()
  for (const { atom, holds } of settled) {
    if (atom.rule === 'required' && holds) wanted.set(atom.name, wanted.get(atom.name) ?? [])
    if (holds) continue
    if (atom.rule === 'required') absent.add(atom.name)
    if (atom.rule === 'properties') wanted.set(atom.name, [...(wanted.get(atom.name) ?? []), broken(atom.form)])
    if (atom.rule === 'patternProperties' || atom.rule === 'additionalProperties' || atom.rule === 'propertyNames')
      wishes.push(atom)
  }
  const shape: Shape = { settled, absent, min, max, known: knownNames(settled), scope }
  for (const choice of choices(wishes, wanted, shape)) yield* build(choice, shape)
}

interface Shape {
  readonly settled: readonly Settled[]
  readonly absent: ReadonlySet<string>
  readonly min: number
  readonly max: number
  /** Every name a rule mentions. */
  readonly known: readonly string[]
  readonly scope: Scope
}

function knownNames(settled: readonly Settled[]): readonly string[] {
  const names = settled.flatMap(({ atom }): readonly string[] => {
    if (atom.rule === 'additionalProperties') return atom.names
    return atom.rule === 'required' || atom.rule === 'properties' ? [atom.name] : []
  })
  return [...new Set(names)]
}

function covering(atom: Atom): atom is Covering {
  return atom.rule === 'properties' || atom.rule === 'patternProperties' || atom.rule === 'additionalProperties'
}

/** What the rules that are kept ask of a member of that name. */
function ruling(settled: readonly Settled[], name: string): readonly Literal[] {
  return settled.flatMap(({ atom, holds }) =>
    holds && covering(atom) && coversName(atom, name) ? [kept(atom.form)] : [],
  )
}

function mayBeNamed({ settled, absent, scope }: Shape, name: string): boolean {
  return (
    !absent.has(name) &&
    judged(scope.search, () =>
      settled.every(({ atom, holds }) => !holds || atom.rule !== 'propertyNames' || accepts(atom.form, name)),
    )
  )
}

/** A wish is granted to a name the rules know, or to one of no rule's. */
function* choices(wishes: readonly Wish[], wanted: Wanted, shape: Shape): Generator<Wanted> {
  const [wish, ...others] = wishes
  if (!wish) {
    yield wanted
    return
  }
  const names = [...new Set([...wanted.keys(), ...shape.known])]
  const granted =
    wish.rule === 'propertyNames'
      ? names.filter((name) => judged(shape.scope.search, () => !accepts(wish.form, name)))
      : names.filter((name) => coversName(wish, name))
  const literals = wish.rule === 'propertyNames' ? [] : [broken(wish.form)]
  for (const name of [...granted, ...freshNames(shape.settled, names, wish, shape.scope)])
    yield* choices(others, new Map([...wanted, [name, [...(wanted.get(name) ?? []), ...literals]]]), shape)
}

function* build(wanted: Wanted, shape: Shape): Generator<JsonValue> {
  const { settled, min, max, known, scope } = shape
  if (wanted.size > max || ![...wanted.keys()].every((name) => mayBeNamed(shape, name))) return
  const literals = (name: string): readonly Literal[] => [...ruling(settled, name), ...(wanted.get(name) ?? [])]
  const values = new Map<string, JsonValue>()
  // What must be odd first: where it cannot be, the plain members need not be looked for.
  const order = [...wanted].sort(([, one], [, other]) => other.length - one.length).map(([name]) => name)
  for (const name of order) {
    const value = scope.first(literals(name))
    if (value === undefined) return
    values.set(name, value)
  }
  const optional = known.filter((name) => !values.has(name) && mayBeNamed(shape, name))
  for (const name of values.size < min ? optional : []) {
    if (values.size >= min) break
    const value = scope.first(literals(name))
    if (value !== undefined) values.set(name, value)
  }
  // Names come one by one, each unlike those before.
  while (values.size < min) {
    const [name] = freshNames(settled, [...known, ...values.keys()], undefined, scope).filter(
      (one) => scope.first(literals(one)) !== undefined,
    )
    if (name === undefined) return
    values.set(name, scope.first(literals(name)) ?? null)
  }
  yield objectOf(values)
  yield* others(values, optional, literals, shape)
  // More objects there are, but not looked for.
  scope.search.sure = false
}

/** The same object with one value another, or one member more. */
function* others(
  values: ReadonlyMap<string, JsonValue>,
  optional: readonly string[],
  literals: (name: string) => readonly Literal[],
  { max, scope }: Shape,
): Generator<JsonValue> {
  for (const [name, value] of values) {
    for (const other of firstFew(scope.values(literals(name))))
      if (!same(other, value)) yield objectOf(new Map([...values, [name, other]]))
  }
  if (values.size >= max) return
  for (const name of optional) {
    if (values.has(name)) continue
    const value = scope.first(literals(name))
    if (value !== undefined) yield objectOf(new Map([...values, [name, value]]))
  }
}

const FEW = 4

function* firstFew(values: Generator<JsonValue>): Generator<JsonValue> {
  let count = 0
  for (const value of values) {
    yield value
    if (++count >= FEW) return
  }
}

function objectOf(values: ReadonlyMap<string, JsonValue>): JsonValue {
  return Object.fromEntries([...values].sort(([one], [other]) => (one < other ? -1 : 1)))
}
