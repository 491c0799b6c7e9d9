/** Schemes of enterprise environmental credit rating as data (环发〔2013〕150号 and each side's own): levels, bands, computation, veto, authorities. */
import type { Bilingual, Confidence, PartyId } from '../types.ts'
import type { StandardHeader } from './types.ts'

/** Levels of 环发〔2013〕150号, best first: 环保诚信、环保良好、环保警示、环保不良企业. */
export const CREDIT_LEVELS = ['trustworthy', 'good', 'warning', 'poor'] as const
/** One of `CREDIT_LEVELS`. */
export type CreditLevel = (typeof CREDIT_LEVELS)[number]

/** Whose rating it is. 市级 is the municipality in Chongqing and a prefecture in Sichuan, so each has a word of its own. */
export const CREDIT_AUTHORITIES = ['province', 'municipality', 'prefecture', 'district'] as const
/** One of `CREDIT_AUTHORITIES`. */
export type CreditAuthority = (typeof CREDIT_AUTHORITIES)[number]

/** A statement of a scheme for people, with how sure we are of it. */
export interface CreditFact extends Bilingual {
  readonly confidence: Confidence
  readonly note?: Bilingual
}

/** A level as one scheme has it. `words` are other ways of writing its name; `plate` is the colour it is published with, where the scheme gives one. */
export interface CreditLevelRow {
  readonly key: CreditLevel
  readonly rank: number
  readonly title: Bilingual
  readonly words: readonly string[]
  readonly plate: {
    readonly title: Bilingual
    readonly colour: 'green' | 'blue' | 'yellow' | 'red'
    readonly words: readonly string[]
  } | null
  readonly confidence: Confidence
}

/** The scores of a level: from `min`, below `below`. Half-open, so that no score between two printed integers is left without a level. */
export interface CreditBand {
  readonly level: CreditLevel
  readonly min?: number
  readonly below?: number
  /** The band as the text prints it. */
  readonly printed: string
  readonly confidence: Confidence
  readonly note?: Bilingual
}

/** How a score comes about. */
export interface CreditComputation {
  /** `earned` item by item up to the points, or `given` and then deducted from. */
  readonly base: { readonly points: number; readonly how: 'earned' | 'given' }
  /** The highest score there can be; null when the scheme has none, or none is known. */
  readonly cap: number | null
  readonly capConfidence: Confidence
  readonly rule: CreditFact
  readonly deductions: readonly CreditFact[] | null
  readonly bonuses: readonly CreditFact[] | null
}

/** What is looked at. `items` are those known; `complete` when they are all. */
export interface CreditIndicators {
  readonly count: number | null
  readonly complete: boolean
  readonly confidence: Confidence
  readonly aspects: readonly Bilingual[]
  readonly items: readonly (CreditFact & { readonly points: number | null })[]
  readonly note?: Bilingual
}

/** A fact that makes an enterprise poor (环保不良) whatever its score. `key` is what records name it by, `words` what tells of it in a file. */
export interface VetoCase extends CreditFact {
  readonly key: string
  readonly words: readonly string[]
}

/** 一票否决. `complete` when `cases` are all there are. */
export interface CreditVeto {
  readonly level: CreditLevel
  readonly count: number | null
  readonly complete: boolean
  readonly confidence: Confidence
  readonly cases: readonly VetoCase[]
  readonly note?: Bilingual
}

/** Who rates. `precedence`: whose rating of one enterprise and year goes before whose, highest first; null when not established. */
export interface CreditAuthorities {
  readonly levels: readonly CreditAuthority[]
  readonly confidence: Confidence
  readonly precedence: readonly CreditAuthority[] | null
  readonly precedenceConfidence: Confidence | null
  readonly note?: Bilingual
}

/** A scheme. What is not established is null. */
export interface CreditScheme extends Omit<StandardHeader, 'inForce'> {
  readonly kind: 'enterprise-credit'
  /** Civil dates of Asia/Shanghai; `from` is null where the first day is not established. */
  readonly inForce: { readonly from: string | null; readonly to: string | null }
  /** Whose scheme it is; null for the national one. */
  readonly party: PartyId | null
  /** The years rated by it, both inclusive; null where open or not established. */
  readonly ratingYears: {
    readonly from: number | null
    readonly to: number | null
    readonly confidence: Confidence
    readonly note?: Bilingual
  }
  readonly issuers: readonly Bilingual[] | null
  readonly issuersConfidence: Confidence | null
  readonly replaces: string | null
  readonly levels: readonly CreditLevelRow[]
  readonly bands: readonly CreditBand[] | null
  readonly computation: CreditComputation | null
  readonly indicators: CreditIndicators | null
  readonly veto: CreditVeto | null
  readonly authorities: CreditAuthorities | null
  readonly scope: readonly CreditFact[] | null
  readonly cycle: CreditFact | null
  readonly special: readonly CreditFact[] | null
  readonly uses: readonly CreditFact[] | null
  readonly validity: (CreditFact & { readonly years: number }) | null
  readonly repair: CreditFact | null
}
