/** Exit codes of the command, and which failure ends in which. */
import { Occupied } from '../backup/durable.ts'
import { NoBackup } from '../backup/manifest.ts'
import { ClientError } from '../client/error.ts'
import { toProblem } from '../errors/map.ts'
import { IDENTITY_ERRORS } from '../identity/error.ts'
import { ConfigRefused } from '../machine/refused.ts'
import { UsageError } from './usage.ts'

/** What a process ends with. */
export const EXIT = {
  ok: 0,
  internal: 1,
  usage: 2,
  invalid: 3,
  trust: 4,
  network: 5,
  conflict: 6,
  limited: 7,
} as const
/** One of the codes of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const LOCAL: Readonly<Record<string, ExitCode>> = {
  network: EXIT.network,
  timeout: EXIT.network,
  'answer-malformed': EXIT.network,
  'answer-unverified': EXIT.trust,
  'receipt-unverified': EXIT.trust,
  'signer-failed': EXIT.trust,
}

function byStatus(code: string, status: number): ExitCode {
  if (status === 409 || status === 412) return EXIT.conflict
  if (status === 429 || status === 503) return EXIT.limited
  if (status === 401 || status === 403 || Object.hasOwn(IDENTITY_ERRORS, code)) return EXIT.trust
  if (status >= 500) return EXIT.network
  return EXIT.invalid
}

/** The exit code of anything thrown; what nobody foresaw is internal. */
export function exitOf(error: unknown): ExitCode {
  if (error instanceof UsageError || error instanceof ConfigRefused) return EXIT.usage
  if (error instanceof NoBackup) return EXIT.invalid
  if (error instanceof Occupied) return EXIT.conflict
  if (error instanceof ClientError) {
    const local = error.status === 0 ? LOCAL[error.code] : undefined
    return (
      local ?? (error.problem ? byStatus(error.code, error.status) : error.status === 0 ? EXIT.conflict : EXIT.network)
    )
  }
  const problem = toProblem(error)
  return problem.code === 'internal' ? EXIT.internal : byStatus(problem.code, problem.status)
}

/** The graver of two outcomes: trust, then data, then the rest in the order of their numbers; success gives way to all. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  const rank = (code: ExitCode): number => GRAVITY.indexOf(code)
  return rank(one) >= rank(other) ? one : other
}

const GRAVITY: readonly ExitCode[] = [
  EXIT.ok,
  EXIT.limited,
  EXIT.conflict,
  EXIT.network,
  EXIT.usage,
  EXIT.invalid,
  EXIT.trust,
  EXIT.internal,
]
