/** What a ledger put back is compared by, and goes on from. */
import type { Rows } from './rows.ts'

const PAGE = 10_000

/** The hashes of the first `count` leaves, side by side. */
export async function readLeafHashes(db: Rows, count: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for (let from = 0; from < count; from += PAGE) {
    const rows = await db.all('SELECT hash FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx', [
      from,
      Math.min(from + PAGE, count),
    ])
    for (const { hash } of rows) if (hash instanceof Uint8Array) pieces.push(hash)
  }
  return Buffer.concat(pieces)
}

/** The head as a new name of the log must sign it anew. Null for a ledger without leaves. */
export async function readHeadRoot(db: Rows): Promise<{ readonly size: number; readonly root: Uint8Array } | null> {
  const [head] = await db.all('SELECT size, root FROM head WHERE id = 1')
  return head?.root instanceof Uint8Array ? { size: Number(head.size), root: head.root } : null
}

/** Puts another signed note in the place of the head's. */
export const REPLACE_CHECKPOINT = 'UPDATE head SET checkpoint = ? WHERE id = 1'
