/** Two gateways on one store: the one that the other keeps overtaking has its turn held for it, and holds nobody up for long. */
import { describe, expect, test } from 'vitest'
import { LedgerMoved, type Store } from '../../../gateway/ports.ts'
import { commit, entry, indices, nonce, sealAfter } from './rows.ts'

/** The stores of both, and whether somebody has the lock that who appends must have. */
export interface Two {
  readonly busy: Store
  readonly quiet: Store
  isHeld(): Promise<boolean>
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Has one seal behind a head that is then no longer the head, so many times. */
export async function overtake({ quiet, busy }: Two, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    const head = await quiet.head()
    await commit(busy, entry())
    await expect(quiet.append(head, [entry()], sealAfter(head))).rejects.toThrow(LedgerMoved)
  }
}

/** Begins to append behind the present head; tells what became of it. */
async function begun(store: Store): Promise<{ readonly became: Promise<unknown> }> {
  const head = await store.head()
  const appending = store.append(head, [entry()], sealAfter(head))
  return { became: appending.catch((error: unknown) => error) }
}

/** The suite. */
export function turnSuite(title: string, two: () => Promise<Two>): void {
  describe(title, () => {
    test('overtaken twice, it is in before whoever began meanwhile, and its turn is then over', async () => {
      const both = await two()
      await overtake(both, 2)
      const other = await begun(both.busy)
      await pause(40)
      expect(await indices(both.quiet, entry())).toEqual([2])
      expect(await other.became).toBeInstanceOf(LedgerMoved)
      expect(await both.isHeld()).toBe(false)
      await overtake(both, 1)
      expect(await both.isHeld()).toBe(false)
    })

    test('part of a group refused, the rest has the turn still', async () => {
      const both = await two()
      const used = nonce('k', 'n')
      await commit(both.busy, entry({ nonce: used }))
      await overtake(both, 2)
      const head = await both.quiet.head()
      const seal = sealAfter(head)
      const held: Promise<boolean>[] = []
      const outcomes = await both.quiet.append(head, [entry({ nonce: used }), entry()], (accepted) => {
        held.push(both.isHeld())
        return seal(accepted)
      })
      expect(outcomes.map(({ ok }) => ok)).toEqual([false, true])
      expect(await Promise.all(held)).toEqual([true, true])
      expect(await both.isHeld()).toBe(false)
    })

    test('all of it refused, nobody waits for what does not come', async () => {
      const both = await two()
      const used = nonce('k', 'n')
      await commit(both.busy, entry({ nonce: used }))
      await overtake(both, 2)
      expect(await both.isHeld()).toBe(true)
      expect(await indices(both.quiet, entry({ nonce: used }))).toEqual(['nonce-used'])
      expect(await both.isHeld()).toBe(false)
    })

    test('that does not come again holds the other up for a moment only', async () => {
      const both = await two()
      await overtake(both, 2)
      expect(await both.isHeld()).toBe(true)
      expect(await indices(both.busy, entry())).toEqual([2])
      expect(await indices(both.quiet, entry())).toEqual([3])
    })
  })
}
