/** The payload of a release held against the form of a joint forecast: exact members, no more, and what must be true of it in itself. */
import type { AirArea, AirAreaKind } from '../../../contracts/air-forecast/record.ts'
import { type Guard, list, nullable, oneOf, optional, read, shape, text } from '../../../contracts/read.ts'
import { AIR_STANDARD_IDS } from '../../../contracts/standards/air-types.ts'
import { outlookBasis } from '../../release/products/air/kind.ts'
import { AIR_CLASS_GUARD, FORECAST_GUARDS } from '../../release/products/air/value.ts'
import type { AirRelease, ForecastCell, ForecastCount, ForecastGap } from '../../release/release-types.ts'
import { mustBeSoundForecast } from './air-sound.ts'
import { count, instant } from './guards.ts'
import { releaseHead } from './head.ts'

const KINDS: readonly AirAreaKind[] = ['city', 'county', 'management', 'zone']
const party = oneOf('cq', 'sc')

/** An area of the register of divisions. */
export const airArea = shape<AirArea>({ id: text, kind: oneOf(...KINDS), name: text, party })

/** A civil day that exists. */
export const civilDay: Guard<string> = (value, at, faults): value is string => {
  const sound = typeof value === 'string' && instant(`${value}T00:00:00+08:00`, at, [])
  if (!sound) faults.push(`${at} expected a civil day like 2026-11-23`)
  return sound
}

/** A cell of a forecast. */
export const forecastCell = shape<ForecastCell>({
  ...FORECAST_GUARDS,
  area: airArea,
  basis: optional(nullable(outlookBasis)),
  from: civilDay,
  owner: party,
  reason: nullable(text),
  take: oneOf('cq', 'sc', 'union', 'own'),
  to: civilDay,
})

const counted = shape<ForecastCount['classes'][number]>({ areas: count, max: AIR_CLASS_GUARD, min: AIR_CLASS_GUARD })

const forecast = shape<AirRelease>({
  ...releaseHead(oneOf('daily-air-forecast', 'weekly-zone-outlook')),
  cells: list(forecastCell),
  gaps: list(
    shape<ForecastGap>({ area: airArea, from: civilDay, reason: oneOf('no-forecast', 'not-taken'), to: civilDay }),
  ),
  issued: instant,
  standard: oneOf(...AIR_STANDARD_IDS),
  summary: list(
    shape<ForecastCount>({ areas: count, classes: list(counted), from: civilDay, gaps: count, to: civilDay }),
  ),
})

/** The joint forecast a payload says. Throws TypeError naming the members at fault; CheckFailure where it does not agree with itself. */
export function readForecastForm(value: unknown): AirRelease {
  const found = read('joint forecast', forecast, value)
  mustBeSoundForecast(found)
  return found
}
