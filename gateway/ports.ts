/** The ports the service is built from: what a store, a blob folder and a clock must do. Drivers live in gateway/store. */

import type { Duplicate } from '../adapters/types.ts'
import type { Note, PartyId, Rejection } from '../contracts/types.ts'

/** Milliseconds since the epoch. */
export type Clock = () => number

/** So many random bytes, fit for keys and salts. */
export type Random = (bytes: number) => Uint8Array

/** Who a leaf belongs to: a party, or the gateway itself. */
export type LeafParty = PartyId | 'gateway'

/** What a leaf records. */
export const LEAF_TYPES = [
  'keys',
  'contract',
  'contract-signature',
  'registry',
  'registry-signature',
  'retirement',
  'retirement-signature',
  'submission',
  'consultation',
  'release-signature',
] as const
/** One of `LEAF_TYPES`. */
export type LeafType = (typeof LEAF_TYPES)[number]

/** A leaf before it has a place: its time and index come with the commit. */
export interface LeafDraft {
  readonly type: LeafType
  readonly party: LeafParty
  readonly actor: string
  readonly commitment: string
}

/** What a leaf's commitment hides: the JCS header and its 16-byte salt. Kept by the gateway, shown to those who may see it. */
export interface Opening {
  readonly header: string
  readonly salt: Uint8Array
}

/** A used nonce; refused when the same key used it before. `expires` in ms. */
export interface NonceUse {
  readonly kid: string
  readonly nonce: string
  readonly expires: number
}

/** The accepted records of a submission, in order: what each is found by, and all their JCS texts side by side as UTF-8. `ends` in ms. */
export interface RecordBatch {
  readonly keys: readonly string[]
  readonly subjects: readonly string[]
  readonly ends: readonly number[]
  /** Rows in the sender's file. */
  readonly rows: readonly number[]
  readonly bodies: Uint8Array
  /** Where each text begins in `bodies`, and last where all end. */
  readonly offsets: readonly number[]
  /** The texts as the store will keep them, where that was worked out before the commit; the store does it itself otherwise. */
  readonly packed?: PackedTexts
}

/** Texts in the order of their keys, cut into chunks and packed. */
export interface PackedTexts {
  /** The records' positions in the order of their keys, equal keys in the order of the file. */
  readonly order: Uint32Array
  /** How many texts each chunk holds, in that order. */
  readonly counts: readonly number[]
  readonly chunks: readonly Uint8Array[]
}

/** A submission to store beside its leaf. */
export interface SubmissionRow {
  readonly id: string
  readonly party: PartyId
  readonly agency: string
  readonly kid: string
  readonly dataset: string
  readonly version: string
  readonly digest: string
  /** (agency, contract version, digest, Idempotency-Key): the same scope again is the same work. */
  readonly scope: string
  /** The submission that holds the scope now, as the caller saw it; another one there refuses the entry. */
  readonly replaces: string | null
  /** Digest over the record keys and rejected rows: tells whether normalising again gives something else. */
  readonly outcome: string
  readonly counts: {
    readonly in: number
    readonly accepted: number
    readonly rejected: number
    readonly duplicates: number
  }
  readonly records: RecordBatch
  /** 32 bytes a record: 16 of the public group's salt, 16 of the joint group's. */
  readonly salts: Uint8Array
  /** 32 bytes a record: the leaves of the accepted tree. */
  readonly leaves: Uint8Array
  readonly rejections: readonly Rejection[]
  readonly duplicates: readonly Duplicate[]
  /** Notes that hold for the whole file. */
  readonly notes: readonly Note[]
  readonly evidenceKey: Uint8Array
  /** The sealed evidence when it is small enough to ride in the commit; null when it is in the blob store. */
  readonly evidence: Uint8Array | null
}

/** A signed document: a key list, a contract, a registry edition, a contract's retirement, or a release. `payload` is its JCS text. */
export interface DocumentRow {
  readonly id: string
  readonly kind: 'keys' | 'contract' | 'registry' | 'retirement' | 'release'
  readonly payload: string
  readonly digest: string
  readonly supersedes: string | null
}

/** One party's signature under a document, which is in force once `required` parties have signed: two for joint documents, one for a key list. */
export interface SignatureRow {
  readonly document: string
  readonly party: PartyId
  readonly kid: string
  readonly protected: string
  readonly signature: string
  readonly required: number
}

/** One append as asked for: a leaf, what it hides, and the rows that stand or fall with it. */
export interface Entry {
  readonly leaf: LeafDraft
  /** The key that acts; it must count at the leaf's place, not only when the request came. */
  readonly kid?: string
  /** Digests of the key lists the entry was made under, by party; when another has come since, the entry is refused. */
  readonly underKeys?: Readonly<Record<PartyId, string>>
  readonly opening: Opening
  readonly nonce?: NonceUse
  readonly submission?: SubmissionRow
  readonly document?: DocumentRow
  readonly signature?: SignatureRow
  /** Made inside the commit, once place and checkpoint are known; stored with the submission. */
  readonly receipt?: (place: Place) => string
}

/** Where an entry landed. */
export interface Place {
  readonly index: number
  readonly time: string
  readonly checkpoint: string
  readonly size: number
}

/** A leaf with its place, bytes and RFC 6962 leaf hash. */
export interface SealedLeaf {
  readonly index: number
  readonly type: LeafType
  readonly party: LeafParty
  readonly time: string
  readonly data: Uint8Array
  readonly hash: Uint8Array
}

/** One tile to write: `hashes` are its 32-byte hashes side by side, whole or partial. */
export interface TileRow {
  readonly level: number
  readonly index: number
  readonly hashes: Uint8Array
}

/** All that one commit adds to the ledger. */
export interface Sealed {
  readonly leaves: readonly SealedLeaf[]
  readonly tiles: readonly TileRow[]
  readonly size: number
  readonly time: number
  readonly root: Uint8Array
  readonly checkpoint: string
}

/** The ledger's head as stored. `time` is the last leaf's, in ms. */
export interface LedgerHead {
  readonly size: number
  readonly time: number
  readonly root: Uint8Array | null
  readonly checkpoint: string | null
}

/** Why the commit refused one entry while the others went in. */
export type Refusal =
  | 'key-not-current'
  | 'keys-moved'
  | 'key-list-conflict'
  | 'nonce-used'
  | 'scope-changed'
  | 'document-exists'
  | 'document-unknown'
  | 'signature-exists'

/** What became of one entry: its place and receipt, or why it was refused. */
export type AppendOutcome =
  | { readonly ok: true; readonly place: Place; readonly receipt: string | null }
  | { readonly ok: false; readonly refusal: Refusal }

/** A submission as stored; `rejections`, `duplicates` and `notes` are JSON text of their arrays. */
export interface StoredSubmission
  extends Omit<SubmissionRow, 'records' | 'replaces' | 'rejections' | 'duplicates' | 'notes'> {
  readonly notes: string
  readonly rejections: string
  readonly duplicates: string
  readonly index: number
  readonly time: string
  readonly receipt: string
  readonly opening: Opening
}

/** One revision of a record as stored; `body` is its JCS text as UTF-8, `position` its place in the submission. */
export interface StoredRecord {
  readonly seq: number
  readonly dataset: string
  readonly party: PartyId
  readonly key: string
  readonly revision: number
  /** The contract version it was taken in under. */
  readonly version: string
  readonly submission: string
  readonly position: number
  readonly row: number
  /** Ledger index of the submission's leaf, and of the leaf that superseded this revision, if any. */
  readonly index: number
  readonly superseded: number | null
  readonly body: Uint8Array
}

/** Which records to read. Times in ms; `asOf` a ledger size (records as they stood then); `after` a sequence number. */
export interface RecordQuery {
  readonly dataset: string
  readonly party?: PartyId
  readonly subject?: string
  readonly from?: number
  readonly to?: number
  readonly asOf?: number
  readonly after?: number
  readonly limit: number
  /** Superseded revisions too. */
  readonly revisions?: boolean
}

/** A signature as stored; `index` is its leaf. */
export interface StoredSignature {
  readonly document: string
  readonly party: PartyId
  readonly kid: string
  readonly protected: string
  readonly signature: string
  readonly index: number
}

/** A document with its leaf and the signatures it has so far. */
export interface StoredDocument extends DocumentRow {
  readonly index: number
  readonly time: string
  /** Ledger index of the signature that completed it; null while it waits. */
  readonly inForce: number | null
  readonly signatures: readonly StoredSignature[]
}

/** A leaf with what its commitment hides. */
export interface StoredLeaf extends SealedLeaf {
  readonly opening: Opening
}

/** The store: one compare-and-append, and reads. Every read sees committed data only. */
export interface Store {
  head(): Promise<LedgerHead>
  /**
   * One transaction: entries whose guard fails are refused alone; `seal` gives leaves, tiles and checkpoint for the
   * rest, and what it gave last is what went in; everything is durable when the promise resolves. Rejects with
   * `LedgerMoved` when `head` is no longer the head.
   */
  append(
    head: LedgerHead,
    entries: readonly Entry[],
    seal: (accepted: readonly Entry[]) => Sealed,
  ): Promise<readonly AppendOutcome[]>
  tile(level: number, index: number): Promise<Uint8Array | null>
  tiles(level: number, from: number, to: number): Promise<readonly TileRow[]>
  leaves(from: number, to: number): Promise<readonly StoredLeaf[]>
  records(query: RecordQuery): Promise<readonly StoredRecord[]>
  submission(id: string): Promise<StoredSubmission | null>
  submissionByScope(
    scope: string,
  ): Promise<{ readonly id: string; readonly outcome: string; readonly receipt: string } | null>
  /** The bodies of the revisions now current, by key; keys without a record are absent. */
  currentBodies(dataset: string, party: PartyId, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>
  submissionRecords(id: string): Promise<readonly StoredRecord[]>
  document(id: string): Promise<StoredDocument | null>
  documents(kind: DocumentRow['kind']): Promise<readonly StoredDocument[]>
  close(): Promise<void>
}

/** The head the caller held is no longer the head: read it again and seal again. */
export class LedgerMoved extends Error {
  override readonly name = 'LedgerMoved'
}

/** Evidence by id; bytes are already encrypted when they get here. `put` resolves once durable. */
export interface BlobStore {
  put(id: string, bytes: Uint8Array): Promise<void>
  get(id: string): Promise<Uint8Array | null>
  delete(id: string): Promise<void>
}
