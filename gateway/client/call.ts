/** Signed calls: each request signed (RFC 9421), each answer to it verified and bound to its question; public calls go unsigned. */
import { isPublic } from '../identity/access.ts'
import { IdentityError } from '../identity/error.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { signRequest } from '../identity/request.ts'
import { type AnsweredRequest, verifyResponse } from '../identity/response.ts'
import type { Clock, Random } from '../ports.ts'
import { ClientError, localError } from './error.ts'
import { type GatewayKeys, readJwks } from './gateway-keys.ts'
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

/** Calls to one gateway. Both throw ClientError. */
export interface Caller {
  read(path: string, options?: { readonly accept?: string }): Promise<Answered>
  write(path: string, write: Write): Promise<Answered>
  /** The gateway's keys, fetched the first time they are needed unless they were given. */
  keys(): Promise<GatewayKeys>
}

/** Whom calls go to, who signs them, and how they travel. */
export interface CallerOptions {
  readonly origin: string
  readonly key: SigningKey
  readonly keys: GatewayKeys | null
  readonly transport: Transport
  readonly now: Clock
  readonly random: Random
}

const NONCE_BYTES = 18
const JWKS = '/.well-known/jwks.json'

/** How to call one gateway. Throws TypeError when the origin is not scheme://host[:port]. */
export function createCaller({ origin, key, keys: pinned, transport, now, random }: CallerOptions): Caller {
  if (new URL(origin).origin !== origin)
    throw new TypeError(`expected an origin as scheme://host[:port], got ${origin}`)
  let fetched: Promise<GatewayKeys> | null = null

  function urlOf(path: string): string {
    const url = new URL(path, origin)
    // A bare `?` at the end is one address to us and another to a server.
    if (url.search === '') url.search = ''
    if (url.origin !== origin || url.hash !== '') throw new TypeError(`expected a path of ${origin}, got ${path}`)
    return url.href
  }

  async function fetchKeys(): Promise<GatewayKeys> {
    const answer = await transport.send({ method: 'GET', url: urlOf(JWKS), headers: {} })
    if (answer.status !== 200) throw failed(answer)
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

  async function call(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    write?: Write,
  ): Promise<Answered> {
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
    if (answer.status >= 400) throw failed(answer)
    return answered(answer, await verified(answer, { method, targetUri: url, signature: signed.signature ?? '' }))
  }

  return {
    read: (path, { accept = 'application/json' } = {}) => call('GET', path, { accept }),
    write: (path, write) => call('POST', path, { accept: 'application/json', ...write.headers }, write),
    keys,
  }
}

function answered(answer: Incoming, ledgerSize: number | null): Answered {
  if (answer.status >= 300) throw failed(answer)
  const text = (): string => readText(answer.body)
  return { ...answer, ledgerSize, text, json: () => readJson(text()) }
}

function failed({ status, header, body }: Incoming): ClientError {
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
    },
  )
}
