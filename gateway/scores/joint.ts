/** Joint values as they were published: every edition of every daily forecast both sides had signed, each with what lay on the table when they agreed. */
import { dayNumber } from '../../adapters/standards/civil-date.ts'
import type { AirArea } from '../../contracts/air-forecast/record.ts'
import { civilDay } from '../../contracts/life.ts'
import type { Take } from '../release/consultation/acts.ts'
import type { ForecastValue } from '../release/release-types.ts'
import type { ReleaseEntry } from '../release/releases.ts'
import type { Span } from './forecasts.ts'

/** One joint value. `basis` is the ledger size whose records it was agreed over, `daysAhead` how long before its day it was published. */
export interface JointForecast {
  readonly area: AirArea
  readonly basis: number
  /** The consultation it came out of; empty for one from before there were any. */
  readonly consultation: string
  readonly day: string
  readonly daysAhead: number
  readonly publishedAt: string
  readonly reason: string | null
  readonly release: string
  readonly take: Take
  readonly value: ForecastValue
}

/** Those of the days of a span that were published by its ledger size, in the order of the ledger. */
export function jointForecasts(
  entries: readonly ReleaseEntry[],
  { from, to, area, asOf }: Span,
): readonly JointForecast[] {
  return entries.flatMap(({ document: { inForce }, publishedAt, release }) => {
    if (release.type !== 'daily-air-forecast' || publishedAt === null || inForce === null || inForce >= asOf) return []
    const published = dayNumber(civilDay(Date.parse(publishedAt)))
    return release.cells
      .filter((cell) => cell.from >= from && cell.from <= to && (area === null || cell.area.id === area))
      .map((cell) => ({
        area: cell.area,
        basis: release.ledger.size,
        consultation: release.consultation.id,
        day: cell.from,
        daysAhead: dayNumber(cell.from) - published,
        publishedAt,
        reason: cell.reason,
        release: release.id,
        take: cell.take,
        value: { aqi: cell.aqi, class: cell.class, primary: cell.primary },
      }))
  })
}
