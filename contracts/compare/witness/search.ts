/** What a search for a witness carries: its budget, whether it looked everywhere, and the way down to where it is. */
import type { JsonValue } from '../../jcs.ts'
import type { Kind } from '../json.ts'
import { Undecided } from '../schema/accepts.ts'
import type { Atom, Form, Marks } from '../schema/form.ts'

/** A schema or a rule, and whether a value must keep it or break it. */
export interface Literal {
  readonly holds: boolean
  readonly of: Form | Atom
}

/** A rule that must be kept or broken, of the kind of value looked for. */
export interface Settled {
  readonly holds: boolean
  readonly atom: Atom
}

/** One search. `sure` turns false when something was passed over: then finding nothing proves nothing. */
export interface Search {
  readonly marks: Marks
  /** Witnesses of nodes met before. */
  readonly known: Map<string, { readonly value: JsonValue } | 'none'>
  left: number
  sure: boolean
  /** How often a node was met inside itself: what was found below depends on where it was. */
  circles: number
}

/** Where a search is: what it carries, the nodes above, and how to go below. */
export interface Scope {
  readonly search: Search
  readonly trail: readonly string[]
  /** Values that keep and break as the literals say, best first. */
  values(literals: readonly Literal[], kinds?: readonly Kind[]): Generator<JsonValue>
  /** The first of them, or undefined. */
  first(literals: readonly Literal[]): JsonValue | undefined
}

/** What a check says; false, and the search no longer sure, where it meets a rule that cannot be decided. */
export function judged(search: Search, check: () => boolean): boolean {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    search.sure = false
    return false
  }
}

/** Must be kept. */
export const kept = (of: Form | Atom): Literal => ({ holds: true, of })
/** Must be broken. */
export const broken = (of: Form | Atom): Literal => ({ holds: false, of })

/** A rule made for the search: these values. */
export function valuesAtom(values: readonly JsonValue[], marks: Marks): Atom {
  return { rule: 'enum', values, at: '', mark: marks.of(`values ${JSON.stringify(values)}`) }
}
