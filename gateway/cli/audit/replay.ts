/** A submission normalised again from its original under the reference data it names: records, rejections and duplicates must come out the same. */

import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { contractOf } from '../../../contracts/index.ts'
import { type Registry, readRegistry } from '../../../contracts/registry/index.ts'
import type { SubmissionHeader } from '../../client/verify/submissions.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { type CanonicalRecord, type Normalised, normalise } from '../../intake/normalise.ts'
import { recordTree } from '../../ledger/commitment.ts'
import type { StoredDocument, StoredSubmission } from '../../ports.ts'
import { same } from './claims.ts'
import type { Findings } from './report.ts'

/** What replaying works with; the register is read once an edition. */
export interface Replayer {
  /** What the original gives, or undefined when it cannot be replayed here. */
  replay(
    submission: StoredSubmission,
    header: SubmissionHeader,
    bytes: Uint8Array,
  ): Promise<readonly CanonicalRecord[] | undefined>
}

/** A replayer over the register editions of a store. */
export function openReplayer(byDigest: ReadonlyMap<string, StoredDocument>, findings: Findings): Replayer {
  const registries = new Map<string, Registry>()

  function registryOf(digest: string): Registry | undefined {
    const known = registries.get(digest)
    const document = byDigest.get(digest)
    if (known || document?.kind !== 'registry') return known
    const made = readRegistry(JSON.parse(document.payload))
    registries.set(digest, made)
    return made
  }

  async function again(header: SubmissionHeader, bytes: Uint8Array): Promise<Normalised | undefined> {
    const { id, version, digest } = header.contract
    const contract = contractOf(id, version)
    const adapter = adapterFor(id, header.party)
    const registry = registryOf(header.registry.digest)
    const current = adapter?.id === header.adapter.id && adapter.version === header.adapter.version
    if (!contract || sha256Hex(contract.source) !== digest || !adapter || !current || !registry) {
      findings.unchecked(
        'replay',
        '适配器或契约版本不同，无法重算',
        'made by another version of adapter or contract; not replayed',
      )
      return undefined
    }
    const { mediaType } = header.evidence
    return normalise({
      adapter,
      contract,
      registry,
      bytes,
      mediaType,
      at: Date.parse(header.at),
      limits: FORMAT_LIMITS,
    })
  }

  return {
    async replay(submission, header, bytes) {
      const where = `submission ${submission.id}`
      let result: Normalised | undefined
      try {
        result = await again(header, bytes)
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
      const tree = findings.attempt('replay', where, () =>
        recordTree({
          publicParts: records.map((record) => record.publicPart),
          jointParts: records.map((record) => record.jointPart),
          salts: submission.salts.subarray(0, records.length * 32),
        }),
      )
      const alike = findings.expect(
        same(tree?.leaves, submission.leaves),
        'replay',
        where,
        '记录与重算不符',
        'its records differ from what comes out again',
      )
      return alike ? records : undefined
    },
  }
}
