/** Makes the proof bundle of a published release: its signatures, the documents and records it stands on, and their proofs at one tree size (RFC 6962 §2.1.1). */
import { splitAudience } from '../../contracts/audience.ts'
import { canonical } from '../../contracts/jcs.ts'
import type { Audience } from '../../contracts/types.ts'
import { storedJws } from '../documents/cosign.ts'
import type { Standing } from '../documents/standing.ts'
import { groupCommitment, RECORD_SALT_BYTES, SALT_BYTES } from '../ledger/commitment.ts'
import { toBase64, view } from '../ledger/encoding.ts'
import { HASH_BYTES } from '../ledger/hash.ts'
import type { Log } from '../ledger/log.ts'
import { parseNote, printNote } from '../ledger/note.ts'
import type { WitnessedNote } from '../ledger/witnessed.ts'
import type { Store, StoredDocument, StoredRecord, StoredSubmission } from '../ports.ts'
import type { BundleLeaf, BundleRecord, BundleSubmission, ProofBundle } from './bundle-types.ts'
import { readRelease } from './releases.ts'
import { sourcesOf } from './sources.ts'

/** What a bundle is made from. `release` must be published; `withheld` names its records (`placeName`) of which only the commitment is shown. */
export interface BundleOptions {
  readonly store: Store
  readonly log: Pick<Log, 'head' | 'inclusion'>
  readonly standing: Pick<Standing, 'contracts' | 'document'>
  readonly release: StoredDocument
  readonly withheld?: ReadonlySet<string>
  /** The newest checkpoint that witnesses have cosigned; the bundle is made over it where it has all that is shown. */
  readonly cosigned?: WitnessedNote | null
}

type Audiences = Readonly<Record<string, Audience>>

const NONE: ReadonlySet<string> = new Set()

/** A record's place: its submission and its position there. */
export function placeName({ submission, position }: Pick<StoredRecord, 'submission' | 'position'>): string {
  return `${submission}/${position}`
}

/** A record opened as far as the public may see. */
export function openRecord(
  { body, position }: StoredRecord,
  submission: StoredSubmission,
  audience: Audiences,
): Extract<BundleRecord, { readonly public: string }> {
  const { publicPart, jointPart } = splitAudience(JSON.parse(view(body).toString('utf8')), audience)
  const salts = submission.salts.subarray(position * RECORD_SALT_BYTES, (position + 1) * RECORD_SALT_BYTES)
  const joint = groupCommitment(jointPart, salts.subarray(SALT_BYTES))
  return { public: publicPart, salt: toBase64(salts.subarray(0, SALT_BYTES)), joint: toBase64(joint) }
}

async function bundleSubmission(
  store: Store,
  id: string,
  derived: readonly StoredRecord[],
  { audience, withheld }: { readonly audience: Audiences; readonly withheld: ReadonlySet<string> },
): Promise<BundleSubmission> {
  const submission = await store.submission(id)
  if (!submission) throw new TypeError(`the store has records of ${id} but not the submission`)
  const opened = new Map(derived.map((record) => [record.position, record]))
  const records = Array.from({ length: submission.counts.accepted }, (_, position): BundleRecord => {
    const record = opened.get(position)
    if (record && !withheld.has(placeName(record))) return openRecord(record, submission, audience)
    const leaf = toBase64(submission.leaves.subarray(position * HASH_BYTES, (position + 1) * HASH_BYTES))
    return record ? { leaf, withheld: true } : { leaf }
  })
  return { index: submission.index, records }
}

async function bundleLeaf({ store, log }: BundleOptions, index: number, size: number): Promise<BundleLeaf> {
  const [leaf] = await store.leaves(index, index + 1)
  if (!leaf) throw new TypeError(`the store has no leaf ${index}`)
  const { header, salt } = leaf.opening
  const proof = await log.inclusion(index, size)
  return {
    index,
    leaf: Buffer.from(leaf.data).toString('utf8'),
    header,
    salt: toBase64(salt),
    proof: proof.map(toBase64),
  }
}

/** Whether a cosigned checkpoint has all that a release's bundle shows: its signatures are the last of it. */
export function covers(cosigned: WitnessedNote | null | undefined, { signatures }: StoredDocument): boolean {
  return cosigned !== null && cosigned !== undefined && signatures.every(({ index }) => index < cosigned.size)
}

/** The tree a bundle is made over. */
function treeOf({ log, release, cosigned }: BundleOptions): {
  readonly size: number
  readonly checkpoint: string | null
  readonly cosignatures: readonly string[]
} {
  if (!cosigned || !covers(cosigned, release)) return { ...log.head(), cosignatures: [] }
  const { text, signatures } = parseNote(cosigned.note)
  const [own, ...others] = signatures
  if (!own) throw new TypeError('a cosigned checkpoint lacks the signature of its log')
  // Each line as it stands below the note's blank one.
  const lines = others.map((one) => printNote({ text, signatures: [one] }).slice(text.length + 1, -1))
  return { size: cosigned.size, checkpoint: printNote({ text, signatures: [own] }), cosignatures: lines }
}

function placesOf(document: StoredDocument): number[] {
  return [...new Set([document.index, ...document.signatures.map((signature) => signature.index)])]
}

/**
 * The bundle of a published release as the text of its file (RFC 8785), made over the checkpoint witnesses cosigned or the ledger's current head. Throws TypeError when the
 * release is not published, or when the store no longer gives the records and documents that its payload names.
 */
export async function buildBundle(options: BundleOptions): Promise<string> {
  const { store, release, withheld = NONE } = options
  const { size, checkpoint, cosignatures } = treeOf(options)
  const published = release.inForce
  if (published === null || checkpoint === null) throw new TypeError(`${release.id} is not published`)
  const { contract, versions, registry, made } = await sourcesOf(options, readRelease(release.payload))
  const keys = (await store.documents('keys')).filter((list) => list.index < published)
  const derived = made.records.map(({ stored }) => stored)
  const others = versions.filter((one) => one !== contract && derived.some((by) => by.version === one.contract.version))
  const submissions: BundleSubmission[] = []
  for (const [id, records] of Map.groupBy(derived, (record) => record.submission)) {
    const { contract: under } = others.find((one) => one.contract.version === records[0]?.version) ?? contract
    submissions.push(await bundleSubmission(store, id, records, { audience: under.terms.audience, withheld }))
  }
  submissions.sort((a, b) => a.index - b.index)

  const documents = others.map((one) => one.document)
  const places = [...keys, contract.document, ...documents, registry, release].flatMap(placesOf)
  const leaves: BundleLeaf[] = []
  for (const index of [...places, ...submissions.map((one) => one.index)].sort((a, b) => a - b)) {
    leaves.push(await bundleLeaf(options, index, size))
  }
  const bundle: ProofBundle = {
    format: 'chuanyu-proof-bundle',
    v: 1,
    release: storedJws(release),
    keys: keys.map(storedJws),
    contract: storedJws(contract.document),
    ...(documents.length > 0 ? { contracts: documents.map(storedJws) } : {}),
    registry: storedJws(registry),
    checkpoint,
    ...(cosignatures.length > 0 ? { cosignatures } : {}),
    leaves,
    submissions,
  }
  return canonical(bundle)
}
