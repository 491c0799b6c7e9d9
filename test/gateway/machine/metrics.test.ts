/** Figures on an address of their own: they count what happened, their labels are of known sets, and no secret is among them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERRORS } from '../../../gateway/errors/table.ts'
import { ACCESS } from '../../../gateway/identity/access.ts'
import { ConfigRefused } from '../../../gateway/machine/refused.ts'
import { listen, openNodeGateway } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { CONTRACT } from '../http/calls.ts'
import { configure } from './folder.ts'

let world: RunningWorld
let port: number
beforeAll(async () => {
  world = await startWorld()
  port = await freePort()
  await configure(world, { metrics: { port } })
}, 60_000)
afterAll(() => world.close())

const address = () => `http://127.0.0.1:${port}/metrics`

/** The samples: name with labels → value. */
async function samples(): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(address())
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}

/** By how much a sample grew while something was done. */
async function grew(name: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await samples()).get(name) ?? 0
  await work()
  return ((await samples()).get(name) ?? 0) - before
}

describe('figures', () => {
  test('are on their own address alone, and nothing else is there', async () => {
    expect((await fetch(`${world.origin}/metrics`)).status).toBe(404)
    expect((await fetch(address().replace('/metrics', '/'))).status).toBe(404)
    expect((await fetch(address(), { method: 'POST' })).status).toBe(404)
  })

  test('count requests by pattern, method and status', async () => {
    const get = (path: string) => fetch(world.origin + path)
    const name = 'chuanyu_requests_total{route="/contracts/{id}",method="GET",status="200"}'
    expect(
      await grew(name, () =>
        Promise.all([get('/contracts/water-section-quality'), get('/contracts/water-section-quality?lang=en')]),
      ),
    ).toBe(2)
    const seconds = 'chuanyu_request_seconds_count{route="/contracts/{id}",method="GET"}'
    expect(await grew(seconds, () => get('/contracts/water-section-quality'))).toBe(1)
  })

  test('count submissions and their rows by contract and party, commits and their entries', async () => {
    const client = world.client(world.sides.cq.agency)
    const labels = `contract="${CONTRACT}",party="cq"`
    const before = await samples()
    // Two good rows, one of them twice, and one of a section that nobody registered.
    const rows = file(
      ['朱沱', '2025-11-04 04:00', '1.1'],
      ['朱沱', '2025-11-04 08:00', '1.2'],
      ['朱沱', '2025-11-04 08:00', '1.2'],
      ['无此断面', '2025-11-04 04:00', '1.1'],
    )
    const { header } = await client.submit({ contract: CONTRACT, bytes: rows, mediaType: 'text/csv' })
    const after = await samples()
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(grown(`chuanyu_submissions_total{${labels}}`)).toBe(1)
    expect([header.accepted.count, header.rejected.count, header.duplicates]).toEqual([2, 1, 1])
    expect(grown(`chuanyu_rows_total{${labels},outcome="accepted"}`)).toBe(2)
    expect(grown(`chuanyu_rows_total{${labels},outcome="rejected"}`)).toBe(1)
    expect(grown(`chuanyu_rows_total{${labels},outcome="duplicate"}`)).toBe(1)
    expect(grown('chuanyu_commits_total')).toBe(1)
    expect(grown('chuanyu_commit_entries_sum')).toBe(1)
    expect(grown('chuanyu_entries_total{type="submission"}')).toBe(1)
    expect(grown('chuanyu_ledger_size')).toBe(1)
    expect(after.get('chuanyu_ledger_size')).toBe(world.running().gateway.log.head().size)
    expect(after.get('chuanyu_checkpoint_age_seconds')).toBeLessThan(60)
  })

  test('count refusals by code, and what the security log tells', async () => {
    const read = () =>
      world
        .client(world.sides.cq.agency)
        .read('/v1/consultations')
        .catch(() => undefined)
    expect(await grew('chuanyu_refusals_total{code="not-permitted"}', read)).toBe(1)
    expect(await grew('chuanyu_security_events_total{event="forbidden"}', read)).toBe(1)
  })

  test('tell the queue, the streams, the threads and the process', async () => {
    const now = await samples()
    expect(now.get('chuanyu_queue_length')).toBe(0)
    expect(now.get('chuanyu_event_streams')).toBe(0)
    expect(now.get('chuanyu_threads_working{thread="writer"}')).toBe(1)
    expect(now.get('chuanyu_threads_ended{thread="preparing"}')).toBe(0)
    expect(now.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
    const stream = await fetch(`${world.origin}/v1/feed`, { headers: { accept: 'text/event-stream' } })
    expect((await samples()).get('chuanyu_event_streams')).toBe(1)
    await stream.body?.cancel()
  })

  test('have labels of known sets, whatever is asked for', async () => {
    const ask = (method: string, path: string) => fetch(world.origin + path, { method }).catch(() => undefined)
    for (const path of ['/nothing', '/a/b/c', '/v1/contracts/made-up-1', '/v1/contracts/made-up-2', '/releases/%00'])
      for (const method of ['GET', 'PROPFIND', 'MADEUP']) await ask(method, path)
    const routes = new Set(['none', ...ACCESS.map(({ path }) => path)])
    const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'other'])
    const names = [...(await samples()).keys()].filter((name) => name.startsWith('chuanyu_'))
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) {
      const labels = new Map(
        Array.from(name.matchAll(/(\w+)="([^"]*)"/g), ([, label = '', value = '']) => [label, value]),
      )
      const { route, method, code, status } = Object.fromEntries(labels)
      if (route !== undefined) expect(routes, name).toContain(route)
      if (method !== undefined) expect(methods, name).toContain(method)
      if (code !== undefined) expect(Object.keys(ERRORS), name).toContain(code)
      if (status !== undefined) expect(status).toMatch(/^[1-5]\d\d$/)
      expect(name).not.toContain('made-up')
    }
  })

  test('have no secret among them', async () => {
    const text = await (await fetch(address())).text()
    for (const { agency, operator, signatory } of Object.values(world.sides))
      for (const key of [agency, operator, signatory]) {
        expect(text).not.toContain(key.privateJwk.d)
        expect(text).not.toContain(key.kid)
      }
  })

  test('are gone with the gateway', async () => {
    await world.stop()
    await expect(fetch(address())).rejects.toThrow()
    await world.start()
    expect((await fetch(address())).status).toBe(200)
  })
})

test('an address for figures that cannot be had keeps the gateway from starting, and nothing is left listening', async () => {
  const taken = await freePort()
  const { createServer } = await import('node:net')
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(taken, '127.0.0.1', resolve))
  await world.stop()
  await configure(world, { metrics: { port: taken } }).catch((error) => expect(error).toBeInstanceOf(ConfigRefused))
  const gateway = await openNodeGateway(world.data)
  await expect(listen(gateway, { port: world.port })).rejects.toThrow(ConfigRefused)
  await expect(fetch(`${world.origin}/healthz`)).rejects.toThrow()
  await gateway.store.close()
  await new Promise((resolve) => squatter.close(resolve))
}, 60_000)

test('without the member there are none', async () => {
  await configure(world, { metrics: undefined })
  await expect(fetch(address())).rejects.toThrow()
})
