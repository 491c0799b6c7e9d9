/** What a corrected bulletin says differently from the one it supersedes: section by section, member by member. */
import { canonical } from '../../contracts/jcs.ts'
import type { BulletinSection, Change, WaterBulletin } from './bulletin-types.ts'

const SECTION_MEMBERS = ['class', 'target', 'attains', 'pollutants', 'means', 'records', 'gap'] as const
const MEMBERS = ['summary', 'coverage', 'rivers'] as const

function sectionChanges(before: BulletinSection | undefined, after: BulletinSection | undefined): Change[] {
  const section = (after ?? before)?.id ?? null
  if (!before || !after) {
    return [{ section, member: 'section', from: canonical(before ?? null), to: canonical(after ?? null) }]
  }
  return SECTION_MEMBERS.map((member) => ({
    section,
    member,
    from: canonical(before[member]),
    to: canonical(after[member]),
  })).filter((change) => change.from !== change.to)
}

/** The changes, those of sections first, in the order of the new bulletin. */
export function changesBetween(before: WaterBulletin, after: WaterBulletin): readonly Change[] {
  const earlier = new Map(before.sections.map((section) => [section.id, section]))
  const later = new Map(after.sections.map((section) => [section.id, section]))
  const ids = [...new Set([...later.keys(), ...earlier.keys()])]
  return [
    ...ids.flatMap((id) => sectionChanges(earlier.get(id), later.get(id))),
    ...MEMBERS.map((member) => ({
      section: null,
      member,
      from: canonical(before[member]),
      to: canonical(after[member]),
    })).filter((change) => change.from !== change.to),
  ]
}
