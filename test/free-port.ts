/**
 * A loopback port that nobody holds, given by the kernel: it gives listeners other ports than the ends of connections, so the port
 * stays free until it is listened on. A number drawn at random meets an open or just closed connection now and then. Run by itself,
 * it prints one.
 */
import { createServer } from 'node:net'

/** A loopback port that was free just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new TypeError('no port')
  return address.port
}

if (import.meta.main) console.log(await freePort())
