/** Arrays, place by place. */
import type { JsonValue } from '../../jcs.ts'
import { same } from '../json.ts'
import { countsOf } from './counts.ts'
import { broken, kept, type Literal, type Scope, type Settled } from './search.ts'

/** Longer arrays than this are not built. */
const LONGEST = 200
/** Values of one place tried for being different from the others. */
const MOST_TRIED = 40

/** What some one entry must be: a position to choose from `from` on. */
interface Wish {
  readonly from: number
  readonly literal: Literal
}

type Wanted = ReadonlyMap<number, readonly Literal[]>

/** Arrays that keep and break the rules. */
export function* lists(settled: readonly Settled[], scope: Scope): Generator<JsonValue> {
  const [min, max] = countsOf(settled, 'minItems', 'maxItems')
  const fixed = settled.flatMap(({ atom, holds }): [number, Literal][] =>
    atom.rule === 'prefixItems' && !holds ? [[atom.index, broken(atom.form)]] : [],
  )
  const wishes = settled.flatMap(({ atom, holds }): Wish[] => {
    if (atom.rule === 'items' && !holds) return [{ from: atom.from, literal: broken(atom.form) }]
    return atom.rule === 'contains' && holds ? [{ from: 0, literal: kept(atom.form) }] : []
  })
  const twice = settled.some(({ atom, holds }) => atom.rule === 'uniqueItems' && !holds)
  const told = settled.map(({ atom }) => ('index' in atom ? atom.index + 1 : 'from' in atom ? atom.from : 0))
  // Beyond the last place a rule tells apart all places are alike; one for each wish is enough.
  const places = Math.max(0, ...told) + wishes.length + (twice ? 2 : 1)
  const wanted = new Map<number, Literal[]>()
  for (const [place, literal] of fixed) wanted.set(place, [...(wanted.get(place) ?? []), literal])
  for (const choice of choices(wishes, wanted, places)) {
    if (!twice) yield* build(settled, choice, undefined, [min, max], scope)
    else
      for (let later = 1; later < places; later++)
        for (let early = 0; early < later; early++)
          yield* build(settled, choice, [early, later], [Math.max(min, later + 1), max], scope)
  }
}

function* choices(wishes: readonly Wish[], wanted: Wanted, places: number): Generator<Wanted> {
  const [wish, ...others] = wishes
  if (!wish) {
    yield wanted
    return
  }
  for (let place = wish.from; place < places; place++)
    yield* choices(others, new Map([...wanted, [place, [...(wanted.get(place) ?? []), wish.literal]]]), places)
}

function ruling(settled: readonly Settled[], place: number): readonly Literal[] {
  return settled.flatMap(({ atom, holds }): Literal[] => {
    if (atom.rule === 'prefixItems' && holds && atom.index === place) return [kept(atom.form)]
    if (atom.rule === 'items' && holds && place >= atom.from) return [kept(atom.form)]
    return atom.rule === 'contains' && !holds ? [broken(atom.form)] : []
  })
}

function* build(
  settled: readonly Settled[],
  wanted: Wanted,
  pair: readonly [number, number] | undefined,
  [min, max]: readonly [number, number],
  scope: Scope,
): Generator<JsonValue> {
  const length = Math.max(min, ...[...wanted.keys()].map((place) => place + 1))
  if (length > max) return
  if (length > LONGEST) {
    scope.search.sure = false
    return
  }
  const literals = (place: number): readonly Literal[] => [...ruling(settled, place), ...(wanted.get(place) ?? [])]
  const unique = settled.some(({ atom, holds }) => atom.rule === 'uniqueItems' && holds)
  if (unique && length > 1 && tooFew(settled, length, scope)) return
  const entries: JsonValue[] = []
  const order = Array.from({ length }, (_, place) => place)
  const placed = new Map<number, JsonValue>()
  if (pair) {
    const twin = scope.first([...literals(pair[0]), ...literals(pair[1])])
    if (twin === undefined) return
    for (const place of pair) placed.set(place, twin)
  }
  // The wanted entries first: where one of them cannot be, the others need not be looked for.
  for (const place of order.sort((one, other) => Number(wanted.has(other)) - Number(wanted.has(one)) || one - other)) {
    if (placed.has(place)) continue
    const value = unique ? unlike([...placed.values()], literals(place), scope) : scope.first(literals(place))
    if (value === undefined) return
    placed.set(place, value)
  }
  for (let place = 0; place < length; place++) entries.push(placed.get(place) ?? null)
  yield entries
  yield* longer(entries, literals(length), max, unique, scope)
  // More arrays there are, but not looked for.
  scope.search.sure = false
}

/** Whether there are fewer values than places that must all differ: then there is no array, whatever is put where. */
function tooFew(settled: readonly Settled[], length: number, scope: Scope): boolean {
  // A place with a rule of its own may have values that the others have not.
  if (
    settled.some(
      ({ atom, holds }) => holds && (atom.rule === 'prefixItems' || (atom.rule === 'items' && atom.from > 0)),
    )
  )
    return false
  const found: JsonValue[] = []
  for (const value of scope.values(ruling(settled, 0))) {
    if (!found.some((other) => same(other, value))) found.push(value)
    if (found.length >= length) return false
  }
  return true
}

function* longer(
  entries: readonly JsonValue[],
  literals: readonly Literal[],
  max: number,
  unique: boolean,
  scope: Scope,
): Generator<JsonValue> {
  if (entries.length >= max) return
  const value = unique ? unlike(entries, literals, scope) : scope.first(literals)
  if (value !== undefined) yield [...entries, value]
}

function unlike(others: readonly JsonValue[], literals: readonly Literal[], scope: Scope): JsonValue | undefined {
  let tried = 0
  for (const value of scope.values(literals)) {
    if (!others.some((other) => same(other, value))) return value
    if (++tried > MOST_TRIED + others.length) break
  }
  // Another choice of the earlier entries might have left one over, unless there is no value at all.
  if (tried > 0) scope.search.sure = false
  return undefined
}
