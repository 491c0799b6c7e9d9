/** The submissions of a store one after another, in ledger order; no more of them is held than one. */
import type { StoredSubmission } from '../../ports.ts'
import { number, text } from '../../store/sql/columns.ts'
import { readSubmission } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'

const PAGE = 500

/** How many there are. */
export async function countSubmissions(db: Rows): Promise<number> {
  const [row] = await db.all('SELECT count(*) AS n FROM submission')
  return row ? number(row, 'n') : 0
}

/** Every submission. One whose leaf is gone is passed over: that is the audit's to find. */
export async function* eachSubmission(db: Rows): AsyncGenerator<StoredSubmission> {
  for (let after = -1; ; ) {
    const rows = await db.all('SELECT id, idx FROM submission WHERE idx > ? ORDER BY idx LIMIT ?', [after, PAGE])
    if (rows.length === 0) return
    for (const row of rows) {
      after = number(row, 'idx')
      const submission = await readSubmission(db, text(row, 'id'))
      if (submission) yield submission
    }
  }
}
