/** Two on one file: the one that the other keeps overtaking has its turn held for it, and holds nobody up for long. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { LedgerMoved, type Store } from '../../../gateway/ports.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'
import { describeDrivers } from './drivers.ts'
import { commit, entry, indices, nonce, sealAfter } from './rows.ts'

vi.setConfig({ testTimeout: 30_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

await describeDrivers((driver) => {
  interface Two {
    readonly busy: Store
    readonly quiet: Store
    /** Whether somebody has the file's lock. */
    isHeld(): Promise<boolean>
  }
  async function two(): Promise<Two> {
    const folder = await mkdtemp(join(tmpdir(), 'chuanyu-turns-'))
    closing.push(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'store.db')
    const open = async (): Promise<Store> => {
      const store = await openSqliteStore({ file, now: Date.now, driver })
      closing.push(store.close)
      return store
    }
    const [busy, quiet] = [await open(), await open()]
    const other = await openDatabase(file, { driver, patience: 0 })
    closing.push(other.close)
    return {
      busy,
      quiet,
      isHeld: () =>
        other.exec('BEGIN IMMEDIATE; ROLLBACK').then(
          () => false,
          () => true,
        ),
    }
  }
  /** Has one seal behind a head that is then no longer the head, so many times. */
  async function overtake({ quiet, busy }: Two, times: number): Promise<void> {
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

  test('that keeps something else first gives its turn up, and that is durable at once', async () => {
    const both = await two()
    await overtake(both, 2)
    expect(await both.quiet.claim(nonce('k', 'n'))).toBe(true)
    expect(await both.busy.claimed(nonce('k', 'n'))).toBe(true)
    expect(await both.isHeld()).toBe(false)
    await overtake(both, 1)
    expect(await both.isHeld()).toBe(true)
    await both.quiet.cosign({ witness: 'w', size: 1, time: 1, checkpoint: 'c', signature: 's' })
    expect(await both.busy.cosignatures()).toHaveLength(1)
  })
})
