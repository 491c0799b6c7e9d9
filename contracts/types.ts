/** The words every layer shares: parties, titles, audiences, contracts, notes and rejections. Types only. */

/** A signatory of the gateway: Sichuan or Chongqing. */
export type PartyId = 'sc' | 'cq'
/** Both parties, in the order of lists that are signed. */
export const PARTIES: readonly PartyId[] = ['cq', 'sc']

/** Chinese and English, side by side, wherever a person reads. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** Who may see a field: the side that sent it, both sides, or everybody. */
export type Audience = 'own' | 'joint' | 'public'

/** How sure we are of a fact: two sources, one source, computed, or from memory. */
export type Confidence = 'V2' | 'V1' | 'C' | 'M-high' | 'M-mid' | 'M-low'

/** Where a reference fact comes from. */
export interface Evidence {
  readonly confidence: Confidence
  readonly sources: readonly string[]
  readonly note?: string
}

/** One change that normalisation made to a row, named by its rule. `field` is a JSON pointer into the record. */
export interface Note {
  readonly field?: string
  readonly rule: string
  readonly sent?: string
}

/** One row that did not pass, and why. `row` is 1-based in the source, counting the header; `pointer` is the column name or JSON pointer. */
export interface Rejection {
  readonly row: number
  readonly sheet?: string
  readonly pointer?: string
  /** A code of the error table, e.g. `section-unknown`. */
  readonly type: string
  readonly value?: string
  readonly detail: Bilingual
}
