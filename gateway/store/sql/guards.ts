/** Why an entry may not go in: a used nonce, a scope that changed hands, a document or signature that is there or is not, a step that is there or not the next. */
import type { Entry, NonceUse, Refusal, StepRow, SubmissionRow, Unmoved } from '../../ports.ts'
import { number, text } from './columns.ts'
import { type Dialect, dialectOf } from './dialect.ts'
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

const nonces = ({ lists }: Dialect) =>
  `SELECT n.kid AS kid, n.nonce AS nonce FROM ${lists} j CROSS JOIN nonce n WHERE n.kid = j.value ->> 0 AND n.nonce = j.value ->> 1`
const scopes = ({ texts }: Dialect) => `SELECT scope, submission FROM scope WHERE scope IN (SELECT value FROM ${texts})`
const documents = ({ texts }: Dialect) => `SELECT id FROM document WHERE id IN (SELECT value FROM ${texts})`
const signatures = ({ texts }: Dialect) =>
  `SELECT document, party FROM signature WHERE document IN (SELECT value FROM ${texts})`
// A stream has no gaps, so its last number is how many steps it has.
const streams = ({ texts }: Dialect) =>
  `SELECT j.value AS stream, coalesce((SELECT max(n) FROM step WHERE stream = j.value), 0) AS held FROM ${texts} j`
const digests = ({ texts }: Dialect) => `SELECT digest FROM step WHERE digest IN (SELECT value FROM ${texts})`
// By the key of the table, `document party`, whose documents sort by their kind.
const PUBLISHED = `SELECT count(*) AS held FROM (SELECT document FROM signature
  WHERE document >= 'release/' AND document < 'release0' GROUP BY document HAVING count(*) >= ${BOTH}) AS published`

/** Reads what the guards of a group need. What it gives is only as fresh as the head it is later committed on. */
export async function readHeld(db: Rows, entries: readonly Guarded[]): Promise<Held> {
  const asked = {
    nonces: entries.flatMap(({ nonce }) => (nonce ? [[nonce.kid, nonce.nonce]] : [])),
    scopes: entries.flatMap(({ submission }) => submission?.scope ?? []),
    documents: entries.flatMap((entry) =>
      [entry.document?.id ?? [], entry.signature?.document ?? [], entry.unmoved?.signed?.document ?? []].flat(),
    ),
    streams: [...new Set(entries.flatMap(({ step, unmoved }) => [step?.stream ?? [], unmoved?.stream ?? []].flat()))],
    digests: entries.flatMap(({ step }) => step?.digest ?? []),
  }
  const asksPublished = entries.some(({ unmoved }) => unmoved !== undefined && unmoved.published !== null)
  const dialect = dialectOf(db)
  const ask = async (statement: (dialect: Dialect) => string, values: readonly unknown[]) =>
    values.length === 0 ? [] : db.all(statement(dialect), [dialect.list(values)])
  const [used, held, known, signed, grown, taken, published] = await Promise.all([
    ask(nonces, asked.nonces),
    ask(scopes, asked.scopes),
    ask(documents, asked.documents),
    ask(signatures, asked.documents),
    ask(streams, asked.streams),
    ask(digests, asked.digests),
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
