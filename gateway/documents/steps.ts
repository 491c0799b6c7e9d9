/** The steps of a joint document over HTTP: one side proposes with its signature, the other signs the same bytes. */
import type { Context } from 'hono'
import { Problem } from '../errors/problem.ts'
import { json } from '../http/answer.ts'
import { type Caller, callerOf, type Env } from '../http/caller.ts'
import { parseBody } from '../http/jose.ts'
import type { RegisteredKey } from '../identity/keys.ts'
import type { LeafType, StoredDocument } from '../ports.ts'
import {
  type Actor,
  DOCUMENT_TYPES,
  documentEntry,
  documentRow,
  type JointKind,
  type SignedOnce,
  verifySignedOnce,
} from './cosign.ts'
import { unsigned } from './standing.ts'

/** What anyone may know of a joint document's signing. */
export function signingState(document: StoredDocument): Record<string, unknown> {
  return {
    status: document.inForce === null ? 'proposed' : 'in-force',
    digest: document.digest,
    proposedAt: document.index,
    inForceAt: document.inForce,
    signatures: document.signatures.map(({ party, kid, index }) => ({ party, kid, ledgerIndex: index })),
    missing: unsigned(document),
  }
}

/** One step: its leaf, the kind of document, and the signature that came. */
export interface Step {
  readonly type: LeafType
  readonly kind: JointKind
  readonly signed: SignedOnce<RegisteredKey>
}

function actorOf(caller: Caller): Actor {
  return { party: caller.party, kid: caller.kid, ...(caller.nonce ? { nonce: caller.nonce } : {}) }
}

/** The signed document in the body, by the caller's own side. Throws IdentityError; Problem `document-malformed`, `other-party`. */
export function readSigned(c: Context<Env>, kind: JointKind): SignedOnce<RegisteredKey> {
  const caller = callerOf(c)
  const signed = verifySignedOnce(parseBody(caller.body), DOCUMENT_TYPES[kind], c.get('gateway').standing.signatory)
  if (caller.party !== signed.signature.party) throw new Problem('other-party')
  return signed
}

/** Puts a new document in the ledger with its first signature. */
export async function propose(
  c: Context<Env>,
  { type, kind, signed }: Step,
  id: string,
  supersedes: string | null,
): Promise<Response> {
  const { log, random } = c.get('gateway')
  const document = documentRow({ kind, id, payload: signed.payload, supersedes })
  const { signature } = signed
  await log.append(
    documentEntry({ type, document, isNew: true, signature, actor: actorOf(callerOf(c)), salt: random(16) }),
  )
  return signedState(c, id)
}

/** Adds the caller's signature to a document that waits for it. Throws Problem `payload-mismatch`. */
export async function sign(c: Context<Env>, { type, signed }: Step, document: StoredDocument): Promise<Response> {
  const { log, random } = c.get('gateway')
  if (signed.payload !== document.payload) throw new Problem('payload-mismatch', { pointer: '/payload' })
  const { signature } = signed
  await log.append(
    documentEntry({ type, document, isNew: false, signature, actor: actorOf(callerOf(c)), salt: random(16) }),
  )
  return signedState(c, document.id)
}

/** The state of a document as the answer to a step. */
export function signedState(c: Context<Env>, id: string): Promise<Response> {
  const document = c.get('gateway').standing.document(id)
  if (!document) throw new Problem('document-unknown')
  return json(c, { id, ...signingState(document) }, { status: 201 })
}
