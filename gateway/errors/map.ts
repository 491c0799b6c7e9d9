/** Whatever was thrown → the problem to answer with; what nobody foresaw becomes `internal` and says nothing of itself (RFC 9457 §5). */
import { FormatError } from '../../adapters/formats/error.ts'
import { IdentityError } from '../identity/error.ts'
import { LedgerError, type LedgerErrorCode } from '../ledger/error.ts'
import type { Refusal } from '../ports.ts'
import { Problem, type ProblemExtra } from './problem.ts'
import type { ErrorCode } from './table.ts'

/** Seconds after which a caller may try a full queue again. */
const QUEUE_RETRY = 5
/** A store that cannot be written: somebody has to make room. */
const STORE_RETRY = 30
/** And a held ledger: people have to compare what was seen first. */
const HELD_RETRY = 600

/** What of the ledger a caller can bring about; all else is the gateway's own failure. */
const LEDGER_CODES: Readonly<Partial<Record<LedgerErrorCode, ErrorCode>>> = {
  'tree-range': 'ledger-range',
  'tile-path': 'tile-unknown',
}

/**
 * A key that was active when the request was verified and is not in the commit was revoked in between. A changed scope is
 * for intake to try again; one that gets here is a failure of the gateway.
 */
const REFUSAL_CODES: Readonly<Record<Refusal, ErrorCode>> = {
  'key-not-current': 'key-revoked',
  'keys-moved': 'keys-moved',
  'key-list-conflict': 'key-list-conflict',
  'nonce-used': 'signature-replayed',
  'scope-changed': 'internal',
  'document-exists': 'document-exists',
  'document-unknown': 'document-unknown',
  'document-closed': 'document-closed',
  'signature-exists': 'signature-exists',
  'stream-moved': 'consultation-moved',
  'step-exists': 'step-exists',
}

/** The problem for anything thrown. The caller logs the original; none of an unknown error's text goes out. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof FormatError || error instanceof IdentityError) return new Problem(error.code, extraOf(error))
  if (error instanceof LedgerError) return new Problem(LEDGER_CODES[error.code] ?? 'internal')
  if (error instanceof Error && error.name === 'QueueFull')
    return new Problem('queue-full', { retryAfter: QUEUE_RETRY })
  if (error instanceof Error && error.name === 'LedgerHeld')
    return new Problem('ledger-held', { retryAfter: HELD_RETRY })
  if (error instanceof Error && error.name === 'StoreFailed')
    return new Problem('store-unavailable', { retryAfter: STORE_RETRY })
  if (error instanceof Error && error.name === 'AppendRefused' && 'refusal' in error && isRefusal(error.refusal)) {
    return new Problem(REFUSAL_CODES[error.refusal])
  }
  return new Problem('internal')
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'string' && Object.hasOwn(REFUSAL_CODES, value)
}

function extraOf(error: FormatError | IdentityError): ProblemExtra {
  const { detail, pointer, value } = error
  const retryAfter = error instanceof IdentityError ? error.retryAfter : undefined
  const row = error instanceof FormatError ? error.row : undefined
  return {
    detail,
    ...(row === undefined ? {} : { row }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(value === undefined ? {} : { value }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}
