/** A forecast cell as a change quotes it, read back; what does not have the form is not shown as one. */
import { shape } from '../../../contracts/read.ts'
import { FORECAST_GUARDS } from '../../release/products/air/value.ts'
import type { ForecastCell, ForecastValue } from '../../release/release-types.ts'

/** What a line of a correction needs of a cell. */
export type QuotedCell = ForecastValue & Pick<ForecastCell, 'from'> & { readonly area: { readonly name: string } }

const value = shape<ForecastValue>(FORECAST_GUARDS)

/** The cell of a JSON text; null when it is none. */
export function readCell(json: string): QuotedCell | null {
  try {
    const read: unknown = JSON.parse(json)
    if (typeof read !== 'object' || read === null || !('area' in read) || !('from' in read)) return null
    const { area, from } = read
    if (typeof from !== 'string' || typeof area !== 'object' || area === null || !('name' in area)) return null
    const { name } = area
    if (typeof name !== 'string') return null
    const told = { aqi: member(read, 'aqi'), class: member(read, 'class'), primary: member(read, 'primary') }
    return isValue(told) ? { ...told, area: { name }, from } : null
  } catch {
    return null
  }
}

function member(read: object, name: string): unknown {
  return Object.entries(read).find(([known]) => known === name)?.[1]
}

function isValue(read: unknown): read is ForecastValue {
  return value(read, '', [])
}
