/** Reference data with editions: rivers and sections, administrative divisions and forecast zones, terms of consultation. What is not known is null, never guessed. */
import type { Bilingual, Evidence, PartyId } from '../types.ts'
import type { WaterClass } from '../water-section-quality/record.ts'

/** A river; `aliases` are other names by either side; `into` is the id of the river it joins, where known. */
export interface River {
  readonly id: string
  readonly title: Bilingual
  readonly aliases: readonly string[]
  readonly into: string | null
  readonly evidence: Evidence
}

/** A monitoring section. `id` is the register's own (`cq-朱沱`): party that keeps it, then its name, with the river in brackets where a side has two of a name. It is no official code. */
export interface Section {
  readonly id: string
  readonly name: string
  /** Other spellings seen in files of either side. */
  readonly aliases: readonly string[]
  readonly party: PartyId
  /** River id, or null when not established. */
  readonly river: string | null
  readonly waterBody: 'river' | 'lake'
  /** National automatic station number (MN) as published; its division part may be a retired code. */
  readonly mn: string | null
  readonly target: WaterClass | null
  readonly level: 'national' | 'provincial' | 'prefecture' | 'county' | null
  readonly transboundary: {
    readonly direction: 'sc-cq' | 'cq-sc' | 'shared' | null
    readonly from: string | null
    readonly to: string | null
  } | null
  /** Position along its river, 1 = uppermost known; null when not established. */
  readonly order: number | null
  /** [longitude, latitude], CGCS2000 degrees; null when not established. */
  readonly coordinates: readonly [number, number] | null
  readonly evidence: Evidence & { readonly fields?: Readonly<Record<string, Evidence>> }
}

/** The section register, an edition at a time; signed by both parties like a contract. */
export interface SectionRegistry {
  readonly id: 'sections'
  readonly edition: string
  readonly title: Bilingual
  readonly rivers: readonly River[]
  readonly sections: readonly Section[]
}

/** What a division is: 省/直辖市, 市州, 区县, a forecast zone (片区), or a management unit without an ordinary code (新区、高新区、经开区). */
export type DivisionKind = 'province' | 'city' | 'county' | 'zone' | 'management'

/**
 * An administrative division or zone, while it exists. `id` is the register's own: the code of GB/T 2260 where there is one
 * (with the year it began where the code was used twice), else party and name (`cq-主城都市区`).
 */
export interface Division {
  readonly id: string
  /** GB/T 2260, six digits; null where none is known or given. */
  readonly code: string | null
  readonly name: string
  /** Shorter and other names seen in files of either side. */
  readonly aliases: readonly string[]
  readonly party: PartyId
  readonly kind: DivisionKind
  /** Id of the division it lies in; for a zone null. */
  readonly parent: string | null
  /** First and last civil day (Asia/Shanghai) the division is known to be valid; null where it is open, or not established. */
  readonly from: string | null
  readonly to: string | null
  /** Ids of the divisions that took its place, where it has ended. */
  readonly into: readonly string[]
  /** Whether it adjoins the province boundary between the two sides; null when not established. */
  readonly adjoins: boolean | null
  /** Id of the forecast zone it lies in, a zone too where zones nest; null when not established. Editions before 2026-12 say it of none. */
  readonly zone?: string | null
  readonly evidence: Evidence & { readonly fields?: Readonly<Record<string, Evidence>> }
}

/** The register of divisions, an edition at a time; signed by both parties like a contract. */
export interface DivisionRegistry {
  readonly id: 'divisions'
  readonly edition: string
  readonly title: Bilingual
  readonly divisions: readonly Division[]
}

/** A register that rows are read under: adapters say by its id which one. */
export type Registry = SectionRegistry | DivisionRegistry

/** What is consulted on, and released together when both agree. */
export const PRODUCT_IDS = [
  'weekly-water-bulletin',
  'monthly-water-bulletin',
  'daily-air-forecast',
  'weekly-zone-outlook',
  'warning-suggestion',
  'annual-credit-list',
] as const
/** One of `PRODUCT_IDS`. */
export type ProductId = (typeof PRODUCT_IDS)[number]

/** A time of day so many days after the product's anchor day. */
export interface DeadlineRule {
  readonly days: number
  /** Working days go by the register's holiday calendar; the anchor day itself is never counted. */
  readonly count: 'calendar' | 'working'
  /** `HH:MM`, Asia/Shanghai. */
  readonly time: string
}

/** How one product is consulted on: by when, what happens otherwise, and whose posts act. */
export interface ConsultationProduct {
  readonly id: ProductId
  readonly title: Bilingual
  /** Id of the contract whose records it derives from. */
  readonly contract: string
  /** What day 0 is: 'the day of issue', 'the last day of the period'. */
  readonly anchor: Bilingual
  readonly agreeBy: DeadlineRule
  readonly signBy: DeadlineRule
  /** Minutes before `agreeBy`, the earliest reminder first. */
  readonly reminders: readonly number[]
  /** Whom each side turns to when `agreeBy` has passed: posts, never names. */
  readonly escalation: Readonly<Record<PartyId, Bilingual>>
  /** Who may see each side's own values when there is no agreement. */
  readonly withoutAgreement: 'partners' | 'public'
  readonly audience: 'public' | 'joint'
  /** The most an embargo may last; 0 when none is allowed. */
  readonly embargoHours: number
  /** 拟稿, 审核, 签发. */
  readonly posts: Readonly<Record<'drafter' | 'reviewer' | 'signatory', Bilingual>>
}

/** The terms of consultation (会商规约), an edition at a time; signed by both parties like a contract. */
export interface ConsultationRegistry {
  readonly id: 'consultation'
  readonly edition: string
  readonly title: Bilingual
  /** Id of the holiday calendar its working days are counted by. */
  readonly calendar: string
  readonly products: readonly ConsultationProduct[]
}

/** Any register that both sides sign. */
export type AnyRegistry = Registry | ConsultationRegistry
