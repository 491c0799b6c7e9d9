/** What only a listening server can show: bodies as they come over a connection, addresses as they are written on the wire. */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { signRequest } from '../../../gateway/identity/request.ts'
import { file } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'
import { CONTRACT, SUBMIT } from './calls.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

const FILE = file(['朱沱', '2025-12-02 08:00', '1.1'])
const size = () => world.running().gateway.log.head().size

function signedWrite(body: Uint8Array, origin = world.origin): Record<string, string> {
  return signRequest({
    method: 'POST',
    url: origin + SUBMIT,
    key: world.sides.cq.agency,
    created: Math.floor(Date.now() / 1000),
    body,
    contentType: 'text/csv',
    nonce: randomBytes(18).toString('base64url'),
  })
}

interface Received {
  readonly status: number
  readonly code: string
}

/** Sends over a connection of its own, the body in these pieces; without a length they go chunked. */
function send(headers: Record<string, string>, pieces: readonly Uint8Array[], path = SUBMIT): Promise<Received> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: world.port, method: 'POST', path, headers, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        answer.on('end', () => {
          const body: unknown = text.startsWith('{') ? JSON.parse(text) : null
          const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
          resolve({ status: answer.statusCode ?? 0, code })
        })
        answer.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    for (const piece of pieces) outgoing.write(piece)
    outgoing.end()
  })
}

/** One raw exchange; resolves with all that came until the other end closed or was quiet. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = ''
    const socket = connect(world.port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part) => {
      got += part
    })
    socket.setTimeout(300, () => socket.destroy())
    socket.on('close', () => resolve(got))
    socket.on('error', reject)
  })
}

describe('a body', () => {
  test('in chunks is taken as one', async () => {
    const pieces = [FILE.subarray(0, 10), FILE.subarray(10, 50), FILE.subarray(50)]
    expect(await send(signedWrite(FILE), pieces)).toEqual({ status: 201, code: '' })
  })

  test('declared longer than the limit is refused before it comes', async () => {
    const before = size()
    const headers = { ...signedWrite(FILE), 'content-length': String(FORMAT_LIMITS.bytes + 1) }
    const answer = await raw(
      `POST ${SUBMIT} HTTP/1.1\r\nHost: x\r\n${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n')}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('"code":"body-too-large"')
    expect(size()).toBe(before)
  })

  test('that grows past the limit in chunks is refused', async () => {
    const before = size()
    const mebibyte = Buffer.alloc(1024 * 1024, 0x41)
    const pieces = Array.from({ length: FORMAT_LIMITS.bytes / mebibyte.length + 1 }, () => mebibyte)
    expect(await send(signedWrite(Buffer.concat(pieces)), pieces)).toEqual({ status: 413, code: 'body-too-large' })
    expect(size()).toBe(before)
  })

  test('under a signature that does not hold is answered before it comes, and none of it is kept', async () => {
    const before = size()
    const forged = { ...signedWrite(FILE), signature: `chuanyu=:${Buffer.alloc(64, 7).toString('base64')}:` }
    const answer = await raw(
      `POST ${SUBMIT} HTTP/1.1\r\nHost: x\r\n${Object.entries({ ...forged, 'content-length': '1000000' })
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n')}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 401 /)
    expect(answer).toContain('"code":"signature-invalid"')
    const mebibyte = Buffer.alloc(1024 * 1024, 0x41)
    const pieces = Array.from({ length: 4 }, () => mebibyte)
    expect(await send(forged, pieces)).toEqual({ status: 401, code: 'signature-invalid' })
    expect(size()).toBe(before)
  })

  test('that nobody signed is cut off at a mebibyte, however it comes', async () => {
    const quarter = Buffer.alloc(256 * 1024, 0x20)
    const five = Array.from({ length: 5 }, () => quarter)
    const tooLarge = { status: 413, code: 'body-too-large' }
    expect(await send({}, five, '/v1/keys')).toEqual(tooLarge)
    expect(await send({ 'content-length': String(5 * quarter.length) }, five, '/v1/keys')).toEqual(tooLarge)
    expect(await send({}, five.slice(0, 4), '/v1/keys')).toEqual({ status: 400, code: 'json-invalid' })
  })

  test('shorter than declared is no submission and no failure of the gateway, which goes on', async () => {
    const before = size()
    const told = vi.spyOn(process.stderr, 'write')
    const headers = { ...signedWrite(FILE), 'content-length': String(FILE.length) }
    await raw(
      `POST ${SUBMIT} HTTP/1.1\r\nHost: x\r\n${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n')}\r\n\r\n${Buffer.from(FILE.subarray(0, 40)).toString()}`,
    )
    expect(size()).toBe(before)
    expect((await send(signedWrite(FILE), [FILE])).status).toBe(200)
    expect(told).not.toHaveBeenCalled()
    told.mockRestore()
  })

  test('with both a length and chunks is refused by the server itself', async () => {
    const answer = await raw(
      'POST /v1/keys HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('the address', () => {
  test('that counts is the configured one, whatever Host and proxies say', async () => {
    const forged = { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }
    expect((await send({ ...signedWrite(FILE), ...forged }, [FILE])).status).toBe(200)
    const elsewhere = { ...signedWrite(FILE, 'http://evil.test'), host: 'evil.test' }
    expect(await send(elsewhere, [FILE])).toEqual({ status: 401, code: 'target-mismatch' })
  })

  test.each([
    'GET http://evil.test/healthz HTTP/1.1',
    'GET /healthz?x=%00 HTTP/1.1',
    'GET /v1/records/../../healthz HTTP/1.1',
    'GET //healthz HTTP/1.1',
    'GET /%2e%2e/healthz HTTP/1.1',
    'GET /v1/records/%ff HTTP/1.1',
    'GET /errors/%00 HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET /v1/releases/a%2Fb HTTP/1.1',
    'GET /?lang[]=1&lang[]=2 HTTP/1.1',
  ])('%s is answered, and is no failure', async (line) => {
    const answer = await raw(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /)
  })

  test('of a record with Chinese in its query is one address on both ends', async () => {
    const client = world.client(world.sides.sc.agency)
    const answer = await client.read(`/v1/records/${CONTRACT}?section=cq-朱沱`)
    expect(answer.status).toBe(200)
  })
})
