/** Appending behind a head: seals a group, has it written, and seals again without those that were refused. */
import { type AppendOutcome, type Entry, type LedgerHead, LedgerMoved, type Refusal, type Sealed } from '../../ports.ts'
import { type CommitRows, commitRows, outcomesOf } from './commit.ts'
import { type Guarded, guardedOf } from './guards.ts'

/** A group ready to be written behind `head`, if all its guards hold. Plain data, so that any thread can be told. `now` in ms. */
export interface Commit {
  readonly head: LedgerHead
  readonly guarded: readonly Guarded[]
  readonly rows: Omit<CommitRows, 'outcomes'>
  readonly sealed: Omit<Sealed, 'leaves'>
  readonly now: number
}

/** What became of it: all of it is durable, or none of it is there: another was faster, or some entries are refused (by place). */
export type Committed =
  | { readonly kind: 'done' }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly refusals: readonly (readonly [at: number, refusal: Refusal])[] }

/** A group of which some entries are refused. */
export function refusedGroup(guarded: readonly Guarded[], refusals: ReadonlyMap<Guarded, Refusal>): Committed {
  return {
    kind: 'refused',
    refusals: guarded.flatMap((one, at) => {
      const refusal = refusals.get(one)
      return refusal ? [[at, refusal] as const] : []
    }),
  }
}

/** Whether a group that did not go in comes again at once: behind another head, or without what was refused of it. */
export function comesAgain(became: Committed, { guarded }: Pick<Commit, 'guarded'>): boolean {
  return became.kind === 'moved' || (became.kind === 'refused' && became.refusals.length < guarded.length)
}

/** Whoever writes groups. */
export interface Committer {
  commit(commit: Commit): Promise<Committed>
}

/** One group: nearly always all of it passes, so it is sealed before its guards are asked. Throws LedgerMoved. */
export async function appendGroup(
  writer: Committer,
  head: LedgerHead,
  entries: readonly Entry[],
  seal: (accepted: readonly Entry[]) => Sealed,
  now: number,
): Promise<AppendOutcome[]> {
  const refusals = new Map<Entry, Refusal>()
  for (let accepted = entries; ; accepted = entries.filter((entry) => !refusals.has(entry))) {
    if (accepted.length === 0) return outcomesOf(entries, refusals, [])
    const whole = seal(accepted)
    const { outcomes, ...rows } = await commitRows(accepted, whole)
    const { leaves, ...sealed } = whole
    if (leaves.length !== accepted.length) throw new RangeError('sealed another number of leaves than entries')
    const committed = await writer.commit({ head, guarded: accepted.map(guardedOf), rows, sealed, now })
    if (committed.kind === 'done') return outcomesOf(entries, refusals, outcomes)
    if (committed.kind === 'moved') throw new LedgerMoved()
    for (const [at, refusal] of committed.refusals) {
      const refused = accepted[at]
      if (refused) refusals.set(refused, refusal)
    }
  }
}
