/** Standards as data: id, edition, in force from and to, source, confidence; the surface water standard and its assessment method. */
import type { Bilingual, Confidence } from '../types.ts'
import type { WaterClass, WaterItem } from '../water-section-quality/record.ts'
import type { AirIndexStandard, AirQualityStandard, WarningScheme } from './air-types.ts'
import type { CreditScheme } from './credit-types.ts'
import type { DispersionScale } from './dispersion.ts'
import type { HolidayCalendar } from './holiday-types.ts'
import type { IncidentStandard, RiskStandard } from './risk-types.ts'
import type { RoundingStandard } from './rounding.ts'

/** Where something is taken from: names of documents, which are the same in either language, or a text in both. */
export type Source = string | Bilingual

/** What every standard says of itself. `id` is what documents and records print (`GB 3838-2002`); `slug` is fit for a file name and an address. */
export interface StandardHeader {
  readonly id: string
  readonly slug: string
  readonly edition: string
  readonly title: Bilingual
  /** Civil dates of Asia/Shanghai, both inclusive; `to` is null while in force. */
  readonly inForce: { readonly from: string; readonly to: string | null }
  readonly source: Source
  readonly confidence: Confidence
}

/** Rivers and running waters, or lakes and reservoirs. */
export type WaterBody = 'river' | 'lake'

/** Limits of classes Ⅰ to Ⅴ as decimal texts, digits as printed. */
export type ClassLimits = readonly [string, string, string, string, string]

/** One basic item. `upper`: a value up to the limit meets the class; `lower`: a value from it; `range`: inside `range` is Ⅰ, outside worse than Ⅴ. */
export interface StandardItem {
  readonly key: WaterItem
  /** Number in table 1. */
  readonly no: number
  /** Codes of HJ 525; more than one where several are in use. */
  readonly codes: readonly string[]
  readonly title: Bilingual
  readonly unit: string
  readonly direction: 'upper' | 'lower' | 'range' | 'none'
  /** `lake` only where it differs from `river`, or where the item is for lakes alone. */
  readonly limits: { readonly river?: ClassLimits; readonly lake?: ClassLimits }
  readonly range?: { readonly min: string; readonly max: string }
  /** Whether the item counts towards a section's class. */
  readonly inClass: boolean
  readonly codeConfidence?: Confidence
  readonly note?: Bilingual
}

/** An edition of the surface water standard. */
export interface WaterStandard extends StandardHeader {
  readonly kind: 'surface-water'
  readonly codeConfidence: Confidence
  readonly items: readonly StandardItem[]
}

/** Ratings of sections and rivers, best first (环办〔2011〕22号). */
export const RATINGS = ['excellent', 'good', 'light', 'moderate', 'heavy'] as const
/** 优, 良好, 轻度污染, 中度污染, 重度污染. */
export type RatingKey = (typeof RATINGS)[number]

/** A rating's name and colour, both for reading. */
export interface Rating {
  readonly key: RatingKey
  readonly title: Bilingual
  readonly colour: Bilingual
}

/** From `min` percent, below `below` percent. */
export interface PercentRange {
  readonly min?: number
  readonly below?: number
}

/** A row of the river table: `good` is the share of classes Ⅰ–Ⅲ, `worst` the share worse than Ⅴ. */
export interface ShareRule {
  readonly rating: RatingKey
  readonly good: PercentRange
  readonly worst?: PercentRange
  readonly confidence: Confidence
  readonly note?: Bilingual
}

/** How sections and rivers are rated and main pollutants chosen. */
export interface WaterAssessment extends StandardHeader {
  readonly kind: 'surface-water-assessment'
  readonly items: {
    readonly used: readonly WaterItem[]
    readonly reference: readonly WaterItem[]
    readonly confidence: Confidence
  }
  readonly sectionRatings: {
    readonly byClass: Readonly<Record<WaterClass, RatingKey>>
    readonly confidence: Confidence
  }
  readonly ratings: readonly Rating[]
  readonly colourConfidence: Confidence
  readonly river: {
    /** From this many sections on, rated by shares; below it, by averages. */
    readonly minSections: number
    readonly rule: Bilingual
    readonly shares: readonly ShareRule[]
    readonly units: Bilingual
    readonly confidence: Confidence
  }
  readonly mainPollutants: {
    /** An item counts when its class is worse than this, and its multiple is against this class's limit. */
    readonly worseThan: WaterClass
    readonly count: number
    readonly noMultiple: readonly WaterItem[]
    /** Named before all others when they exceed: cyanide and heavy metals. */
    readonly first: readonly WaterItem[]
    readonly rule: Bilingual
    readonly multiple: Bilingual
    readonly confidence: Confidence
    readonly multipleConfidence: Confidence
    readonly firstConfidence: Confidence
  }
  /** How two periods are compared. */
  readonly trend: {
    /** From so many steps of rating on a section's change is a marked one; one step is a slight one. */
    readonly section: { readonly markedlyFrom: number; readonly rule: Bilingual }
    /** Points of ΔG − ΔD up to which there is no marked change, and up to which it is slight. */
    readonly river: { readonly unchangedUpTo: number; readonly somewhatUpTo: number; readonly rule: Bilingual }
    /** Over several periods: so many at least, and by their number what the rank correlation must exceed. */
    readonly periods: {
      readonly least: number
      readonly critical: readonly { readonly periods: number; readonly value: string }[]
      readonly rule: Bilingual
      readonly note: Bilingual
      readonly criticalConfidence: Confidence
      readonly confidence: Confidence
    }
    readonly confidence: Confidence
  }
}

/** Any standard the gateway holds; `kind` tells which. */
export type Standard =
  | WaterStandard
  | WaterAssessment
  | RiskStandard
  | IncidentStandard
  | CreditScheme
  | AirIndexStandard
  | AirQualityStandard
  | WarningScheme
  | DispersionScale
  | RoundingStandard
  | HolidayCalendar
