/** /readyz tells of threads that died, has them started again, and says ready once they are. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { PreparePool } from '../../../gateway/threads/pool.ts'
import { threadsOf } from '../../../gateway/threads/threads.ts'
import {
  openThreadedWriter,
  startWriterThread,
  type ThreadedWriter,
  type WriterThread,
} from '../../../gateway/threads/writer.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { capturedPool } from '../threads/captured.ts'
import { csv, openWorld, type World } from '../world.ts'

let folder: string
let world: World
let calls: Calls
let writer: ThreadedWriter
let pool: PreparePool
let workers: ReturnType<typeof capturedPool>['workers']
const threads: WriterThread[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chuanyu-threads-'))
  writer = await openThreadedWriter(join(folder, 'store.db'), 0, {
    start: async (file, now) => {
      const made = await startWriterThread(file, now)
      threads.push(made)
      return made
    },
  })
  ;({ pool, workers } = capturedPool({ above: 0 }))
  world = await openWorld()
  calls = callsOf({ ...world, gateway: { ...world.gateway, threads: threadsOf(writer, pool) } })
})
afterAll(async () => {
  expect(calls.failures).toEqual([])
  await Promise.all([writer.close(), pool.close(), world.close()])
  await rm(folder, { recursive: true, force: true })
})

const ready = async (status = 200) => jsonOf(await calls.get('/readyz'), status)

/** Asks until it is ready again. */
const recovered = () => vi.waitFor(() => ready(), { timeout: 20_000, interval: 50 })

test('with both at work is ready', async () => {
  expect(await ready()).toMatchObject({
    status: 'ready',
    checks: { writer: { ok: true }, preparing: { ok: true } },
    threadsEnded: { writer: 0, preparing: 0 },
  })
})

test('the writer’s thread dead is told once, and another is started though nothing is committed', async () => {
  await threads[0]?.end()
  expect(await ready(503)).toMatchObject({
    status: 'not-ready',
    checks: { writer: { ok: false }, preparing: { ok: true } },
  })
  expect(await recovered()).toMatchObject({ checks: { writer: { ok: true } }, threadsEnded: { writer: 1 } })
  expect(threads).toHaveLength(2)
})

test('a preparing thread dead is told once, and another is started though no file comes', async () => {
  const file = { party: 'cq', contract: { id: 'water-section-quality', version: '1.0.0' } } as const
  const registry = { digest: 'd', payload: JSON.stringify(SECTIONS_2026_11) }
  const bytes = Buffer.from(csv([['朱沱', '2026-11-02 04:00', '2.1']]))
  const rest = { bytes, mediaType: 'text/csv', at: world.gateway.now(), limits: world.gateway.limits }
  await pool.dryRun({ ...file, ...rest, registry }, SECTIONS_2026_11)
  await workers[0]?.terminate()
  expect(await ready(503)).toMatchObject({ checks: { writer: { ok: true }, preparing: { ok: false } } })
  expect(await recovered()).toMatchObject({ checks: { preparing: { ok: true } }, threadsEnded: { preparing: 1 } })
  expect(workers).toHaveLength(2)
})

test('where nothing works beside the main thread, no word is said of threads', async () => {
  const { checks, ...rest } = await jsonOf(await callsOf(world).get('/readyz'))
  expect(Object.keys(checks)).toEqual([
    'store',
    'migrations',
    'contracts',
    'register',
    'writable',
    'clock',
    'checkpoint',
  ])
  expect(rest).not.toHaveProperty('threadsEnded')
})
