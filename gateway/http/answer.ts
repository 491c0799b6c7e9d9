/** Answers: signed and bound to their question for partners (RFC 9421 §2.4), plain for the public; never transformed on the way. */
import type { Context } from 'hono'
import { contentDigest } from '../identity/digest.ts'
import { signResponseAside } from '../identity/response.ts'
import type { Env } from './caller.ts'

/** One bounded answer. */
export interface Answer {
  readonly status?: number
  readonly contentType: string
  readonly body: string | Uint8Array
  /** The body's Content-Digest, where it is known already. */
  readonly contentDigest?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Its ETag, where that is not out of the body alone. */
  readonly etag?: string
}

function bytesOf(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return Buffer.from(body, 'utf8')
  const { buffer, byteOffset, byteLength } = body
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(body)
}

/** A strong ETag out of a Content-Digest: 27 characters of it, as base64url. */
function etagOf(digest: string): string {
  const [, base64 = ''] = digest.split(':')
  return `"${base64.slice(0, 27).replaceAll('+', '-').replaceAll('/', '_')}"`
}

/** Sends an answer, signed when the caller signed; a session's is not. */
export async function answer(
  c: Context<Env>,
  { status = 200, contentType, body, headers = {}, ...known }: Answer,
): Promise<Response> {
  const gateway = c.get('gateway')
  const caller = c.get('caller')
  const bytes = bytesOf(body)
  c.set('bytes', bytes.length)
  const cache = { 'cache-control': caller ? 'private, no-cache, no-transform' : 'no-cache, no-transform' }
  const plain = { 'content-type': contentType, 'x-content-type-options': 'nosniff' }
  const signed =
    caller?.via === 'signature'
      ? await signResponseAside({
          status,
          contentType,
          body: bytes,
          ...known,
          request: { method: c.req.method, targetUri: caller.targetUri, signature: c.req.header('signature') ?? '' },
          ledgerSize: gateway.log.head().size,
          key: gateway.config.gatewayKey,
          created: Math.floor(gateway.now() / 1000),
        })
      : {}
  const traced = c.get('traced') ?? {}
  c.set('traced', null)
  return new Response(status === 304 ? null : bytes, {
    status,
    headers: { ...cache, ...plain, ...headers, ...signed, ...traced },
  })
}

/** A JSON answer; `value` may be ready-made JSON text. */
export function json(
  c: Context<Env>,
  value: unknown,
  options: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  return answer(c, { contentType: 'application/json; charset=utf-8', body, ...options })
}

/** The same with an ETag: 304 when the caller already has it. */
export function cached(
  c: Context<Env>,
  { contentType, body: content, headers = {}, ...known }: Answer,
): Promise<Response> {
  // Encoded once, for the tag and the answer alike.
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const digest = known.contentDigest ?? contentDigest(body)
  const etag = known.etag ?? etagOf(digest)
  const asked = c.req.header('if-none-match')
  const held = asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
  if (held) return answer(c, { status: 304, contentType, body: '', headers: { ...headers, etag } })
  return answer(c, { contentType, body, contentDigest: digest, headers: { ...headers, etag } })
}

/** A value as JSON with an ETag. */
export function cachedJson(c: Context<Env>, value: unknown): Promise<Response> {
  return cached(c, { contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) })
}
