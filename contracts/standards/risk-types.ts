/** The grading of risk sources (HJ 941-2018) and of events (国办函〔2014〕119号) as data. */
import type { Bilingual, Confidence } from '../types.ts'
import type { StandardHeader } from './types.ts'

/** Levels of environmental risk, lowest first. */
export const RISK_LEVELS = ['general', 'large', 'major'] as const
/** 一般, 较大, 重大. */
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** What may carry a substance away. */
export type RiskMedium = 'air' | 'water'
/** Q0–Q3, the band of the ratio of amounts to thresholds. */
export type QuantityBand = 0 | 1 | 2 | 3
/** M1–M4, production process and risk control. */
export type ProcessType = 1 | 2 | 3 | 4
/** E1–E3, sensitivity of what lies around; 1 is the most sensitive. */
export type Sensitivity = 1 | 2 | 3

/** Grades that look like those of HJ 941 and are not. */
export const OTHER_SCHEMES = ['work-safety', 'major-hazard', 'tailings', 'chemical-park', 'hidden-danger'] as const
/** One of `OTHER_SCHEMES`. */
export type OtherScheme = (typeof OTHER_SCHEMES)[number]

/** The levels of one E, by Q1–Q3, each for M1–M4 in order. */
export type MatrixRows = Readonly<Record<1 | 2 | 3, readonly [RiskLevel, RiskLevel, RiskLevel, RiskLevel]>>

/** A rule in words with how sure it is. */
interface Rule {
  readonly rule: Bilingual
  readonly confidence: Confidence
}

/** People around a site: E1 above `above`, E2 from `from`, else E3. */
export type PeopleBands = readonly [{ readonly e: 1; readonly above: string }, { readonly e: 2; readonly from: string }]

/** An edition of the grading of risk sources. Figures are decimal texts. */
export interface RiskStandard extends StandardHeader {
  readonly kind: 'environmental-risk'
  readonly inForceConfidence: Confidence
  readonly levels: readonly { readonly key: RiskLevel; readonly title: Bilingual; readonly colour: Bilingual }[]
  readonly colourConfidence: Confidence
  /** Bands ascending, each from `from` up to the next. */
  readonly quantity: Rule & {
    readonly bands: readonly { readonly q: QuantityBand; readonly from: string }[]
    readonly media: Readonly<Record<RiskMedium, Bilingual>>
    readonly belowOne: RiskLevel
  }
  readonly control: Rule & {
    readonly types: readonly { readonly m: ProcessType; readonly from: string }[]
    readonly max: string
    readonly units: Rule & { readonly max: string }
    readonly note: Bilingual
  }
  readonly sensitivity: {
    readonly air: {
      readonly people5km: PeopleBands
      readonly people500m: PeopleBands
      readonly rules: Readonly<Record<Sensitivity, Bilingual>>
    }
    readonly water: { readonly rules: Readonly<Record<Sensitivity, Bilingual>> }
    readonly boundary: Rule & { readonly withinKm: string; readonly atLeast: Sensitivity }
    readonly confidence: Confidence
  }
  readonly matrix: Readonly<Record<Sensitivity, MatrixRows>>
  readonly matrixRule: Bilingual
  readonly matrixConfidence: Confidence
  readonly overall: Rule
  readonly raise: Rule & { readonly years: number; readonly levels: number }
  readonly text: Rule & { readonly forms: readonly string[] }
  readonly others: readonly {
    readonly id: OtherScheme
    readonly title: Bilingual
    readonly levels: readonly string[]
    readonly note?: Bilingual
    readonly confidence: Confidence
  }[]
}

/** Grades of events, gravest first. */
export const INCIDENT_GRADES = ['extraordinary', 'major', 'large', 'general'] as const
/** 特别重大 Ⅰ, 重大 Ⅱ, 较大 Ⅲ, 一般 Ⅳ. */
export type IncidentGrade = (typeof INCIDENT_GRADES)[number]

/** What is counted of an event. */
export const INCIDENT_COUNTS = ['deaths', 'injured', 'evacuated', 'loss'] as const
/** Deaths, poisoned or seriously injured, evacuated (people); direct loss (万元). */
export type IncidentCount = (typeof INCIDENT_COUNTS)[number]

/** What is found of an event beside what is counted. */
export const INCIDENT_FINDINGS = ['ecology', 'waterSource', 'crossing'] as const
/** One of `INCIDENT_FINDINGS`. */
export type IncidentFinding = (typeof INCIDENT_FINDINGS)[number]

/** The grading of events. A count from `from[grade]` on is of that grade; below the last it is general. */
export interface IncidentStandard extends StandardHeader {
  readonly kind: 'incident-grades'
  readonly inForceConfidence: Confidence
  readonly grades: readonly { readonly key: IncidentGrade; readonly roman: string; readonly title: Bilingual }[]
  readonly counts: readonly {
    readonly key: IncidentCount
    readonly title: Bilingual
    readonly unit: string
    readonly from: Readonly<Record<'extraordinary' | 'major' | 'large', string>>
    readonly generalConfidence: Confidence
  }[]
  readonly findings: readonly {
    readonly key: IncidentFinding
    readonly title: Bilingual
    readonly grades: Readonly<Partial<Record<IncidentGrade, Rule>>>
  }[]
  readonly boundary: Rule & { readonly atLeast: IncidentGrade }
  readonly note: Bilingual
}
