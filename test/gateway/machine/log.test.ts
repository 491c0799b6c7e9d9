/** One line a request, with what it was and nothing of what it carried; the trace goes through client, gateway and log. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../../gateway/client/client.ts'
import { consoleLog } from '../../../gateway/operations/console.ts'
import type { RequestLine } from '../../../gateway/operations/types.ts'
import { file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { CONTRACT } from '../http/calls.ts'
import { configure } from './folder.ts'
import { type Serving, startServing } from './listening.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const PARENT = `00-${TRACE}-b7ad6b7169203331-01`
const FIELDS = [
  'level',
  'time',
  'requestId',
  'traceId',
  'method',
  'route',
  'path',
  'status',
  'ms',
  'bytes',
  'party',
  'agency',
  'kid',
  'code',
  'msg',
]

let world: RunningWorld
let serving: Serving
beforeAll(async () => {
  world = await startWorld()
  await configure(world, { logging: { level: 'info' } })
  await world.stop()
  serving = await startServing(world.data)
}, 60_000)
afterAll(async () => {
  await serving.stop()
  await world.close()
})

/** The line of a request by its id, once it is there. */
async function lineOf(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const id = answer.headers.get('x-request-id')
  for (let at = 0; at < 100; at++) {
    const found = serving.log().find(({ requestId }) => requestId === id)
    if (found) return found
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`no line of ${id} in ${serving.said()}`)
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(world.origin + path, { headers })

describe('a request', () => {
  test('is one line of known fields', async () => {
    const answer = await get('/v1/contracts/water-section-quality?x=1', { traceparent: PARENT })
    const body = new Uint8Array(await answer.arrayBuffer())
    const line = await lineOf(answer)
    expect(Object.keys(line).sort()).toEqual([...FIELDS].sort())
    expect(line).toMatchObject({
      level: 'info',
      msg: 'request',
      traceId: TRACE,
      method: 'GET',
      route: '/v1/contracts/{id}',
      path: '/v1/contracts/water-section-quality?x=',
      status: answer.status,
      bytes: body.length,
      party: null,
      kid: null,
    })
    expect(Date.parse(String(line.time))).toBeGreaterThan(Date.now() - 60_000)
    expect(line.ms).toBeGreaterThanOrEqual(0)
  })

  test('signed, is told by whom', async () => {
    const { agency } = world.sides.cq
    const client = createClient({ origin: world.origin, key: agency, traceparent: PARENT })
    const answered = await client.read(`/v1/records/${CONTRACT}?section=cq-朱沱`)
    const line = await lineOf(
      new Response(null, { headers: { 'x-request-id': answered.header('x-request-id') ?? '' } }),
    )
    expect(line).toMatchObject({
      route: '/v1/records/{contract}',
      path: `/v1/records/${CONTRACT}?section=`,
      party: 'cq',
      agency: 'cq-monitoring',
      kid: agency.kid,
      code: null,
      // The client passes its trace on.
      traceId: TRACE,
    })
    await client.close()
  })

  test('refused, is told by its code, and the client’s error names the line', async () => {
    const client = createClient({ origin: world.origin, key: world.sides.cq.agency })
    const refused = await client.read('/v1/consultations').catch((error: { requestId: string }) => error)
    const id = 'requestId' in refused ? refused.requestId : ''
    const line = await lineOf(new Response(null, { headers: { 'x-request-id': id } }))
    expect(line).toMatchObject({ status: 403, code: 'not-permitted', route: '/v1/consultations' })
    await client.close()
  })

  test('at an address that is none has no route, and its path is cut', async () => {
    const line = await lineOf(await get(`/nothing/${'x'.repeat(2000)}`))
    expect(line).toMatchObject({ route: 'none', status: 404, code: 'not-found' })
    expect(String(line.path).length).toBeLessThanOrEqual(512)
  })

  test('leaves nothing of what it carried in the log: no value, no body, no signature, no cookie', async () => {
    const client = createClient({ origin: world.origin, key: world.sides.sc.agency })
    const bytes = file(['金子', '2025-11-04 04:00', '1.2345'])
    await client.submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    await client.close()
    const secret = 'SECRETSECRET'
    await lineOf(await get(`/credit?q=${secret}`, { cookie: `a=${secret}`, authorization: secret, signature: secret }))
    const said = serving.said()
    for (const one of ['1.2345', '金子', secret, 'chuanyu=:', 'SECRET']) expect(said).not.toContain(one)
    for (const part of [...Object.values(world.sides.sc), ...Object.values(world.sides.cq)])
      expect(said).not.toContain(part.privateJwk.d)
  })

  test('cannot put a line of its own into the log', async () => {
    const before = serving.log().length
    await lineOf(await get('/v1/standards?a%0A%7B%22level%22:%22error%22%7D=1&%0Ab=2'))
    const lines = serving.log().slice(before)
    expect(lines).toHaveLength(1)
  })
})

describe('a trace', () => {
  test('is answered in the trace that was named, and in another where none is valid', async () => {
    const named = await get('/healthz', { traceparent: PARENT })
    const id = named.headers.get('x-request-id')
    expect(named.headers.get('traceresponse')).toBe(`00-${TRACE}-${id}-01`)
    const other = await get('/healthz', { traceparent: PARENT.replace('00-', 'ff-') })
    expect(other.headers.get('traceresponse')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-02$/)
    expect(other.headers.get('traceresponse')).not.toContain(TRACE)
  })

  test('names a refusal too', async () => {
    const answer = await get(`/v1/records/${CONTRACT}`, { traceparent: PARENT })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('traceresponse')).toContain(TRACE)
  })
})

test('the small logger of Workers writes the same fields', () => {
  const lines: string[] = []
  const log = consoleLog(
    (line) => lines.push(line),
    () => 0,
  )
  const request: RequestLine = {
    requestId: 'r',
    traceId: 't',
    method: 'GET',
    route: '/',
    path: '/',
    status: 200,
    ms: 1,
    bytes: 2,
    party: null,
    agency: null,
    kid: null,
    code: null,
  }
  log.request(request)
  log.request({ ...request, status: 503 })
  log.error(new Error('why'), 'r')
  const [one = '', two = '', three = ''] = lines
  expect(Object.keys(JSON.parse(one)).sort()).toEqual([...FIELDS].sort())
  expect(JSON.parse(two).level).toBe('error')
  expect(JSON.parse(three)).toMatchObject({
    level: 'error',
    requestId: 'r',
    error: expect.stringContaining('Error: why'),
  })
  lines.splice(0)
  consoleLog(
    (line) => lines.push(line),
    () => 0,
    'error',
  ).request(request)
  expect(lines).toEqual([])
})

test('a failure nobody foresaw is logged with its stack and the request’s id, and the caller is told neither', async () => {
  const own = await startWorld()
  const { gateway } = own.running()
  const errors: { error: unknown; requestId: string | null }[] = []
  Object.assign(gateway.operations.log, {
    error: (error: unknown, requestId: string | null) => errors.push({ error, requestId }),
  })
  Object.assign(gateway.store, { submission: () => Promise.reject(new Error('SQLITE_IOERR at /srv/secret')) })
  const client = own.client(own.sides.cq.agency)
  const failed = await client.read('/v1/submissions/x').catch((error) => error)
  expect(failed).toMatchObject({ code: 'internal', status: 500 })
  expect(JSON.stringify(failed.problem)).not.toContain('secret')
  expect(errors).toMatchObject([{ requestId: failed.requestId, error: { message: 'SQLITE_IOERR at /srv/secret' } }])
  await own.close()
}, 60_000)
