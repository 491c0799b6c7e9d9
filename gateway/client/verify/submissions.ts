/** The submissions a release derives from: each under its leaf's header, whose root and count must come out of the records given. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import { matching, oneOf, optional, read, shape, text } from '../../../contracts/read.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { groupCommitment, openedLeaf } from '../../ledger/commitment.ts'
import { toBase64Url } from '../../ledger/encoding.ts'
import { rootOf } from '../../ledger/tree.ts'
import type { BundleRecord, BundleSubmission } from '../../release/bundle-types.ts'
import { base64UrlOf, count, digest, exactly } from './guards.ts'
import type { JointDocument } from './joint.ts'
import { type BundleKeys, keyCounting, mustBeBy } from './keys.ts'
import type { ProvenLeaf } from './leaves.ts'
import type { ReleaseDocument } from './release.ts'
import { must } from './report.ts'

/** What a submission's leaf commits to. */
export interface SubmissionHeader {
  readonly accepted: { readonly count: number; readonly root: string }
  readonly adapter: { readonly id: string; readonly version: string }
  readonly agency: string
  readonly at: string
  /** Set when the file was history: its records ended before. */
  readonly backfill?: { readonly before: string }
  readonly contract: { readonly digest: string; readonly id: string; readonly version: string }
  readonly duplicates: number
  readonly evidence: { readonly bytes: number; readonly digest: string; readonly mediaType: string }
  readonly kid: string
  readonly party: PartyId
  readonly registry: { readonly digest: string; readonly edition: string; readonly id: string }
  readonly rejected: { readonly count: number; readonly root: string }
  readonly rows: number
  readonly submission: string
  readonly type: 'submission'
  readonly v: 1
}

const tree = shape<SubmissionHeader['accepted']>({ count, root: base64UrlOf(32) })
const instantUtc = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an instant in UTC')
const header = shape<SubmissionHeader>({
  accepted: tree,
  adapter: shape<SubmissionHeader['adapter']>({ id: text, version: text }),
  agency: text,
  at: instantUtc,
  backfill: optional(shape<NonNullable<SubmissionHeader['backfill']>>({ before: instantUtc })),
  contract: shape<SubmissionHeader['contract']>({ digest, id: text, version: text }),
  duplicates: count,
  evidence: shape<SubmissionHeader['evidence']>({ bytes: count, digest, mediaType: text }),
  kid: text,
  party: oneOf('cq', 'sc'),
  registry: shape<SubmissionHeader['registry']>({ digest, edition: text, id: text }),
  rejected: tree,
  rows: count,
  submission: matching(/^[0-9a-f]{32}$/, 'a submission id'),
  type: exactly('submission'),
  v: exactly(1),
})

/** The header of a submission from its canonical text. Throws TypeError. */
export function readSubmissionHeader(source: string): SubmissionHeader {
  return read('submission header', header, parseCanonical(source))
}

/** A record that the release derives from, and the place that binds it; `index` is the leaf of its submission. */
export interface PlacedRecord {
  readonly party: PartyId
  readonly submission: string
  readonly index: number
  readonly position: number
  /** Leaf of the accepted tree, base64url. */
  readonly leaf: string
}

/** One that is opened. */
export interface OpenedRecord extends PlacedRecord {
  readonly publicPart: string
  /** The version it came under. */
  readonly contract: JointDocument
}

/** All of them, by place; of those withheld there is only the leaf. */
export interface DerivedRecords {
  readonly opened: readonly OpenedRecord[]
  readonly withheld: readonly PlacedRecord[]
}

/** What the submissions must belong to. */
export interface SubmissionContext {
  readonly leaves: readonly ProvenLeaf[]
  readonly keys: BundleKeys
  /** The version the release names, and others that its submissions came under. */
  readonly contracts: readonly JointDocument[]
  readonly release: ReleaseDocument
}

function recordLeafOf(record: BundleRecord): Uint8Array {
  if ('leaf' in record) return Buffer.from(record.leaf, 'base64')
  const commitment = groupCommitment(record.public, Buffer.from(record.salt, 'base64'))
  return openedLeaf({ public: { commitment }, joint: { commitment: Buffer.from(record.joint, 'base64') } })
}

/** The records of every submission that are opened, or withheld. Throws CheckFailure, TypeError, LedgerError. */
export function readSubmissions(submissions: readonly BundleSubmission[], context: SubmissionContext): DerivedRecords {
  const { leaves, keys, contracts, release } = context
  const byIndex = new Map(leaves.map((leaf) => [leaf.index, leaf]))
  const seen = new Set<string>()
  const used = new Set(contracts.slice(0, 1))
  const opened: OpenedRecord[] = []
  const withheld: PlacedRecord[] = []
  for (const { index, records } of submissions) {
    const leaf = byIndex.get(index)
    must(leaf?.type === 'submission', `第 ${index} 条不是报送批次`, `leaf ${index} is not that of a submission`)
    const read = readSubmissionHeader(leaf.header)
    const { party, kid, accepted, submission } = read
    must(!seen.has(submission), `报送批次 ${submission} 出现两次`, `expected the submission ${submission} once`)
    seen.add(submission)
    mustBeBy(leaf, party, kid)
    const key = keyCounting(keys.registry, kid, index, 'agency')
    const own = key.party === party && key.agency === read.agency
    must(
      own,
      `报送批次 ${submission} 的单位与其密钥不符`,
      `expected the submission ${submission} to name the agency of its key`,
    )
    const contract = mustBeUnder(read, index, contracts, release)
    used.add(contract)
    const hashes = records.map(recordLeafOf)
    const whole = hashes.length === accepted.count && toBase64Url(rootOf(hashes)) === accepted.root
    must(
      whole,
      `报送批次 ${submission} 的记录与其承诺的根不符`,
      `the records of ${submission} do not give the root and count it committed to`,
    )
    for (const [position, record] of records.entries()) {
      const hash = toBase64Url(hashes[position] ?? new Uint8Array())
      const placed = { party, submission, index, position, leaf: hash }
      if ('public' in record) opened.push({ ...placed, publicPart: record.public, contract })
      else if (record.withheld) withheld.push(placed)
    }
  }
  must(used.size === contracts.length, '有未用到的契约版本', 'expected no version of the contract that is not used')
  return { opened, withheld }
}

function mustBeUnder(
  read: SubmissionHeader,
  index: number,
  contracts: readonly JointDocument[],
  { release }: ReleaseDocument,
): JointDocument {
  const { submission } = read
  const { digest: sent, id, version } = read.contract
  const contract = contracts.find(({ document }) => document.digest === sent)
  const named = contract?.document.id === `contract/${release.contract.id}/${version}`
  must(
    contract !== undefined && named && id === release.contract.id,
    `报送批次 ${submission} 属于另一契约`,
    `the submission ${submission} is under another contract`,
  )
  must(
    index > contract.inForce,
    `报送批次 ${submission} 早于契约生效`,
    `the submission ${submission} is from before the contract was in force`,
  )
  const { id: name, edition, digest: registered } = release.registry
  const sameEdition =
    read.registry.id === name && (read.registry.edition !== edition || read.registry.digest === registered)
  must(
    sameEdition,
    `报送批次 ${submission} 所用登记册不符`,
    `the submission ${submission} was read by another register`,
  )
  const early = index < release.ledger.size
  must(
    early,
    `报送批次 ${submission} 晚于发布所依据的账本大小`,
    `the submission ${submission} is past the ledger size of the release`,
  )
  return contract
}
