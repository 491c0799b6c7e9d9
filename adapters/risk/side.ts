/** What differs between the two sides' tables of enterprises, as data. */
import type { PartyId } from '../../contracts/types.ts'

/** One side: what its province column says for it and for the other. */
export interface RiskSide {
  readonly party: PartyId
  readonly own: readonly string[]
  readonly other: readonly string[]
}
