/** Reads air standards and warning schemes kept as JSON into their types; what does not fit is a TypeError that names the member. */
import { type Guard, list, matching, nullable, oneOf, optional, ordinal, read, shape, text } from '../read.ts'
import type { Bilingual } from '../types.ts'
import {
  type AboveColumn,
  AIR_PERIODS,
  AIR_STANDARD_IDS,
  type AirClassRow,
  type AirColumn,
  type AirHealth,
  type AirIndexStandard,
  type AirLimit,
  type AirQualityStandard,
  type AirRule,
  type AirStage,
  type AirValidity,
  AVERAGINGS,
  type AveragingOf,
  type GasState,
  HEALTH_GROUPS,
  type HealthMeasure,
  type HealthRow,
  POLLUTANTS,
  type Pollutant,
  WARNING_INDICATORS,
  WARNING_LEVELS,
  type WarningClause,
  type WarningRow,
  type WarningRun,
  type WarningScheme,
  type WarningUser,
} from './air-types.ts'
import { bilingual, confidence, header } from './read.ts'

const decimal = matching(/^\d+(\.\d+)?$/, 'a decimal text')
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date')
const whole: Guard<number> = (value, at, faults): value is number => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return true
  faults.push(`${at} expected 0 or more`)
  return false
}
const pollutant = oneOf(...POLLUTANTS)
const averaging = oneOf(...AVERAGINGS)
const level = oneOf(...WARNING_LEVELS)

const rule: { readonly [K in keyof AirRule]-?: Guard<AirRule[K]> } = { rule: bilingual, confidence }

/** One member a pollutant. */
function each<T>(guard: Guard<T>): Guard<Readonly<Record<Pollutant, T>>> {
  return shape<Record<Pollutant, T>>({ co: guard, no2: guard, o3: guard, pm10: guard, pm25: guard, so2: guard })
}

const column = shape<AirColumn>({
  pollutant,
  averaging,
  breakpoints: list(decimal),
  above: shape<AboveColumn>({ index: nullable(whole), instead: nullable(averaging) }),
  confidence,
})

function tuple<T extends readonly number[]>(length: number): Guard<T> {
  return (value, at, faults): value is T => {
    if (list(whole)(value, at, faults) && value.length === length) return true
    faults.push(`${at} expected ${length} figures`)
    return false
  }
}

const classRow = shape<AirClassRow>({
  class: oneOf(1, 2, 3, 4, 5, 6),
  min: whole,
  max: nullable(whole),
  level: bilingual,
  title: bilingual,
  colour: shape<AirClassRow['colour']>({
    title: bilingual,
    rgb: tuple<AirClassRow['colour']['rgb']>(3),
    hex: matching(/^#[0-9A-F]{6}$/, 'a colour of six hexadecimal digits'),
    cmyk: tuple<AirClassRow['colour']['cmyk']>(4),
  }),
})

const healthRow = shape<HealthRow>({
  class: oneOf(1, 2, 3, 4, 5, 6),
  effect: bilingual,
  measures: list(shape<HealthMeasure>({ for: oneOf(...HEALTH_GROUPS), group: bilingual, advice: bilingual })),
  confidence,
})

const health = shape<AirHealth>({
  source: bilingual,
  confidence,
  rendering: bilingual,
  notes: list(bilingual),
  rows: list(healthRow),
})

const rounding = oneOf('half-even', 'truncate', 'none')
const particles = oneOf('1h-mean', '24h-sliding-mean')
const averagings: Guard<AveragingOf> = each(averaging)

const index = shape<AirIndexStandard>({
  ...header,
  id: oneOf(...AIR_STANDARD_IDS),
  kind: oneOf('air-index'),
  pollutants: each(shape<{ title: Bilingual; unit: string }>({ title: bilingual, unit: text })),
  indices: list(whole),
  columns: list(column),
  classes: list(classRow),
  classConfidence: confidence,
  health,
  formula: shape<AirRule>(rule),
  concentrationRounding: shape<AirIndexStandard['concentrationRounding']>({
    ...rule,
    method: rounding,
    alternative: rounding,
    places: each(whole),
  }),
  indexRounding: shape<AirIndexStandard['indexRounding']>({ ...rule, method: oneOf('up') }),
  daily: shape<AirIndexStandard['daily']>({ ...rule, averaging: averagings }),
  hourly: shape<AirIndexStandard['hourly']>({ ...rule, averaging: averagings, particles, alternative: particles }),
  primary: shape<AirIndexStandard['primary']>({ ...rule, above: whole }),
  exceeding: shape<AirIndexStandard['exceeding']>({ ...rule, above: nullable(whole) }),
  incomplete: shape<AirIndexStandard['incomplete']>({ ...rule, notAvailableUpTo: nullable(whole) }),
})

const limit = shape<AirLimit>({
  pollutant,
  period: oneOf(...AIR_PERIODS),
  grade1: decimal,
  grade2: decimal,
  confidence,
  note: optional(bilingual),
})

const quality = shape<AirQualityStandard>({
  ...header,
  kind: oneOf('air-quality'),
  units: each(text),
  stages: list(shape<AirStage>({ from: date, to: nullable(date), limits: list(limit) })),
  comparison: shape<AirQualityStandard['comparison']>({
    ...rule,
    method: oneOf('rounded', 'full'),
    places: each(whole),
  }),
  validity: shape<AirValidity>({ ...rule, dayHours: ordinal, eightHours: ordinal, dayWindows: ordinal }),
  gasStates: list(
    shape<GasState>({
      from: nullable(date),
      to: nullable(date),
      temperature: decimal,
      pressure: nullable(decimal),
      confidence,
    }),
  ),
  particleState: shape<AirQualityStandard['particleState']>({ ...rule, state: oneOf('actual') }),
})

const run = shape<WarningRun>({
  indicator: oneOf(...WARNING_INDICATORS),
  above: optional(decimal),
  reaches: optional(decimal),
  days: ordinal,
})

const clause = shape<WarningClause>({
  run,
  within: optional(run),
  shortHeavy: optional(oneOf('needed', 'unclear')),
  rule: bilingual,
})

const scheme = shape<WarningScheme>({
  ...header,
  kind: oneOf('air-warning'),
  inForce: shape<WarningScheme['inForce']>({ from: nullable(date), to: nullable(date) }),
  standing: oneOf('current', 'older'),
  levels: list(shape<WarningRow>({ level, clauses: nullable(list(clause)), confidence, note: optional(bilingual) })),
  covers: nullable(shape<NonNullable<WarningScheme['covers']>>({ ...rule, pollutants: list(pollutant) })),
  usedBy: list(
    shape<WarningUser>({
      who: bilingual,
      party: oneOf('cq', 'sc'),
      document: nullable(text),
      from: nullable(date),
      definition: nullable(bilingual),
      confidence,
    }),
  ),
  note: optional(bilingual),
})

/** An edition of the index; throws TypeError on anything else. */
export function readAirIndex(value: unknown): AirIndexStandard {
  return read('air quality index', index, value)
}

/** An edition of the quality standard; throws TypeError on anything else. */
export function readAirQuality(value: unknown): AirQualityStandard {
  return read('air quality standard', quality, value)
}

/** A scheme of warnings; throws TypeError on anything else. */
export function readWarningScheme(value: unknown): WarningScheme {
  return read('warning scheme', scheme, value)
}
