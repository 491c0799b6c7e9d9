/** Many rows in few statements. */
import type { Database, SqlValue } from './database.ts'

/** SQLite takes 32,766 parameters a statement. */
const PARAMETERS = 32_000

/** Inserts rows of equal width, as many a statement as parameters allow. */
export async function insertRows(db: Database, into: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
  const width = rows[0]?.length
  if (width === undefined) return
  const most = Math.min(500, Math.floor(PARAMETERS / width))
  const tuple = `(${Array(width).fill('?').join(',')})`
  for (let start = 0; start < rows.length; start += most) {
    const chunk = rows.slice(start, start + most)
    await db.run(`INSERT INTO ${into} VALUES ${Array(chunk.length).fill(tuple).join(',')}`, chunk.flat())
  }
}
