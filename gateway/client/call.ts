/** Signed calls: each request signed (RFC 9421), each answer to it verified and bound to its question; public calls go unsigned. */
import { isPublic } from '../identity/access.ts'
import { IdentityError } from '../identity/error.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { signRequest } from '../identity/request.ts'
import { type AnsweredRequest, verifyResponse } from '../identity/response.ts'
import { childOf, printTrace, traceOf } from '../operations/trace.ts'
import type { Clock, Random } from '../ports.ts'
import { ClientError, localError } from './error.ts'
import { type GatewayKeys, readJwks } from './gateway-keys.ts'
import { type Patience, patiently } from './patience.ts'
import { readJson, readProblem, readText } from './read-json.ts'
import type { Incoming, Transport } from './transport.ts'

/** An answer that may be relied on. `ledgerSize` is that of a signed answer, null for a public one, whose origin only the connection vouches for. */
export interface Answered {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
  readonly ledgerSize: number | null
  /** The body as text. Throws ClientError `answer-malformed`. */
  text(): string
  /** The body as JSON of unknown content. Throws ClientError `answer-malformed`. */
  json(): unknown
}

/** A write. `key` signs it instead of the client's own. */
export interface Write {
  readonly body: Uint8Array
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>>
  readonly key?: SigningKey
}

/** An answer that stays open. Nothing of it is vouched for until `verify` has taken its last word: the fields of a signed answer over all bytes before. */
export interface Opened {
  readonly chunks: AsyncIterable<Uint8Array>
  /** The ledger size then. Throws ClientError `answer-unverified`. */
  verify(fields: ReadonlyMap<string, string>, said: Uint8Array): Promise<number>
}

/** Calls to one gateway. Both throw ClientError. */
export interface Caller {
  read(path: string, options?: { readonly accept?: string }): Promise<Answered>
  write(path: string, write: Write): Promise<Answered>
  /** The gateway's keys, fetched the first time they are needed unless they were given. */
  keys(): Promise<GatewayKeys>
}

/** Calls, and answers that stay open. */
export interface LiveCaller extends Caller {
  /** A signed read of server-sent events. Throws ClientError. */
  open(path: string, options?: { readonly signal?: AbortSignal }): Promise<Opened>
}

/** Whom calls go to, who signs them, and how they travel. */
export interface CallerOptions {
  readonly origin: string
  readonly key: SigningKey
  readonly keys: GatewayKeys | null
  readonly transport: Transport
  readonly now: Clock
  readonly random: Random
  /** The trace that calls belong to, a W3C `traceparent`; one begun here where there is none. */
  readonly traceparent?: string | undefined
  /** How long one call waits when the gateway asks it to; not at all when nothing is said. */
  readonly patience?: Patience
}

/** Longer than a gateway is silent on an open answer: it says something every 15 seconds. */
const SILENCE_MS = 45_000
const NONCE_BYTES = 18
const JWKS = '/.well-known/jwks.json'

/** How to call one gateway. Throws TypeError when the origin is not scheme://host[:port]. */
export function createCaller(options: CallerOptions): LiveCaller {
  const {
    origin,
    key,
    keys: pinned,
    transport,
    now,
    random,
    traceparent = null,
    patience = { patienceMs: 0 },
  } = options
  if (new URL(origin).origin !== origin)
    throw new TypeError(`expected an origin as scheme://host[:port], got ${origin}`)
  let fetched: Promise<GatewayKeys> | null = null
  // A call is a step of its own in the trace.
  const trace = traceOf(traceparent, random)
  const traced = () => ({ traceparent: printTrace(childOf(trace, random)) })

  function urlOf(path: string): string {
    const url = new URL(path, origin)
    // A bare `?` at the end is one address to us and another to a server.
    if (url.search === '') url.search = ''
    if (url.origin !== origin || url.hash !== '') throw new TypeError(`expected a path of ${origin}, got ${path}`)
    return url.href
  }

  async function fetchKeys(): Promise<GatewayKeys> {
    const answer = await transport.send({ method: 'GET', url: urlOf(JWKS), headers: traced() })
    if (answer.status !== 200) throw failureOf(answer)
    return readJwks(readText(answer.body))
  }

  async function keys(): Promise<GatewayKeys> {
    if (pinned) return pinned
    const fetching = fetched ?? fetchKeys()
    fetched = fetching
    // A failed fetch is not kept; the next call tries again.
    fetching.catch(() => {
      if (fetched === fetching) fetched = null
    })
    return fetching
  }

  async function verified(answer: Incoming, request: AnsweredRequest): Promise<number> {
    const known = await keys()
    try {
      const { ledgerSize } = verifyResponse({
        ...answer,
        request,
        now: now(),
        findKey(kid) {
          const found = known.get(kid)
          return found && { alg: found.alg, publicKey: found.publicKey, state: 'active' as const }
        },
      })
      return ledgerSize
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error
      throw localError('answer-unverified', error.message, error)
    }
  }

  async function callOnce(
    method: 'GET' | 'POST',
    path: string,
    given: Record<string, string>,
    write?: Write,
  ): Promise<Answered> {
    const headers = { ...given, ...traced() }
    const url = urlOf(path)
    const { pathname } = new URL(url)
    if (isPublic(method, pathname)) {
      const body = write
        ? { body: write.body, headers: { ...headers, 'content-type': write.contentType } }
        : { headers }
      const answer = await transport.send({ method, url, ...body })
      return answered(answer, null)
    }
    const signed = signRequest({
      method,
      url,
      key: write?.key ?? key,
      created: Math.floor(now() / 1000),
      ...(write
        ? {
            body: write.body,
            contentType: write.contentType,
            nonce: Buffer.from(random(NONCE_BYTES)).toString('base64url'),
          }
        : {}),
    })
    const answer = await transport.send({
      method,
      url,
      headers: { ...headers, ...signed },
      ...(write ? { body: write.body } : {}),
    })
    if (answer.status >= 400) throw failureOf(answer)
    return answered(answer, await verified(answer, { method, targetUri: url, signature: signed.signature ?? '' }))
  }

  async function open(path: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Opened> {
    const url = urlOf(path)
    // Its last word is checked when the gateway may be there no more to give its keys.
    await keys()
    const signed = signRequest({ method: 'GET', url, key, created: Math.floor(now() / 1000) })
    const headers = { accept: 'text/event-stream', ...traced(), ...signed }
    const answer = await transport.open({ url, headers, silenceMs: SILENCE_MS, ...(signal ? { signal } : {}) })
    if (answer.status >= 300) throw failureOf(await answer.whole())
    const request = { method: 'GET', targetUri: url, signature: signed.signature ?? '' }
    return {
      chunks: answer.chunks,
      verify: (fields, body) => verified({ status: answer.status, header: (name) => fields.get(name), body }, request),
    }
  }

  const call = (...args: Parameters<typeof callOnce>): Promise<Answered> => patiently(() => callOnce(...args), patience)

  return {
    read: (path, { accept = 'application/json' } = {}) => call('GET', path, { accept }),
    write: (path, write) => call('POST', path, { accept: 'application/json', ...write.headers }, write),
    open,
    keys,
  }
}

function answered(answer: Incoming, ledgerSize: number | null): Answered {
  if (answer.status >= 300) throw failureOf(answer)
  const text = (): string => readText(answer.body)
  return { ...answer, ledgerSize, text, json: () => readJson(text()) }
}

/** A refusal as an error: by its problem document, where it has one. */
export function failureOf({ status, header, body }: Incoming): ClientError {
  const problem = readProblem(header('content-type') ?? '', body)
  const seconds = header('retry-after')
  const retryAfter = seconds !== undefined && /^\d{1,6}$/.test(seconds) ? Number(seconds) : null
  return new ClientError(
    problem?.code ?? 'answer-malformed',
    problem?.detail ?? `got status ${status} without a problem document`,
    {
      status,
      problem,
      retryAfter,
      requestId: header('x-request-id') ?? null,
    },
  )
}
