/** Two gateways on one file, which only one of them can write to at a time, take turns. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Store } from '../../../gateway/ports.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'
import { describeDrivers } from './drivers.ts'
import { nonce } from './rows.ts'
import { overtake, type Two, turnSuite } from './turn-suite.ts'

vi.setConfig({ testTimeout: 30_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

await describeDrivers((driver) => {
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
  turnSuite('taking turns', two)

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
