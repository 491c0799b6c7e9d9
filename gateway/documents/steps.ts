/** The steps of a joint document over HTTP: one side proposes with its signature, the other signs the same bytes; until then the first may withdraw it. */
import type { Context } from 'hono'
import type { Bilingual } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { json } from '../http/answer.ts'
import { type Caller, callerOf, type Env } from '../http/caller.ts'
import { parseBody } from '../http/jose.ts'
import type { RegisteredKey } from '../identity/keys.ts'
import { paced } from '../identity/pace.ts'
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
import { type Standing, unsigned } from './standing.ts'
import { readWithdrawal } from './withdrawal.ts'

const FAULT_CHARACTERS = 300

function withdrawalState({ payload, signatures: [signature] }: StoredDocument): Record<string, unknown> {
  const { reason } = readWithdrawal(JSON.parse(payload))
  return { party: signature?.party, kid: signature?.kid, ledgerIndex: signature?.index, reason }
}

/** What anyone may know of a joint document's signing. `document` is the id that a withdrawal of it names. */
export function signingState(standing: Standing, document: StoredDocument): Record<string, unknown> {
  const closing = standing.closing(document.id)
  return {
    status: closing?.status ?? (document.inForce === null ? 'proposed' : 'in-force'),
    document: document.id,
    digest: document.digest,
    proposedAt: document.index,
    inForceAt: document.inForce,
    signatures: document.signatures.map(({ party, kid, index }) => ({ party, kid, ledgerIndex: index })),
    missing: closing || document.inForce !== null ? [] : unsigned(document),
    ...(closing?.status === 'withdrawn' ? { withdrawal: withdrawalState(closing.by) } : {}),
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
  const { pace, standing } = c.get('gateway')
  const signed = verifySignedOnce(parseBody(caller.body), DOCUMENT_TYPES[kind], paced(pace, standing.signatory))
  if (caller.party !== signed.signature.party) throw new Problem('other-party')
  return signed
}

/** What a signed payload says, by its reader. Throws Problem `document-malformed` with what the reader found, `name` telling what was expected. */
export function readPayload<T>(
  { value }: Pick<Step['signed'], 'value'>,
  name: Bilingual,
  reader: (value: unknown) => T,
): T {
  try {
    return reader(value)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const fault = error.message.slice(0, FAULT_CHARACTERS)
    const detail = { zh: `${name.zh}内容不正确：${fault}`, en: `Not a ${name.en}: ${fault}` }
    throw new Problem('document-malformed', { pointer: '/payload', detail })
  }
}

/** Where a proposal goes: its id, and the id of what it takes the place of. */
export interface Proposed {
  readonly id: string
  readonly supersedes: string | null
}

/** Puts a new document in the ledger with its first signature; where it goes is asked once it is its turn. */
export function propose(c: Context<Env>, step: Step, place: () => Proposed): Promise<Response> {
  return c.get('gateway').standing.inTurn(async () => {
    const { id, supersedes } = place()
    const { kind, signed } = step
    await append(c, step, documentRow({ kind, id, payload: signed.payload, supersedes }), true)
    return signedState(c, id)
  })
}

/** Adds the caller's signature to a document that waits for it. Throws Problem `payload-mismatch`, `document-closed`. */
export function sign(c: Context<Env>, step: Step, document: StoredDocument): Promise<Response> {
  const { standing } = c.get('gateway')
  return standing.inTurn(async () => {
    if (step.signed.payload !== document.payload) throw new Problem('payload-mismatch', { pointer: '/payload' })
    if (standing.closing(document.id)) throw new Problem('document-closed', { value: document.id })
    await append(c, step, document, false)
    return signedState(c, document.id)
  })
}

/** Puts a step in the ledger on behalf of the caller. */
export async function append(
  c: Context<Env>,
  { type, signed: { signature } }: Step,
  document: Parameters<typeof documentEntry>[0]['document'],
  isNew: boolean,
): Promise<void> {
  const { log, random } = c.get('gateway')
  const actor = actorOf(callerOf(c))
  await log.append(documentEntry({ type, document, isNew, signature, actor, salt: random(16) }))
}

/** The state of a document as the answer to a step. */
export function signedState(c: Context<Env>, id: string): Promise<Response> {
  const { standing } = c.get('gateway')
  const document = standing.document(id)
  if (!document) throw new Problem('document-unknown')
  return json(c, { id, ...signingState(standing, document) }, { status: 201 })
}
