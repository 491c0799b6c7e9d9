/** Sections in the order pages show them: the transboundary ones first, then river by river in flow order. */
import type { BulletinRiver, BulletinSection, WaterBulletin } from '../release/bulletin-types.ts'

/** Every section once; those of one river stay together, those without a river come last. */
export function orderedSections(bulletin: WaterBulletin): {
  readonly transboundary: readonly BulletinSection[]
  readonly others: readonly BulletinSection[]
} {
  const rank = new Map(bulletin.rivers.map((river, index) => [river.title.zh, index]))
  const rankOf = ({ river }: BulletinSection) => (river === null ? rank.size + 1 : (rank.get(river) ?? rank.size))
  const sorted = [...bulletin.sections].sort(
    (left, right) =>
      rankOf(left) - rankOf(right) ||
      compareText(left.river ?? '', right.river ?? '') ||
      (left.order ?? UNPLACED) - (right.order ?? UNPLACED),
  )
  return {
    transboundary: sorted.filter((section) => section.transboundary),
    others: sorted.filter((section) => !section.transboundary),
  }
}

/** The sections that do not attain their target, the transboundary ones first. */
export function notAttaining(bulletin: WaterBulletin): readonly BulletinSection[] {
  const { transboundary, others } = orderedSections(bulletin)
  return [...transboundary, ...others].filter((section) => section.attains === false)
}

/** Whether a section is on a river; the bulletin names a section's river in Chinese. Lakes on it are not among those it is rated by. */
export function isOn(river: Pick<BulletinRiver, 'sections' | 'title'>, section: BulletinSection): boolean {
  return river.sections.includes(section.id) || section.river === river.title.zh
}

/** The river a section is on, where the bulletin rates it. */
export function riverOf(bulletin: WaterBulletin, section: BulletinSection): BulletinRiver | undefined {
  return bulletin.rivers.find((river) => isOn(river, section))
}

/** After any place a register gives. */
const UNPLACED = Number.MAX_SAFE_INTEGER

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
