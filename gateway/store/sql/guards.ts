/** Why an entry may not go in: a used nonce, a scope that changed hands, a document or signature that is there or is not, a step that is there or not the next. */
import type { Entry, NonceUse, Refusal, StepRow, SubmissionRow, Unmoved } from '../../ports.ts'
import { number, text } from './columns.ts'
import type { Rows } from './rows.ts'

/** What of an entry its guards ask about. */
export interface Guarded extends Pick<Entry, 'nonce' | 'unmoved'> {
  readonly submission?: Pick<SubmissionRow, 'id' | 'scope' | 'replaces'>
  readonly document?: { readonly id: string }
  readonly signature?: { readonly document: string; readonly party: string }
  readonly step?: Pick<StepRow, 'stream' | 'n' | 'digest'>
}

/** That part of an entry alone. */
export function guardedOf({ nonce, submission, document, signature, step, unmoved }: Entry): Guarded {
  return {
    ...(nonce ? { nonce } : {}),
    ...(submission
      ? { submission: { id: submission.id, scope: submission.scope, replaces: submission.replaces } }
      : {}),
    ...(document ? { document: { id: document.id } } : {}),
    ...(signature ? { signature: { document: signature.document, party: signature.party } } : {}),
    ...(step ? { step: { stream: step.stream, n: step.n, digest: step.digest } } : {}),
    ...(unmoved ? { unmoved } : {}),
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
  /** How many have signed a document. */
  readonly signers: Map<string, number>
  /** How many releases both parties have signed. */
  published: number
  /** How many steps a stream has. */
  readonly streams: Map<string, number>
  /** Digests of steps. */
  readonly steps: Set<string>
}

/** How many sign a release. */
const BOTH = 2

const NONCES =
  'SELECT n.kid AS kid, n.nonce AS nonce FROM json_each(?) j CROSS JOIN nonce n ON n.kid = j.value ->> 0 AND n.nonce = j.value ->> 1'
const SCOPES = 'SELECT scope, submission FROM scope WHERE scope IN (SELECT value FROM json_each(?))'
const DOCUMENTS = 'SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))'
const SIGNATURES = 'SELECT document, party FROM signature WHERE document IN (SELECT value FROM json_each(?))'
// A stream has no gaps, so its last number is how many steps it has.
const STREAMS =
  'SELECT j.value AS stream, coalesce((SELECT max(n) FROM step WHERE stream = j.value), 0) AS held FROM json_each(?) j'
// By the key of the table, `document party`, whose documents sort by their kind.
const PUBLISHED = `SELECT count(*) AS held FROM (SELECT document FROM signature
  WHERE document >= 'release/' AND document < 'release0' GROUP BY document HAVING count(*) >= ${BOTH})`
const STEPS = 'SELECT digest FROM step WHERE digest IN (SELECT value FROM json_each(?))'

const list = (values: readonly unknown[]): string | null => (values.length === 0 ? null : JSON.stringify(values))

/** Reads what the guards of a group need. What it gives is only as fresh as the head it is later committed on. */
export async function readHeld(db: Rows, entries: readonly Guarded[]): Promise<Held> {
  const nonces = list(entries.flatMap(({ nonce }) => (nonce ? [[nonce.kid, nonce.nonce]] : [])))
  const scopes = list(entries.flatMap(({ submission }) => submission?.scope ?? []))
  const documents = list(
    entries.flatMap((entry) =>
      [entry.document?.id ?? [], entry.signature?.document ?? [], entry.unmoved?.signed?.document ?? []].flat(),
    ),
  )
  const streams = list([
    ...new Set(entries.flatMap(({ step, unmoved }) => [step?.stream ?? [], unmoved?.stream ?? []].flat())),
  ])
  const asksPublished = entries.some(({ unmoved }) => unmoved !== undefined && unmoved.published !== null)
  const digests = list(entries.flatMap(({ step }) => step?.digest ?? []))
  const ask = async (sql: string, values: string | null) => (values === null ? [] : db.all(sql, [values]))
  const [used, held, known, signed, grown, taken, published] = await Promise.all([
    ask(NONCES, nonces),
    ask(SCOPES, scopes),
    ask(DOCUMENTS, documents),
    ask(SIGNATURES, documents),
    ask(STREAMS, streams),
    ask(STEPS, digests),
    asksPublished ? db.all(PUBLISHED, []) : [],
  ])
  const signers = Map.groupBy(signed, (row) => text(row, 'document'))
  return {
    nonces: new Set(used.map((row) => `${text(row, 'kid')} ${text(row, 'nonce')}`)),
    scopes: new Map(held.map((row) => [text(row, 'scope'), text(row, 'submission')])),
    documents: new Set(known.map((row) => text(row, 'id'))),
    signatures: new Set(signed.map((row) => `${text(row, 'document')} ${text(row, 'party')}`)),
    signers: new Map([...signers].map(([id, rows]) => [id, rows.length])),
    published: published[0] ? number(published[0], 'held') : 0,
    streams: new Map(grown.map((row) => [text(row, 'stream'), number(row, 'held')])),
    steps: new Set(taken.map((row) => text(row, 'digest'))),
  }
}

/** Judges the entries in order; what passes counts as held for those behind it, what is refused does not. */
export function judge<E extends Guarded>(entries: readonly E[], held: Held): ReadonlyMap<E, Refusal> {
  const refusals = new Map<E, Refusal>()
  for (const entry of entries) {
    const refusal = refusalOf(entry, held)
    if (refusal) refusals.set(entry, refusal)
    else hold(entry, held)
  }
  return refusals
}

const useOf = ({ kid, nonce }: NonceUse): string => `${kid} ${nonce}`

function refusalOf(guarded: Guarded, held: Held): Refusal | null {
  const { nonce, submission, document, signature, step, unmoved } = guarded
  if (nonce && held.nonces.has(useOf(nonce))) return 'nonce-used'
  if (submission && (held.scopes.get(submission.scope) ?? null) !== submission.replaces) return 'scope-changed'
  if (document && held.documents.has(document.id)) return 'document-exists'
  if (signature) {
    const { document: signed, party } = signature
    if (!held.documents.has(signed) && document?.id !== signed) return 'document-unknown'
    if (held.signatures.has(`${signed} ${party}`)) return 'signature-exists'
  }
  // A replay is told as one, wherever its stream has got to.
  if (step && held.steps.has(step.digest)) return 'step-exists'
  if (step && step.n !== (held.streams.get(step.stream) ?? 0) + 1) return 'stream-moved'
  return unmoved && hasMoved(unmoved, held) ? 'stream-moved' : null
}

function hasMoved({ stream, steps, signed, published }: Unmoved, held: Held): boolean {
  if ((held.streams.get(stream) ?? 0) !== steps) return true
  if (signed && (held.signers.get(signed.document) ?? 0) !== signed.signatures) return true
  return published !== null && held.published !== published
}

function hold({ nonce, submission, document, signature, step }: Guarded, held: Held): void {
  if (nonce) held.nonces.add(useOf(nonce))
  if (submission) held.scopes.set(submission.scope, submission.id)
  if (document) held.documents.add(document.id)
  if (signature) {
    const { document: signed, party } = signature
    const signers = (held.signers.get(signed) ?? 0) + 1
    held.signatures.add(`${signed} ${party}`)
    held.signers.set(signed, signers)
    if (signers === BOTH && signed.startsWith('release/')) held.published++
  }
  if (step) {
    held.steps.add(step.digest)
    held.streams.set(step.stream, step.n)
  }
}
