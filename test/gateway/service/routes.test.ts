import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { type Calls, callsOf, ORIGIN } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { openWorld, type World } from '../world.ts'

let world: World
let calls: Calls
let time = Date.parse('2026-11-10T00:00:00+08:00')

beforeAll(async () => {
  world = await openWorld({ now: () => (time += 10) })
  calls = callsOf(world)
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

test('/healthz says that it lives', async () => {
  expect(await jsonOf(await calls.get('/healthz'))).toEqual({ status: 'ok' })
})

describe('/readyz', () => {
  test('says ready when contract and register are in force', async () => {
    expect(await jsonOf(await calls.get('/readyz'))).toMatchObject({
      status: 'ready',
      checks: {
        store: { ok: true },
        migrations: { ok: true },
        contracts: { ok: true },
        register: { ok: true },
        clock: { ok: true },
        checkpoint: { ok: true },
      },
      store: { driver: world.gateway.store.driver },
      ledger: { size: 8, waiting: 0, clockBehindMs: 0 },
    })
  })

  test('says what is missing when nothing is signed', async () => {
    const bare = await openWorld({ unsigned: true })
    expect(await jsonOf(await callsOf(bare).get('/readyz'), 503)).toMatchObject({
      status: 'not-ready',
      checks: { store: { ok: true }, contracts: { ok: false }, register: { ok: false }, checkpoint: { ok: true } },
    })
    await bare.close()
  })

  test('says by how much the clock is behind the ledger', async () => {
    const before = time
    time -= 60_000
    const { checks, ledger } = await jsonOf(await calls.get('/readyz'), 503)
    expect(checks.clock).toEqual({
      ok: false,
      reason: { zh: expect.stringMatching(/时钟.*慢 \d+ 毫秒/), en: expect.stringMatching(/\d+ ms behind/) },
    })
    expect(ledger.clockBehindMs).toBeGreaterThan(59_000)
    time = before
  })

  test('says not ready when the store has lost what the ledger said', async () => {
    const { gateway } = world
    const { store } = gateway
    const lost = { ...store, head: async () => ({ ...(await store.head()), size: 1 }) }
    const other = callsOf({ ...world, gateway: { ...gateway, store: lost } })
    expect((await jsonOf(await other.get('/readyz'), 503)).checks.store).toMatchObject({ ok: false })
  })
})

test('/version says which, and that this is a sandbox', async () => {
  expect(await jsonOf(await calls.get('/version'))).toEqual({
    name: 'chuanyu',
    version: packageJson.version,
    sandbox: true,
  })
})

test('/.well-known/jwks.json has both public keys under their thumbprints, and nothing private', async () => {
  const text = await (await calls.get('/.well-known/jwks.json')).text()
  const { keys } = JSON.parse(text)
  const { gatewayKey, logKey } = world.gateway.config
  expect(keys.map((key: { kid: string }) => key.kid)).toEqual([gatewayKey.kid, logKey.kid])
  for (const { kid, use, ...jwk } of keys) {
    expect(use).toBe('sig')
    expect(importPublicJwk(jwk).kid).toBe(kid)
    expect(jwk).not.toHaveProperty('d')
  }
})

test('/.well-known/security.txt is one by RFC 9116', async () => {
  const answer = await calls.get('/.well-known/security.txt')
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; ?charset=utf-8$/i)
  const fields = new Map(
    (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [name = '', ...value] = line.split(': ')
        return [name, value.join(': ')] as const
      }),
  )
  expect(fields.get('Contact')).toMatch(/^(mailto:|https:)/)
  expect(fields.get('Canonical')).toBe(`${ORIGIN}/.well-known/security.txt`)
  const ahead = Date.parse(fields.get('Expires') ?? '') - time
  expect(ahead).toBeGreaterThan(0)
  expect(ahead).toBeLessThan(366 * 86_400_000)
})
