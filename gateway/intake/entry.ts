/** A submission as one ledger entry: the header its leaf commits to, and the rows stored with it. */
import type { NormaliseResult } from '../../adapters/types.ts'
import { sha256Hex } from '../identity/digest.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { groupCommitment, rejectionTree, SALT_BYTES } from '../ledger/commitment.ts'
import { toBase64Url } from '../ledger/encoding.ts'
import type { Entry, Random } from '../ports.ts'
import { signReceipt } from './receipt.ts'
import type { WrittenRecords } from './record-writer.ts'
import type { SubmissionRequest } from './submit.ts'

/** What became of a file's rows. */
export interface Rows {
  readonly result: NormaliseResult
  readonly written: WrittenRecords
}

/** Keys and rejected rows as one digest: equal exactly when normalising again gives the same outcome. */
export function outcomeDigest({ result, written }: Rows, { adapter, registry }: SubmissionRequest): string {
  const lines = [`${adapter.id}@${adapter.version}`, registry.document.digest, ...written.batch.keys]
  for (const rejection of result.rejections) lines.push(`${rejection.row} ${rejection.type}`)
  return sha256Hex(lines.join('\n'))
}

/** (agency, contract version, digest, Idempotency-Key or none): the same scope again is the same work. */
export function scopeOf(request: SubmissionRequest): string {
  const { contract, agency, party, digest, idempotencyKey } = request
  return JSON.stringify([party, agency, `${contract.id}@${contract.version}`, digest, idempotencyKey])
}

/** The roots of the accepted and the rejected rows, base64url. */
export interface Roots {
  readonly accepted: string
  readonly rejected: string
}

/** The JCS text that a submission's leaf commits to. Members are written in key order; a test holds it equal to `canonical`. */
export function submissionHeader(
  id: string,
  request: SubmissionRequest,
  { result, written }: Rows,
  roots: Roots,
): string {
  const { adapter, contract, registry } = request
  return JSON.stringify({
    accepted: { count: written.batch.keys.length, root: roots.accepted },
    adapter: { id: adapter.id, version: adapter.version },
    agency: request.agency,
    at: new Date(request.at).toISOString(),
    ...(request.backfillBefore === undefined
      ? {}
      : { backfill: { before: new Date(request.backfillBefore).toISOString() } }),
    contract: { digest: request.contractDigest, id: contract.id, version: contract.version },
    duplicates: result.duplicates.length,
    evidence: { bytes: request.bytes.length, digest: request.digest, mediaType: request.mediaType },
    kid: request.kid,
    party: request.party,
    registry: { digest: registry.document.digest, edition: registry.registry.edition, id: registry.registry.id },
    rejected: { count: result.rejections.length, root: roots.rejected },
    rows: result.rowsIn,
    submission: id,
    type: 'submission',
    v: 1,
  })
}

/** A request and what its rows came to, with the secrets of its entry. */
export interface SubmissionEntryOptions {
  readonly id: string
  readonly request: SubmissionRequest
  readonly rows: Rows
  readonly outcome: string
  readonly evidence: Uint8Array | null
  readonly evidenceKey: Uint8Array
  readonly random: Random
  readonly receiptKey: SigningKey
}

/** The entry; its receipt is signed inside the commit. It takes the scope to be free. */
export function submissionEntry(options: SubmissionEntryOptions): Entry {
  const { id, request, rows, outcome, evidence, evidenceKey, random, receiptKey } = options
  const { result, written } = rows
  const { rejections, duplicates, notes } = result
  const { party, agency, kid, digest, contract, nonce } = request
  const rejectionSalts = random(rejections.length * SALT_BYTES)
  const roots = {
    accepted: toBase64Url(written.root),
    rejected: toBase64Url(rejectionTree({ rejections, salts: rejectionSalts }).root),
  }
  const header = submissionHeader(id, request, rows, roots)
  const opening = { header, salt: random(SALT_BYTES) }
  const accepted = written.batch.keys.length
  return {
    leaf: { type: 'submission', party, actor: kid, commitment: toBase64Url(groupCommitment(header, opening.salt)) },
    kid,
    opening,
    nonce,
    submission: {
      id,
      party,
      agency,
      kid,
      dataset: contract.id,
      version: contract.version,
      digest,
      scope: scopeOf(request),
      replaces: null,
      outcome,
      counts: { in: result.rowsIn, accepted, rejected: rejections.length, duplicates: duplicates.length },
      records: written.batch,
      salts: Buffer.concat([written.salts, rejectionSalts]),
      leaves: written.leaves,
      rejections,
      duplicates,
      notes,
      evidence,
      evidenceKey,
    },
    receipt: (place) => signReceipt(id, opening, place, receiptKey),
  }
}
