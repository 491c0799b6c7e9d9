/**
 * Air standards as data: the index (HJ 633), the quality standard (GB 3095) and schemes of heavy-pollution warnings.
 * One model of concentrations everywhere: a pollutant and an averaging. Ozone is `o3` at `1h` or `8h`, never a pollutant of its own.
 */
import type { Bilingual, Confidence, PartyId } from '../types.ts'
import type { StandardHeader } from './types.ts'

/** The six pollutants in JCS key order; the order matters, records are built in it. */
export const POLLUTANTS = ['co', 'no2', 'o3', 'pm10', 'pm25', 'so2'] as const
/** One of `POLLUTANTS`. */
export type Pollutant = (typeof POLLUTANTS)[number]

/** Averaging times in JCS key order: an hour's mean, a day's (or 24 sliding hours') mean, the mean of eight sliding hours (for a day: its maximum). */
export const AVERAGINGS = ['1h', '24h', '8h'] as const
/** One of `AVERAGINGS`. */
export type Averaging = (typeof AVERAGINGS)[number]

/** Concentrations as decimal texts in the standard's units (CO mg/m³, all others μg/m³): `{o3: {'1h': '210', '8h': '165'}, pm25: {'24h': '61'}}`. Members in JCS order. */
export type AirValues = Readonly<Partial<Record<Pollutant, Readonly<Partial<Record<Averaging, string>>>>>>

/** Editions of the index, by the id that records print. */
export const AIR_STANDARD_IDS = ['HJ 633-2012', 'HJ 633-2026'] as const
/** One of `AIR_STANDARD_IDS`. */
export type AirStandardId = (typeof AIR_STANDARD_IDS)[number]

/** Class of the index: 1 优, 2 良, 3 轻度污染, 4 中度污染, 5 重度污染, 6 严重污染. */
export type AirClass = 1 | 2 | 3 | 4 | 5 | 6

/** Above a column's last break point the index stops at `index`; where that is null there is none, and the column of `instead` serves. */
export interface AboveColumn {
  readonly index: number | null
  readonly instead: Averaging | null
}

/** One column of the table of break points: concentrations as printed, one for each of the first of the standard's `indices`. */
export interface AirColumn {
  readonly pollutant: Pollutant
  readonly averaging: Averaging
  readonly breakpoints: readonly string[]
  readonly above: AboveColumn
  readonly confidence: Confidence
}

/** A class with its range (inclusive; `max` null for the last), words and colour. */
export interface AirClassRow {
  readonly class: AirClass
  readonly min: number
  readonly max: number | null
  /** 一级 … 六级. */
  readonly level: Bilingual
  /** 优 … 严重污染. */
  readonly title: Bilingual
  readonly colour: {
    readonly title: Bilingual
    readonly rgb: readonly [number, number, number]
    readonly hex: string
    readonly cmyk: readonly [number, number, number, number]
  }
}

/** Whom advice on health is for, as far as the standard tells people apart. */
export const HEALTH_GROUPS = ['everyone', 'sensitive', 'general'] as const
/** One of `HEALTH_GROUPS`. */
export type HealthGroup = (typeof HEALTH_GROUPS)[number]

/** What one group should do. In Chinese the standard's own sentence is `group` and `advice` side by side. */
export interface HealthMeasure {
  readonly for: HealthGroup
  readonly group: Bilingual
  readonly advice: Bilingual
}

/** 对健康影响情况 and 建议采取的措施 of one class, the more sensitive first. */
export interface HealthRow {
  readonly class: AirClass
  readonly effect: Bilingual
  readonly measures: readonly HealthMeasure[]
  readonly confidence: Confidence
}

/** What an edition says of health. `rendering` tells whose the English is, `notes` what of the wording is not certain. */
export interface AirHealth {
  readonly source: Bilingual
  readonly confidence: Confidence
  readonly rendering: Bilingual
  readonly notes: readonly Bilingual[]
  readonly rows: readonly HealthRow[]
}

/** How a concentration is brought to its places before the formula. */
export type ConcentrationRounding = 'half-even' | 'truncate' | 'none'
/** Which mean of particles an hour's index is of: the hour's own, or that of 24 sliding hours. */
export type HourlyParticles = '1h-mean' | '24h-sliding-mean'

/** An averaging for each pollutant. */
export type AveragingOf = Readonly<Record<Pollutant, Averaging>>

/** A rule in words with how sure it is. */
export interface AirRule {
  readonly rule: Bilingual
  readonly confidence: Confidence
}

/** An edition of the index (HJ 633). */
export interface AirIndexStandard extends StandardHeader {
  readonly kind: 'air-index'
  readonly id: AirStandardId
  readonly pollutants: Readonly<Record<Pollutant, { readonly title: Bilingual; readonly unit: string }>>
  /** The indices of the rows of the table: 0, 50, 100 … 500. */
  readonly indices: readonly number[]
  readonly columns: readonly AirColumn[]
  readonly classes: readonly AirClassRow[]
  readonly classConfidence: Confidence
  readonly health: AirHealth
  readonly formula: AirRule
  readonly concentrationRounding: AirRule & {
    readonly method: ConcentrationRounding
    readonly alternative: ConcentrationRounding
    readonly places: Readonly<Record<Pollutant, number>>
  }
  readonly indexRounding: AirRule & { readonly method: 'up' }
  /** The averaging of each pollutant in a day's index; ozone is the day's maximum of 8-hour means. */
  readonly daily: AirRule & { readonly averaging: AveragingOf }
  /** The averaging in an hour's index. Particles have no columns of their own for an hour: their 24-hour columns serve. */
  readonly hourly: AirRule & {
    readonly averaging: AveragingOf
    readonly particles: HourlyParticles
    readonly alternative: HourlyParticles
  }
  /** Pollutants with the largest index are primary when the AQI is above this. */
  readonly primary: AirRule & { readonly above: number }
  /** Pollutants with an index above this exceed; null where the edition has no such concept. */
  readonly exceeding: AirRule & { readonly above: number | null }
  /** Up to this AQI an incomplete set is published as `NA`; null where the edition does not say. */
  readonly incomplete: AirRule & { readonly notAvailableUpTo: number | null }
}

/** Periods a limit is for: the year's mean, a day's mean, the day's maximum 8-hour mean, an hour's mean. */
export const AIR_PERIODS = ['year', 'day', '8h', '1h'] as const
/** One of `AIR_PERIODS`. */
export type AirPeriod = (typeof AIR_PERIODS)[number]

/** Limits of one pollutant and period, as printed, for both grades of area. */
export interface AirLimit {
  readonly pollutant: Pollutant
  readonly period: AirPeriod
  readonly grade1: string
  readonly grade2: string
  readonly confidence: Confidence
  /** Another source's figures, where sources disagree. */
  readonly note?: Bilingual
}

/** Limits while a stage lasts; `to` is null for the last. */
export interface AirStage {
  readonly from: string
  readonly to: string | null
  readonly limits: readonly AirLimit[]
}

/** The least number of values that make a mean valid. */
export interface AirValidity extends AirRule {
  readonly dayHours: number
  readonly eightHours: number
  readonly dayWindows: number
}

/** The state gas concentrations are told at, while it holds (civil dates of Asia/Shanghai, inclusive); particles are told at the actual state. */
export interface GasState {
  readonly from: string | null
  readonly to: string | null
  /** Kelvin. */
  readonly temperature: string
  /** hPa; null where the gateway has no source for it. */
  readonly pressure: string | null
  readonly confidence: Confidence
}

/** An edition of the quality standard (GB 3095). */
export interface AirQualityStandard extends StandardHeader {
  readonly kind: 'air-quality'
  readonly units: Readonly<Record<Pollutant, string>>
  /** Empty where the gateway does not hold the limits. */
  readonly stages: readonly AirStage[]
  readonly comparison: AirRule & {
    readonly method: 'rounded' | 'full'
    readonly places: Readonly<Record<Pollutant, number>>
  }
  readonly validity: AirValidity
  readonly gasStates: readonly GasState[]
  readonly particleState: AirRule & { readonly state: 'actual' }
}

/** Levels of a warning within one scheme, lowest first; nothing orders them across schemes. */
export const WARNING_LEVELS = ['blue', 'yellow', 'orange', 'red'] as const
/** 蓝, 黄, 橙, 红. */
export type WarningLevel = (typeof WARNING_LEVELS)[number]

/** What a warning rule looks at: the day's AQI, PM2.5's day mean, ozone's daily maximum 8-hour mean (μg/m³). */
export const WARNING_INDICATORS = ['aqi', 'o3', 'pm25'] as const
/** One of `WARNING_INDICATORS`. */
export type WarningIndicator = (typeof WARNING_INDICATORS)[number]

/** So many days in a row with the indicator above a figure (`above`), or at least at it (`reaches`). */
export interface WarningRun {
  readonly indicator: WarningIndicator
  readonly above?: string
  readonly reaches?: string
  readonly days: number
}

/** One way to a level: a run of days, inside it another where `within` says so, and short heavy pollution (短时重度污染) where the text asks for it. */
export interface WarningClause {
  readonly run: WarningRun
  readonly within?: WarningRun
  /** `needed`; `unclear` where the words may or may not belong to this clause. */
  readonly shortHeavy?: 'needed' | 'unclear'
  readonly rule: Bilingual
}

/** A level of a scheme; `clauses` is null where its rule is not known, and any one of them suffices. */
export interface WarningRow {
  readonly level: WarningLevel
  readonly clauses: readonly WarningClause[] | null
  readonly confidence: Confidence
  readonly note?: Bilingual
}

/** Who warns by a scheme, under which document of their own. */
export interface WarningUser {
  readonly who: Bilingual
  readonly party: PartyId
  readonly document: string | null
  readonly from: string | null
  /** What that document calls heavy pollution weather, where known. */
  readonly definition: Bilingual | null
  readonly confidence: Confidence
}

/** A scheme of heavy-pollution warnings. Unlike a standard's, its days in force may be unknown: both null then, and `standing` tells. */
export interface WarningScheme extends Omit<StandardHeader, 'inForce'> {
  readonly kind: 'air-warning'
  readonly inForce: { readonly from: string | null; readonly to: string | null }
  /** `older`: a later scheme has come beside it or in its place; when it ended is not established. */
  readonly standing: 'current' | 'older'
  /** Lowest first. */
  readonly levels: readonly WarningRow[]
  /** The AQI counts only on days one of these is primary; null where the scheme names none. */
  readonly covers: (AirRule & { readonly pollutants: readonly Pollutant[] }) | null
  readonly usedBy: readonly WarningUser[]
  readonly note?: Bilingual
}
