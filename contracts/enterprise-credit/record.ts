/** The canonical record of the contract `enterprise-credit` v1 as TypeScript; the JSON Schema beside it is the authority. */
import type { CreditAuthority, CreditLevel } from '../standards/credit-types.ts'
import type { Note } from '../types.ts'

/** Rated; not rated (未参评、不予评级); or production stopped (停产). The latter two are no levels. */
export type CreditStatus = 'rated' | 'not-rated' | 'suspended'

/** What became of an appeal or review: none, pending, upheld, changed, withdrawn. */
export type AppealState = 'none' | 'pending' | 'upheld' | 'changed' | 'withdrawn'

/** How far a repair of credit has come: none, applied for, granted, refused. */
export type RepairState = 'none' | 'applied' | 'granted' | 'refused'

/** A score, never without the scheme that made it. Members in JCS order. */
export interface CreditScore {
  readonly qualifier: null
  readonly reported: string
  readonly scheme: string
  readonly unit: '分'
  readonly value: number
}

/** Civil days of Asia/Shanghai, both inclusive. Members in JCS order. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** One rating of one enterprise: a year, an authority. Members in JCS order. */
export interface CreditRecord {
  readonly appeal: { readonly date: string | null; readonly state: AppealState } | null
  readonly authority: { readonly level: CreditAuthority; readonly name: string | null }
  readonly enterprise: {
    readonly code: string
    readonly division: { readonly id: string; readonly name: string } | null
    readonly name: string
  }
  /** The common level of the contract's crosswalk; null when not rated. */
  readonly level: CreditLevel | null
  readonly levelSent: string | null
  readonly notes: readonly Note[]
  readonly publication: 'none' | 'joint' | 'public'
  readonly publicationBasis: { readonly document: string | null; readonly notice: DaySpan | null } | null
  /** The calendar year rated. */
  readonly ratingYear: number
  readonly repair: { readonly date: string | null; readonly state: RepairState } | null
  /** Id of the standard the rating was made by. */
  readonly scheme: string
  readonly score: CreditScore | null
  readonly status: CreditStatus
  readonly validity: { readonly from: string | null; readonly to: string | null }
  /** `case` is a key of the scheme's veto cases; `applied` null when not stated. */
  readonly veto: { readonly applied: boolean | null; readonly case: string | null }
}
