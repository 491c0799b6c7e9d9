/** Where a consultation stands by the clock, and who must act next. */
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import type { Post } from './acts.ts'
import { lapsedAt } from './machine.ts'
import { openObjections, type State } from './state.ts'

/** As people read it. `no-agreement`: the deadline passed before both agreed, or before both signed; it is with the named posts. */
export type Status =
  | 'draft'
  | 'open'
  | 'agreed'
  | 'signed-by-one'
  | 'embargoed'
  | 'published'
  | 'no-agreement'
  | 'withdrawn'

/** One thing to be done. `by` in ms; null where nothing presses. */
export interface Duty {
  readonly party: PartyId
  readonly post: Post | 'escalation'
  readonly act: 'open' | 'review-and-agree' | 'resolve-objection' | 'sign' | 'extend-or-stand-apart' | 'withdraw'
  readonly by: number | null
}

/** The status at a time, in ms. */
export function statusAt(state: State, now: number): Status {
  // The ledger's time may be a little ahead of the clock, which is no embargo.
  if (state.phase === 'published') {
    return state.embargo !== null && Date.parse(state.embargo) > now ? 'embargoed' : 'published'
  }
  if (lapsedAt(state, now) !== null) return 'no-agreement'
  return state.phase
}

/** When a published release may be seen: at its second signature, or when its embargo ends. Infinity before publication. */
export function publicAt({ publishedAt, embargo }: Pick<State, 'publishedAt' | 'embargo'>): number {
  if (publishedAt === null) return Number.POSITIVE_INFINITY
  return Math.max(publishedAt, embargo === null ? 0 : Date.parse(embargo))
}

/** Who must act next, and by when. Nobody once it has ended. */
export function nextDuties(state: State, now: number): readonly Duty[] {
  const { phase, agreeBy, signBy, openedBy, agreements, signatures } = state
  if (phase === 'published' || phase === 'withdrawn') return []
  if (lapsedAt(state, now) !== null) {
    // The other side knows nothing of it: there is nothing to extend together, and another draft has its own time.
    if (phase === 'draft') return [{ party: openedBy.party, post: 'drafter', act: 'withdraw', by: null }]
    // Who has asked for more time waits for the other's answer.
    const asked = state.extension && state.extension.agreeBy > now ? state.extension.by : null
    return PARTIES.filter((party) => party !== asked).map((party) => ({
      party,
      post: 'escalation',
      act: 'extend-or-stand-apart',
      by: null,
    }))
  }
  if (phase === 'draft') return [{ party: openedBy.party, post: 'drafter', act: 'open', by: agreeBy }]
  if (phase === 'open') {
    const objecting = new Set(openObjections(state).map(({ actor }) => actor.party))
    if (objecting.size > 0) {
      return PARTIES.flatMap((party): Duty[] =>
        // The other side mends; the side that objects says that it is settled.
        objecting.has(party) ? [{ party, post: 'reviewer', act: 'resolve-objection', by: agreeBy }] : [],
      )
    }
    return PARTIES.filter((party) => agreements[party] === null).map((party) => ({
      party,
      post: 'reviewer',
      act: 'review-and-agree',
      by: agreeBy,
    }))
  }
  return PARTIES.filter((party) => signatures[party] === null).map((party) => ({
    party,
    post: 'signatory',
    act: 'sign',
    by: signBy,
  }))
}

/** The reminders that are due: minutes before the deadline of agreement, largest first, while it has not been agreed. */
export function remindersDue(state: State, reminders: readonly number[], now: number): readonly number[] {
  if (state.phase !== 'draft' && state.phase !== 'open') return []
  if (now > state.agreeBy) return []
  return reminders.filter((minutes) => now >= state.agreeBy - minutes * 60_000).toSorted((a, b) => b - a)
}
