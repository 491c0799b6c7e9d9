/** A stored record as a version of the contract has it, with the version it was sent under. */
import type { Contract } from '../contract.ts'
import type { PartyId } from '../types.ts'
import type { HeldCredit } from './public.ts'
import { creditRecordBy } from './read.ts'

/** As a store has it; `version` is the one it was taken in under, `body` its text as UTF-8. */
export interface StoredCredit {
  readonly key: string
  readonly party: PartyId
  readonly version: string
  readonly body: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads it; null where it does not hold by the contract, or came under a version that is not known. */
export function heldCredit(
  { key, party, version, body }: StoredCredit,
  contract: Contract,
  versionOf: (version: string) => Contract | undefined,
): HeldCredit | null {
  const record = creditRecordBy(contract, utf8.decode(body))
  if (!record) return null
  const under = version === contract.version ? contract : versionOf(version)
  return under ? { key, party, record, under } : null
}
