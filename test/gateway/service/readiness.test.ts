/** /readyz tells the truth check by check: what is broken is named, in both languages, and everything else stays well. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Gateway } from '../../../gateway/gateway.ts'
import { diskCheck, freeBytes } from '../../../gateway/machine/disk.ts'
import { quietOperations } from '../../../gateway/operations/quiet.ts'
import type { Operations } from '../../../gateway/operations/types.ts'
import type { Store } from '../../../gateway/ports.ts'
import { callsOf } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { openWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const told: unknown[] = []
const log: Operations['log'] = {
  request: () => undefined,
  error: (error) => told.push(error),
  note: () => undefined,
}

/** What a gateway with other parts answers. */
async function ready(parts: Partial<Gateway>, status: number) {
  const gateway = { ...world.gateway, operations: quietOperations({ log }), ...parts }
  const { checks, ...rest } = await jsonOf(await callsOf({ ...world, gateway }).get('/readyz'), status)
  const found: Record<string, { ok: boolean; reason?: { zh: string; en: string } }> = checks
  for (const { ok, reason } of Object.values(found)) {
    if (ok) expect(reason).toBeUndefined()
    else expect(reason).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]{3}/) })
  }
  const unwell = Object.entries(found).flatMap(([name, { ok }]) => (ok ? [] : [name]))
  return { ...rest, checks: found, unwell }
}

const store = (other: Partial<Store>): Partial<Gateway> => ({ store: { ...world.gateway.store, ...other } })

describe('/readyz', () => {
  test('is ready, and says how old the checkpoint is', async () => {
    const { unwell, status, ledger } = await ready({}, 200)
    expect({ unwell, status }).toEqual({ unwell: [], status: 'ready' })
    expect(ledger.checkpointAgeMs).toBeGreaterThan(0)
  })

  test('names a store that cannot be read, says nothing of why, and tells the operator', async () => {
    told.splice(0)
    const failure = new Error('SQLITE_IOERR at /srv/secret')
    const { unwell, checks } = await ready(store({ head: () => Promise.reject(failure) }), 503)
    expect(unwell).toEqual(['store'])
    expect(JSON.stringify(checks)).not.toContain('secret')
    expect(told).toEqual([failure])
  })

  test('names a store that does not answer', async () => {
    const { unwell, checks } = await ready(store({ head: () => new Promise(() => undefined) }), 503)
    expect(unwell).toEqual(['store'])
    expect(checks.store?.reason?.en).toMatch(/no answer within \d+ ms/)
  })

  test('names a schema with steps that are not applied, and one this program does not know', async () => {
    const pending = await ready(store({ pendingSchema: async () => 2 }), 503)
    expect(pending.unwell).toEqual(['migrations'])
    expect(pending.checks.migrations?.reason?.en).toContain('2 migrations')
    const newer = await ready(store({ pendingSchema: () => Promise.reject(new Error('newer')) }), 503)
    expect(newer.unwell).toEqual(['migrations'])
  })

  test('names a checkpoint that says something else than the head, or that another key signed', async () => {
    const head = await world.gateway.store.head()
    const { checkpoint } = head
    const size = checkpoint?.split('\n')[1] ?? ''
    for (const other of [
      { ...head, root: new Uint8Array(32) },
      { ...head, checkpoint: checkpoint?.replace(`\n${size}\n`, `\n${Number(size) + 1}\n`) ?? null },
      { ...head, checkpoint: 'no note' },
    ]) {
      expect((await ready(store({ head: async () => other }), 503)).unwell).toEqual(['checkpoint'])
    }
    const stranger = { ...world.gateway.config, log: 'other.test/log' }
    expect((await ready({ config: stranger }, 503)).unwell).toEqual(['checkpoint'])
  })

  test('names a disk with less room than the limit', async () => {
    const full = diskCheck('/data', 1000, async () => 999)
    const { unwell, checks } = await ready({ operations: quietOperations({ log, checks: [full] }) }, 503)
    expect(unwell).toEqual(['disk'])
    expect(checks.disk?.reason?.en).toContain('999 bytes left')
    const room = diskCheck('/data', 1000, async () => 1000)
    expect((await ready({ operations: quietOperations({ log, checks: [room] }) }, 200)).unwell).toEqual([])
  })

  test('names a check that fails itself', async () => {
    const gone = diskCheck('/no/such/folder', 1)
    expect((await ready({ operations: quietOperations({ log, checks: [gone] }) }, 503)).unwell).toEqual(['disk'])
  })

  test('is draining while the gateway is being stopped, though all is well', async () => {
    const operations = quietOperations({ log })
    operations.drain()
    expect(await ready({ operations }, 503)).toMatchObject({ status: 'draining', unwell: [] })
  })

  test('allows the clocks of several gateways on one ledger to be apart by a second, and a single one by nothing', async () => {
    const { time } = await world.gateway.store.head()
    const at = (behind: number, shared: boolean) => ({ now: () => time - behind, shared })
    expect((await ready(at(1000, true), 200)).ledger.clockBehindMs).toBe(1000)
    expect((await ready(at(1001, true), 503)).unwell).toEqual(['clock'])
    expect((await ready(at(1, false), 503)).unwell).toEqual(['clock'])
  })

  test('names a store whose ledger does not follow on what this process told of', async () => {
    told.splice(0)
    const failure = new Error('another history')
    const { log: real } = world.gateway
    const parts = { shared: true, log: { ...real, refresh: () => Promise.reject(failure) } }
    const { unwell, checks } = await ready(parts, 503)
    expect(unwell).toEqual(['store'])
    expect(checks.store?.reason?.en).toContain('does not follow')
    expect(told).toEqual([failure])
  })
})

test('the disk of a folder has so many bytes free', async () => {
  expect(await freeBytes('.')).toBeGreaterThan(0)
})
