/** One clause of a warning rule over the days of a forecast: so many days in a row, within them another run, short heavy pollution where it is asked for. */
import type { WarningClause, WarningRun, WarningScheme } from '../../contracts/standards/air-types.ts'
import { compareDecimals, decimal } from './decimal.ts'
import { type Day, NO, type Reading, type Truth, UNKNOWN, YES } from './warning-days.ts'
import { deduce } from './warning-deduce.ts'

/** What a clause comes to; `days` is the first longest stretch that answers so, empty for no. */
export interface ClauseAnswer {
  readonly truth: Truth
  readonly days: readonly string[]
}

/**
 * The answer of a clause. Yes when some stretch of days meets it whatever the unknown figures are, no when none does even if all unknown ones did;
 * otherwise not known. Conditions only ever gain from higher figures and more days, so the longest stretches suffice.
 */
export function answerClause(
  clause: WarningClause,
  days: readonly Day[],
  reading: Reading,
  scheme: WarningScheme,
): ClauseAnswer {
  const main = days.map((day) => answerOf(day, clause.run, reading, scheme))
  const inner = clause.within
  const within = inner && { days: inner.days, answers: days.map((day) => answerOf(day, inner, reading, scheme)) }
  const short = clause.shortHeavy && days.map((day) => shortHeavy(day, clause.shortHeavy === 'unclear'))
  for (const least of [YES, UNKNOWN] as const) {
    const found = stretches(main, least)
      .filter(([from, to]) => to - from >= clause.run.days)
      .filter(([from, to]) => !within || longest(within.answers.slice(from, to), least) >= within.days)
      .filter(([from, to]) => !short || short.slice(from, to).some((truth) => truth >= least))
      .reduce<Stretch | null>((best, one) => (best && best[1] - best[0] >= one[1] - one[0] ? best : one), null)
    if (found) return { truth: least, days: days.slice(...found).map(({ date }) => date) }
  }
  return { truth: NO, days: [] }
}

function answerOf(day: Day, run: WarningRun, reading: Reading, scheme: WarningScheme): Truth {
  const { indicator, above, reaches } = run
  if (indicator === 'aqi' && !counts(day, scheme)) return NO
  const figure = day.figures[indicator]?.[reading]
  if (!figure) return deduce(day, run, reading)
  const meets =
    (above === undefined || compareDecimals(figure, decimal(above)) > 0) &&
    (reaches === undefined || compareDecimals(figure, decimal(reaches)) >= 0)
  return meets ? YES : NO
}

/** Whether the day's AQI counts under the scheme: one of the primary pollutants is covered, or none is named. */
function counts({ primary }: Day, { covers }: WarningScheme): boolean {
  if (!covers || primary === undefined || primary.length === 0) return true
  return primary.some((pollutant) => covers.pollutants.includes(pollutant))
}

/** Where the words may not belong to the clause, their absence does not settle it. */
function shortHeavy({ shortHeavy }: Day, unclear: boolean): Truth {
  if (shortHeavy === true) return YES
  return shortHeavy === undefined || unclear ? UNKNOWN : NO
}

type Stretch = readonly [from: number, to: number]

/** Longest stretches of days that answer at least so, `to` exclusive. */
function stretches(answers: readonly Truth[], least: Truth): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  answers.forEach((answer, at) => {
    if (answer >= least) return
    if (at > from) found.push([from, at])
    from = at + 1
  })
  if (answers.length > from) found.push([from, answers.length])
  return found
}

function longest(answers: readonly Truth[], least: Truth): number {
  return stretches(answers, least).reduce((most, [from, to]) => Math.max(most, to - from), 0)
}
