/** Consultations from one side: signed steps, and the signature on what both agreed. */
import { canonical } from '../../contracts/jcs.ts'
import type { ProductId } from '../../contracts/registry/types.ts'
import { DOCUMENT_TYPES } from '../documents/cosign.ts'
import { STEP_TYP } from '../documents/step.ts'
import { JOSE_JSON } from '../http/jose.ts'
import { sha256Hex } from '../identity/digest.ts'
import { assembleDocument, signDocument } from '../identity/document.ts'
import type { SigningKey } from '../identity/jwk.ts'
import type { Random } from '../ports.ts'
import type { StepAct } from '../release/consultation/acts.ts'
import type { Answered, Caller } from './call.ts'
import { ClientError, localError } from './error.ts'
import { countOf, membersOf, textOf } from './read-json.ts'

/** A period to consult on. Instants with a zone; `corrects` is the id of a published release, with its reason; `embargo` an instant. */
export interface ConsultationRequest {
  readonly product?: ProductId
  readonly period: { readonly start: string; readonly end: string }
  readonly corrects?: string
  readonly reason?: string
  readonly embargo?: string
}

/** A consultation: its id, status, how many steps it has, and the canonical text that each side agrees to and signs. */
export interface Consultation {
  readonly id: string
  readonly status: string
  readonly digest: string
  readonly steps: number
  readonly payload: string
  /** What `ifMatch` takes: sent with a step, it is refused once the consultation is another. */
  readonly etag: string
}

/** Who signs steps, and what makes two like steps two. */
export interface StepSigner {
  readonly caller: Caller
  readonly key: SigningKey
  readonly random: Random
}

function readConsultation(answer: Answered): Consultation {
  const members = membersOf(answer.json(), 'a consultation')
  const payload = payloadOf(members.get('payload'))
  const digest = textOf(members.get('digest'), 'digest')
  if (sha256Hex(payload) !== digest) throw localError('answer-malformed', 'expected a payload of the digest told')
  return {
    id: textOf(members.get('id'), 'id'),
    status: textOf(members.get('status'), 'status'),
    digest,
    steps: countOf(members.get('steps'), 'steps'),
    payload,
    etag: answer.header('etag') ?? '',
  }
}

function payloadOf(value: unknown): string {
  try {
    return canonical(value)
  } catch (cause) {
    throw localError('answer-malformed', 'expected the payload of a release', cause)
  }
}

const pathOf = (id: string): string => `/v1/consultations/${encodeURIComponent(id)}`

/** A consultation as it stands. Throws ClientError. */
export async function readDraft(caller: Caller, id: string): Promise<Consultation> {
  return readConsultation(await caller.read(pathOf(id)))
}

/** Signs and sends one step; `id` null for a new draft. `seen` is how many steps the signer has seen, `ifMatch` the ETag of what they read. Throws ClientError. */
export async function sendStep(
  { caller, key, random }: StepSigner,
  id: string | null,
  act: StepAct,
  seen: number,
  ifMatch?: string,
): Promise<Consultation> {
  const nonce = Buffer.from(random(16)).toString('base64url')
  const payload = canonical({ act, consultation: id, nonce, seen, type: 'consultation-step', v: 1 })
  const jws = assembleDocument(payload, [signDocument(payload, { ...key, typ: STEP_TYP })])
  const path = id === null ? '/v1/consultations' : `${pathOf(id)}/steps`
  const body = Buffer.from(JSON.stringify(jws))
  return readConsultation(await caller.write(path, { body, contentType: JOSE_JSON, key, headers: matching(ifMatch) }))
}

/** Makes a draft out of what the ledger holds now, and puts it on the table. Throws ClientError. */
export async function consult(signer: StepSigner, request: ConsultationRequest): Promise<Consultation> {
  const { product = 'weekly-water-bulletin', period, corrects = null, reason = null, embargo = null } = request
  const { ledgerSize: basis } = await signer.caller.read('/v1/consultations')
  if (basis === null) throw localError('answer-unverified', 'expected a signed answer')
  const draft = await sendStep(signer, null, { type: 'draft', basis, corrects, embargo, period, product, reason }, 0)
  return sendStep(signer, draft.id, { type: 'open' }, draft.steps)
}

/** Agrees for one side to what is on the table, or with `digest` only to that. Throws ClientError. */
export async function agree(signer: StepSigner, id: string, digest?: string, ifMatch?: string): Promise<Consultation> {
  const draft = await readDraft(signer.caller, id)
  mustBe(digest, draft)
  return sendStep(signer, id, { type: 'agree', digest: draft.digest }, draft.steps, ifMatch)
}

/** Signs what both agreed. `digest` is that of the payload which was read; another one on the table throws `payload-mismatch`. */
export async function signRelease(
  caller: Caller,
  { id, digest, key, ifMatch }: { id: string; digest?: string; key: SigningKey; ifMatch?: string },
): Promise<Consultation> {
  const draft = await readDraft(caller, id)
  mustBe(digest, draft)
  const signature = signDocument(draft.payload, { ...key, typ: DOCUMENT_TYPES.release })
  const body = Buffer.from(JSON.stringify(assembleDocument(draft.payload, [signature])))
  const path = `${pathOf(id)}/signatures`
  return readConsultation(await caller.write(path, { body, contentType: JOSE_JSON, key, headers: matching(ifMatch) }))
}

function matching(ifMatch: string | undefined): Readonly<Record<string, string>> {
  return ifMatch === undefined ? {} : { 'if-match': ifMatch }
}

function mustBe(digest: string | undefined, draft: Consultation): void {
  if (digest === undefined || digest === draft.digest) return
  throw new ClientError('payload-mismatch', `expected the digest ${digest}, got ${draft.digest}`)
}
