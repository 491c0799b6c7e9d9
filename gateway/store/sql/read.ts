/** The reads of the store, the same text for every driver. */

import type { PartyId } from '../../../contracts/types.ts'
import type {
  DocumentRow,
  LedgerHead,
  NonceUse,
  RecordQuery,
  StoredDocument,
  StoredLeaf,
  StoredRecord,
  StoredSignature,
  StoredStep,
  StoredSubmission,
  TileRow,
} from '../../ports.ts'
import { bytes, leafParty, leafType, nullableNumber, nullableText, number, party, text } from './columns.ts'
import { dialectOf } from './dialect.ts'
import type { Rows, SqlRow, SqlValue } from './rows.ts'
import { TEXT_COLUMNS, textsOf } from './texts.ts'

/** The ledger’s head; size 0 before the first leaf. */
export async function readHead(db: Rows): Promise<LedgerHead> {
  const [row] = await db.all('SELECT size, time, root, checkpoint FROM head WHERE id = 1')
  if (!row) throw new Error('the store has no head')
  return {
    size: number(row, 'size'),
    time: number(row, 'time'),
    root: row.root === null ? null : bytes(row, 'root'),
    checkpoint: nullableText(row, 'checkpoint'),
  }
}

/** The tiles of a level with `from` ≤ index ≤ `to`. */
export async function readTiles(db: Rows, level: number, from: number, to: number): Promise<TileRow[]> {
  const rows = await db.all('SELECT idx, hashes FROM tile WHERE level = ? AND idx BETWEEN ? AND ? ORDER BY idx', [
    level,
    from,
    to,
  ])
  return rows.map((row) => ({ level, index: number(row, 'idx'), hashes: bytes(row, 'hashes') }))
}

/** The leaves with `from` ≤ index < `to`. */
export async function readLeaves(db: Rows, from: number, to: number): Promise<StoredLeaf[]> {
  const rows = await db.all('SELECT * FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx', [from, to])
  return rows.map((row) => ({
    index: number(row, 'idx'),
    type: leafType(row, 'type'),
    party: leafParty(row, 'party'),
    time: text(row, 'time'),
    data: bytes(row, 'data'),
    hash: bytes(row, 'hash'),
    opening: { header: text(row, 'header'), salt: bytes(row, 'salt') },
  }))
}

async function storedRecords(db: Rows, rows: readonly SqlRow[]): Promise<StoredRecord[]> {
  const bodies = await textsOf(db, rows)
  return rows.map((row, at) => storedRecord(row, bodies[at] ?? new Uint8Array()))
}

function storedRecord(row: SqlRow, body: Uint8Array): StoredRecord {
  return {
    seq: number(row, 'seq'),
    dataset: text(row, 'dataset'),
    party: party(row, 'party'),
    key: text(row, 'key'),
    revision: number(row, 'revision'),
    version: text(row, 'version'),
    submission: text(row, 'submission'),
    position: number(row, 'position'),
    row: number(row, 'row'),
    index: number(row, 'idx'),
    superseded: nullableNumber(row, 'superseded'),
    body,
  }
}

// Records come first and in their own order (CROSS JOIN), by number or by subject; a plus keeps SQLite from
// choosing an index that nearly every record matches and sorting the lot.
const RECORDS = `SELECT r.seq, t.dataset, t.party, r.key, r.revision, s.version, s.id AS submission, r.position, r.row, r.idx, r.superseded, ${TEXT_COLUMNS}
  FROM record r CROSS JOIN stream t CROSS JOIN submission s WHERE t.id = r.stream AND s.idx = r.idx`

/** The records a query asks for, in the order of their sequence numbers. */
export async function readRecords(db: Rows, query: RecordQuery): Promise<StoredRecord[]> {
  const { plain } = dialectOf(db)
  const where = ['r.seq > ?']
  const params: SqlValue[] = [query.after ?? 0]
  const and = (clause: string, ...values: SqlValue[]): void => {
    where.push(clause)
    params.push(...values)
  }
  if (query.party === undefined) and(`${plain}r.stream IN (SELECT id FROM stream WHERE dataset = ?)`, query.dataset)
  else and(`${plain}r.stream = (SELECT id FROM stream WHERE dataset = ? AND party = ?)`, query.dataset, query.party)
  if (query.subject !== undefined) and('r.subject = ?', query.subject)
  if (query.from !== undefined) and('r.ended > ?', query.from)
  if (query.to !== undefined) and('r.ended <= ?', query.to)
  if (query.asOf !== undefined) and(`${plain}r.idx < ?`, query.asOf)
  if (!query.revisions) {
    if (query.asOf === undefined) and('r.superseded IS NULL')
    else and('(r.superseded IS NULL OR r.superseded >= ?)', query.asOf)
  }
  const rows = await db.all(`${RECORDS} AND ${where.join(' AND ')} ORDER BY r.seq LIMIT ?`, [...params, query.limit])
  return storedRecords(db, rows)
}

/** The records of a submission, in its order. */
export async function readSubmissionRecords(db: Rows, id: string): Promise<StoredRecord[]> {
  const rows = await db.all(`${RECORDS} AND r.idx = (SELECT idx FROM submission WHERE id = ?) ORDER BY r.position`, [
    id,
  ])
  return storedRecords(db, rows)
}

/** A submission by id, or null. */
export async function readSubmission(db: Rows, id: string): Promise<StoredSubmission | null> {
  const [row] = await db.all(
    'SELECT s.*, l.header, l.salt FROM submission s JOIN leaf l ON l.idx = s.idx WHERE s.id = ?',
    [id],
  )
  if (!row) return null
  return {
    id: text(row, 'id'),
    index: number(row, 'idx'),
    time: text(row, 'time'),
    party: party(row, 'party'),
    agency: text(row, 'agency'),
    kid: text(row, 'kid'),
    dataset: text(row, 'dataset'),
    version: text(row, 'version'),
    digest: text(row, 'digest'),
    scope: text(row, 'scope'),
    outcome: text(row, 'outcome'),
    counts: {
      in: number(row, 'rows_in'),
      accepted: number(row, 'accepted'),
      rejected: number(row, 'rejected'),
      duplicates: number(row, 'duplicates'),
    },
    salts: bytes(row, 'salts'),
    leaves: bytes(row, 'leaves'),
    rejections: text(row, 'rejections'),
    duplicates: text(row, 'duplicate_rows'),
    notes: text(row, 'notes'),
    evidenceKey: bytes(row, 'evidence_key'),
    evidence: row.evidence === null ? null : bytes(row, 'evidence'),
    receipt: text(row, 'receipt'),
    opening: { header: text(row, 'header'), salt: bytes(row, 'salt') },
  }
}

/** The submission that holds a scope. */
export async function readScope(
  db: Rows,
  scope: string,
): Promise<{ id: string; outcome: string; receipt: string } | null> {
  const [row] = await db.all(
    'SELECT s.id, s.outcome, s.receipt FROM scope c JOIN submission s ON s.id = c.submission WHERE c.scope = ?',
    [scope],
  )
  return row ? { id: text(row, 'id'), outcome: text(row, 'outcome'), receipt: text(row, 'receipt') } : null
}

/** The current bodies of the keys that have one. */
export async function readCurrentBodies(
  db: Rows,
  dataset: string,
  party: PartyId,
  keys: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const { texts, list } = dialectOf(db)
  const rows = await db.all(
    `SELECT r.key, ${TEXT_COLUMNS} FROM ${texts} j CROSS JOIN record r
     WHERE r.stream = (SELECT id FROM stream WHERE dataset = ? AND party = ?) AND r.key = j.value AND r.superseded IS NULL`,
    [list(keys), dataset, party],
  )
  const bodies = await textsOf(db, rows)
  return new Map(rows.map((row, at) => [text(row, 'key'), bodies[at] ?? new Uint8Array()]))
}

function storedSignature(row: SqlRow): StoredSignature {
  return {
    document: text(row, 'document'),
    party: party(row, 'party'),
    kid: text(row, 'kid'),
    protected: text(row, 'protected'),
    signature: text(row, 'signature'),
    index: number(row, 'idx'),
  }
}

/** Documents by one column, with their signatures in ledger order. */
export async function readDocuments(db: Rows, by: 'id' | 'kind', value: string): Promise<StoredDocument[]> {
  const rows = await db.all(`SELECT * FROM document WHERE ${by} = ? ORDER BY idx`, [value])
  const signed = await db.all(
    `SELECT s.* FROM signature s JOIN document d ON d.id = s.document WHERE d.${by} = ? ORDER BY s.idx`,
    [value],
  )
  const signatures = Map.groupBy(signed.map(storedSignature), (signature) => signature.document)
  return rows.map((row) => ({
    id: text(row, 'id'),
    kind: kind(row),
    payload: text(row, 'payload'),
    digest: text(row, 'digest'),
    supersedes: nullableText(row, 'supersedes'),
    index: number(row, 'idx'),
    time: text(row, 'time'),
    inForce: nullableNumber(row, 'in_force'),
    signatures: signatures.get(text(row, 'id')) ?? [],
  }))
}

const KINDS: readonly DocumentRow['kind'][] = ['keys', 'contract', 'registry', 'retirement', 'withdrawal', 'release']

function kind(row: SqlRow): DocumentRow['kind'] {
  const value = text(row, 'kind')
  const known = KINDS.find((one) => one === value)
  if (!known) throw new TypeError(`the store holds a document of kind ${value}`)
  return known
}

/** Steps of all streams with `after` < index, in ledger order. */
export async function readSteps(db: Rows, after: number, limit: number): Promise<StoredStep[]> {
  const rows = await db.all('SELECT * FROM step WHERE idx > ? ORDER BY idx LIMIT ?', [after, limit])
  return rows.map((row) => ({
    stream: text(row, 'stream'),
    n: number(row, 'n'),
    party: party(row, 'party'),
    kid: text(row, 'kid'),
    payload: text(row, 'payload'),
    digest: text(row, 'digest'),
    protected: text(row, 'protected'),
    signature: text(row, 'signature'),
    index: number(row, 'idx'),
    time: text(row, 'time'),
  }))
}

/** Whether a nonce is used up. */
export async function readClaimed(db: Rows, { kid, nonce }: Pick<NonceUse, 'kid' | 'nonce'>): Promise<boolean> {
  return (await db.all('SELECT 1 FROM nonce WHERE kid = ? AND nonce = ?', [kid, nonce])).length > 0
}
