import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { type Caller, createCaller } from '../../../gateway/client/call.ts'
import { ClientError, createClient } from '../../../gateway/client/client.ts'
import { checkInclusion, checkReceipt } from '../../../gateway/client/receipt.ts'
import { createTransport, type Incoming, type Transport } from '../../../gateway/client/transport.ts'
import { freePort } from '../../free-port.ts'
import { CONTRACT, file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld, testKey } from '../cli/running.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

const NEWS = file(
  ['朱沱', '2025-12-02 08:00', '1.1'],
  ['朱沱', '2025-12-02 12:00', '1.2'],
  ['晒网坝', '2025-12-02 08:00', '1.9'],
)

function news() {
  return { contract: CONTRACT, bytes: NEWS, mediaType: 'text/csv' }
}

async function failure(work: Promise<unknown>): Promise<ClientError> {
  try {
    await work
  } catch (error) {
    if (error instanceof ClientError) return error
    throw error
  }
  throw new TypeError('it did not fail')
}

describe('submitting', () => {
  test('gives a checked receipt that says what was sent', async () => {
    const { header, leaf, repeated, id } = await world.client(world.sides.cq.agency).submit(news())
    expect(repeated).toBe(false)
    expect(header).toMatchObject({ submission: id, party: 'cq', agency: 'cq-monitoring', rows: 3, duplicates: 0 })
    expect(header.accepted.count).toBe(3)
    expect(leaf.index).toBeGreaterThanOrEqual(6)
  })

  test('again gives the same receipt, to the last character', async () => {
    const client = world.client(world.sides.cq.agency)
    const [first, second] = [await client.submit(news()), await client.submit(news())]
    expect(second).toMatchObject({ repeated: true, text: first.text, id: first.id })
  })

  test('with another idempotency key is new work', async () => {
    const client = world.client(world.sides.cq.agency)
    const [first, second] = [await client.submit(news()), await client.submit({ ...news(), idempotencyKey: 'week-49' })]
    expect(second.repeated).toBe(false)
    expect(second.id).not.toBe(first.id)
  })

  test('says which rows were rejected or doubled', async () => {
    const client = world.client(world.sides.cq.agency)
    const row = ['朱沱', '2025-12-03 08:00', '1.1'] as const
    const { id } = await client.submit({ ...news(), bytes: file(row, ['查无此处', '2025-12-03 08:00', '1'], row) })
    const { rejections, duplicates } = await client.rejections(id)
    expect(rejections).toMatchObject([{ row: 3, type: 'section-unknown', value: '查无此处' }])
    expect(duplicates).toEqual([{ row: 4, of: 2 }])
  })

  test('a file without an acceptable row throws its problem with every rejection', async () => {
    const bytes = file(['查无此处', '2025-12-03 08:00', '1'])
    const error = await failure(world.client(world.sides.cq.agency).submit({ ...news(), bytes }))
    expect(error).toMatchObject({ code: 'no-acceptable-row', status: 422 })
    expect(error.problem?.rejections).toMatchObject([{ row: 2, type: 'section-unknown' }])
  })

  test('with a key nobody registered throws key-unknown', async () => {
    expect(await failure(world.client(testKey()).submit(news()))).toMatchObject({ code: 'key-unknown', status: 401 })
  })

  test('with a key of another role throws not-permitted', async () => {
    const error = await failure(world.client(world.sides.cq.signatory).submit(news()))
    expect(error).toMatchObject({ code: 'not-permitted', status: 403 })
  })
})

describe('reading records', () => {
  test('goes through all pages as of the first, whatever is appended meanwhile', async () => {
    const client = world.client(world.sides.sc.agency)
    await world.client(world.sides.cq.agency).submit(news())
    const filter = {
      contract: CONTRACT,
      party: 'cq',
      from: '2025-12-01T00:00:00+08:00',
      to: '2025-12-02T23:00:00+08:00',
    }
    const sections: unknown[] = []
    for await (const { meta, record } of client.records({ ...filter, limit: 1 })) {
      sections.push(meta.get('key'))
      expect(record.get('results')).toBeTypeOf('object')
      await world
        .client(world.sides.cq.agency)
        .submit({ ...news(), bytes: file(['晒网坝', '2025-12-02 04:00', `2.${sections.length}`]) })
    }
    expect(sections).toHaveLength(3)
    expect(new Set(sections).size).toBe(3)
  })

  test('without any filter gives all there are', async () => {
    const parties = new Set<unknown>()
    for await (const { meta } of world.client(world.sides.cq.operator).records({ contract: CONTRACT })) {
      parties.add(meta.get('party'))
    }
    expect(parties).toEqual(new Set(['cq']))
  })

  test('takes Chinese names in its query', async () => {
    const found: unknown[] = []
    for await (const { meta } of world
      .client(world.sides.cq.operator)
      .records({ contract: CONTRACT, section: 'cq-朱沱' })) {
      found.push(meta.get('party'))
    }
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(new Set(found)).toEqual(new Set(['cq']))
  })
})

describe('joint documents', () => {
  const period = { start: '2025-12-01T00:00:00+08:00', end: '2025-12-08T00:00:00+08:00' }

  test('a release is proposed, read, and signed by both for the digest they read', async () => {
    await world.client(world.sides.cq.agency).submit(news())
    const { id, digest, status } = await world.client(world.sides.sc.operator).consult({ period })
    expect(status).toBe('open')
    const [cq, sc] = [world.client(world.sides.cq.signatory), world.client(world.sides.sc.signatory)]
    const refused = await failure(cq.signRelease(id, undefined, '0'.repeat(64)))
    expect(refused.code).toBe('payload-mismatch')
    expect(await failure(cq.signRelease(id, undefined, digest))).toMatchObject({ code: 'act-not-now', status: 409 })
    const [one, two] = [world.client(world.sides.cq.reviewer), world.client(world.sides.sc.reviewer)]
    expect((await failure(one.agree(id, '0'.repeat(64)))).code).toBe('payload-mismatch')
    expect((await one.agree(id, digest)).status).toBe('open')
    expect(await two.agree(id, digest)).toMatchObject({ status: 'agreed', digest })
    expect((await cq.signRelease(id, undefined, digest)).status).toBe('signed-by-one')
    expect((await sc.signRelease(id)).status).toBe('published')
    expect(await failure(sc.signRelease(id))).toMatchObject({ code: 'signature-exists', status: 409 })
    const released = await sc.read(`/v1/releases/${id}`)
    expect(released.json()).toMatchObject({ digest })
    expect(released.ledgerSize).toBeNull()
  })

  test('a contract is signed once by each side', async () => {
    const [contract] = CONTRACTS
    if (!contract) throw new TypeError('no contract')
    for (const party of PARTIES) {
      const error = await failure(world.client(world.sides[party].signatory).signContract(contract))
      expect(error).toMatchObject({ code: 'signature-exists', status: 409 })
    }
  })

  test('a key that is no signatory signs nothing', async () => {
    const [contract] = CONTRACTS
    if (!contract) throw new TypeError('no contract')
    const error = await failure(world.client(world.sides.cq.operator).signContract(contract))
    expect(error.code).toMatch(/^document-signer-unknown$|^signatory-role$/)
  })
})

describe('an answer counts only when the gateway signed it, for this request', () => {
  const real = createTransport({ timeoutMs: 5000 })
  afterAll(() => real.close())

  function callerOver(change: (answer: Incoming) => Incoming): Caller {
    const transport: Transport = {
      ...real,
      async send(outgoing) {
        const answer = await real.send(outgoing)
        return outgoing.url.endsWith('jwks.json') ? answer : change(answer)
      },
    }
    const { origin, sides } = world
    return createCaller({
      origin,
      key: sides.cq.agency,
      keys: null,
      transport,
      now: Date.now,
      random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    })
  }

  const PATH = `/v1/records/${CONTRACT}?limit=2`
  const withHeader = (name: string, value: string | undefined) => (answer: Incoming) => ({
    ...answer,
    header: (asked: string) => (asked === name ? value : answer.header(asked)),
  })

  test('as it was sent it does, and says how long the ledger was', async () => {
    expect((await callerOver((answer) => answer).read(PATH)).ledgerSize).toBeGreaterThan(6)
  })

  test.each<[string, (answer: Incoming) => Incoming]>([
    ['a changed byte', (answer) => ({ ...answer, body: Buffer.from(answer.body).fill(0x20, 3, 4) })],
    ['another status', (answer) => ({ ...answer, status: 201 })],
    ['another content type', withHeader('content-type', 'text/plain')],
    ['another ledger size', withHeader('chuanyu-ledger-size', '1')],
    ['no signature', withHeader('signature', undefined)],
    ['a signature cut short', withHeader('signature', 'chuanyu=:AAAA:')],
  ])('%s is not taken', async (_name, change) => {
    const error = await failure(callerOver(change).read(PATH))
    expect(error.code).toBe('answer-unverified')
  })

  test('the answer to an earlier request is not taken for this one', async () => {
    let kept: Incoming | null = null
    const caller = callerOver((answer) => (kept ??= answer))
    await caller.read(PATH)
    expect(await failure(caller.read(`/v1/records/${CONTRACT}?limit=3`))).toMatchObject({ code: 'answer-unverified' })
  })

  test('with other keys pinned nothing of this gateway is taken', async () => {
    const { origin, sides } = world
    const client = createClient({ origin, key: sides.cq.agency, gatewayKeys: [testKey().jwk] })
    expect(await failure(client.read(PATH))).toMatchObject({ code: 'answer-unverified' })
    await client.close()
  })

  test('with the right keys pinned none are fetched', async () => {
    const { origin, sides } = world
    const { gatewayKey, logKey } = world.running().gateway.config
    const client = createClient({ origin, key: sides.cq.agency, gatewayKeys: [gatewayKey.jwk, logKey.jwk] })
    expect((await client.submit(news())).header.party).toBe('cq')
    await client.close()
  })
})

describe('a receipt counts only as the gateway gave it', () => {
  test('any changed character is found', async () => {
    const client = world.client(world.sides.cq.agency)
    const { text } = await client.submit(news())
    const keys = await client.keys()
    expect(checkReceipt(text, keys).header.rows).toBe(3)
    for (let at = 0; at < text.length; at += 7) {
      const changed = `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`
      expect(() => checkReceipt(changed, keys), changed.slice(at - 5, at + 5)).toThrow(/receipt-unverified/)
    }
  })

  test('a leaf that the ledger does not hold is found', async () => {
    const client = world.client(world.sides.cq.agency)
    const { text, leaf } = await client.submit(news())
    const receipt = checkReceipt(text, await client.keys())
    const answer = (await client.read(`/v1/ledger/proof/inclusion?index=${leaf.index}&size=${receipt.size}`)).json()
    expect(() => checkInclusion(receipt, answer)).not.toThrow()
    expect(() => checkInclusion({ ...receipt, leafHash: '00'.repeat(32) }, answer)).toThrow(/receipt-unverified/)
    expect(() => checkInclusion(receipt, { proof: [] })).toThrow(/receipt-unverified/)
  })
})

describe('when there is no gateway at the other end', () => {
  const servers: Server[] = []
  afterAll(() => {
    for (const server of servers) server.closeAllConnections()
  })

  async function serving(handler: Parameters<typeof createServer>[1]): Promise<string> {
    const server = createServer(handler)
    servers.push(server)
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return `http://127.0.0.1:${port}`
  }

  async function calling(origin: string, timeoutMs = 2000): Promise<ClientError> {
    const client = createClient({ origin, key: testKey(), timeoutMs })
    return failure(client.read('/v1/consultations'))
  }

  test('a closed port is a network failure', async () => {
    expect(await calling(`http://127.0.0.1:${await freePort()}`)).toMatchObject({ code: 'network', status: 0 })
  })

  test('a server that does not answer is a timeout', async () => {
    expect(await calling(await serving(() => undefined), 300)).toMatchObject({ code: 'timeout', status: 0 })
  })

  test('a redirect is not followed', async () => {
    const origin = await serving((_request, response) => response.writeHead(302, { location: world.origin }).end())
    expect(await calling(origin)).toMatchObject({ code: 'answer-malformed', status: 302 })
  })

  test('an error page that is no problem document is told as such', async () => {
    const origin = await serving((_request, response) => response.writeHead(502).end('<h1>Bad Gateway</h1>'))
    expect(await calling(origin)).toMatchObject({ code: 'answer-malformed', status: 502, problem: null })
  })

  test('how long to wait is passed on', async () => {
    const problem = { code: 'rate-limited', title: 't', detail: 'd', status: 429 }
    const origin = await serving((_request, response) =>
      response
        .writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '7' })
        .end(JSON.stringify(problem)),
    )
    expect(await calling(origin)).toMatchObject({ code: 'rate-limited', status: 429, retryAfter: 7 })
  })

  test('an origin with a path, and a path of another origin, are mistakes', async () => {
    expect(() => createClient({ origin: 'https://gateway.test/v1', key: testKey() })).toThrow(TypeError)
    const client = createClient({ origin: 'https://gateway.test', key: testKey() })
    await expect(client.read('https://elsewhere.test/')).rejects.toThrow(TypeError)
  })
})
