/** A way to a PostgreSQL server that can be cut, before or behind a COMMIT. */
import { connect, createServer, type Socket } from 'node:net'

/** What becomes of the next COMMIT: its answer is lost; it is lost itself; it arrives, a while after its sender is gone. */
export type Cut = 'answer' | 'commit' | 'late'

/** The way. */
export interface Way {
  /** The address given, by this way. */
  readonly url: string
  /** Cuts the connection at its next COMMIT; with `closed`, nobody comes through afterwards. */
  cut(how: Cut, closed?: boolean): void
  /** How many COMMITs were cut so far. */
  cuts(): number
  open(): void
  /** Cuts every connection; whoever connects from now on gets to the server of another URL. */
  lead(to: string): void
  close(): Promise<void>
}

/** How much later a late COMMIT arrives, ms. */
export const LATE = 400
const COMMIT = Buffer.from('COMMIT\0')

/** Opens a way to the server of a URL. */
export async function openProxy(target: string): Promise<Way> {
  let to = new URL(target)
  const sockets = new Set<Socket>()
  let next: { readonly how: Cut; readonly closed: boolean } | null = null
  let shut = false
  let cuts = 0
  const server = createServer((client) => {
    if (shut) {
      client.destroy()
      return
    }
    const behind = connect(Number(to.port || 5432), to.hostname)
    for (const socket of [client, behind]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    }
    behind.on('data', (bytes) => {
      if (!client.destroyed) client.write(bytes)
    })
    behind.on('close', () => client.destroy())
    let waiting = false
    client.on('close', () => {
      if (!waiting) behind.end()
    })
    client.on('data', (bytes) => {
      if (next === null || !bytes.includes(COMMIT)) {
        behind.write(bytes)
        return
      }
      const { how, closed } = next
      next = null
      shut = closed
      cuts++
      waiting = how !== 'commit'
      if (how === 'answer') behind.write(bytes)
      if (how === 'late') setTimeout(() => behind.end(bytes), LATE)
      client.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('expected a port')
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    cut(how, closed = false) {
      next = { how, closed }
    },
    cuts: () => cuts,
    open() {
      shut = false
    },
    lead(other) {
      to = new URL(other)
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
