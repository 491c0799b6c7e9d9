import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERRORS, isErrorCode } from '../../../gateway/errors/table.ts'
import { ACCESS } from '../../../gateway/identity/access.ts'
import { IdentityError } from '../../../gateway/identity/error.ts'
import { importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { type AnsweredRequest, verifyResponse } from '../../../gateway/identity/response.ts'
import { csv, newKey, openWorld, type World } from '../world.ts'
import { type Calls, CONTRACT, callsOf, ORIGIN, type Question, SUBMIT } from './calls.ts'

let world: World
let calls: Calls
const RECORDS = `/v1/records/${CONTRACT}`

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
  await world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))
})
afterAll(() => world.close())

const asked = ({ method, path, headers }: Question): AnsweredRequest => ({
  method,
  targetUri: ORIGIN + path,
  signature: headers.signature ?? '',
})

/** Verifies an answer to a question as a partner would, whole or with something of another answer put in. */
async function verified(answer: Response, question: Question, swapped: { body?: string; status?: number } = {}) {
  const body = Buffer.from(swapped.body ?? (await answer.clone().text()))
  const { alg, kid, publicKey } = importPublicJwk(world.gateway.config.gatewayKey.jwk)
  return verifyResponse({
    status: swapped.status ?? answer.status,
    header: (name) => answer.headers.get(name),
    body,
    request: asked(question),
    now: world.gateway.now(),
    findKey: (sent) => (sent === kid ? { alg, publicKey, state: 'active' as const } : undefined),
  })
}

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof IdentityError) return error.code
    throw error
  }
  return 'verified'
}

describe('an answer to a signed question', () => {
  test('is signed by the gateway, bound to the question, and says how long the ledger is', async () => {
    const question = calls.reading(world.sides.cq.agency, RECORDS)
    const answer = await calls.ask(question)
    expect(await verified(answer, question)).toMatchObject({
      keyid: world.gateway.config.gatewayKey.kid,
      ledgerSize: world.gateway.log.head().size,
    })
    expect(answer.headers.get('cache-control')).toBe('private, no-cache, no-transform')
  })

  test('is signed also for a write, after what it wrote', async () => {
    const question = calls.writing(world.sides.sc.agency, SUBMIT, csv([['金子', '2026-11-02 04:00', '2.1']]), {
      contentType: 'text/csv',
    })
    const answer = await calls.ask(question)
    expect(answer.status).toBe(201)
    const { ledgerSize } = await verified(answer, question)
    const { receipt } = JSON.parse(await answer.text())
    expect(ledgerSize).toBeGreaterThan(receipt.leaf.index)
  })

  test('does not verify as the answer to another question, though both ask the same', async () => {
    const [first, second] = [
      calls.reading(world.sides.cq.agency, RECORDS),
      calls.reading(world.sides.cq.agency, RECORDS),
    ]
    const [one, other] = [await calls.ask(first), await calls.ask(second)]
    expect(await failure(verified(one, second))).toBe('signature-invalid')
    expect(await failure(verified(other, first))).toBe('signature-invalid')
    expect(await failure(verified(one, first))).toBe('verified')
  })

  test('does not verify for another address, method, body or status', async () => {
    const question = calls.reading(world.sides.cq.agency, RECORDS)
    const answer = await calls.ask(question)
    expect(await failure(verified(answer, { ...question, path: `${RECORDS}?limit=1` }))).toBe('signature-invalid')
    expect(await failure(verified(answer, { ...question, method: 'HEAD' }))).toBe('signature-invalid')
    expect(await failure(verified(answer, question, { status: 304 }))).toBe('signature-invalid')
    expect(await failure(verified(answer, question, { body: '{"records":[]}' }))).toBe('digest-mismatch')
  })

  test('of 304 is signed too', async () => {
    const first = await calls.read(world.sides.cq.agency, RECORDS)
    const etag = first.headers.get('etag') ?? ''
    const question = calls.reading(world.sides.cq.agency, RECORDS, { headers: { 'if-none-match': etag } })
    const answer = await calls.ask(question)
    expect(answer.status).toBe(304)
    expect(answer.headers.get('etag')).toBe(etag)
    expect(await failure(verified(answer, question))).toBe('verified')
  })

  test('is not verified under another key', async () => {
    const question = calls.reading(world.sides.cq.agency, RECORDS)
    const answer = await calls.ask(question)
    const { alg, publicKey } = importPublicJwk(newKey().jwk)
    const check = async () =>
      verifyResponse({
        status: 200,
        header: (name) => answer.headers.get(name),
        body: Buffer.from(await answer.clone().text()),
        request: asked(question),
        now: world.gateway.now(),
        findKey: () => ({ alg, publicKey, state: 'active' as const }),
      })
    expect(await failure(check())).toBe('signature-invalid')
  })
})

describe('what anybody may read without saying more', () => {
  /** What is another answer each time it is asked. */
  const LIVE = ['/healthz', '/readyz', '/.well-known/security.txt', '/v1/ledger/cosignatures']
  const paths = ACCESS.filter(
    ({ method, path, allow }) =>
      method === 'GET' &&
      allow.public &&
      !/[{*]/.test(path) &&
      /^\/(?:v1\/|\.well-known|openapi|version|readyz|healthz|releases\.atom)/.test(path),
  ).map(({ path }) => (path === '/v1/credit' ? `${path}?q=${encodeURIComponent('示例')}` : path))

  test.each(paths.filter((path) => !LIVE.includes(path) && !path.startsWith('/v1/ledger/proof')))(
    '%s has an ETag, and is 304 to who has it, also as HEAD',
    async (path) => {
      const first = await calls.get(path)
      expect(first.status).toBe(200)
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{27}"$/)
      for (const [method, sent] of [
        ['GET', etag],
        ['HEAD', `W/${etag}`],
        ['GET', `"other", ${etag}`],
      ] as const) {
        const again = await calls.ask({ method, path, headers: { 'if-none-match': sent } })
        expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      }
      expect((await calls.ask({ method: 'GET', path, headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    },
  )
})

test('a public answer bears no signature and may be kept if asked again', async () => {
  const answer = await calls.get(`/v1/contracts/${CONTRACT}`)
  expect(answer.headers.get('signature')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(answer.headers.get('etag')).toMatch(/^"[\w-]{27}"$/)
  const again = await calls.get(`/v1/contracts/${CONTRACT}`, {
    'if-none-match': `"other", W/${answer.headers.get('etag')}`,
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

describe('every problem type', () => {
  const codes = Object.keys(ERRORS).filter(isErrorCode)

  test('resolves to a page of the gateway that says what happened and how to fix it, in both languages', async () => {
    for (const code of codes) {
      for (const lang of ['zh', 'en'] as const) {
        const page = await calls.get(`/errors/${code}?lang=${lang}`)
        expect(page.status).toBe(200)
        const text = await page.text()
        expect(text).toContain(code)
        for (const part of ['title', 'what', 'fix'] as const) {
          const plain = ERRORS[code][part][lang].replace(/[&<>"'].*/s, '')
          expect(text).toContain(plain)
        }
      }
    }
  })

  test('is on the list of them', async () => {
    const text = await (await calls.get('/errors')).text()
    for (const code of codes) expect(text).toContain(`/errors/${code}`)
  })

  test('that there is none of is a page of 404', async () => {
    for (const code of ['constructor', '__proto__', 'nothing', '%3Cscript%3E']) {
      const page = await calls.get(`/errors/${code}`)
      expect(page.status).toBe(404)
      expect(await page.text()).not.toContain('<script>')
    }
  })
})
