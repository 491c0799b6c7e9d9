/** A contract as the gateway uses it: its signed JSON, its compiled validator, and which members each audience sees. */
import type { Audience, Bilingual, PartyId } from './types.ts'

/** What a compiled validator looks like: true, or false with `errors`. */
export interface Validator {
  (data: unknown): boolean
  errors?: readonly ValidationError[] | null
}

/** One finding of a validator, as ajv reports it. */
export interface ValidationError {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

/** The terms the gateway reads; the signed JSON may say more to people. */
export interface ContractTerms {
  readonly signatories: readonly PartyId[]
  /** Top-level member of a record → who may see it; `original` is the evidence. */
  readonly audience: Readonly<Record<string, Audience>>
  readonly allOrNothing: boolean
  /** First civil day it counts; null for the day both have signed. */
  readonly effective: string | null
  /** Last civil day on which the version before still counts beside it; null for none. */
  readonly transition: string | null
  readonly rounding: readonly {
    readonly product: string
    readonly decimals: Readonly<Record<string, number>>
  }[]
}

/** One version of a contract. `json` is the whole document as signed; `source` its canonical text. */
export interface Contract {
  readonly id: string
  readonly version: string
  readonly title: Bilingual
  readonly terms: ContractTerms
  readonly schema: object
  readonly source: string
  readonly validate: Validator
}
