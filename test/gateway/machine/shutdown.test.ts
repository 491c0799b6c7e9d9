/** Told to stop with work under way, as a real process: it says so, finishes what it can in time, ends streams, and exits 0; told twice it is cut. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { signRequest } from '../../../gateway/identity/request.ts'
import { daysIn, fileOf, linesOf } from '../../../gateway/machine/security-files.ts'
import { file } from '../cli/audit-store.ts'
import { runCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { SUBMIT } from '../http/calls.ts'
import { configure } from './folder.ts'
import { type Serving, startServing } from './listening.ts'

let world: RunningWorld
let serving: Serving
let hour = 0
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())
beforeEach(() => {
  hour += 4
})

async function serve(shutdown: object): Promise<void> {
  await configure(world, { shutdown, logging: { level: 'info' } })
  await world.stop()
  serving = await startServing(world.data)
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const term = () => serving.child.kill('SIGTERM')
const exit = async () => {
  const [code, signal] =
    serving.child.exitCode === null && serving.child.signalCode === null
      ? await once(serving.child, 'exit')
      : [serving.child.exitCode, serving.child.signalCode]
  return { code, signal }
}
const audit = async () => JSON.parse((await runCommand(['ledger', 'audit', '--data', world.data, '--json'])).stdout)

/** A submission whose second half is sent when told; resolves with its status, 0 when the connection broke. */
function halfSent(): { finish(): void; readonly status: Promise<number> } {
  const body = file(['朱沱', `2025-10-${String(1 + hour).padStart(2, '0')} 04:00`, '1.1'])
  const headers = signRequest({
    method: 'POST',
    url: world.origin + SUBMIT,
    key: world.sides.cq.agency,
    created: Math.floor(Date.now() / 1000),
    body,
    contentType: 'text/csv',
    nonce: `shutdown-${hour}-${Date.now()}`.padEnd(24, '0'),
  })
  const options = { host: '127.0.0.1', port: world.port, method: 'POST', path: SUBMIT, agent: false }
  const outgoing = request({ ...options, headers: { ...headers, 'content-length': String(body.length) } })
  const status = new Promise<number>((resolve) => {
    outgoing.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    outgoing.on('error', () => resolve(0))
  })
  outgoing.write(body.subarray(0, 20))
  return { status, finish: () => outgoing.end(body.subarray(20)) }
}

test('says that it drains while it announces it, answers still, then stops with 0', async () => {
  await serve({ announceSeconds: 2 })
  expect((await fetch(`${world.origin}/readyz`)).status).toBe(200)
  term()
  await pause(300)
  const ready = await fetch(`${world.origin}/readyz`)
  expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'draining' }])
  expect((await fetch(`${world.origin}/v1/contracts`)).status).toBe(200)
  expect((await fetch(`${world.origin}/healthz`)).status).toBe(200)
  expect(await exit()).toEqual({ code: 0, signal: null })
  await expect(fetch(`${world.origin}/healthz`)).rejects.toThrow()
}, 60_000)

test('takes no more connections, lets the submission under way end, and has it in the ledger', async () => {
  await serve({ limitSeconds: 20 })
  const before = await audit()
  const { status, finish } = halfSent()
  await pause(300)
  term()
  await pause(500)
  await expect(fetch(`${world.origin}/healthz`)).rejects.toThrow()
  expect(serving.child.exitCode).toBeNull()
  finish()
  expect(await status).toBe(201)
  expect(await exit()).toEqual({ code: 0, signal: null })
  expect(await audit()).toMatchObject({ ok: true, size: before.size + 1 })
}, 60_000)

test('cuts what does not end within the limit, and still stops with 0 and a sound store', async () => {
  await serve({ limitSeconds: 1 })
  const before = await audit()
  const { status } = halfSent()
  await pause(300)
  const begun = performance.now()
  term()
  expect(await status).toBe(0)
  expect(await exit()).toEqual({ code: 0, signal: null })
  expect(performance.now() - begun).toBeGreaterThan(900)
  expect(performance.now() - begun).toBeLessThan(10_000)
  expect(serving.log().map(({ msg }) => msg)).toContain('cut what did not end in time')
  expect(await audit()).toMatchObject({ ok: true, size: before.size })
}, 60_000)

test('ends open streams with a word', async () => {
  await serve({})
  const stream = await fetch(`${world.origin}/v1/feed`, { headers: { accept: 'text/event-stream' } })
  const text = stream.text()
  await pause(200)
  term()
  expect(await text).toContain('event: end\ndata: {"reason":"closing"')
  expect(await exit()).toEqual({ code: 0, signal: null })
}, 60_000)

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a second signal, %s, cuts at once',
  async (second) => {
    await serve({ limitSeconds: 60 })
    const { status } = halfSent()
    await pause(300)
    term()
    await pause(500)
    expect(serving.child.exitCode).toBeNull()
    serving.child.kill(second)
    expect(await exit()).toEqual({ code: null, signal: second })
    expect(await status).toBe(0)
    expect(await audit()).toMatchObject({ ok: true })
  },
  60_000,
)

test('starts and stops are in the security log', async () => {
  const folder = join(world.data, 'security')
  const events = daysIn(folder)
    .flatMap((day) => linesOf(fileOf(folder, day)).lines)
    .map((line) => JSON.parse(line).event)
  expect(events.filter((event) => event === 'started').length).toBeGreaterThanOrEqual(6)
  // The two that were cut could not say so.
  expect(
    events.filter((event) => event === 'started').length - events.filter((event) => event === 'stopped').length,
  ).toBe(2)
  expect(events).toContain('configuration')
  expect(await runCommand(['security-log', 'verify', '--data', world.data])).toMatchObject({ code: 0 })
  expect(readFileSync(fileOf(folder, daysIn(folder)[0] ?? ''), 'utf8')).not.toContain(
    world.sides.cq.agency.privateJwk.d,
  )
})
