/** A store that is troubled on demand: what it refuses is not committed, what it commits is, whoever hears of it. */
import { expect, test } from 'vitest'
import { openTrouble } from '../../../../gateway/cli/sandbox/trouble.ts'
import { QueueFull } from '../../../../gateway/ledger/log.ts'
import type { AppendOutcome, Store } from '../../../../gateway/ports.ts'
import { openWorld } from '../../world.ts'

const PLACE = { index: 0, time: '2026-11-26T05:05:00.000Z', checkpoint: '', size: 1 }
const DONE: AppendOutcome = { ok: true, place: PLACE, receipt: null }

/** A world's store, whose commits are counted and end as told. */
async function troubled(outcome: AppendOutcome = DONE) {
  const world = await openWorld()
  const state = { commits: 0, time: 1000 }
  const trouble = openTrouble(() => state.time)
  const plain: Store = {
    ...world.gateway.store,
    async append() {
      state.commits += 1
      return [outcome]
    },
  }
  const store = trouble.wrap(plain)
  const append = async () => store.append(await store.head(), [], () => expect.fail('nothing is sealed here'))
  return { world, state, trouble, store, append }
}

test('busy it refuses every commit as a full queue does, until its time is over', async () => {
  const { world, state, trouble, append } = await troubled()
  trouble.busyFor(30)
  await expect(append()).rejects.toBeInstanceOf(QueueFull)
  state.time += 29
  await expect(append()).rejects.toBeInstanceOf(QueueFull)
  expect(state.commits).toBe(0)
  state.time += 1
  expect(await append()).toEqual([DONE])
  await world.close()
})

test('slow it takes longer by as much, until its time is over', async () => {
  const { world, state, trouble, append } = await troubled()
  trouble.slowFor(60, 50)
  const began = performance.now()
  await append()
  // Timers may fire a little early by this clock.
  expect(performance.now() - began).toBeGreaterThan(45)
  state.time += 60
  const again = performance.now()
  await append()
  expect(performance.now() - again).toBeLessThan(45)
  await world.close()
})

test('the next answer is lost after its commit, and only that one; a refusal is none', async () => {
  const refused = await troubled({ ok: false, refusal: 'nonce-used' })
  let cuts = 0
  refused.trouble.loseNextAnswer(() => cuts++)
  await refused.append()
  expect(cuts).toBe(0)
  await refused.world.close()

  const { world, state, trouble, append } = await troubled()
  trouble.loseNextAnswer(() => {
    expect(state.commits).toBe(1)
    cuts++
  })
  await append()
  await append()
  expect([cuts, state.commits]).toEqual([1, 2])
  await world.close()
})

test('all else of the store is as it was', async () => {
  const { world, store } = await troubled()
  expect(await store.head()).toEqual(await world.gateway.store.head())
  await world.close()
})
