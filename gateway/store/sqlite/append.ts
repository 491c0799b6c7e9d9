/** The one transaction that adds to the ledger: guards, leaves, tiles, documents and records of a whole group, or nothing. */
import type { AppendOutcome, Entry, LedgerHead, Sealed } from '../../ports.ts'
import { LedgerMoved } from '../../ports.ts'
import { COMPLETE_DOCUMENT, commitRows, outcomesOf, scopesTaken, TAKE_SCOPES } from '../sql/commit.ts'
import { judge, readHeld } from '../sql/guards.ts'
import type { Database } from './database.ts'
import { insertRows } from './insert.ts'
import { forgetStreams, insertRecords } from './records.ts'

/** How often used nonces past their window are let go, ms. */
const PURGE_EVERY = 60_000
const purged = new WeakMap<Database, number>()

async function purge(db: Database, now: number): Promise<void> {
  if (now - (purged.get(db) ?? 0) < PURGE_EVERY) return
  purged.set(db, now)
  await db.run('DELETE FROM nonce WHERE expires < ?', [now])
}

async function write(
  db: Database,
  entries: readonly Entry[],
  sealed: Sealed,
  moved: LedgerHead,
): Promise<readonly AppendOutcome[]> {
  const head = await db.run(
    'UPDATE head SET size = ?, time = ?, root = ?, checkpoint = ? WHERE id = 1 AND size = ? AND time = ?',
    [sealed.size, sealed.time, sealed.root, sealed.checkpoint, moved.size, moved.time],
  )
  if (head !== 1) throw new LedgerMoved()

  const rows = commitRows(entries, sealed)
  await insertRows(db, 'leaf', rows.leaves)
  await insertRows(db, 'nonce', rows.nonces)
  await insertRows(db, 'document', rows.documents)
  await insertRows(db, 'signature', rows.signatures)
  for (const { index, document, required } of rows.signed) await db.run(COMPLETE_DOCUMENT, [index, document, required])
  await insertRows(db, 'submission', rows.submissions)
  if (rows.placed.length > 0) {
    await db.run(TAKE_SCOPES, [scopesTaken(rows.placed)])
    await insertRecords(db, rows.placed)
  }
  for (const tile of sealed.tiles) {
    await db.run('INSERT INTO tile VALUES (?, ?, ?) ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes', [
      tile.level,
      tile.index,
      tile.hashes,
    ])
  }
  return rows.outcomes
}

/** Runs one group: guards, seals what passes, writes it, commits. On any other failure nothing of it stays. */
export async function appendGroup(
  db: Database,
  head: LedgerHead,
  entries: readonly Entry[],
  seal: (accepted: readonly Entry[]) => Sealed,
  now: number,
): Promise<AppendOutcome[]> {
  await db.run('BEGIN IMMEDIATE')
  try {
    await purge(db, now)
    const refusals = judge(entries, await readHeld(db, entries))
    const accepted = entries.filter((entry) => !refusals.has(entry))
    const written = accepted.length > 0 ? await write(db, accepted, seal(accepted), head) : []
    await db.run('COMMIT')
    return outcomesOf(entries, refusals, written)
  } catch (error) {
    forgetStreams(db)
    await db.exec('ROLLBACK')
    throw error
  }
}
