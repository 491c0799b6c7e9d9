/** The error table: every code the gateway can answer with, the problem type it makes (RFC 9457), and what to do about it. */
import { CONSULTATION_ERRORS } from './consultation.ts'
import { FORMAT_ERRORS } from './formats.ts'
import { HTTP_ERRORS } from './http.ts'
import { IDENTITY_ERROR_ROWS } from './identity.ts'
import { JOINT_ERRORS } from './joint.ts'
import { LEDGER_ERRORS } from './ledger.ts'
import { ROW_ERRORS } from './rows.ts'
import { SERVICE_ERRORS } from './service.ts'
import type { ErrorRow } from './types.ts'
import { WITNESS_ERRORS } from './witnesses.ts'

export type { ErrorRow } from './types.ts'

const TABLE = {
  ...IDENTITY_ERROR_ROWS,
  ...FORMAT_ERRORS,
  ...ROW_ERRORS,
  ...HTTP_ERRORS,
  ...SERVICE_ERRORS,
  ...LEDGER_ERRORS,
  ...WITNESS_ERRORS,
  ...JOINT_ERRORS,
  ...CONSULTATION_ERRORS,
} as const satisfies Readonly<Record<string, ErrorRow>>

/** A stable code; also the last part of its problem type. */
export type ErrorCode = keyof typeof TABLE

/** Code → row. Codes are never renamed or given another meaning. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorRow>> = TABLE

/** Whether the table has this code. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}
