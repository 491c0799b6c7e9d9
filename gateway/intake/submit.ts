/** A submission's way: evidence → adapter → contract → one commit → receipt. Nothing is answered before the commit is durable. */
import type { Adapter, FormatLimits } from '../../adapters/types.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { RegistryStanding } from '../documents/standing.ts'
import { Problem } from '../errors/problem.ts'
import type { SigningKey } from '../identity/jwk.ts'
import { AppendRefused, type Log } from '../ledger/log.ts'
import type { BlobStore, Entry, NonceUse, Random, Store } from '../ports.ts'
import { outcomeDigest, type Rows, scopeOf, submissionEntry } from './entry.ts'
import { type EvidenceHead, sealEvidence } from './evidence.ts'
import type { Prepare } from './prepare.ts'

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
  /** Set when the file is history: only records whose interval ended before it (ms) are taken. */
  readonly backfillBefore?: number
  readonly contract: Contract
  readonly contractDigest: string
  readonly registry: RegistryStanding<Registry>
  readonly adapter: Adapter<object>
}

/** A receipt, and whether the work was done now or had been done before. */
export interface Submitted {
  readonly id: string
  readonly receipt: string
  readonly repeated: boolean
}

/** What the intake of one gateway is built from. */
export interface IntakeOptions {
  readonly log: Log
  readonly store: Store
  readonly blobs: BlobStore
  readonly random: Random
  readonly receiptKey: SigningKey
  readonly limits: FormatLimits
  readonly prepare: Prepare
}

/** Sealed evidence up to this many bytes is stored with its submission. */
const INLINE_EVIDENCE = 64 * 1024
/** How often another request may take the same scope before this one gives up. */
const SCOPE_ATTEMPTS = 4

/** The last text of every key of a batch. */
function lastBodies({ written }: Rows): ReadonlyMap<string, Uint8Array> {
  const { keys, offsets, bodies } = written.batch
  return new Map(keys.map((key, at) => [key, bodies.subarray(offsets[at], offsets[at + 1])]))
}

/** The intake of one gateway. */
export function createIntake(options: IntakeOptions): { submit(request: SubmissionRequest): Promise<Submitted> } {
  const { log, store, blobs, random, receiptKey, limits, prepare } = options

  /** Who holds the scope now; and its receipt when nothing has changed since: same outcome, every record still the last word. */
  async function holderOf(
    request: SubmissionRequest,
    rows: Rows,
    outcome: string,
  ): Promise<{ id: string | null; same: Submitted | null }> {
    const before = await store.submissionByScope(scopeOf(request))
    if (!before) return { id: null, same: null }
    const { id, receipt } = before
    if (before.outcome !== outcome) return { id, same: null }
    const last = lastBodies(rows)
    const current = await store.currentBodies(request.contract.id, request.party, [...last.keys()])
    for (const [key, body] of last) {
      const held = current.get(key)
      if (!held || Buffer.compare(held, body) !== 0) return { id, same: null }
    }
    return { id, same: { id, receipt, repeated: true } }
  }

  async function append(request: SubmissionRequest, rows: Rows, outcome: string, first: Entry): Promise<Submitted> {
    // The first try takes the scope to be free, which it nearly always is; the commit itself refuses when it is not.
    let entry = first
    for (let attempt = 0; attempt < SCOPE_ATTEMPTS; attempt++) {
      try {
        const { receipt } = await log.append(entry)
        if (receipt === null || !entry.submission) throw new TypeError('a submission was committed without a receipt')
        return { id: entry.submission.id, receipt, repeated: false }
      } catch (error) {
        if (!(error instanceof AppendRefused) || error.refusal !== 'scope-changed' || !entry.submission) throw error
        const holder = await holderOf(request, rows, outcome)
        if (holder.same) return holder.same
        entry = { ...entry, submission: { ...entry.submission, replaces: holder.id } }
      }
    }
    throw new Problem('queue-full', { retryAfter: 1 })
  }

  return {
    async submit(request) {
      const { contract, registry, bytes, mediaType, at, party, backfillBefore } = request
      const { digest, payload } = registry.document
      const rows = await prepare(
        {
          party,
          contract: { id: contract.id, version: contract.version },
          registry: { digest, payload },
          bytes,
          mediaType,
          at,
          limits,
          ...(backfillBefore === undefined ? {} : { backfillBefore }),
        },
        registry.registry,
      )
      const { rejections } = rows.result
      if (rows.written.batch.keys.length === 0) throw new Problem('no-acceptable-row', { rejections })
      if (contract.terms.allOrNothing && rejections.length > 0)
        throw new Problem('all-or-nothing-refused', { rejections })

      const id = Buffer.from(random(16)).toString('hex')
      const evidenceKey = random(32)
      const sealed = sealEvidence(request.evidence, bytes, evidenceKey, random(12))
      // Small evidence rides in the commit; the rest is durable before it.
      const inline = sealed.length <= INLINE_EVIDENCE
      const kept = inline ? null : blobs.put(id, sealed)
      const outcome = outcomeDigest(rows, request)
      const evidence = inline ? sealed : null
      const entry = submissionEntry({ request, rows, outcome, id, evidence, evidenceKey, random, receiptKey })
      await kept
      try {
        const done = await append(request, rows, outcome, entry)
        if (done.repeated && !inline) await blobs.delete(id)
        return done
      } catch (error) {
        // A commit whose answer was lost may have gone in all the same: then its evidence is wanted.
        if (!inline && (await store.submission(id)) === null) await blobs.delete(id)
        throw error
      }
    },
  }
}
