/** Two gateways on one ledger, wherever that is kept. */
import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../../gateway/app.ts'
import { type Client, createClient } from '../../../gateway/client/client.ts'
import { openGateway } from '../../../gateway/gateway.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { listen, type NodeConfig, openNodeGateway, type Running } from '../../../gateway/node.ts'
import type { Store } from '../../../gateway/ports.ts'
import { freePort } from '../../free-port.ts'
import { auditWorld, file } from '../cli/audit-store.ts'
import { keyList, type RunningWorld, startWorld } from '../cli/running.ts'

vi.setConfig({ testTimeout: 30_000 })

const CONTRACT = 'water-section-quality'
const sample = (at: number, codMn = '1.9') => file(['朱沱', `2025-10-${String(at + 1).padStart(2, '0')} 08:00`, codMn])
const send = (client: Client, bytes: Uint8Array) => client.submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })

/** Where the ledger is: what gateway.json says of it, and whether the second gateway has a folder of its own, as on another machine. */
export interface Sharing {
  readonly config: () => Promise<Partial<NodeConfig>>
  readonly apart: boolean
}

/** The suite; `driver` is what the ledger must be kept by. */
export function twoGateways(
  driver: Store['driver'],
  { config, apart }: Sharing = { config: async () => ({ shared: true }), apart: false },
): void {
  let world: RunningWorld
  let second: Running
  let origin: string
  const clients: Client[] = []

  /** A client of the second gateway. */
  function other(key: RunningWorld['sides']['cq']['agency']): Client {
    const client = createClient({ origin, key })
    clients.push(client)
    return client
  }

  beforeAll(async () => {
    world = await startWorld({ config: await config() })
    const folder = apart ? join(world.folder, 'elsewhere') : world.data
    if (apart)
      for (const name of ['gateway.json', 'keys'])
        cpSync(join(world.data, name), join(folder, name), { recursive: true })
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    second = await listen(await openNodeGateway(folder, { origin }), { port })
    for (const { gateway } of [world.running(), second]) expect(gateway.store.driver).toBe(driver)
  })

  afterAll(async () => {
    for (const client of clients) await client.close()
    await second?.close()
    await world?.close()
  })

  test('two gateways on one ledger append at once, each behind the other, without a fork', async () => {
    const { sides } = world
    const [one, two] = [world.client(sides.cq.agency), other(sides.cq.agency)]
    const before = world.running().gateway.log.head().size
    // Every receipt is checked against an inclusion proof as it comes in.
    const done = await Promise.all(Array.from({ length: 24 }, (_, at) => send(at % 2 === 0 ? one : two, sample(at))))
    const places = done.map(({ leaf }) => leaf.index).sort((a, b) => a - b)
    expect(places).toEqual(done.map((_, at) => before + at))
    expect(await auditWorld(world)).toMatchObject({ ok: true })
  })

  test('a value sent to one and taken back at the other is three revisions', async () => {
    const { sides } = world
    const [one, two] = [world.client(sides.cq.agency), other(sides.cq.agency)]
    const [a, b] = [sample(28, '1.1'), sample(28, '2.2')]
    expect((await send(one, a)).repeated).toBe(false)
    expect((await send(two, a)).repeated).toBe(true)
    expect((await send(two, b)).repeated).toBe(false)
    expect((await send(one, a)).repeated).toBe(false)
    const found: unknown[] = []
    const from = '2025-10-29T00:00:00+08:00'
    for await (const { meta } of one.records({ contract: CONTRACT, from, revisions: 'all' }))
      found.push(meta.get('revision'))
    expect(found).toEqual([1, 2, 3])
  })

  test('a release that one drafts and the other has not seen can be signed there', async () => {
    const { sides } = world
    await send(world.client(sides.cq.agency), file(['朱沱', '2025-11-04 08:00', '1.9']))
    const period = { start: '2025-11-03T00:00:00+08:00', end: '2025-11-10T00:00:00+08:00' }
    const { id } = await world.client(sides.cq.operator).consult({ period })
    await other(sides.sc.reviewer).agree(id)
    await world.client(sides.cq.reviewer).agree(id)
    await other(sides.sc.signatory).signRelease(id)
    expect((await world.client(sides.cq.signatory).signRelease(id)).status).toBe('published')
  })

  test('a checkpoint of one covers what the other has just taken in', async () => {
    const { leaf } = await send(world.client(world.sides.sc.agency), file(['金子', '2025-09-01 08:00', '1.4']))
    const checkpoint = await (await fetch(`${origin}/v1/ledger/checkpoint`)).text()
    expect(checkpoint.split('\n')[1]).toBe(String(leaf.index + 1))
  })

  test('a key revoked at one is refused by the commit of the other, which had not heard of it', async () => {
    const { sides } = world
    const previous = sha256Hex(keyList('cq', sides.cq).payload)
    const next = keyList('cq', sides.cq, { edition: 2, previous, revoked: [sides.cq.agency] })
    // This one is not told that it shares its store, so only the commit can tell it.
    const { config, store, blobs, now, random } = second.gateway
    const alone = await openGateway(config, { store, blobs, now, random })
    const url = `${origin}/v1/submissions?contract=${CONTRACT}`
    const body = sample(29)
    const signed = signRequest({
      method: 'POST',
      url,
      contentType: 'text/csv',
      body,
      key: sides.cq.agency,
      created: Math.floor(Date.now() / 1000),
      nonce: randomBytes(18).toString('base64url'),
    })
    await world.client(sides.cq.signatory).putKeys(next.jws)
    expect(alone.standing.key(sides.cq.agency.kid)?.state).toBe('active')
    const answer = await createApp(alone).request(url, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...signed },
      body: Uint8Array.from(body),
    })
    expect(await answer.json()).toMatchObject({ status: answer.status, code: 'key-revoked' })
    expect(alone.standing.key(sides.cq.agency.kid)?.state).toBe('revoked')
    expect(await auditWorld(world)).toMatchObject({ ok: true })
  })
}
