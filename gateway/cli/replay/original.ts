/** A submission's original out of the store: beside its row or in the evidence folder, opened by its own key, held against its header. */
import type { SubmissionHeader } from '../../client/verify/submissions.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { openEvidence } from '../../intake/evidence.ts'
import type { BlobStore, StoredSubmission } from '../../ports.ts'

/** The sealed original; null when it is nowhere. */
export async function sealedOriginal(blobs: BlobStore, { id, evidence }: StoredSubmission): Promise<Uint8Array | null> {
  return evidence ?? (await blobs.get(id))
}

/** An original as it came: the head of its request (JSON text), its bytes, and whether they are the ones its header tells of. */
export interface OpenedOriginal {
  readonly head: string
  readonly bytes: Uint8Array
  readonly whole: boolean
}

/** Opens an original. Throws when it was changed or the key is another's. */
export function openOriginal(
  sealed: Uint8Array,
  { evidenceKey }: StoredSubmission,
  { evidence }: SubmissionHeader,
): OpenedOriginal {
  const { head, body } = openEvidence(sealed, evidenceKey)
  return { head, bytes: body, whole: sha256Hex(body) === evidence.digest && body.length === evidence.bytes }
}
