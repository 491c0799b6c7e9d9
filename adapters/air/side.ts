/** What differs between the two sides' air files, as data: their names, and words for areas that mean something there alone. Standards §9 row 10. */
import type { DivisionKind } from '../../contracts/registry/types.ts'
import type { PartyId } from '../../contracts/types.ts'

/** One side's habits. */
export interface AirSide {
  readonly party: PartyId
  /** What a province column says for this side and for the other. */
  readonly own: readonly string[]
  readonly other: readonly string[]
  /** Words that stand for an area of the register in this side's files: 全市 is Chongqing as a whole. */
  readonly areas: ReadonlyMap<string, string>
  /** What a column headed 城市 may name, the usual first: Chongqing writes its districts there. */
  readonly cities: readonly (readonly DivisionKind[])[]
}

/** A side's name before its adapters' ids. */
export function sideName(party: PartyId): string {
  return party === 'sc' ? 'sichuan' : 'chongqing'
}
