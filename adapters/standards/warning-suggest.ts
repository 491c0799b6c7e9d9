/** What a scheme's levels answer to a forecast, read low and high, and the clauses and days that make them (环大气〔2024〕6号, 渝府办发〔2022〕115号). */
import type { WarningLevel, WarningRow, WarningScheme } from '../../contracts/standards/air-types.ts'
import type { Bilingual } from '../../contracts/types.ts'
import { answerClause } from './warning-clause.ts'
import { type Day, daysOf, type ForecastDay, type Reading, UNKNOWN, YES } from './warning-days.ts'

/** A clause that is met and the days that meet it. Members in JCS order. */
export interface WarningTrigger {
  readonly days: readonly string[]
  readonly rule: Bilingual
}

/** What one level of a scheme answers. Members in JCS order. */
export interface LevelAnswer {
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly level: WarningLevel
  /** The clauses that are met; none unless the answer is yes. */
  readonly triggers: readonly WarningTrigger[]
  /** Why the answer is unknown: the scheme's rule is not known, or the forecast lacks a figure it needs. */
  readonly why: 'rule-unknown' | 'forecast-incomplete' | null
}

/** One reading of a forecast. Members in JCS order. */
export interface WarningReading {
  /**
   * The highest level that answers yes; `unknown` when none does and the forecast lacks what a level needs; `none` when every level with a known rule
   * answers no. Levels above it may still be unknown: see `levels`.
   */
  readonly level: WarningLevel | 'none' | 'unknown'
  /** Every level of the scheme, lowest first. */
  readonly levels: readonly LevelAnswer[]
}

/** What a scheme suggests; it never goes without the scheme's id. Members in JCS order. */
export interface WarningFinding {
  readonly certain: WarningReading
  /** Days whose PM2.5 or ozone the scheme looks at was not forecast, and was deduced from the AQI as far as it tells. */
  readonly deduced: readonly string[]
  readonly possible: WarningReading
  readonly scheme: string
  /** Days whose AQI counted although no primary pollutant was named, under a scheme that covers only some. */
  readonly unchecked: readonly string[]
}

/** The warning a scheme suggests for a forecast: days in rising order, gaps allowed and taken as unknown. Throws as `daysOf`. */
export function suggestWarning(sequence: readonly ForecastDay[], scheme: WarningScheme): WarningFinding {
  const days = daysOf(sequence)
  const indicators = new Set(scheme.levels.flatMap(({ clauses }) => clauses?.map(({ run }) => run.indicator) ?? []))
  const lacks = ({ figures }: Day) => figures.aqi && [...indicators].some((indicator) => !figures[indicator])
  return {
    certain: readingOf(days, 'min', scheme),
    deduced: days.filter(lacks).map(({ date }) => date),
    possible: readingOf(days, 'max', scheme),
    scheme: scheme.id,
    unchecked: scheme.covers
      ? days.filter(({ figures, primary }) => figures.aqi && primary === undefined).map(({ date }) => date)
      : [],
  }
}

function readingOf(days: readonly Day[], reading: Reading, scheme: WarningScheme): WarningReading {
  const levels = scheme.levels.map((row) => answerLevel(row, days, reading, scheme))
  const met = levels.findLast(({ answer }) => answer === 'yes')
  const open = levels.some(({ why }) => why === 'forecast-incomplete')
  return { level: met?.level ?? (open ? 'unknown' : 'none'), levels }
}

function answerLevel(
  { level, clauses }: WarningRow,
  days: readonly Day[],
  reading: Reading,
  scheme: WarningScheme,
): LevelAnswer {
  if (!clauses) return { answer: 'unknown', level, triggers: [], why: 'rule-unknown' }
  const answers = clauses.map((clause) => ({ rule: clause.rule, ...answerClause(clause, days, reading, scheme) }))
  const triggers = answers
    .filter(({ truth }) => truth === YES)
    .map(({ days, rule: { en, zh } }) => ({ days, rule: { en, zh } }))
  if (triggers.length > 0) return { answer: 'yes', level, triggers, why: null }
  const open = answers.some(({ truth }) => truth === UNKNOWN)
  return { answer: open ? 'unknown' : 'no', level, triggers, why: open ? 'forecast-incomplete' : null }
}
