/** The release: both sides' signatures on one payload, whose references name exactly the documents and the ledger of the bundle. */
import { type JsonValue, parseCanonical } from '../../../contracts/jcs.ts'
import { PARTIES } from '../../../contracts/types.ts'
import type { Checkpoint } from '../../ledger/checkpoint.ts'
import type { ProofBundle } from '../../release/bundle-types.ts'
import type { Release } from '../../release/release-types.ts'
import { mustBeDraftOf } from './draft.ts'
import { readReleaseForm } from './forms.ts'
import { type JointDocument, readJoint } from './joint.ts'
import { type BundleKeys, keyCounting } from './keys.ts'
import { leavesOf, type ProvenLeaf } from './leaves.ts'
import { must } from './report.ts'
import type { Trust } from './trust.ts'

/** All that the checks before this one established. `sandbox` is the trust file's word, null without one. */
export interface ReleaseContext {
  readonly bundle: ProofBundle
  readonly checkpoint: Checkpoint
  /** Names the log had before, and how many leaves of it they may speak of. */
  readonly former: Trust['former']
  readonly leaves: readonly ProvenLeaf[]
  readonly keys: BundleKeys
  readonly contract: JointDocument
  readonly registry: JointDocument
  readonly sandbox: boolean | null
}

/** The release as verified; `draft` is the ledger index at which it was put on the table. */
export interface ReleaseDocument extends JointDocument {
  readonly release: Release
  readonly draft: number
}

/** A text member of a signed payload. Throws CheckFailure. */
export function textMember(value: JsonValue, name: string): string {
  const found: unknown =
    typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined
  must(typeof found === 'string', `内容缺少 ${name}`, `expected the member ${name} as a text`)
  return found
}

/** Reads the release. Throws CheckFailure, IdentityError, TypeError. */
export function readRelease(context: ReleaseContext): ReleaseDocument {
  const { bundle, leaves, keys } = context
  const signatures = leavesOf(leaves, 'release-signature')
  const joint = readJoint({
    kind: 'release',
    jws: bundle.release,
    leaves: signatures,
    registry: keys.registry,
    idOf: (value) => `release/${textMember(value, 'id')}`,
  })
  const release = readReleaseForm(joint.value)
  const draft = draftOf(context, joint)
  mustReferToBundle(context, release, draft)
  mustBeSound(release)
  return { ...joint, release, draft }
}

function draftOf({ leaves, keys }: ReleaseContext, { document, signatures }: JointDocument): number {
  const [draft] = leavesOf(leaves, 'consultation')
  must(draft !== undefined, '缺少会商稿的账本条目', 'expected the leaf of the draft')
  mustBeDraftOf(draft, document)
  const actor = keyCounting(keys.registry, draft.actor, draft.index, null)
  must(
    actor.party === draft.party,
    '会商稿的 party 与其密钥不符',
    'expected the draft to be on behalf of the party of its key',
  )
  const after = signatures.every(({ leaf }) => leaf.index > draft.index)
  must(after, '签名早于会商稿', 'expected both signatures after the draft')
  return draft.index
}

function mustReferToBundle(
  { checkpoint, former, keys, contract, registry, sandbox }: ReleaseContext,
  release: Release,
  draft: number,
): void {
  const { ledger } = release
  const before = former.find(({ name }) => name === ledger.origin)
  must(
    ledger.origin === checkpoint.origin || (before !== undefined && ledger.size <= before.size),
    '发布所写的账本不是检查点的账本',
    `expected the ledger ${checkpoint.origin}, got ${ledger.origin}`,
  )
  must(ledger.size <= draft, '发布所依据的账本大小晚于会商稿', 'expected a ledger size no later than the draft')
  const version = textMember(contract.value, 'version')
  const sameContract =
    release.contract.digest === contract.document.digest &&
    contract.document.id === `contract/${release.contract.id}/${release.contract.version}` &&
    release.contract.version === version
  must(
    sameContract,
    '发布所写的契约不是所附的契约',
    `expected the release to name ${contract.document.id} by its digest`,
  )
  const sameRegistry =
    release.registry.digest === registry.document.digest &&
    registry.document.id === `registry/${release.registry.id}/${release.registry.edition}`
  must(
    sameRegistry,
    '发布所写的登记册不是所附的登记册',
    `expected the release to name ${registry.document.id} by its digest`,
  )
  const standing = contract.inForce < ledger.size && registry.inForce < ledger.size
  must(
    standing,
    '契约或登记册在所依据的账本大小时尚未生效',
    'expected contract and register in force at the ledger size of the release',
  )
  for (const party of PARTIES) {
    const last = keys.lastBefore(party, draft)
    const named = release.keys[party]
    const same = last !== undefined && last.edition === named.edition && last.digest === named.digest
    must(
      same,
      `发布所写的 ${party} 方密钥清单不是当时最新一版`,
      `expected the release to name the last key list of ${party} before its draft`,
    )
  }
  const kind = sandbox === null || sandbox === release.sandbox
  must(kind, '沙箱与正式不符：发布与信任文件不一致', 'expected sandbox in the release as in the trust file')
}

function mustBeSound({ period, supersedes, reason, changes }: Release): void {
  must(
    Date.parse(period.start) < Date.parse(period.end),
    '时段起应早于时段止',
    'expected the period to start before it ends',
  )
  const correction = supersedes !== null
  must(
    correction === (reason !== null),
    '更正应写明原因，非更正不应有原因',
    'expected a reason with a correction, and none without',
  )
  must(correction || changes.length === 0, '非更正不应列变更', 'expected no changes without a correction')
  const told = changes.every(({ from, to }) => parseCanonical(from) !== undefined && parseCanonical(to) !== undefined)
  must(told, '变更的前后值应为规范 JSON', 'expected changes as canonical JSON texts')
}
