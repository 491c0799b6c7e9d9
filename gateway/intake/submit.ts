/** A submission's way: evidence → adapter → contract → one commit → receipt. Nothing is answered before the commit is durable. */
import type { Adapter, FormatLimits } from '../../adapters/types.ts'
import type { Contract } from '../../contracts/contract.ts'
import { canonical } from '../../contracts/jcs.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { RegistryStanding } from '../documents/standing.ts'
import { Problem } from '../errors/problem.ts'
import { sha256Hex } from '../identity/digest.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { groupCommitment, recordTree, rejectionTree } from '../ledger/commitment.ts'
import { toBase64Url } from '../ledger/encoding.ts'
import { AppendRefused, type Log } from '../ledger/log.ts'
import type { BlobStore, Entry, NonceUse, Random, Store, SubmissionRow } from '../ports.ts'
import { type EvidenceHead, sealEvidence } from './evidence.ts'
import { type Normalised, normalise } from './normalise.ts'
import { signReceipt } from './receipt.ts'

/** A verified request to take data in. `at` in ms: undated times resolve to the latest past before it. */
export interface SubmissionRequest {
  readonly party: PartyId
  readonly agency: string
  readonly kid: string
  readonly nonce: NonceUse
  readonly idempotencyKey: string | null
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes in hexadecimal. */
  readonly digest: string
  readonly evidence: EvidenceHead
  readonly at: number
  readonly contract: Contract
  readonly contractDigest: string
  readonly registry: RegistryStanding
  readonly adapter: Adapter<object>
}

/** A receipt, and whether the work was done now or had been done before. */
export interface Submitted {
  readonly id: string
  readonly receipt: string
  readonly repeated: boolean
}

export interface IntakeOptions {
  readonly log: Log
  readonly store: Store
  readonly blobs: BlobStore
  readonly random: Random
  readonly receiptKey: SigningKey
  readonly limits: FormatLimits
}

/** How often another request may take the same scope before this one gives up. */
const SCOPE_ATTEMPTS = 4

/** Keys and rejected rows as one digest: equal exactly when normalising again gives the same outcome. */
function outcomeDigest(normalised: Normalised, request: SubmissionRequest): string {
  const { adapter, registry } = request
  const lines = [`${adapter.id}@${adapter.version}`, registry.document.digest]
  for (const record of normalised.records) lines.push(record.key)
  for (const rejection of normalised.rejections) lines.push(`${rejection.row} ${rejection.type}`)
  return sha256Hex(lines.join('\n'))
}

function scopeOf(request: SubmissionRequest): string {
  const { contract, agency, party, digest, idempotencyKey } = request
  return canonical([party, agency, `${contract.id}@${contract.version}`, digest, idempotencyKey])
}

/** The intake of one gateway. */
export function createIntake(options: IntakeOptions): { submit(request: SubmissionRequest): Promise<Submitted> } {
  const { log, store, blobs, random, receiptKey, limits } = options

  /** The earlier receipt, when nothing has changed since: same outcome, and every record still the last word. */
  async function standing(
    request: SubmissionRequest,
    normalised: Normalised,
    outcome: string,
  ): Promise<{ same: Submitted | null; holder: string | null }> {
    const before = await store.submissionByScope(scopeOf(request))
    if (!before) return { same: null, holder: null }
    if (before.outcome !== outcome) return { same: null, holder: before.id }
    const last = new Map(normalised.records.map((record) => [record.key, record.body]))
    const current = await store.currentBodies(request.contract.id, request.party, [...last.keys()])
    for (const [key, body] of last) if (current.get(key) !== body) return { same: null, holder: before.id }
    return { same: { id: before.id, receipt: before.receipt, repeated: true }, holder: before.id }
  }

  function entryOf(
    request: SubmissionRequest,
    normalised: Normalised,
    outcome: string,
    id: string,
    evidenceKey: Uint8Array,
  ): Entry {
    const { records, rejections, duplicates } = normalised
    const { contract, registry, adapter } = request
    const salts = random(records.length * 32 + rejections.length * 16)
    const accepted = recordTree({
      publicParts: records.map((record) => record.publicPart),
      jointParts: records.map((record) => record.jointPart),
      salts: salts.subarray(0, records.length * 32),
    })
    const rejected = rejectionTree({ rejections, salts: salts.subarray(records.length * 32) })
    const header = canonical({
      accepted: { count: records.length, root: toBase64Url(accepted.root) },
      adapter: { id: adapter.id, version: adapter.version },
      agency: request.agency,
      at: new Date(request.at).toISOString(),
      contract: { digest: request.contractDigest, id: contract.id, version: contract.version },
      duplicates: duplicates.length,
      evidence: { bytes: request.bytes.length, digest: request.digest, mediaType: request.mediaType },
      kid: request.kid,
      party: request.party,
      registry: { digest: registry.document.digest, edition: registry.registry.edition, id: registry.registry.id },
      rejected: { count: rejections.length, root: toBase64Url(rejected.root) },
      rows: normalised.rowsIn,
      submission: id,
      type: 'submission',
      v: 1,
    })
    const salt = random(16)
    const opening = { header, salt }
    const submission: Omit<SubmissionRow, 'replaces'> = {
      id,
      party: request.party,
      agency: request.agency,
      kid: request.kid,
      dataset: contract.id,
      version: contract.version,
      digest: request.digest,
      scope: scopeOf(request),
      outcome,
      counts: {
        in: normalised.rowsIn,
        accepted: records.length,
        rejected: rejections.length,
        duplicates: duplicates.length,
      },
      records: records.map(({ key, subject, end, row, body }, position) => ({
        key,
        subject,
        end,
        row,
        body,
        position,
      })),
      salts,
      leaves: accepted.leaves,
      rejections,
      duplicates,
      notes: normalised.notes,
      evidenceKey,
    }
    return {
      leaf: {
        type: 'submission',
        party: request.party,
        actor: request.kid,
        commitment: toBase64Url(groupCommitment(header, salt)),
      },
      kid: request.kid,
      opening,
      nonce: request.nonce,
      submission: { ...submission, replaces: null },
      receipt: (place) => signReceipt(id, opening, place, receiptKey),
    }
  }

  async function append(
    request: SubmissionRequest,
    normalised: Normalised,
    outcome: string,
    first: Entry,
  ): Promise<Submitted> {
    // The first try takes the scope to be free, which it nearly always is; the commit itself refuses when it is not.
    let entry = first
    for (let attempt = 0; attempt < SCOPE_ATTEMPTS; attempt++) {
      try {
        const { receipt } = await log.append(entry)
        if (receipt === null || !entry.submission) throw new TypeError('a submission was committed without a receipt')
        return { id: entry.submission.id, receipt, repeated: false }
      } catch (error) {
        if (!(error instanceof AppendRefused) || error.refusal !== 'scope-changed' || !entry.submission) throw error
        const { same, holder } = await standing(request, normalised, outcome)
        if (same) return same
        entry = { ...entry, submission: { ...entry.submission, replaces: holder } }
      }
    }
    throw new Problem('queue-full', { retryAfter: 1 })
  }

  return {
    async submit(request) {
      const { adapter, contract, registry, bytes, mediaType, at } = request
      const normalised = normalise({ adapter, contract, registry: registry.registry, bytes, mediaType, at, limits })
      const { records, rejections } = normalised
      if (records.length === 0) throw new Problem('no-acceptable-row', { rejections })
      if (contract.terms.allOrNothing && rejections.length > 0)
        throw new Problem('all-or-nothing-refused', { rejections })
      const id = Buffer.from(random(16)).toString('hex')
      const evidenceKey = random(32)
      // The evidence is on disk before the commit, while the trees are being made.
      const kept = blobs.put(id, sealEvidence(request.evidence, bytes, evidenceKey, random(12)))
      const outcome = outcomeDigest(normalised, request)
      const entry = entryOf(request, normalised, outcome, id, evidenceKey)
      await kept
      const done = await append(request, normalised, outcome, entry).catch(async (error: unknown) => {
        await blobs.delete(id)
        throw error
      })
      if (done.repeated) await blobs.delete(id)
      return done
    },
  }
}
