/** What one commit writes, as rows in the order of the tables' columns. */
import type {
  AppendOutcome,
  DocumentRow,
  Entry,
  Refusal,
  Sealed,
  SealedLeaf,
  SignatureRow,
  StepRow,
  SubmissionRow,
} from '../../ports.ts'
import type { SqlValue } from './rows.ts'

/** What of a submission its records need, with its ledger index. */
export interface PlacedSubmission {
  readonly submission: Pick<SubmissionRow, 'id' | 'scope' | 'dataset' | 'party' | 'records'>
  readonly index: number
}

/** A signature that may complete its document. */
export interface Signed {
  readonly index: number
  readonly document: string
  readonly required: number
}

type Row = readonly SqlValue[]

/** The rows of one commit, each list in ledger order, and what its entries came to. */
export interface CommitRows {
  readonly leaves: readonly Row[]
  readonly nonces: readonly Row[]
  readonly documents: readonly Row[]
  readonly signatures: readonly Row[]
  readonly signed: readonly Signed[]
  readonly steps: readonly Row[]
  readonly submissions: readonly Row[]
  readonly placed: readonly PlacedSubmission[]
  readonly outcomes: readonly AppendOutcome[]
}

/** Puts a document in force once as many parties have signed as it takes; parameters: index, document, number of parties. */
export const COMPLETE_DOCUMENT =
  'UPDATE document SET in_force = ?1 WHERE id = ?2 AND in_force IS NULL AND (SELECT count(*) FROM signature WHERE document = ?2) >= ?3'

/** Hands each scope to a submission; the parameter is a JSON array of [scope, submission]. */
export const TAKE_SCOPES =
  'INSERT INTO scope SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT (scope) DO UPDATE SET submission = excluded.submission'

/** The parameter of `TAKE_SCOPES`. */
export function scopesTaken(placed: readonly PlacedSubmission[]): string {
  return JSON.stringify(placed.map(({ submission }) => [submission.scope, submission.id]))
}

/** An entry with its leaf, and its receipt. */
async function sealedEntry(entry: Entry, leaf: SealedLeaf | undefined, { checkpoint, size }: Sealed) {
  if (!leaf) throw new RangeError('sealed fewer leaves than entries')
  const place = { index: leaf.index, time: leaf.time, checkpoint, size }
  return { entry, leaf, place, receipt: (await entry.receipt?.(place)) ?? null }
}

/** The rows for entries that passed their guards; receipts are made here, all at once. Rejects with RangeError when a leaf is missing. */
export async function commitRows(entries: readonly Entry[], sealed: Sealed): Promise<CommitRows> {
  const all = await Promise.all(entries.map((entry, at) => sealedEntry(entry, sealed.leaves[at], sealed)))
  const leaves: Row[] = []
  const nonces: Row[] = []
  const documents: Row[] = []
  const signatures: Row[] = []
  const signed: Signed[] = []
  const steps: Row[] = []
  const submissions: Row[] = []
  const placed: PlacedSubmission[] = []
  const outcomes: AppendOutcome[] = []
  for (const { entry, leaf, place, receipt } of all) {
    const { nonce, submission, document, signature, step, opening } = entry
    leaves.push([leaf.index, leaf.type, leaf.party, leaf.time, leaf.data, leaf.hash, opening.header, opening.salt])
    if (nonce) nonces.push([nonce.kid, nonce.nonce, nonce.expires])
    if (document) documents.push(documentValues(document, leaf))
    if (signature) {
      signatures.push(signatureValues(signature, leaf))
      signed.push({ index: leaf.index, document: signature.document, required: signature.required })
    }
    if (step) steps.push(stepValues(step, leaf))
    if (submission) {
      submissions.push(submissionValues(submission, leaf, receipt ?? ''))
      const { id, scope, dataset, party, records } = submission
      placed.push({ submission: { id, scope, dataset, party, records }, index: leaf.index })
    }
    outcomes.push({ ok: true, place, receipt })
  }
  return { leaves, nonces, documents, signatures, signed, steps, submissions, placed, outcomes }
}

/** What each entry came to, in the order asked. */
export function outcomesOf(
  entries: readonly Entry[],
  refusals: ReadonlyMap<Entry, Refusal>,
  written: readonly AppendOutcome[],
): AppendOutcome[] {
  let next = 0
  return entries.map((entry) => {
    const refusal = refusals.get(entry)
    if (refusal) return { ok: false, refusal }
    const outcome = written[next++]
    if (!outcome) throw new RangeError('an entry was neither written nor refused')
    return outcome
  })
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

function stepValues(row: StepRow, { index, time }: SealedLeaf): SqlValue[] {
  const { stream, n, party, kid, payload, digest, protected: header, signature } = row
  return [stream, n, party, kid, payload, digest, header, signature, index, time]
}
