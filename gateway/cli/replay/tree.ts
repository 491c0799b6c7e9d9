/** Whether what came out again is what a submission committed to: the accepted tree recomputed with its stored salts. */
import type { CanonicalRecord } from '../../intake/normalise.ts'
import { RECORD_SALT_BYTES, recordTree } from '../../ledger/commitment.ts'
import { equalBytes } from '../../ledger/encoding.ts'
import type { StoredSubmission } from '../../ports.ts'

/** Throws LedgerError when there are more records than salts. */
export function givesLeaves(records: readonly CanonicalRecord[], { salts, leaves }: StoredSubmission): boolean {
  const tree = recordTree({
    publicParts: records.map(({ publicPart }) => publicPart),
    jointParts: records.map(({ jointPart }) => jointPart),
    salts: salts.subarray(0, records.length * RECORD_SALT_BYTES),
  })
  return equalBytes(tree.leaves, leaves)
}
