/** Joint documents from one side: key lists, contracts, register editions and releases, each signed over bytes the signatory holds. */
import { DOCUMENT_TYPES, type JointKind } from '../documents/cosign.ts'
import { JOSE_JSON } from '../http/jose.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../identity/document.ts'
import type { SigningKey } from '../identity/jwk.ts'
import type { Caller } from './call.ts'
import { ClientError } from './error.ts'
import { membersOf, textOf } from './read-json.ts'

/** How far a document's signing has got. */
export interface SigningState {
  readonly status: string
  readonly digest: string
}

function jwsBody(jws: GeneralJws): { body: Uint8Array; contentType: string } {
  return { body: Buffer.from(JSON.stringify(jws)), contentType: JOSE_JSON }
}

/** A payload with one signature, as a request's body and the key that signs the request too. */
export function signedBody(
  payload: string,
  kind: JointKind,
  key: SigningKey,
): { body: Uint8Array; contentType: string; key: SigningKey } {
  const signature = signDocument(payload, { ...key, typ: DOCUMENT_TYPES[kind] })
  return { ...jwsBody(assembleDocument(payload, [signature])), key }
}

/** How far a document's signing has got, from an answer. Throws ClientError `answer-malformed`. */
export function readState(value: unknown): SigningState {
  const members = membersOf(value, 'a signing state')
  return { status: textOf(members.get('status'), 'status'), digest: textOf(members.get('digest'), 'digest') }
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
