/** What public forecasts say of one place: day by day, each from the newest release that covers the day. */

import { dayNumber } from '../../../adapters/standards/civil-date.ts'
import { civilDay } from '../../../contracts/life.ts'
import type { AirRelease, ForecastCell, ForecastGap } from '../../release/release-types.ts'

/** One day of one place. `cell` null where the newest release has none, `gap` then says why. */
export interface PlaceDay {
  readonly day: string
  readonly cell: ForecastCell | null
  readonly gap: ForecastGap | null
  readonly release: AirRelease
}

/** Every day that a release covers, from the newest of them; `releases` of daily forecasts in any order. Sorted by day. */
export function placeDays(place: string, releases: readonly AirRelease[]): readonly PlaceDay[] {
  const days = new Map<string, PlaceDay>()
  for (const release of releases.toSorted((a, b) => Date.parse(a.issued) - Date.parse(b.issued))) {
    for (const { from: day } of release.summary) {
      const cell = release.cells.find(({ area, from }) => area.id === place && from === day) ?? null
      const gap = release.gaps.find(({ area, from }) => area.id === place && from === day) ?? null
      if (cell || gap) days.set(day, { day, cell, gap, release })
    }
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** How many hours ahead a day was forecast: 24 for the day after the day of issue. */
export function horizonHours({ day, release }: Pick<PlaceDay, 'day' | 'release'>): number {
  return (dayNumber(day) - dayNumber(civilDay(Date.parse(release.issued)))) * 24
}
