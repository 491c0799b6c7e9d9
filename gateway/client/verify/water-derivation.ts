/** What the public part of water records must bear out of a bulletin: sections, times, copies, producers and review. */
import type { PartyId } from '../../../contracts/types.ts'
import type { BulletinSection, WaterBulletin } from '../../release/bulletin-types.ts'
import { instant } from './guards.ts'
import { membersOf, type PublicRecord } from './public-record.ts'
import { must } from './report.ts'

interface Fact {
  readonly party: PartyId
  readonly section: string
  readonly end: string
  readonly originator: string
  readonly review: string
  /** What no side may have twice: the record's key. */
  readonly key: string
}

function factOf({ party, members: record, place }: PublicRecord): Fact {
  const section = membersOf(record.get('section')).get('id')
  const end = membersOf(record.get('interval')).get('end')
  must(typeof section === 'string', `记录 ${place} 没有断面`, `expected the record ${place} to name its section`)
  must(instant(end, '', []), `记录 ${place} 没有时段止`, `expected the record ${place} to say when its interval ends`)
  const [monitoring, originator, review] = ['monitoring', 'originator', 'review'].map((member) =>
    String(record.get(member)),
  )
  const key = `${party} ${section}/${monitoring}/${end}/${originator}`
  return { party, section, end, key, originator: originator ?? '', review: review ?? '' }
}

/** Holds the records against the bulletin. Throws CheckFailure. */
export function mustBearOutWater(records: readonly PublicRecord[], bulletin: WaterBulletin): void {
  const { sections, period, coverage, originators, review } = bulletin
  const facts = records.map(factOf)
  const [start, end] = [Date.parse(period.start), Date.parse(period.end)]
  const known = new Set(sections.map(({ id }) => id))
  const keys = new Set<string>()
  for (const fact of facts) {
    must(
      known.has(fact.section),
      `断面 ${fact.section} 不在发布中`,
      `the section ${fact.section} is not in the release`,
    )
    const at = Date.parse(fact.end)
    must(
      at > start && at <= end,
      `${fact.section} 的一条记录在时段之外`,
      `a record of ${fact.section} ends outside the period`,
    )
    must(!keys.has(fact.key), `${fact.key} 有两个版本`, `expected one revision of ${fact.key}`)
    keys.add(fact.key)
  }
  const bySection = Map.groupBy(facts, (fact) => fact.section)
  for (const section of sections) mustBearOut(section, bySection.get(section.id) ?? [])
  const producers = [...new Set(facts.map((fact) => fact.originator))].sort()
  must(
    producers.join() === originators.join(),
    '数据生产者与记录不符',
    'expected the originators of the records opened',
  )
  const reviewed = new Set(facts.map((fact) => fact.review))
  const alike = reviewed.size === 1 ? reviewed.has(review) : review === 'mixed'
  must(alike, '审核状态与记录不符', 'expected the review state of the records opened')
  const held = sections.reduce((sum, section) => sum + section.records.held, 0)
  must(
    held === coverage.held,
    '发布的记录总数与各断面之和不符',
    'expected the records held to add up over the sections',
  )
}

function mustBearOut({ id, class: waterClass, records }: BulletinSection, facts: readonly Fact[]): void {
  const times = Map.groupBy(facts, (fact) => fact.end)
  const ofSide = (party: PartyId): number => facts.filter((fact) => fact.party === party).length
  const copied = [...times.values()].filter((copies) => new Set(copies.map(({ party }) => party)).size > 1).length
  const same =
    times.size === records.held &&
    ofSide('cq') === records.bySide.cq &&
    ofSide('sc') === records.bySide.sc &&
    copied === records.corroborated + records.conflicting
  must(same, `断面 ${id} 的记录数与公开的记录不符`, `the records counted for ${id} are not those opened`)
  must(waterClass === null || facts.length > 0, `断面 ${id} 有类别而无记录`, `${id} has a class without any record`)
}
