/** On Workers: limits in the isolate by the address the edge saw, traces answered, and what is unsafe not begun with. */
import type { Readable } from 'node:stream'
import { Miniflare } from 'miniflare'
import { afterEach, expect, test } from 'vitest'
import { testKey } from '../cli/running.ts'
import { bundleWorker, COMPATIBILITY } from './cloud.ts'
import { describeWorkerd } from './miniflare.ts'

let running: Miniflare | null = null
let said = ''
afterEach(async () => {
  await running?.dispose()
  running = null
  said = ''
})

/** The Worker in production, with these variables in place of sound ones. */
async function started(change: Readonly<Record<string, string>> = {}) {
  const { code } = await bundleWorker()
  const [log, gateway, cq, sc] = [testKey(), testKey(), testKey(), testKey()]
  const miniflare = new Miniflare({
    ...COMPATIBILITY,
    modules: [{ type: 'ESModule' as const, path: 'worker.mjs', contents: code }],
    d1Databases: { DB: 'chuanyu' },
    r2Buckets: { EVIDENCE: 'chuanyu-evidence' },
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      for (const stream of [stdout, stderr])
        stream.on('data', (text: Buffer) => {
          said += text.toString('utf8')
        })
    },
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    bindings: {
      ORIGIN: 'https://gateway.test',
      LOG: 'gateway.test/log',
      CONTACT: 'mailto:security@gateway.test',
      SANDBOX: 'false',
      LOG_KEY: JSON.stringify(log.privateJwk),
      GATEWAY_KEY: JSON.stringify(gateway.privateJwk),
      ROOT_CQ: JSON.stringify(cq.jwk),
      ROOT_SC: JSON.stringify(sc.jwk),
      ...change,
    },
  })
  running = miniflare
  await miniflare.ready
  const address = await miniflare.unsafeGetDirectURL()
  return (path: string, from: string, method = 'GET') =>
    fetch(new URL(path, address), { method, headers: { 'cf-connecting-ip': from, origin: 'https://gateway.test' } })
}

await describeWorkerd('the Worker in production', () => {
  test('limits each address, and says when to come again', async () => {
    const send = await started()
    const statuses: number[] = []
    for (let at = 0; at < 80; at++) statuses.push((await send('/v1/session/challenge', '192.0.2.1', 'POST')).status)
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([200]))
    expect(statuses).toContain(429)
    const refused = await send('/v1/session/challenge', '192.0.2.1', 'POST')
    if (refused.status === 429) expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send('/v1/session/challenge', '192.0.2.2', 'POST')).status).toBe(200)
    expect((await send('/healthz', '192.0.2.1')).headers.get('traceresponse')).toMatch(
      /^00-[0-9a-f]{32}-[0-9a-f]{16}-02$/,
    )
    const refusedLine = said
      .split('\n')
      .find((line) => line.includes('"code":"rate-limited"') && line.includes('"msg":"request"'))
    expect(JSON.parse(refusedLine ?? '{}')).toMatchObject({
      level: 'info',
      route: '/v1/session/challenge',
      status: 429,
    })
    // Told once in the security log, however often.
    expect(said.split('\n').filter((line) => line.includes('"event":"limited"'))).toHaveLength(1)
    expect(said).toContain('"address":"192.0.2.1"')
  }, 60_000)

  test('is not begun with at an address that is not encrypted, or with one root for both sides', async () => {
    const send = await started({ ORIGIN: 'http://gateway.test' })
    expect((await send('/healthz', '192.0.2.1')).status).toBe(500)
    await running?.dispose()
    const { jwk } = testKey()
    const other = await started({ ROOT_CQ: JSON.stringify(jwk), ROOT_SC: JSON.stringify(jwk) })
    expect((await other('/healthz', '192.0.2.1')).status).toBe(500)
  }, 60_000)
})
