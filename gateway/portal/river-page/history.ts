/** A river over the public weekly bulletins: its sections week by week, shares, and how the newest compares with the one before. */
import { type RiverTrend, riverTrend, sectionTrend, type Trend } from '../../../adapters/standards/river-trend.ts'
import type { River } from '../../../contracts/registry/types.ts'
import type { BulletinRiver, BulletinSection, WaterBulletin } from '../../release/bulletin-types.ts'
import { isOn } from '../order.ts'

/** The part of a register's river that its page is found by. */
export type NamedRiver = Pick<River, 'id' | 'title' | 'into'>

/** A river in one bulletin; `rated` null where the bulletin does not rate it. */
export interface RiverWeek {
  readonly bulletin: WaterBulletin
  readonly rated: BulletinRiver | null
  readonly sections: readonly BulletinSection[]
}

/** The newest week first. */
export interface RiverHistory {
  readonly river: NamedRiver
  readonly weeks: readonly RiverWeek[]
}

/** The history over bulletins, the newest first. */
export function riverHistory(river: NamedRiver, bulletins: readonly WaterBulletin[]): RiverHistory {
  return {
    river,
    weeks: bulletins.map((bulletin) => {
      const rated = bulletin.rivers.find(({ id }) => id === river.id) ?? null
      const on = rated ?? { title: river.title, sections: [] }
      return { bulletin, rated, sections: bulletin.sections.filter((section) => isOn(on, section)) }
    }),
  }
}

/** How the newest week compares with the one before; null where there are not two. */
export function trendOf({ weeks: [now, before] }: RiverHistory): RiverTrend | null {
  if (!now || !before) return null
  return riverTrend(classesOf(before), classesOf(now))
}

/** How one section compares; null where it has no class in one of the two. */
export function sectionTrendOf({ weeks: [now, before] }: RiverHistory, id: string): Trend | null {
  const classIn = (week: RiverWeek | undefined) => week?.sections.find((section) => section.id === id)?.class ?? null
  const [old, next] = [classIn(before), classIn(now)]
  return old === null || next === null ? null : sectionTrend(old, next)
}

function classesOf({ sections }: RiverWeek) {
  return new Map(sections.map(({ id, class: found }) => [id, found]))
}

/** Its sections in flow order, as the newest week that knows each has them; those without a place last. */
export function sectionsOf({ weeks }: RiverHistory): readonly BulletinSection[] {
  const found = new Map<string, BulletinSection>()
  for (const { sections } of weeks)
    for (const section of sections) if (!found.has(section.id)) found.set(section.id, section)
  const place = ({ order }: BulletinSection): number => order ?? Number.MAX_SAFE_INTEGER
  return [...found.values()].sort((a, b) => place(a) - place(b))
}

/** Shares of a week in percent to one place, as texts; null where no section has a class. */
export function sharesOf({ sections }: RiverWeek): {
  readonly good: string | null
  readonly worst: string | null
  readonly classed: number
} {
  const classes = sections.flatMap(({ class: found }) => found ?? [])
  const share = (count: number): string | null =>
    classes.length === 0 ? null : ((count * 100) / classes.length).toFixed(1)
  return {
    good: share(classes.filter((one) => one <= 3).length),
    worst: share(classes.filter((one) => one === 6).length),
    classed: classes.length,
  }
}
