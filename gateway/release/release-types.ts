/** What every kind of release says of itself, and what belongs to each. Members are written in JCS by `canonical`. */
import type { AirArea, ValueRange } from '../../contracts/air-forecast/record.ts'
import type { ProductId } from '../../contracts/registry/types.ts'
import type { AirClass, AirStandardId, Pollutant, WarningLevel } from '../../contracts/standards/air-types.ts'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import type { Change, WaterBulletin } from './bulletin-types.ts'
import type { Period, Take } from './consultation/acts.ts'

/** A sealed office document by its SHA-256 (hex). */
export interface Attached {
  readonly bytes: number
  readonly digest: string
  readonly mediaType: string
  readonly name: string
}

/** What a consultation adds to the figures. */
export interface Consulted {
  /** Who may see it: everybody, or the two sides alone. */
  readonly audience: 'public' | 'joint'
  readonly attachments: readonly Attached[]
  /** The consultation it came out of: its name, how many steps it had when its content was last changed, and the digest of their digests. */
  readonly consultation: { readonly digest: string; readonly id: string; readonly steps: number }
  /** Not to be seen before this instant; null for at once. */
  readonly embargo: string | null
  /** The two sides' words on the whole (综述). */
  readonly statement: string | null
}

/** Members of every release. */
export interface ReleaseHead<Type extends ProductId = ProductId> extends Consulted {
  readonly type: Type
  readonly v: 1
  readonly id: string
  readonly title: Bilingual
  readonly label: Bilingual
  readonly sandbox: boolean
  readonly period: Period
  readonly supersedes: { readonly id: string; readonly digest: string } | null
  readonly reason: string | null
  readonly changes: readonly Change[]
  readonly ledger: { readonly origin: string; readonly size: number }
  readonly contract: { readonly id: string; readonly version: string; readonly digest: string }
  readonly registry: { readonly id: string; readonly edition: string; readonly digest: string }
  readonly keys: Readonly<Record<PartyId, { readonly edition: number; readonly digest: string }>>
  readonly standards: readonly string[]
  /** How many record revisions it derives from, and the digest over their places and leaves. */
  readonly derivedFrom: { readonly count: number; readonly digest: string }
}

/** A forecast for one area and one day or span of days, as both sides put it. */
export interface ForecastValue {
  readonly aqi: ValueRange<number> | null
  readonly class: ValueRange<AirClass>
  readonly primary: readonly Pollutant[]
}

/** What an outlook over several days is read from: which of them were forecast, and whether by the areas in the zone rather than for the zone itself. */
export interface OutlookBasis {
  readonly days: readonly string[]
  readonly derived: boolean
}

/** One cell of a joint forecast. `take` says whose it was; `owner` whose it is. */
export interface ForecastCell extends ForecastValue {
  readonly area: AirArea
  /** In an outlook only; null where the value is the drafters' own. */
  readonly basis?: OutlookBasis | null
  /** First and last civil day, Asia/Shanghai. */
  readonly from: string
  readonly owner: PartyId
  readonly reason: string | null
  readonly take: Take
  readonly to: string
}

/** Why nothing is said of an area: neither side has a forecast of it by the index in force, or only the other side has and it was not taken. */
export type ForecastGapReason = 'no-forecast' | 'not-taken'

/** A city (in an outlook, a zone) and day that the release has no value for; it is never filled. */
export interface ForecastGap {
  readonly area: AirArea
  readonly from: string
  readonly reason: ForecastGapReason
  readonly to: string
}

/** How many cities (in an outlook, zones) have which classes on a day or span of days, the lowest first, and how many have no value. */
export interface ForecastCount {
  readonly areas: number
  readonly classes: readonly (ValueRange<AirClass> & { readonly areas: number })[]
  readonly from: string
  readonly gaps: number
  readonly to: string
}

/** The daily joint air forecast (逐日空气质量联合预报), or the weekly outlook by zones (片区一周展望). */
export interface AirRelease extends ReleaseHead<'daily-air-forecast' | 'weekly-zone-outlook'> {
  readonly cells: readonly ForecastCell[]
  readonly gaps: readonly ForecastGap[]
  readonly issued: string
  /** The edition of the index in force on its first day; `standards` names every one of its days. */
  readonly standard: AirStandardId
  readonly summary: readonly ForecastCount[]
}

/** What a scheme comes to: a level of its own, none, or that the forecast does not tell. */
export type SuggestedLevel = WarningLevel | 'none' | 'unknown'

/**
 * What one scheme suggests for one area; never without its scheme. `certain` at the low end of the forecast, `possible` at the high end, and `why`
 * the conditions of the level that is possible, each with the days that meet it. `from` says whose forecast it comes out of.
 */
export interface SuggestedWarning {
  readonly area: AirArea
  readonly certain: SuggestedLevel
  readonly from: PartyId | 'joint'
  readonly possible: SuggestedLevel
  readonly scheme: string
  readonly text: Bilingual
  readonly why: readonly { readonly days: readonly string[]; readonly rule: Bilingual }[]
}

/**
 * Warning suggestions (预警建议): for the two sides alone; governments issue warnings. Out of the agreed forecast that `base` names, or where both have
 * agreed to none, out of each side's own: then a cell's `take` says whose it is.
 */
export interface WarningRelease extends ReleaseHead<'warning-suggestion'> {
  readonly base: { readonly digest: string; readonly id: string } | null
  readonly cells: readonly ForecastCell[]
  readonly issued: string
  readonly suggestions: readonly SuggestedWarning[]
}

/**
 * The annual list of enterprise credit ratings. Its rows stand beside it and not in it, since what was repaired or has expired may no longer be shown while
 * the signatures hold: `rowsRoot` commits to them (products/credit/rows.ts), `rowCount` says how many there were on the day of issue.
 */
export interface CreditRelease extends ReleaseHead<'annual-credit-list'> {
  readonly issued: string
  readonly rowCount: number
  /** The RFC 6962 root, as base64url, over the leaves of its records, by their places in the ledger. */
  readonly rowsRoot: string
}

/** Any release. */
export type Release = WaterBulletin | AirRelease | WarningRelease | CreditRelease
