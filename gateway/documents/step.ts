/** One signed step of a stream as a ledger entry: a consultation's, or a party's duty roster. A document may ride along, which the step puts on the table. */
import { canonical } from '../../contracts/jcs.ts'
import type { PartyId } from '../../contracts/types.ts'
import { sha256Hex } from '../identity/digest.ts'
import type { JwsSignature } from '../identity/document.ts'
import { groupCommitment } from '../ledger/commitment.ts'
import { toBase64Url } from '../ledger/encoding.ts'
import type { DocumentRow, Entry, LeafType, NonceUse, StepRow } from '../ports.ts'
import type { PartySignature } from './cosign.ts'

/** The `typ` of a step's JWS. */
export const STEP_TYP = 'chuanyu-step+jws'

/** The leaf of a step by itself. One that brings a document is a `consultation`, as any leaf that puts a release on the table. */
export type StepType = Extract<LeafType, 'consultation-step' | 'duty'>

/** What the leaf of a step by itself commits to. */
export function stepHeader(type: StepType, row: StepRow): string {
  const { n, digest, stream } = row
  return canonical({ n, signature: soleSignature(row), step: digest, stream, type, v: 1 })
}

/** What the leaf of a step and the document it brings commits to: as a document's, which nobody has signed yet, and the step's beside it. */
export function stepDocumentHeader(row: StepRow, { id, digest }: Pick<DocumentRow, 'id' | 'digest'>): string {
  const { n, stream, digest: step } = row
  const stepSignature = soleSignature(row)
  return canonical({
    digest,
    document: id,
    n,
    signature: null,
    step,
    stepSignature,
    stream,
    type: 'consultation',
    v: 1,
  })
}

function soleSignature({ protected: header, signature }: StepRow): JwsSignature {
  return { protected: header, signature }
}

/** A step's canonical text and its one signature, which holds. */
export interface SignedStep {
  readonly payload: string
  readonly signature: PartySignature
}

/** What goes into the ledger. `nonce` is that of the request it came by, if it was a signed one; `salt` is 16 random bytes. */
export interface StepOptions {
  readonly type: StepType
  readonly stream: string
  /** From 1. */
  readonly n: number
  readonly signed: SignedStep
  readonly nonce?: NonceUse | undefined
  readonly salt: Uint8Array
  readonly underKeys?: Readonly<Record<PartyId, string>>
  readonly document?: DocumentRow
}

/** One ledger entry for a step, by the key that signed it, which must count where it lands. */
export function stepEntry({ type, stream, n, signed, nonce, salt, underKeys, document }: StepOptions): Entry {
  const { payload, signature: by } = signed
  const { party, kid, protected: header, signature } = by
  const step = { stream, n, party, kid, payload, digest: sha256Hex(payload), protected: header, signature }
  const opened = document ? stepDocumentHeader(step, document) : stepHeader(type, step)
  const commitment = toBase64Url(groupCommitment(opened, salt))
  return {
    leaf: { type: document ? 'consultation' : type, party, actor: kid, commitment },
    kid,
    opening: { header: opened, salt },
    ...(nonce ? { nonce } : {}),
    ...(underKeys ? { underKeys } : {}),
    ...(document ? { document } : {}),
    step,
  }
}
