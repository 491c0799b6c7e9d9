/** Rate limits over real HTTP: by address before a signature is looked at, by key after; told in seconds, honoured by the client and the command. */
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../gateway/client/client.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { file } from '../cli/audit-store.ts'
import { runCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld, type TestKey, testKey } from '../cli/running.ts'
import { configure } from '../machine/folder.ts'
import { CONTRACT } from './calls.ts'

const RECORDS = `/v1/records/${CONTRACT}`
const RATES = {
  publicReads: { perSecond: 1, burst: 5 },
  publicWrites: { perSecond: 1, burst: 2 },
  unverified: { perSecond: 0.5, burst: 6 },
  keyReads: { perSecond: 1, burst: 4 },
  keyWrites: { perSecond: 1, burst: 1 },
}

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
// Full buckets for every test; the proxy is this machine, so that each test has addresses of its own.
beforeEach(() => configure(world, { rates: RATES, trustedProxies: { addresses: ['127.0.0.1'] } }))
afterAll(() => world.close())

interface Got {
  readonly status: number
  readonly code: string
  readonly retryAfter: string | undefined
}

/** One request, as a proxy passes it on for an address. */
function send(
  method: string,
  path: string,
  from: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: world.port, method, path, agent: false }
    const outgoing = request({ ...options, headers: { ...headers, 'x-forwarded-for': from } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => {
        const code = /"code":"([^"]+)"/.exec(text)?.[1] ?? ''
        resolve({ status: answer.statusCode ?? 0, code, retryAfter: answer.headers['retry-after'] })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A signed read as sent. `named` is the key id it claims. */
function signed(key: TestKey, named: TestKey = key): Record<string, string> {
  const created = Math.floor(Date.now() / 1000)
  const headers = signRequest({ method: 'GET', url: `${world.origin}${RECORDS}`, key, created })
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll(key.kid, named.kid)]),
  )
}

async function many(count: number, one: () => Promise<Got>): Promise<readonly number[]> {
  const statuses: number[] = []
  for (let at = 0; at < count; at++) statuses.push((await one()).status)
  return statuses
}

describe('by address', () => {
  test('public reads are limited, each address for itself, and told when to come again', async () => {
    expect(await many(6, () => send('GET', '/v1/standards', '192.0.2.1'))).toEqual([200, 200, 200, 200, 200, 429])
    const { code, retryAfter } = await send('GET', '/', '192.0.2.1')
    expect({ code, retryAfter }).toEqual({ code: 'rate-limited', retryAfter: '1' })
    expect((await send('GET', '/v1/standards', '192.0.2.2')).status).toBe(200)
  })

  test('whether the gateway lives can be asked at any rate', async () => {
    expect(new Set(await many(12, () => send('GET', '/healthz', '192.0.2.1')))).toEqual(new Set([200]))
  })

  test('addresses that are none count like any public read', async () => {
    expect(await many(6, () => send('GET', '/nothing', '192.0.2.3'))).toEqual([404, 404, 404, 404, 404, 429])
  })

  test.each(['/v1/keys', '/v1/session/challenge', '/v1/session'])(
    'posts to %s, which nobody signs, are limited more closely',
    async (path) => {
      const statuses = await many(3, () =>
        send('POST', path, '192.0.2.4', { 'content-type': 'application/json' }, '{}'),
      )
      expect(statuses.slice(0, 2)).not.toContain(429)
      expect(statuses[2]).toBe(429)
    },
  )

  test('refused signatures wear an address out before they are looked at', async () => {
    const stranger = testKey()
    const statuses = await many(7, () => send('GET', RECORDS, '192.0.2.5', signed(stranger)))
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429])
    // Not even a good one is looked at from there; from anywhere else it is.
    const { agency } = world.sides.cq
    expect((await send('GET', RECORDS, '192.0.2.5', signed(agency))).status).toBe(429)
    expect((await send('GET', RECORDS, '192.0.2.6', signed(agency))).status).toBe(200)
  })

  test('what a caller says of itself does not count where no proxy is trusted', async () => {
    await configure(world, { trustedProxies: undefined })
    let at = 0
    const statuses = await many(6, () => send('GET', '/v1/standards', `198.51.100.${at++}`))
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('by key', () => {
  test('a stranger who names a key does not use up its share', async () => {
    const { agency } = world.sides.cq
    const stranger = testKey()
    let at = 0
    // From many addresses, more often than the key itself might call.
    const forged = await many(12, () => send('GET', RECORDS, `198.51.100.${at++}`, signed(stranger, agency)))
    expect(new Set(forged)).toEqual(new Set([401]))
    expect(await many(4, () => send('GET', RECORDS, '192.0.2.7', signed(agency)))).toEqual([200, 200, 200, 200])
  })

  test('a key has its share, from wherever it calls, and another key its own', async () => {
    const { agency, operator } = world.sides.sc
    let at = 0
    const statuses = await many(5, () => send('GET', RECORDS, `198.51.100.${at++}`, signed(agency)))
    expect(statuses).toEqual([200, 200, 200, 200, 429])
    expect((await send('GET', RECORDS, '198.51.100.1', signed(operator))).status).toBe(200)
  })
})

test('calls whose signature holds wear no address out, however many keys call from it', async () => {
  await configure(world, { rates: { ...RATES, keyReads: { perSecond: 50, burst: 50 } } })
  const { agency, operator } = world.sides.cq
  const statuses = await many(10, () => send('GET', RECORDS, '192.0.2.8', signed(agency)))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect((await send('GET', RECORDS, '192.0.2.8', signed(operator))).status).toBe(200)
})

describe('who is limited', () => {
  test('waits as the gateway asks, when the client was given the patience, and is served', async () => {
    const hasty = createClient({ origin: world.origin, key: world.sides.cq.operator })
    for (let at = 0; at < 4; at++) await hasty.read(RECORDS)
    await expect(hasty.read(RECORDS)).rejects.toMatchObject({ code: 'rate-limited', status: 429, retryAfter: 1 })
    const patient = createClient({ origin: world.origin, key: world.sides.cq.operator, patienceMs: 5_000 })
    const begun = performance.now()
    expect((await patient.read(RECORDS)).status).toBe(200)
    expect(performance.now() - begun).toBeGreaterThan(500)
    await Promise.all([hasty.close(), patient.close()])
  })

  test('is told so by the command, which ends with 7 once its patience does', async () => {
    const { agency } = world.sides.cq
    const client = world.client(agency)
    await client.submit({ contract: CONTRACT, bytes: file(['朱沱', '2025-11-04 04:00', '1.1']), mediaType: 'text/csv' })
    const { writeFileSync } = await import('node:fs')
    const path = `${world.folder}/week.csv`
    writeFileSync(path, file(['朱沱', '2025-11-05 04:00', '1.1']))
    const key = world.keyFile(`agency-${Date.now()}`, agency)
    await configure(world, { rates: { ...RATES, keyWrites: { perSecond: 0.01, burst: 1 } } })
    await world.client(agency).submit({
      contract: CONTRACT,
      bytes: file(['朱沱', '2025-11-04 08:00', '1.1']),
      mediaType: 'text/csv',
    })
    const args = ['submit', '--origin', world.origin, '--key', key, '--contract', CONTRACT]
    const { code, stderr } = await runCommand([...args, '--wait', '2', path])
    expect(code).toBe(7)
    expect(stderr).toContain('[rate-limited]')
  })
})

test('a sandbox on its own machine has no limits unless some are written', async () => {
  await configure(world, { rates: undefined, trustedProxies: undefined })
  const statuses = await Promise.all(Array.from({ length: 1200 }, () => send('GET', '/healthz', 'x')))
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]))
  const reads = await Promise.all(Array.from({ length: 1100 }, () => send('GET', '/robots.txt', 'x')))
  expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]))
})
