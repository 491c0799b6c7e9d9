/** One section's week out of its records: copies weighed, items averaged exactly, class by single factor (GB 3838-2002; 环办〔2011〕22号). */

import { itemTitle } from '../../adapters/standards/items.ts'
import { mainPollutantsOfMeans } from '../../adapters/standards/main-pollutants.ts'
import type { Mean } from '../../adapters/standards/means.ts'
import { classOfMean, meanOf } from '../../adapters/standards/means.ts'
import { sectionRating } from '../../adapters/standards/river-rating.ts'
import { halfDecimal, meanDecimal } from '../../adapters/standards/rounding.ts'
import { limitTable } from '../../adapters/standards/water-limits.ts'
import type { Section } from '../../contracts/registry/types.ts'
import type { WaterStandard } from '../../contracts/standards/types.ts'
import type { PartyId } from '../../contracts/types.ts'
import {
  WATER_ITEMS,
  type WaterClass,
  type WaterItem,
  type WaterSectionRecord,
} from '../../contracts/water-section-quality/record.ts'
import type { BulletinSection, GapReason, Pollutant } from './bulletin-types.ts'

/** A record revision as the bulletin uses it, with the place that binds it. */
export interface UsedRecord {
  readonly party: PartyId
  readonly submission: string
  readonly position: number
  readonly record: WaterSectionRecord
}

/** What a week comes to: all of a bulletin row but its neighbours, and the exact values that rivers are rated from. */
export interface Week {
  readonly class: WaterClass | null
  readonly items: readonly WaterItem[]
  readonly determining: readonly WaterItem[]
  readonly pollutants: readonly Pollutant[]
  readonly means: Readonly<Partial<Record<WaterItem, string>>>
  readonly values: Readonly<Partial<Record<WaterItem, string>>>
  readonly rating: BulletinSection['rating']
  readonly records: BulletinSection['records']
  readonly gap: GapReason | null
}

/** Decimals a mean is carried to where a text is needed; far below any limit's digits. */
const EXACT_PLACES = 12

interface Copies {
  readonly leading: UsedRecord
  readonly others: readonly UsedRecord[]
}

/** The keeping side's copies first, then by producer: no order of arrival may decide which one counts. */
function byLead(section: Section): (a: UsedRecord, b: UsedRecord) => number {
  const others = ({ party }: UsedRecord): number => Number(party !== section.party)
  return (a, b) => others(a) - others(b) || (a.record.originator < b.record.originator ? -1 : 1)
}

/** One measurement may come from both sides; the side that keeps the section leads, the other corroborates or conflicts. */
function weighCopies(section: Section, used: readonly UsedRecord[]): readonly Copies[] {
  const byEnd = Map.groupBy(used, (one) => one.record.interval.end)
  return [...byEnd.values()].map((copies) => {
    const [leading] = copies.sort(byLead(section))
    if (!leading) throw new RangeError('a group of copies is empty')
    return { leading, others: copies.filter((copy) => copy.party !== leading.party) }
  })
}

/** Alike when every item both have carries the same number and the same qualifier. */
function alike(a: WaterSectionRecord, b: WaterSectionRecord): boolean {
  return WATER_ITEMS.every((item) => {
    const [one, other] = [a.results[item], b.results[item]]
    return !one || !other || (one.value === other.value && one.qualifier === other.qualifier)
  })
}

function contribution(record: WaterSectionRecord, item: WaterItem): string | null {
  const result = record.results[item]
  if (!result || result.value === null) return null
  const digits = String(result.value)
  // Below the detection limit, half of the limit counts in a mean (环办〔2011〕22号).
  return result.qualifier === '<' || result.qualifier === 'L' ? halfDecimal(digits) : digits
}

function gapOf(used: readonly UsedRecord[], classed: boolean): GapReason | null {
  if (classed) return null
  if (used.length === 0) return 'no-record'
  const states = new Set(used.map((one) => one.record.station))
  if (states.size === 1 && states.has('stopped')) return 'station-stopped'
  if (states.size === 1 && states.has('maintenance')) return 'station-maintenance'
  if (states.size === 1 && states.has('not-ready')) return 'station-not-ready'
  return 'no-figure'
}

/** One section with the records of its week. */
export interface WeekOptions {
  readonly section: Section
  readonly used: readonly UsedRecord[]
  readonly standard: WaterStandard
  /** Records a full week holds. */
  readonly expected: number
  /** Decimals to print, by item (contract terms, rounding). */
  readonly decimals: Readonly<Record<string, number>>
}

/** Works out a section's week. */
export function sectionWeek({ section, used, standard, expected, decimals }: WeekOptions): Week {
  const copies = weighCopies(section, used)
  const means = new Map<WaterItem, Mean>()
  const printed: Partial<Record<WaterItem, string>> = {}
  const values: Partial<Record<WaterItem, string>> = {}
  for (const item of WATER_ITEMS) {
    const texts = copies.map(({ leading }) => contribution(leading.record, item)).filter((text) => text !== null)
    if (texts.length === 0) continue
    means.set(item, meanOf(texts))
    printed[item] = meanDecimal(texts, decimals[item] ?? 3)
    values[item] = meanDecimal(texts, EXACT_PLACES)
  }

  const classes = limitTable(standard, section.waterBody).inClass.flatMap((limits) => {
    const mean = means.get(limits.key)
    return mean ? [{ item: limits.key, class: classOfMean(limits, mean) }] : []
  })
  const worst = classes.reduce<WaterClass | null>(
    (most, one) => (most === null || one.class > most ? one.class : most),
    null,
  )
  const pollutants = mainPollutantsOfMeans(means, section.waterBody, standard).map((one) => ({
    ...one,
    title: itemTitle(one.item),
  }))
  const agreeing = copies.filter(({ others }) => others.length > 0)
  const conflicting = agreeing.filter(({ leading, others }) =>
    others.some((other) => !alike(leading.record, other.record)),
  )
  return {
    class: worst,
    items: classes.map((one) => one.item),
    determining:
      worst === null || worst === 1 ? [] : classes.filter((one) => one.class === worst).map((one) => one.item),
    pollutants,
    means: printed,
    values,
    rating: worst === null ? null : sectionRating(worst).title,
    records: {
      expected,
      held: copies.length,
      bySide: {
        cq: used.filter((one) => one.party === 'cq').length,
        sc: used.filter((one) => one.party === 'sc').length,
      },
      corroborated: agreeing.length - conflicting.length,
      conflicting: conflicting.length,
    },
    gap: gapOf(used, worst !== null),
  }
}
