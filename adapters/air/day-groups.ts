/** The columns of a forecast table that stand under one day: those that tell all of it, and those that tell a part each. Standards §2.5. */
import type { Pollutant } from '../../contracts/standards/air-types.ts'
import { type DayHeading, dayHeading } from './day-heading.ts'
import { type ForecastField, forecastField } from './forecast-fields.ts'
import { type PollutantHeading, parsePollutantHeading } from './pollutants.ts'

/** A column of concentrations; `unit` as the standard prints it, as sent when unknown, null when none. */
export interface ConcentrationColumn {
  readonly at: number
  readonly heading: string
  readonly pollutant: Pollutant
  readonly unit: string | null
}

/** The columns of one day where days stand side by side: those whose cells tell all of it (`whole`), and those with a part each. */
export interface DayGroup {
  /** As the headings write it. */
  readonly dayText: string
  /** The heading of its first column. */
  readonly heading: string
  readonly columns: readonly number[]
  readonly whole: readonly number[]
  readonly fields: Readonly<Partial<Record<ForecastField, number>>>
  readonly concentrations: readonly ConcentrationColumn[]
}

/** Parts of a forecast that each day may have a column of. */
const DAY_FIELDS: ReadonlySet<ForecastField> = new Set<ForecastField>([
  'aqi',
  'aqiFrom',
  'aqiTo',
  'class',
  'primary',
  'confidence',
])
/** Words behind a day that say no more than that it is forecast. */
const WHOLE = /^(?:空气质量)?(?:预报|预测)?$/

/** Whether a text is a part of a forecast that a column may have of each day. */
export function isDayValue(text: string): boolean {
  const field = forecastField(text)
  return field === undefined ? parsePollutantHeading(text) !== null : DAY_FIELDS.has(field)
}

const isDayPart = (text: string): boolean => WHOLE.test(text) || isDayValue(text)

/** The day a heading names, alone or with such a part; null when it names none. */
export function dayOfHeading(heading: string): DayHeading | null {
  return dayHeading(heading, isDayPart)
}

/** Whether a heading is a day and nothing else. */
export function isDay(heading: string): boolean {
  return WHOLE.test(dayOfHeading(heading)?.rest ?? 'none')
}

/** A column of concentrations by its heading. */
export function concentrationAt(
  at: number,
  heading: string,
  { pollutant, unit }: PollutantHeading,
): ConcentrationColumn {
  return { at, heading, pollutant, unit }
}

/** A group while the header is read. */
export interface OpenGroup extends DayGroup {
  readonly columns: number[]
  readonly whole: number[]
  readonly fields: Partial<Record<ForecastField, number>>
  readonly concentrations: ConcentrationColumn[]
}

/** A group of one day without columns yet. */
export function emptyGroup(dayText: string, heading: string): OpenGroup {
  return { dayText, heading, columns: [], whole: [], fields: {}, concentrations: [] }
}

/** Whether the column tells something of the day that none before it does. */
export function addColumn(group: OpenGroup, at: number, heading: string, rest: string): boolean {
  const field = forecastField(rest)
  const found = field === undefined ? parsePollutantHeading(rest) : null
  if (field !== undefined) {
    if (group.fields[field] !== undefined) return false
    group.fields[field] = at
  } else if (found) {
    if (group.concentrations.some(({ pollutant }) => pollutant === found.pollutant)) return false
    group.concentrations.push(concentrationAt(at, heading, found))
  } else group.whole.push(at)
  group.columns.push(at)
  return true
}
