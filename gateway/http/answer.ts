/** Answers: signed and bound to their question for partners (RFC 9421 §2.4), plain for the public; never transformed on the way. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { signResponseAside } from '../identity/response.ts'
import type { Env } from './caller.ts'

/** One bounded answer. */
export interface Answer {
  readonly status?: number
  readonly contentType: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

function bytesOf(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? Buffer.from(body, 'utf8') : new Uint8Array(body)
}

/** A strong ETag over the bytes. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

/** Sends an answer, signed when the caller signed. */
export async function answer(
  c: Context<Env>,
  { status = 200, contentType, body, headers = {} }: Answer,
): Promise<Response> {
  const gateway = c.get('gateway')
  const caller = c.get('caller')
  const bytes = bytesOf(body)
  const cache = { 'cache-control': caller ? 'private, no-cache, no-transform' : 'no-cache, no-transform' }
  const plain = { 'content-type': contentType, 'x-content-type-options': 'nosniff' }
  const signed = caller
    ? await signResponseAside({
        status,
        contentType,
        body: bytes,
        request: { method: c.req.method, targetUri: caller.targetUri, signature: c.req.header('signature') ?? '' },
        ledgerSize: gateway.log.head().size,
        key: gateway.config.gatewayKey,
        created: Math.floor(gateway.now() / 1000),
      })
    : {}
  return new Response(status === 304 ? null : bytes, { status, headers: { ...cache, ...plain, ...headers, ...signed } })
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
export function cached(c: Context<Env>, { contentType, body: content, headers = {} }: Answer): Promise<Response> {
  // Encoded once, for the tag and the answer alike.
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const etag = etagOf(body)
  const asked = c.req.header('if-none-match')
  const held = asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
  if (held) return answer(c, { status: 304, contentType, body: '', headers: { ...headers, etag } })
  return answer(c, { contentType, body, headers: { ...headers, etag } })
}
