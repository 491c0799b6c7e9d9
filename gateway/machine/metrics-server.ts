/** `/metrics` on an address of its own, never on the gateway's. */
import { createServer, type Server } from 'node:http'
import type { Metrics } from './metrics.ts'
import type { MetricsConfig } from './operating.ts'
import { ConfigRefused, fault } from './refused.ts'

/** A listening one. */
export interface MetricsServer {
  readonly port: number
  close(): Promise<void>
}

/** Listens. Throws ConfigRefused when the address cannot be had. */
export async function serveMetrics(metrics: Metrics, { host, port }: MetricsConfig): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const { method, url } = request
    if ((method !== 'GET' && method !== 'HEAD') || url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  // A reader that never ends its request holds nothing up.
  server.requestTimeout = 5_000
  server.keepAliveTimeout = 5_000
  try {
    await listening(server, port, host)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigRefused([
      fault(
        'gateway.json /metrics',
        {
          zh: `指标地址 ${host}:${port} 不可用：${why}`,
          en: `the address of the figures, ${host}:${port}, cannot be had: ${why}`,
        },
        { zh: '换一个空闲的端口或本机地址', en: 'choose a free port or an address of this machine' },
      ),
    ])
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}
