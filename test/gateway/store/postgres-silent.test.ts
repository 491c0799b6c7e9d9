/** A process that closes its store ends, also where the server's machine has gone without a word and no connection can be ended with it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { describePostgres } from '../../postgres.ts'

const STORE = resolve(import.meta.dirname, '../../../gateway/store/postgres')
/** Opens a store with several connections, closes it when it is told, and says so. */
const PROGRAM = `
import { openPostgres } from '${STORE}/database.ts'
import { openPostgresStore } from '${STORE}/store.ts'
const db = await openPostgres({ url: process.argv[1] })
const store = await openPostgresStore({ db, now: Date.now })
const listens = Promise.withResolvers()
store.watch({ told: listens.resolve, deaf: console.error })
await Promise.all([listens.promise, store.head(), store.head(), store.head()])
console.log('open')
process.stdin.once('data', async () => {
  await store.close()
  process.stdin.destroy()
})
`

/** A way to a server that is told nothing more, nor tells anything, once it is `silent`. */
async function openWay(target: URL) {
  const sockets: Socket[] = []
  let silent = false
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const behind = connect({ port: Number(target.port || 5432), host: target.hostname, allowHalfOpen: true })
    sockets.push(client, behind)
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const)
      one
        .on('data', (bytes) => silent || other.write(bytes))
        .on('end', () => silent || other.end())
        .on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('expected a port')
  const url = new URL(target)
  Object.assign(url, { hostname: '127.0.0.1', port: String(address.port) })
  return {
    url: url.href,
    silence() {
      silent = true
    },
    async close() {
      for (const one of sockets) one.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describePostgres('a PostgreSQL server whose machine is gone', (server) => {
  test('keeps no process from ending', async () => {
    const way = await openWay(new URL(await server.fresh()))
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, way.url], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    try {
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      way.silence()
      child.stdin.write('close')
      expect(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 8000))])).toEqual([0, null])
    } finally {
      child.kill('SIGKILL')
      await way.close()
    }
  }, 20_000)
})
