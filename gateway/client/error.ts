/** What goes wrong on a partner's side of a call: the gateway's problem document (RFC 9457), or why its answer is not taken. */
import type { Rejection } from '../../contracts/types.ts'

/** Failures that are found here, beside the codes of the gateway's error table. */
export type LocalCode =
  /** No connection, or it broke. */
  | 'network'
  /** No answer in time. */
  | 'timeout'
  /** An answer without a signature, or whose signature is not the gateway's over this very answer. */
  | 'answer-unverified'
  /** An answer that does not have the form it must have. */
  | 'answer-malformed'
  /** A receipt that is not for what was sent, or that the ledger does not bear out. */
  | 'receipt-unverified'
  /** A program that was to sign did not, or signed something else. */
  | 'signer-failed'

/** A cell of a consultation as it is now, for whose edit was based on another revision. */
export interface MovedCell {
  readonly cell: string
  readonly revision: number
  readonly value: unknown
  /** Who revised it last; null when nobody has. */
  readonly by: { readonly party: string; readonly operator: string } | null
}

/** A problem document as received; `zh` and `en` are the same words apart. */
export interface ProblemReport {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly row?: number
  readonly pointer?: string
  readonly value?: string
  readonly rejections?: readonly Rejection[]
  readonly cells?: readonly MovedCell[]
}

/** A failed call. `code` is one of the gateway's error table or local; `status` 0 when there was no answer; `problem` null when the gateway sent none. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly code: string
  readonly status: number
  readonly problem: ProblemReport | null
  /** Seconds to wait before another try, for 429 and 503. */
  readonly retryAfter: number | null
  /** Names the call in the gateway's log. */
  readonly requestId: string | null

  constructor(
    code: string,
    message: string,
    more: {
      status?: number
      problem?: ProblemReport | null
      retryAfter?: number | null
      requestId?: string | null
      cause?: unknown
    } = {},
  ) {
    super(`${code}: ${message}`, more.cause === undefined ? {} : { cause: more.cause })
    this.code = code
    this.status = more.status ?? 0
    this.problem = more.problem ?? null
    this.retryAfter = more.retryAfter ?? null
    this.requestId = more.requestId ?? null
  }
}

/** A failure found on this side. */
export function localError(code: LocalCode, message: string, cause?: unknown): ClientError {
  return new ClientError(code, message, { cause })
}
