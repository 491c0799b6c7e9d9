/** Why an entry may not go in: a used nonce, a scope that changed hands, a document or signature that is there or is not. */
import type { Entry, Refusal, SubmissionRow } from '../../ports.ts'
import { text } from './columns.ts'
import type { Rows } from './rows.ts'

/** What of an entry its guards ask about. */
export interface Guarded extends Pick<Entry, 'nonce'> {
  readonly submission?: Pick<SubmissionRow, 'id' | 'scope' | 'replaces'>
  readonly document?: { readonly id: string }
  readonly signature?: { readonly document: string; readonly party: string }
}

/** That part of an entry alone. */
export function guardedOf({ nonce, submission, document, signature }: Entry): Guarded {
  return {
    ...(nonce ? { nonce } : {}),
    ...(submission
      ? { submission: { id: submission.id, scope: submission.scope, replaces: submission.replaces } }
      : {}),
    ...(document ? { document: { id: document.id } } : {}),
    ...(signature ? { signature: { document: signature.document, party: signature.party } } : {}),
  }
}

/** What the store holds of that. */
export interface Held {
  /** `kid nonce` */
  readonly nonces: Set<string>
  /** The submission that holds a scope. */
  readonly scopes: Map<string, string>
  readonly documents: Set<string>
  /** `document party` */
  readonly signatures: Set<string>
}

const NONCES =
  'SELECT n.kid AS kid, n.nonce AS nonce FROM json_each(?) j CROSS JOIN nonce n ON n.kid = j.value ->> 0 AND n.nonce = j.value ->> 1'
const SCOPES = 'SELECT scope, submission FROM scope WHERE scope IN (SELECT value FROM json_each(?))'
const DOCUMENTS = 'SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))'
const SIGNATURES = 'SELECT document, party FROM signature WHERE document IN (SELECT value FROM json_each(?))'

const list = (values: readonly unknown[]): string | null => (values.length === 0 ? null : JSON.stringify(values))

/** Reads what the guards of a group need. What it gives is only as fresh as the head it is later committed on. */
export async function readHeld(db: Rows, entries: readonly Guarded[]): Promise<Held> {
  const nonces = list(entries.flatMap(({ nonce }) => (nonce ? [[nonce.kid, nonce.nonce]] : [])))
  const scopes = list(entries.flatMap(({ submission }) => submission?.scope ?? []))
  const documents = list(entries.flatMap((entry) => [entry.document?.id ?? [], entry.signature?.document ?? []].flat()))
  const ask = async (sql: string, values: string | null) => (values === null ? [] : db.all(sql, [values]))
  const [used, held, known, signed] = await Promise.all([
    ask(NONCES, nonces),
    ask(SCOPES, scopes),
    ask(DOCUMENTS, documents),
    ask(SIGNATURES, documents),
  ])
  return {
    nonces: new Set(used.map((row) => `${text(row, 'kid')} ${text(row, 'nonce')}`)),
    scopes: new Map(held.map((row) => [text(row, 'scope'), text(row, 'submission')])),
    documents: new Set(known.map((row) => text(row, 'id'))),
    signatures: new Set(signed.map((row) => `${text(row, 'document')} ${text(row, 'party')}`)),
  }
}

/** Judges the entries in order; what passes counts as held for those behind it. */
export function judge<E extends Guarded>(entries: readonly E[], held: Held): ReadonlyMap<E, Refusal> {
  const refusals = new Map<E, Refusal>()
  for (const entry of entries) {
    const refusal = refusalOf(entry, held)
    if (refusal) refusals.set(entry, refusal)
  }
  return refusals
}

function refusalOf({ nonce, submission, document, signature }: Guarded, held: Held): Refusal | null {
  if (nonce) {
    const use = `${nonce.kid} ${nonce.nonce}`
    if (held.nonces.has(use)) return 'nonce-used'
    held.nonces.add(use)
  }
  if (submission) {
    if ((held.scopes.get(submission.scope) ?? null) !== submission.replaces) return 'scope-changed'
    held.scopes.set(submission.scope, submission.id)
  }
  if (document) {
    if (held.documents.has(document.id)) return 'document-exists'
    held.documents.add(document.id)
  }
  if (signature) {
    const signed = `${signature.document} ${signature.party}`
    if (!held.documents.has(signature.document)) return 'document-unknown'
    if (held.signatures.has(signed)) return 'signature-exists'
    held.signatures.add(signed)
  }
  return null
}
