/** The checkpoint (C2SP tlog-checkpoint) and every leaf under it: its bytes, its opened commitment, its way to the root (RFC 9162 §2.1.3.2). */
import { isCanonical } from '../../../contracts/jcs.ts'
import { type Checkpoint, openCheckpoint, parseCheckpoint } from '../../ledger/checkpoint.ts'
import { groupCommitment } from '../../ledger/commitment.ts'
import { openCosigned } from '../../ledger/cosignature.ts'
import { toBase64Url } from '../../ledger/encoding.ts'
import { leafHash } from '../../ledger/hash.ts'
import { type Leaf, parseLeaf } from '../../ledger/leaf.ts'
import { type NoteVerifier, parseNote } from '../../ledger/note.ts'
import { verifyInclusion } from '../../ledger/verify.ts'
import type { LeafType } from '../../ports.ts'
import type { BundleLeaf, ProofBundle } from '../../release/bundle-types.ts'
import { must } from './report.ts'

/** A leaf that is in the tree, with the header its commitment hides. */
export interface ProvenLeaf extends Leaf {
  readonly index: number
  readonly header: string
}

/** The checkpoint a note says: of the log whose key is known, or, without one, only well formed. Throws CheckFailure, LedgerError. */
export function readCheckpoint(note: string, log: NoteVerifier | null): Checkpoint {
  const { text, signatures } = parseNote(note)
  must(
    signatures.length === 1,
    '检查点应恰有一个签名',
    `expected one signature on the checkpoint, got ${signatures.length}`,
  )
  const checkpoint = log ? openCheckpoint(note, [log], log.name) : parseCheckpoint(text)
  const { origin, extensions } = checkpoint
  must(
    signatures[0]?.name === origin,
    '检查点签名人应为该日志',
    'expected the checkpoint to be signed in the name of its origin',
  )
  must(extensions.length === 0, '检查点不应有扩展行', 'expected no extension lines in the checkpoint')
  return checkpoint
}

/** A witness of the trust file that cosigned the checkpoint; `time` UTC. */
export interface WitnessSeen {
  readonly name: string
  readonly time: string
}

/** Which of the witnesses known cosigned a checkpoint; lines of others are passed over. Throws CheckFailure, LedgerError: also when a known one's does not hold. */
export function readCosignatures(
  { checkpoint, cosignatures }: Pick<ProofBundle, 'checkpoint' | 'cosignatures'>,
  log: NoteVerifier,
  witnesses: readonly NoteVerifier[],
): readonly WitnessSeen[] {
  if (cosignatures === undefined) return []
  must(cosignatures.length > 0, '见证签名为空', 'expected at least one cosignature, or none listed')
  const { by } = openCosigned(`${checkpoint}${cosignatures.map((line) => `${line}\n`).join('')}`, log, witnesses)
  return by.map(({ name, time }) => ({ name, time: new Date(time * 1000).toISOString() }))
}

/** Every leaf proven at its index. Throws CheckFailure, LedgerError. */
export function proveLeaves(leaves: readonly BundleLeaf[], { size, root }: Checkpoint): readonly ProvenLeaf[] {
  let time = ''
  return leaves.map(({ index, leaf: source, header, salt, proof }) => {
    const data = Buffer.from(source, 'utf8')
    const leaf = parseLeaf(data)
    must(
      isCanonical(header),
      `第 ${index} 条的抬头不是规范形式`,
      `expected the header of leaf ${index} in canonical form`,
    )
    const commitment = toBase64Url(groupCommitment(header, Buffer.from(salt, 'base64')))
    must(
      commitment === leaf.commitment,
      `第 ${index} 条的承诺与抬头不符`,
      `the commitment of leaf ${index} is not of its header`,
    )
    const hashes = proof.map((hash) => Buffer.from(hash, 'base64'))
    const included = verifyInclusion({ index, size, leafHash: leafHash(data), proof: hashes, root })
    must(included, `第 ${index} 条的包含证明不成立`, `leaf ${index} is not proven to be in the tree of the checkpoint`)
    must(
      leaf.time > time,
      `第 ${index} 条的时间不晚于前一条`,
      `expected the time of leaf ${index} to be after the one before`,
    )
    time = leaf.time
    return { ...leaf, index, header }
  })
}

/** The leaves of one type, in ledger order. */
export function leavesOf(leaves: readonly ProvenLeaf[], type: LeafType): readonly ProvenLeaf[] {
  return leaves.filter((leaf) => leaf.type === type)
}
