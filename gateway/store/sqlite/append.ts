/** The one transaction that adds to the ledger: guards, leaves, tiles, documents and records of a whole group, or nothing. */
import type {
  AppendOutcome,
  DocumentRow,
  Entry,
  LedgerHead,
  Refusal,
  Sealed,
  SealedLeaf,
  SignatureRow,
  SubmissionRow,
} from '../../ports.ts'
import { LedgerMoved } from '../../ports.ts'
import type { Database, SqlValue } from './database.ts'
import { insertRows } from './insert.ts'
import { forgetStreams, insertRecords } from './records.ts'

interface Guarded {
  readonly accepted: readonly Entry[]
  readonly refusals: ReadonlyMap<Entry, Refusal>
}

/** How often used nonces past their window are let go, ms. */
const PURGE_EVERY = 60_000
const purged = new WeakMap<Database, number>()

async function purge(db: Database, now: number): Promise<void> {
  if (now - (purged.get(db) ?? 0) < PURGE_EVERY) return
  purged.set(db, now)
  await db.run('DELETE FROM nonce WHERE expires < ?', [now])
}

async function guard(db: Database, entries: readonly Entry[], now: number): Promise<Guarded> {
  const refusals = new Map<Entry, Refusal>()
  const nonces = entries.filter((entry) => entry.nonce)
  if (nonces.length > 0) {
    await purge(db, now)
    const known = await db.all(
      'SELECT n.kid AS kid, n.nonce AS nonce FROM json_each(?) j CROSS JOIN nonce n ON n.kid = j.value ->> 0 AND n.nonce = j.value ->> 1',
      [JSON.stringify(nonces.map((entry) => [entry.nonce?.kid, entry.nonce?.nonce]))],
    )
    const used = new Set(known.map((row) => `${row.kid} ${row.nonce}`))
    for (const entry of nonces) {
      const id = `${entry.nonce?.kid} ${entry.nonce?.nonce}`
      if (used.has(id)) refusals.set(entry, 'nonce-used')
      used.add(id)
    }
  }
  await guardScopes(db, entries, refusals)
  await guardDocuments(db, entries, refusals)
  return { accepted: entries.filter((entry) => !refusals.has(entry)), refusals }
}

async function guardScopes(db: Database, entries: readonly Entry[], refusals: Map<Entry, Refusal>): Promise<void> {
  const scoped = entries.filter((entry) => entry.submission && !refusals.has(entry))
  if (scoped.length === 0) return
  const rows = await db.all('SELECT scope, submission FROM scope WHERE scope IN (SELECT value FROM json_each(?))', [
    JSON.stringify(scoped.map((entry) => entry.submission?.scope)),
  ])
  const holder = new Map<unknown, unknown>(rows.map((row) => [row.scope, row.submission]))
  for (const entry of scoped) {
    const { submission } = entry
    if (!submission) continue
    if ((holder.get(submission.scope) ?? null) !== submission.replaces) refusals.set(entry, 'scope-changed')
    else holder.set(submission.scope, submission.id)
  }
}

async function guardDocuments(db: Database, entries: readonly Entry[], refusals: Map<Entry, Refusal>): Promise<void> {
  const touched = entries.filter((entry) => (entry.document || entry.signature) && !refusals.has(entry))
  if (touched.length === 0) return
  const ids = JSON.stringify(
    touched.flatMap((entry) => [entry.document?.id ?? [], entry.signature?.document ?? []].flat()),
  )
  const documents = new Set(
    (await db.all('SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))', [ids])).map((row) => row.id),
  )
  const signatures = new Set(
    (
      await db.all('SELECT document, party FROM signature WHERE document IN (SELECT value FROM json_each(?))', [ids])
    ).map((row) => `${row.document} ${row.party}`),
  )
  for (const entry of touched) {
    if (entry.document && documents.has(entry.document.id)) {
      refusals.set(entry, 'document-exists')
      continue
    }
    if (entry.document) documents.add(entry.document.id)
    if (!entry.signature) continue
    const id = `${entry.signature.document} ${entry.signature.party}`
    if (!documents.has(entry.signature.document)) refusals.set(entry, 'document-unknown')
    else if (signatures.has(id)) refusals.set(entry, 'signature-exists')
    else signatures.add(id)
  }
}

function submissionValues(row: SubmissionRow, leaf: SealedLeaf, receipt: string): SqlValue[] {
  const { counts } = row
  return [
    row.id,
    leaf.index,
    leaf.time,
    row.party,
    row.agency,
    row.kid,
    row.dataset,
    row.version,
    row.digest,
    row.scope,
    row.outcome,
    counts.in,
    counts.accepted,
    counts.rejected,
    counts.duplicates,
    row.salts,
    row.leaves,
    JSON.stringify(row.rejections),
    JSON.stringify(row.duplicates),
    JSON.stringify(row.notes),
    row.evidenceKey,
    row.evidence,
    receipt,
  ]
}

function documentValues(row: DocumentRow, leaf: SealedLeaf): SqlValue[] {
  return [row.id, row.kind, row.payload, row.digest, row.supersedes, leaf.index, leaf.time, null]
}

function signatureValues(row: SignatureRow, leaf: SealedLeaf): SqlValue[] {
  return [row.document, row.party, row.kid, row.protected, row.signature, leaf.index]
}

async function write(
  db: Database,
  entries: readonly Entry[],
  sealed: Sealed,
  moved: LedgerHead,
): Promise<AppendOutcome[]> {
  const head = await db.run(
    'UPDATE head SET size = ?, time = ?, root = ?, checkpoint = ? WHERE id = 1 AND size = ? AND time = ?',
    [sealed.size, sealed.time, sealed.root, sealed.checkpoint, moved.size, moved.time],
  )
  if (head !== 1) throw new LedgerMoved()

  const outcomes: AppendOutcome[] = []
  const leaves: SqlValue[][] = []
  const nonces: SqlValue[][] = []
  const submissions: SqlValue[][] = []
  const documents: SqlValue[][] = []
  const signatures: SqlValue[][] = []
  const signed: [number, string, number][] = []
  const records: { submission: SubmissionRow; index: number }[] = []
  for (const [at, entry] of entries.entries()) {
    const leaf = sealed.leaves[at]
    if (!leaf) throw new RangeError('sealed fewer leaves than entries')
    const place = { index: leaf.index, time: leaf.time, checkpoint: sealed.checkpoint, size: sealed.size }
    const receipt = entry.receipt?.(place) ?? null
    leaves.push([
      leaf.index,
      leaf.type,
      leaf.party,
      leaf.time,
      leaf.data,
      leaf.hash,
      entry.opening.header,
      entry.opening.salt,
    ])
    if (entry.nonce) nonces.push([entry.nonce.kid, entry.nonce.nonce, entry.nonce.expires])
    if (entry.submission) {
      submissions.push(submissionValues(entry.submission, leaf, receipt ?? ''))
      records.push({ submission: entry.submission, index: leaf.index })
    }
    if (entry.document) documents.push(documentValues(entry.document, leaf))
    if (entry.signature) {
      signatures.push(signatureValues(entry.signature, leaf))
      signed.push([leaf.index, entry.signature.document, entry.signature.required])
    }
    outcomes.push({ ok: true, place, receipt })
  }

  await insertRows(db, 'leaf', leaves)
  await insertRows(db, 'nonce', nonces)
  await insertRows(db, 'document', documents)
  await insertRows(db, 'signature', signatures)
  for (const [index, id, required] of signed) {
    await db.run(
      'UPDATE document SET in_force = ?1 WHERE id = ?2 AND in_force IS NULL AND (SELECT count(*) FROM signature WHERE document = ?2) >= ?3',
      [index, id, required],
    )
  }
  await insertRows(db, 'submission', submissions)
  if (records.length > 0) {
    await db.run(
      'INSERT INTO scope SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT (scope) DO UPDATE SET submission = excluded.submission',
      [JSON.stringify(records.map(({ submission }) => [submission.scope, submission.id]))],
    )
    await insertRecords(db, records)
  }
  for (const tile of sealed.tiles) {
    await db.run('INSERT INTO tile VALUES (?, ?, ?) ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes', [
      tile.level,
      tile.index,
      tile.hashes,
    ])
  }
  return outcomes
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
    const { accepted, refusals } = await guard(db, entries, now)
    const written = accepted.length > 0 ? await write(db, accepted, seal(accepted), head) : []
    await db.run('COMMIT')
    const places = new Map(accepted.map((entry, at) => [entry, written[at]]))
    return entries.map((entry) => {
      const refusal = refusals.get(entry)
      if (refusal) return { ok: false, refusal }
      const outcome = places.get(entry)
      if (!outcome) throw new RangeError('an entry was neither written nor refused')
      return outcome
    })
  } catch (error) {
    forgetStreams(db)
    await db.exec('ROLLBACK')
    throw error
  }
}
