import { afterEach, expect, test, vi } from 'vitest'
import type { Store } from '../../../gateway/ports.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { describePostgres } from '../../postgres.ts'
import { stepSuite } from './step-suite.ts'
import { type OpenedStore, storeSuite } from './suite.ts'
import { turnSuite } from './turn-suite.ts'

vi.setConfig({ testTimeout: 60_000 })

describePostgres('on PostgreSQL', (server) => {
  async function fresh(): Promise<OpenedStore> {
    const url = await server.fresh()
    return {
      open: async (now) => openPostgresStore({ db: await openPostgres({ url }), now }),
      close: async () => undefined,
    }
  }
  storeSuite('the store', fresh)
  stepSuite('the store', fresh, 6)

  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  turnSuite('taking turns', async () => {
    const url = await server.fresh()
    const open = async (): Promise<Store> => openPostgresStore({ db: await openPostgres({ url }), now: Date.now })
    const [busy, quiet] = [await open(), await open()]
    const other = await openPostgres({ url, connections: 1 })
    closing.push(busy.close, quiet.close, other.close)
    return {
      busy,
      quiet,
      isHeld: () =>
        other.all('SELECT size FROM head FOR UPDATE NOWAIT').then(
          () => false,
          () => true,
        ),
    }
  })

  test('the store says which driver it works with', async () => {
    const { open } = await fresh()
    const store = await open(Date.now)
    expect(store.driver).toBe('postgresql')
    await store.close()
  })
})
