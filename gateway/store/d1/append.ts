/** The one batch that adds to the ledger. D1 has no transaction to read in, so guards read first, and the batch opens with a compare-and-append on the head. */
import type { AppendOutcome, Entry, LedgerHead, NonceUse, Sealed } from '../../ports.ts'
import { LedgerMoved } from '../../ports.ts'
import { COMPLETE_DOCUMENT, type CommitRows, commitRows, outcomesOf, scopesTaken, TAKE_SCOPES } from '../sql/commit.ts'
import { judge, readHeld } from '../sql/guards.ts'
import type { SqlValue } from '../sql/rows.ts'
import { jsonChunks, jsonRow } from './chunks.ts'
import type { Database, Statement } from './database.ts'
import { recordStatements } from './records.ts'
import { textStatements } from './texts.ts'

// A head that is another's makes size NULL, which its column refuses, and with it the whole batch.
const MOVE_HEAD = `UPDATE head SET size = CASE WHEN size = ?5 AND time = ?6 THEN ?1 END,
  time = ?2, root = unhex(?3), checkpoint = ?4 WHERE id = 1`
// A nonce claimed after the guards read is no move of the head, but to read again is the remedy for it too.
const REFUSED = /NOT NULL constraint failed: head\.size|UNIQUE constraint failed: nonce\./

const field = (at: number): string => `value ->> ${at}`
const blob = (at: number): string => `unhex(value ->> ${at})`
const fields = (count: number): string[] => Array.from({ length: count }, (_, at) => field(at))

function insertInto(table: string, columns: readonly string[], conflict = ''): string {
  return `INSERT INTO ${table} SELECT ${columns.join(', ')} FROM json_each(?)${conflict}`
}

const INSERT = {
  leaf: insertInto('leaf', [...fields(4), blob(4), blob(5), field(6), blob(7)]),
  nonce: insertInto('nonce', fields(3)),
  signature: insertInto('signature', fields(6)),
  step: insertInto('step', fields(10)),
  submission: insertInto('submission', [
    ...fields(15),
    blob(15),
    blob(16),
    // Kept in parts of their own.
    "''",
    "''",
    "''",
    blob(17),
    blob(18),
    field(19),
  ]),
  tile: insertInto(
    'tile',
    [field(0), field(1), blob(2)],
    ' WHERE true ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes',
  ),
  // By itself and not as JSON, since a document may be nearly as large as a parameter.
  document: 'INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
} as const

/** Where rejections, duplicates and notes stand in a submission's row. */
const TEXTS = { from: 17, to: 20 } as const

function chunked(sql: string, rows: readonly (readonly SqlValue[])[]): Statement[] {
  return jsonChunks(rows.map(jsonRow)).map(({ json }) => ({ sql, params: [json] }))
}

function withoutTexts(row: readonly SqlValue[]): SqlValue[] {
  return [...row.slice(0, TEXTS.from), ...row.slice(TEXTS.to)]
}

function plain(value: SqlValue): string | number | null {
  if (value instanceof Uint8Array) throw new TypeError('expected a document without bytes')
  return value
}

function statements(accepted: readonly Entry[], rows: CommitRows, sealed: Sealed, head: LedgerHead): Statement[] {
  const root = Buffer.from(sealed.root).toString('hex')
  const tiles = sealed.tiles.map(({ level, index, hashes }) => [level, index, hashes])
  return [
    { sql: MOVE_HEAD, params: [sealed.size, sealed.time, root, sealed.checkpoint, head.size, head.time] },
    ...chunked(INSERT.leaf, rows.leaves),
    ...chunked(INSERT.nonce, rows.nonces),
    ...rows.documents.map((row) => ({ sql: INSERT.document, params: row.map(plain) })),
    ...chunked(INSERT.signature, rows.signatures),
    ...rows.signed.map(({ index, document, required }) => ({
      sql: COMPLETE_DOCUMENT,
      params: [index, document, required],
    })),
    ...chunked(INSERT.step, rows.steps),
    ...chunked(INSERT.submission, rows.submissions.map(withoutTexts)),
    ...accepted.flatMap(({ submission }) => (submission ? textStatements(submission) : [])),
    ...(rows.placed.length > 0 ? [{ sql: TAKE_SCOPES, params: [scopesTaken(rows.placed)] }] : []),
    ...rows.placed.flatMap(recordStatements),
    ...chunked(INSERT.tile, tiles),
  ]
}

/** Whether the first leaf of a batch is in the store: its salted commitment makes it nobody else's. */
async function stands(db: Database, { leaves: [first] }: Sealed): Promise<boolean> {
  if (!first) return false
  const [row] = await db.all('SELECT hex(hash) AS hash FROM leaf WHERE idx = ?', [first.index])
  return row?.hash === Buffer.from(first.hash).toString('hex').toUpperCase()
}

async function commit(db: Database, batch: readonly Statement[], sealed: Sealed): Promise<void> {
  try {
    await db.batch(batch)
  } catch (error) {
    // The answer may be lost on its way although the batch went in, and a second try of it then finds the head moved.
    if (await stands(db, sealed)) return
    throw error instanceof Error && REFUSED.test(error.message) ? new LedgerMoved() : error
  }
}

/** How often used nonces past their window are let go, ms. */
const PURGE_EVERY = 60_000
const purged = new WeakMap<Database, number>()

function purge(db: Database, now: number): Statement[] {
  if (now - (purged.get(db) ?? 0) < PURGE_EVERY) return []
  purged.set(db, now)
  return [{ sql: 'DELETE FROM nonce WHERE expires < ?', params: [now] }]
}

/** Runs one group: guards, seals what passes, writes it in one batch. On any failure nothing of it stays. Throws LedgerMoved. */
export async function appendGroup(
  db: Database,
  head: LedgerHead,
  entries: readonly Entry[],
  seal: (accepted: readonly Entry[]) => Sealed,
  now: number,
): Promise<AppendOutcome[]> {
  const refusals = judge(entries, await readHeld(db, entries))
  const accepted = entries.filter((entry) => !refusals.has(entry))
  if (accepted.length === 0) return outcomesOf(entries, refusals, [])
  const sealed = seal(accepted)
  const rows = await commitRows(accepted, sealed)
  await commit(db, [...statements(accepted, rows, sealed, head), ...purge(db, now)], sealed)
  return outcomesOf(entries, refusals, rows.outcomes)
}

/** Uses a nonce up by itself, outside any group; false when it was there. It lets none go: that waits for a commit, whose time the ledger then tells. */
export async function claimNonce(db: Database, { kid, nonce, expires }: NonceUse): Promise<boolean> {
  const taken = 'INSERT INTO nonce VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING nonce'
  return (await db.all(taken, [kid, nonce, expires])).length === 1
}
