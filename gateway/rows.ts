/** The rows that stand beside a leaf, as they go into the store and as they come out of it. */
import type { Duplicate } from '../adapters/types.ts'
import type { Note, PartyId, Rejection } from '../contracts/types.ts'

/** What a leaf's commitment hides: the JCS header and its 16-byte salt. Kept by the gateway, shown to those who may see it. */
export interface Opening {
  readonly header: string
  readonly salt: Uint8Array
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

/** A signed document: a key list, a contract, a registry edition, a contract's retirement, the withdrawal of one that waits, or a release. `payload` is its JCS text. */
export interface DocumentRow {
  readonly id: string
  readonly kind: 'keys' | 'contract' | 'registry' | 'retirement' | 'withdrawal' | 'release'
  readonly payload: string
  readonly digest: string
  readonly supersedes: string | null
}

/** One party's signature under a document, which is in force once `required` parties have signed: two for joint documents, one for a key list or a withdrawal. */
export interface SignatureRow {
  readonly document: string
  readonly party: PartyId
  readonly kid: string
  readonly protected: string
  readonly signature: string
  readonly required: number
}

/**
 * One signed step of a stream (a consultation's, or a party's duty roster), at its place there, counted from 1.
 * `payload` is its JCS text, `digest` the SHA-256 of it in hex.
 */
export interface StepRow {
  readonly stream: string
  readonly n: number
  readonly party: PartyId
  readonly kid: string
  readonly payload: string
  readonly digest: string
  readonly protected: string
  readonly signature: string
}

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

/** A witness's word on one checkpoint (C2SP tlog-cosignature). */
export interface CosignatureRow {
  /** `name+keyid` of its key. */
  readonly witness: string
  /** The checkpoint's. */
  readonly size: number
  /** Seconds since the epoch. */
  readonly time: number
  /** The checkpoint as the log alone signed it. */
  readonly checkpoint: string
  /** Base 64. */
  readonly signature: string
}

/** A step as stored, with its leaf's index and time (UTC, ISO 8601). */
export interface StoredStep extends StepRow {
  readonly index: number
  readonly time: string
}
