/** Whether a word of a contract names a side. */
import { PARTIES, type PartyId } from '../../../contracts/types.ts'

/** `cq` or `sc`. */
export function isPartyId(value: unknown): value is PartyId {
  return PARTIES.some((party) => party === value)
}
