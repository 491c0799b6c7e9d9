/** A long river's page shows so many of its sections at a time, so that it stays light; what is told of the river as a whole is of all of them. */
import { type RiverHistory, sectionsOf } from './history.ts'

/** So many sections, each drawn twice, with up to eight weeks, a line and four trends. */
export const SECTIONS_A_PAGE = 16

/** How many pages a river has. */
export function pagesOf(history: RiverHistory): number {
  return Math.max(1, Math.ceil(sectionsOf(history).length / SECTIONS_A_PAGE))
}

/** The history with the sections of one page alone, counted from 1, in flow order. */
export function windowOf(history: RiverHistory, page: number): RiverHistory {
  if (pagesOf(history) === 1) return history
  const first = (page - 1) * SECTIONS_A_PAGE
  const ids = new Set(
    sectionsOf(history)
      .slice(first, first + SECTIONS_A_PAGE)
      .map(({ id }) => id),
  )
  return {
    ...history,
    weeks: history.weeks.map((week) => ({ ...week, sections: week.sections.filter(({ id }) => ids.has(id)) })),
  }
}
