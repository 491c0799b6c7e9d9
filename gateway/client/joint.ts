/** Joint documents from one side: key lists, contracts, register editions and releases, each signed over bytes the signatory holds. */
import { canonical } from '../../contracts/jcs.ts'
import { DOCUMENT_TYPES, type JointKind } from '../documents/cosign.ts'
import { JOSE_JSON } from '../http/jose.ts'
import { sha256Hex } from '../identity/digest.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../identity/document.ts'
import type { SigningKey } from '../identity/jwk.ts'
import type { Caller } from './call.ts'
import { ClientError, localError } from './error.ts'
import { membersOf, textOf } from './read-json.ts'

/** How far a document's signing has got. */
export interface SigningState {
  readonly status: string
  readonly digest: string
}

/** A period to consult on. Instants with a zone; `corrects` is the id of a published release, with its reason. */
export interface ConsultationRequest {
  readonly product?: string
  readonly period: { readonly start: string; readonly end: string }
  readonly corrects?: string
  readonly reason?: string
}

/** A draft on the table: its id, status, and the canonical text that each side signs. */
export interface Consultation extends SigningState {
  readonly id: string
  readonly payload: string
}

function jwsBody(jws: GeneralJws): { body: Uint8Array; contentType: string } {
  return { body: Buffer.from(JSON.stringify(jws)), contentType: JOSE_JSON }
}

function signedBody(
  payload: string,
  kind: JointKind,
  key: SigningKey,
): { body: Uint8Array; contentType: string; key: SigningKey } {
  const signature = signDocument(payload, { ...key, typ: DOCUMENT_TYPES[kind] })
  return { ...jwsBody(assembleDocument(payload, [signature])), key }
}

function readState(value: unknown): SigningState {
  const members = membersOf(value, 'a signing state')
  return { status: textOf(members.get('status'), 'status'), digest: textOf(members.get('digest'), 'digest') }
}

function readConsultation(value: unknown): Consultation {
  const members = membersOf(value, 'a consultation')
  const payload = canonical(members.get('payload'))
  const state = readState(value)
  if (sha256Hex(payload) !== state.digest) throw localError('answer-malformed', 'expected a payload of the digest told')
  return { ...state, id: textOf(members.get('id'), 'id'), payload }
}

/** Sends a root-signed key list. Throws ClientError. */
export async function putKeys(caller: Caller, jws: GeneralJws): Promise<SigningState> {
  return readState((await caller.write('/v1/keys', jwsBody(jws))).json())
}

/** Proposes a document, or signs it when the other side has proposed the very same bytes. Throws ClientError. */
export async function signJoint(
  caller: Caller,
  {
    kind,
    path,
    id,
    payload,
    key,
  }: { kind: 'contract' | 'registry'; path: string; id: string; payload: string; key: SigningKey },
): Promise<SigningState> {
  const signed = signedBody(payload, kind, key)
  try {
    return readState((await caller.write(path, signed)).json())
  } catch (error) {
    if (!(error instanceof ClientError) || error.code !== 'document-exists') throw error
    return readState((await caller.write(`${path}/${id}/signatures`, signed)).json())
  }
}

/** Puts a draft on the table. Throws ClientError. */
export async function consult(caller: Caller, request: ConsultationRequest): Promise<Consultation> {
  const body = Buffer.from(JSON.stringify({ product: 'weekly-water-bulletin', ...request }))
  return readConsultation((await caller.write('/v1/consultations', { body, contentType: 'application/json' })).json())
}

/** A draft or release as partners see it. Throws ClientError. */
export async function readDraft(caller: Caller, id: string): Promise<Consultation> {
  return readConsultation((await caller.read(`/v1/consultations/${encodeURIComponent(id)}`)).json())
}

/** Signs a draft. `digest` is that of the payload which was read and agreed to; another one on the table throws `payload-mismatch`. */
export async function signRelease(
  caller: Caller,
  { id, digest, key }: { id: string; digest?: string; key: SigningKey },
): Promise<Consultation> {
  const draft = await readDraft(caller, id)
  if (digest !== undefined && digest !== draft.digest) {
    throw new ClientError('payload-mismatch', `expected the digest ${digest}, got ${draft.digest}`)
  }
  const path = `/v1/consultations/${encodeURIComponent(id)}/signatures`
  return readConsultation((await caller.write(path, signedBody(draft.payload, 'release', key))).json())
}
