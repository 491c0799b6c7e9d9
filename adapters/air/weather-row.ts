/** One row of a table → the conditions it tells, or the cell that cannot be read. */
import type { ValueRange } from '../../contracts/air-forecast/record.ts'
import {
  WEATHER_FIGURES,
  type WeatherConditions,
  type WeatherFigure,
  type WeatherOriginator,
} from '../../contracts/air-weather/record.ts'
import type { Note, Rejection } from '../../contracts/types.ts'
import type { Result } from '../../contracts/water-section-quality/record.ts'
import { reject, shown } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import { cellText, type FieldReader, isAbsent } from './cells.ts'
import { readDispersion } from './dispersion.ts'
import type { FigureColumn, WeatherColumns, WeatherField } from './weather-columns.ts'
import { missingEnd, readWeatherFigure, WEATHER_UNITS } from './weather-figure.ts'

/** The parts of a record that its conditions stand in. */
const AT = '/conditions'
/** The longest words a record keeps. */
const [LONG, SHORT] = [64, 32] as const

type Ends = Partial<Record<FigureColumn['end'], Result>>

function figureRejection(
  row: number,
  { figure, heading, unit }: FigureColumn,
  { fault, text }: { readonly fault: 'value-not-a-number' | 'unit-unknown' | 'range-inverted'; readonly text: string },
): Rejection {
  const of = WEATHER_UNITS[figure].unit
  switch (fault) {
    case 'unit-unknown':
      return reject(row, fault, heading, text, {
        zh: `单位${unit === null ? '' : `「${shown(unit)}」`}不是契约的 ${of}：「${shown(text)}」`,
        en: `The unit${unit === null ? '' : ` ${shown(unit)}`} is not the contract’s ${of}: ${shown(text)}`,
      })
    case 'range-inverted':
      return reject(row, fault, heading, text, {
        zh: `「${shown(text)}」的下限大于上限`,
        en: `The lower end of ${shown(text)} exceeds the upper`,
      })
    default:
      return reject(row, fault, heading, text, {
        zh: `「${shown(text)}」不是数值或数值范围`,
        en: `${shown(text)} is neither a number nor a range of numbers`,
      })
  }
}

/** The two ends, out of one column or of two; an end that was not said is missing. */
function rangeOf(figure: WeatherFigure, ends: Ends): ValueRange<Result> | undefined {
  if (ends.max === undefined && ends.min === undefined) return undefined
  return { max: ends.max ?? missingEnd(figure), min: ends.min ?? missingEnd(figure) }
}

/** The figures of a row; adds to `notes`. */
function figuresOf(
  columns: readonly FigureColumn[],
  cells: readonly Cell[],
  row: number,
  notes: Note[],
): Partial<Record<WeatherFigure, ValueRange<Result>>> | Rejection {
  const found: Partial<Record<WeatherFigure, ValueRange<Result>>> = {}
  for (const figure of WEATHER_FIGURES) {
    const ends: Ends = {}
    const own = columns.filter((column) => column.figure === figure)
    for (const column of own) {
      const reading = readWeatherFigure(cells[column.at], figure, column.unit)
      if (reading === null) continue
      if ('fault' in reading) return figureRejection(row, column, reading)
      const { range, rule } = reading
      if (column.end !== 'max') ends.min = range.min
      if (column.end !== 'min') ends.max = range.max
      if (rule !== undefined) notes.push({ field: `${AT}/${figure}`, rule })
    }
    const made = rangeOf(figure, ends)
    if (!made) continue
    if ((made.min.value ?? Number.NEGATIVE_INFINITY) > (made.max.value ?? Number.POSITIVE_INFINITY)) {
      const [column] = own
      const text = `${made.min.reported}~${made.max.reported}`
      if (column) return figureRejection(row, column, { fault: 'range-inverted', text })
    }
    found[figure] = made
  }
  return found
}

/** Direction and force out of what says both: 北风1-2级. */
const BOTH = /^(.{0,8}风)\s*((?:[≤<]\s*)?[\d一二三四五六七八九十].*级.*)$/

interface Wind {
  readonly windDirection?: string
  readonly windForce?: string
}

function windOf(fields: FieldReader<WeatherField>, cells: readonly Cell[], notes: Note[]): Wind {
  const word = (field: WeatherField): string => kept(fields.word(cells, field), SHORT, field, notes)
  const [direction, force, both] = [word('windDirection'), word('windForce'), word('wind')]
  const [, first = '', second = ''] = BOTH.exec(both) ?? []
  const [windDirection, windForce] = [direction || first, force || (first === '' ? both : second)]
  return { ...(windDirection === '' ? {} : { windDirection }), ...(windForce === '' ? {} : { windForce }) }
}

/** A word as far as a record keeps it. */
function kept(text: string, most: number, field: string, notes: Note[]): string {
  if (isAbsent(text)) return ''
  if (text.length <= most) return text
  notes.push({ field: `${AT}/${field}`, rule: 'weather-words-cut', sent: shown(text) })
  return text.slice(0, most).toWellFormed()
}

/** What a row tells of the weather, in the record's key order; null for nothing. Adds to `notes`. */
export function conditionsOf(
  { figures }: Pick<WeatherColumns, 'figures'>,
  fields: FieldReader<WeatherField>,
  cells: readonly Cell[],
  row: number,
  notes: Note[],
): WeatherConditions | Rejection | null {
  const read = figuresOf(figures, cells, row, notes)
  if ('type' in read) return read
  const { boundaryLayer, humidity, precipitation, temperature, windSpeed } = read
  const named = kept(fields.word(cells, 'dispersion'), LONG, 'dispersion', notes)
  const grade = named || kept(fields.word(cells, 'otherDispersion'), LONG, 'dispersion', notes)
  const graded = grade === '' ? null : readDispersion(grade, named !== '')
  if (graded?.rule) notes.push({ field: `${AT}/dispersion`, rule: graded.rule, sent: shown(grade) })
  const phenomenon = kept(fields.word(cells, 'phenomenon'), LONG, 'phenomenon', notes)
  const { windDirection, windForce } = windOf(fields, cells, notes)
  const conditions: WeatherConditions = {
    ...(boundaryLayer && { boundaryLayer }),
    ...(graded && { dispersion: graded.dispersion }),
    ...(humidity && { humidity }),
    ...(phenomenon !== '' && { phenomenon }),
    ...(precipitation && { precipitation }),
    ...(temperature && { temperature }),
    ...(windDirection !== undefined && { windDirection }),
    ...(windForce !== undefined && { windForce }),
    ...(windSpeed && { windSpeed }),
  }
  return Object.keys(conditions).length === 0 ? null : conditions
}

/** The row as it was sent, for who is told that it says nothing. */
export function rowText(cells: readonly Cell[]): string {
  return cells.map((cell) => cellText(cell)).join(',')
}

/** Who made it, as far as the office's name tells: a weather service, or an environment side by a model of its own. */
export function originatorOf(office: string | null): WeatherOriginator | null {
  if (office === null) return null
  if (/气象/.test(office)) return 'meteorological'
  return /环境|监测|空气质量/.test(office) ? 'environmental' : null
}
