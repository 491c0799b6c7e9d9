/** The one transaction that adds to the ledger: guards, leaves, tiles, documents and records of a whole group, or nothing. */
import type { CosignatureRow, NonceUse } from '../../ports.ts'
import { type Commit, type Committed, refusedGroup } from '../sql/append.ts'
import { COMPLETE_DOCUMENT, scopesTaken, TAKE_SCOPES } from '../sql/commit.ts'
import { cosignStatements } from '../sql/cosignatures.ts'
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

/** Writes everything; false when the head is another by now. */
async function write(db: Database, { head, rows, sealed }: Commit): Promise<boolean> {
  const moved = await db.run(
    'UPDATE head SET size = ?, time = ?, root = ?, checkpoint = ? WHERE id = 1 AND size = ? AND time = ?',
    [sealed.size, sealed.time, sealed.root, sealed.checkpoint, head.size, head.time],
  )
  if (moved !== 1) return false
  await insertRows(db, 'leaf', rows.leaves)
  await insertRows(db, 'nonce', rows.nonces)
  await insertRows(db, 'document', rows.documents)
  await insertRows(db, 'signature', rows.signatures)
  for (const { index, document, required } of rows.signed) await db.run(COMPLETE_DOCUMENT, [index, document, required])
  await insertRows(db, 'step', rows.steps)
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
  return true
}

/** How a group's transaction begins and ends: whether it has begun already, and whether it is left open behind what did not go in. */
export interface Turn {
  readonly begun: boolean
  readonly keeps: (became: Committed) => boolean
}

const ALONE: Turn = { begun: false, keeps: () => false }

async function judgeAndWrite(db: Database, commit: Commit): Promise<Committed> {
  await purge(db, commit.now)
  const refusals = judge(commit.guarded, await readHeld(db, commit.guarded))
  if (refusals.size > 0) return refusedGroup(commit.guarded, refusals)
  return { kind: (await write(db, commit)) ? 'done' : 'moved' }
}

/** Runs one group: guards, then everything, then the commit. On any failure, or any refusal, nothing of it stays. */
export async function commitGroup(db: Database, commit: Commit, { begun, keeps }: Turn = ALONE): Promise<Committed> {
  if (!begun) await db.run('BEGIN IMMEDIATE')
  try {
    const became = await judgeAndWrite(db, commit)
    if (became.kind === 'done') await db.run('COMMIT')
    else if (!keeps(became)) await db.exec('ROLLBACK')
    return became
  } catch (error) {
    forgetStreams(db)
    // A full disk ends the transaction by itself; what went wrong first is what is told.
    await db.exec('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Keeps a witness's word. */
export async function keepCosignature(db: Database, row: CosignatureRow): Promise<void> {
  await db.run('BEGIN IMMEDIATE')
  try {
    for (const { sql, params } of cosignStatements(row)) await db.run(sql, params)
    await db.run('COMMIT')
  } catch (error) {
    await db.exec('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Uses a nonce up by itself, outside any group; false when it was there. It lets none go: that waits for a commit, whose time the ledger then tells. */
export async function claimNonce(db: Database, { kid, nonce, expires }: NonceUse): Promise<boolean> {
  return (await db.run('INSERT INTO nonce VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [kid, nonce, expires])) === 1
}
