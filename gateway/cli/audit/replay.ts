/** A submission normalised again from its original under the reference data it names: records, rejections and duplicates must come out the same. */
import type { SubmissionHeader } from '../../client/verify/submissions.ts'
import type { CanonicalRecord } from '../../intake/normalise.ts'
import type { StoredDocument, StoredSubmission } from '../../ports.ts'
import { openReference, type Replayed, replayUnder } from '../replay/terms.ts'
import { givesLeaves } from '../replay/tree.ts'
import type { Findings } from './report.ts'

/** What replaying works with. */
export interface Replayer {
  /** What the original gives, or undefined when it cannot be replayed here. */
  replay(
    submission: StoredSubmission,
    header: SubmissionHeader,
    bytes: Uint8Array,
  ): readonly CanonicalRecord[] | undefined
}

/** A replayer over the register editions of a store. */
export function openReplayer(byDigest: ReadonlyMap<string, StoredDocument>, findings: Findings): Replayer {
  const reference = openReference(byDigest)

  function again(header: SubmissionHeader, bytes: Uint8Array): Replayed | undefined {
    const terms = reference.asThen(header)
    if (terms) return replayUnder(terms, header, bytes)
    findings.unchecked(
      'replay',
      '适配器或契约版本不同，无法重算',
      'made by another version of adapter or contract; not replayed',
    )
    return undefined
  }

  return {
    replay(submission, header, bytes) {
      const where = `submission ${submission.id}`
      let result: Replayed | undefined
      try {
        result = again(header, bytes)
      } catch (error) {
        findings.fault(
          'replay',
          where,
          '原始文件不能再次规范化',
          `cannot be normalised again: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
      if (!result) return undefined
      findings.looked('replay')
      const { records, rejections, duplicates, notes } = result
      const said = (name: string, stored: string, found: unknown): boolean =>
        findings.expect(
          JSON.stringify(found) === stored,
          'replay',
          where,
          `${name} 与重算不符`,
          `${name} differ from what comes out again`,
        )
      said('rejections', submission.rejections, rejections)
      said('duplicates', submission.duplicates, duplicates)
      said('notes', submission.notes, notes)
      const alike = findings.expect(
        findings.attempt('replay', where, () => givesLeaves(records, submission)) === true,
        'replay',
        where,
        '记录与重算不符',
        'its records differ from what comes out again',
      )
      return alike ? records : undefined
    },
  }
}
