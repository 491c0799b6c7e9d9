/** A Worker takes a package as Node does: one receipt a file, the same again, and no more of it than a Worker bears. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readJwks } from '../../../gateway/client/gateway-keys.ts'
import { sealFiles, takeAnswer } from '../../../gateway/client/package.ts'
import { WORKER_LIMITS } from '../../../gateway/worker.ts'
import { file } from '../cli/audit-store.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { enrol } from './enrol.ts'
import { describeWorkerd } from './miniflare.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

await describeWorkerd('a package on the Worker', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startCloud()
    await enrol(cloud)
  })
  afterAll(() => cloud?.close())

  const seal = (...contents: readonly Uint8Array[]) =>
    sealFiles({
      origin: cloud.origin,
      contract: 'water-section-quality',
      key: cloud.sides.cq.agency,
      files: contents.map((bytes, at) => ({ name: `${at}.csv`, bytes, mediaType: 'text/csv' })),
      now: Date.now,
      random: randomBytes,
    })
  const send = (isolate: 'first' | 'second', body: Uint8Array<ArrayBuffer>) =>
    cloud.fetch(isolate, '/v1/packages', { method: 'POST', body })

  test('is taken file by file, and again by another isolate with the same receipts', async () => {
    const body = seal(
      file(['朱沱', '2025-11-04 08:00', '1.1']),
      file(['查无此处', '2025-11-04 08:00', '1.1']),
      file(['朱沱', '2025-11-05 08:00', '1.2']),
    )
    const keys = readJwks((await cloud.fetch('first', '/.well-known/jwks.json')).text)
    const texts: (readonly string[])[] = []
    for (const isolate of ['first', 'second'] as const) {
      const { status, text: answer } = await send(isolate, body)
      expect(status).toBe(200)
      const taken = takeAnswer(answer, body, keys)
      expect(taken.map(({ state }) => state)).toEqual(['accepted', 'refused', 'accepted'])
      texts.push(taken.map((one) => (one.state === 'refused' ? '' : one.text)))
    }
    expect(texts[1]).toEqual(texts[0])
  })

  test('of more than four bodies is refused, and so is a file larger than one', async () => {
    const large = (bytes: number) => Buffer.alloc(bytes, 0x61)
    const many = seal(...Array.from({ length: 5 }, () => large(WORKER_LIMITS.bytes)))
    expect((await send('first', many)).status).toBe(413)
    const one = seal(large(WORKER_LIMITS.bytes + 1))
    const { status, text } = await send('first', one)
    expect(status).toBe(200)
    expect(JSON.parse(text).answer.files).toMatchObject([{ problem: { code: 'body-too-large' } }])
  })
})
