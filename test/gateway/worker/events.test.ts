/** Streams on Workers, which no other request can wake: they hear by looking at the store. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { CONSULTATION_2026_11, SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { file } from '../cli/audit-store.ts'
import { keyList, type TestKey } from '../cli/running.ts'
import { type Listening, listenTo } from '../live/events.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { describeWorkerd } from './miniflare.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

await describeWorkerd('a stream of the Worker', () => {
  let cloud: Cloud
  const open: Listening[] = []

  beforeAll(async () => {
    cloud = await startCloud()
    for (const party of PARTIES) {
      const client = cloud.client(cloud.sides[party].signatory)
      await client.putKeys(keyList(party, cloud.sides[party]).jws)
      for (const contract of CONTRACTS.filter(({ id }) => id === 'water-section-quality'))
        await client.signContract(contract)
      for (const register of [SECTIONS_2026_11, CONSULTATION_2026_11]) await client.signRegistry(register)
    }
    const bytes = file(['朱沱', '2025-11-04 08:00', '1.9'])
    const water = { contract: 'water-section-quality', bytes, mediaType: 'text/csv' }
    await cloud.client(cloud.sides.cq.agency).submit(water)
  })
  afterAll(async () => {
    await Promise.all(open.map((one) => one.hangUp().catch(() => undefined)))
    await cloud?.close()
  })

  async function follow(path: string, key?: TestKey): Promise<Listening> {
    const url = cloud.origin + path
    const created = Math.floor(Date.now() / 1000)
    const signed = key ? signRequest({ method: 'GET', url, key, created }) : {}
    const listening = listenTo(await fetch(url, { headers: { accept: 'text/event-stream', ...signed } }))
    open.push(listening)
    expect((await listening.next(5000)).event).toBe('ready')
    return listening
  }

  test('brings steps to partners and the publication to anybody, in the order of the ledger', async () => {
    const { sides } = cloud
    const [partner, anybody] = [await follow('/v1/consultations/events', sides.sc.reviewer), await follow('/v1/feed')]
    const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
    const { id } = await cloud.client(sides.cq.operator).consult({ period })
    expect((await partner.next(10_000)).data).toMatchObject({ consultation: id, act: 'open', party: 'cq' })
    for (const party of PARTIES) await cloud.client(sides[party].reviewer).agree(id)
    for (const party of PARTIES) await cloud.client(sides[party].signatory).signRelease(id)
    const got = [await partner.next(10_000), await partner.next(), await partner.next(), await partner.next()]
    expect(got.map(({ event }) => event)).toEqual(['step', 'step', 'signature', 'publication'])
    expect(await anybody.next(10_000)).toMatchObject({ event: 'published', id: got[3]?.id, data: { release: id } })
  })
})
