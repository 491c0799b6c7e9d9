/** What comes over a connection before it is a request: too large, too slow, readable in two ways, or nothing of the kind. Each is told in a problem document, and the connection ends. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONNECTION_LIMITS, SERVER_OPTIONS } from '../../../gateway/http/connection.ts'
import { listen, openNodeGateway, type Running } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { productionFolder } from '../machine/folder.ts'

let running: Running
let folder: ReturnType<typeof productionFolder>
beforeAll(async () => {
  folder = productionFolder({ rates: false, logging: { level: 'off' } })
  const connection = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 }
  running = await listen(await openNodeGateway(folder.data), { port: await freePort(), connection })
})
afterAll(async () => {
  await running.close()
  folder.remove()
})

/** Everything that is answered until the gateway ends the connection. */
function tell(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(running.port, '127.0.0.1')
    let told = ''
    socket.setEncoding('utf8').on('data', (part) => {
      told += part
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(told))
    socket.write(text)
  })
}

async function refusedAs(text: string, status: number, code: string): Promise<void> {
  const [head = '', body = ''] = (await tell(text)).split('\r\n\r\n')
  expect(head.split(' ', 2)).toEqual(['HTTP/1.1', String(status)])
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  expect(head.toLowerCase()).toContain('connection: close')
  expect(JSON.parse(body)).toMatchObject({ code, status, type: `https://gateway.test/errors/${code}` })
}

const HOST = 'Host: gateway.test\r\n'
const POST = `POST /v1/keys HTTP/1.1\r\n${HOST}`

describe('a connection', () => {
  test.each([
    ['an address', `GET /?${'a'.repeat(CONNECTION_LIMITS.headBytes)} HTTP/1.1\r\n${HOST}\r\n`],
    ['a header', `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(CONNECTION_LIMITS.headBytes)}\r\n\r\n`],
    ['many headers', `GET / HTTP/1.1\r\n${HOST}${'a: b\r\n'.repeat(CONNECTION_LIMITS.headBytes / 4)}\r\n`],
  ])('with %s past the limit is refused with 431', (_what, text) => refusedAs(text, 431, 'head-too-large'))

  test.each([
    ['both a length and chunks', `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ['a length with a sign', `${POST}Content-Length: +2\r\n\r\n{}`],
    ['an unknown transfer coding', `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a blank before the colon', `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a folded header', `GET / HTTP/1.1\r\n${HOST}X: a\r\n b\r\n\r\n`],
    ['lines that end without CR', 'GET / HTTP/1.1\nHost: gateway.test\n\n'],
    ['a path in raw UTF-8', `GET /水 HTTP/1.1\r\n${HOST}\r\n`],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00'],
  ])('with %s is refused with 400, and nothing after it is read as a request', (_what, text) =>
    refusedAs(`${text}GET /healthz HTTP/1.1\r\n${HOST}\r\n`, 400, 'request-malformed'),
  )

  test('whose headers never end is ended with 408', () =>
    refusedAs(`GET / HTTP/1.1\r\n${HOST}X: `, 408, 'request-timeout'))

  test('whose body never ends is ended with 408', async () => {
    const begun = performance.now()
    await refusedAs(`${POST}Content-Length: 100\r\n\r\n{`, 408, 'request-timeout')
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  test('is served meanwhile to others', async () => {
    const slow = tell(`GET / HTTP/1.1\r\n${HOST}X: `)
    expect((await fetch(`http://127.0.0.1:${running.port}/healthz`)).status).toBe(200)
    await slow
  })
})

test('the limits in force are those that are printed', () => {
  expect(SERVER_OPTIONS).toEqual({
    maxHeaderSize: CONNECTION_LIMITS.headBytes,
    headersTimeout: CONNECTION_LIMITS.headSeconds * 1000,
    requestTimeout: CONNECTION_LIMITS.requestSeconds * 1000,
    connectionsCheckingInterval: CONNECTION_LIMITS.lookSeconds * 1000,
  })
})
