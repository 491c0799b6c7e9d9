/** `chuanyu serve`: runs the gateway of a data folder until it is told to stop; what is under way is finished first. */
import { isInitialised, readConfig } from '../../node.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { openListening } from '../listening.ts'
import { stopSignal } from '../stop.ts'
import { driverNote } from '../store-driver.ts'
import { noFiles, readArgs, readPort, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu serve --data DIR [--port N] [--host H]

运行 DIR 中的网关。配置不安全时不启动，说明原因（退出码 2）。收到 SIGTERM 或 SIGINT
后不再接受新连接，做完手上的请求与提交再退出；再收到一次则立即停止。
Runs the gateway of DIR, unless its configuration is unsafe: then it says why (exit 2). On
SIGTERM or SIGINT it takes no more connections, finishes what is under way, and ends; a
second one cuts.

  --data DIR   数据目录 · the data folder
  --port N     端口；默认取配置中 origin 的端口，否则 8787
               port; by default that of the configured origin, else 8787
  --host H     监听地址，默认 127.0.0.1 · address to listen on

例 examples:
  chuanyu serve --data /var/lib/chuanyu
  chuanyu serve --data ./data --port 9000 --host 0.0.0.0
`

const PORT = 8787

/** The port to listen on, and the origin when it must follow the port: a loopback origin does, one behind a proxy does not. */
export function listenOn(
  configured: string,
  asked: number | undefined,
): { readonly port: number; readonly origin: string } {
  const url = new URL(configured)
  const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]'
  const port = asked ?? (loopback && url.port !== '' ? Number(url.port) : PORT)
  if (loopback) url.port = String(port)
  return { port, origin: url.origin }
}

/** `serve`. Resolves once the gateway has stopped. */
export const serveCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
    })
    noFiles(positionals)
    const folder = required(values.data, 'data')
    const asked = values.port === undefined ? undefined : readPort(values.port)
    if (!isInitialised(folder)) throw new UsageError(`${folder} 中没有网关 · holds no gateway`)
    const config = readConfig(folder)
    const { port, origin } = listenOn(config.origin, asked)
    const stopped = stopSignal()
    const hostname = values.host === undefined ? {} : { hostname: values.host }
    const running = await openListening(folder, { origin, port, ...hostname, ...config.operating.shutdown })
    if (!config.postgres) io.err(await driverNote())
    io.err(`${origin} · 监听端口 listening on ${values.host ?? '127.0.0.1'}:${running.port}\n`)
    await stopped
    io.err('正在停止 · stopping\n')
    await running.close()
    return EXIT.ok
  },
}
