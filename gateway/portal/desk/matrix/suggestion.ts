/** `/desk/{id}/suggestion`: what both schemes suggest for an area with the values on the table, some of them as they are being typed. Suggestions (建议), never warnings. */
import { dayOf } from '../../../../adapters/standards/forecast-day.ts'
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import { type DivisionRegistry, divisionIndex } from '../../../../contracts/registry/index.ts'
import { POLLUTANTS } from '../../../../contracts/standards/air-types.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { invalid } from '../../../http/query.ts'
import { areaOf } from '../../../release/products/air/areas.ts'
import { eachDay } from '../../../release/products/air/days.ts'
import type { OutlookValue } from '../../../release/products/air/kind.ts'
import { suggestionsFor } from '../../../release/products/air/suggest.ts'
import { faultOf, gradeOf } from '../../../release/products/air/value.ts'
import type { ForecastValue, SuggestedWarning } from '../../../release/release-types.ts'
import { forecastIn } from './value.ts'
import { cellIn, type DeskView } from './view.ts'

/** A row, and values by day in place of those on the table. */
export interface Supposed {
  readonly row: string
  readonly values: ReadonlyMap<string, ForecastValue>
}

const VALUE = /^(\d{4}-\d{2}-\d{2}):(\d{1,3})-(\d{1,3}):((?:[a-z0-9]+)(?:\+[a-z0-9]+)*)?$/
/** Values one question may have: more days than any forecast goes ahead. */
const MOST = 16

/** Reads `2026-11-16:83-113:pm25+o3;…`; a class alone cannot be typed. Throws Problem `query-invalid`. */
export function readSupposed(row: string, text: string): Supposed {
  const parts = text === '' ? [] : text.split(';')
  const wrong = () =>
    invalid('values', text, '例：2026-11-16:83-113:pm25+o3', 'expected values as 2026-11-16:83-113:pm25+o3')
  if (parts.length > MOST) throw wrong()
  const values = parts.map((part): [string, ForecastValue] => {
    const [, day = '', low = '', high = '', named = ''] = VALUE.exec(part) ?? []
    const primary = named.split('+').flatMap((name) => POLLUTANTS.find((one) => one === name) ?? [])
    const aqi = { max: Number(high), min: Number(low) }
    const edition = day === '' ? null : airIndexOn(day)
    const end = edition?.indices.at(-1) ?? 0
    if (!edition || aqi.max > end || aqi.min > aqi.max) throw wrong()
    const value = { aqi, class: gradeOf(aqi, edition), primary }
    if (faultOf(value, edition) !== null) throw wrong()
    return [day, value]
  })
  return { row, values: new Map(values) }
}

type Suggested = Pick<DeskView, 'cells' | 'columns' | 'forecasts' | 'kind' | 'period'>

/**
 * The values by day. Of a daily forecast those on the table, each with what is supposed in its place; of an outlook, whose one value is a range for all the
 * days it is read from (the drafters' own: of its period), and of what suggestions come from, either what is supposed or what there is.
 */
function valuesOf(view: Suggested, { row, values }: Supposed): ReadonlyMap<string, ForecastValue> {
  const jointIn = (column: string): ForecastValue | OutlookValue | null =>
    forecastIn(view.kind, view.cells.get(cellIn(view, row, column))?.joint ?? null)
  switch (view.kind) {
    case 'forecast':
      return new Map(
        view.columns.flatMap(({ id: day }): [string, ForecastValue][] => {
          const value = values.get(day) ?? jointIn(day)
          return value ? [[day, value]] : []
        }),
      )
    case 'outlook': {
      if (values.size > 0) return values
      const value = jointIn(view.columns[0]?.id ?? '')
      if (!value) return values
      const days = ('basis' in value ? value.basis?.days : undefined) ?? eachDay(view.period)
      return new Map(days.map((day) => [day, value]))
    }
    case 'warning':
      return values.size > 0 ? values : (view.forecasts.get(row) ?? values)
    default:
      return new Map()
  }
}

/** The suggestions of every scheme in use; none for a row that has no value at all. Only days of the period count. */
export function suggestionsOn(
  view: Suggested,
  supposed: Supposed,
  registry: DivisionRegistry,
): readonly SuggestedWarning[] {
  const division = divisionIndex(registry).byId(supposed.row)
  const area: AirArea | null = division ? areaOf(division) : null
  if (!area) return []
  const found = valuesOf(view, supposed)
  const days = eachDay(view.period).flatMap((day) => {
    const value = found.get(day)
    return value ? [dayOf({ ...value, standard: airIndexOn(day).id, validDate: day })] : []
  })
  return days.length === 0 ? [] : suggestionsFor({ area, days, from: 'joint' })
}
