import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatInstant } from '../../../adapters/tables/time.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { contentDigest } from '../../../gateway/identity/digest.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { coverage, signMessage } from '../../../gateway/identity/profile.ts'
import { jsonOf } from '../intake/files.ts'
import { deskOf } from '../release/desk.ts'
import { csv, MONDAY, newKey, openWorld, WEEK, type World } from '../world.ts'
import { type Calls, CONTRACT, callsOf, gate, type ProblemSeen, type Question, refused, SUBMIT } from './calls.ts'

const RECORDS = `/v1/records/${CONTRACT}`
const FILE = csv([['朱沱', '2026-11-02 04:00', '2.1']])
const held = gate()
let world: World
let calls: Calls

beforeAll(async () => {
  world = await openWorld({ over: held.over, roles: ['audit', 'signatory'] })
  calls = callsOf(world)
})
afterAll(() => world.close())

const agency = () => world.sides.cq.agency
const upload = (how = {}) => calls.writing(agency(), SUBMIT, FILE, { contentType: 'text/csv', ...how })
const size = () => world.gateway.log.head().size

/** Refused, and the ledger is as it was. */
async function refuses(question: Question, status: number, code: string): Promise<ProblemSeen> {
  const before = size()
  const problem = await refused(await calls.ask(question), status, code)
  await world.gateway.log.drained()
  expect(size()).toBe(before)
  return problem
}

function without(question: Question, ...names: string[]): Question {
  return {
    ...question,
    headers: Object.fromEntries(Object.entries(question.headers).filter(([name]) => !names.includes(name))),
  }
}

const withHeaders = (question: Question, headers: Record<string, string>): Question => ({
  ...question,
  headers: { ...question.headers, ...headers },
})

describe('who is asking', () => {
  test('an unsigned write is refused', () =>
    refuses(without(upload(), 'signature', 'signature-input'), 401, 'signature-missing'))

  test('an unsigned read is refused', async () => {
    const { pointer } = await refuses({ method: 'GET', path: RECORDS, headers: {} }, 401, 'signature-missing')
    expect(pointer).toBe('signature-input')
  })

  test('a signature without its input, and an input without its signature, are refused', async () => {
    await refuses(without(upload(), 'signature-input'), 401, 'signature-missing')
    await refuses(without(upload(), 'signature'), 401, 'signature-missing')
  })

  test('a key that nobody listed is refused by its id', async () => {
    const stranger = newKey()
    const { value } = await refuses(calls.reading(stranger, RECORDS), 401, 'key-unknown')
    expect(value).toBe(stranger.kid)
  })

  test("a signature by another key than the one named is refused, also the other side's", async () => {
    const [own, other] = [upload(), calls.writing(world.sides.sc.agency, SUBMIT, FILE, { contentType: 'text/csv' })]
    const forged = other.headers['signature-input']?.replace(world.sides.sc.agency.kid, agency().kid) ?? ''
    await refuses(withHeaders(other, { 'signature-input': forged }), 401, 'signature-invalid')
    await refuses(withHeaders(own, { signature: other.headers.signature ?? '' }), 401, 'signature-invalid')
  })

  test('a root key signs key lists and no requests', () =>
    refuses(calls.reading(world.sides.cq.root, RECORDS), 401, 'key-unknown'))

  test('an algorithm that is not the key’s is refused, and one that nobody knows', async () => {
    const question = upload()
    const input = question.headers['signature-input'] ?? ''
    const as = (alg: string) =>
      withHeaders(question, { 'signature-input': input.replace('alg="ed25519"', `alg="${alg}"`) })
    await refuses(as('ecdsa-p256-sha256'), 401, 'algorithm-mismatch')
    await refuses(as('hmac-sha256'), 401, 'algorithm-unsupported')
    await refuses(as('rsa-v1_5-sha256'), 401, 'algorithm-unsupported')
  })

  test('an ES256 key signs as well as an Ed25519 one', async () => {
    expect(world.sides.cq.signatory.alg).toBe('ecdsa-p256-sha256')
    expect((await calls.read(world.sides.cq.signatory, RECORDS)).status).toBe(200)
    expect((await calls.read(agency(), RECORDS)).status).toBe(200)
  })

  test('a role that may not make the call is refused, however well it signed', async () => {
    await refuses(
      calls.writing(world.sides.cq.signatory, SUBMIT, FILE, { contentType: 'text/csv' }),
      403,
      'not-permitted',
    )
    await refuses(calls.reading(agency(), '/v1/consultations'), 403, 'not-permitted')
  })
})

describe('when', () => {
  test('a write older than five minutes is refused, one a little younger is not', async () => {
    await refuses(upload({ age: 310 }), 401, 'signature-expired')
    expect((await calls.ask(upload({ age: 290 }))).status).toBeLessThan(300)
  })

  test('a read older than a minute is refused, one a little younger is not', async () => {
    await refuses(calls.reading(agency(), RECORDS, { age: 70 }), 401, 'signature-expired')
    expect((await calls.read(agency(), RECORDS, { age: 50 })).status).toBe(200)
  })

  test('a clock half a minute fast is forgiven, one much faster is not', async () => {
    expect((await calls.read(agency(), RECORDS, { age: -25 })).status).toBe(200)
    await refuses(calls.reading(agency(), RECORDS, { age: -45 }), 401, 'signature-future')
    await refuses(upload({ age: -45 }), 401, 'signature-future')
  })

  test('a write sent twice counts once', async () => {
    const question = upload({ headers: { 'idempotency-key': 'replayed' } })
    expect((await calls.ask(question)).status).toBe(201)
    await refuses(question, 409, 'signature-replayed')
  })

  test('the same nonce serves one write, whatever it is for', async () => {
    const nonce = 'AAAAAAAAAAAAAAAAAAAAAAAA'
    const first = upload({ nonce, headers: { 'idempotency-key': 'nonce-1' } })
    expect((await calls.ask(first)).status).toBe(201)
    const second = calls.writing(agency(), SUBMIT, csv([['朱沱', '2026-11-03 04:00', '2.1']]), {
      contentType: 'text/csv',
      nonce,
    })
    await refuses(second, 409, 'signature-replayed')
  })

  test('of two copies that arrive together one is taken', async () => {
    const question = upload({ headers: { 'idempotency-key': 'together' } })
    const answers = await Promise.all([calls.ask(question), calls.ask(question), calls.ask(question)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
  })

  test('a nonce too short, or none, is refused', async () => {
    await refuses(upload({ nonce: 'short' }), 400, 'signature-malformed')
    const question = upload()
    const signed = signMessage(
      {
        method: 'POST',
        targetUri: `https://gateway.test${SUBMIT}`,
        header: (name) => question.headers[name],
      },
      {
        label: 'chuanyu',
        coverage: coverage('@method', '@target-uri', 'content-type', 'content-digest'),
        created: Math.floor(world.gateway.now() / 1000),
        key: agency(),
        tag: 'chuanyu-write',
      },
    )
    await refuses(withHeaders(question, signed), 401, 'nonce-missing')
  })
})

describe('for exactly what', () => {
  test('another body than the one signed is refused', () =>
    refuses({ ...upload(), body: FILE.replace('2.1', '1.1') }, 400, 'digest-mismatch'))

  test('a digest put right for another body is refused by the signature', () => {
    const body = FILE.replace('2.1', '1.1')
    const digest = contentDigest(Buffer.from(body))
    return refuses({ ...withHeaders(upload(), { 'content-digest': digest }), body }, 401, 'signature-invalid')
  })

  test('an empty body under a signature for a file is refused', () =>
    refuses({ ...upload(), body: '' }, 400, 'digest-mismatch'))

  test('a write without its digest is refused', () =>
    refuses(without(upload(), 'content-digest'), 400, 'digest-missing'))

  test('a digest by an algorithm that is not taken is refused', () =>
    refuses(withHeaders(upload(), { 'content-digest': 'md5=:rL0Y20zC+Fzt72VPzMSk2A==:' }), 401, 'signature-invalid'))

  test('a changed query is refused', async () => {
    await refuses(
      { ...calls.reading(agency(), `${RECORDS}?limit=5`), path: `${RECORDS}?limit=50` },
      401,
      'signature-invalid',
    )
    await refuses({ ...upload(), path: `${SUBMIT}&at=2026-01-01T00:00:00Z` }, 401, 'signature-invalid')
  })

  test('a changed path is refused', () =>
    refuses({ ...upload(), path: `/v1/normalise?contract=${CONTRACT}` }, 401, 'signature-invalid'))

  test('a changed method is refused', async () => {
    const question = { ...calls.reading(agency(), '/v1/submissions/x'), method: 'POST', path: SUBMIT, body: FILE }
    await refuses(withHeaders(question, { 'content-digest': contentDigest(Buffer.from(FILE)) }), 401, 'tag-mismatch')
    // A HEAD answer has no body to hold a problem.
    const head = await calls.ask({ ...calls.reading(agency(), RECORDS), method: 'HEAD' })
    expect(head.status).toBe(401)
  })

  test('a read signature does not serve a write, nor a write signature a read', async () => {
    const read = upload()
    const input = read.headers['signature-input']?.replace('chuanyu-write', 'chuanyu-read') ?? ''
    await refuses(withHeaders(read, { 'signature-input': input }), 401, 'tag-mismatch')
    const { headers } = upload()
    await refuses({ method: 'GET', path: RECORDS, headers }, 401, 'tag-mismatch')
  })

  test('a signature for another origin is refused and told which', async () => {
    const question = calls.reading(agency(), RECORDS)
    const elsewhere = signMessage(
      { method: 'GET', targetUri: `http://10.0.3.8:8787${RECORDS}`, header: () => undefined },
      {
        label: 'chuanyu',
        coverage: coverage('@method', '@target-uri'),
        created: Math.floor(world.gateway.now() / 1000),
        key: agency(),
        tag: 'chuanyu-read',
      },
    )
    await refuses(withHeaders(question, elsewhere), 401, 'signature-invalid')
    const { value } = await refuses(
      withHeaders(question, { ...elsewhere, host: '10.0.3.8:8787' }),
      401,
      'target-mismatch',
    )
    expect(value).toBe(`http://10.0.3.8:8787${RECORDS}`)
  })

  test.each([['@method'], ['@target-uri'], ['content-type'], ['content-digest']])(
    'a write that leaves %s uncovered is refused',
    async (left) => {
      const question = upload()
      const names = ['@method', '@target-uri', 'content-type', 'content-digest'].filter((name) => name !== left)
      const signed = signMessage(
        { method: 'POST', targetUri: `https://gateway.test${SUBMIT}`, header: (name) => question.headers[name] },
        {
          label: 'chuanyu',
          coverage: coverage(...names),
          created: Math.floor(world.gateway.now() / 1000),
          nonce: 'BBBBBBBBBBBBBBBBBBBBBBBB',
          key: agency(),
          tag: 'chuanyu-write',
        },
      )
      const { value } = await refuses(withHeaders(question, signed), 401, 'signature-component-missing')
      expect(value).toBe(left)
    },
  )

  test('a changed content type is refused', () =>
    refuses(withHeaders(upload(), { 'content-type': 'application/json' }), 401, 'signature-invalid'))

  test('two signatures, doubled parameters and broken base64 are refused', async () => {
    const question = upload()
    const { signature = '', 'signature-input': input = '' } = question.headers
    await refuses(withHeaders(question, { 'signature-input': `${input}, b=()` }), 400, 'signature-malformed')
    await refuses(withHeaders(question, { 'signature-input': `${input};created=1` }), 400, 'signature-malformed')
    await refuses(withHeaders(question, { signature: 'chuanyu=:!!!:' }), 400, 'signature-malformed')
    await refuses(
      withHeaders(question, { signature: signature.replace('chuanyu=', 'other=') }),
      400,
      'signature-malformed',
    )
    await refuses(withHeaders(question, { 'signature-input': '\x7f'.repeat(9) }), 400, 'signature-malformed')
  })
})

describe("another side's data", () => {
  test('a submission is as if it did not exist, its evidence and rejections too', async () => {
    const { headers } = await calls.submit(agency(), csv([['朱沱', '2026-11-04 04:00', '2.1']]))
    const path = headers.get('location') ?? ''
    const other = world.sides.sc.agency
    for (const part of ['', '/receipt', '/rejections', '/evidence']) {
      await refuses(calls.reading(other, `${path}${part}`), 404, 'submission-unknown')
      expect((await calls.read(agency(), `${path}${part}`)).status).toBe(200)
    }
  })

  test("the other side's auditor sees what was done but not the original", async () => {
    const { headers } = await calls.submit(agency(), csv([['朱沱', '2026-11-04 08:00', '2.1']]))
    const path = headers.get('location') ?? ''
    const auditor = world.sides.sc.others.get('audit') ?? newKey()
    expect((await calls.read(auditor, path)).status).toBe(200)
    await refuses(calls.reading(auditor, `${path}/evidence`), 403, 'other-party')
  })
})

describe('keys by their place in the ledger', () => {
  test('a key counts once its list is in the ledger, and no more once it is revoked', async () => {
    const other = await openWorld({ roles: ['audit'] })
    const to = callsOf(other)
    const key = other.sides.cq.others.get('audit') ?? newKey()
    expect((await to.read(key, RECORDS)).status).toBe(200)
    await other.listKeys('cq', [key])
    const { value } = await refused(await to.read(key, RECORDS), 401, 'key-revoked')
    expect(value).toBe(key.kid)
    await other.close()
  })

  test('a key revoked between arrival and commit does not commit', async () => {
    const other = await openWorld({ over: held.over })
    const to = callsOf(other)
    held.shut()
    // The list waits in the log, so the submission behind it still arrives under a key that is active.
    const revoking = other.listKeys('cq', [other.sides.cq.agency])
    await held.reached()
    const answer = to.submit(other.sides.cq.agency, FILE)
    while (other.gateway.log.waiting() === 0) await new Promise((resolve) => setImmediate(resolve))
    held.open()
    await revoking
    const before = other.gateway.log.head().size
    await refused(await answer, 401, 'key-revoked')
    expect(other.gateway.log.head().size).toBe(before)
    await other.close()
  })

  test('a document signed by a key revoked before its signature commits does not count, whoever sent it', async () => {
    const other = await openWorld({ over: held.over, roles: ['signatory'] })
    const to = callsOf(other)
    const { signatory, others } = other.sides.cq
    await other.submit('cq', FILE)
    const desk = deskOf(other, to)
    const period = { start: formatInstant(MONDAY), end: formatInstant(MONDAY + WEEK) }
    const { id } = await jsonOf(await desk.propose({ product: 'weekly-water-bulletin', period }), 201)
    await desk.agreed(id)
    const payload = canonical((await desk.show(id)).payload)
    const jws = assembleDocument(payload, [signDocument(payload, { ...signatory, typ: 'chuanyu-release+jws' })])
    held.shut()
    const revoking = other.listKeys('cq', [signatory])
    await held.reached()
    const path = `/v1/consultations/${id}/signatures`
    const answer = to.writeJson(others.get('signatory') ?? newKey(), path, jws)
    while (other.gateway.log.waiting() === 0) await new Promise((resolve) => setImmediate(resolve))
    held.open()
    await revoking
    await refused(await answer, 401, 'key-revoked')
    expect((await other.gateway.store.document(`release/${id}`))?.signatures).toEqual([])
    await other.close()
  })
})

test('no refusal was a failure of the gateway', () => {
  expect(calls.failures).toEqual([])
})
