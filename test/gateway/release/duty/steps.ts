/** Steps of duty rosters as a side's signatory sends them: for tests. */
import { randomBytes } from 'node:crypto'
import { canonical } from '../../../../contracts/jcs.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import { STEP_TYP } from '../../../../gateway/documents/step.ts'
import { assembleDocument, signDocument } from '../../../../gateway/identity/document.ts'
import type { Calls } from '../../http/calls.ts'
import type { World, WorldKey } from '../../world.ts'

/** What a step differs in from a plain one: members of its payload, or the key that signs it. */
export interface DutyStepping {
  readonly payload?: Readonly<Record<string, unknown>>
  readonly signed?: WorldKey
  readonly sent?: WorldKey
}

/** One entry, its days and holder first; the post a review unless said. */
export function entry(from: string, to: string, holder: string, more: Readonly<Record<string, unknown>> = {}) {
  return { deputies: [], from, holder, note: null, post: 'reviewer', to, ...more }
}

/** Sends a step for a party. */
export function setDuty(
  { sides }: World,
  calls: Calls,
  party: PartyId,
  entries: readonly unknown[],
  { payload, signed = sides[party].signatory, sent = signed }: DutyStepping = {},
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url')
  const text = canonical({ entries, nonce, party, product: null, type: 'duty-step', v: 1, ...payload })
  const jws = assembleDocument(text, [signDocument(text, { ...signed, typ: STEP_TYP })])
  return calls.write(sent, '/v1/duty', JSON.stringify(jws), { contentType: 'application/jose+json' })
}
