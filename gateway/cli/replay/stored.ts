/** What a submission came to when it was taken in, as the store has it. */
import { list, number, optional, read, shape, text } from '../../../contracts/read.ts'
import type { Note } from '../../../contracts/types.ts'
import { readRejection } from '../../client/read-json.ts'
import { view } from '../../ledger/encoding.ts'
import type { StoredSubmission } from '../../ports.ts'
import { readSubmissionRecords } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { StoredOutcome } from './difference.ts'

const duplicate = shape<StoredOutcome['duplicates'][number] & { readonly of: number }>({
  row: number,
  of: number,
  sheet: optional(text),
})
const note = shape<Note>({ rule: text, field: optional(text), sent: optional(anyText) })

function anyText(value: unknown, at: string, faults: string[]): value is string {
  if (typeof value !== 'string') faults.push(`${at} expected a text`)
  return typeof value === 'string'
}

/** Reads it. Throws TypeError, ClientError or SyntaxError where the store has something else. */
export async function storedOutcome(db: Rows, submission: StoredSubmission): Promise<StoredOutcome> {
  const records = await readSubmissionRecords(db, submission.id)
  const rejections: unknown = JSON.parse(submission.rejections)
  if (!Array.isArray(rejections)) throw new TypeError('the rejections are no array')
  return {
    records: records.map(({ key, row, body }) => ({ key, row, body: view(body).toString('utf8') })),
    accepted: submission.counts.accepted,
    rejections: rejections.map(readRejection),
    duplicates: read('duplicates', list(duplicate), JSON.parse(submission.duplicates)),
    notes: read('notes', list(note), JSON.parse(submission.notes)),
  }
}
