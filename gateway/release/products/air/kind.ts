/** How a product of air keeps values in cells: as JSON that both sides sign over, read back as typed; and what an edit makes of a cell. */
import { canonical, type JsonValue } from '../../../../contracts/jcs.ts'
import { flag, list, matching, nullable, shape } from '../../../../contracts/read.ts'
import { type AirIndexStandard, airIndexOn } from '../../../../contracts/standards/index.ts'
import type { Edit } from '../../consultation/acts.ts'
import type { ForecastValue, OutlookBasis } from '../../release-types.ts'
import { type Product, STATEMENT, type TableCell } from '../product.ts'
import { readStatement } from '../statement.ts'
import { FORECAST_GUARDS, readForecast, unionOf } from './value.ts'

/** An outlook's value: a forecast of several days, and what it is read from; null for the drafters' own. */
export interface OutlookValue extends ForecastValue {
  readonly basis: OutlookBasis | null
}

/** One way of keeping values. */
export interface ValueKind<V extends ForecastValue> {
  /** A cell's JSON as the product made it; null for none. */
  parse(value: JsonValue): V | null
  print(value: V): JsonValue
  union(a: V, b: V): V
  /** The drafters' own value; null when it is not sound by the edition. */
  own(value: JsonValue, edition: AirIndexStandard): V | null
}

function printed({ aqi, class: { max, min }, primary }: ForecastValue) {
  return { aqi: aqi && { max: aqi.max, min: aqi.min }, class: { max, min }, primary }
}

const forecast = shape<ForecastValue>(FORECAST_GUARDS)

/** Guard of what an outlook is read from. */
export const outlookBasis = shape<OutlookBasis>({
  days: list(matching(/^\d{4}-\d{2}-\d{2}$/, 'a civil day')),
  derived: flag,
})

const outlook = shape<OutlookValue>({ ...FORECAST_GUARDS, basis: nullable(outlookBasis) })

/** A forecast of one day. */
export const DAY_VALUE: ValueKind<ForecastValue> = {
  parse: (value: unknown) => (forecast(value, '', []) ? value : null),
  print: printed,
  union: unionOf,
  own: readForecast,
}

/** A forecast of several days. */
export const OUTLOOK_VALUE: ValueKind<OutlookValue> = {
  parse: (value: unknown) => (outlook(value, '', []) ? value : null),
  print({ basis, ...value }) {
    const { aqi, ...rest } = printed(value)
    return { aqi, basis: basis && { days: basis.days, derived: basis.derived }, ...rest }
  },
  union: (a, b) => ({ ...unionOf(a, b), basis: joinedBasis(a.basis, b.basis) }),
  own(value, edition) {
    const found = readForecast(value, edition)
    return found && { ...found, basis: null }
  },
}

function joinedBasis(a: OutlookBasis | null, b: OutlookBasis | null): OutlookBasis | null {
  if (!a || !b) return null
  return { days: [...new Set([...a.days, ...b.days])].sort(), derived: a.derived || b.derived }
}

type Value = Pick<Edit, 'take' | 'value'>

/** What an edit means on a cell as it is now: the side's word, both together, or the drafters' own; null when there is no such value. */
function follow<V extends ForecastValue>(kind: ValueKind<V>, { take, value }: Value, cell: TableCell): JsonValue {
  const { cq, sc } = cell.sides
  if (take === 'cq' || take === 'sc') return cell.sides[take]
  if (take === 'union') {
    const [one, other] = [kind.parse(cq), kind.parse(sc)]
    return one && other && kind.print(kind.union(one, other))
  }
  const own = kind.own(value, airIndexOn(cell.column))
  return own && kind.print(own)
}

/** Reading and settling of edits for a kind of values; the column of a cell is its first day. */
export function editing<V extends ForecastValue>(kind: ValueKind<V>): Required<Pick<Product, 'readValue' | 'settle'>> {
  return {
    readValue(edit, cell) {
      if (cell.id === STATEMENT) return readStatement(edit)
      const value = follow(kind, edit, cell)
      if (value === null || edit.take === 'own') return value
      return canonical(value) === canonical(edit.value) ? value : null
    },
    settle(edit, cell) {
      if (cell.id === STATEMENT) return { joint: edit.value, take: edit.take }
      const value = follow(kind, edit, cell)
      return value === null ? { joint: cell.joint, take: cell.take } : { joint: value, take: edit.take }
    },
  }
}
