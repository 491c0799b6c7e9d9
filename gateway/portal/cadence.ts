/** When a release is out of date: one of its kind should have followed by now. */
import type { ProductId } from '../../contracts/registry/types.ts'
import { daysSince } from './time.ts'
import type { ReleaseItem } from './view.ts'

/** Whole days since the period's start (of a forecast) or end, beyond which the next release has been missed. */
interface Cadence {
  readonly since: 'start' | 'end'
  readonly days: number
}

/** A weekly bulletin whose period ended more than this many days ago is stale: one has been missed. */
export const STALE_DAYS = 14

/** A forecast is replaced every day, so that it is stale from its second day on; an outlook when its week is over; the others when one was missed. */
export const CADENCES: Readonly<Record<ProductId, Cadence>> = {
  'weekly-water-bulletin': { since: 'end', days: STALE_DAYS },
  'monthly-water-bulletin': { since: 'end', days: 62 },
  'daily-air-forecast': { since: 'start', days: 0 },
  'weekly-zone-outlook': { since: 'start', days: 6 },
  'warning-suggestion': { since: 'start', days: 0 },
  'annual-credit-list': { since: 'end', days: 366 },
}

/** For how many days the newest of its kind has been out of date at a time (ms); null while it is not. */
export function staleFor({ period, type }: Pick<ReleaseItem, 'period' | 'type'>, now: number): number | null {
  const { since, days } = CADENCES[type]
  const passed = daysSince(period[since], now)
  return passed !== null && passed > days ? passed : null
}
