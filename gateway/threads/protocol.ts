/** What the main thread and a preparing thread say to each other; everything is plain data or bytes handed over. */
import { FormatError, type FormatErrorCode } from '../../adapters/formats/error.ts'
import type { Bilingual } from '../../contracts/types.ts'
import type { Rows } from '../intake/entry.ts'
import type { PrepareFile } from '../intake/prepare.ts'

/** A job with its number, and what is wanted of it: rows for a commit or a dry run's lines; the register's text only when the thread may not have it yet. */
export interface JobMessage {
  readonly job: number
  readonly want: 'rows' | 'lines'
  readonly file: PrepareFile
  readonly registry: { readonly digest: string; readonly payload: string | null }
}

/** A question whether the thread works. */
export interface ProbeMessage {
  readonly job: number
  readonly want: 'nothing'
}

/** Why a file could not be prepared: the file's own fault, or a failure of ours. */
export type Failure =
  | {
      readonly format: FormatErrorCode
      readonly detail: Bilingual
      readonly place: { readonly row?: number; readonly pointer?: string; readonly value?: string }
    }
  | { readonly failed: string }

/** What became of a job. */
export type DoneMessage =
  | { readonly job: number; readonly rows: Rows }
  /** UTF-8. */
  | { readonly job: number; readonly lines: Uint8Array }
  /** To a question whether it works. */
  | { readonly job: number; readonly works: true }
  | { readonly job: number; readonly failure: Failure }

/** An error as plain data. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof FormatError))
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  const { code, detail, row, pointer, value } = error
  return {
    format: code,
    detail,
    place: {
      ...(row === undefined ? {} : { row }),
      ...(pointer === undefined ? {} : { pointer }),
      ...(value === undefined ? {} : { value }),
    },
  }
}

/** The error again. */
export function errorOf(failure: Failure): Error {
  return 'format' in failure
    ? new FormatError(failure.format, failure.detail, failure.place)
    : new Error(`a preparing thread failed: ${failure.failed}`)
}
