/** The texts that stood under keys when a submission was committed, its own among them: a record equal to the one standing adds no revision. */
import { view } from '../../ledger/encoding.ts'
import type { StoredSubmission } from '../../ports.ts'
import { text } from '../../store/sql/columns.ts'
import { dialectOf } from '../../store/sql/dialect.ts'
import type { Rows } from '../../store/sql/rows.ts'
import { TEXT_COLUMNS, textsOf } from '../../store/sql/texts.ts'

/** Texts by key, the last one last; keys under which nothing stood are absent. */
export async function standingTexts(
  db: Rows,
  { dataset, party, index }: StoredSubmission,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  if (keys.length === 0) return found
  const { texts: keysOf, list } = dialectOf(db)
  const rows = await db.all(
    `SELECT r.key, ${TEXT_COLUMNS} FROM ${keysOf} j CROSS JOIN record r
     WHERE r.stream = (SELECT id FROM stream WHERE dataset = ? AND party = ?) AND r.key = j.value
       AND r.idx <= ? AND (r.superseded IS NULL OR r.superseded >= ?)
     ORDER BY r.key, r.revision`,
    [list([...new Set(keys)]), dataset, party, index, index],
  )
  const texts = await textsOf(db, rows)
  for (const [at, row] of rows.entries()) {
    const key = text(row, 'key')
    const standing = found.get(key) ?? []
    found.set(key, standing)
    standing.push(view(texts[at] ?? new Uint8Array()).toString('utf8'))
  }
  return found
}
