/** Where a ledger in PostgreSQL stands: told once, held by whoever holds it, also against one that settles at the same time. */
import { setTimeout as later } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import { holdPlace, isInPlace, keepPlace, settlePlace } from '../../../gateway/store/postgres/place.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { describePostgres } from '../../postgres.ts'

vi.setConfig({ testTimeout: 60_000 })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describePostgres('the place of a ledger', (server) => {
  async function opened() {
    const db = await openPostgres({ url: await server.fresh() })
    const store = await openPostgresStore({ db, now: Date.now })
    closing.push(() => store.close())
    return db
  }

  test('is said by the first to settle, and holds until somebody has it held', async () => {
    const db = await opened()
    expect(await settlePlace(db)).toBe(true)
    await holdPlace(db)
    expect([await settlePlace(db), await isInPlace(db)]).toEqual([false, false])
    await keepPlace(db)
    expect(await settlePlace(db)).toBe(true)
  })

  test('is not taken for settled by one that begins while it is being held', async () => {
    const db = await opened()
    const holding = await db.begin()
    await holding.run("INSERT INTO place VALUES (1, 'held')")
    const settling = settlePlace(db)
    await later(300)
    await holding.commit()
    expect(await settling).toBe(false)
    expect(await isInPlace(db)).toBe(false)
  })
})
