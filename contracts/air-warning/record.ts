/** The canonical record of the contract `air-warning` v1 as TypeScript; the JSON Schema beside it is the authority. */
import type { AirArea } from '../air-forecast/record.ts'
import type { WarningLevel } from '../standards/air-types.ts'
import type { Note, PartyId } from '../types.ts'

/** What an authority does with a warning: 发布, 调整, 解除. */
export type WarningAction = 'adjust' | 'issue' | 'lift'

/** A colour of the contract; it means something within its scheme only. Blue was given up before the contract was. */
export type WarnedLevel = Exclude<WarningLevel, 'blue'>

/** Why a document has no number: 未编文号, 文号后补, or the sender does not say. */
export type Unnumbered = 'none-given' | 'to-follow' | 'not-stated'

/** The authority's document. Members in JCS order. */
export interface WarningDocument {
  readonly number: string | null
  readonly title: string | null
  /** Null where there is a number. */
  readonly unnumbered: Unnumbered | null
}

/** The scheme a level is of, and the plan by which the side uses it. Members in JCS order. */
export interface WarningSchemeRef {
  readonly document: string | null
  readonly edition: string
  readonly id: string
}

/** One act of one authority for one area. Members in JCS order; instants are `YYYY-MM-DDThh:mm:ss+08:00`. */
export interface AirWarningRecord {
  readonly action: WarningAction
  readonly area: AirArea
  readonly basis: string | null
  readonly document: WarningDocument
  readonly effective: string
  readonly issued: string
  readonly issuer: { readonly authority: string; readonly party: PartyId }
  /** Null where the warning is lifted. */
  readonly level: WarnedLevel | null
  readonly notes: readonly Note[]
  readonly originator: PartyId
  readonly previousLevel: WarnedLevel | null
  readonly publication: 'none' | 'joint' | 'public'
  /** Number of the document whose warning is adjusted or lifted. */
  readonly replaces: string | null
  readonly response: string | null
  readonly review: 'raw' | 'reviewed' | 'final'
  readonly scheme: WarningSchemeRef
  /** SHA-256 of the sealed office document, in hexadecimal. */
  readonly sealedDigest: string | null
  readonly text: string | null
  readonly until: string | null
}
