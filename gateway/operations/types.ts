/** What a runtime gives those who operate a gateway: a log, figures, a security log, limits, and what only it can look at. */
import type { Bilingual } from '../../contracts/types.ts'
import type { LedgerHead, Threads } from '../ports.ts'
import type { Rates } from './rates.ts'

/** One request as it ended: nothing of what it carried, no value of its query. */
export interface RequestLine {
  readonly requestId: string
  readonly traceId: string
  readonly method: string
  /** The pattern of the access matrix; `none` where it names none. */
  readonly route: string
  /** With the names of its query's members. */
  readonly path: string
  readonly status: number
  readonly ms: number
  /** Of the answer's content; null where it is not known beforehand. */
  readonly bytes: number | null
  readonly party: string | null
  readonly agency: string | null
  readonly kid: string | null
  /** The problem's. */
  readonly code: string | null
}

/** Where lines go. Errors are for the operator alone, with their stack. */
export interface OperationsLog {
  request(line: RequestLine): void
  error(error: unknown, requestId: string | null): void
  note(what: string, more?: Readonly<Record<string, unknown>>): void
}

/** What a security log tells of. */
export type SecurityKind =
  | 'started'
  | 'stopped'
  | 'configuration'
  | 'pruned'
  | 'repaired'
  | 'keys-changed'
  | 'signed-in'
  | 'signed-out'
  | 'admin-read'
  | 'refused'
  | 'replayed'
  | 'forbidden'
  | 'limited'
  | 'overflow'

/** One thing a security log tells; members that do not apply are left out. `kid` is verified, `claimed` is what a refused request named. */
export interface SecurityEvent {
  readonly event: SecurityKind
  readonly code?: string
  readonly address?: string
  readonly kid?: string
  readonly claimed?: string
  readonly party?: string
  readonly agency?: string
  readonly method?: string
  readonly route?: string
  readonly requestId?: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** A page of the security log: whole lines as they were written, oldest first. */
export interface SecurityPage {
  /** Where the lines are: in files here, or in the runtime's own log. */
  readonly kept: 'files' | 'log'
  readonly lines: readonly string[]
  /** The number to go on after; null at the end. */
  readonly next: number | null
  /** The days there are lines of. */
  readonly days: readonly string[]
}

/** Which page: lines behind the number `after`, or of a day on. */
export interface SecurityQuestion {
  readonly after: number | null
  readonly day: string | null
  readonly limit: number
}

/** The security log. */
export interface SecurityLog {
  note(event: SecurityEvent): void
  read(question: SecurityQuestion): Promise<SecurityPage>
}

/** Something only the runtime can look at, for `/readyz`: null when it is well, else why not. */
export interface ReadinessCheck {
  readonly name: string
  look(): Promise<Bilingual | null>
}

/** What figures are taken of. */
export interface Watched {
  readonly log: { head(): LedgerHead; waiting(): number }
  readonly streams: { count(): number }
  readonly threads: Threads | null
}

/** All of it. */
export interface Operations {
  readonly log: OperationsLog
  readonly security: SecurityLog
  readonly rates: Rates
  readonly checks: readonly ReadinessCheck[]
  /** Told of each request, for figures. */
  measure(line: RequestLine): void
  /** The address a request came from; `env` is what the runtime calls the app with. */
  address(request: Request, env: unknown): string
  /** Whether the gateway is being stopped. */
  draining(): boolean
  /** The configuration without secrets, for administrators. */
  told(): Readonly<Record<string, unknown>>
  /** Called before the first request. */
  begin(watched: Watched): Promise<void>
  /** Called when stopping begins. */
  drain(): void
  /** Called after the last request. */
  end(): Promise<void>
}
