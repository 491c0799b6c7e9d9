import { expect, test, vi } from 'vitest'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { describePostgres } from '../../postgres.ts'
import { stepSuite } from './step-suite.ts'
import { type OpenedStore, storeSuite } from './suite.ts'

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

  test('the store says which driver it works with', async () => {
    const { open } = await fresh()
    const store = await open(Date.now)
    expect(store.driver).toBe('postgresql')
    await store.close()
  })
})
