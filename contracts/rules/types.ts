/** What a rule of normalisation is to a person: what it did, why, and what it rests on. Types only. */
import type { Bilingual, Confidence } from '../types.ts'

/** One rule, as notes name it by its id. */
export interface Rule extends Bilingual {
  /** The clause or document it rests on, and how sure we are of it; absent where the rule is the gateway's own. */
  readonly basis?: { readonly clause: string; readonly confidence?: Confidence }
}

/** Rules by id. */
export type Rules = Readonly<Record<string, Rule>>
