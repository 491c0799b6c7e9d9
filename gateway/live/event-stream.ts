/** Server-sent events (WHATWG HTML §9.2): an answer that stays open, says what came behind the reader's last event, and ends with a signed word for who signed. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Gateway } from '../gateway.ts'
import type { Caller, Env } from '../http/caller.ts'
import { ENDED } from '../http/session.ts'
import { signResponseAside } from '../identity/response.ts'
import type { Stream, StreamKind } from './streams.ts'

/** Its media type. */
const EVENT_STREAM = 'text/event-stream'

const CONTENT_TYPE = `${EVENT_STREAM}; charset=utf-8`

/** One event. `id` is where a reader who has it goes on. */
export interface ServerEvent {
  readonly id: string
  readonly event: string
  readonly data: unknown
}

/** What is told: from `after` on, all that `read` finds behind an event's id, oldest first. */
export interface Told {
  readonly kind: StreamKind
  readonly after: string
  readonly read: (after: string) => Promise<readonly ServerEvent[]>
}

/** Why a stream is ended, as its last event says. */
type End = 'window' | 'closing' | 'session-expired' | 'session-ended' | 'key-revoked'

const SECOND = 1000

/** Whether the caller asks for events. */
export function wantsEvents(c: Context<Env>): boolean {
  return c.req.header('accept')?.includes(EVENT_STREAM) ?? false
}

/** Opens it. Throws Problem `streams-full`. */
export function eventStream(c: Context<Env>, told: Told): Response {
  const headers = {
    'content-type': CONTENT_TYPE,
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
    // Proxies that gather an answer before they pass it on are asked not to.
    'x-accel-buffering': 'no',
    vary: 'accept',
  }
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  const gateway = c.get('gateway')
  const caller = c.get('caller')
  const signature = c.req.header('signature') ?? ''
  return new Response(
    bodyOf(gateway, told.kind, caller, (stream) =>
      tell({ gateway, caller, stream, ...told, method: c.req.method, signature }),
    ),
    { headers },
  )
}

function bodyOf(
  { streams }: Pick<Gateway, 'streams'>,
  kind: StreamKind,
  caller: Caller | null,
  begin: (stream: Stream) => AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  let cut = (): void => undefined
  const stream = streams.open(kind, caller?.kid ?? null, () => cut())
  const lines = begin(stream)
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        cut = () => controller.error(new Error('the reader of a stream did not take its end'))
      },
      // Nothing is made that the reader has not room for.
      async pull(controller) {
        try {
          const { done, value } = await lines.next()
          if (done) stream.close()
          if (done) controller.close()
          else controller.enqueue(Buffer.from(value, 'utf8'))
        } catch (error) {
          stream.close()
          throw error
        }
      },
      cancel() {
        stream.close()
        void lines.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

interface Telling extends Told {
  readonly gateway: Gateway
  readonly caller: Caller | null
  readonly stream: Stream
  readonly method: string
  readonly signature: string
}

async function* tell(telling: Telling): AsyncGenerator<string> {
  const { gateway, caller, stream, read } = telling
  const { heartbeat, poll, retry } = gateway.streams.limits
  const hash = createHash('sha256')
  const said = (text: string): string => {
    hash.update(text, 'utf8')
    return text
  }
  let { after } = telling
  const ready = { id: after, event: 'ready', data: { ledgerSize: gateway.log.head().size } }
  // With an id at once, a reader whose connection breaks before the first event still knows where to go on.
  yield said(`retry: ${retry * SECOND}\n${printEvent(ready)}`)
  let spoken = performance.now()
  while (!stream.isClosed()) {
    if (gateway.shared) await gateway.log.refresh()
    const events = await read(after)
    const silence = performance.now() - spoken
    const quiet = events.length === 0 && silence < heartbeat * SECOND
    const why = stream.ending() ?? (await endOf(gateway, caller, quiet))
    if (why !== null) {
      yield await printEnd(why, hash.digest('base64'), telling)
      return
    }
    for (const event of events) {
      yield said(printEvent(event))
      after = event.id
    }
    if (events.length === 0 && !quiet) yield said(': \n\n')
    if (!quiet) spoken = performance.now()
    const next = heartbeat * SECOND - (performance.now() - spoken)
    await stream.wait(Math.max(0, Math.min(next, gateway.shared ? poll * SECOND : next, sessionLeft(gateway, caller))))
  }
}

/** Why a caller may hear no more: as with any request the key is asked for each time, and the session before anything is said. */
async function endOf(
  { standing, store, now }: Gateway,
  caller: Caller | null,
  quiet: boolean,
): Promise<Exclude<End, 'window' | 'closing'> | null> {
  if (caller === null) return null
  if (standing.key(caller.kid)?.state !== 'active') return 'key-revoked'
  const { session } = caller
  if (session === null) return null
  if (now() >= session.expires * SECOND) return 'session-expired'
  if (!quiet && (await store.claimed({ kid: ENDED, nonce: session.id }))) return 'session-ended'
  return null
}

/** How long a caller's session still lasts, in ms. */
function sessionLeft({ now }: Gateway, caller: Caller | null): number {
  return caller?.session ? caller.session.expires * SECOND - now() : Number.POSITIVE_INFINITY
}

function printEvent({ id, event, data }: ServerEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The last event. For who signed their question it has the fields of a signed answer (RFC 9421 §2.4) over all bytes before it. */
async function printEnd(reason: End, digest: string, { gateway, caller, method, signature }: Telling): Promise<string> {
  const answer =
    caller?.via === 'signature'
      ? await signResponseAside({
          status: 200,
          contentType: CONTENT_TYPE,
          body: new Uint8Array(),
          contentDigest: `sha-256=:${digest}:`,
          request: { method, targetUri: caller.targetUri, signature },
          ledgerSize: gateway.log.head().size,
          key: gateway.config.gatewayKey,
          created: Math.floor(gateway.now() / SECOND),
        })
      : null
  return `event: end\ndata: ${JSON.stringify({ reason, answer })}\n\n`
}
