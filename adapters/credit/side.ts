/** What differs between the two sides' credit files, as data: what 市级 means, and whose name the highest authority bears. Standards §4.2. */
import type { DivisionKind } from '../../contracts/registry/types.ts'
import type { CreditAuthority } from '../../contracts/standards/credit-types.ts'
import type { PartyId } from '../../contracts/types.ts'

/** One side's habits. */
export interface CreditSide {
  readonly party: PartyId
  /** The words it writes for whose rating it is. */
  readonly levels: ReadonlyMap<string, CreditAuthority>
  /** The level of an authority by the kind of division it is named after. */
  readonly kinds: Readonly<Partial<Record<DivisionKind, CreditAuthority>>>
  /** Its highest authority, of which there is only one. */
  readonly highest: { readonly level: CreditAuthority; readonly name: string }
}
