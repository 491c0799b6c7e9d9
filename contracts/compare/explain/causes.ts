/** Which rules of one schema refuse what another accepts: the smallest rule, where in a record it tells, and a value that shows it. */
import { below } from '../json.ts'
import { accepts } from '../schema/accepts.ts'
import { type Atom, type AtomOf, type Form, formOf, type Marks } from '../schema/form.ts'
import { coversName } from '../schema/members.ts'
import { broken, kept } from '../witness/search.ts'
import type { Solver, Witness } from '../witness/solve.ts'

/** A rule that refuses what the other schema accepts, or may. */
export interface Cause {
  readonly atom: Atom
  /** The rule that stands in its place in the accepting schema. */
  readonly counterpart: Atom | undefined
  readonly places: readonly string[]
  readonly witness: Witness
}

/** A rule that can be looked into: it holds a schema for a part of the value. */
type Container = AtomOf<'properties' | 'patternProperties' | 'additionalProperties' | 'items' | 'prefixItems'>

interface Place {
  readonly place: string
  /** The rules of the accepting schema here. */
  readonly beside: readonly Atom[]
  /** A rule of here as one of the whole schema. */
  readonly whole: (atom: Atom) => Atom
  /** Marks of the schemas above, so that one that contains itself is not looked into for ever. */
  readonly above: readonly number[]
}

/** Every rule of `refusing` that refuses a value that `accepting` accepts. */
export function causesOf(accepting: Form, refusing: Form, marks: Marks, solver: Solver): readonly Cause[] {
  const confirmed = (value: Parameters<typeof accepts>[1]): boolean =>
    accepts(accepting, value) && !accepts(refusing, value)
  const ask = (form: Form): Witness => solver.witness([kept(accepting), broken(form)], confirmed)

  // A rule met inside itself: told only if nothing nearer the top is.
  const recurring: Cause[] = []

  function causesAt(atom: Atom, here: Place): readonly Cause[] {
    return partsOf(atom, here.beside, marks).flatMap((part) => {
      const witness = ask(formOf([here.whole(part)], marks))
      if (witness === 'none') return []
      const within = isContainer(part) && !isNothing(part.form) ? part : undefined
      const deeper = within ? inside(within, here) : []
      if (deeper.length > 0) return deeper
      // Where nothing may be, the place is the member's own.
      const place = part.rule === 'properties' && isNothing(part.form) ? below(here.place, part.name) : here.place
      const cause = { atom: part, counterpart: counterpartOf(part, here.beside), places: [place], witness }
      if (!within || !here.above.includes(within.form.mark)) return [cause]
      recurring.push(cause)
      return []
    })
  }

  function inside(part: Container, here: Place): readonly Cause[] {
    if (here.above.includes(part.form.mark)) return []
    const further: Place = {
      place: stepTo(part, here.place),
      beside: besideBelow(part, here.beside),
      whole: (atom) => here.whole(containing(part, atom, marks)),
      above: [...here.above, part.form.mark],
    }
    return part.form.atoms().flatMap((atom) => causesAt(atom, further))
  }

  const whole = ask(refusing)
  if (whole === 'none') return []
  const top: Place = { place: '', beside: accepting.atoms(), whole: (atom) => atom, above: [refusing.mark] }
  const causes = refusing.atoms().flatMap((atom) => causesAt(atom, top))
  const found = causes.length > 0 ? causes : recurring
  if (found.length > 0) return grouped(found)
  // A refusal that no single rule accounts for is still one.
  const [atom] = refusing.atoms()
  return atom && typeof whole === 'object' ? [{ atom, counterpart: undefined, places: [''], witness: whole }] : []
}

function isContainer(atom: Atom): atom is Container {
  return ['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'].includes(atom.rule)
}

/** Whether a schema plainly accepts nothing. */
export function isNothing(form: Form): boolean {
  return form.atoms().some((atom) => atom.rule === 'type' && atom.kinds.length === 0)
}

function stepTo(part: Container, place: string): string {
  return below(place, part.rule === 'properties' ? part.name : part.rule === 'prefixItems' ? part.index : '*')
}

function containing(part: Container, atom: Atom, marks: Marks): Atom {
  const form = formOf([atom], marks)
  return { ...part, form, mark: marks.of(`${part.mark} containing ${form.mark}`) }
}

/** "No other members" as one rule for each member the other schema lists, and one for all the rest. */
function partsOf(atom: Atom, beside: readonly Atom[], marks: Marks): readonly Atom[] {
  if (atom.rule !== 'additionalProperties') return [atom]
  const listed = new Map(
    beside
      .filter((other) => other.rule === 'properties')
      .filter((other) => coversName(atom, other.name))
      .map((other) => [other.name, other.at]),
  )
  if (listed.size === 0) return [atom]
  return [
    ...[...listed].map(([name, at]): Atom => {
      const mark = marks.of(`${atom.mark} of ${name}`)
      return { rule: 'properties', name, form: atom.form, mark, at: isNothing(atom.form) ? at : atom.at }
    }),
    {
      ...atom,
      names: [...atom.names, ...listed.keys()],
      mark: marks.of(`${atom.mark} beyond ${[...listed.keys()].join()}`),
    },
  ]
}

function besideBelow(part: Container, beside: readonly Atom[]): readonly Atom[] {
  return beside.filter(isContainer).flatMap((other) => (isBeside(part, other) ? other.form.atoms() : []))
}

function isBeside(part: Container, other: Container): boolean {
  if (part.rule === 'prefixItems' && other.rule === 'items') return part.index >= other.from
  if (part.rule === 'properties' && other.rule !== 'items' && other.rule !== 'prefixItems')
    return coversName(other, part.name)
  return isLike(part, other)
}

const KIN: Readonly<Partial<Record<Atom['rule'], Atom['rule']>>> = {
  minimum: 'exclusiveMinimum',
  exclusiveMinimum: 'minimum',
  maximum: 'exclusiveMaximum',
  exclusiveMaximum: 'maximum',
}

function isLike(one: Atom, other: Atom): boolean {
  if (one.rule !== other.rule) return KIN[one.rule] === other.rule
  if ('name' in one && 'name' in other) return one.name === other.name
  if ('pattern' in one && one.rule === 'patternProperties' && 'pattern' in other) return one.pattern === other.pattern
  return !('index' in one && 'index' in other) || one.index === other.index
}

function counterpartOf(atom: Atom, beside: readonly Atom[]): Atom | undefined {
  return (
    beside.find((other) => other.rule === atom.rule && isLike(atom, other)) ??
    beside.find((other) => isLike(atom, other))
  )
}

/** The same rule met in several places, through references, told once. */
function grouped(causes: readonly Cause[]): readonly Cause[] {
  const groups = Map.groupBy(causes, ({ atom }) => `${atom.at} ${atom.mark}`)
  return [...groups.values()].flatMap((group) => {
    const first = group.find(({ witness }) => typeof witness === 'object') ?? group[0]
    // The place of the witness stands first.
    return first ? [{ ...first, places: [...new Set([first, ...group].flatMap(({ places }) => places))] }] : []
  })
}
