/** The proof bundle: all one needs, beside the roots got elsewhere, to verify a release offline. Its file is its own JCS; nothing in it is unchecked. */
import type { PartyId } from '../../contracts/types.ts'
import type { GeneralJws } from '../identity/document.ts'
import type { PublicJwk } from '../identity/jwk.ts'

/** A leaf with what its commitment hides and its way to the checkpoint's root. `leaf` and `header` are canonical JSON texts; `salt` and `proof` Base 64. */
export interface BundleLeaf {
  readonly index: number
  readonly leaf: string
  readonly header: string
  readonly salt: string
  readonly proof: readonly string[]
}

/**
 * One record of a submission: opened as far as the public may see (text, salt, and the joint group's commitment), or only its leaf. Base 64. `withheld`
 * says that the release derives from it all the same: a rating that may no longer be shown.
 */
export type BundleRecord =
  | { readonly public: string; readonly salt: string; readonly joint: string }
  | { readonly leaf: string; readonly withheld?: true }

/** A submission whose records the release derives from; `index` is its leaf, `records` all of its accepted tree in order. */
export interface BundleSubmission {
  readonly index: number
  readonly records: readonly BundleRecord[]
}

/** All that verifies a release offline, beside the roots, which come from elsewhere. */
export interface ProofBundle {
  readonly format: 'chuanyu-proof-bundle'
  readonly v: 1
  readonly release: GeneralJws
  /** Both sides' key lists, in ledger order. */
  readonly keys: readonly GeneralJws[]
  readonly contract: GeneralJws
  /** Other versions of it that submissions came under, in ledger order; absent when all came under the one the release names. */
  readonly contracts?: readonly GeneralJws[]
  readonly registry: GeneralJws
  /** A signed note over the tree all leaves are proven in. */
  readonly checkpoint: string
  /** Signature lines of witnesses under the same text (C2SP tlog-cosignature); absent where none had cosigned a tree with all leaves. */
  readonly cosignatures?: readonly string[]
  /** By index, ascending: key lists, contract and register with their signatures, submissions, the release's signatures. */
  readonly leaves: readonly BundleLeaf[]
  readonly submissions: readonly BundleSubmission[]
}

/** What a verifier trusts, got by a way of its own. */
export interface TrustFile {
  readonly format: 'chuanyu-trust'
  readonly v: 1
  /** True for a sandbox, whose roots are nobody's. */
  readonly sandbox: boolean
  /** The log's verifier key (C2SP signed-note). */
  readonly log: string
  /** Names the log had before, each with its verifier key and the number of leaves it is vouched for: a ledger put back from a backup goes on under another. */
  readonly former?: readonly { readonly key: string; readonly size: number }[]
  readonly roots: Readonly<Record<PartyId, PublicJwk>>
  /** Verifier keys of witnesses whose cosignatures the reader wants to be told (C2SP tlog-cosignature). */
  readonly witnesses?: readonly string[]
}
