/** The floor: what a good engineer writes by hand in an afternoon. Bare node:http, JSON.parse, one Ed25519 verify, ajv, one json_each insert. */
import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { Ajv2020 } from 'ajv/dist/2020.js'
import sqlite3 from 'sqlite3'
import { NATIVE_ROWS } from './workload.ts'

const [file = '', jwk = '', origin = ''] = process.argv.slice(2)
const key = createPublicKey({ key: JSON.parse(jwk), format: 'jwk' })
const validate = new Ajv2020().compile(NATIVE_ROWS)
const writer = new sqlite3.Database(file)
writer.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE record (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT',
)
const insert = writer.prepare('INSERT INTO record (body) SELECT value FROM json_each(?)')
const select = writer.prepare('SELECT seq, body FROM record WHERE seq > ? ORDER BY seq LIMIT ?')

/** The signature base of the request as our profile covers it (RFC 9421 §2.5). */
function base(request: IncomingMessage): string {
  const input = String(request.headers['signature-input'])
  const params = input.slice(input.indexOf('=') + 1)
  const names = [...params.slice(0, params.indexOf(')')).matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')
  const lines = names.map((name) => {
    const value =
      name === '@method' ? request.method : name === '@target-uri' ? `${origin}${request.url}` : request.headers[name]
    return `"${name}": ${String(value)}`
  })
  return `${lines.join('\n')}\n"@signature-params": ${params}`
}

function holds(request: IncomingMessage): boolean {
  const header = String(request.headers.signature)
  const signature = Buffer.from(header.slice(header.indexOf(':') + 1, -1), 'base64')
  return verify(null, Buffer.from(base(request)), key, signature)
}

const server = createServer((request, response) => {
  const reply = (status: number, body: string): void => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body)
  }
  if (!holds(request)) return reply(401, '{}')
  if (request.method === 'GET') {
    const query = new URL(`${origin}${request.url}`).searchParams
    select.all<{ seq: number; body: string }>(
      [Number(query.get('after') ?? 0), Number(query.get('limit'))],
      (error, rows) => {
        if (error) return reply(500, '{}')
        reply(200, `{"records":[${rows.map((row) => row.body).join(',')}],"next":${rows.at(-1)?.seq ?? null}}`)
      },
    )
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8')
    const rows: unknown = JSON.parse(text)
    if (!validate(rows)) return reply(422, JSON.stringify(validate.errors))
    insert.run([text], (error: Error | null) => reply(error ? 500 : 201, '{"ok":true}'))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
