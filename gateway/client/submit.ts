/** Submitting a file: its native bytes, signed; the receipt that comes back is checked before it is believed. */

import type { Rejection } from '../../contracts/types.ts'
import { sha256Hex } from '../identity/digest.ts'
import type { Caller } from './call.ts'
import { localError } from './error.ts'
import { countOf, listOf, membersOf, readRejection } from './read-json.ts'
import { checkInclusion, checkReceipt } from './receipt.ts'
import type { SubmissionHeader } from './verify/submissions.ts'

/** What to send. `at` is an RFC 3339 instant that undated times must lie before; the gateway's now when absent. */
export interface Submission {
  readonly contract: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly at?: string
  readonly idempotencyKey?: string
  /** Whether the file is history: then only records past the contract's deadline are taken. */
  readonly backfill?: boolean
}

/** A checked receipt. `text` is the receipt as signed, to be kept; `repeated` when the same work had been done before. */
export interface Submitted {
  readonly id: string
  readonly repeated: boolean
  readonly text: string
  /** What the leaf commits to. */
  readonly header: SubmissionHeader
  readonly leaf: { readonly index: number; readonly time: string }
}

/** A row equal to an earlier one of the same file. */
export interface DuplicateRow {
  readonly row: number
  readonly of: number
}

/** The rows of a submission that did not become records. */
export interface RejectedRows {
  readonly rejections: readonly Rejection[]
  readonly duplicates: readonly DuplicateRow[]
}

const CREATED = 201
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sends a file. Throws ClientError; `receipt-unverified` when the receipt is not for these bytes or the ledger does not bear it out. */
export async function submit(caller: Caller, submission: Submission): Promise<Submitted> {
  const { contract, bytes, mediaType, at, idempotencyKey, backfill = false } = submission
  const query = new URLSearchParams({
    contract,
    ...(at === undefined ? {} : { at }),
    ...(backfill ? { backfill: 'true' } : {}),
  })
  const answer = await caller.write(`/v1/submissions?${query}`, {
    body: bytes,
    contentType: mediaType,
    ...(idempotencyKey === undefined ? {} : { headers: { 'idempotency-key': idempotencyKey } }),
  })
  const text = answer.text()
  const receipt = checkReceipt(text, await caller.keys())
  const { header, index, time, size } = receipt
  const { evidence } = header
  if (header.contract.id !== contract || evidence.bytes !== bytes.length || evidence.digest !== sha256Hex(bytes)) {
    throw localError('receipt-unverified', 'expected a receipt for the bytes that were sent under this contract')
  }
  const place = new URLSearchParams({ index: String(index), size: String(size) })
  checkInclusion(receipt, (await caller.read(`/v1/ledger/proof/inclusion?${place}`)).json())
  return { id: header.submission, repeated: answer.status !== CREATED, text, header, leaf: { index, time } }
}

/** The rows of a submission that were rejected or were duplicates. Throws ClientError. */
export async function readRejectedRows(caller: Caller, id: string): Promise<RejectedRows> {
  const answer = await caller.read(`/v1/submissions/${encodeURIComponent(id)}/rejections`)
  const members = membersOf(answer.json(), 'rejections')
  return {
    rejections: listOf(members.get('rejections'), 'rejections').map(readRejection),
    duplicates: listOf(members.get('duplicates'), 'duplicates').map((value) => {
      const duplicate = membersOf(value, 'a duplicate')
      return { row: countOf(duplicate.get('row'), 'row'), of: countOf(duplicate.get('of'), 'of') }
    }),
  }
}

/** The refused rows of a submission as a workbook to mend. Throws ClientError. */
export async function readRejectedWorkbook(caller: Caller, id: string): Promise<Uint8Array> {
  const answer = await caller.read(`/v1/submissions/${encodeURIComponent(id)}/rejections`, { accept: XLSX })
  return answer.body
}

/** The rows of a file that would be refused, as a workbook to mend; nothing is kept. Throws ClientError. */
export async function tryForWorkbook(
  caller: Caller,
  { contract, bytes, mediaType, at }: Omit<Submission, 'idempotencyKey'>,
): Promise<Uint8Array> {
  const query = new URLSearchParams({ contract, ...(at === undefined ? {} : { at }) })
  const headers = { accept: XLSX }
  const answer = await caller.write(`/v1/normalise?${query}`, { body: bytes, contentType: mediaType, headers })
  return answer.body
}
