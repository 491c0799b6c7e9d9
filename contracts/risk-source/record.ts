/** The canonical record of the contract `risk-source` v1 as TypeScript; the JSON Schema beside it is the authority. Nothing of it is ever public. */
import type { ProcessType, QuantityBand, RiskLevel, RiskMedium, Sensitivity } from '../standards/risk-types.ts'
import type { Note, PartyId } from '../types.ts'

/** One figure: the number, the digits as reported, the unit; `qualifier` is null, as nothing here has a detection limit. Members in JCS order. */
export interface Figure {
  readonly qualifier: null
  readonly reported: string
  readonly unit: string
  readonly value: number
}

/** A position in CGCS2000, whatever it was sent in. */
export interface Location {
  readonly crs: 'CGCS2000'
  readonly latitude: Figure
  readonly longitude: Figure
}

/** The division on the day of the record; `code` is null where the register knows none. */
export interface DivisionView {
  readonly code: string | null
  readonly id: string
  readonly name: string
}

/** What records of both contracts say of an enterprise and where it lies. Members in JCS order among those of each record. */
export interface SiteRecord {
  /** Civil day of Asia/Shanghai the row is true of. */
  readonly asOf: string
  /** Who to call, by post and never by name. */
  readonly contact: { readonly phone: string | null; readonly post: string | null } | null
  readonly distanceToBoundary: Figure | null
  readonly division: DivisionView
  readonly downstreamSections: readonly string[]
  readonly enterprise: { readonly code: string; readonly name: string }
  /** Class of GB/T 4754-2017; `code` with its letter where that was sent. */
  readonly industry: { readonly code: string | null; readonly name: string | null } | null
  readonly location: Location | null
  readonly notes: readonly Note[]
  readonly originator: PartyId
  readonly publication: 'none'
  readonly receivingRiver: { readonly boundary: boolean; readonly name: string } | null
  readonly review: 'raw' | 'reviewed' | 'final'
  /** Which of the enterprise's sites, where it has several. */
  readonly site: string | null
}

/** A substance with its largest amount present and its threshold, t. `media`: what may carry it away, null when not established. Members in JCS order. */
export interface Substance {
  readonly cas: string | null
  readonly media: readonly RiskMedium[] | null
  readonly name: string | null
  readonly phase: 'gas' | 'liquid' | 'solid' | null
  readonly quantity: Figure
  readonly threshold: Figure | null
}

/** One medium. `basis`: whether `q` comes of the substances sent or of the sender's own word; `ratio` is Q to four places. Members in JCS order. */
export interface MediumFinding {
  readonly basis: 'substances' | 'reported'
  readonly e: Sensitivity | null
  readonly level: RiskLevel | null
  readonly m: ProcessType | null
  readonly q: QuantityBand | null
  readonly ratio: string | null
  readonly reported: RiskLevel | null
}

/** The level as computed by the gateway, a suggestion, and as sent; a difference is a note on the record. Members in JCS order. */
export interface RiskFinding {
  readonly air: MediumFinding | null
  readonly computed: RiskLevel | null
  /** Penalised in the last three years for illegal discharge or transfer; null when not stated. */
  readonly penalised: boolean | null
  readonly reported: RiskLevel | null
  readonly standard: string
  /** The computed level in the standard's text form; null where a part is not known. */
  readonly text: string | null
  readonly water: MediumFinding | null
}

/** One enterprise's site as a risk source. Members in JCS order. */
export interface RiskSourceRecord extends SiteRecord {
  readonly riskLevel: RiskFinding
  readonly substances: readonly Substance[]
}
