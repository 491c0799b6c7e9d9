/** Suites of other parts once more, their worlds' ledgers in PostgreSQL. Any other runs so with CHUANYU_TEST_STORE=postgresql. */
import { describe, expect, test, vi } from 'vitest'
import { describePostgres, whyNoPostgres } from '../../postgres.ts'

vi.stubEnv('CHUANYU_TEST_STORE', 'postgresql')

if (whyNoPostgres() === null) {
  // Its server is for all of them.
  const { openWorld } = await import('../world.ts')
  test('their ledgers are in PostgreSQL', async () => {
    const world = await openWorld()
    expect(world.gateway.store.driver).toBe('postgresql')
    await world.close()
  })
  describe('records read', async () => {
    await import('../exchange/records.test.ts')
  })
  describe('the ledger served', async () => {
    await import('../ledger/routes.test.ts')
    await import('../ledger/cosignatures.test.ts')
  })
  describe('key lists', async () => {
    await import('../documents/keys.test.ts')
  })
  describe('sessions', async () => {
    await import('../session/session.test.ts')
  })
  describe('releases', async () => {
    await import('../release/bundle.test.ts')
    await import('../release/two-desks.test.ts')
  })
} else describePostgres('suites of other parts', () => undefined)
