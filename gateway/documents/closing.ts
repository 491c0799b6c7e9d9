/** Whether a joint document still waits for the other side: its proposer may withdraw it, or put another retirement in its place. */
import type { PartyId } from '../../contracts/types.ts'
import type { Entry, Refusal, StoredDocument } from '../ports.ts'
import { attemptOf, retirementId } from './retirement.ts'
import { withdrawalId, withdrawnId } from './withdrawal.ts'

/** What ended a document's wait, and by which document. */
export interface Closing {
  readonly status: 'withdrawn' | 'replaced'
  readonly by: StoredDocument
}

type Documents = ReadonlyMap<string, StoredDocument>

/** What ended its wait before both had signed; null for a document that waits or is in force. */
export function closingOf(documents: Documents, id: string): Closing | null {
  const withdrawal = documents.get(withdrawalId(id))
  if (withdrawal) return { status: 'withdrawn', by: withdrawal }
  const place = attemptOf(id)
  const next = place && documents.get(retirementId(place.contract, place.version, place.attempt + 1))
  return next ? { status: 'replaced', by: next } : null
}

/** Every retirement proposed for a version, oldest first; only the last can stand. */
export function retirementsOf(documents: Documents, contract: string, version: string): readonly StoredDocument[] {
  const found: StoredDocument[] = []
  for (;;) {
    const next = documents.get(retirementId(contract, version, found.length + 1))
    if (!next) return found
    found.push(next)
  }
}

/** The side that proposed a document: the first to sign it. */
export function proposerOf({ signatures }: StoredDocument): PartyId | undefined {
  return signatures[0]?.party
}

/** Why an entry of joint documents may not go in behind what stands: the document it is on no longer waits. */
export function closedRefusal(documents: Documents, { document, signature }: Entry): Refusal | null {
  const waits = (id: string): boolean => documents.get(id)?.inForce === null && closingOf(documents, id) === null
  if (document?.kind === 'withdrawal') return waits(withdrawnId(document.id)) ? null : 'document-closed'
  if (document) {
    const place = document.kind === 'retirement' ? attemptOf(document.id) : null
    if (!place || place.attempt === 1) return null
    const before = documents.get(retirementId(place.contract, place.version, place.attempt - 1))
    return before?.inForce === null ? null : 'document-closed'
  }
  return signature && closingOf(documents, signature.document) ? 'document-closed' : null
}
