/** The one transaction that adds to the ledger, under a lock on its head: guards, leaves, tiles, documents and records of a whole group, or nothing. */
import type { CosignatureRow, LedgerHead, NonceUse, TileRow } from '../../ports.ts'
import { type Commit, type Committed, refusedGroup } from '../sql/append.ts'
import { number } from '../sql/columns.ts'
import { COMPLETE_DOCUMENT, type PlacedSubmission } from '../sql/commit.ts'
import { cosignStatements } from '../sql/cosignatures.ts'
import { judge, readHeld } from '../sql/guards.ts'
import type { SqlRow, SqlValue } from '../sql/rows.ts'
import { shareChunks } from '../sql/texts.ts'
import type { Postgres, Transaction } from './database.ts'
import { insertRows } from './insert.ts'
import { insertRecords } from './records.ts'
import { TELLING } from './watch.ts'

// Whoever holds this row writes; the others wait for it, and then see all that was written.
const LOCK_HEAD = 'SELECT size, time, root FROM head WHERE id = 1 FOR UPDATE'
const MOVE_HEAD = 'UPDATE head SET size = ?, time = ?, root = ?, checkpoint = ? WHERE id = 1'

/** A nonce of the group was claimed by itself after the guards had been read. */
export class NonceTaken extends Error {
  override readonly name = 'NonceTaken'
}

/** How often used nonces past their window are let go, ms. */
const PURGE_EVERY = 60_000
const purged = new WeakMap<Postgres, number>()

function sameBytes(one: unknown, other: Uint8Array | null): boolean {
  return one instanceof Uint8Array && other !== null ? Buffer.compare(one, other) === 0 : one === other
}

/** Waits until nobody else writes, and gives the head's row. */
export async function lockHead(db: Transaction): Promise<SqlRow> {
  const [row] = await db.all(LOCK_HEAD)
  if (!row) throw new Error('the store has no head')
  return row
}

async function headIs(db: Transaction, head: LedgerHead): Promise<boolean> {
  const row = await lockHead(db)
  return number(row, 'size') === head.size && number(row, 'time') === head.time && sameBytes(row.root, head.root)
}

/** A statement touches each row once: the last of those with one key counts. */
function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}

const tileRows = (tiles: readonly TileRow[]): SqlValue[][] =>
  lastOf(tiles, ({ level, index }) => `${level}/${index}`).map(({ level, index, hashes }) => [level, index, hashes])

const scopeRows = (placed: readonly PlacedSubmission[]): SqlValue[][] =>
  lastOf(placed, ({ submission }) => submission.scope).map(({ submission }) => [submission.scope, submission.id])

async function write(db: Transaction, { rows, sealed }: Commit): Promise<void> {
  if ((await insertRows(db, 'nonce', rows.nonces, 'ON CONFLICT DO NOTHING')) < rows.nonces.length)
    throw new NonceTaken('a nonce was claimed meanwhile')
  await insertRows(db, 'leaf', rows.leaves)
  await insertRows(db, 'document', rows.documents)
  await insertRows(db, 'signature', rows.signatures)
  for (const { index, document, required } of rows.signed) await db.run(COMPLETE_DOCUMENT, [index, document, required])
  await insertRows(db, 'step', rows.steps)
  await insertRows(db, 'submission', rows.submissions)
  if (rows.placed.length > 0) {
    const takes = 'ON CONFLICT (scope) DO UPDATE SET submission = excluded.submission'
    await insertRows(db, 'scope', scopeRows(rows.placed), takes)
    await insertRecords(db, rows.placed)
  }
  const grows = 'ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes'
  await insertRows(db, 'tile', tileRows(sealed.tiles), grows)
  const awaited = rows.documents.length + rows.signatures.length + rows.steps.length > 0
  await db.run(awaited ? `${MOVE_HEAD} ${TELLING}` : MOVE_HEAD, [
    sealed.size,
    sealed.time,
    sealed.root,
    sealed.checkpoint,
  ])
}

/** What is to be let go with this commit: used nonces past their window, now and then. */
async function purge(db: Postgres, transaction: Transaction, now: number): Promise<void> {
  if (now - (purged.get(db) ?? 0) < PURGE_EVERY) return
  purged.set(db, now)
  await transaction.run('DELETE FROM nonce WHERE expires < ?', [now])
}

/** Judges a group and writes it in a transaction that is then to be committed if that is done, and otherwise to be rolled back. */
export async function commitIn(db: Postgres, transaction: Transaction, commit: Commit): Promise<Committed> {
  shareChunks([db, transaction])
  if (!(await headIs(transaction, commit.head))) return { kind: 'moved' }
  await purge(db, transaction, commit.now)
  const refusals = judge(commit.guarded, await readHeld(transaction, commit.guarded))
  if (refusals.size > 0) return refusedGroup(commit.guarded, refusals)
  await write(transaction, commit)
  return { kind: 'done' }
}

/**
 * Whether a commit whose answer was lost is there. Its leaves' salts make their hashes nobody else's; the head's lock waits for a
 * transaction that is not over yet.
 */
export async function stands(db: Postgres, { rows }: Commit): Promise<boolean> {
  const [index = null, , , , , hash = null] = rows.leaves[0] ?? []
  return db.transaction(async (transaction) => {
    await lockHead(transaction)
    const [row] = await transaction.all('SELECT hash FROM leaf WHERE idx = ?', [index])
    return hash instanceof Uint8Array && sameBytes(row?.hash, hash)
  })
}

/** Keeps a witness's word; two at once take turns. */
export async function keepCosignature(db: Postgres, row: CosignatureRow): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.run('LOCK TABLE cosignature IN SHARE ROW EXCLUSIVE MODE')
    for (const { sql, params } of cosignStatements(row)) await transaction.run(sql, params)
  })
}

/** Uses a nonce up by itself, outside any group; false when it was there. It lets none go: that waits for a commit, whose time the ledger then tells. */
export async function claimNonce(db: Postgres, { kid, nonce, expires }: NonceUse): Promise<boolean> {
  const taken = 'INSERT INTO nonce VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING nonce'
  return (await db.all(taken, [kid, nonce, expires])).length === 1
}
