/** Problem details (RFC 9457): one stable type a failure, in Chinese and English, resolving on the gateway itself. */
import type { Bilingual, Rejection } from '../../contracts/types.ts'
import { ERRORS, type ErrorCode } from './table.ts'

/** What a problem may carry beside its code. */
export interface ProblemExtra {
  readonly detail?: Bilingual
  readonly row?: number
  readonly pointer?: string
  readonly value?: string
  readonly rejections?: readonly Rejection[]
  /** Cells that moved, as they stand now. */
  readonly cells?: readonly object[]
  /** Who is on duty instead, by post. */
  readonly onDuty?: readonly object[]
  /** Seconds, for 429 and 503. */
  readonly retryAfter?: number
  /** Methods the address takes, for 405. */
  readonly allow?: readonly string[]
}

/** A failure the caller is told about. `code` is one of the error table. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ErrorCode
  readonly extra: ProblemExtra

  constructor(code: ErrorCode, extra: ProblemExtra = {}) {
    super(`${code}: ${extra.detail?.en ?? ERRORS[code].title.en}`)
    this.code = code
    this.extra = extra
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/** The document to send; `origin` is the gateway's own, where the type resolves. */
export function problemDocument(problem: Problem, origin: string): Record<string, unknown> {
  const { status, title, what } = ERRORS[problem.code]
  const { detail = what, row, pointer, value, rejections, cells, onDuty } = problem.extra
  return {
    type: `${origin}/errors/${problem.code}`,
    title: `${title.zh} · ${title.en}`,
    status,
    detail: `${detail.zh} · ${detail.en}`,
    code: problem.code,
    zh: { title: title.zh, detail: detail.zh },
    en: { title: title.en, detail: detail.en },
    ...(row === undefined ? {} : { row }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(value === undefined ? {} : { value }),
    ...(rejections === undefined ? {} : { rejections }),
    ...(cells === undefined ? {} : { cells }),
    ...(onDuty === undefined ? {} : { onDuty }),
  }
}
