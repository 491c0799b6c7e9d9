/** The database of a gateway that was killed, opened as it lies: every submission from a place on is all there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase } from '../../gateway/store/sqlite/database.ts'

const WRONG = `
SELECT l.idx FROM leaf l LEFT JOIN submission s ON s.idx = l.idx
 WHERE l.idx >= ?1 AND ((l.type = 'submission') <> (s.id IS NOT NULL)
   OR s.accepted <> (SELECT count(*) FROM record r WHERE r.idx = l.idx)
   OR length(s.leaves) <> 32 * s.accepted OR length(s.salts) <> 32 * s.accepted OR s.receipt = '')`

/** Checks the leaves from `since` on; resolves with the ledger's size. */
export async function expectWhole(data: string, since: number): Promise<number> {
  const db = await openDatabase(join(data, 'chuanyu.sqlite'), { readOnly: true })
  try {
    const [head] = await db.all(
      'SELECT size, (SELECT count(*) FROM leaf) AS leaves, (SELECT max(idx) + 1 FROM leaf) AS next FROM head',
    )
    const size = Number(head?.size)
    expect(head).toEqual({ size, leaves: size, next: size })
    expect(await db.all(WRONG, [since])).toEqual([])
    expect(
      await db.all(
        'SELECT r.seq FROM record r LEFT JOIN submission s ON s.idx = r.idx WHERE r.idx >= ? AND s.id IS NULL',
        [since],
      ),
    ).toEqual([])
    const outside = await db.all('SELECT id FROM submission WHERE idx >= ? AND evidence IS NULL', [since])
    for (const { id } of outside) {
      const blob = join(data, 'evidence', String(id).slice(-2), String(id))
      expect(existsSync(blob), `evidence of ${id}`).toBe(true)
    }
    return size
  } finally {
    await db.close()
  }
}
