/** The water bulletin as released, of a week or a month: what both sides sign. Members are written in JCS by `canonical`. */
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import type { WaterClass, WaterItem, WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import type { ReleaseHead } from './release-types.ts'

/** Why a section has no class, or less than a full one. */
export type GapReason = 'no-record' | 'no-figure' | 'station-stopped' | 'station-maintenance' | 'station-not-ready'

/** A section without a class, and why. */
export interface Gap {
  readonly section: string
  readonly reason: GapReason
  readonly text: Bilingual
}

/** An item over its Ⅲ limit; `multiple` has one decimal, null for pH and dissolved oxygen (环办〔2011〕22号). */
export interface Pollutant {
  readonly item: WaterItem
  readonly class: WaterClass
  readonly multiple: string | null
  readonly title: Bilingual
}

/** One section's week. Means are rounded once, by GB/T 8170; the class is judged on unrounded means. */
export interface BulletinSection {
  readonly id: string
  readonly name: string
  readonly party: PartyId
  readonly river: string | null
  readonly mn: string | null
  readonly waterBody: 'river' | 'lake'
  readonly border: 'sc-cq' | 'cq-sc' | 'shared' | null
  readonly transboundary: boolean
  readonly from: string | null
  readonly to: string | null
  /** Ids of the next section up and down the river, where the register knows the order. */
  readonly upstream: string | null
  readonly downstream: string | null
  readonly order: number | null
  readonly coordinates: readonly [number, number] | null
  readonly class: WaterClass | null
  readonly target: WaterClass | null
  readonly attains: boolean | null
  readonly rating: Bilingual | null
  readonly items: readonly WaterItem[]
  readonly determining: readonly WaterItem[]
  readonly pollutants: readonly Pollutant[]
  readonly means: Readonly<Partial<Record<WaterItem, string>>>
  readonly records: {
    readonly expected: number
    readonly held: number
    readonly bySide: Readonly<Record<PartyId, number>>
    /** Times for which both sides sent a copy: alike, or not. */
    readonly corroborated: number
    readonly conflicting: number
  }
  readonly gap: GapReason | null
}

/** An item over its Ⅲ limit on a river: by the mean section, or (five sections and more) the share of sections over Ⅲ in percent. */
export type RiverPollutant =
  | Pollutant
  | {
      readonly item: WaterItem
      readonly class: null
      readonly multiple: null
      readonly rate: string
      readonly title: Bilingual
    }

/** One river by 环办〔2011〕22号; `method` says whether by shares (five sections or more) or by the mean. */
export interface BulletinRiver {
  readonly id: string
  readonly title: Bilingual
  readonly into: string | null
  readonly method: 'shares' | 'mean'
  readonly rating: Bilingual
  readonly class: WaterClass | null
  readonly counts: Readonly<Record<'1' | '2' | '3' | '4' | '5' | '6', number>>
  readonly pollutants: readonly RiverPollutant[]
  /** Section ids in flow order where known. */
  readonly sections: readonly string[]
}

/** One thing a correction changed. `from` and `to` are JSON texts. */
export interface Change {
  readonly section: string | null
  readonly member: string
  readonly from: string
  readonly to: string
}

/** The payload of a release. */
export interface WaterBulletin extends ReleaseHead<'weekly-water-bulletin' | 'monthly-water-bulletin'> {
  /** Who produced the records, and how far they were reviewed. */
  readonly originators: readonly WaterSectionRecord['originator'][]
  readonly review: WaterSectionRecord['review'] | 'mixed'
  readonly summary: {
    readonly sections: number
    readonly classed: number
    /** Sections by class, and the share of Ⅰ–Ⅲ in percent with one decimal. */
    readonly counts: Readonly<Record<'1' | '2' | '3' | '4' | '5' | '6', number>>
    readonly goodShare: string | null
    readonly targeted: number
    readonly attaining: number
    readonly transboundary: {
      readonly registered: number
      readonly classed: number
      readonly targeted: number
      readonly attaining: number
    }
  }
  readonly coverage: {
    readonly expected: number
    readonly held: number
    readonly share: string
    readonly gaps: readonly Gap[]
  }
  readonly sections: readonly BulletinSection[]
  readonly rivers: readonly BulletinRiver[]
}
