/** A gateway on its port, for the commands that serve: a port that cannot be had is the caller's to change. */
import { type ListenOptions, listen, type NodeOptions, openNodeGateway, type Running } from '../node.ts'
import { UsageError } from './usage.ts'

/** Where to listen; `hostname` a loopback address unless said otherwise. */
export interface Listening extends NodeOptions, ListenOptions {
  readonly origin: string
}

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被占用 · is in use',
  EACCES: '无权使用 · may not be used by this account',
  EADDRNOTAVAIL: '本机没有该地址 · is on no address of this machine',
}

/** Opens the gateway of a folder and listens. Throws UsageError when the port cannot be had. */
export async function openListening(
  folder: string,
  { port, hostname, announceSeconds, limitSeconds, ...options }: Listening,
): Promise<Running> {
  const gateway = await openNodeGateway(folder, options)
  try {
    return await listen(gateway, {
      port,
      ...(hostname === undefined ? {} : { hostname }),
      ...(announceSeconds === undefined ? {} : { announceSeconds }),
      ...(limitSeconds === undefined ? {} : { limitSeconds }),
    })
  } catch (error) {
    // A store left open would keep the process from ending.
    await gateway.store.close()
    const why = error instanceof Error && 'code' in error ? WHY[String(error.code)] : undefined
    if (why === undefined) throw error
    throw new UsageError(
      `✗ 端口 port ${hostname ?? '127.0.0.1'}:${port} ${why}\n  改 fix    换一个端口，例 PORT=${port + 1} 或 --port ${port + 1} · choose another, as PORT=${port + 1} or --port ${port + 1}`,
    )
  }
}
