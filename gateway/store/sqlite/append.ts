/** Appending behind a head: seals a group, has it written, and seals again without those that were refused. */
import { type AppendOutcome, type Entry, type LedgerHead, LedgerMoved, type Refusal, type Sealed } from '../../ports.ts'
import { commitRows, outcomesOf } from '../sql/commit.ts'
import { guardedOf } from '../sql/guards.ts'
import type { Writer } from './writer.ts'

/** One group: nearly always all of it passes, so it is sealed before its guards are asked. Throws LedgerMoved. */
export async function appendGroup(
  writer: Writer,
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
