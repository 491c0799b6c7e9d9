/** `/desk/{id}/suggestion`: what both schemes suggest for an area with the values on the table, some of them as they are being typed. Suggestions (建议), never warnings. */
import { dayOf } from '../../../../adapters/standards/forecast-day.ts'
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import { type DivisionRegistry, divisionIndex } from '../../../../contracts/registry/index.ts'
import { POLLUTANTS } from '../../../../contracts/standards/air-types.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { invalid } from '../../../http/query.ts'
import { areaOf } from '../../../release/products/air/areas.ts'
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

/** The suggestions of every scheme in use; none for a row that has no value at all. */
export function suggestionsOn(
  view: Pick<DeskView, 'cells' | 'columns' | 'kind'>,
  { row, values }: Supposed,
  registry: DivisionRegistry,
): readonly SuggestedWarning[] {
  const division = divisionIndex(registry).byId(row)
  const area: AirArea | null = division ? areaOf(division) : null
  if (!area) return []
  const days = view.columns.flatMap(({ id: day }) => {
    const value = values.get(day) ?? forecastIn(view.kind, view.cells.get(cellIn(view, row, day))?.joint ?? null)
    return value ? [dayOf({ ...value, standard: airIndexOn(day).id, validDate: day })] : []
  })
  return days.length === 0 ? [] : suggestionsFor({ area, days, from: 'joint' })
}
