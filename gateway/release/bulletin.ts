/** The water bulletin of a week or a month as a pure function of the records held: the same records and terms give the same bytes on both sides. */

import { divideHalfEven, formatDecimal } from '../../adapters/standards/decimal.ts'
import { itemTitle } from '../../adapters/standards/items.ts'
import { rateRiver } from '../../adapters/standards/river-rating.ts'
import { formatInstant } from '../../adapters/tables/time.ts'
import { type Section, type SectionRegistry, sectionIndex } from '../../contracts/registry/index.ts'
import { waterAssessmentAt, waterStandardAt } from '../../contracts/standards/index.ts'
import type { Bilingual } from '../../contracts/types.ts'
import type { WaterClass } from '../../contracts/water-section-quality/record.ts'
import type { BulletinRiver, BulletinSection, Gap, GapReason, WaterBulletin } from './bulletin-types.ts'
import { derivationDigest } from './derivation.ts'
import type { Consulted } from './release-types.ts'
import { sectionWeek, type UsedRecord, type Week } from './week.ts'

/** A record the bulletin derives from, by the leaf of its submission's accepted tree (base64url). */
export interface BoundRecord extends UsedRecord {
  readonly leaf: string
}

/** All that a bulletin is made of. `start` and `end` in ms; records end in (start, end]. */
export interface BulletinInput {
  readonly type: WaterBulletin['type']
  readonly id: string
  /** What the consultation adds. */
  readonly consulted: Consulted
  readonly sandbox: boolean
  readonly start: number
  readonly end: number
  readonly registry: SectionRegistry
  readonly records: readonly BoundRecord[]
  readonly decimals: Readonly<Record<string, number>>
  readonly ledger: WaterBulletin['ledger']
  readonly contract: WaterBulletin['contract']
  readonly registryRef: WaterBulletin['registry']
  readonly keys: WaterBulletin['keys']
  readonly supersedes: WaterBulletin['supersedes']
  readonly reason: string | null
}

const TITLES: Readonly<Record<WaterBulletin['type'], Bilingual>> = {
  'weekly-water-bulletin': { zh: '川渝水质断面周报', en: 'Sichuan–Chongqing weekly water bulletin' },
  'monthly-water-bulletin': { zh: '川渝水质断面月报', en: 'Sichuan–Chongqing monthly water bulletin' },
}

const FOUR_HOURS = 4 * 3_600_000

const GAPS: Readonly<Record<GapReason, Bilingual>> = {
  'no-record': { zh: '本期没有收到合格记录', en: 'No acceptable record was received for the period' },
  'no-figure': { zh: '收到记录，但定类项目均无数值', en: 'Records were received, none with a figure for the class' },
  'station-stopped': { zh: '停站', en: 'The station was stopped' },
  'station-maintenance': { zh: '站点维护，无有效数值', en: 'The station was under maintenance, with no valid figure' },
  'station-not-ready': { zh: '站点不具备运行条件', en: 'The station was not fit to run' },
}

function percent(part: number, whole: number): string {
  return formatDecimal(divideHalfEven(BigInt(part) * 100n, BigInt(whole), 1))
}

function bulletinSection(section: Section, week: Week, registry: SectionRegistry): BulletinSection {
  const { values: _exact, ...printed } = week
  const index = sectionIndex(registry)
  const { upstream, downstream } = index.neighbours(section)
  return {
    id: section.id,
    name: section.name,
    party: section.party,
    river: index.riverName(section),
    mn: section.mn,
    waterBody: section.waterBody,
    border: section.transboundary?.direction ?? null,
    transboundary: section.transboundary !== null,
    from: section.transboundary?.from ?? null,
    to: section.transboundary?.to ?? null,
    upstream: upstream?.id ?? null,
    downstream: downstream?.id ?? null,
    order: section.order,
    coordinates: section.coordinates,
    target: section.target,
    attains: week.class === null || section.target === null ? null : week.class <= section.target,
    ...printed,
  }
}

function countClasses(rows: readonly { class: WaterClass | null }[]): WaterBulletin['summary']['counts'] {
  const count = (waterClass: number): number => rows.filter((row) => row.class === waterClass).length
  return { 1: count(1), 2: count(2), 3: count(3), 4: count(4), 5: count(5), 6: count(6) }
}

function flowOrder(a: Section, b: Section): number {
  return (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1)
}

function bulletinRivers(
  sections: readonly Section[],
  weeks: ReadonlyMap<string, Week>,
  registry: SectionRegistry,
  end: number,
): BulletinRiver[] {
  const standard = waterStandardAt(end - 1)
  const method = waterAssessmentAt(end - 1)
  return registry.rivers.flatMap((river) => {
    // A river is rated by the limits of rivers; its lakes and reservoirs are rated as sections.
    const own = sections
      .filter((section) => section.river === river.id && section.waterBody === 'river')
      .sort(flowOrder)
    const rated = rateRiver(
      own.map((section) => {
        const week = weeks.get(section.id)
        return { values: week?.values ?? {}, class: week?.class ?? null }
      }),
      'river',
      standard,
      method,
    )
    if (!rated) return []
    const { counts } = rated
    return [
      {
        id: river.id,
        title: river.title,
        into: river.into,
        method: rated.method,
        rating: rated.rating.title,
        class: rated.method === 'mean' ? rated.class : null,
        counts: { 1: counts[1], 2: counts[2], 3: counts[3], 4: counts[4], 5: counts[5], 6: counts[6] },
        pollutants:
          rated.method === 'mean'
            ? rated.pollutants.map((one) => ({ ...one, title: itemTitle(one.item) }))
            : rated.pollutants.map((one) => ({
                item: one.item,
                class: null,
                multiple: null,
                rate: one.rate,
                title: itemTitle(one.item),
              })),
        sections: own.map((section) => section.id),
      },
    ]
  })
}

function reviewOf(records: readonly BoundRecord[]): WaterBulletin['review'] {
  const [first, ...rest] = new Set(records.map((one) => one.record.review))
  return first !== undefined && rest.length === 0 ? first : 'mixed'
}

function civilDay(ms: number): string {
  return formatInstant(ms).slice(0, 10)
}

/** Makes the bulletin. Covers every transboundary section of the register and every other section with a record in the period. */
export function waterBulletin(input: BulletinInput): WaterBulletin {
  const { registry, start, end } = input
  const standard = waterStandardAt(end - 1)
  const expected = Math.round((end - start) / FOUR_HOURS)
  const bySection = Map.groupBy(input.records, (one) => one.record.section.id)
  const covered = registry.sections.filter((section) => section.transboundary !== null || bySection.has(section.id))
  const weeks = new Map(
    covered.map((section) => {
      const used = bySection.get(section.id) ?? []
      return [section.id, sectionWeek({ section, used, standard, expected, decimals: input.decimals })]
    }),
  )
  const sections = covered
    .flatMap((section) => {
      const week = weeks.get(section.id)
      return week ? [bulletinSection(section, week, registry)] : []
    })
    .sort((a, b) => Number(b.transboundary) - Number(a.transboundary) || (a.id < b.id ? -1 : 1))
  const classed = sections.filter((section) => section.class !== null)
  const targeted = classed.filter((section) => section.attains !== null)
  const border = sections.filter((section) => section.transboundary)
  const counts = countClasses(sections)
  const held = sections.reduce((sum, section) => sum + section.records.held, 0)
  const wanted = expected * sections.length
  const gaps: Gap[] = sections.flatMap(({ id, gap }) =>
    gap === null ? [] : [{ section: id, reason: gap, text: GAPS[gap] }],
  )
  const title = TITLES[input.type]
  return {
    ...input.consulted,
    type: input.type,
    v: 1,
    id: input.id,
    title: {
      zh: `${title.zh}（${civilDay(start)} 至 ${civilDay(end - 1)}）`,
      en: `${title.en} (${civilDay(start)} to ${civilDay(end - 1)})`,
    },
    label: { zh: '自动监测，不用于考核', en: 'Automatic items, not for assessment' },
    sandbox: input.sandbox,
    period: { start: formatInstant(start), end: formatInstant(end) },
    supersedes: input.supersedes,
    reason: input.reason,
    changes: [],
    ledger: input.ledger,
    contract: input.contract,
    registry: input.registryRef,
    keys: input.keys,
    standards: [standard.id, waterAssessmentAt(end - 1).id, 'GB/T 8170-2008'],
    originators: [...new Set(input.records.map((one) => one.record.originator))].sort(),
    review: reviewOf(input.records),
    derivedFrom: { count: input.records.length, digest: derivationDigest(input.records) },
    summary: {
      sections: sections.length,
      classed: classed.length,
      counts,
      goodShare: classed.length === 0 ? null : percent(counts[1] + counts[2] + counts[3], classed.length),
      targeted: targeted.length,
      attaining: targeted.filter((section) => section.attains).length,
      transboundary: {
        registered: border.length,
        classed: border.filter((section) => section.class !== null).length,
        targeted: border.filter((section) => section.attains !== null).length,
        attaining: border.filter((section) => section.attains === true).length,
      },
    },
    coverage: { expected: wanted, held, share: percent(held, Math.max(wanted, 1)), gaps },
    sections,
    rivers: bulletinRivers(covered, weeks, registry, end),
  }
}
