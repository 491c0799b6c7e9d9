/** The long texts of a submission, kept in parts: D1 rows have 2,000,000 bytes, and the rejections of one file may have more. */
import type { StoredSubmission, SubmissionRow } from '../../ports.ts'
import { text } from '../sql/columns.ts'
import type { Rows } from '../sql/rows.ts'
import type { Statement } from './database.ts'

const NAMES = ['rejections', 'duplicates', 'notes'] as const

/** UTF-16 units a part; each takes at most three bytes of UTF-8. */
const PART = 300_000

const INSERT = 'INSERT INTO submission_text VALUES (?, ?, ?, ?)'

/** A text in parts, none of which ends inside a character. */
function parts(whole: string): string[] {
  const found: string[] = []
  for (let start = 0; start < whole.length; ) {
    let end = Math.min(start + PART, whole.length)
    const last = whole.charCodeAt(end - 1)
    if (end < whole.length && last >= 0xd800 && last < 0xdc00) end -= 1
    found.push(whole.slice(start, end))
    start = end
  }
  return found
}

/** The statements that store a submission's texts; its row must be there before. */
export function textStatements(submission: SubmissionRow): Statement[] {
  return NAMES.flatMap((name) =>
    parts(JSON.stringify(submission[name])).map((part, at) => ({
      sql: INSERT,
      params: [submission.id, name, at, part],
    })),
  )
}

/** The submission with its texts put together. */
export async function withTexts(db: Rows, submission: StoredSubmission): Promise<StoredSubmission> {
  const rows = await db.all('SELECT name, text FROM submission_text WHERE submission = ? ORDER BY name, part', [
    submission.id,
  ])
  const whole = (name: (typeof NAMES)[number]): string =>
    rows
      .filter((row) => text(row, 'name') === name)
      .map((row) => text(row, 'text'))
      .join('')
  return { ...submission, rejections: whole('rejections'), duplicates: whole('duplicates'), notes: whole('notes') }
}
