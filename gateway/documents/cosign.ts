/** Joint documents: one party proposes with its signature, the other signs the same bytes; only then is it in force. */
import { canonical, type JsonValue } from '../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { sha256Hex } from '../identity/digest.ts'
import {
  assembleDocument,
  type DocumentKey,
  type GeneralJws,
  type JwsSignature,
  verifyDocument,
} from '../identity/document.ts'
import { groupCommitment } from '../ledger/commitment.ts'
import { toBase64Url } from '../ledger/encoding.ts'
import type { DocumentRow, Entry, LeafType, NonceUse, StoredDocument } from '../ports.ts'

/** The `typ` of each kind of document that parties sign. */
export const DOCUMENT_TYPES = {
  contract: 'chuanyu-contract+jws',
  registry: 'chuanyu-registry+jws',
  retirement: 'chuanyu-retirement+jws',
  withdrawal: 'chuanyu-withdrawal+jws',
  release: 'chuanyu-release+jws',
} as const

/** Kinds of document that a party's signatory signs; all but a withdrawal need both parties. */
export type JointKind = keyof typeof DOCUMENT_TYPES

/** A document as proposed. `supersedes` is the id of the one it replaces. */
export interface Proposal {
  readonly kind: DocumentRow['kind']
  readonly id: string
  readonly payload: string
  readonly supersedes: string | null
}

/** Who acts, and the nonce of the request they acted by. */
export interface Actor {
  readonly party: PartyId
  readonly kid: string
  readonly nonce?: NonceUse
}

/** What the leaf of a proposal or signature commits to. */
export function documentHeader(type: LeafType, document: DocumentRow, signature: JwsSignature | null): string {
  const { id, digest } = document
  return canonical({ digest, document: id, signature, type, v: 1 })
}

/** A verified signature and whose it is. */
export interface PartySignature extends JwsSignature {
  readonly party: PartyId
  readonly kid: string
}

/** What goes into the ledger: a new document, a signature on one, or both at once. `salt` is 16 random bytes. */
export interface DocumentStep {
  readonly type: LeafType
  readonly document: DocumentRow
  readonly isNew: boolean
  readonly signature: PartySignature | null
  readonly actor: Actor
  readonly salt: Uint8Array
  readonly underKeys?: Readonly<Record<PartyId, string>>
}

/** One ledger entry for a step. A key list stands on its root's signature, so its leaf needs no registered key. */
export function documentEntry({ type, document, isNew, signature, actor, salt, underKeys }: DocumentStep): Entry {
  const jws = signature && { protected: signature.protected, signature: signature.signature }
  const header = documentHeader(type, document, jws)
  const required = document.kind === 'keys' || document.kind === 'withdrawal' ? 1 : PARTIES.length
  return {
    leaf: { type, party: actor.party, actor: actor.kid, commitment: toBase64Url(groupCommitment(header, salt)) },
    opening: { header, salt },
    ...(type === 'keys' ? {} : { kid: actor.kid }),
    ...(actor.nonce ? { nonce: actor.nonce } : {}),
    ...(underKeys ? { underKeys } : {}),
    ...(isNew ? { document } : {}),
    ...(signature ? { signature: { document: document.id, ...signature, required } } : {}),
  }
}

/** A proposal as a row to store. */
export function documentRow({ kind, id, payload, supersedes }: Proposal): DocumentRow {
  return { id, kind, payload, digest: sha256Hex(payload), supersedes }
}

/** A stored document as the General JWS anyone can check. */
export function storedJws(document: StoredDocument): GeneralJws {
  return assembleDocument(
    document.payload,
    document.signatures.map(({ protected: header, signature }) => ({ protected: header, signature })),
  )
}

/** A signed document as one party sends it: its payload, what it says, and the one signature, which holds. */
export interface SignedOnce<K extends DocumentKey> {
  readonly payload: string
  readonly value: JsonValue
  readonly signature: PartySignature
  readonly key: K
}

/** Reads a document of unknown origin that carries exactly one signature. Throws IdentityError; Problem `document-malformed`. */
export function verifySignedOnce<K extends DocumentKey>(
  jws: unknown,
  typ: string,
  findKey: (kid: string) => K | undefined,
): SignedOnce<K> {
  const { payload, value, signatures } = verifyDocument(jws, { findKey, typ, requiredParties: [] })
  const [signer, another] = signatures
  const sent = soleSignature(jws)
  if (!signer || another || !sent) {
    throw new Problem('document-malformed', {
      pointer: '/signatures',
      detail: { zh: '每次提交恰好一个签名', en: 'expected exactly one signature a request' },
    })
  }
  return { payload, value, signature: { ...sent, party: signer.party, kid: signer.kid }, key: signer.key }
}

function soleSignature(jws: unknown): JwsSignature | null {
  if (typeof jws !== 'object' || jws === null || !('signatures' in jws) || !Array.isArray(jws.signatures)) return null
  const [one]: unknown[] = jws.signatures
  if (typeof one !== 'object' || one === null || !('protected' in one) || !('signature' in one)) return null
  if (typeof one.protected !== 'string' || typeof one.signature !== 'string') return null
  return { protected: one.protected, signature: one.signature }
}
