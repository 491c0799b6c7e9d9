/** What a connection may cost before a request is known, and what one is told that is no request (RFC 9112 §2.2, RFC 6585 §5). */
import { Problem, problemDocument } from '../errors/problem.ts'
import type { ErrorCode } from '../errors/table.ts'

/** The limits of a connection; the gateway's docs print them. */
export const CONNECTION_LIMITS = {
  /** Bytes of a request's line and headers together. */
  headBytes: 16 * 1024,
  /** Seconds until they must have come. */
  headSeconds: 20,
  /** Seconds until the whole request must have come. */
  requestSeconds: 300,
  /** How often that is looked at, seconds. */
  lookSeconds: 5,
  /** Connections open at once; further ones are closed unanswered. */
  connections: 4096,
} as const

/** The same as a Node server is made with. */
export const SERVER_OPTIONS: Readonly<
  Record<'maxHeaderSize' | 'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval', number>
> = {
  maxHeaderSize: CONNECTION_LIMITS.headBytes,
  headersTimeout: CONNECTION_LIMITS.headSeconds * 1000,
  requestTimeout: CONNECTION_LIMITS.requestSeconds * 1000,
  connectionsCheckingInterval: CONNECTION_LIMITS.lookSeconds * 1000,
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'head-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** The whole answer to what could not be read as a request; the connection ends with it. `code` is the server's own name for what was wrong. */
export function unreadableAnswer(code: string, origin: string): string {
  const problem = new Problem(CODES[code] ?? 'request-malformed')
  const body = JSON.stringify(problemDocument(problem, origin))
  return [
    `HTTP/1.1 ${problem.status} ${REASONS[problem.status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    'cache-control: no-store, no-transform',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
