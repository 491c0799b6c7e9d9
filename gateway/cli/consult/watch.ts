/** `consult watch`: what happens, as NDJSON on stdout; connections that break are made again where they broke off. */
import type { WatchNotice } from '../../client/events.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { stopSignal } from '../stop.ts'
import { UsageError } from '../usage.ts'
import type { Call } from './call.ts'

function whole(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw new UsageError(`--${name} 应为整数 · expected --${name} as a whole number, got ${value}`)
}

function told(notice: WatchNotice): string {
  switch (notice.is) {
    case 'connected':
      return `已连接，账本 ${notice.ledgerSize} 条 · connected, ledger size ${notice.ledgerSize}\n`
    case 'verified':
      return `✓ 已核验此前 ${notice.events} 个事件 · the ${notice.events} events before are verified\n`
    case 'lost':
      return `连接中断（${notice.code}），${notice.waitMs / 1000} 秒后重连 · lost (${notice.code}), again in ${notice.waitMs / 1000} s\n`
  }
}

/** Follows the events of all consultations, or of one, until it is stopped or has told so many. */
export async function watch({ client, id, io, values }: Call): Promise<ExitCode> {
  const [after, count = Number.POSITIVE_INFINITY] = [whole(values.after, 'after'), whole(values.count, 'count')]
  const stopping = new AbortController()
  void stopSignal().then(() => stopping.abort())
  const events = client.events({
    signal: stopping.signal,
    notice: (notice) => io.err(told(notice)),
    ...(after === undefined ? {} : { after }),
  })
  let seen = 0
  for await (const event of events) {
    const { consultation } = event.data
    // A roster is of no one consultation, and may concern each.
    if (id !== '' && consultation !== id && consultation !== null) continue
    await io.out(`${JSON.stringify({ id: event.id, event: event.event, ...event.data })}\n`)
    seen += 1
    if (seen >= count) break
  }
  return EXIT.ok
}
