/** Where a ledger in PostgreSQL stands: told once, held by whoever holds it, also against one that settles at the same time. */
import { setTimeout as later } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { StoreFailed } from '../../../gateway/ports.ts'
import { openPostgres } from '../../../gateway/store/postgres/database.ts'
import {
  holdPlace,
  isInPlace,
  keepPlace,
  settlePlace,
  stayInPlace,
  tellsTakeover,
} from '../../../gateway/store/postgres/place.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import type { Rows } from '../../../gateway/store/sql/rows.ts'
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

  test.runIf(server.own)('is told by what is left where its server keeps parts of it from its users', async () => {
    const url = new URL(await server.fresh('database'))
    const admin = await openPostgres({ url: url.href })
    closing.push(admin.close)
    for (const sql of [
      'CREATE ROLE plain LOGIN',
      'GRANT ALL ON SCHEMA public TO plain',
      'REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC',
    ])
      await admin.all(sql)
    url.username = 'plain'
    const db = await openPostgres({ url: url.href })
    const store = await openPostgresStore({ db, now: Date.now })
    closing.push(() => store.close())
    expect([await settlePlace(db), await tellsTakeover(db)]).toEqual([true, true])
    expect(String((await db.all('SELECT place FROM place'))[0]?.place)).toMatch(/^-\/\d+\/\d+\/0000000\d$/)
    for (const hidden of ['pg_current_wal_lsn()', 'pg_walfile_name(pg_lsn)']) {
      await admin.all(`REVOKE EXECUTE ON FUNCTION ${hidden} FROM PUBLIC`)
      expect([await isInPlace(db), await tellsTakeover(db)]).toEqual([false, false])
      await admin.all(`GRANT EXECUTE ON FUNCTION ${hidden} TO PUBLIC`)
    }
    expect(await isInPlace(db)).toBe(true)
  })

  test('that a server refuses in part is told by the rest, and one that it refuses for now is none', async () => {
    const db = await opened()
    const refusing = (error: Error): Rows => ({
      all: (sql, params) => (/pg_walfile_name\(pg_current/.test(sql) ? Promise.reject(error) : db.all(sql, params)),
    })
    expect(await tellsTakeover(refusing(new Error('not supported')))).toBe(false)
    await expect(tellsTakeover(refusing(new StoreFailed('recovery is in progress')))).rejects.toThrow(StoreFailed)
    expect(await tellsTakeover(db)).toBe(true)
  })

  test('is asked of the connections that are open already', async () => {
    const db = await opened()
    await holdPlace(db)
    const moved = vi.fn()
    await stayInPlace(db, moved)
    expect(await db.all('SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(moved).toHaveBeenCalledTimes(1)
    await expect(db.begin()).rejects.toThrow('elsewhere')
  })

  test('is asked of every connection once: one that leads elsewhere has nothing written any more, and is told of once', async () => {
    const db = await opened()
    await settlePlace(db)
    const moved = vi.fn()
    await stayInPlace(db, moved)
    await (await db.begin()).rollback()
    expect(moved).not.toHaveBeenCalled()
    // A running gateway keeps to where it settled: what is written there later is for those that start.
    await holdPlace(db)
    await (await db.begin()).rollback()
    const [open, ...more] = await Promise.all([db.begin(), db.begin(), db.begin()])
    for (const one of more) await one.rollback()
    await open.run("INSERT INTO nonce VALUES ('k', 'n', 1)")
    // As a table that was put back, whose number is another.
    await db.all('CREATE TABLE again (LIKE head INCLUDING ALL)')
    await db.all('INSERT INTO again SELECT * FROM head')
    await db.all('ALTER TABLE head RENAME TO former')
    await db.all('ALTER TABLE again RENAME TO head')
    const [{ pid } = {}] = await open.all('SELECT pg_backend_pid() AS pid')
    await db.all(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid NOT IN (?, pg_backend_pid())
      AND application_name = 'chuanyu' AND datname = current_database()`,
      [Number(pid)],
    )
    await db.all('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined)
    await vi.waitUntil(async () => (await db.all('SELECT 1 AS one').catch(() => [])).length === 1)
    expect(moved).toHaveBeenCalledTimes(1)
    await expect(db.begin()).rejects.toThrow('elsewhere')
    await expect(open.commit()).rejects.toThrow('elsewhere')
    expect(moved).toHaveBeenCalledTimes(1)
    expect((await db.all('SELECT size FROM head'))[0]).toEqual({ size: 0 })
  })

  test('is another, on the same timeline, where a second standby takes over that never followed the first', async () => {
    const db = await opened()
    await settlePlace(db)
    const moved = vi.fn()
    await stayInPlace(db, moved)
    const open = await db.begin()
    // What its ledger said of where it stood when it was left behind.
    await open.run("UPDATE place SET place = place || '0'")
    await open.commit()
    expect(moved).not.toHaveBeenCalled()
    const [, more] = await Promise.all([db.all('SELECT 1'), db.all('SELECT 1 AS one')])
    expect(more).toEqual([{ one: 1 }])
    expect(moved).toHaveBeenCalledTimes(1)
    await expect(db.begin()).rejects.toThrow('elsewhere')
  })
})
