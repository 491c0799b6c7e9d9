/** The canonical record of the contract `discharge-unit` v1 as TypeScript; the JSON Schema beside it is the authority. Nothing of it is ever public. */
import type { Figure, SiteRecord } from '../risk-source/record.ts'
import type { WaterItem } from '../water-section-quality/record.ts'

/** A pollutant the unit is watched for; `item` where it is one of the water contract's, `annualLimit` what its permit allows (t/a). Members in JCS order. */
export interface KeyPollutant {
  readonly annualLimit: Figure | null
  readonly item: WaterItem | null
  readonly name: string
}

/** An outlet by its code, its name, or both. Members in JCS order. */
export interface Outlet {
  readonly code: string | null
  readonly name: string | null
}

/** One unit that discharges to a boundary river or in a county on the boundary. Members in JCS order. */
export interface DischargeUnitRecord extends SiteRecord {
  /** Where it discharges to, in the sender's words. */
  readonly dischargeTo: string | null
  readonly keyPollutants: readonly KeyPollutant[]
  readonly outlets: readonly Outlet[]
  /** Number of the discharge permit as printed, narrow and in capitals. */
  readonly permit: string | null
}
