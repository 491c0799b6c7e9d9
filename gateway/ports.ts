/** The ports the service is built from: what a store, a blob folder and a clock must do. Drivers live in gateway/store. */

import type { Bilingual, PartyId } from '../contracts/types.ts'
import type {
  CosignatureRow,
  DocumentRow,
  Opening,
  RecordQuery,
  SignatureRow,
  StepRow,
  StoredDocument,
  StoredRecord,
  StoredStep,
  StoredSubmission,
  SubmissionRow,
} from './rows.ts'

export type * from './rows.ts'

/** Milliseconds since the epoch. */
export type Clock = () => number

/** So many random bytes, fit for keys and salts. */
export type Random = (bytes: number) => Uint8Array

/** Somebody of a sandbox whom anybody may act as, told by post: a sample key with its private half, which is nobody's. */
export interface SamplePerson {
  /** Names its key file. */
  readonly name: string
  readonly party: PartyId
  readonly agency: string
  readonly operator: string
  readonly roles: readonly string[]
  readonly jwk: Readonly<Record<string, string>>
}

/** What can be made to go wrong in a sandbox: in a consultation by the other side or the clock, or on the way of what is sent. */
export type FailureKind = 'revise' | 'object' | 'deadline' | 'drop' | 'lose-answer' | 'busy' | 'slow'

/** A failure as asked for: whose side the asker is on, and the consultation and cell it is about; null where any will do. */
export interface FailureAsked {
  readonly kind: FailureKind
  readonly party: PartyId
  readonly consultation: string | null
  readonly cell: string | null
}

/** What became of it. `time` in ms by the sandbox's clock. */
export interface FailureCaused {
  readonly kind: FailureKind
  readonly caused: boolean
  readonly time: number
  readonly text: Bilingual
}

/** Failures on demand. */
export interface Failures {
  cause(asked: FailureAsked): Promise<FailureCaused>
  /** What was asked for so far, newest first. */
  asked(): readonly FailureCaused[]
}

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
  'withdrawal',
  'submission',
  'consultation',
  'release-signature',
  'consultation-step',
  'duty',
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

/** A used nonce; refused when the same key used it before. `expires` in ms. */
export interface NonceUse {
  readonly kid: string
  readonly nonce: string
  readonly expires: number
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
  /** May come with a document, which then is put on the table by it. */
  readonly step?: StepRow
  /** What the entry was judged by, where that is more than its own place; refused as `stream-moved` when any of it has changed. */
  readonly unmoved?: Unmoved
  /** Made inside the commit, once place and checkpoint are known; stored with the submission. */
  readonly receipt?: (place: Place) => Promise<string>
}

/** A stream with what was signed of it, as its caller saw them: another gateway may have added to either. */
export interface Unmoved {
  readonly stream: string
  /** How many steps it had. */
  readonly steps: number
  /** The release document last brought by it, and how many had signed that; null where there is none. */
  readonly signed: { readonly document: string; readonly signatures: number } | null
  /** How many releases of all streams both sides had signed; null where it does not matter. */
  readonly published: number | null
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
  | 'document-closed'
  | 'signature-exists'
  /** Its number is not the next of its stream. */
  | 'stream-moved'
  /** A step with its digest is there: a replay. */
  | 'step-exists'

/** What became of one entry: its place and receipt, or why it was refused. */
export type AppendOutcome =
  | { readonly ok: true; readonly place: Place; readonly receipt: string | null }
  | { readonly ok: false; readonly refusal: Refusal }

/** A leaf with what its commitment hides. */
export interface StoredLeaf extends SealedLeaf {
  readonly opening: Opening
}

/** Who wants to be told at once of what others bring. */
export interface Ears {
  /** Another may have brought a document, a signature or a step. */
  told(): void
  /** Nothing is told for now; it is tried again. Once for each time that it is so. */
  deaf(error: unknown): void
}

/** The store: one compare-and-append, and reads. Every read sees committed data only. */
export interface Store {
  /** What it is kept in, for whoever asks whether all is well. */
  readonly driver: 'sqlite3' | 'node:sqlite' | 'd1' | 'postgresql'
  /** Steps of the schema that this program knows and the store has not. Rejects when the store has others, or has them otherwise. */
  pendingSchema(): Promise<number>
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
  /** At most `limit` steps of all streams behind the leaf `after`, in ledger order; all of them from −1. */
  steps(after: number, limit: number): Promise<readonly StoredStep[]>
  /** Keeps a witness's word, the newest of it on one size, and of each witness the newest few sizes. Durable when it resolves. */
  cosign(row: CosignatureRow): Promise<void>
  /** All that is kept of them. */
  cosignatures(): Promise<readonly CosignatureRow[]>
  /** Uses a nonce up without an entry. Durable when it resolves; false when it was used before. */
  claim(use: NonceUse): Promise<boolean>
  /** Whether a nonce is used up, as of the last commit. */
  claimed(use: Pick<NonceUse, 'kid' | 'nonce'>): Promise<boolean>
  /** Tells until it is closed, where a store can tell. It may miss any, and may tell for nothing: who must know looks as well. */
  watch?(ears: Ears): void
  close(): Promise<void>
}

/** The head the caller held is no longer the head: read it again and seal again. */
export class LedgerMoved extends Error {
  override readonly name = 'LedgerMoved'
}

/** The store cannot be written now, by no fault of what was to go in: its disk is full, it is read-only, its file is gone. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed'
}

/** Evidence by id; bytes are already encrypted when they get here. `put` resolves once durable. */
export interface BlobStore {
  put(id: string, bytes: Uint8Array): Promise<void>
  get(id: string): Promise<Uint8Array | null>
  delete(id: string): Promise<void>
}

/** One kind of thread beside the main one. `ended` counts those that ended unasked since the start. */
export interface ThreadState {
  /** False while one that ended has not been made good. */
  readonly works: boolean
  readonly ended: number
}

/** What works beside the main thread. */
export interface Threads {
  state(): { readonly writer: ThreadState; readonly preparing: ThreadState }
  /** Starts again what has ended, and tries whether it works. */
  revive(): Promise<void>
}
