/** Bodies that are signed documents: parsed JSON of unknown content, and the media type they are asked for by. */
import type { Context } from 'hono'
import { Problem } from '../errors/problem.ts'
import type { Env } from './caller.ts'

/** General JWS in JSON (RFC 7515 §7.2.1). */
export const JOSE_JSON = 'application/jose+json'

/** The body as JSON of unknown content. Throws Problem `json-invalid`. */
export function parseBody(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('json-invalid')
  }
}

/** Whether the caller asks for the signed form. */
export function wantsJose(c: Context<Env>): boolean {
  return c.req.header('accept')?.includes(JOSE_JSON) ?? false
}
