/** One request, one answer, over a pool of connections with every timeout said; redirects are not followed, since a signature is for one address. */
import { Agent, errors, request } from 'undici'
import { ClientError, localError } from './error.ts'

/** Limits of a connection. Milliseconds and bytes. */
export interface TransportOptions {
  readonly timeoutMs: number
  readonly connections?: number
  readonly answerBytes?: number
}

/** A request ready to go. */
export interface Outgoing {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

/** An answer, read whole. */
export interface Incoming {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}

/** An answer that stays open: its bytes as they come, or, for a refusal, read whole. */
export interface Streamed {
  readonly status: number
  readonly header: (name: string) => string | undefined
  /** Throws ClientError `network`, `timeout` when the connection breaks, or nothing comes for too long. */
  readonly chunks: AsyncIterable<Uint8Array>
  whole(): Promise<Incoming>
}

/** Sends requests. `close` lets what is under way end. */
export interface Transport {
  /** Throws ClientError `network`, `timeout`. */
  send(outgoing: Outgoing): Promise<Incoming>
  /** A read that stays open until its end, the signal, or so many ms of silence. Throws ClientError `network`, `timeout`. */
  open(outgoing: Omit<Outgoing, 'body' | 'method'> & Opening): Promise<Streamed>
  close(): Promise<void>
}

/** How an open read ends by itself. */
export interface Opening {
  readonly silenceMs: number
  readonly signal?: AbortSignal
}

const CONNECT_MS = 10_000
const IDLE_MS = 4_000
const ANSWER_BYTES = 256 * 1024 * 1024

function failure(error: unknown, url: string): ClientError {
  if (error instanceof ClientError) return error
  const { origin } = new URL(url)
  const slow =
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError ||
    (error instanceof Error && error.name === 'TimeoutError')
  if (slow) return localError('timeout', `no answer from ${origin} in time`, error)
  return localError('network', `${origin}: ${error instanceof Error ? error.message : String(error)}`, error)
}

function headerOf(headers: Readonly<Record<string, string | string[] | undefined>>): Incoming['header'] {
  const fields = new Map(Object.entries(headers))
  return (name) => {
    const value = fields.get(name)
    return typeof value === 'object' ? value.join(', ') : value
  }
}

/** Chunks whose breaking off is told as such. */
async function* broken(chunks: AsyncIterable<Uint8Array>, url: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* chunks
  } catch (error) {
    throw failure(error, url)
  }
}

/** A pool of connections to wherever requests go. */
export function createTransport(options: TransportOptions): Transport {
  const { timeoutMs, connections = 8, answerBytes = ANSWER_BYTES } = options
  const agent = new Agent({
    connections,
    connect: { timeout: Math.min(CONNECT_MS, timeoutMs) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // Shorter than a server keeps idle connections, so that none is used just as it closes.
    keepAliveTimeout: IDLE_MS,
    maxResponseSize: answerBytes,
  })
  return {
    async send({ method, url, headers, body }) {
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method,
          headers,
          signal: AbortSignal.timeout(timeoutMs),
          ...(body === undefined ? {} : { body }),
        })
        const bytes = new Uint8Array(await answer.body.arrayBuffer())
        return { status: answer.statusCode, body: bytes, header: headerOf(answer.headers) }
      } catch (error) {
        throw failure(error, url)
      }
    },
    async open({ url, headers, silenceMs, signal }) {
      try {
        const {
          body,
          headers: given,
          statusCode: status,
        } = await request(url, {
          dispatcher: agent,
          method: 'GET',
          headers,
          bodyTimeout: silenceMs,
          ...(signal ? { signal } : {}),
        })
        const header = headerOf(given)
        const whole = async (): Promise<Incoming> => ({
          status,
          header,
          body: new Uint8Array(await body.arrayBuffer()),
        })
        return { status, header, chunks: broken(body, url), whole }
      } catch (error) {
        throw failure(error, url)
      }
    },
    close: () => agent.close(),
  }
}
