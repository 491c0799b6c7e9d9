/** Which column of a forecast table is what, and of which day where days stand side by side. Standards §2.5 and §9 rows 10 and 11. */
import { plainHeading } from './cells.ts'
import {
  addColumn,
  type ConcentrationColumn,
  concentrationAt,
  type DayGroup,
  dayOfHeading,
  emptyGroup,
  type OpenGroup,
} from './day-groups.ts'
import { type ForecastField, forecastField } from './forecast-fields.ts'
import { parsePollutantHeading } from './pollutants.ts'

/** The columns found; `ignored` headings mean nothing to this contract, `repeated` would give one field twice. */
export interface ForecastColumns {
  readonly fields: Readonly<Partial<Record<ForecastField, number>>>
  readonly concentrations: readonly ConcentrationColumn[]
  /** Empty where a column says the day of each row. */
  readonly days: readonly DayGroup[]
  readonly ignored: readonly string[]
  readonly repeated: readonly string[]
}

/** Headings that carry nothing a record keeps. */
export const IDLE: ReadonlySet<string> = new Set([
  '序号',
  '编号',
  '备注',
  '健康提示',
  '健康建议',
  '星期',
  'id',
  'geometry.longitude',
  'geometry.latitude',
])

/** Reads a header row. */
export function forecastColumns(header: readonly string[]): ForecastColumns {
  const fields: Partial<Record<ForecastField, number>> = {}
  const concentrations: ConcentrationColumn[] = []
  const days = new Map<string, OpenGroup>()
  const ofDays: string[] = []
  const ignored: string[] = []
  const repeated: string[] = []
  /** The day whose cells go on in columns without a heading. */
  let open: OpenGroup | undefined
  for (const [at, heading] of header.entries()) {
    const plain = plainHeading(heading)
    const field = forecastField(heading)
    const found = field === undefined ? parsePollutantHeading(heading) : null
    const day = field === undefined && !found ? dayOfHeading(heading) : null
    if (plain === '' && open !== undefined) {
      open.columns.push(at)
      open.whole.push(at)
      continue
    }
    open = undefined
    if (field !== undefined) {
      if (fields[field] === undefined) fields[field] = at
      else repeated.push(heading)
    } else if (found) {
      if (concentrations.some(({ pollutant }) => pollutant === found.pollutant)) repeated.push(heading)
      else concentrations.push(concentrationAt(at, heading, found))
    } else if (day) {
      const id = plainHeading(day.dayText)
      const group = days.get(id) ?? emptyGroup(day.dayText, heading)
      days.set(id, group)
      ofDays.push(heading)
      if (!addColumn(group, at, heading, day.rest)) repeated.push(heading)
      if (group.whole.includes(at)) open = group
    } else if (plain !== '' && !IDLE.has(plain)) ignored.push(heading)
  }
  const aside = fields.date !== undefined
  return {
    fields,
    concentrations,
    days: aside ? [] : [...days.values()],
    ignored: aside ? [...ignored, ...ofDays] : ignored,
    repeated,
  }
}

/** Headings that would have to be there for a row to be a forecast, and are not. */
export function missingForecastColumns({ fields, days }: ForecastColumns): readonly string[] {
  const of = (columns: ForecastColumns['fields'], ...any: readonly ForecastField[]) =>
    any.some((field) => columns[field] !== undefined)
  const told = (columns: ForecastColumns['fields']) =>
    of(columns, 'aqi', 'class') || (of(columns, 'aqiFrom') && of(columns, 'aqiTo'))
  return [
    ...(of(fields, 'city', 'county', 'zone', 'area', 'areaCode') ? [] : ['城市']),
    ...(of(fields, 'date') || days.length > 0 ? [] : ['预报日期']),
    ...(told(fields) || days.some((day) => day.whole.length > 0 || told(day.fields)) ? [] : ['AQI范围']),
  ]
}
