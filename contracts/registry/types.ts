/** Reference data with editions: rivers and sections. What is not known is null, never guessed. */
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
