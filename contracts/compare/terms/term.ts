/** How one term of two contracts is compared. */
import type { JsonValue } from '../../jcs.ts'
import type { Change } from '../change.ts'

/** What a term is read against: the top-level members that records of either version may have. */
export interface Around {
  readonly oldMembers: ReadonlySet<string>
  readonly newMembers: ReadonlySet<string>
}

/** The changes of one term; it is asked only where the two differ in more than words. */
export type Term = (old: JsonValue | undefined, next: JsonValue | undefined, around: Around) => readonly Change[]
